/* Events are sorted by the unit that holds them, the wider before the narrower of the same start,
 * and each run of equals is a group. */
#include "layout/fold.h"

#include "base/memory.h"
#include "layout/timeline.h"
#include "layout/words.h"

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
static int64_t unit_start(enum unit unit, int64_t day)
{
	struct date_civil civil = date_to_civil(day, false);
	if (unit <= UNIT_DAY)
		return day;
	civil.day = 1;
	if (unit > UNIT_MONTH)
		civil.month = 1;
	if (unit > UNIT_YEAR)
		civil.year = year_floor(civil.year, unit == UNIT_DECADE ? 10 : 100);
	return date_from_civil(civil, false);
}

struct fold_row {
	int64_t start;
	uint32_t row;
	uint8_t held_by;
};

/* The unit that an event belongs to: the one zoomed to, or the narrowest wider one that holds
 * it. */
static struct fold_row place(const struct date *date, uint32_t row, enum unit unit)
{
	struct fold_row placed = {DATE_NO_SORT, row, UNIT_COUNT};
	if (date->sort == DATE_NO_SORT)
		return placed;
	placed.start = date->sort;
	int64_t first = date_is_day(date->earliest) ? date->earliest : date->sort;
	int64_t last = date_is_day(date->latest) ? date->latest : first;
	for (int u = unit; u < UNIT_COUNT; u++) {
		if (unit_start((enum unit)u, first) != unit_start((enum unit)u, last))
			continue;
		placed.start = unit_start((enum unit)u, first);
		placed.held_by = (uint8_t)u;
		break;
	}
	return placed;
}

static int placed_compare(const void *a, const void *b)
{
	const struct fold_row *one = a, *other = b;
	if (one->start != other->start)
		return one->start < other->start ? -1 : 1;
	if (one->held_by != other->held_by)
		return one->held_by > other->held_by ? -1 : 1;
	return one->row < other->row ? -1 : one->row > other->row;
}

static void count_quotes(struct quote_counts *counts, const struct result *result, uint32_t row)
{
	const struct event *event = result_event(result, row);
	uint32_t count = result_quote_count(result, event);
	for (uint32_t n = 0; n < count; n++)
		counts->of[result_quote(result, event, n)->kind]++;
}

static uint32_t counts_sum(const struct quote_counts *counts)
{
	uint32_t sum = 0;
	for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++)
		sum += counts->of[kind];
	return sum;
}

void fold_build(struct fold *fold, struct arena *arena, const struct result *result, enum unit unit)
{
	uint32_t count = result->event_count;
	struct fold_row *placed = mem_zero(count, sizeof *placed);
	*fold = (struct fold){
		.unit = unit,
		.groups = arena_alloc(arena, count, sizeof *fold->groups),
		.rows = arena_alloc(arena, count, sizeof *fold->rows),
		.group = arena_alloc(arena, count, sizeof *fold->group),
	};
	for (uint32_t row = 0; row < count; row++)
		placed[row] = place(result_event(result, row)->date, row, unit);
	qsort(placed, count, sizeof *placed, placed_compare);
	for (uint32_t i = 0; i < count; i++) {
		const struct fold_row *one = &placed[i];
		struct fold_group *group = fold->count ? &fold->groups[fold->count - 1] : NULL;
		if (!group || group->start != one->start || group->held_by != one->held_by ||
			one->held_by == UNIT_COUNT) {
			group = &fold->groups[fold->count++];
			*group = (struct fold_group){
				.start = one->start, .first = i, .held_by = one->held_by};
		}
		group->count++;
		count_quotes(&group->counts, result, one->row);
		fold->rows[i] = one->row;
		fold->group[one->row] = fold->count - 1;
	}
	free(placed);
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

/* "March 2022", "1918", "1910s", "1900–1999", and what is not known of a group that no single one
 * of the units zoomed to holds. */
static void unit_words(struct buf *out, const struct signs *signs, const struct fold_group *group)
{
	struct date_civil civil = date_to_civil(group->start, false);
	long long year = civil.year > 0 ? civil.year : 1 - civil.year;
	const char *era = civil.year > 0 ? "" : " BCE";
	switch ((enum unit)group->held_by) {
	case UNIT_DAY:
		buf_format(
			out, "%d %.3s %lld%s", civil.day, date_month_name(civil.month), year, era);
		break;
	case UNIT_MONTH:
		buf_format(out, "%.3s %lld%s", date_month_name(civil.month), year, era);
		break;
	case UNIT_DECADE:
		if (civil.year > 0)
			buf_format(out, "%llds", year);
		else
			buf_format(out, "%lld%s%lld%s", year, signs->dash, year - 9, era);
		break;
	case UNIT_CENTURY:
		if (civil.year > 0)
			buf_format(out, "%lld%s%lld", year, signs->dash, year + 99);
		else
			buf_format(out, "%lld%s%lld%s", year, signs->dash, year - 99, era);
		break;
	default:
		buf_format(out, "%lld%s", year, era);
		break;
	}
}

/* "3 events · 1 quotation", and "no single month" where the zoom would ask for one. */
static void group_words(struct buf *out, const struct signs *signs, const struct fold *fold,
	const struct fold_group *group)
{
	words_number(out, group->count, "event", "events");
	if (group->held_by != fold->unit)
		buf_format(out, ", no single %s", unit_name(fold->unit));
	buf_format(out, " %s ", signs->dot);
	words_counts(out, signs, &group->counts);
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
	unit_words(&words, signs, one);
	rows_new(rows);
	rows_right(rows, TIMELINE_DATE_EDGE, style_of(ROLE_DATE), buf_string(&words));
	rows_to(rows, TIMELINE_MARK);
	rows_text(rows, style_of(ROLE_MARK),
		counts_sum(&one->counts) ? signs->words : signs->no_words);
	rows_to(rows, TIMELINE_TITLE);
	buf_clear(&words);
	group_words(&words, signs, fold, one);
	rows_cut(rows, style_of(ROLE_TEXT), buf_kept(&words, rows->arena),
		rows->paper.width - TIMELINE_TITLE - 1);
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
	unit_words(&words, signs, one);
	rows_new(rows);
	rows_to(rows, LEFT);
	rows_copy(rows, style_of(ROLE_TITLE), buf_string(&words));
	buf_clear(&words);
	group_words(&words, signs, fold, one);
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
