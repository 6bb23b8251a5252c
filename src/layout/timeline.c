/* Columns of a row, from the left:
 *
 *     0  the selection      11-14 year, on its right edge   16 mark
 *     1-5 day   7-9 month   15    "?"                       18 title, then the count, then speakers
 *
 * Dates are set from the right, so that days, months and years each have an edge of their own; a
 * part that is wider than its column pushes the ones before it to the left. */
#include "layout/timeline.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_names.h"

#include <stdio.h>
#include <string.h>

enum {
	DAY_EDGE = 6,
	MONTH_EDGE = 10,
	TITLES_EDGE = 50,
	ASKED_MOST = 100 /* quotations of an event, for a row */
};

const char *timeline_heading(const struct record *record, const struct event *event)
{
	return event->era.thing == THING_ERA ? record->eras[event->era.index].title : "Other times";
}

/* The heading changes when the era does. Events without an era are headed only once eras exist. */
static bool heads_era(
	const struct record *record, const struct event *before, const struct event *event)
{
	if (!record->counts[THING_ERA])
		return false;
	return !before || event->era.thing != before->era.thing ||
		event->era.index != before->era.index;
}

static bool gap_words(const struct event *before, const struct event *event, struct buf *out)
{
	return before && words_gap(out, before->date, event->date);
}

int timeline_above_height(const struct record *record, const struct event *before,
	const struct event *event, bool heading)
{
	struct buf words = {0};
	int height = (heading && heads_era(record, before, event)) +
		gap_words(before, event, &words);
	buf_free(&words);
	return height;
}

static const struct event *event_before(const struct result *result, uint32_t row)
{
	return row ? result_event(result, row - 1) : NULL;
}

int timeline_height(const struct result *result, uint32_t row)
{
	return 1 +
		timeline_above_height(
			result->record, event_before(result, row), result_event(result, row), true);
}

/* Which parts of a date say something new after the date before it. */
static void drop_repeated(struct date_columns *now, const struct date_columns *before)
{
	if (strcmp(now->year, before->year) != 0)
		return;
	bool same = strcmp(now->month, before->month) == 0 && strcmp(now->day, before->day) == 0 &&
		strcmp(now->about, before->about) == 0 && strcmp(now->doubt, before->doubt) == 0;
	if (same)
		*now = (struct date_columns){0};
	else if (*now->month)
		*now->year = '\0';
}

/* The parts of an event's date. Where there is no year that is said, since a row without one is of
 * the year above it. */
static void date_of(const struct rows *rows, const struct event *event, struct date_columns *date)
{
	words_date_columns(date, rows->paper.dates, when_of_event(event));
	if (*date->month && !*date->year)
		memcpy(date->year, "year?", sizeof "year?");
}

static int columns_of(const struct rows *rows, const char *text)
{
	return text_width(rows->paper.form, text, strlen(text));
}

/* The parts one behind the other, a blank between. */
static void date_joined(const struct date_columns *date, struct buf *out)
{
	const char *const parts[] = {date->about, date->day, date->month, date->year};
	size_t start = out->len;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (*parts[i])
			buf_format(out, "%s%s", out->len > start ? " " : "", parts[i]);
	buf_text(out, date->doubt);
}

/* A date that is wider than its columns begins beside the selection and pushes what is behind it.
 * Where the paper is too narrow it loses its day, then its month, and no figure of either or of the
 * year. */
static void add_wide_date(struct rows *rows, struct date_columns date)
{
	char *const parts[] = {date.day, date.month, date.year};
	struct buf words = {0};
	date_joined(&date, &words);
	for (size_t i = 0; i < 3 && columns_of(rows, buf_string(&words)) + 1 > rows->paper.width;
		i++) {
		*parts[i] = '\0';
		buf_clear(&words);
		date_joined(&date, &words);
	}
	if (*date.day || *date.month || *date.year) {
		rows_to(rows, 1);
		rows_copy(rows, style_of(ROLE_DATE), buf_string(&words));
		if (rows->column > TIMELINE_DATE_EDGE)
			rows_to(rows, TIMELINE_DATE_EDGE + 2);
	}
	buf_free(&words);
}

