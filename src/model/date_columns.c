/* A date in the columns of a timeline row: "c." "25–31" "Mar" "2022" "?".
 *
 * A row is short and its neighbours explain it, so this is a summary: the doubts of all parts stand
 * as one "c." and one "?", and a date that no row can hold is cut to its start, with a dash behind
 * the year. What a date is in full, date_display says. */
#include "base/text.h"
#include "model/date_parts.h"

#include <string.h>

enum { SET_COLUMNS_MOST = 11 }; /* of a list in one column: "Jan/Feb/Mar" */

static const char dash[] = DATE_DASH;

/* Copies what fits; else leaves the column as it is and returns false. */
static bool fit(char *column, size_t size, const struct buf *text)
{
	if (text->len >= size)
		return false;
	memcpy(column, buf_string(text), text->len + 1);
	return true;
}

/* Every column of one point has room, with a dash before or behind. */
static void point_columns(const struct date_point *point, struct date_columns *columns)
{
	struct buf text = {0};

	date_short_day(point, &text);
	fit(columns->day, sizeof columns->day, &text);
	buf_clear(&text);
	date_short_month(point, &text);
	fit(columns->month, sizeof columns->month, &text);
	buf_clear(&text);
	date_short_year(point, &text);
	fit(columns->year, sizeof columns->year, &text);
	if (!columns->day[0] && !columns->month[0] && !columns->year[0])
		strcpy(columns->year, "undated");
	buf_free(&text);
}

static void dash_behind(struct date_columns *columns)
{
	size_t len = strlen(columns->year);

	if (len + sizeof dash <= sizeof columns->year)
		memcpy(columns->year + len, dash, sizeof dash);
}

/* Before whatever comes first in the row. */
static void dash_before(struct date_columns *columns)
{
	char *column = columns->day[0] ? columns->day
		: columns->month[0]    ? columns->month
				       : columns->year;
	size_t size = columns->day[0] ? sizeof columns->day
		: columns->month[0]   ? sizeof columns->month
				      : sizeof columns->year;
	size_t len = strlen(column);

	if (len + sizeof dash > size)
		return;
	memmove(column + sizeof dash - 1, column, len + 1);
	memcpy(column, dash, sizeof dash - 1);
}

static void unqualify(struct date_point *point)
{
	memset(point->quality, 0, sizeof point->quality);
}

/* The one column that tells them apart, or nothing where two would be needed. */
static bool is_one_column(const struct date_point *point, enum date_share share)
{
	return share == SHARE_MONTH || share == SHARE_ERA ||
		(share == SHARE_YEAR && point->depth == DEPTH_MONTH);
}

static void head_short(const struct date_point *point, struct buf *out)
{
	if (point->depth == DEPTH_MONTH)
		date_short_name(point->month, out);
	else
		date_point_head(point, point->depth == DEPTH_DAY ? SHARE_MONTH : SHARE_ERA, out);
}

static void pair_short(const struct date_point *from, const struct date_point *to, struct buf *out)
{
	head_short(from, out);
	if (from->earliest == to->earliest)
		return;
	buf_text(out, dash);
	head_short(to, out);
}

/* Puts the text where the points differ, and what they share beside it. */
static bool shared_columns(
	const struct date_point *point, const struct buf *text, struct date_columns *columns)
{
	struct date_columns made = *columns;
	struct buf year = {0};
	bool fits;

	point_columns(point, &made);
	if (point->depth == DEPTH_YEAR) {
		buf_text(&year, buf_string(text));
		buf_text(&year, date_era_name(point->year));
		fits = fit(made.year, sizeof made.year, &year);
		buf_free(&year);
	} else if (point->depth == DEPTH_MONTH) {
		fits = fit(made.month, sizeof made.month, text);
	} else {
		fits = fit(made.day, sizeof made.day, text);
	}
	if (fits)
		*columns = made;
	return fits;
}

