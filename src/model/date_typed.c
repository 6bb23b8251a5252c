/* Dates as someone types them who has read them on the screen: "29 March 2022", "15–17 Dec 1917",
 * "about 44 BCE", "25 October 1917 Old Style".
 *
 * The words are read from left to right into points of time that may lack what is said only once,
 * behind the last of them: "15" and "17 December 1917". Wherever a whole date has been read, it is
 * written down in EDTF, which date_parse then judges, so that there is one judge of dates. What
 * follows is tried, and left to others where it is no part of the date: "29 March 2022 and
 * ceasefire" is a date and two words. */
#include "model/date_parts.h"

#include <stdio.h>
#include <string.h>

enum { POINTS_MOST = 16, LEAP_YEAR = 2000 };

struct reading {
	struct date_text text;
	struct date_said points[POINTS_MOST * 2]; /* two for each item: its first and its last */
	bool pair[POINTS_MOST];                   /* whether these are two */
	int items;
};

/* How a date of several points stands in EDTF. */
struct frame {
	const char *open, *close; /* "[" "]" */
	bool earlier, later;      /* ".." before the first, behind the last */
};

/* "15 December – 3 January 1918" begins in the year before. */
static bool is_year_before(const struct date_said *from, const struct date_said *to)
{
	return !from->has_year && to->month >= 1 && to->month <= 12 && from->month > to->month &&
		from->month <= 12;
}