static void add_date(struct rows *rows, const struct date_columns *date)
{
	const struct style style = style_of(ROLE_DATE);
	struct buf day = {0};
	buf_format(&day, "%s%s%s", date->about, *date->about && *date->day ? " " : "", date->day);
	int year_start = TIMELINE_DATE_EDGE - columns_of(rows, date->year);
	int month_edge = year_start - 1 < MONTH_EDGE ? year_start - 1 : MONTH_EDGE;
	if (!*date->year)
		month_edge = MONTH_EDGE;
	int month_start = month_edge - columns_of(rows, date->month);
	int day_edge = month_start - 1 < DAY_EDGE ? month_start - 1 : DAY_EDGE;
	if (!*date->month) /* "c. 1918" keeps together */
		day_edge = year_start - 1;
	int start = day.len    ? day_edge - columns_of(rows, buf_string(&day))
		: *date->month ? month_start
			       : year_start;
	if (start < 1) {
		add_wide_date(rows, *date);
	} else {
		if (day.len)
			rows_right(rows, day_edge, style, buf_string(&day));
		if (*date->month)
			rows_right(rows, month_edge, style, date->month);
		if (*date->year)
			rows_right(rows, TIMELINE_DATE_EDGE, style, date->year);
		if (*date->doubt)
			rows_copy(rows, style, date->doubt);
	}
	buf_free(&day);
}

/* The mark in its column, or behind a date that is wider; and on to the title. */
static void add_mark(struct rows *rows, const char *mark, uint8_t color)
{
	bool wide = rows->column > TIMELINE_DATE_EDGE + 1; /* which has room for a "?" */
	rows_to(rows, wide ? rows->column + 1 : TIMELINE_MARK);
	rows_text(rows, style_party(ROLE_MARK, color), mark);
	rows_to(rows, wide ? rows->column + 1 : TIMELINE_TITLE);
}

void timeline_add_front(struct rows *rows, const char *date, const char *mark)
{
	struct date_columns columns = {.about = ""};
	if (strlen(date) < sizeof columns.year)
		strcpy(columns.year, date);
	rows_new(rows);
	add_date(rows, &columns);
	add_mark(rows, mark, COLOR_NONE);
}

int timeline_mark_column(const struct row *row)
{
	for (const struct span *span = row->spans; span; span = span->next)
		if (span->style.role == ROLE_MARK)
			return span->column;
	return TIMELINE_MARK;
}

static bool names_ref(const struct ref *seen, uint32_t count, struct ref ref)
{
	for (uint32_t i = 0; i < count; i++)
		if (seen[i].thing == ref.thing && seen[i].index == ref.index)
			return true;
	return false;
}

/* Who speaks at an event, each once; where so many do that a row cannot ask them all, those that it
 * asks. */
static void add_speakers(
	struct rows *rows, const struct result *result, const struct event *event, int width)
{
	enum { NAMED = 4, COUNTED = 32 };
	struct ref seen[COUNTED];
	uint32_t named = 0;
	struct buf names = {0};
	uint32_t count = result_quote_count(result, event);
	for (uint32_t n = 0; n < count && n < ASKED_MOST && named < COUNTED; n++) {
		struct ref speaker = quote_voice(result_quote(result, event, n));
		if (!names_ref(seen, named, speaker))
			seen[named++] = speaker;
	}
	uint32_t more = named > NAMED ? named - NAMED : 0;
	words_names(&names, rows->paper.form, result->record, seen, named - more, more, width);
	rows_cut_words(rows, style_of(ROLE_SOURCE), buf_kept(&names, rows->arena), width);
	buf_free(&names);
}

/* The colour of the party whose people alone speak there; none where others do as well, or where so
 * many speak that a row cannot ask them all. */
static uint8_t mark_color(const struct result *result, const struct event *event)
{
	uint32_t count = result_quote_count(result, event);
	uint8_t color = COLOR_NONE;
	struct ref party = {THING_NONE, 0};
	for (uint32_t n = 0; n < count && count <= ASKED_MOST; n++) {
		const struct quote *quote = result_quote(result, event, n);
		struct ref of = record_party(result->record, quote->speaker);
		if (of.thing == THING_NONE || (n && !ref_same(of, party)))
			return COLOR_NONE;
		party = of;
		color = record_color(result->record, of);
	}
	return color;
}