static void pair_columns(struct date_point from, struct date_point to, struct date_columns *columns)
{
	struct buf text = {0};
	enum date_share share;
	bool fits = false;

	unqualify(&from);
	unqualify(&to);
	share = date_shared(&from, &to);
	if (is_one_column(&from, share)) {
		pair_short(&from, &to, &text);
		fits = shared_columns(&from, &text, columns);
	} else if (from.depth == DEPTH_YEAR && to.depth == DEPTH_YEAR && date_point_plain(&from) &&
		date_point_plain(&to)) {
		date_short_years(from.year, to.year, &text);
		fits = fit(columns->year, sizeof columns->year, &text);
	}
	buf_free(&text);
	if (fits)
		return;
	point_columns(&from, columns);
	if (from.earliest != to.earliest || from.latest != to.latest)
		dash_behind(columns);
}

static void interval_columns(const struct date_form *form, struct date_columns *columns)
{
	if (form->start == END_POINT && form->end == END_POINT) {
		pair_columns(form->from, form->to, columns);
		return;
	}
	point_columns(&form->from, columns);
	if (form->end == END_POINT)
		dash_before(columns);
	else
		dash_behind(columns);
}

static size_t columns_of(const struct buf *text)
{
	return text_length(text->text, text->len);
}

/* Joins the items of a set where one column can hold them; gathers their doubts. */
static bool set_list(const struct date_form *form, uint8_t *certainty, struct buf *out)
{
	struct date_problem problem;
	struct date_reader reader = {form->items, &problem, false};
	struct date_item item;
	bool one_column = true;

	for (const char *at = form->items; at;) {
		if (!date_item_read(&reader, &at, form->items_end, &item))
			break;
		*certainty |= date_point_certainty(&item.from) | date_point_certainty(&item.to);
		unqualify(&item.from);
		unqualify(&item.to);
		one_column &= is_one_column(&form->from, date_shared(&form->from, &item.from)) &&
			is_one_column(&form->from, date_shared(&form->from, &item.to));
		if (!one_column || out->len > SET_COLUMNS_MOST * 3)
			continue;
		if (out->len)
			buf_text(out, form->shape == SHAPE_ONE_OF ? "/" : ", ");
		pair_short(&item.from, &item.to, out);
	}
	return one_column && columns_of(out) <= SET_COLUMNS_MOST;
}

/* `form` is the caller's copy: its doubts are taken off. A set that no column can list is cut to
 * the item that begins first. */
static void set_columns(struct date_form *form, uint8_t *certainty, struct date_columns *columns)
{
	struct buf text = {0};
	bool open = form->start == END_OPEN || form->end == END_OPEN;
	bool listed;

	unqualify(&form->from);
	unqualify(&form->to);
	listed = set_list(form, certainty, &text) && !open &&
		shared_columns(&form->from, &text, columns);
	buf_free(&text);
	if (listed)
		return;
	if (form->from.earliest == form->earliest && form->to.latest == form->latest) {
		pair_columns(form->from, form->to, columns);
		return;
	}
	point_columns(&form->from, columns);
	if (form->start == END_OPEN)
		dash_before(columns);
	else
		dash_behind(columns);
}

static void form_columns(struct date_form *form, struct date_columns *columns)
{
	uint8_t certainty = date_point_certainty(&form->from) | date_point_certainty(&form->to);

	if (form->shape == SHAPE_POINT)
		point_columns(&form->from, columns);
	else if (form->shape == SHAPE_INTERVAL)
		interval_columns(form, columns);
	else
		set_columns(form, &certainty, columns);
	if (certainty & DATE_ABOUT)
		strcpy(columns->about, "c.");
	if (certainty & DATE_POSSIBLY)
		strcpy(columns->doubt, "?");
}

void date_columns(const struct date *date, struct date_columns *columns)
{
	struct buf edtf = {0};
	struct date shown = *date;
	struct date_form form;

	memset(columns, 0, sizeof *columns);
	if (date->old_style && !date_is_before_reform(date)) {
		date_edtf(date, &edtf);
		shown.edtf = buf_string(&edtf);
		shown.old_style = false;
	}
	if (date_form_again(&shown, &form))
		form_columns(&form, columns);
	buf_free(&edtf);
}

void date_columns_old_style(const struct date *old_style, struct date_columns *columns)
{
	struct date_form form;

	memset(columns, 0, sizeof *columns);
	if (date_form_again(old_style, &form))
		form_columns(&form, columns);
}
