/* Whole dates in English: intervals, sets, the two calendars side by side; in full, and in the
 * columns of a timeline's row.
 *
 * What the dates of one expression share is said once, behind them: "15–17 December 1917". Two
 * numbers or two months are joined by a dash alone, longer words by a dash between spaces.
 *
 * A row is short and its neighbours explain it, so its columns ("c." "25–31" "Mar" "2022" "?") are
 * a summary: the doubts of all parts stand as one "c." and one "?", and a date that no row can hold
 * is cut to its start, with a dash behind the year. */
#include "base/text.h"
#include "model/date_parts.h"

#include <string.h>

/* How an Old Style form stands in brackets behind a New Style one. */
enum bracket { NO_BRACKET, BRACKET, BRACKET_WITHOUT_YEAR };

/* Whether one word, in one column, tells the two apart. */
static bool is_one_word(const struct date_point *point, enum date_share share)
{
	return share == SHARE_ERA || share == SHARE_MONTH ||
		(share == SHARE_YEAR && point->depth == DEPTH_MONTH);
}

static void pair_words(const struct date_point *from, const struct date_point *to,
	enum date_share share, struct buf *out)
{
	bool same = share != SHARE_NOTHING && from->earliest == to->earliest;
	date_point_head(from, share, out);
	if (same)
		return;
	buf_text(out, is_one_word(from, share) ? DATE_DASH : " – ");
	date_point_head(to, share, out);
}

/* A decade needs its article in a sentence. */
static void end_words(const struct date_point *point, struct buf *out)
{
	struct buf words = {0};
	date_point_words(point, &words);
	if (words.len > 2 && words.text[words.len - 1] == 's' && words.text[0] >= '0' &&
		words.text[0] <= '9' && point->depth == DEPTH_YEAR)
		buf_text(out, "the ");
	buf_text(out, words.text);
	buf_free(&words);
}

static void interval_words(const struct date_form *form, struct buf *out)
{
	if (form->start != END_POINT) {
		buf_text(out, "until ");
		end_words(&form->to, out);
		buf_text(out, form->start == END_UNKNOWN ? " (start unknown)" : "");
	} else if (form->end != END_POINT) {
		buf_text(out, "from ");
		end_words(&form->from, out);
		buf_text(out, form->end == END_UNKNOWN ? " (end unknown)" : " onwards");
	} else {
		enum date_share share = date_shared(&form->from, &form->to);
		pair_words(&form->from, &form->to, share, out);
		date_point_tail(&form->from, share, out);
	}
}

/* What all items share. Reads the items once; they are known to be readable. */
static enum date_share set_shared(const struct date_form *form, int *count)
{
	enum date_share share = SHARE_MONTH;
	struct date_item item, first;
	*count = 0;
	for (const char *at = form->items; date_item_next(form, &at, &item);) {
		if (++*count == 1)
			first = item;
		enum date_share heads = date_shared(&first.from, &item.from);
		enum date_share ends = date_shared(&first.from, &item.to);
		share = heads < share ? heads : share;
		share = ends < share ? ends : share;
	}
	return form->start == END_OPEN || form->end == END_OPEN ? SHARE_NOTHING : share;
}

static void item_words(const struct date_item *item, enum date_share share, struct buf *out)
{
	enum date_share own = share;
	if (!item->range) {
		date_point_head(&item->from, share, out);
		return;
	}
	if (share == SHARE_NOTHING)
		own = date_shared(&item->from, &item->to);
	pair_words(&item->from, &item->to, own, out);
	if (share == SHARE_NOTHING)
		date_point_tail(&item->from, own, out);
}

static void set_words(const struct date_form *form, struct buf *out)
{
	const char *join = form->shape == SHAPE_ONE_OF ? " or " : " and ";
	struct date_item item;
	int count, number = 0;
	enum date_share share = set_shared(form, &count);
	for (const char *at = form->items; date_item_next(form, &at, &item);) {
		if (number++)
			buf_text(out, number == count ? join : ", ");
		item_words(&item, share, out);
		if (number == 1 && form->start == END_OPEN)
			buf_format(out, "%searlier", join);
	}
	if (form->end == END_OPEN)
		buf_format(out, "%slater", join);
	else
		date_point_tail(&item.from, share, out);
}

static void form_words(const struct date_form *form, struct buf *out)
{
	switch (form->shape) {
	case SHAPE_POINT:
		date_point_words(&form->from, out);
		break;
	case SHAPE_INTERVAL:
		interval_words(form, out);
		break;
	case SHAPE_ONE_OF:
	case SHAPE_ALL_OF:
		set_words(form, out);
		break;
	}
}

static bool is_before_reform(const struct date *date)
{
	const struct date_civil reform = {1582, 10, 15};
	return date->earliest < date_from_civil(reform, false);
}

bool date_shows_julian(const struct date *date)
{
	return date->old_style && is_before_reform(date);
}

