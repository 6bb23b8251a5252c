/* Events are sorted by the unit that holds them, so that those of one unit are neighbours, a
 * cluster. Then the rows are walked in their own order: the first of a cluster opens a group, and
 * the others find it by their first. So groups stand as their first events do in the record. As the record
 * is in the order of time, only the few that stand out of it are sorted, and merged with the rest.
 *
 * Units are counted in the calendar in which a date is drawn: 7 November 1917 lies in October where
 * Old Style is asked for. */
#include "layout/fold.h"

#include "base/memory.h"
#include "layout/timeline.h"
#include "layout/words.h"
#include "layout/words_date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *unit_name(enum unit unit)
{
	static const char *const names[UNIT_COUNT] = {
		[UNIT_EVENT] = "event",
		[UNIT_DAY] = "day",
		[UNIT_MONTH] = "month",
		[UNIT_YEAR] = "year",
		[UNIT_DECADE] = "decade",
		[UNIT_CENTURY] = "century",
	};
	return names[unit];
}

static int64_t year_floor(int64_t year, int64_t by)
{
	int64_t rest = year % by;
	return year - (rest < 0 ? rest + by : rest);
}

/* The first day of the unit that a day lies in. */
static struct date_civil unit_start(enum unit unit, struct date_civil civil)
{
	if (unit <= UNIT_DAY)
		return civil;
	civil.day = 1;
	if (unit > UNIT_MONTH)
		civil.month = 1;
	if (unit > UNIT_YEAR)
		civil.year = year_floor(civil.year, unit == UNIT_DECADE ? 10 : 100);
	return civil;
}

static int civil_compare(struct date_civil a, struct date_civil b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	return a.month != b.month ? a.month - b.month : a.day - b.day;
}

struct fold_row {
	struct date_civil start; /* of the unit that holds it */
	struct date_civil first; /* its own first day */
	uint32_t row;
	uint8_t held_by;
};

/* A day that was made a date of the calendar last: the next event is mostly in its month. */
struct near {
	int64_t day;
	bool julian;
	struct date_civil civil; /* of no month at first */
};

static struct date_civil civil_near(struct near *near, int64_t day, bool julian)
{
	enum { EVERY_MONTH = 28 };
	int64_t in_month = near->civil.day + day - near->day;
	bool same = near->civil.month && near->julian == julian && in_month >= 1 &&
		in_month <= EVERY_MONTH;
	if (same)
		near->civil.day = (int)in_month;
	else
		near->civil = date_to_civil(day, julian);
	near->day = day;
	near->julian = julian;
	return near->civil;
}

/* The unit that an event belongs to: the one zoomed to, or the narrowest wider one that holds
 * it. */
static struct fold_row place(
	struct near *near, struct when when, uint32_t row, enum unit unit, enum date_mode mode)
{
	struct fold_row placed = {.row = row, .held_by = UNIT_COUNT};
	bool julian;
	const struct date *date = words_date_drawn(mode, when, &julian);
	if (date->sort == DATE_NO_SORT)
		return placed;
	int64_t first = date_is_day(date->earliest) ? date->earliest : date->sort;
	int64_t last = date_is_day(date->latest) ? date->latest : first;
	placed.first = placed.start = civil_near(near, first, julian);
	struct date_civil end = last == first ? placed.first : date_to_civil(last, julian);
	for (int u = unit; u < UNIT_COUNT; u++) {
		struct date_civil start = unit_start((enum unit)u, placed.first);
		if (civil_compare(start, unit_start((enum unit)u, end)) != 0)
			continue;
		placed.start = start;
		placed.held_by = (uint8_t)u;
		break;
	}
	return placed;
}

static int placed_compare(const void *a, const void *b)
{
	const struct fold_row *one = a, *other = b;
	int by = civil_compare(one->start, other->start);
	if (by == 0)
		by = other->held_by - one->held_by;
	return by ? by : (one->row > other->row) - (one->row < other->row);
}

/* The rows, in the order of their units. */
static void placed_sort(const struct fold_row *by_row, uint32_t *order, uint32_t count)
{
	struct fold_row *others = NULL;
	size_t room = 0;
	uint32_t kept = 0, other_count = 0;
	for (uint32_t row = 0; row < count; row++) {
		if (kept && placed_compare(&by_row[order[kept - 1]], &by_row[row]) > 0) {
			others = mem_grow(others, &room, other_count + (size_t)1, sizeof *others);
			others[other_count++] = by_row[row];
		} else {
			order[kept++] = row;
		}
	}
	if (other_count)
		qsort(others, other_count, sizeof *others, placed_compare);
	while (other_count) { /* from the last on, so that none is overwritten */
		const struct fold_row *other = &others[other_count - 1];
		bool before = kept && placed_compare(&by_row[order[kept - 1]], other) > 0;
		order[kept + other_count - 1] = before ? order[kept - 1] : other->row;
		kept -= before;
		other_count -= !before;
	}
	free(others);
}

