/* A set is taken apart at its commas and ".." ranges, so that [1917,1996] is two years and not
 * eighty; all else has the bounds that its date has. */
#include "model/query.h"

#include <stdio.h>
#include <string.h>

struct dates {
	struct arena *arena;
	const char *start; /* of the whole text, for places */
	const struct query_span **tail;
	struct date_problem *problem;
};

static bool dates_fail(struct dates *dates, const char *at, const char *reason)
{
	dates->problem->offset = (size_t)(at - dates->start);
	snprintf(dates->problem->reason, sizeof dates->problem->reason, "%s", reason);
	return false;
}

/* The next "..", or NULL. */
static const char *find_dots(const char *text, const char *end)
{
	for (; text + 1 < end; text++)
		if (text[0] == '.' && text[1] == '.')
			return text;
	return NULL;
}

static bool dates_parse(struct dates *dates, const char *text, const char *end, struct date *date)
{
	struct date_problem problem;
	if (date_parse_typed(dates->arena, text, (size_t)(end - text), date, &problem)) {
		if (date->sort == DATE_NO_SORT)
			return dates_fail(dates, text, "a date without a year is no span of time");
		return true;
	}
	return dates_fail(dates, text + problem.offset, problem.reason);
}

/* The last day of what stands before the slash of "1922/". */
static int64_t known_latest(struct arena *arena, const struct date *date)
{
	struct date start;
	struct date_problem problem;
	size_t len = strcspn(date->edtf, "/");
	if (date->old_style || !date_parse(arena, date->edtf, len, &start, &problem))
		return date->sort;
	return start.latest;
}

static void add_span(struct dates *dates, int64_t from, int64_t to)
{
	struct query_span *span = arena_alloc(dates->arena, 1, sizeof *span);
	*span = (struct query_span){.from = from, .to = to};
	*dates->tail = span;
	dates->tail = &span->next;
}

static void add_date(struct dates *dates, const struct date *date)
{
	add_span(dates, date->earliest == DATE_UNKNOWN_START ? date->sort : date->earliest,
		date->latest == DATE_UNKNOWN_END ? known_latest(dates->arena, date) : date->latest);
}

/* "1917..1918", or either end alone; both ends are single dates. */
static bool add_range(struct dates *dates, const char *text, const char *dots, const char *end)
{
	struct date from = {.earliest = DATE_OPEN_START}, to = {.latest = DATE_OPEN_END};
	const char *after = dots + 2;
	if (find_dots(after, end))
		return dates_fail(dates, find_dots(after, end), "one \"..\" is enough");
	if (dots == text && after == end)
		return dates_fail(
			dates, text, "a date belongs before or behind the dots, as in 1918..");
	if ((dots > text && !dates_parse(dates, text, dots, &from)) ||
		(after < end && !dates_parse(dates, after, end, &to)))
		return false;
	if (from.earliest > to.latest)
		return dates_fail(dates, after, "the end is before the start");
	add_span(dates, from.earliest, to.latest);
	return true;
}

static void add_yearly(struct dates *dates, const struct date_yearly *days)
{
	struct query_span *span = arena_alloc(dates->arena, 1, sizeof *span);
	*span = (struct query_span){.yearly = true, .days = *days};
	*dates->tail = span;
	dates->tail = &span->next;
}

static bool is_set(const char *text, const char *end)
{
	return text < end && (*text == '[' || *text == '{');
}

static bool add_items(struct dates *dates, const char *text, const char *end);

static bool add_item(struct dates *dates, const char *text, const char *end)
{
	while (text < end && *text == ' ')
		text++;
	const char *dots = find_dots(text, end);
	struct date_yearly days;
	struct date date;
	if (date_yearly_typed(text, (size_t)(end - text), &days)) {
		add_yearly(dates, &days);
		return true;
	}
	if (dots && !memchr(text, '/', (size_t)(end - text)))
		return add_range(dates, text, dots, end);
	if (!dates_parse(dates, text, end, &date))
		return false;
	/* "3 or 5 March 1918" is read as a set */
	const char *last = date.edtf + strlen(date.edtf);
	if (is_set(date.edtf, last))
		return add_items(dates, date.edtf + 1, last - 1);
	add_date(dates, &date);
	return true;
}

