/* Dates as someone types them who has read them on the screen: "29 March 2022", "15–17 Dec 1917",
 * "about 44 BCE", "25 October 1917 Old Style".
 *
 * The words are read from left to right into points of time that may lack what is said only once,
 * behind the last of them: "15" and "17 December 1917". Wherever a whole date has been read, it is
 * written down in EDTF, which date_parse then judges, so that there is one judge of dates. What
 * follows is tried, and left to others where it is no part of the date: "29 March 2022 and
 * ceasefire" is a date and two words. */
#include "base/text.h"
#include "model/date_parts.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { POINTS_MOST = 16 };

/* One point of time, as far as it is said. */
struct said {
	int64_t year;
	int day, month; /* 0 where not said; a season is a month from 21 to 41 */
	bool has_year;
	bool number;        /* nothing but a number, in `year`: a day or a year */
	bool no_era;        /* a year without its era, which may stand behind the last */
	bool tight, spaced; /* a dash stands behind it, alone or between spaces */
	bool decade;
	uint8_t certainty;
};

struct reading {
	const char *at, *end;
	struct said points[POINTS_MOST * 2]; /* two for each item: its first and its last */
	bool pair[POINTS_MOST];              /* whether these are two */
	int items;
	bool worded; /* there is a word or a dash, without which it is EDTF or nothing */
};

/* ---- pieces ---- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Takes a text where it stands here; capitals of ASCII do not matter. */
static bool take(struct reading *reading, const char *text)
{
	const char *at = reading->at;
	for (; *text; text++, at++)
		if (at == reading->end || text_small(*at) != text_small(*text))
			return false;
	reading->at = at;
	return true;
}

/* The same of whole words. */
static bool take_word(struct reading *reading, const char *word)
{
	const char *from = reading->at;
	if (!take(reading, word))
		return false;
	size_t bytes;
	int32_t next = text_decode(reading->at, (size_t)(reading->end - reading->at), &bytes);
	if (!bytes || !(text_is_letter(next) || (next >= '0' && next <= '9')))
		return true;
	reading->at = from;
	return false;
}

static bool take_space(struct reading *reading)
{
	return take(reading, " ") || take(reading, "\xC2\xA0");
}

/* Digits, at most so many; with `commas` thousands may be set off. 0 where there are none. */
static int take_number(struct reading *reading, int most, bool commas, int64_t *number)
{
	const char *at = reading->at;
	int digits = 0;
	*number = 0;
	for (; at < reading->end; at++) {
		bool comma = commas && *at == ',' && digits && reading->end - at > 3 &&
			is_digit(at[1]) && is_digit(at[2]) && is_digit(at[3]) &&
			(reading->end - at == 4 || !is_digit(at[4]));
		if (comma)
			continue;
		if (!is_digit(*at))
			break;
		if (++digits > most)
			return 0;
		*number = *number * 10 + (*at - '0');
	}
	if (digits)
		reading->at = at;
	return digits;
}

/* A dash alone, or between spaces. */
static bool take_dash(struct reading *reading)
{
	const char *from = reading->at;
	bool before = take_space(reading);
	if ((take(reading, DATE_DASH) || take(reading, "-")) && take_space(reading) == before)
		return true;
	reading->at = from;
	return false;
}

/* A month in full or in three letters; 0 for none. */
static int take_month(struct reading *reading)
{
	for (int month = 1; month <= 12; month++) {
		const char *name = date_month_name(month);
		const char first[] = {name[0], name[1], name[2], '\0'};
		if (reading->at < reading->end && text_small(*reading->at) == text_small(*name) &&
			(take_word(reading, name) || take_word(reading, first)))
			return month;
	}
	return take_word(reading, "sept") ? 9 : 0;
}

/* Seasons that the words alone tell apart. */
static int take_season(struct reading *reading)
{
	for (int month = 21; month <= 41; month++)
		if (!date_season(month)->hemisphere && take_word(reading, date_season(month)->name))
			return month;
	return 0;
}

