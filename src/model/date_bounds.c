/* Whether there is such a month and day, and the first and the last day that a date can mean.
 *
 * A mask stands for all real days that fit it, so its bounds are found by looking from either side
 * for the first one that does. Only years of four digits can be masked: at most 10^4 of them, each
 * refused by its digits alone unless it fits. */
#include "model/date_parts.h"

#include <string.h>

bool date_mask_fits(const char *mask, int number)
{
	return (mask[0] == 'X' || mask[0] - '0' == number / 10) &&
		(mask[1] == 'X' || mask[1] - '0' == number % 10);
}

bool date_mask_blank(const char *mask)
{
	return *mask && mask[strspn(mask, "X")] == '\0';
}

static bool year_fits(const struct date_point *point, int64_t year)
{
	const char *mask = point->year_mask;
	int64_t size = year < 0 ? -year : year;
	if (!point->masked || !*mask)
		return true;
	mask += *mask == '-';
	return date_mask_fits(mask, (int)(size / 100)) &&
		date_mask_fits(mask + 2, (int)(size % 100));
}

/* The first day of a year that fits month and day, counted from the end with `step` -1. */
static bool day_of_year(const struct date_point *point, int64_t year, int step, bool julian,
	struct date_civil *found)
{
	for (int i = 1, month = step > 0 ? 1 : 12; i <= 12; i++, month += step) {
		int days = date_month_days(year, month, julian);
		if (point->month_mask[0] && !date_mask_fits(point->month_mask, month))
			continue;
		for (int j = 1, day = step > 0 ? 1 : days; j <= days; j++, day += step) {
			if (point->day_mask[0] && !date_mask_fits(point->day_mask, day))
				continue;
			*found = (struct date_civil){year, month, day};
			return true;
		}
	}
	return false;
}

/* Looks through years only where X leaves them open: with S the first of them fits. */
static bool first_day(const struct date_point *point, int step, bool julian, int64_t *day)
{
	int64_t year = step > 0 ? point->first_year : point->last_year;
	int64_t last = step > 0 ? point->last_year : point->first_year;
	struct date_civil found;
	for (;; year += step) {
		if (year_fits(point, year) && day_of_year(point, year, step, julian, &found)) {
			*day = date_from_civil(found, julian);
			return true;
		}
		if (year == last)
			return false;
	}
}

static void bound_season(struct date_point *point)
{
	const struct date_season *season = date_season(point->month);
	int past = season->start + season->months; /* the month behind */
	int64_t first = point->first_year, last = point->last_year;
	while (!year_fits(point, first))
		first++;
	while (!year_fits(point, last))
		last--;
	point->earliest = date_from_civil((struct date_civil){first, season->start, 1}, false);
	last += past > 12;
	past -= past > 12 ? 12 : 0;
	point->latest = date_from_civil((struct date_civil){last, past, 1}, false) - 1;
}

static int mask_number(const char *mask)
{
	return strchr(mask, 'X') || !*mask ? 0 : (mask[0] - '0') * 10 + (mask[1] - '0');
}

static bool check_month(struct date_reader *reader, struct date_point *point)
{
	static const char *const marks[DATE_CERTAINTY_COUNT] = {"", "~", "?", "%"};
	const char *doubt = marks[date_point_certainty(point)];
	const char *text = point->places[PIECE_MONTH];
	const char *mask = point->month_mask;
	int month = point->month = (uint8_t)mask_number(mask);
	bool fits = false;
	if (strchr(mask, 'X')) {
		for (int i = 1; i <= 12; i++)
			fits |= date_mask_fits(mask, i);
		return fits || date_fail(reader, text, "no month matches %s", mask);
	}
	if (month >= 21 && month <= 41) {
		point->depth = DEPTH_SEASON;
		return !point->day_mask[0] || date_fail(reader, text, "a season cannot have a day");
	}
	if (month >= 1 && month <= 12)
		return true;
	if (month > 12 && !point->day_mask[0] && !strpbrk(point->year_mask, "-X") &&
		month > point->year % 100)
		return date_fail(reader, text,
			"month %02d does not exist; for a range of years write %s%s/%.2s%02d%s",
			month, point->year_mask, doubt, point->year_mask, month, doubt);
	return date_fail(reader, text, "month %02d does not exist", month);
}

/* 29 February 1900 was a day in Russia. */
static bool fail_leap(struct date_reader *reader, const char *text, const struct date_point *point)
{
	const struct date_beside *beside = reader->beside;
	const char *year = point->year_mask;
	if (date_month_days(point->year, 2, true) != 29 || point->year < 1)
		return date_fail(reader, text, "%s was not a leap year", year);
	if (beside && beside->old_style)
		return date_fail(reader, text,
			"%s was not a leap year in the Gregorian calendar; the Julian day is "
			"written "
			"%s: %s-02-29",
			year, beside->old_style, year);
	struct date_civil civil = {point->year, 2, 29};
	civil = date_to_civil(date_from_civil(civil, true), false);
	return date_fail(reader, text,
		"%s was not a leap year in the Gregorian calendar; the Julian day is here written "
		"%04d-%02d-%02d",
		year, (int)civil.year, civil.month, civil.day);
}

static bool check_day(struct date_reader *reader, struct date_point *point)
{
	const char *text = point->places[PIECE_DAY];
	point->day = (uint8_t)mask_number(point->day_mask);
	if (!strchr(point->day_mask, 'X') && (point->day < 1 || point->day > 31))
		return date_fail(reader, text, "day %02d does not exist", point->day);
	if (point->masked)
		return true;
	int most = date_month_days(point->year, point->month, reader->julian);
	if (point->day <= most)
		return true;
	if (point->month == 2 && point->day == 29)
		return fail_leap(reader, text, point);
	return date_fail(reader, text,
		"%s has only %d days; where the day is not sure write %s-%02d",
		date_month_name(point->month), most, point->year_mask, point->month);
}

bool date_point_bound(struct date_reader *reader, struct date_point *point)
{
	const char *text = point->places[PIECE_YEAR];
	if (strcmp(point->year_mask, "-0000") == 0)
		return date_fail(reader, text, "there is no year -0000");
	if (strcmp(point->year_mask, "-XXXX") == 0)
		return date_fail(
			reader, text, "-XXXX says nothing but BCE; give at least one digit");
	point->depth = point->day_mask[0] ? DEPTH_DAY
		: point->month_mask[0]    ? DEPTH_MONTH
					  : DEPTH_YEAR;
	if (point->month_mask[0] && !check_month(reader, point))
		return false;
	if (point->day_mask[0] && !check_day(reader, point))
		return false;
	if (point->depth == DEPTH_SEASON) {
		bound_season(point);
		return true;
	}
	if (!first_day(point, 1, reader->julian, &point->earliest) ||
		!first_day(point, -1, reader->julian, &point->latest))
		return date_fail(reader, text, "no day matches %s-%s-%s", point->year_mask,
			point->month_mask, point->day_mask);
	return true;
}
