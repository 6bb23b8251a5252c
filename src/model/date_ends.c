/* Of several points of a refused date each says what it needs not say again: "3-9 March 1918",
 * 1914/18, 44-43 BC. What one leaves out, the other gives. */
#include "model/date_parts.h"

#include <string.h>

/* The years of a century that the last digits of another name. */
static int64_t year_near(int64_t year, int64_t number, int digits)
{
	int64_t size = digits == 1 ? 10 : digits == 2 ? 100 : 1000;
	int64_t near = year - year % size + number;
	return near < year ? near + size : near;
}

/* 1914/18, 1918/03, 1750/1: behind a year alone. */
static void end_of_year(struct date_meant *meant)
{
	struct date_guess *first = &meant->points[0], *second = &meant->points[1];
	int64_t number = second->number, year = first->year;
	int64_t near = year_near(year, number, second->digits);
	bool month = number >= 1 && number <= 12 && meant->sign != 'w';
	bool beyond = near - year > 25 || (second->digits == 1 && near / 10 != year / 10);
	bool dash = meant->sign == '\1' || meant->sign == '.';
	if (!month && near - year > 60)
		return;
	struct date_guess range = *second;
	range.year = near;
	range.has_year = true;
	range.digits = 0;
	meant->dual = near == year + 1 && meant->sign == '/';
	meant->completed = true;
	if (month && (beyond || (!meant->dual && !dash))) {
		meant->month = true;
		meant->has_other = !beyond;
		meant->other = range;
		first->month = (int)number;
		return;
	}
	meant->has_other = month && !beyond;
	meant->other = *first;
	meant->other.month = (int)number;
	*second = range;
}

/* 1918-03/05: months; 1918-03-03/09: days; in the next year or month where they would be before. */
static void end_of_month(struct date_meant *meant)
{
	struct date_guess *first = &meant->points[0], *second = &meant->points[1];
	int number = (int)second->number;
	uint8_t certainty = second->certainty;
	int64_t size = second->digits == 1 ? 10 : 100;
	if (meant->sign == '/' && first->named && (first->year + 1) % size == number) {
		first->year++; /* 10 February 1750/51 */
		meant->dual = meant->month = true;
		return;
	}
	meant->completed = true;
	*second = *first;
	second->certainty = certainty;
	if (first->day) {
		second->day = number;
		second->month += number < first->day;
	} else if (number <= 12 || meant->sign == 'w') {
		second->month = number;
		second->year += number < first->month;
	} else {
		meant->month = true;
		first->day = number;
	}
	if (second->month == 13) {
		second->month = 1;
		second->year++;
	}
}

static void complete_second(struct date_meant *meant)
{
	struct date_guess *first = &meant->points[0], *second = &meant->points[1];
	if (first->unknown == 1 && second->unknown == 1 && second->number) /* 1820s-30s */
		second->year = year_near(first->year, second->number, 2);
	if (first->month == 24 && second->has_year && !second->month &&
		second->year == first->year + 1) {
		meant->month = meant->completed = true; /* winter 1917/1918 */
		return;
	}
	if (second->digits && !second->has_year) {
		int64_t size = second->digits == 1 ? 10 : 100;
		if (first->month == 24 && (first->year + 1) % size == second->number) {
			meant->month = meant->completed = true; /* winter 1917-18 */
			return;
		}
		if (first->month > 12 || first->unknown || first->raw_extra)
			return;
		if (first->month)
			end_of_month(meant);
		else
			end_of_year(meant);
		return;
	}
	if (!second->has_year && second->month && first->has_year) {
		bool before = second->month < first->month ||
			(second->month == first->month && second->day && first->day &&
				second->day < first->day);
		second->year = first->year + before;
		second->short_year = first->short_year;
		second->has_year = meant->completed = true;
	}
}

/* "3" of "3-9 March 1918"; false where the last says it not. */
static bool complete_first(struct date_guess *first, const struct date_guess *last)
{
	if (first->digits && !first->has_year && last->day) {
		first->day = (int)first->number;
		first->month = last->month;
		first->digits = 0;
	}
	if (first->digits && !first->has_year && last->unknown >= 2) { /* 19th-20th century */
		int64_t size = last->unknown == 2 ? 100 : 1000;
		first->year = (first->number - 1) * size;
		first->unknown = last->unknown;
		first->before = last->before;
		first->has_year = true;
		first->digits = 0;
	}
	if (first->has_year)
		return true;
	if (!last->has_year)
		return !first->digits;
	first->short_year = last->short_year;
	if (first->digits && last->digits) { /* "44-43 BC" */
		first->year = last->before ? 1 - first->number : first->number;
	} else if (first->month) {
		bool later = first->month > last->month && first->month <= 12 && last->month &&
			last->month <= 12;
		first->year = last->year - later;
	} else {
		return false;
	}
	first->has_year = true;
	first->digits = 0;
	return true;
}

/* 350-400, 14/37: years of fewer than four digits. */
static void both_bare(struct date_meant *meant)
{
	for (int i = 0; i < meant->count; i++) {
		struct date_guess *guess = &meant->points[i];
		guess->year = guess->number;
		guess->has_year = meant->bare = true;
		guess->digits = 0;
	}
}

bool date_meant_complete(struct date_meant *meant)
{
	struct date_guess *points = meant->points;
	struct date_guess *last = &points[meant->count - 1];
	bool bare = true;
	for (int i = 0; i < meant->count; i++)
		bare &= points[i].digits && !points[i].has_year;
	if (bare && meant->sense != SENSE_POINT)
		both_bare(meant);
	if (meant->count > 1 && points[0].has_year && !points[0].digits && last->has_year &&
		last->digits && !last->era)
		return false; /* 1856-58, 1860 */
	if (meant->count >= 2 && points[0].day && last->digits && last->has_year) {
		last->month = points[0].month; /* March 3-9, 1918 */
		last->day = (int)last->number;
		last->digits = 0;
	}
	if (meant->count == 2 && points[0].era && points[0].digits && last->digits &&
		!last->has_year) { /* AD 14-37 */
		last->year = points[0].before ? 1 - last->number : last->number;
		last->has_year = true;
		last->digits = points[0].digits = 0;
	}
	if (meant->count == 2 && points[0].has_year && !points[0].digits)
		complete_second(meant);
	for (int i = 0; i < meant->count && meant->count > 1; i++)
		if (!complete_first(&points[i], last))
			return meant->month;
	return true;
}