/* ---- points ---- */

/* Puts an era on a number of years: "44 BCE". */
static bool take_era(struct reading *reading, int64_t *year)
{
	const char *from = reading->at;
	if (take_space(reading)) {
		if (*year > 0 && take_word(reading, "bce")) {
			*year = 1 - *year;
			return true;
		}
		if (*year > 0 && take_word(reading, "ce"))
			return true;
	}
	reading->at = from;
	return false;
}

/* A year: four digits, more with commas, or any with its era. */
static bool take_year(struct reading *reading, int64_t *year)
{
	const char *from = reading->at;
	int digits = take_number(reading, 12, true, year);
	bool grouped = digits && reading->at - from > digits;
	if (digits && (take_era(reading, year) || digits == 4 || grouped))
		return true;
	reading->at = from;
	return false;
}

/* The year of a season that runs into the next one: "1917–18", "1 BCE – 1 CE". */
static bool take_year_of_season(struct reading *reading, int month, int64_t *year)
{
	int64_t next;
	const struct date_season *season = date_season(month);
	if (!take_year(reading, year))
		return false;
	const char *from = reading->at;
	if (season->start + season->months <= 13 || !take_dash(reading))
		return true;
	if (take_year(reading, &next)
			? next == *year + 1
			: take_number(reading, 2, false, &next) == 2 && next == (*year + 1) % 100)
		return true;
	reading->at = from;
	return true;
}

/* Behind a month, a season or a day and month: " 1917"; left open where there is none. */
static void take_year_behind(struct reading *reading, struct said *said)
{
	const char *from = reading->at;
	if (!take_space(reading))
		return;
	if (said->month > 12 && take_word(reading, "of"))
		take_space(reading);
	said->has_year = said->month > 12 ? take_year_of_season(reading, said->month, &said->year)
					  : take_year(reading, &said->year);
	if (!said->has_year)
		reading->at = from;
}

/* A day and its month, a month or a season, with the year where it is said. */
static bool take_front(struct reading *reading, struct said *said)
{
	const char *from = reading->at;
	int64_t day = 0;
	int digits = take_number(reading, 2, false, &day);
	if (digits && (day < 1 || day > 31 || !take_space(reading))) {
		reading->at = from;
		return false;
	}
	said->day = (int)day;
	said->month = take_month(reading);
	if (!said->month && !digits)
		said->month = take_season(reading);
	if (!said->month) {
		reading->at = from;
		said->day = 0;
		return false;
	}
	reading->worded = true;
	take_year_behind(reading, said);
	return true;
}

/* "1910s", "the 1910s"; the 1900s may be ten years or a hundred. */
static bool take_decade(struct reading *reading, struct said *said)
{
	const char *from = reading->at;
	if (take_word(reading, "the"))
		take_space(reading);
	if (take_number(reading, 4, false, &said->year) == 4 && said->year % 10 == 0 &&
		said->year % 100 != 0 && take_word(reading, "s")) {
		said->decade = said->has_year = reading->worded = true;
		return true;
	}
	reading->at = from;
	return false;
}

/* A year, or a number that may be a day as well. */
static bool take_bare(struct reading *reading, struct said *said)
{
	const char *from = reading->at;
	int digits = take_number(reading, 12, true, &said->year);
	if (!digits)
		return false;
	bool grouped = reading->at - from > digits;
	bool era = take_era(reading, &said->year);
	reading->worded |= era || grouped;
	said->has_year = era || grouped || digits == 4;
	said->number = !said->has_year;
	said->no_era = !era;
	return true;
}

static bool take_qualifier(struct reading *reading, struct said *said)
{
	const char *from = reading->at;
	uint8_t certainty = take_word(reading, "possibly")           ? DATE_POSSIBLY
		: take_word(reading, "about") || take(reading, "c.") ? DATE_ABOUT
								     : DATE_EXACT;
	if (certainty && take_space(reading)) {
		said->certainty |= certainty;
		reading->worded = true;
		return true;
	}
	reading->at = from;
	return false;
}

