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
	const struct date_beside *beside; /* for advice; NULL at a prompt */
};

/* Fills the problem and returns false. Without a format the reason stays empty: it is no date at
 * all, and date_advise may know what was meant. */
bool date_fail(struct date_reader *, const char *at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
bool date_refuse(struct date_reader *, const char *at);

bool date_point_read(struct date_reader *, const char *text, const char *end, struct date_point *);
/* The second step of it, when its pieces are there: fills in month, day, depth and bounds; false,
 * having said why, where there is no such day. */
bool date_point_bound(struct date_reader *, struct date_point *);

/* The next item of a set that has been read; *at is form->items at first. False behind the last. */
bool date_item_next(const struct date_form *, const char **at, struct date_item *);
bool date_form_read(struct date_reader *, const char *text, size_t len, struct date_form *);
/* Reads a date's own string again; of an Old Style date the Julian one. */
bool date_form_again(const struct date *, struct date_form *);

/* Fills the reason of what is no date: how it is written. */
void date_advise(struct date_reader *, const char *text, size_t len);
/* Adds to the reason what to write, where that can be told. */
void date_advise_more(struct date_reader *, const char *text, size_t len);
/* Whether a date_os may hold the date that was read. */
bool date_form_julian(const struct date_form *);

/* ---- advice: what a refused text means ---- */

struct date_text;

enum { DATE_MEANT_MOST = 8 };
enum { ADVICE_MOST = 160 }; /* bytes: a longer text is no way of writing a date */

/* A text that was refused, as it is and in plain signs. */
struct date_marks {
	char plain[ADVICE_MOST * 2]; /* as typed, but with plain figures, hyphens and spaces */
	char low[ADVICE_MOST * 2];   /* that folded; \1 is a dash that is no hyphen */
	size_t offset;               /* of the first character that was changed */
	int32_t code;                /* the character; 0 where there is none */
	char instead;                /* what stands for it in plain, 0 for nothing */
	bool cut;                    /* words that say more were left out of both */
};
/* False where the text is no way of writing a date at all: too long, empty, with a NUL. */
bool date_marks_read(const char *text, size_t len, struct date_marks *);
/* Appends the character and what it is: "“" is a quotation mark (U+201C). */
void date_marks_name(const struct date_marks *, struct buf *);

/* Words and signs beside the figures, by what they say. */
enum date_word {
	DATE_WORD_MONTH,   /* the value is its number */
	DATE_WORD_SEASON,  /* 21 to 24 */
	DATE_WORD_ORDINAL, /* "first": 1, "last": DATE_LAST */
	DATE_WORD_EARLY,   /* 1; 2 "mid", 3 "late" */
	DATE_WORD_ABOUT,
	DATE_WORD_POSSIBLY,
	DATE_WORD_BEFORE,
	DATE_WORD_AFTER,
	DATE_WORD_FROM,
	DATE_WORD_TO,
	DATE_WORD_BETWEEN,
	DATE_WORD_AND,
	DATE_WORD_OR,
	DATE_WORD_EARLIER,
	DATE_WORD_LATER,
	DATE_WORD_HALF,
	DATE_WORD_QUARTER,
	DATE_WORD_THIRD,
	DATE_WORD_TEN, /* years of a century */
	DATE_WORD_DECADE,
	DATE_WORD_CENTURY,
	DATE_WORD_MILLENNIUM,
	DATE_WORD_FILLER,
	DATE_WORD_UNKNOWN,
	DATE_WORD_NOW,
	DATE_WORD_ALIEN, /* of another calendar */
	DATE_SIGN_BCE,
	DATE_SIGN_CE,
	DATE_SIGN_OLD, /* Old Style */
	DATE_SIGN_NEW,
	DATE_SIGN_UNKNOWN,
	DATE_SIGN_NOW,
	DATE_SIGN_ALIEN, /* beside a year of another calendar */
};
enum { DATE_LAST = 99 };
/* Bytes of the word that begins here. */
size_t date_word_len(const char *text, const char *end);
/* Take a whole word, or a sign of letters with dots between ("v. Chr."), and a dot behind it. The
 * text is folded. The value may be NULL. */
bool date_take_name(struct date_text *, enum date_word, int *value);
bool date_take_sign(struct date_text *, enum date_word);
/* Whether a folded word is in any of the lists; and whether it says more than that it stands beside
 * a date: "before", "early", "century". */
bool date_word_known(const char *word, size_t len);
bool date_word_moves(const char *word, size_t len);

/* Takes Roman figures up to "x", Latin or Cyrillic; 0 for none. */
int date_take_roman(struct date_text *);
/* Takes "st", "-го", "." where it stands: what makes a number an ordinal. */
void date_take_ending(struct date_text *);

/* One point of a refused text, as far as it says one. */
struct date_guess {
	int64_t year;   /* of a decade or century the first of it, without its unknown digits */
	int month, day; /* 0 where not said; a season is a month from 21 to 41 */
	int other_month, other_day; /* as Americans read 3/4/1918, or Europeans; else 0 */
	int64_t number;             /* where there is nothing but a number of up to three digits */
	int digits;                 /* of it, else 0 */
	int unknown;                /* last digits of the year that are not known */
	int part; /* 1 early, 2 mid, 3 late; 4 and 5 halves; 6 to 9 quarters of a century; or 0 */
	uint8_t certainty;
	bool has_year, era, before; /* before: years BCE */
	bool named;                 /* a month stands in letters */
	bool minus;                 /* -44 */
	bool short_year;            /* a year of two digits, in `year` */
	bool style_old, style_new;  /* Old Style, New Style is said */
	bool counted;               /* "late 19th": of what is counted, the other point says */
	bool year_last;             /* 3.3.1918 */
	bool raw_extra;             /* raw says more than the other members */
	char raw[48];               /* EDTF as it stands; "" for none */
	char time[24];              /* "T21:45"; "" for none */
	int double_year;            /* 51 of 1750/51, else 0 */
};
/* Takes a point. Behind another one "04-09" is a month and a day. */
bool date_guess_take(struct date_text *, bool behind, struct date_guess *);
/* Takes one where figures stand for all of it: "3.3.1918", "1918-W10", "191x". */
bool date_figures_take(struct date_text *, bool behind, struct date_guess *);
/* Takes a time of day behind a day. */
bool date_clock_take(struct date_text *, struct date_guess *);

enum date_sense {
	SENSE_POINT,
	SENSE_RANGE,   /* two points; one, where an end is open or unknown */
	SENSE_BETWEEN, /* at some time between two */
	SENSE_BEFORE,  /* or on it */
	SENSE_AFTER,
	SENSE_ONE_OF,
	SENSE_ALL_OF,
	SENSE_UNKNOWN, /* of all of it nothing is known */
	SENSE_NOW,
	SENSE_ALIEN, /* of another calendar */
};

/* What all of a refused text means, as far as it can be told. */
struct date_meant {
	enum date_sense sense;
	struct date_guess points[DATE_MEANT_MOST];
	int count;
	enum date_end start, end; /* of a range */
	char sign;                /* between two points: / - . \1 or w for a word; else 0 */
	bool strict;              /* "before", not "or earlier" */
	bool completed;           /* the second point was completed by the first */
	bool month;               /* 1918/03: a year and a month, no range */
	bool dual;                /* 1750/51: one year, that began in March */
	bool bare;                /* both are years of fewer than four digits */
	struct date_guess other;  /* another reading of the second point, where has_other */
	bool has_other;
};
bool date_meant_read(const struct date_marks *, struct date_meant *);
/* Puts the signs that are read elsewhere for others, in a folded text in so many bytes. Returns
 * whether words that say more were left out. */
bool date_habits_change(char *low, size_t size);
/* The same for phrases alone, and for what stands beside a date and is none of it. */
bool date_phrases_change(char *low, size_t size);
bool date_asides_change(char *low, size_t size);
/* Puts figures for a year in English words: "eighteen fifty-six". */
void date_spelled_change(char *low, size_t size);
/* Puts so many bytes of a text in so much room for others at `at`; false, and nothing changed, where
 * it has not the room. */
bool date_replace(char *low, size_t size, char *at, size_t cut, const char *put);
/* Whether two numbers stand alone, as a month and a day without a year do: "12-25", "--03-03". */
bool date_yearless_read(const char *low, int *first, int *second);
/* Whether it is a year of another calendar: "5678 AM", "1336 h.". */
bool date_alien_year(const char *low);
/* Appends the Gregorian years into which the year of another calendar falls, and names the calendar;
 * false where it is not known. With `exact` the very day where there is a rule, and then sets it. */
bool date_alien_years(const char *low, struct buf *edtf, const char **name, bool *exact);
/* Fills in what its points leave to each other; false where a point stays without a year. */
bool date_meant_complete(struct date_meant *);
/* Appends it in EDTF, sets without quotation marks. */
void date_meant_edtf(const struct date_meant *, struct buf *);

/* What was refused, what it means, and the date that is advised. */
struct date_advice {
	struct date_reader *reader;
	const char *text; /* what the advice is for, and in plain signs */
	size_t len;
	const char *end; /* of the interval or set that it is a part of; else NULL */
	struct date_marks marks;
	struct date_meant meant;
	struct buf edtf, words; /* the advised date, and how it is shown */
};

/* Whether the text is a date where it is to stand. */
bool date_advice_fits(const struct date_reader *, const char *text);
/* Replaces the words by those in which a date in EDTF is shown. */
void date_advice_show(const char *edtf, bool julian, struct buf *words);
/* Takes what is meant for the advised date; false where it is none here. */
bool date_advice_take(struct date_advice *, const struct date_meant *, bool julian);
/* Where the reading of EDTF stopped, in the text. */
size_t date_advice_fault(const struct date_advice *);
/* Fills in the fault at a byte of the text; true. */
bool date_advise_so(struct date_advice *, size_t offset, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* Appends a date as it is to be typed, with "in quotes" where it needs quotation marks. */
void date_advice_typed(const struct date_advice *, const char *edtf, struct buf *);
/* Appends where the typed words are kept, after "; ", where there is a field for them. */
void date_advise_keep(const struct date_advice *, struct buf *);
/* Say what to write for one point, two, what is before or after one, and several; false where that
 * is no date. */
bool date_advise_point(struct date_advice *);
bool date_advise_range(struct date_advice *);
bool date_advise_side(struct date_advice *);
bool date_advise_several(struct date_advice *);
/* Says what to write for a part of one point, "early 1918"; true. */
bool date_advise_part(struct date_advice *);
/* Adds to what is said of several points which parts of them may be meant, and has the typed words
 * kept. */
void date_advise_parts(struct date_advice *);
/* Say what to write for days that are told by a feast, by a day of the week or by a week, and for the
 * turn of a century; for dates of which some are spans: "1856-58, 1860". */
bool date_advise_named(struct date_advice *);
bool date_advise_spans(struct date_advice *);
/* Say what to write for a date in Old Style or New, one day in both, and where no date is meant;
 * false where it is nothing of the kind. */
bool date_advise_style(struct date_advice *);
bool date_advise_dual(struct date_advice *);
bool date_advise_nothing(struct date_advice *);
/* Says what to write for a dash before a year; false where none stands there. */
bool date_advise_dash(struct date_advice *);
/* Says what was not understood, and how a date is written. */
void date_advise_pattern(struct date_reader *, const char *text, size_t len);

/* Whether a date with a year stands near. */
bool date_near_is(const struct date_reader *);
/* The years that end in the figures of a number below `size`: first the likeliest, by the dates that
 * stand near, then the one of the century beside it, and the number itself where it is none of these.
 * Returns how many. */
int date_near_years(const struct date_reader *, int64_t number, int64_t size, int64_t out[3]);
/* Why the first of them is the likeliest, with a space before; "" where it is only a guess. */
const char *date_near_why(const struct date_reader *);
/* Appends how a day is written, in the year near: "1856-MM-DD", which is none until it is filled
 * in. */
void date_near_pattern(const struct date_reader *, struct buf *);

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
	bool short_year;    /* only its last two figures: of which century is not said */
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

/* A point, and of one that begins with a day, month or season what there is of it. */
bool date_said_take(struct date_text *, struct date_said *);
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
