/* A date taken apart, for the files of model/date alone.
 *
 * struct date keeps a string and its bounds; whoever needs more (display, columns) reads the string
 * again into these. Everything here borrows the text it was read from and owns nothing. */
#ifndef TRUCE_MODEL_DATE_PARTS_H
#define TRUCE_MODEL_DATE_PARTS_H

#include "model/date.h"

enum { DATE_YEAR_MOST = 9999 }; /* of a year written with four digits */

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

/* A whole date. Of a set, `start` and `end` say whether ".." stands outside its items, `from` is
 * the item that begins first, and the items are read one by one. */
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

/* The next item of a set that has been read; *at is form->items at first. False behind the last. */
bool date_item_next(const struct date_form *, const char **at, struct date_item *);
bool date_form_read(struct date_reader *, const char *text, size_t len, struct date_form *);
/* Reads a date's own string again; of an Old Style date the Julian one. */
bool date_form_again(const struct date *, struct date_form *);

/* Fills the reason of what is no date: how it is written. */
void date_advise(const char *text, size_t len, struct date_problem *);

/* Whether the number fits a mask of two ("1X"). */
bool date_mask_fits(const char *mask, int number);
/* Whether the mask is nothing but X. */
bool date_mask_blank(const char *mask);
/* A plain year, month or day: no X, no S, no qualifier, no time, no season. */
bool date_point_plain(const struct date_point *);
/* The union of its pieces' qualities; S is "about". */
uint8_t date_point_certainty(const struct date_point *);

/* ---- dates in words ---- */

/* Where a reading stands. */
struct date_text {
	const char *at, *end;
	bool worded; /* a word or a dash was read, without which it is EDTF or nothing */
};

/* One point of time, as far as it is said; date_said.c reads it. */
struct date_said {
	int64_t year;
	int day, month; /* 0 where not said; a season is a month from 21 to 41 */
	bool has_year;
	bool number;        /* nothing but a number, in `year`: a day or a year */
	bool no_era;        /* a year without its era, which may stand behind the last */
	bool tight, spaced; /* a dash stands behind it, alone or between spaces */
	bool decade;
	uint8_t certainty;
};

/* Take what is named where it stands here, and nothing else: a text (capitals of ASCII do not
 * matter), whole words, a space, a dash with or without spaces. */
bool date_take(struct date_text *, const char *text);
bool date_take_word(struct date_text *, const char *word);
bool date_take_space(struct date_text *);
bool date_take_dash(struct date_text *);
/* Digits, at most so many, where `commas` is set with thousands set off. Returns how many. */
int date_take_number(struct date_text *, int most, bool commas, int64_t *number);

/* A point, and of a point that begins with a day, month or season what there is of it. */
bool date_said_take(struct date_text *, struct date_said *);
bool date_said_take_front(struct date_text *, struct date_said *);
/* Fills in what the last of several points says for all; false where it does not. */
bool date_said_complete(struct date_said *, const struct date_said *last);
/* Appends a complete point in EDTF. */
void date_said_edtf(const struct date_said *, struct buf *);

/* Seasons are months here, always the same: a rule that differed by place could not be sorted. */
struct date_season {
	const char *name;       /* "spring", "first quarter" */
	const char *hemisphere; /* NULL where the name says none */
	int8_t start, months;   /* the first month, and how many */
};
/* Of a month from 21 to 41. */
const struct date_season *date_season(int month);

#define DATE_DASH "–" /* between the first and the last */

/* " BCE", " CE" before 1000, else "". */
const char *date_era_name(int64_t year);
/* Appends two years, with the era of the first where the second has another: "27 BCE–14 CE". */
void date_years(int64_t first, int64_t last, const char *between, struct buf *);

/* What two or more plain points have in common, and is said once behind them. */
enum date_share { SHARE_NOTHING, SHARE_ERA, SHARE_YEAR, SHARE_MONTH };
enum date_share date_shared(const struct date_point *, const struct date_point *);

/* Appends the words of one point. */
void date_point_words(const struct date_point *, struct buf *);
/* Appends the words of a plain point but for what is shared, and then what is shared. */
void date_point_head(const struct date_point *, enum date_share, struct buf *);
void date_point_tail(const struct date_point *, enum date_share, struct buf *);

/* Append what stands in a column of a row: "15", "10–19"; "Mar", "spring"; "1917", "1910s". Nothing
 * where the date has no such part. */
void date_short_day(const struct date_point *, struct buf *);
void date_short_month(const struct date_point *, struct buf *);
void date_short_year(const struct date_point *, struct buf *);
/* "Mar". */
void date_short_name(int month, struct buf *);

#endif