static bool take_point(struct reading *reading, struct said *said)
{
	const char *from = reading->at;
	*said = (struct said){0};
	for (int most = 2; most > 0 && take_qualifier(reading, said); most--)
		; /* "possibly about" */
	if (take_front(reading, said) || take_decade(reading, said) || take_bare(reading, said)) {
		if (said->has_year && reading->worded && take(reading, "?"))
			said->certainty |= DATE_POSSIBLY;
		return true;
	}
	reading->at = from;
	return false;
}

/* ---- what is said once, behind the last ---- */

/* False where the last does not say what is missing. */
static bool complete(struct said *said, const struct said *last)
{
	if (said->number && last->day) {
		if (said->year < 1 || said->year > 31)
			return false;
		said->day = (int)said->year;
		said->month = last->month;
	} else if (said->no_era) {
		if (said->number && (last->month || last->no_era))
			return false; /* "44" of "44–43 BCE", but no 44 alone */
		if (last->year < 1 && !said->number && !said->tight)
			return said->spaced; /* 1960 or 44 BCE: of which era is the first? */
		if (last->year < 1)
			said->year = 1 - said->year;
	} else if (said->has_year) {
		return true;
	} else if (!last->month || (said->day > 0) != (last->day > 0)) {
		return false;
	}
	if (said->month)
		said->year = last->year;
	said->has_year = true;
	said->number = false;
	return true;
}

static void point_edtf(const struct said *said, struct buf *out)
{
	static const char *const marks[DATE_CERTAINTY_COUNT] = {"", "~", "?", "%"};
	int64_t year = said->year;
	if (said->decade)
		buf_format(out, "%03dX", (int)(year / 10));
	else if (year < -DATE_YEAR_MOST || year > DATE_YEAR_MOST)
		buf_format(out, "Y%" PRId64, year);
	else
		buf_format(out, "%s%04d", year < 0 ? "-" : "", (int)(year < 0 ? -year : year));
	if (said->month)
		buf_format(out, "-%02d", said->month);
	if (said->day)
		buf_format(out, "-%02d", said->day);
	buf_text(out, marks[said->certainty]);
}

/* ---- whole dates ---- */

/* How a date of several points stands in EDTF. */
struct frame {
	const char *open, *close; /* "[" "]" */
	bool earlier, later;      /* ".." before the first, behind the last */
};

static bool items_edtf(struct reading *reading, const struct frame *frame, struct buf *out)
{
	const struct said *last = &reading->points[reading->items * 2 - 1];
	const char *between = *frame->open ? ".." : "/";
	if (!last->has_year)
		return false;
	buf_text(out, frame->open);
	buf_text(out, frame->earlier ? ".." : "");
	for (int i = 0; i < reading->items * 2; i++) {
		struct said said = reading->points[i];
		if (i % 2 && !reading->pair[i / 2])
			continue;
		if (!complete(&said, last))
			return false;
		buf_text(out, i == 0 ? "" : i % 2 ? between : ",");
		point_edtf(&said, out);
	}
	buf_text(out, frame->later ? ".." : "");
	buf_text(out, frame->close);
	return true;
}

/* A point, or two with a dash between. */
static bool take_item(struct reading *reading)
{
	if (reading->items == POINTS_MOST)
		return false;
	struct said *first = &reading->points[reading->items * 2], *second = first + 1;
	if (!take_point(reading, first))
		return false;
	const char *from = reading->at;
	bool pair = take_dash(reading) && take_point(reading, second);
	if (pair) {
		first->spaced = *from == ' ';
		first->tight = !first->spaced;
	} else {
		reading->at = from;
		*second = *first;
	}
	reading->worded |= pair;
	reading->pair[reading->items++] = pair;
	return true;
}

