/* The order of dates, and the years between two of them. */
#include "model/date_parts.h"

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

int date_compare_ordered(
	const struct date *a, int64_t order, const struct date *b, int64_t other_order)
{
	int by = compare(a->sort, b->sort);

	if (by == 0)
		by = compare(order, other_order);
	if (by == 0)
		by = compare(a->second, b->second);
	return by ? by : compare_width(a, b);
}

int date_compare(const struct date *a, const struct date *b)
{
	return date_compare_ordered(a, 0, b, 0);
}

/* Whether the end of a date that is looked at is known to the day. */
static bool is_exact(const struct date_point *point)
{
	return point->earliest == point->latest && !date_point_certainty(point);
}

/* 29 February has its anniversary on 1 March of a common year. */
int64_t date_years_between(const struct date *from, const struct date *to, bool *about)
{
	struct date_form first, last;
	struct date_civil start, end;
	int64_t years;

	*about = !date_form_again(from, &first) || !date_form_again(to, &last) ||
		first.shape > SHAPE_INTERVAL || last.shape > SHAPE_INTERVAL ||
		!is_exact(&first.from) || !is_exact(&last.to);
	if (!date_is_day(from->earliest) || !date_is_day(to->latest) ||
		to->latest <= from->earliest)
		return 0;
	start = date_to_civil(from->earliest, false);
	end = date_to_civil(to->latest, false);
	years = end.year - start.year;
	if (end.month < start.month || (end.month == start.month && end.day < start.day))
		years--;
	return years;
}
