/* Calendars: a civil date and the number of its day.
 *
 * Years are counted from March, so that the leap day is the last of a year, and in cycles that
 * repeat exactly: 4 years of 1461 days (Julian), 400 years of 146097 days (Gregorian). Within a
 * cycle all numbers are small and positive; the cycle itself is found by division that rounds
 * down, so the years before our era need no rule of their own. */
#include "model/date_parts.h"

enum {
	JULIAN_YEARS = 4,
	JULIAN_DAYS = 1461,
	GREGORIAN_YEARS = 400,
	GREGORIAN_DAYS = 146097,
	/* from 1 March of the year 0 of each calendar to 1 January 1970 Gregorian */
	JULIAN_EPOCH = 719470,
	GREGORIAN_EPOCH = 719468
};

static int64_t floor_divide(int64_t number, int64_t by)
{
	return number / by - (number % by < 0);
}

/* Days from 1 March to the first of a month that is counted from March. */
static int month_start(int month)
{
	return (153 * month + 2) / 5;
}

int64_t date_from_civil(struct date_civil civil, bool julian)
{
	int64_t years = julian ? JULIAN_YEARS : GREGORIAN_YEARS;
	int64_t year = civil.month < 3 ? civil.year - 1 : civil.year;
	int64_t cycle = floor_divide(year, years);
	int64_t in_cycle = year - cycle * years;
	int64_t day = month_start((civil.month + 9) % 12) + civil.day - 1;
	day += in_cycle * 365 + in_cycle / 4;
	if (julian)
		return cycle * JULIAN_DAYS + day - JULIAN_EPOCH;
	return cycle * GREGORIAN_DAYS + day - in_cycle / 100 - GREGORIAN_EPOCH;
}

struct date_civil date_to_civil(int64_t day, bool julian)
{
	int64_t days = julian ? JULIAN_DAYS : GREGORIAN_DAYS;
	int64_t from_epoch = day + (julian ? JULIAN_EPOCH : GREGORIAN_EPOCH);
	int64_t cycle = floor_divide(from_epoch, days);
	int64_t left = from_epoch - cycle * days;
	int64_t year;
	struct date_civil civil;
	/* each subtraction takes off the leap days that stand before the day */
	if (julian)
		year = (left - left / 1460) / 365;
	else
		year = (left - left / 1460 + left / 36524 - left / 146096) / 365;
	left -= year * 365 + year / 4 - (julian ? 0 : year / 100);
	int month = (int)(5 * left + 2) / 153;
	civil.day = (int)left - month_start(month) + 1;
	civil.month = month < 10 ? month + 3 : month - 9;
	civil.year = cycle * (julian ? JULIAN_YEARS : GREGORIAN_YEARS) + year + (month >= 10);
	return civil;
}

static bool is_leap(int64_t year, bool julian)
{
	return year % 4 == 0 && (julian || year % 100 != 0 || year % 400 == 0);
}

int date_month_days(int64_t year, int month, bool julian)
{
	static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return days[month - 1] + (month == 2 && is_leap(year, julian));
}

bool date_day_text(int64_t day, struct buf *out)
{
	if (day == DATE_UNKNOWN_START || day == DATE_UNKNOWN_END)
		return false;
	if (day == DATE_OPEN_START || day == DATE_OPEN_END) {
		buf_text(out, "..");
		return true;
	}
	struct date_civil civil = date_to_civil(day, false);
	if (civil.year < 0)
		buf_char(out, '-');
	else if (civil.year > DATE_YEAR_MOST)
		buf_char(out, '+');
	buf_format(out, "%04lld-%02d-%02d", (long long)(civil.year < 0 ? -civil.year : civil.year),
		civil.month, civil.day);
	return true;
}
