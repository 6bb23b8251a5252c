/* Dates of the record: EDTF (Library of Congress, levels 0 to 2), Old Style and New Style.
 *
 * A date is exactly as precise as its evidence: it is kept as its machine string, with the first
 * and the last day that it can mean. Days are int64, counted from 1970-01-01, proleptic Gregorian,
 * astronomical years (0000 is 1 BCE); years run to +-(10^12 - 1). No time_t anywhere. Everything
 * here is a pure function; what it keeps goes into the buf or arena it is handed. doc/dates.md
 * explains how it works. */
#ifndef TRUCE_MODEL_DATE_H
#define TRUCE_MODEL_DATE_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bounds that are no day. Every day lies strictly between DATE_UNKNOWN_START and
 * DATE_UNKNOWN_END. */
#define DATE_OPEN_START    INT64_MIN       /* ".." before */
#define DATE_UNKNOWN_START (INT64_MIN + 1) /* nothing written before "/" */
#define DATE_UNKNOWN_END   (INT64_MAX - 1) /* nothing written after "/" */
#define DATE_OPEN_END      INT64_MAX       /* ".." after */
#define DATE_NO_SORT       INT64_MAX       /* the year is not known: after everything dated */

/* False for an open and for an unknown bound. */
static inline bool date_is_day(int64_t bound)
{
	return bound > DATE_UNKNOWN_START && bound < DATE_UNKNOWN_END;
}

/* In the order of sorting. */
enum date_certainty {
	DATE_EXACT,
	DATE_ABOUT,          /* ~ */
	DATE_POSSIBLY,       /* ? */
	DATE_POSSIBLY_ABOUT, /* % */
	DATE_CERTAINTY_COUNT
};

struct date {
	const char *edtf; /* as written, spaces after commas too; in the arena of the parse */
	int64_t earliest, latest; /* days, or DATE_OPEN_*, DATE_UNKNOWN_* */
	int64_t sort;             /* the day to sort by, or DATE_NO_SORT */
	int32_t second;           /* of the day, -1 where no time is written */
	int16_t offset;           /* of the time: minutes east of UTC, or DATE_NO_OFFSET */
	uint8_t certainty; /* enum date_certainty of the whole date (the start's, of an interval) */
	bool old_style : 1; /* written in the Julian calendar: edtf is the Julian string */
	bool season : 1;    /* a season (21-41) stands somewhere in it: worth a note */
};

#define DATE_NO_OFFSET INT16_MIN

/* True for a date that is one known day. */
static inline bool date_is_one_day(const struct date *date)
{
	return date->earliest == date->latest && date_is_day(date->earliest);
}

/* Whether a date is a moment, a time of a day with an offset from UTC, and the seconds from 1970 to
 * it. Bounds and sort day are those of the day as it is written. */
static inline bool date_has_moment(const struct date *date)
{
	return date->offset != DATE_NO_OFFSET;
}
int64_t date_moment(const struct date *);

/* What is wrong with a date, and how to write it. */
struct date_problem {
	size_t offset;    /* in bytes from the start of the text, where the fault begins */
	char reason[320]; /* one line of UTF-8 without control characters; may quote the input */
};

/* Whether a note may keep words that are no date: there is no such field, or it is free, or it says
 * something already. */
enum date_note { DATE_NOTE_NONE, DATE_NOTE_FREE, DATE_NOTE_TAKEN };

/* What may stand beside a date, for advice: the names of the fields for a date in Old Style and for
 * the words of the source, or NULL; whether the date may be left out; and the year of a date that
 * stands near it in the record, 0 for none. Where nobody will read the advice, none is looked for,
 * and the reason may be "". */
struct date_beside {
	const char *old_style, *words;
	bool optional, unread;
	int64_t near;
	const char *name; /* of the field; or NULL */
	const char *left; /* which date it says to leave it out: "the event's"; or NULL */
	enum date_note note;
};

/* Parse `len` bytes. On failure *date is untouched, *problem is filled, and false is returned.
 * date_parse takes EDTF; date_parse_old_style takes a plain Julian day, month, year or interval
 * with a trailing ? ~ %, and gives Gregorian bounds. The string is copied into the arena. */
bool date_parse(struct arena *, const char *text, size_t len, struct date *, struct date_problem *);
bool date_parse_old_style(
	struct arena *, const char *text, size_t len, struct date *, struct date_problem *);
/* As these two, for a field of a record. */
bool date_parse_field(struct arena *, const char *text, size_t len, bool old_style,
	const struct date_beside *, struct date *, struct date_problem *);

/* As date_parse, for what a reader types: takes also a date in the words in which truce shows it,
 * in full or short ("29 March 2022", "29 Mar 2022", "15–17 December 1917", "about 44 BCE"), and the
 * day behind its month ("March 29, 2022", "29th of March 2022"), and in figures with points ("29.3.2022")
 * or, where only one order is possible, strokes ("29/3/2022").
 * Capitals do not matter. Its edtf is how EDTF has it, in the Gregorian calendar also where Old
 * Style was typed; a problem's offset counts in the text. */
bool date_parse_typed(
	struct arena *, const char *text, size_t len, struct date *, struct date_problem *);
/* The same for a text of another program, which may be in other words ("circa 1450", "44 B.C.",
 * "3. März 1918"), where it can mean one date only; false, and no more is said, for anything else. */