/* The items of a set that is known to be one. */
static bool add_items(struct dates *dates, const char *text, const char *end)
{
	for (const char *comma; text <= end; text = comma + 1) {
		comma = memchr(text, ',', (size_t)(end - text));
		if (!comma)
			comma = end;
		if (!add_item(dates, text, comma))
			return false;
	}
	return true;
}

/* The comma behind an item, or the end; those of a set, and of a date in words, are inside. */
static const char *item_end(const char *text, const char *end)
{
	bool inside = is_set(text, end), begins = !inside;
	for (; text < end && (inside || *text != ','); text++) {
		size_t words = begins ? date_typed_len(text, (size_t)(end - text)) : 0;
		begins = false;
		if (*text == ']' || *text == '}')
			inside = false;
		if (words)
			text += words - 1;
		else if (text + 1 < end && text[0] == '.' && text[1] == '.')
			begins = text++ && !inside;
	}
	return text;
}

bool query_dates_parse(struct arena *arena, const char *text, size_t len,
	const struct query_span **spans, struct date_problem *problem)
{
	const struct query_span *first = NULL;
	text = arena_text(arena, text, len);
	struct dates dates = {arena, text, &first, problem};
	const char *end = text + len, *next;
	do {
		struct date date;
		next = item_end(text, end);
		if (text == next)
			return dates_fail(&dates, text, "a date is missing beside the comma");
		if (!is_set(text, next)) {
			if (!add_item(&dates, text, next))
				return false;
		} else if (!dates_parse(&dates, text, next, &date) ||
			!add_items(&dates, text + 1, next - 1)) {
			return false;
		}
		text = next + 1;
	} while (next < end);
	*spans = first;
	return true;
}

const struct query_span *query_spans(struct arena *arena, const struct date *date)
{
	const struct query_span *first = NULL;
	struct date_problem problem;
	struct dates dates = {arena, date->edtf, &first, &problem};
	const char *end = date->edtf + strlen(date->edtf);
	if (date->sort == DATE_NO_SORT)
		return NULL;
	if (is_set(date->edtf, end) && add_items(&dates, date->edtf + 1, end - 1))
		return first;
	first = NULL;
	dates.tail = &first;
	add_date(&dates, date);
	return first;
}

bool query_span_touches(const struct query_span *wanted, int64_t from, int64_t to)
{
	if (wanted->yearly)
		return date_yearly_touches(&wanted->days, from, to);
	return from <= wanted->to && wanted->from <= to;
}

bool query_spans_touch(
	const struct query_span *spans, const struct date *date, struct arena *scratch)
{
	const struct query_span *first = query_spans(scratch, date);
	bool touch = false;
	for (const struct query_span *wanted = spans; wanted && !touch; wanted = wanted->next)
		for (const struct query_span *span = first; span && !touch; span = span->next)
			touch = query_span_touches(wanted, span->from, span->to);
	arena_reset(scratch);
	return touch;
}

bool query_day(const struct date *date, int64_t *day, struct query_problem *problem)
{
	struct arena arena = {0};
	const struct query_span *span = query_spans(&arena, date);
	bool has_year = span;
	int64_t last = DATE_OPEN_START;
	for (; span; span = span->next)
		last = span->to > last ? span->to : last;
	arena_free(&arena);
	if (!has_year || last == DATE_OPEN_END) {
		*problem = (struct query_problem){.origin = ORIGIN_AS_OF, .column = 1};
		snprintf(problem->reason, sizeof problem->reason,
			"a date without %s is no day to stop at", has_year ? "an end" : "a year");
		return false;
	}
	*day = last;
	return true;
}