/* A unit zoomed to gathers all its events. What is wider than that gathers only neighbours: beyond
 * another event it would stand too early. */
static bool is_together(const struct fold_row *before, const struct fold_row *now, enum unit unit)
{
	if (now->held_by == UNIT_COUNT || now->held_by != before->held_by ||
		civil_compare(now->start, before->start) != 0)
		return false;
	return now->held_by == unit || now->row == before->row + 1;
}

static void count_quotes(struct quote_counts *counts, const struct result *result, uint32_t row)
{
	const struct event *event = result_event(result, row);
	uint32_t count = result_quote_count(result, event);
	for (uint32_t n = 0; n < count; n++)
		counts->of[result_quote(result, event, n)->kind]++;
}

/* The quotations of a group, counted when they are asked for first. */
static const struct quote_counts *fold_counts(
	const struct fold *fold, const struct result *result, uint32_t group)
{
	struct fold_group *one = &fold->groups[group];
	for (uint32_t i = 0; i < one->count && !one->counted; i++)
		count_quotes(&one->counts, result, fold->rows[one->first + i]);
	one->counted = true;
	return &one->counts;
}

/* Opens a group for each first of a cluster, in the order of rows, and counts its events. `leads`
 * says of each row which one is the first of its cluster. */
static void groups_open(struct fold *fold, const struct result *result, const uint32_t *leads,
	const struct fold_row *firsts)
{
	for (uint32_t row = 0; row < result->event_count; row++) {
		if (leads[row] == row) {
			fold->group[row] = fold->count;
			fold->groups[fold->count++] = (struct fold_group){
				.start = firsts[row].start,
				.first_day = firsts[row].first,
				.held_by = firsts[row].held_by};
		}
		fold->group[row] = fold->group[leads[row]];
		fold->groups[fold->group[row]].count++;
	}
}

void fold_build(struct fold *fold, struct arena *arena, const struct result *result, enum unit unit,
	enum date_mode mode)
{
	uint32_t count = result->event_count;
	struct fold_row *by_row = mem_alloc(((size_t)count + 1) * sizeof *by_row);
	uint32_t *order = mem_alloc(((size_t)count + 1) * sizeof *order);
	uint32_t *leads = mem_zero(count, sizeof *leads);
	struct near near = {0};
	*fold = (struct fold){
		.unit = unit,
		.dates = mode,
		.groups = arena_alloc(arena, count, sizeof *fold->groups),
		.rows = arena_alloc(arena, count, sizeof *fold->rows),
		.group = arena_alloc(arena, count, sizeof *fold->group),
	};
	for (uint32_t row = 0; row < count; row++)
		by_row[row] = place(
			&near, when_of_event(result_event(result, row)), row, unit, mode);
	placed_sort(by_row, order, count);
	for (uint32_t i = 0; i < count; i++)
		leads[order[i]] = i && is_together(&by_row[order[i - 1]], &by_row[order[i]], unit)
			? leads[order[i - 1]]
			: order[i];
	groups_open(fold, result, leads, by_row);
	for (uint32_t n = 0, first = 0; n < fold->count; n++) {
		fold->groups[n].first = first;
		first += fold->groups[n].count;
		fold->groups[n].count = 0;
	}
	for (uint32_t row = 0; row < count; row++) {
		struct fold_group *group = &fold->groups[fold->group[row]];
		fold->rows[group->first + group->count++] = row;
	}
	free(leads);
	free(order);
	free(by_row);
}

static const struct event *first_event(
	const struct fold *fold, const struct result *result, uint32_t group)
{
	return result_event(result, fold->rows[fold->groups[group].first]);
}

/* What stands above a group depends on the last event of the group before it. */
static const struct event *event_before(
	const struct fold *fold, const struct result *result, uint32_t group)
{
	if (group == 0)
		return NULL;
	const struct fold_group *before = &fold->groups[group - 1];
	return result_event(result, fold->rows[before->first + before->count - 1]);
}

/* A decade or a century is no part of an era: above those there are gaps, and no headings. */
static bool has_headings(const struct fold *fold)
{
	return fold->unit <= UNIT_YEAR;
}

int fold_height(const struct fold *fold, const struct result *result, uint32_t group)
{
	return 1 +
		timeline_above_height(result->record, event_before(fold, result, group),
			first_event(fold, result, group), has_headings(fold));
}

/* Appends a year as EDTF. */
static void year_edtf(struct buf *out, int64_t year)
{
	enum { FOUR_DIGITS = 9999 };
	long long size = year < 0 ? -year : year;
	buf_format(out, "%s%s%04lld", size > FOUR_DIGITS ? "Y" : "", year < 0 ? "-" : "", size);
}

