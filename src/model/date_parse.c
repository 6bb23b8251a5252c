/* From text to struct date: EDTF, Old Style, and a list of dates; and back to Gregorian EDTF. */
#include "model/date_parts.h"

#include <string.h>

static void fill(struct arena *arena, const char *text, size_t len, const struct date_form *form,
	bool old_style, struct date *date)
{
	date->edtf = arena_text(arena, text, len);
	date->earliest = form->earliest;
	date->latest = form->latest;
	date->sort = form->sort;
	date->second = form->shape == SHAPE_POINT ? form->from.second : -1;
	date->certainty = form->certainty;
	date->old_style = old_style;
	date->season = form->season;
}

/* Every fault has a reason, and a place that is a byte of the text where it has any. */
static bool explain(const char *text, size_t len, struct date_problem *problem)
{
	if (!problem->reason[0])
		date_advise(text, len, problem);
	if (problem->offset >= len)
		problem->offset = len ? len - 1 : 0;
	return false;
}

bool date_parse(struct arena *arena, const char *text, size_t len, struct date *date,
	struct date_problem *problem)
{
	struct date_reader reader = {text, problem, false};
	struct date_form form;

	if (!date_form_read(&reader, text, len, &form))
		return explain(text, len, problem);
	fill(arena, text, len, &form, false, date);
	return true;
}

/* A year, month or day that is plain but for one qualifier behind it. */
static bool is_plain_julian(const struct date_point *point)
{
	return !point->masked && point->depth != DEPTH_SEASON && point->second < 0 &&
		point->year_mask[0] && !point->significant &&
		(point->qualifiers == 0 || (point->qualifiers == 1 && point->trailing));
}

static bool is_writable(int64_t day)
{
	int64_t year = date_to_civil(day, false).year;

	return year >= -DATE_YEAR_MOST && year <= DATE_YEAR_MOST;
}

bool date_parse_old_style(struct arena *arena, const char *text, size_t len, struct date *date,
	struct date_problem *problem)
{
	struct date_reader reader = {text, problem, true};
	struct date_form form;

	if (!date_form_read(&reader, text, len, &form))
		return explain(text, len, problem);
	if (form.shape > SHAPE_INTERVAL || form.start != END_POINT || form.end != END_POINT ||
		!is_plain_julian(&form.from) || !is_plain_julian(&form.to))
		return date_fail(
			&reader, text, "date_os takes a plain date, month, year or interval");
	if (!is_writable(form.earliest) || !is_writable(form.latest))
		return date_fail(&reader, text,
			"in the Gregorian calendar this day falls outside the years -9999 to 9999");
	fill(arena, text, len, &form, true, date);
	return true;
}

/* An item of a list is one date. What else may stand in a set goes into a string. */
static bool list_item(const char *text, size_t len, struct date_problem *problem)
{
	struct date_reader reader = {text, problem, false};
	struct date_form form;

	if (!date_form_read(&reader, text, len, &form)) {
		for (size_t i = 0; i + 1 < len; i++)
			if (text[i] == '.' && text[i + 1] == '.')
				return date_fail(&reader, text + i,
					"a list holds single dates; put a set with '..' in "
					"quotes: \"[1917..1918]\"");
		return explain(text, len, problem);
	}
	if (form.shape == SHAPE_INTERVAL)
		return date_fail(&reader, text, "an interval cannot stand inside a set");
	if (form.shape != SHAPE_POINT)
		return date_fail(&reader, text, "a set cannot stand inside a set");
	return true;
}

bool date_parse_list(struct arena *arena, const char *const *texts, const size_t *lens,
	size_t count, struct date *date, struct date_problem *problem, size_t *which)
{
	struct date_reader reader = {"", problem, false};
	size_t size = count + 1; /* "[", commas, "]" */
	char *set, *at;

	*which = 0;
	if (count == 0)
		return date_fail(&reader, reader.start, "empty set");
	for (size_t i = 0; i < count; i++) {
		*which = i;
		if (!list_item(texts[i], lens[i], problem))
			return false;
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