static void add_event(struct rows *rows, const struct result *result, uint32_t row, bool whole)
{
	const struct event *event = result_event(result, row);
	const struct signs *signs = rows->paper.signs;
	uint32_t quotes = result_quote_count(result, event);
	struct date_columns date, before;
	date_of(rows, event, &date);
	if (row > 0 && !whole) {
		date_of(rows, result_event(result, row - 1), &before);
		drop_repeated(&date, &before);
	}
	rows_new(rows);
	add_date(rows, &date);
	add_mark(rows, quotes ? signs->words : signs->no_words, mark_color(result, event));
	bool speakers = rows->paper.width >= TIMELINE_SPEAKERS;
	int right = rows->paper.width - 1;
	char figure[16] = "";
	if (speakers)
		right = TIMELINE_TITLE + (rows->paper.width - TIMELINE_TITLE) * 5 / 8;
	if (speakers && right < TITLES_EDGE)
		right = TITLES_EDGE;
	if (quotes)
		snprintf(figure, sizeof figure, " %u", (unsigned)quotes);
	int room = (quotes ? right : rows->paper.width - 1) - (int)strlen(figure) - rows->column;
	if (room > 0)
		rows_cut(rows, style_of(ROLE_TEXT), event->title, room);
	if (!quotes)
		return;
	rows_right(rows, right, style_of(ROLE_COUNT_OF), figure + 1);
	if (speakers) {
		rows_to(rows, right + 2);
		add_speakers(rows, result, event, rows->paper.width - right - 3);
	}
}

int timeline_need(const struct paper *paper, const struct record *record, int most)
{
	int need = 0;
	for (uint32_t i = 0; i < record->counts[THING_EVENT] && need < most; i++) {
		const struct event *event = &record->events[i];
		int row = TIMELINE_TITLE +
			text_width(paper->form, event->title, strlen(event->title)) + 1;
		if (event->quote_count)
			row += 1 + snprintf(NULL, 0, "%u", (unsigned)event->quote_count);
		need = row > need ? row : need;
	}
	return need < most ? need : most;
}

/* The words are whole, if they have to begin before the titles, or are not there. */
static void add_gap(struct rows *rows, const char *words)
{
	enum { SIGN = TIMELINE_TITLE - TIMELINE_MARK };
	int left = rows->paper.width - columns_of(rows, words);
	left = left < TIMELINE_TITLE ? left : TIMELINE_TITLE;
	rows_new(rows);
	rows_to(rows, left < SIGN ? TIMELINE_MARK : left - SIGN);
	rows_text(rows, style_of(ROLE_GAP), rows->paper.signs->gap);
	if (left < SIGN)
		return;
	rows_to(rows, left);
	rows_copy(rows, style_of(ROLE_GAP), words);
}

static void add_line(struct rows *rows, int columns)
{
	struct buf line = {0};
	rows_to(rows, rows->column + 1);
	buf_repeat(&line, rows->paper.signs->light, (size_t)columns);
	rows_copy(rows, style_of(ROLE_RULE), buf_string(&line));
	buf_free(&line);
}

/* The era's name, and where there is room its dates, with a line between that parts it from what
 * stands above. */
static void add_heading(struct rows *rows, const struct record *record, const struct event *event)
{
	enum { LINE_LEAST = 3 };
	struct buf dates = {0};
	int right = rows->paper.width - 1;
	if (event->era.thing == THING_ERA)
		words_date_one(&dates, rows->paper.dates,
			(struct when){.date = record->eras[event->era.index].date});
	rows_new(rows);
	rows_to(rows, 1);
	rows_cut(rows, style_of(ROLE_ERA), timeline_heading(record, event), right - 1);
	int width = columns_of(rows, buf_string(&dates)), line = right - width - rows->column - 2;
	if (width && line >= LINE_LEAST) {
		add_line(rows, line);
		rows_right(rows, right, style_of(ROLE_COUNT_OF), buf_kept(&dates, rows->arena));
	} else if (right - rows->column - 1 >= LINE_LEAST) {
		add_line(rows, right - rows->column - 1);
	}
	buf_free(&dates);
}

void timeline_add_above(struct rows *rows, const struct record *record, const struct event *before,
	const struct event *event, bool heading)
{
	struct buf words = {0};
	if (gap_words(before, event, &words))
		add_gap(rows, buf_string(&words));
	buf_free(&words);
	if (heading && heads_era(record, before, event)) {
		add_heading(rows, record, event);
	}
}

void timeline_add_event(struct rows *rows, const struct result *result, uint32_t row)
{
	add_event(rows, result, row, true);
}

void timeline_add(struct rows *rows, const struct result *result, uint32_t row, bool whole)
{
	timeline_add_above(
		rows, result->record, event_before(result, row), result_event(result, row), true);
	add_event(rows, result, row, whole);
}
