/* Reading a whole date: one point, an interval of two ends, or a set of items.
 *
 * A set may be long, and nothing here allocates: the form keeps the text of the items, and whoever
 * wants them reads them one by one, each pass costing as much as the first. */
#include "model/date_parts.h"

#include <string.h>

/* Where ".." begins, or NULL. */
static const char *find_dots(const char *text, const char *end)
{
	for (; end - text >= 2; text++)
		if (text[0] == '.' && text[1] == '.')
			return text;
	return NULL;
}

static bool is_dots(const char *text, const char *end)
{
	return end - text == 2 && find_dots(text, end) == text;
}

static bool in_order(struct date_reader *reader, const char *at, const struct date_point *from,
	const struct date_point *to)
{
	return to->latest >= from->earliest || date_fail(reader, at, "the end is before the start");
}

static bool range_read(struct date_reader *reader, const char *text, const char *dots,
	const char *end, struct date_item *item)
{
	const char *second = dots + 2;

	if (dots == text || second == end)
		return date_fail(reader, dots,
			"'..' stands at the start or end of a set, or between two dates");
	if (!date_point_read(reader, text, dots, &item->from) ||
		!date_point_read(reader, second, end, &item->to))
		return false;
	if (item->from.depth != item->to.depth)
		return date_fail(reader, second, "both sides of '..' must have the same precision");
	item->range = true;
	return in_order(reader, second, &item->from, &item->to);
}

bool date_item_read(
	struct date_reader *reader, const char **at, const char *end, struct date_item *item)
{
	const char *text = *at;
	const char *comma = memchr(text, ',', (size_t)(end - text));
	const char *dots;

	*at = comma ? comma + 1 : NULL;
	while (*at && *at < end && **at == ' ')
		++*at;
	if (comma)
		end = comma;
	if (memchr(text, '/', (size_t)(end - text)))
		return date_fail(reader, text, "an interval cannot stand inside a set");
	dots = find_dots(text, end);
	if (dots)
		return range_read(reader, text, dots, end, item);
	item->range = false;
	if (!date_point_read(reader, text, end, &item->from))
		return false;
	item->to = item->from;
	return true;
}

static int64_t sort_day(const struct date_point *point)
{
	return strcmp(point->year_mask, "XXXX") == 0 ? DATE_NO_SORT : point->earliest;
}

/* The item that begins first stands for the set where only one can. */
static void set_add(struct date_form *form, const struct date_item *item, bool first)
{
	int64_t sort = sort_day(&item->from);

	if (first || sort < form->sort) {
		form->from = item->from;
		form->to = item->to;
		form->sort = sort;
		form->certainty = date_point_certainty(&item->from);
	}
	if (first || item->from.earliest < form->earliest)
		form->earliest = item->from.earliest;
	if (first || item->to.latest > form->latest)
		form->latest = item->to.latest;
	form->season |= item->from.depth == DEPTH_SEASON || item->to.depth == DEPTH_SEASON;
}

static bool set_read(
	struct date_reader *reader, const char *text, const char *end, struct date_form *form)
{
	char closing = *text == '[' ? ']' : '}';
	const char *at = text + 1;
	struct date_item item = {0};
	bool first = true;

	if (end - text < 2 || end[-1] != closing) {
		if (memchr(text, closing, (size_t)(end - text)))
			return date_refuse(reader, text);
		return date_fail(reader, text, "missing '%c'", closing);
	}
	end--;
	if (at == end)
		return date_fail(reader, text, "empty set");
	form->shape = closing == ']' ? SHAPE_ONE_OF : SHAPE_ALL_OF;
	if (end - at >= 2 && is_dots(at, at + 2)) {
		form->start = END_OPEN;
		at += 2;
	}
	if (end - at >= 2 && is_dots(end - 2, end)) {
		form->end = END_OPEN;
		end -= 2;
	}
	form->items = at;
	form->items_end = end;
	for (; at; first = false) {
		if (!date_item_read(reader, &at, end, &item))
			return false;
		set_add(form, &item, first);
	}
	if (form->start == END_OPEN)
		form->earliest = DATE_OPEN_START;
	if (form->end == END_OPEN)
		form->latest = DATE_OPEN_END;
	return true;
}

static bool end_read(struct date_reader *reader, const char *text, const char *end,
	struct date_point *point, enum date_end *kind)
{
	if (text == end) {
		*kind = END_UNKNOWN;
		return true;
	}
	if (is_dots(text, end)) {
		*kind = END_OPEN;
		return true;
	}
	*kind = END_POINT;
	if (!date_point_read(reader, text, end, point))
		return false;
	return point->second < 0 || date_fail(reader, text, "no time of day inside an interval");
}

static bool interval_read(struct date_reader *reader, const char *text, const char *slash,
	const char *end, struct date_form *form)
{
	const char *second = slash + 1;
	const char *third = memchr(second, '/', (size_t)(end - second));

	if (third)
		return date_refuse(reader, third);
	if (!end_read(reader, text, slash, &form->from, &form->start) ||
		!end_read(reader, second, end, &form->to, &form->end))
		return false;
	if (form->start != END_POINT && form->end != END_POINT)
		return date_fail(reader, text, "an interval needs at least one date");
	form->shape = SHAPE_INTERVAL;
	form->earliest = form->start == END_OPEN ? DATE_OPEN_START : DATE_UNKNOWN_START;
	form->latest = form->end == END_OPEN ? DATE_OPEN_END : DATE_UNKNOWN_END;
	if (form->start == END_POINT)
		form->earliest = form->from.earliest;
	else
		form->from = form->to;
	if (form->end == END_POINT)
		form->latest = form->to.latest;
	else
		form->to = form->from;
	form->sort = sort_day(&form->from);
	form->certainty = date_point_certainty(&form->from);
	form->season = form->from.depth == DEPTH_SEASON || form->to.depth == DEPTH_SEASON;
	return in_order(reader, second, &form->from, &form->to);
}

static bool single_read(
	struct date_reader *reader, const char *text, const char *end, struct date_form *form)
{
	if (!date_point_read(reader, text, end, &form->from))
		return false;
	form->to = form->from;
	form->earliest = form->from.earliest;
	form->latest = form->from.latest;
	form->sort = sort_day(&form->from);
	form->certainty = date_point_certainty(&form->from);
	form->season = form->from.depth == DEPTH_SEASON;
	return true;
}

bool date_form_read(
	struct date_reader *reader, const char *text, size_t len, struct date_form *form)
{
	const char *end, *slash;

	memset(form, 0, sizeof *form);
	if (len == 0)
		return date_fail(reader, reader->start, "empty date");
	end = text + len;
	if (*text == '[' || *text == '{')
		return set_read(reader, text, end, form);
	slash = memchr(text, '/', len);
	if (slash)
		return interval_read(reader, text, slash, end, form);
	return single_read(reader, text, end, form);
}

bool date_form_again(const struct date *date, struct date_form *form)
{
	struct date_problem problem;
	struct date_reader reader = {date->edtf, &problem, date->old_style};

	return date_form_read(&reader, date->edtf, strlen(date->edtf), form);
}
