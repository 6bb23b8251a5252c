/* Whole dates in English: intervals, sets, and the two calendars side by side.
 *
 * What the dates of one expression share is said once, behind them: "15–17 December 1917". Two
 * numbers or two months are joined by a dash alone, longer words by a dash between spaces. */
#include "model/date_parts.h"

#include <string.h>

/* How an Old Style form stands in brackets behind a New Style one. */
enum bracket { NO_BRACKET, BRACKET, BRACKET_WITHOUT_YEAR };

static bool is_single_word(const struct date_point *point, enum date_share share)
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
	buf_text(out, is_single_word(from, share) ? "–" : " – ");
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
	enum date_share share;

	if (form->start != END_POINT) {
		buf_text(out, "until ");
		end_words(&form->to, out);
		buf_text(out, form->start == END_UNKNOWN ? " (start unknown)" : "");
	} else if (form->end != END_POINT) {
		buf_text(out, "from ");
		end_words(&form->from, out);
		buf_text(out, form->end == END_UNKNOWN ? " (end unknown)" : " onwards");
	} else {
		share = date_shared(&form->from, &form->to);
		pair_words(&form->from, &form->to, share, out);
		date_point_tail(&form->from, share, out);
	}
}

/* What all items share. Reads the items once; they are known to be readable. */
static enum date_share set_shared(const struct date_form *form, int *count)
{
	struct date_problem problem;
	struct date_reader reader = {form->items, &problem, false};
	enum date_share share = SHARE_MONTH;
	struct date_item item, first;

	*count = 0;
	for (const char *at = form->items; at;) {
		enum date_share ends, heads;

		if (!date_item_read(&reader, &at, form->items_end, &item))
			break;
		if (++*count == 1)
			first = item;
		heads = date_shared(&first.from, &item.from);
		ends = date_shared(&first.from, &item.to);
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
	struct date_problem problem;
	struct date_reader reader = {form->items, &problem, false};
	const char *join = form->shape == SHAPE_ONE_OF ? " or " : " and ";
	struct date_item item;
	int count, number = 0;
	enum date_share share = set_shared(form, &count);

	for (const char *at = form->items; at;) {
		if (!date_item_read(&reader, &at, form->items_end, &item))
			break;
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

bool date_is_before_reform(const struct date *date)
{
	const struct date_civil reform = {1582, 10, 15};

	return date->earliest < date_from_civil(reform, false);
}

/* The Gregorian words of any date. */
static void gregorian_words(const struct date *date, struct buf *out)
{
	struct buf edtf = {0};
	struct date gregorian = *date;
	struct date_form form;

	date_edtf(date, &edtf);
	gregorian.edtf = buf_string(&edtf);
	gregorian.old_style = false;
	if (date_form_again(&gregorian, &form))
		form_words(&form, out);
	else
		buf_text(out, "date unknown");
	buf_free(&edtf);
}

static void julian_words(const struct date *date, enum bracket bracket, struct buf *out)
{
	struct date_form form;
	enum date_share share;

	if (!date_form_again(date, &form)) {
		buf_text(out, "date unknown");
		return;
	}
	if (bracket == NO_BRACKET) {
		form_words(&form, out);
		return;
	}
	/* the doubt is said already, outside the brackets */
	memset(form.from.quality, 0, sizeof form.from.quality);
	memset(form.to.quality, 0, sizeof form.to.quality);
	if (bracket == BRACKET || form.from.depth == DEPTH_YEAR) {
		form_words(&form, out);
		return;
	}
	share = date_shared(&form.from, &form.to);
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

	if (new_style->earliest <= DATE_UNKNOWN_START || new_style->latest >= DATE_UNKNOWN_END)
		return false;
	return date_to_civil(old_style->latest, true).year == year &&
		date_to_civil(new_style->earliest, false).year == year &&
		date_to_civil(new_style->latest, false).year == year;
}

void date_display(const struct date *date, struct buf *out)
{
	if (date->old_style && date_is_before_reform(date))
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
	if (old_style == NULL || date_is_before_reform(old_style)) {
		date_display(old_style ? old_style : new_style, out);
		return;
	}
	if (new_style == NULL)
		new_style = old_style;
	gregorian_words(new_style, out);
	buf_text(out, " (");
	julian_words(
		old_style, same_year(new_style, old_style) ? BRACKET_WITHOUT_YEAR : BRACKET, out);
	buf_text(out, " Old Style)");
}
