/* One date in the fewest letters: the words of a column each for day, month and year. */
#include "model/date_parts.h"

#include <string.h>

void date_short_name(int month, struct buf *out)
{
	buf_add(out, date_month_name(month), 3);
}

/* Of a day or a month. */
static void number_add(int number, struct buf *out)
{
	if (number > 9)
		buf_char(out, (char)('0' + number / 10 % 10));
	buf_char(out, (char)('0' + number % 10));
}

static void number_short(int number, bool month, struct buf *out)
{
	if (month)
		date_short_name(number, out);
	else
		number_add(number, out);
}

/* "12", "10–19", "30/31", "Feb/Dec". */
static void mask_short(const char *mask, bool month, int most, struct buf *out)
{
	struct date_choice choice;

	date_mask_choice(mask, most, &choice);
	if (date_choice_is_span(&choice)) {
		number_short(choice.numbers[0], month, out);
		buf_text(out, DATE_DASH);
		number_short(choice.numbers[choice.count - 1], month, out);
		return;
	}
	for (int i = 0; i < choice.count; i++) {
		if (i)
			buf_char(out, '/');
		number_short(choice.numbers[i], month, out);
	}
}

void date_short_day(const struct date_point *point, struct buf *out)
{
	int most = 31;

	if (!point->day_mask[0] || date_mask_blank(point->day_mask))
		return;
	if (point->month && date_year_kind(point) == YEAR_PLAIN)
		most = date_month_days(point->year, point->month, false);
	if (point->day)
		number_add(point->day, out); /* 29 February Julian, too */
	else
		mask_short(point->day_mask, false, most, out);
}

/* A quarter is said by its months. Between a day and a year a month that is unknown is shown. */
void date_short_month(const struct date_point *point, struct buf *out)
{
	if (!point->month_mask[0])
		return;
	if (point->month >= 33) {
		int start = date_season_start(point->month);

		date_short_name(start, out);
		buf_text(out, DATE_DASH);
		date_short_name(start + date_season_months(point->month) - 1, out);
	} else if (point->depth == DEPTH_SEASON) {
		buf_text(out, date_season_name(point->month));
	} else if (!date_mask_blank(point->month_mask)) {
		mask_short(point->month_mask, true, 12, out);
	} else if (point->day_mask[0] && !date_mask_blank(point->day_mask)) {
		buf_text(out, point->month_mask);
	}
}

void date_short_years(int64_t first, int64_t last, struct buf *out)
{
	char number[DATE_NUMBER_SIZE];

	date_year_number(first, number);
	buf_text(out, number);
	if (strcmp(date_era_name(first), date_era_name(last)) != 0)
		buf_text(out, date_era_name(first));
	buf_text(out, DATE_DASH);
	date_year_words(last, out);
}

void date_short_year(const struct date_point *point, struct buf *out)
{
	switch (date_year_kind(point)) {
	case YEAR_PLAIN:
		if (point->depth == DEPTH_SEASON)
			date_season_year(point, out);
		else
			date_year_words(point->year, out);
		break;
	case YEAR_DECADE:
		buf_format(out, "%ds", (int)point->first_year);
		break;
	case YEAR_SPAN:
		date_short_years(point->first_year, point->last_year, out);
		break;
	case YEAR_PATTERN:
		buf_text(out, point->year_mask);
		break;
	case YEAR_UNKNOWN:
		break;
	}
}