bool date_parse_told(struct arena *, const char *text, size_t len, struct date *);
/* The bytes of the longest date in such words that the text begins with, with a year or without, behind
 * which a date may end; 0 where there is none: EDTF, and "March" alone, are no such words. Looks at
 * no more than such a date can have. */
size_t date_typed_len(const char *text, size_t len);

/* Days of any year, or of those that end in two figures, from one to another that is no earlier, each by its
 * month and day. */
struct date_yearly {
	int64_t from, to; /* date_yearly_day */
	bool short_year;
	int year; /* 0 to 99, where short_year */
};
static inline int64_t date_yearly_day(int month, int day)
{
	return (int64_t)month * 32 + day;
}
/* What a reader types without a year: "29 March", "March 29", "29–31 March", in figures "29.3." or "29/3"; or
 * with one of two figures, "29.3.22". False, *days untouched, for anything else. */
bool date_yearly_typed(const char *text, size_t len, struct date_yearly *days);
/* Whether a span of days has one of them, as it has that day of a year. What is open, or as long as a year, has
 * every day, and is known by none. */
bool date_yearly_touches(const struct date_yearly *, int64_t from, int64_t to);

/* Builds a set ("one of") from texts that are each a single date, as a YAML list of dates gives
 * them; intervals, sets and ".." are refused. *which is the text at fault on failure. */
bool date_parse_list(struct arena *, const char *const *texts, const size_t *lens, size_t count,
	struct date *, struct date_problem *, size_t *which);

/* Appends the Gregorian EDTF of a date: its own text, or of an Old Style date the converted one. */
void date_edtf(const struct date *, struct buf *);

/* Appends the English words: "3 March 1918", "about March 1918", "15–17 December 1917". An Old
 * Style date that begins before 15 October 1582 is shown as it stands in its own calendar; its
 * Gregorian words are those of the date that date_edtf gives. Never empty. */
void date_display(const struct date *, struct buf *);
/* Whether date_display and date_columns show the date in the Julian calendar. */
bool date_shows_julian(const struct date *);
/* As date_display, for a date given in both calendars or in Old Style alone:
 * "7 November 1917 (25 October Old Style)". Either may be NULL, not both. */
void date_display_both(const struct date *new_style, const struct date *old_style, struct buf *);
/* Appends only the words of the Julian form: "25 October 1917". */
void date_display_old_style(const struct date *old_style, struct buf *);

/* A day as "1918-03-03", with a sign for years beyond four digits; ".." for an open end. Returns
 * false, and appends nothing, where the bound is unknown. */
bool date_day_text(int64_t day, struct buf *);

/* The parts of a date in a row of a timeline, each for a column of its own: "c." "29" "Mar" "2022"
 * "?". One part may hold both ends ("25–31", "Mar–Nov", "1914–1918") or a set ("15/17" one of them,
 * "15, 20" all); a date that no such row can hold is cut to its start, with a dash behind the year.
 * A dash before the first part is "until". `about` and `doubt` are those of all parts. A part that
 * the evidence lacks is ""; never all of day, month and year ("undated"). All parts hold printable
 * UTF-8 (the dash is the only character outside ASCII, years BCE are "44 BCE"). */
struct date_columns {
	char about[4]; /* "c." or "" */
	char day[16];
	char month[16]; /* "Mar", "Mar–Nov", "spring" */
	char year[32];
	char doubt[2]; /* "?" or "" */
};
void date_columns(const struct date *, struct date_columns *);
/* As date_columns, of an Old Style date as it stands in its own calendar. */
void date_columns_old_style(const struct date *old_style, struct date_columns *);

/* <0, 0, >0 by the sort key of a date but for moments and the order of the files: sort day (without
 * a year: the day of the calendar), `order`, time as written (none first), wider first,
 * certainty. */
int date_compare_ordered(
	const struct date *, int64_t order, const struct date *, int64_t other_order);

/* Between which days a date begins or ends, and the doubts of that end: bits of DATE_ABOUT and
 * DATE_POSSIBLY. */
struct date_edge {
	int64_t first, last;
	uint8_t doubt;
};
/* False, and *edge untouched, where that end is open or unknown, or has no year. */
bool date_begins(const struct date *, struct date_edge *);
bool date_ends(const struct date *, struct date_edge *);

/* Whether two dates are written alike, in one calendar. */
bool date_same(const struct date *, const struct date *);

/* Whether all of a date lies before the other, whatever the two can mean: days that are in doubt
 * forbid nothing, and a day without an offset from UTC may be that of any place beside a moment. */
bool date_before(const struct date *, const struct date *other);

/* Completed years from the first possible day of `from` to the last possible day of `to`; 0 where
 * `to` is earlier or a bound is no day. *about is set where either of these two ends is coarser
 * than one day or has a qualifier, or either date is a set. */
int64_t date_years_between(const struct date *from, const struct date *to, bool *about);

/* The same day so many years later; of 29 February the first of March in a common year. */
int64_t date_anniversary(int64_t day, int64_t years);
/* From one day to another that is no earlier: completed years, by the Gregorian calendar, and the
 * days over. */
struct date_apart {
	int64_t years, days;
};
struct date_apart date_apart(int64_t from, int64_t to);

/* Civil dates and days. Months 1-12. date_from_civil takes a real day of its calendar. */
struct date_civil {
	int64_t year;
	int month, day;
};
int64_t date_from_civil(struct date_civil, bool julian);
struct date_civil date_to_civil(int64_t day, bool julian);
int date_month_days(int64_t year, int month, bool julian);
/* "December". */
const char *date_month_name(int month);

#endif