/* Whether a date may end here: before a space, a comma, dots, a quotation mark, or the end. */
static bool is_end(const struct reading *reading)
{
	static const char *const ends[] = {
		" ", "\t", "\n", "\r", "\v", "\f", ",", "..", "\"", "\xC2\xA0", "“", "”", "„", "‟"};
	struct reading behind = *reading;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (take(&behind, ends[i]))
			return true;
	return reading->at == reading->end;
}

/* What has been read and is a date: how far, and its EDTF. */
struct found {
	const char *to;
	struct buf edtf;
	bool old_style;
};

/* Keeps what has been read, where it is a date. */
static bool keep(struct reading *reading, const struct frame *frame, struct found *found)
{
	struct buf edtf = {0};
	bool is_date = reading->worded && is_end(reading) && items_edtf(reading, frame, &edtf);
	if (is_date) {
		found->to = reading->at;
		buf_clear(&found->edtf);
		buf_text(&found->edtf, buf_string(&edtf));
	}
	buf_free(&edtf);
	return is_date;
}

/* "1917, 1918 or 1920", "1917 or later", behind the first. */
static void take_list(struct reading *reading, struct found *found)
{
	static const struct {
		const char *word;
		struct frame frame;
	} joins[] = {{"or", {"[", "]", false, false}}, {"and", {"{", "}", false, false}}};
	while (take(reading, ", "))
		if (!take_item(reading))
			return;
	if (!take_space(reading))
		return;
	for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
		struct frame frame = joins[i].frame;
		if (!take_word(reading, joins[i].word) || !take_space(reading))
			continue;
		reading->worded = true;
		frame.earlier = take_word(reading, "earlier");
		frame.later = !frame.earlier && take_word(reading, "later");
		if (frame.earlier || frame.later || take_item(reading))
			keep(reading, &frame, found);
		return;
	}
}

/* "until 1918", "from 1918 onwards", "between 1900 and 1999"; false where it is none of them. */
static bool take_phrase(struct reading *reading, struct found *found)
{
	static const struct {
		const char *before, *behind;
		struct frame frame;
	} phrases[] = {
		{"until", "(start unknown)", {"/", "", false, false}},
		{"until", "", {"../", "", false, false}},
		{"from", "onwards", {"", "/..", false, false}},
		{"from", "(end unknown)", {"", "/", false, false}},
	};
	const char *from = reading->at;
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		reading->at = from;
		reading->items = 0;
		if (!take_word(reading, phrases[i].before) || !take_space(reading) ||
			!take_point(reading, &reading->points[0]))
			continue;
		reading->points[1] = reading->points[0];
		reading->items = 1;
		reading->pair[0] = false;
		reading->worded = true;
		if (*phrases[i].behind &&
			(!take_space(reading) || !take(reading, phrases[i].behind)))
			continue;
		if (keep(reading, &phrases[i].frame, found))
			return true;
	}
	reading->at = from;
	reading->items = 0;
	if (!take_word(reading, "between") || !take_space(reading) ||
		!take_point(reading, &reading->points[0]) || !take_space(reading) ||
		!take_word(reading, "and") || !take_space(reading) ||
		!take_point(reading, &reading->points[1]))
		return false;
	reading->items = 1;
	reading->pair[0] = reading->worded = true;
	return keep(reading, &(struct frame){"", "", false, false}, found);
}

/* A time of day, behind a day: no date here stops within one. */
static void take_time(struct reading *reading, struct found *found)
{
	int64_t number;
	reading->at = found->to;
	if (!take(reading, ", ") || take_number(reading, 2, false, &number) != 2 ||
		!take(reading, ":") || take_number(reading, 2, false, &number) != 2)
		return;
	if (take(reading, ":"))
		take_number(reading, 2, false, &number);
	if (!take(reading, " utc") && take(reading, " (utc")) {
		if (!take(reading, "+"))
			take(reading, "-");
		take_number(reading, 2, false, &number);
		take(reading, ":");
		take_number(reading, 2, false, &number);
		if (!take(reading, ")"))
			return;
	}
	if (is_end(reading))
		found->to = reading->at;
}

