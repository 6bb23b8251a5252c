/* Private to model/date_*.c: a date taken apart.
 *
 * struct date keeps a string and its bounds; whoever needs more (display, columns) reads the string
 * again into these. Everything here borrows the text it was read from and owns nothing. */
#ifndef TRUCE_MODEL_DATE_PARTS_H
#define TRUCE_MODEL_DATE_PARTS_H

#include "model/date.h"

enum { DATE_YEAR_MOST = 9999 }; /* of a year written with four digits */
#define DATE_LONG_YEAR_MOST INT64_C(999999999999)

enum date_depth { DEPTH_YEAR, DEPTH_SEASON, DEPTH_MONTH, DEPTH_DAY };
enum date_piece { PIECE_YEAR, PIECE_MONTH, PIECE_DAY, PIECE_COUNT };
enum date_zone { ZONE_NONE, ZONE_UTC, ZONE_OFFSET };

/* One date: what stands between "/", "," and "..". */
struct date_point {
	const char *places[PIECE_COUNT]; /* in the text; only while it is read */
	int64_t earliest, latest;        /* days */
	int64_t year;                    /* as written; X counts as 0 */
	int64_t first_year, last_year;   /* what X or S leave open; else the year */
	char year_mask[6];               /* "-03XX"; "" for a Y year */
	char month_mask[3], day_mask[3]; /* "" where absent */
	uint8_t depth;                   /* enum date_depth */
	uint8_t month, day; /* 0 where absent or masked; a season is a month from 21 to 41 */
	uint8_t quality
		[PIECE_COUNT]; /* enum date_certainty of each piece: bits of ABOUT and POSSIBLY */
	uint8_t significant;   /* digits behind S, 0 for none */
	uint8_t qualifiers;    /* how many are written */
	bool trailing;         /* the last of them ends the date */
	bool masked;           /* an X stands somewhere */
	int32_t second;        /* of the day, -1 without a time */
	uint8_t zone;          /* enum date_zone */
	int16_t offset;        /* minutes east of UTC */
};

enum date_shape { SHAPE_POINT, SHAPE_INTERVAL, SHAPE_ONE_OF, SHAPE_ALL_OF };
enum date_end { END_POINT, END_OPEN, END_UNKNOWN };

/* A whole date. Of a set, `start` and `end` say whether ".." stands outside its items, `from` is the
 * item that begins first, and the items are read one by one. */
struct date_form {
	enum date_shape shape;
	enum date_end start, end;
	struct date_point from, to; /* a single date is both */
	const char *items, *items_end;
	int64_t earliest, latest, sort;
	uint8_t certainty;
	bool season;
};

struct date_item {
	struct date_point from, to;
	bool range; /* two dates and ".." between */
};

struct date_reader {
	const char *start; /* of the whole text: offsets count from here */
	struct date_problem *problem;
	bool julian;
};

/* Fills the problem and returns false. Without a format the reason stays empty: it is no date at
 * all, and date_advise may know what was meant. */
bool date_fail(struct date_reader *, const char *at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
bool date_refuse(struct date_reader *, const char *at);

bool date_point_read(struct date_reader *, const char *text, const char *end, struct date_point *);
/* Finds the bounds of a point that is lexically whole, or says what is wrong with it. */
bool date_point_bound(struct date_reader *, struct date_point *);
/* Reads "T21:45:30+01:00" behind a point. */
bool date_time_read(struct date_reader *, const char *at, const char *end, struct date_point *);

/* Reads the item at *at and steps behind its comma; *at is NULL behind the last item. */
bool date_item_read(struct date_reader *, const char **at, const char *end, struct date_item *);
bool date_form_read(struct date_reader *, const char *text, size_t len, struct date_form *);
/* Reads a date's own string again; of an Old Style date the Julian one. */
bool date_form_again(const struct date *, struct date_form *);

/* Fills the reason of what is no date: how it is written. */
void date_advise(const char *text, size_t len, struct date_problem *);

/* Whether the number fits a mask of two ("1X"). */
bool date_mask_fits(const char *mask, int number);
/* Whether the mask is nothing but X. */
bool date_mask_blank(const char *mask);
/* How a year is said: 1917, 1910s, 1900 to 1999, not at all, or only as its pattern ("1XX3"). */
enum date_year_kind { YEAR_PLAIN, YEAR_DECADE, YEAR_SPAN, YEAR_UNKNOWN, YEAR_PATTERN };
enum date_year_kind date_year_kind(const struct date_point *);
/* Whether words cannot say it: they can say one open piece, and blank ones behind the known. */
bool date_is_pattern(const struct date_point *);

/* What a mask of two stands for, of the numbers from 1 to `most` (31 or fewer). */
struct date_choice {
	int numbers[31];
	int count;
};
void date_mask_choice(const char *mask, int most, struct date_choice *);
/* Three or more in a row: "10 to 19". */
bool date_choice_is_span(const struct date_choice *);

/* A plain year, month or day: no X, no S, no qualifier, no time, no season. */
bool date_point_plain(const struct date_point *);
/* The union of its pieces' qualities; S is "about". */
uint8_t date_point_certainty(const struct date_point *);
/* Whether a date of Old Style is shown in its own calendar alone: it begins before 15 October 1582. */
bool date_is_before_reform(const struct date *);

/* The first month and the number of months of a season (21 to 41). */
int date_season_start(int season);
int date_season_months(int season);
/* "spring", "first quarter of"; the hemisphere, or NULL where the name says none. */
const char *date_season_name(int season);
const char *date_season_hemisphere(int season);

/* "December". */
const char *date_month_name(int month);
/* " BCE", " CE" before 1000, else "". */
const char *date_era_name(int64_t year);
/* The year's number as it is said, without its era: 44 for -43, "17,001". At most 16 bytes and NUL. */
enum { DATE_NUMBER_SIZE = 24 };
void date_year_number(int64_t year, char out[DATE_NUMBER_SIZE]);
/* Appends "1917", "79 CE", "44 BCE". */
void date_year_words(int64_t year, struct buf *);
/* Appends the year of a season, "1917–18" where it runs into the next. The year is plain. */
void date_season_year(const struct date_point *, struct buf *);

/* What two or more plain points have in common, and is said once behind them. */
enum date_share { SHARE_NOTHING, SHARE_ERA, SHARE_YEAR, SHARE_MONTH };
enum date_share date_shared(const struct date_point *, const struct date_point *);

/* Appends the words of one point. */
void date_point_words(const struct date_point *, struct buf *);
/* Appends the words of a plain point but for what is shared, and then what is shared. */
void date_point_head(const struct date_point *, enum date_share, struct buf *);
void date_point_tail(const struct date_point *, enum date_share, struct buf *);

#define DATE_DASH "–" /* between the first and the last */

/* Append what stands in a column of a row: "15", "10–19"; "Mar", "spring"; "1917", "1910s". Nothing
 * where the date has no such part. */
void date_short_day(const struct date_point *, struct buf *);
void date_short_month(const struct date_point *, struct buf *);
void date_short_year(const struct date_point *, struct buf *);
/* "Mar"; "1900–1999", "27 BCE–14 CE". */
void date_short_name(int month, struct buf *);
void date_short_years(int64_t first, int64_t last, struct buf *);

#endif
