/* The time of a day: "T21:45", "T21:45:30Z", "T05:12:00+01:00". It refines the order of a day and
 * is shown; it moves no bound, for a day is the finest unit that the record counts in. */
#include "model/date_parts.h"

#include <string.h>

/* Two digits at `at`, or -1. */
static int two(const char *at, const char *end)
{
	if (end - at < 2 || at[0] < '0' || at[0] > '9' || at[1] < '0' || at[1] > '9')
		return -1;
	return (at[0] - '0') * 10 + (at[1] - '0');
}

static bool malformed(struct date_reader *reader, const char *at)
{
	return date_fail(reader, at, "time is hh:mm or hh:mm:ss, then nothing, Z or +hh:mm");
}

/* "+01:00" or "-05": from 12 hours west to 14 hours east. */
static bool zone_read(
	struct date_reader *reader, const char *at, const char *end, struct date_point *point)
{
	const char *text = at;
	bool west = *at == '-';
	int hours = two(at + 1, end);
	int minutes = 0;

	if (hours < 0)
		return malformed(reader, at);
	at += 3;
	if (at < end && *at == ':') {
		minutes = two(at + 1, end);
		if (minutes < 0)
			return malformed(reader, at);
		at += 3;
	}
	if (at < end)
		return malformed(reader, at);
	if (west && hours == 0 && minutes == 0)
		return date_fail(reader, text, "write +00:00 or Z, not -00:00");
	if (minutes > 59 || hours * 60 + minutes > (west ? 12 : 14) * 60)
		return date_fail(reader, text, "time offset out of range");
	point->zone = ZONE_OFFSET;
	point->offset = (int16_t)((west ? -1 : 1) * (hours * 60 + minutes));
	return true;
}

bool date_time_read(
	struct date_reader *reader, const char *at, const char *end, struct date_point *point)
{
	const char *text = at;
	int hour, minute, second = 0;

	if (!point->day_mask[0] || point->masked || point->qualifiers)
		return date_fail(reader, text, "a time needs a plain year-month-day");
	hour = two(++at, end);
	if (hour < 0 || end - at < 5 || at[2] != ':' || (minute = two(at + 3, end)) < 0)
		return malformed(reader, at);
	at += 5;
	if (at < end && *at == ':') {
		second = two(at + 1, end);
		if (second < 0)
			return malformed(reader, at);
		at += 3;
	}
	if (hour > 23)
		return date_fail(reader, text + 1, "hour %02d does not exist", hour);
	if (minute > 59)
		return date_fail(reader, text + 4, "minute %02d does not exist", minute);
	if (second > 59)
		return date_fail(reader, text + 7, "second %02d does not exist", second);
	point->second = hour * 3600 + minute * 60 + second;
	if (at == end)
		return true;
	if (*at == 'Z' && at + 1 == end) {
		point->zone = ZONE_UTC;
		return true;
	}
	if (*at == '+' || *at == '-')
		return zone_read(reader, at, end, point);
	return malformed(reader, at);
}