/* Years as the rows of events say them: "1918", "79 CE", "1910s", "1900–1909", "1 BCE–9 CE". */
static void years_add(struct buf *out, const struct rows *rows, int64_t first, int64_t years)
{
	struct buf edtf = {0};
	struct date date;
	struct date_columns columns = {.year = ""};
	struct date_problem problem;
	bool decade = years == 10 && first >= 1000 && first < 10000;
	year_edtf(&edtf, first);
	if (decade)
		edtf.text[edtf.len - 1] = 'X';
	if (years > 1 && !decade) {
		buf_char(&edtf, '/');
		year_edtf(&edtf, first + years - 1);
	}
	if (date_parse(rows->arena, edtf.text, edtf.len, &date, &problem))
		date_columns(&date, &columns);
	const char *dash = strstr(columns.year, "–");
	if (dash) {
		buf_add(out, columns.year, (size_t)(dash - columns.year));
		buf_format(out, "%s%s", rows->paper.signs->dash, dash + strlen("–"));
	} else {
		buf_text(out, columns.year);
	}
	buf_free(&edtf);
}

static void unit_add(
	struct buf *out, const struct rows *rows, enum unit unit, struct date_civil start)
{
	if (unit == UNIT_DAY)
		buf_format(out, "%d ", start.day);
	if (unit <= UNIT_MONTH)
		buf_format(out, "%.3s ", date_month_name(start.month));
	years_add(out, rows, start.year, unit == UNIT_CENTURY ? 100 : unit == UNIT_DECADE ? 10 : 1);
}

/* "Mar 2022", "1918", "1910s", "1900–1999". A group that no single one of the units zoomed to
 * holds, and that begins within the wider one, is named by the unit in which it begins: "Dec
 * 1917–". */
static void unit_words(struct buf *out, const struct rows *rows, const struct fold *fold,
	const struct fold_group *group)
{
	const struct signs *signs = rows->paper.signs;
	if (group->held_by == fold->unit || civil_compare(group->start, group->first_day) == 0) {
		unit_add(out, rows, (enum unit)group->held_by, group->start);
		return;
	}
	unit_add(out, rows, fold->unit, unit_start(fold->unit, group->first_day));
	buf_text(out, signs->dash);
}

/* "3 events", and "no single month" where the zoom would ask for one. */
static void events_words(struct buf *out, const struct fold *fold, const struct fold_group *group)
{
	words_number(out, group->count, "event", "events");
	if (group->held_by != fold->unit)
		buf_format(out, ", no single %s", unit_name(fold->unit));
}

/* "3 events · 1 quotation". */
static void group_words(struct buf *out, const struct signs *signs, const struct fold *fold,
	const struct result *result, uint32_t group)
{
	events_words(out, fold, &fold->groups[group]);
	buf_format(out, " %s ", signs->dot);
	words_counts(out, signs, fold_counts(fold, result, group));
}

void fold_add(
	struct rows *rows, const struct fold *fold, const struct result *result, uint32_t group)
{
	const struct fold_group *one = &fold->groups[group];
	const struct signs *signs = rows->paper.signs;
	timeline_add_above(rows, result->record, event_before(fold, result, group),
		first_event(fold, result, group), has_headings(fold));
	if (one->count == 1) {
		timeline_add_event(rows, result, fold->rows[one->first]);
		return;
	}
	struct buf words = {0};
	unit_words(&words, rows, fold, one);
	timeline_add_front(rows, buf_string(&words),
		quote_counts_sum(fold_counts(fold, result, group)) ? signs->words
								   : signs->no_words);
	buf_clear(&words);
	group_words(&words, signs, fold, result, group);
	int room = rows->paper.width - rows->column - 1;
	if (text_width(rows->paper.form, buf_string(&words), words.len) > room) {
		buf_clear(&words); /* the page beside it counts the words */
		events_words(&words, fold, one);
	}
	rows_cut(rows, style_of(ROLE_TEXT), buf_kept(&words, rows->arena), room);
	buf_free(&words);
}

void fold_page_add(
	struct rows *rows, const struct fold *fold, const struct result *result, uint32_t group)
{
	enum { LEFT = 2, EVENTS_MOST = 200 };
	const struct fold_group *one = &fold->groups[group];
	const struct signs *signs = rows->paper.signs;
	struct buf words = {0};
	rows_stop(rows, 0);
	unit_words(&words, rows, fold, one);
	rows_new(rows);
	rows_to(rows, LEFT);
	rows_copy(rows, style_of(ROLE_TITLE), buf_string(&words));
	buf_clear(&words);
	group_words(&words, signs, fold, result, group);
	rows_new(rows);
	rows_to(rows, LEFT);
	rows_copy(rows, style_of(ROLE_DATE), buf_string(&words));
	buf_free(&words);
	rows_blank(rows);
	for (uint32_t i = 0; i < one->count && i < EVENTS_MOST; i++)
		timeline_add_event(rows, result, fold->rows[one->first + i]);
	if (one->count > EVENTS_MOST) {
		rows_new(rows);
		rows_to(rows, TIMELINE_TITLE);
		rows_text(rows, style_of(ROLE_NOTE), "and more: Enter opens them");
	}
}
