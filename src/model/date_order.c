/* Two dates beside each other: which stands first in a list, which lies before the other for certain,
 * and how many years are between. The first always has an answer; the others claim no more than
 * both dates bear, so they look at each end by itself, with its doubts. */
#include "model/date_parts.h"

#include <string.h>

/* ---- order ---- */

static int compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static bool has_start(const struct date *date)
{
	return date->earliest != DATE_OPEN_START && date->earliest != DATE_UNKNOWN_START;
}

/* Behind sort day, order and time: wider first, then the surer one. A set or interval with an open
 * start may sort by the same day as a date that starts there, and is the wider of the two. */
static int compare_width(const struct date *a, const struct date *b)
{
	int by = compare(has_start(a), has_start(b));
	if (by == 0)
		by = compare(b->latest, a->latest);
	return by ? by : compare(a->certainty, b->certainty);
}

int64_t date_moment(const struct date *date)
{
	return date->earliest * 86400 + date->second - date->offset * 60;
}

/* Without a year: the first possible day as one of the year 0, a leap year. */
static int64_t calendar_day(const struct date *date)
{
	struct date_form form;
	if (date_is_day(date->earliest) || !date_form_again(date, &form))
		return date->earliest;
	return form.from.earliest;
}

int date_compare_ordered(
	const struct date *a, int64_t order, const struct date *b, int64_t other_order)
{
	int by = compare(a->sort, b->sort);
	if (by == 0 && a->sort == DATE_NO_SORT)
		by = compare(calendar_day(a), calendar_day(b));
	if (by == 0)
		by = compare(order, other_order);
	if (by == 0)
		by = compare(a->second, b->second);
	return by ? by : compare_width(a, b);
}

/* ---- what is certain ---- */

static uint8_t point_doubt(const struct date_point *point)
{
	return point->quality[PIECE_YEAR] | point->quality[PIECE_MONTH] | point->quality[PIECE_DAY];
}

/* Of a set any item may be the one that counts, so the doubts of all do. */
static uint8_t set_doubt(const struct date_form *form)
{
	struct date_item item;
	uint8_t doubt = DATE_EXACT;
	for (const char *at = form->items; date_item_next(form, &at, &item);)
		doubt |= point_doubt(&item.from) | point_doubt(&item.to);
	return doubt;
}

bool date_begins(const struct date *date, struct date_edge *edge)
{
	struct date_form form;
	if (!date_is_day(date->earliest) || date->sort == DATE_NO_SORT ||
		!date_form_again(date, &form))
		return false;
	bool set = form.shape > SHAPE_INTERVAL;
	*edge = (struct date_edge){form.from.earliest, form.from.latest,
		set ? set_doubt(&form) : point_doubt(&form.from)};
	if (set)
		edge->first = form.earliest;
	if (form.shape == SHAPE_ONE_OF)
		edge->last = form.latest;
	return date_is_day(edge->last);
}

bool date_ends(const struct date *date, struct date_edge *edge)
{
	struct date_form form;
	if (!date_is_day(date->latest) || date->sort == DATE_NO_SORT ||
		!date_form_again(date, &form))
		return false;
	bool set = form.shape > SHAPE_INTERVAL;
	struct date_edge found = {
		form.to.earliest, form.to.latest, set ? set_doubt(&form) : point_doubt(&form.to)};
	if (set)
		found = (struct date_edge){form.earliest, form.latest, found.doubt};
	if (!date_is_day(found.first))
		return false;
	*edge = found;
	return true;
}

bool date_same(const struct date *date, const struct date *other)
{
	return date == other ||
		(date->old_style == other->old_style && strcmp(date->edtf, other->edtf) == 0);
}

/* The seconds up to which `a` reaches, and from which on `b` does; they lie days apart at most. A
 * day is up to 14 hours early and 12 hours late. */
static bool clock_before(const struct date *a, const struct date *b)
{
	enum { DAY = 86400, EAST = 14 * 3600, WEST = 12 * 3600 };
	bool one = date_has_moment(a), other = date_has_moment(b);
	int64_t end = a->second < 0 ? (a->latest + 1) * DAY - 1 : a->latest * DAY + a->second;
	int64_t start = b->earliest * DAY + (b->second < 0 ? 0 : b->second);
	if (one)
		end = date_moment(a);
	else if (other)
		end += WEST;
	if (other)
		start = date_moment(b);
	else if (one)
		start -= EAST;
	return end < start;
}

bool date_before(const struct date *date, const struct date *other)
{
	enum { CLOCK_DAYS = 3 }; /* no offsets put days further apart */
	int64_t end = date->latest, start = other->earliest;
	struct date_edge ends, begins;
	if (!date_is_day(end) || !date_is_day(start))
		return false;
	bool timed = date->second >= 0 || other->second >= 0;
	bool before = timed && end <= start + CLOCK_DAYS && end >= start - CLOCK_DAYS
		? clock_before(date, other)
		: end < start;
	return before && date_ends(date, &ends) && date_begins(other, &begins) && !ends.doubt &&
		!begins.doubt;
}

/* ---- years ---- */

/* Whether the end of a date that is looked at is known to the day. */
static bool is_exact(const struct date_point *point)
{
	return point->earliest == point->latest && !date_point_certainty(point);
}

static bool is_year_of(const struct date_yearly *wanted, int64_t year)
{
	return !wanted->short_year || (year >= 0 && year % 100 == wanted->year);
}

bool date_yearly_touches(const struct date_yearly *wanted, int64_t from, int64_t to)
{
	enum { YEAR = 365 };
	if (!date_is_day(from) || !date_is_day(to) || to - from + 1 >= YEAR)
		return false;
	struct date_civil first = date_to_civil(from, false), last = date_to_civil(to, false);
	int64_t start = date_yearly_day(first.month, first.day),
		end = date_yearly_day(last.month, last.day);
	if (first.year == last.year)
		return is_year_of(wanted, first.year) && wanted->from <= end && start <= wanted->to;
	return (is_year_of(wanted, first.year) && wanted->to >= start) ||
		(is_year_of(wanted, last.year) && wanted->from <= end);
}

int64_t date_anniversary(int64_t day, int64_t years)
{
	struct date_civil civil = date_to_civil(day, false);
	civil.year += years;
	bool leapt = civil.day > date_month_days(civil.year, civil.month, false);
	civil.day -= leapt;
	return date_from_civil(civil, false) + leapt;
}

struct date_apart date_apart(int64_t from, int64_t to)
{
	int64_t years = date_to_civil(to, false).year - date_to_civil(from, false).year;
	if (date_anniversary(from, years) > to)
		years--;
	return (struct date_apart){years, to - date_anniversary(from, years)};
}

int64_t date_years_between(const struct date *from, const struct date *to, bool *about)
{
	struct date_form first, last;
	*about = !date_form_again(from, &first) || !date_form_again(to, &last) ||
		first.shape > SHAPE_INTERVAL || last.shape > SHAPE_INTERVAL ||
		!is_exact(&first.from) || !is_exact(&last.to);
	if (!date_is_day(from->earliest) || !date_is_day(to->latest) ||
		to->latest <= from->earliest)
		return 0;
	return date_apart(from->earliest, to->latest).years;
}
