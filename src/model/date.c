/* A whole date: one point, an interval of two ends, or a set of items; from text to struct date,
 * and back to Gregorian EDTF.
 *
 * A set may be long, and reading allocates nothing: the form keeps the text of the items, and
 * whoever wants them reads them one by one, each pass costing as much as the first. */
#include "base/text.h"
#include "model/date_parts.h"

#include <string.h>

/* ---- forms ---- */

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

/* Of a time: seconds from 1970, in UTC where it has an offset. */
static int64_t point_seconds(const struct date_point *point)
{
	return point->earliest * 86400 + point->second - point->offset * 60;
}

/* Times of which one alone has an offset are compared by their days. */
static bool in_order(struct date_reader *reader, const char *at, const struct date_point *from,
	const struct date_point *to)
{
	bool before = to->latest < from->earliest;
	if (to->second >= 0 && from->second >= 0 && !to->zone == !from->zone)
		before = point_seconds(to) < point_seconds(from);
	return !before || date_fail(reader, at, "the end is before the start");
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

/* Reads the item at *at and steps behind its comma; *at is NULL behind the last item. */
static bool item_read(
	struct date_reader *reader, const char **at, const char *end, struct date_item *item)
{
	const char *text = *at;
	const char *comma = memchr(text, ',', (size_t)(end - text));
	*at = comma ? comma + 1 : NULL;
	while (*at && *at < end && **at == ' ')
		++*at;
	if (comma)
		end = comma;
	if (memchr(text, '/', (size_t)(end - text)))
		return date_fail(reader, text, "an interval cannot stand inside a set");
	const char *dots = find_dots(text, end);
	if (dots)
		return range_read(reader, text, dots, end, item);
	item->range = false;
	if (!date_point_read(reader, text, end, &item->from))
		return false;
	item->to = item->from;
	return true;
}

bool date_item_next(const struct date_form *form, const char **at, struct date_item *item)
{
	struct date_problem problem;
	struct date_reader reader = {form->items, &problem, false, NULL};
	return *at && item_read(&reader, at, form->items_end, item);
}

static int64_t sort_day(const struct date_point *point)
{
	return strcmp(point->year_mask, "XXXX") == 0 ? DATE_NO_SORT : point->earliest;
}

/* The item that begins first stands for the set where only one can. */
static void set_add(struct date_form *form, const struct date_item *item, bool first)
{
	int64_t sort = sort_day(&item->from);
	if (first || sort < form->sort ||
		(sort == form->sort && item->from.earliest < form->from.earliest)) {
		form->from = item->from;
		form->to = item->to;
		form->sort = sort;
		form->certainty = date_point_certainty(&item->from);
	}
	/* Of a range of moments the first may bear the later day. */
	bool turned = item->to.earliest < item->from.earliest;
	int64_t earliest = turned ? item->to.earliest : item->from.earliest;
	int64_t latest = turned ? item->from.latest : item->to.latest;
	if (first || earliest < form->earliest)
		form->earliest = earliest;
	if (first || latest > form->latest)
		form->latest = latest;
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
		if (!item_read(reader, &at, end, &item))
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
	memset(form, 0, sizeof *form);
	if (len == 0)
		return date_fail(reader, reader->start, "empty date");
	const char *end = text + len;
	if (*text == '[' || *text == '{')
		return set_read(reader, text, end, form);
	const char *slash = memchr(text, '/', len);
	if (slash)
		return interval_read(reader, text, slash, end, form);
	return single_read(reader, text, end, form);
}

bool date_form_again(const struct date *date, struct date_form *form)
{
	struct date_problem problem;
	struct date_reader reader = {date->edtf, &problem, date->old_style, NULL};
	return date_form_read(&reader, date->edtf, strlen(date->edtf), form);
}

/* ---- dates ---- */

static void fill(struct arena *arena, const char *text, size_t len, const struct date_form *form,
	bool old_style, struct date *date)
{
	date->edtf = arena_text(arena, text, len);
	date->earliest = form->earliest;
	date->latest = form->latest;
	date->sort = form->sort;
	bool timed = form->shape == SHAPE_POINT && form->from.second >= 0;
	date->second = timed ? form->from.second : -1;
	date->offset = timed && form->from.zone ? form->from.offset : DATE_NO_OFFSET;
	date->certainty = form->certainty;
	date->old_style = old_style;
	date->season = form->season;
}

/* Every fault has a reason, and a place that is a byte of the text where it has any. */
static bool explain(struct date_reader *reader, const char *text, size_t len)
{
	struct date_problem *problem = reader->problem;
	if (reader->beside && reader->beside->unread)
		return false;
	if (problem->reason[0])
		date_advise_more(reader, text, len);
	else
		date_advise(reader, text, len);
	if (problem->offset >= len)
		problem->offset = len ? len - 1 : 0;
	return false;
}

/* A year, month or day that is plain but for one qualifier behind it. */
static bool is_plain_julian(const struct date_point *point)
{
	return !point->masked && point->depth != DEPTH_SEASON && point->second < 0 &&
		point->year_mask[0] && !point->significant &&
		(point->qualifiers == 0 || (point->qualifiers == 1 && point->trailing));
}

bool date_form_julian(const struct date_form *form)
{
	return form->shape <= SHAPE_INTERVAL && form->start == END_POINT &&
		form->end == END_POINT && is_plain_julian(&form->from) &&
		is_plain_julian(&form->to);
}

static bool is_writable(int64_t day)
{
	int64_t year = date_to_civil(day, false).year;
	return year >= -DATE_YEAR_MOST && year <= DATE_YEAR_MOST;
}

/* The first thing that is wrong with an Old Style date that has been read. */
static bool check_julian(
	struct date_reader *reader, const char *text, size_t len, const struct date_form *form)
{
	if (!date_form_julian(form)) {
		date_fail(reader, text, "%s takes a plain date, month, year or interval",
			reader->beside && reader->beside->old_style ? reader->beside->old_style
								    : "Old Style");
		date_advise_more(reader, text, len);
		return false;
	}
	return (is_writable(form->earliest) && is_writable(form->latest)) ||
		date_fail(reader, text,
			"in the Gregorian calendar this day falls outside the years -9999 to 9999");
}

static bool parse(struct arena *arena, struct date_reader *reader, const char *text, size_t len,
	struct date *date)
{
	struct date_form form;
	if (!date_form_read(reader, text, len, &form))
		return explain(reader, text, len);
	if (reader->julian && !check_julian(reader, text, len, &form))
		return false;
	fill(arena, text, len, &form, reader->julian, date);
	return true;
}

/* What was typed may be in the reason: one line of it, cut between characters. */
static bool refused(struct date_problem *problem)
{
	problem->reason[text_valid(problem->reason, strlen(problem->reason))] = '\0';
	for (char *at = problem->reason; *at; at++)
		if ((unsigned char)*at < ' ' || *at == 0x7f)
			*at = ' ';
	return false;
}

bool date_parse_field(struct arena *arena, const char *text, size_t len, bool old_style,
	const struct date_beside *beside, struct date *date, struct date_problem *problem)
{
	struct date_reader reader = {text, problem, old_style, beside};
	return parse(arena, &reader, text, len, date) || refused(problem);
}

/* The fields of an event. */
static const struct date_beside of_event = {.old_style = "date_os", .words = "date_text"};

bool date_parse(struct arena *arena, const char *text, size_t len, struct date *date,
	struct date_problem *problem)
{
	return date_parse_field(arena, text, len, false, &of_event, date, problem);
}

bool date_parse_old_style(struct arena *arena, const char *text, size_t len, struct date *date,
	struct date_problem *problem)
{
	return date_parse_field(arena, text, len, true, &of_event, date, problem);
}

/* An item of a list is one date. What else may stand in a set goes into a string. */
static bool list_item(const char *text, size_t len, bool alone, struct date_problem *problem)
{
	struct date_reader reader = {text, problem, false, &of_event};
	struct date_form form;
	if (!date_form_read(&reader, text, len, &form)) {
		for (size_t i = 0; i + 1 < len; i++)
			if (text[i] == '.' && text[i + 1] == '.')
				return date_fail(&reader, text + i,
					"a list holds single dates; put a set with '..' in "
					"quotes: \"[1917..1918]\"");
		return explain(&reader, text, len);
	}
	if (form.shape == SHAPE_INTERVAL)
		return date_fail(&reader, text, "an interval cannot stand inside a set%s%.*s",
			alone ? "; write it without the brackets: " : "",
			alone && len < 80 ? (int)len : 0, text);
	if (form.shape != SHAPE_POINT)
		return date_fail(&reader, text, "a set cannot stand inside a set");
	return true;
}

bool date_parse_list(struct arena *arena, const char *const *texts, const size_t *lens,
	size_t count, struct date *date, struct date_problem *problem, size_t *which)
{
	struct date_reader reader = {"", problem, false, &of_event};
	size_t size = count + 1; /* "[", commas, "]" */
	char *set, *at;
	*which = 0;
	if (count == 0)
		return date_fail(&reader, reader.start, "empty set");
	for (size_t i = 0; i < count; i++) {
		*which = i;
		if (!list_item(texts[i], lens[i], count == 1, problem))
			return refused(problem);
		size += lens[i];
	}
	*which = 0;
	set = at = arena_alloc(arena, size + 1, 1);
	for (size_t i = 0; i < count; i++) {
		*at++ = i ? ',' : '[';
		memcpy(at, texts[i], lens[i]);
		at += lens[i];
	}
	*at = ']';
	return date_parse(arena, set, size, date, problem);
}

/* A qualifier as it is written. */
static const char *mark(uint8_t certainty)
{
	static const char *const marks[DATE_CERTAINTY_COUNT] = {
		[DATE_EXACT] = "",
		[DATE_ABOUT] = "~",
		[DATE_POSSIBLY] = "?",
		[DATE_POSSIBLY_ABOUT] = "%",
	};
	return marks[certainty];
}

void date_edtf(const struct date *date, struct buf *out)
{
	struct date_form form;
	if (!date->old_style || !date_form_again(date, &form)) {
		buf_text(out, date->edtf);
		return;
	}
	date_day_text(form.earliest, out);
	buf_text(out, mark(date_point_certainty(&form.from)));
	if (form.shape == SHAPE_POINT && form.earliest == form.latest)
		return;
	buf_char(out, '/');
	date_day_text(form.latest, out);
	buf_text(out, mark(date_point_certainty(&form.to)));
}
