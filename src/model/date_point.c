/* One date: [q]year[q]-[q]month[q]-[q]day[q], a Y year, a year with S, a time behind a day; and the
 * first and the last day that it can mean.
 *
 * Two steps. The first looks at the shape alone and takes the pieces apart; a text that does not
 * fit to the last byte is refused without a reason, for it may be quite another way of writing
 * dates. The second asks whether there is such a month or day (date_bounds.c). */
#include "model/date_parts.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const int64_t long_year_most = INT64_C(999999999999);

bool date_fail(struct date_reader *reader, const char *at, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vsnprintf(reader->problem->reason, sizeof reader->problem->reason, format, args);
	va_end(args);
	reader->problem->offset = (size_t)(at - reader->start);
	return false;
}

bool date_refuse(struct date_reader *reader, const char *at)
{
	reader->problem->reason[0] = '\0';
	reader->problem->offset = (size_t)(at - reader->start);
	return false;
}

/* ---- time of day ---- */

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

/* "T21:45", "T21:45:30Z", "T05:12:00+01:00": it refines the order of a day and is shown; it moves
 * no bound, for a day is the finest unit that the record counts in. */
static bool time_read(
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

/* ---- pieces ---- */

static bool is_at(const char *at, const char *end, char c)
{
	return at < end && *at == c;
}

/* ? ~ % as bits; 0 where none stands. */
static uint8_t qualifier(const char **at, const char *end, struct date_point *point)
{
	static const char marks[] = "~?%"; /* DATE_ABOUT, DATE_POSSIBLY, DATE_POSSIBLY_ABOUT */
	const char *mark = *at < end && **at ? strchr(marks, **at) : NULL;
	if (!mark)
		return DATE_EXACT;
	++*at;
	point->qualifiers++;
	point->trailing = *at == end;
	return (uint8_t)(mark - marks + 1);
}

/* Copies `count` digits or X and closes them. */
static bool mask(const char **at, const char *end, int count, char *out, struct date_point *point)
{
	for (int i = 0; i < count; i++, ++*at) {
		if (*at == end || (!text_is_figure(**at) && **at != 'X'))
			return false;
		if (**at == 'X')
			point->masked = true;
		*out++ = **at;
	}
	*out = '\0';
	return true;
}

/* A piece with the qualifiers beside it: the left one is its own, the right one that of all
 * pieces so far. */
static bool piece(const char **at, const char *end, enum date_piece piece, struct date_point *point)
{
	char *out = piece == PIECE_YEAR ? point->year_mask
		: piece == PIECE_MONTH  ? point->month_mask
					: point->day_mask;
	point->places[piece] = *at;
	point->quality[piece] = qualifier(at, end, point);
	if (piece == PIECE_YEAR && is_at(*at, end, '-')) {
		*out++ = '-';
		++*at;
	}
	if (!mask(at, end, piece == PIECE_YEAR ? 4 : 2, out, point))
		return false;
	uint8_t right = qualifier(at, end, point);
	for (int i = 0; i <= (int)piece; i++)
		point->quality[i] |= right;
	return true;
}

/* Digits as a number, at most long_year_most + 1. */
static int64_t number(const char **at, const char *end)
{
	int64_t value = 0;
	for (; *at < end && text_is_figure(**at); ++*at)
		if (value <= long_year_most)
			value = value * 10 + (**at - '0');
	return value > long_year_most ? long_year_most + 1 : value;
}

/* The S of a year, whose digits are counted without leading zeros. */
static bool significant(
	struct date_reader *reader, const char **at, const char *end, struct date_point *point)
{
	const char *text = *at;
	int64_t size = point->year < 0 ? -point->year : point->year;
	int64_t step = 1, low, high, wanted;
	int digits = 1;
	for (int64_t rest = size; rest >= 10; rest /= 10)
		digits++;
	++*at;
	if (*at == end || !text_is_figure(**at))
		return date_refuse(reader, *at);
	wanted = number(at, end);
	if (wanted < 1 || wanted > digits)
		return date_fail(reader, text,
			"significant digits must be 1 to the number of digits in the year");
	for (int i = digits; i > (int)wanted; i--)
		step *= 10;
	low = size / step * step;
	high = low + step - 1;
	point->first_year = point->year < 0 ? -high : low;
	point->last_year = point->year < 0 ? -low : high;
	point->significant = (uint8_t)wanted;
	return true;
}

/* Y, digits, E and S. */
static bool long_year(
	struct date_reader *reader, const char *text, const char *end, struct date_point *point)
{
	const char *at = text + 1;
	bool negative = is_at(at, end, '-');
	int64_t power = 0;
	const char *digits = at += negative;
	if (at == end || !text_is_figure(*at))
		return date_fail(reader, text, "a Y-year is Y, an optional minus, digits");
	point->year = number(&at, end);
	if (*digits == '0' && at - digits > 1)
		return date_fail(reader, digits, "no leading zeros after Y");
	if (is_at(at, end, 'E') && at + 1 < end && text_is_figure(at[1])) {
		at++;
		power = number(&at, end);
	}
	for (; power > 0 && point->year > 0 && point->year <= long_year_most; power--)
		point->year *= 10;
	if (point->year > long_year_most)
		return date_fail(reader, digits, "year out of range");
	if (point->year <= DATE_YEAR_MOST)
		return date_fail(reader, text, "Y is only for years of five or more digits");
	if (negative)
		point->year = -point->year;
	point->first_year = point->last_year = point->year;
	if (is_at(at, end, 'S') && !significant(reader, &at, end, point))
		return reader->problem->reason[0]
			? false
			: date_fail(reader, at, "a Y-year is Y, an optional minus, digits");
	point->quality[PIECE_YEAR] = qualifier(&at, end, point);
	if (at < end)
		return date_fail(reader, at, "a Y-year is Y, an optional minus, digits");
	return true;
}

/* The span of years that a mask leaves open. */
static void mask_years(struct date_point *point)
{
	const char *digit = point->year_mask;
	bool negative = *digit == '-';
	int64_t low = 0, high = 0;
	for (digit += negative; *digit; digit++) {
		low = low * 10 + (*digit == 'X' ? 0 : *digit - '0');
		high = high * 10 + (*digit == 'X' ? 9 : *digit - '0');
	}
	if (negative && low == 0)
		low = high ? 1 : 0; /* there is no year -0 */
	point->year = negative ? -low : low;
	point->first_year = negative ? -high : low;
	point->last_year = negative ? -low : high;
}

/* The pieces of an ordinary date, the year with S among them. */
static bool pieces(
	struct date_reader *reader, const char *text, const char *end, struct date_point *point)
{
	const char *at = text;
	const char *mark;
	if (!piece(&at, end, PIECE_YEAR, point))
		return date_refuse(reader, at);
	mask_years(point);
	if (is_at(at, end, 'S') && !point->masked && !point->qualifiers) {
		if (strcmp(point->year_mask, "-0000") == 0)
			return date_fail(reader, text, "there is no year -0000");
		if (!significant(reader, &at, end, point))
			return false;
		point->quality[PIECE_YEAR] = qualifier(&at, end, point);
		return at == end || date_refuse(reader, at);
	}
	if (is_at(at, end, '-')) {
		mark = ++at;
		if (!piece(&at, end, PIECE_MONTH, point))
			return date_refuse(reader, mark);
	}
	if (point->month_mask[0] && is_at(at, end, '-')) {
		mark = ++at;
		if (!piece(&at, end, PIECE_DAY, point))
			return date_refuse(reader, mark);
	}
	if (is_at(at, end, 'T'))
		return time_read(reader, at, end, point);
	if (at < end && at > text && strchr("?~", at[-1]) && (*at == '?' || *at == '~') &&
		*at != at[-1])
		return date_fail(reader, at - 1, "write %% for uncertain and approximate");
	return at == end || date_refuse(reader, at);
}

static int digits_two(const char *text)
{
	return (text[0] - '0') * 10 + text[1] - '0';
}

/* A day as nearly all are written, 1918-03-03: read again for every row of every picture, so it is
 * taken at once. False where it is anything else, or no day of its calendar; nothing is lost
 * then. */
static bool plain_day(const struct date_reader *reader, const char *text, const char *end,
	struct date_point *point)
{
	if (end - text != 10 || text[4] != '-' || text[7] != '-')
		return false;
	for (int i = 0; i < 10; i++)
		if (i != 4 && i != 7 && !text_is_figure(text[i]))
			return false;
	struct date_civil civil = (struct date_civil){
		digits_two(text) * 100 + digits_two(text + 2),
		digits_two(text + 5),
		digits_two(text + 8),
	};
	if (civil.month < 1 || civil.month > 12 || civil.day < 1 ||
		civil.day > date_month_days(civil.year, civil.month, reader->julian))
		return false;
	point->places[PIECE_MONTH] = text + 5;
	point->places[PIECE_DAY] = text + 8;
	memcpy(point->year_mask, text, 4);
	memcpy(point->month_mask, text + 5, 2);
	memcpy(point->day_mask, text + 8, 2);
	point->year = point->first_year = point->last_year = civil.year;
	point->month = (uint8_t)civil.month;
	point->day = (uint8_t)civil.day;
	point->depth = DEPTH_DAY;
	point->earliest = point->latest = date_from_civil(civil, reader->julian);
	return true;
}

bool date_point_read(
	struct date_reader *reader, const char *text, const char *end, struct date_point *point)
{
	memset(point, 0, sizeof *point);
	point->places[PIECE_YEAR] = text;
	point->second = -1;
	if (plain_day(reader, text, end, point))
		return true;
	if (text == end)
		return date_fail(reader, text, "empty date");
	if (*text == 'Y' && end - text > 1 && (text_is_figure(text[1]) || text[1] == '-')) {
		if (!long_year(reader, text, end, point))
			return false;
	} else if (!pieces(reader, text, end, point)) {
		return false;
	}
	return date_point_bound(reader, point);
}

uint8_t date_point_certainty(const struct date_point *point)
{
	uint8_t all = point->significant ? DATE_ABOUT : DATE_EXACT;
	for (int i = 0; i < PIECE_COUNT; i++)
		all |= point->quality[i];
	return all;
}

bool date_point_plain(const struct date_point *point)
{
	return !point->masked && !point->significant && !date_point_certainty(point) &&
		point->depth != DEPTH_SEASON && point->second < 0;
}