/* Remarks in brackets that take nothing from the date's bounds: "(day unknown)". */
static void take_remark(struct reading *reading, struct found *found)
{
	static const char *const words[] = {"day", "month", "year", "season", "and", "unknown",
		"approximate", "uncertain", "northern hemisphere", NULL};
	reading->at = found->to;
	if (!take(reading, " ("))
		return;
	for (bool any = true; any;) {
		any = take_space(reading) || take(reading, ";");
		for (const char *const *word = words; *word && !any; word++)
			any = take_word(reading, *word);
	}
	if (take(reading, ")") && is_end(reading))
		found->to = reading->at;
}

/* "25 October 1917 Old Style", and "7 November 1917 (25 October Old Style)", whose first half says
 * it all. */
static void take_old_style(struct reading *reading, struct found *found)
{
	struct reading inner = {.at = found->to, .end = reading->end};
	reading->at = found->to;
	if (take(reading, " old style") && is_end(reading)) {
		found->to = reading->at;
		found->old_style = true;
		return;
	}
	if (take(&inner, " (") && take_item(&inner) && take(&inner, " old style)") &&
		is_end(&inner))
		found->to = inner.at;
}

/* The longest date in words that the text begins with; false where there is none. Caller frees. */
static bool find(const char *text, size_t len, struct found *found)
{
	struct reading reading = {.at = text, .end = text + len};
	*found = (struct found){0};
	if (!take_phrase(&reading, found)) {
		reading = (struct reading){.at = text, .end = text + len};
		if (!take_item(&reading))
			return false;
		struct reading behind = reading;
		reading.worded |= take(&behind, " (month ");
		keep(&reading, &(struct frame){"", "", false, false}, found);
		take_list(&reading, found);
	}
	if (!found->to)
		return false;
	take_time(&reading, found);
	take_remark(&reading, found);
	take_old_style(&reading, found);
	return true;
}

size_t date_typed_len(const char *text, size_t len)
{
	struct found found;
	size_t read = find(text, len, &found) ? (size_t)(found.to - text) : 0;
	buf_free(&found.edtf);
	return read;
}

/* "29 March": the year is missing, or stands at the wrong place. */
static bool lacks_year(const char *text, size_t len)
{
	struct reading reading = {.at = text, .end = text + len};
	struct said said = {0};
	return take_front(&reading, &said) && !said.has_year;
}

/* What has been found, as a date: of one in Old Style the Gregorian. */
static bool judge(struct arena *arena, const struct found *found, struct date *date,
	struct date_problem *problem)
{
	const char *edtf = buf_string(&found->edtf);
	struct date julian;
	struct buf gregorian = {0};
	if (!found->old_style)
		return date_parse(arena, edtf, found->edtf.len, date, problem);
	if (!date_parse_old_style(arena, edtf, found->edtf.len, &julian, problem))
		return false;
	date_edtf(&julian, &gregorian);
	bool done = date_parse(arena, buf_string(&gregorian), gregorian.len, date, problem);
	buf_free(&gregorian);
	return done;
}

bool date_parse_typed(struct arena *arena, const char *text, size_t len, struct date *date,
	struct date_problem *problem)
{
	struct found found;
	if (date_parse(arena, text, len, date, problem))
		return true;
	bool whole = find(text, len, &found) && found.to == text + len, done = false;
	if (whole) {
		done = judge(arena, &found, date, problem);
		problem->offset = 0;
	} else if (lacks_year(text, len)) {
		problem->offset = 0;
		snprintf(problem->reason, sizeof problem->reason,
			"write year first, as 1918-03-29, or day, month, year: 29 March 1918");
	}
	buf_free(&found.edtf);
	return done;
}