static bool items_edtf(struct reading *reading, const struct frame *frame, struct buf *out)
{
	const struct date_said *last = &reading->points[reading->items * 2 - 1];
	const char *between = *frame->open ? ".." : "/";
	if (!last->has_year)
		return false;
	buf_text(out, frame->open);
	buf_text(out, frame->earlier ? ".." : "");
	for (int i = 0; i < reading->items * 2; i++) {
		struct date_said said = reading->points[i];
		if (i % 2 && !reading->pair[i / 2])
			continue;
		bool before = !(i % 2) && reading->pair[i / 2] &&
			is_year_before(&said, &reading->points[i + 1]);
		if (!date_said_complete(&said, last))
			return false;
		said.year -= before;
		buf_text(out, i == 0 ? "" : i % 2 ? between : ",");
		date_said_edtf(&said, out);
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
	struct date_said *first = &reading->points[reading->items * 2], *second = first + 1;
	if (!date_said_take(&reading->text, first))
		return false;
	const char *from = reading->text.at;
	bool pair = date_take_dash(&reading->text) && date_said_take(&reading->text, second);
	if (pair) {
		first->spaced = *from == ' ';
		first->tight = !first->spaced;
	} else {
		reading->text.at = from;
		*second = *first;
	}
	reading->text.worded |= pair;
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
		if (date_take(&behind.text, ends[i]))
			return true;
	return reading->text.at == reading->text.end;
}

/* What has been read and is a date: how far, and its EDTF. */
struct found {
	const char *to;
	struct buf edtf; /* of days of any year none */
	bool old_style;
	struct date_yearly yearly;
};

/* Keeps what has been read, where it is a date. */
static bool keep(struct reading *reading, const struct frame *frame, struct found *found)
{
	struct buf edtf = {0};
	bool is_date = reading->text.worded && is_end(reading) && items_edtf(reading, frame, &edtf);
	if (is_date) {
		found->to = reading->text.at;
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
	while (date_take(&reading->text, ", "))
		if (!take_item(reading))
			return;
	if (!date_take_space(&reading->text))
		return;
	for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
		struct frame frame = joins[i].frame;
		if (!date_take_word(&reading->text, joins[i].word) ||
			!date_take_space(&reading->text))
			continue;
		reading->text.worded = true;
		frame.earlier = date_take_word(&reading->text, "earlier");
		frame.later = !frame.earlier && date_take_word(&reading->text, "later");
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
	const char *from = reading->text.at;
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		reading->text.at = from;
		reading->items = 0;
		if (!date_take_word(&reading->text, phrases[i].before) ||
			!date_take_space(&reading->text) ||
			!date_said_take(&reading->text, &reading->points[0]))
			continue;
		reading->points[1] = reading->points[0];
		reading->items = 1;
		reading->pair[0] = false;
		reading->text.worded = true;
		if (*phrases[i].behind &&
			(!date_take_space(&reading->text) ||
				!date_take(&reading->text, phrases[i].behind)))
			continue;
		if (keep(reading, &phrases[i].frame, found))
			return true;
	}
	reading->text.at = from;
	reading->items = 0;
	if (!date_take_word(&reading->text, "between") || !date_take_space(&reading->text) ||
		!date_said_take(&reading->text, &reading->points[0]) ||
		!date_take_space(&reading->text) || !date_take_word(&reading->text, "and") ||
		!date_take_space(&reading->text) ||
		!date_said_take(&reading->text, &reading->points[1]))
		return false;
	reading->items = 1;
	reading->pair[0] = reading->text.worded = true;
	return keep(reading, &(struct frame){"", "", false, false}, found);
}

/* A time of day, behind a day: no date here stops within one. */
static void take_time(struct reading *reading, struct found *found)
{
	int64_t number;
	reading->text.at = found->to;
	if (!date_take(&reading->text, ", ") ||
		date_take_number(&reading->text, 2, false, &number) != 2 ||
		!date_take(&reading->text, ":") ||
		date_take_number(&reading->text, 2, false, &number) != 2)
		return;
	if (date_take(&reading->text, ":"))
		date_take_number(&reading->text, 2, false, &number);
	if (!date_take(&reading->text, " utc") && date_take(&reading->text, " (utc")) {
		if (!date_take(&reading->text, "+"))
			date_take(&reading->text, "-");
		date_take_number(&reading->text, 2, false, &number);
		date_take(&reading->text, ":");
		date_take_number(&reading->text, 2, false, &number);
		if (!date_take(&reading->text, ")"))
			return;
	}
	if (is_end(reading))
		found->to = reading->text.at;
}

/* Remarks in brackets that take nothing from the date's bounds: "(day unknown)". */
static void take_remark(struct reading *reading, struct found *found)
{
	static const char *const words[] = {"day", "month", "year", "season", "and", "unknown",
		"approximate", "uncertain", "northern hemisphere", NULL};
	reading->text.at = found->to;
	if (!date_take(&reading->text, " ("))
		return;
	for (bool any = true; any;) {
		any = date_take_space(&reading->text) || date_take(&reading->text, ";");
		for (const char *const *word = words; *word && !any; word++)
			any = date_take_word(&reading->text, *word);
	}
	if (date_take(&reading->text, ")") && is_end(reading))
		found->to = reading->text.at;
}

/* "25 October 1917 Old Style", and "7 November 1917 (25 October Old Style)", whose first half says
 * it all. */
static void take_old_style(struct reading *reading, struct found *found)
{
	struct reading inner = {.text = {found->to, reading->text.end, false}};
	reading->text.at = found->to;
	if (date_take(&reading->text, " old style") && is_end(reading)) {
		found->to = reading->text.at;
		found->old_style = true;
		return;
	}
	if (date_take(&inner.text, " (") && take_item(&inner) &&
		date_take(&inner.text, " old style)") && is_end(&inner))
		found->to = inner.text.at;
}

static bool is_day_of_year(const struct date_said *said)
{
	return !said->has_year && !said->certainty && said->month >= 1 && said->month <= 12 &&
		said->day >= 1 && said->day <= date_month_days(LEAP_YEAR, said->month, false);
}

/* A day without its year, or days from one to another of a year: "29 March", "29–31 March", "29/3", and with a year
 * of no century, "29.3.22". */
static bool take_yearly(struct reading *reading, struct found *found)
{
	struct date_said from = reading->points[0], to = reading->points[1];
	if (reading->items != 1 || !is_end(reading) || !is_day_of_year(&to))
		return false;
	if (from.number && from.year >= 1 && from.year <= to.day)
		from = (struct date_said){.day = (int)from.year, .month = to.month};
	const struct date_yearly days = {.from = date_yearly_day(from.month, from.day),
		.to = date_yearly_day(to.month, to.day),
		.short_year = to.short_year,
		.year = to.short_year ? (int)to.year : 0};
	if (!is_day_of_year(&from) || days.from > days.to)
		return false;
	found->to = reading->text.at;
	found->yearly = days;
	return true;
}

/* The longest date in words that the text begins with; false where there is none. Caller frees. */
static bool find(const char *text, size_t len, struct found *found)
{
	struct reading reading = {.text = {text, text + len, false}};
	*found = (struct found){0};
	if (!take_phrase(&reading, found)) {
		reading = (struct reading){.text = {text, text + len, false}};
		if (!take_item(&reading))
			return false;
		struct reading behind = reading;
		reading.text.worded |= date_take(&behind.text, " (month ");
		keep(&reading, &(struct frame){"", "", false, false}, found);
		behind = reading;
		take_list(&reading, found);
		if (!found->to)
			return take_yearly(&behind, found);
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

/* "29 March", "29/3": the year is missing, or stands at the wrong place. */
static bool lacks_year(const char *text, size_t len)
{
	struct reading reading = {.text = {text, text + len, false}};
	struct date_said said;
	return date_said_take(&reading.text, &said) && said.month && !said.has_year;
}

bool date_yearly_typed(const char *text, size_t len, struct date_yearly *days)
{
	struct found found;
	bool read = find(text, len, &found) && found.to == text + len && found.yearly.to;
	if (read)
		*days = found.yearly;
	buf_free(&found.edtf);
	return read;
}

/* What has been found, as a date: of one in Old Style the Gregorian. */
static bool judge(struct arena *arena, const struct found *found, struct date *date,
	struct date_problem *problem)
{
	const char *edtf = buf_string(&found->edtf);
	struct date julian;
	struct buf gregorian = {0};
	if (!found->old_style)
		return date_parse_field(arena, edtf, found->edtf.len, false, NULL, date, problem);
	if (!date_parse_field(arena, edtf, found->edtf.len, true, NULL, &julian, problem))
		return false;
	date_edtf(&julian, &gregorian);
	bool done = date_parse(arena, buf_string(&gregorian), gregorian.len, date, problem);
	buf_free(&gregorian);
	return done;
}

bool date_parse_typed(struct arena *arena, const char *text, size_t len, struct date *date,
	struct date_problem *problem)
{
	struct found found = {0};
	struct date_reader reader = {text, problem, false, NULL};
	struct date_form form;
	bool edtf = date_form_read(&reader, text, len, &form);
	bool whole = !edtf && find(text, len, &found) && found.to == text + len && found.edtf.len;
	bool done;
	if (whole) {
		done = judge(arena, &found, date, problem);
		problem->offset = 0;
	} else {
		done = date_parse_field(arena, text, len, false, NULL, date, problem);
	}
	if (!whole && !done && lacks_year(text, len) &&
		(strstr(problem->reason, "XXXX-") || strncmp(problem->reason, "not a", 5) == 0)) {
		problem->offset = 0;
		snprintf(problem->reason, sizeof problem->reason,
			"of which year? Write it too, as in 29 March 1918 or 1918-03-29");
	}
	buf_free(&found.edtf);
	return done;
}