/* The Gregorian words of any date. */
static void gregorian_words(const struct date *date, struct buf *out)
{
	struct buf edtf = {0};
	struct date gregorian = *date;
	struct date_form form;
	if (date->old_style) {
		date_edtf(date, &edtf);
		gregorian.edtf = buf_string(&edtf);
		gregorian.old_style = false;
	}
	if (date_form_again(&gregorian, &form))
		form_words(&form, out);
	else
		buf_text(out, "date unknown");
	buf_free(&edtf);
}

static void unqualify(struct date_point *point)
{
	memset(point->quality, 0, sizeof point->quality);
}

static void julian_words(const struct date *date, enum bracket bracket, struct buf *out)
{
	struct date_form form;
	if (!date_form_again(date, &form)) {
		buf_text(out, "date unknown");
		return;
	}
	if (bracket == NO_BRACKET) {
		form_words(&form, out);
		return;
	}
	/* the doubt is said already, outside the brackets */
	unqualify(&form.from);
	unqualify(&form.to);
	if (bracket == BRACKET || form.from.depth == DEPTH_YEAR) {
		form_words(&form, out);
		return;
	}
	enum date_share share = date_shared(&form.from, &form.to);
	if (form.shape == SHAPE_POINT)
		share = SHARE_YEAR;
	pair_words(&form.from, &form.to, share, out);
	if (share == SHARE_MONTH)
		buf_format(out, " %s", date_month_name(form.from.month));
	else if (share == SHARE_NOTHING)
		date_point_tail(&form.from, share, out);
}

/* Whether the year in the brackets would only repeat the one outside. */
static bool same_year(const struct date *new_style, const struct date *old_style)
{
	int64_t year = date_to_civil(old_style->earliest, true).year;
	if (!date_is_day(new_style->earliest) || !date_is_day(new_style->latest))
		return false;
	return date_to_civil(old_style->latest, true).year == year &&
		date_to_civil(new_style->earliest, false).year == year &&
		date_to_civil(new_style->latest, false).year == year;
}

void date_display(const struct date *date, struct buf *out)
{
	if (date_shows_julian(date))
		julian_words(date, NO_BRACKET, out);
	else
		gregorian_words(date, out);
}

void date_display_old_style(const struct date *old_style, struct buf *out)
{
	julian_words(old_style, NO_BRACKET, out);
}

void date_display_both(const struct date *new_style, const struct date *old_style, struct buf *out)
{
	if (!old_style || is_before_reform(old_style)) {
		date_display(old_style ? old_style : new_style, out);
		return;
	}
	if (!new_style)
		new_style = old_style;
	gregorian_words(new_style, out);
	buf_text(out, " (");
	julian_words(
		old_style, same_year(new_style, old_style) ? BRACKET_WITHOUT_YEAR : BRACKET, out);
	buf_text(out, " Old Style)");
}

/* ---- columns ---- */

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
	bool fits = false;
	unqualify(&from);
	unqualify(&to);
	enum date_share share = date_shared(&from, &to);
	if (is_one_word(&from, share)) {
		pair_short(&from, &to, &text);
		fits = shared_columns(&from, &text, columns);
	} else if (from.depth == DEPTH_YEAR && to.depth == DEPTH_YEAR && date_point_plain(&from) &&
		date_point_plain(&to)) {
		date_years(from.year, to.year, DATE_DASH, &text);
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

/* Joins the items of a set where one column can hold them; gathers their doubts. */
static bool set_list(const struct date_form *form, uint8_t *certainty, struct buf *out)
{
	struct date_item item;
	bool one_column = true;
	for (const char *at = form->items; date_item_next(form, &at, &item);) {
		*certainty |= date_point_certainty(&item.from) | date_point_certainty(&item.to);
		unqualify(&item.from);
		unqualify(&item.to);
		one_column &= is_one_word(&form->from, date_shared(&form->from, &item.from)) &&
			is_one_word(&form->from, date_shared(&form->from, &item.to));
		if (!one_column || out->len > SET_COLUMNS_MOST * 3)
			continue;
		if (out->len)
			buf_text(out, form->shape == SHAPE_ONE_OF ? "/" : ", ");
		pair_short(&item.from, &item.to, out);
	}
	return one_column && text_length(out->text, out->len) <= SET_COLUMNS_MOST;
}

/* `form` is the caller's copy: its doubts are taken off. A set that no column can list is cut to
 * the item that begins first. */
static void set_columns(struct date_form *form, uint8_t *certainty, struct date_columns *columns)
{
	struct buf text = {0};
	bool open = form->start == END_OPEN || form->end == END_OPEN;
	unqualify(&form->from);
	unqualify(&form->to);
	bool listed = set_list(form, certainty, &text) && !open &&
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
	if (date->old_style && !date_shows_julian(date)) {
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
