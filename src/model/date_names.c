/* The English names of months, seasons and years, and what dates that stand together share. */
#include "model/date_parts.h"

#include <stdio.h>
#include <string.h>

const char *date_month_name(int month)
{
	static const char *const names[] = {"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December"};

	return names[month - 1];
}

/* Seasons are months here, always the same: a rule that differed by place could not be sorted. */
struct season {
	const char *name, *hemisphere;
	int8_t start, months;
};

static const char northern[] = "Northern Hemisphere";
static const char southern[] = "Southern Hemisphere";

static const struct season seasons[] = {
	[21] = {"spring", NULL, 3, 3},
	[22] = {"summer", NULL, 6, 3},
	[23] = {"autumn", NULL, 9, 3},
	[24] = {"winter", NULL, 12, 3},
	[25] = {"spring", northern, 3, 3},
	[26] = {"summer", northern, 6, 3},
	[27] = {"autumn", northern, 9, 3},
	[28] = {"winter", northern, 12, 3},
	[29] = {"spring", southern, 9, 3},
	[30] = {"summer", southern, 12, 3},
	[31] = {"autumn", southern, 3, 3},
	[32] = {"winter", southern, 6, 3},
	[33] = {"first quarter", NULL, 1, 3},
	[34] = {"second quarter", NULL, 4, 3},
	[35] = {"third quarter", NULL, 7, 3},
	[36] = {"fourth quarter", NULL, 10, 3},
	[37] = {"first four months", NULL, 1, 4},
	[38] = {"middle four months", NULL, 5, 4},
	[39] = {"last four months", NULL, 9, 4},
	[40] = {"first half", NULL, 1, 6},
	[41] = {"second half", NULL, 7, 6},
};
_Static_assert(sizeof seasons / sizeof *seasons == 42, "a row for each season");

int date_season_start(int season)
{
	return seasons[season].start;
}

int date_season_months(int season)
{
	return seasons[season].months;
}

const char *date_season_name(int season)
{
	return seasons[season].name;
}

const char *date_season_hemisphere(int season)
{
	return seasons[season].hemisphere;
}

const char *date_era_name(int64_t year)
{
	return year < 1 ? " BCE" : year < 1000 ? " CE" : "";
}

/* Thousands are set off from five digits on: 2022 is a year, 10,000 a number. */
void date_year_number(int64_t year, char out[DATE_NUMBER_SIZE])
{
	int64_t left = year < 1 ? 1 - year : year;
	bool large = left > 9999;
	char digits[DATE_NUMBER_SIZE]; /* from the last */
	int len = 0, at = 0;

	for (int count = 0; left > 0 && len < DATE_NUMBER_SIZE - 1; left /= 10, count++) {
		if (large && count && count % 3 == 0)
			digits[len++] = ',';
		digits[len++] = (char)('0' + left % 10);
	}
	while (len > 0)
		out[at++] = digits[--len];
	out[at] = '\0';
}

void date_year_words(int64_t year, struct buf *out)
{
	char number[DATE_NUMBER_SIZE];

	date_year_number(year, number);
	buf_text(out, number);
	buf_text(out, date_era_name(year));
}

/* "winter 1917–18": a season that runs into the next year names both. */
void date_season_year(const struct date_point *point, struct buf *out)
{
	int64_t year = point->year, next = year + 1;
	char number[DATE_NUMBER_SIZE];

	if (date_season_start(point->month) + date_season_months(point->month) <= 13) {
		date_year_words(year, out);
	} else if (year >= 1000 && year / 100 == next / 100) {
		buf_format(out, "%d–%02d", (int)year, (int)(next % 100));
	} else if (strcmp(date_era_name(year), date_era_name(next)) != 0) {
		date_year_words(year, out);
		buf_text(out, " – ");
		date_year_words(next, out);
	} else {
		date_year_number(year, number);
		buf_format(out, "%s–", number);
		date_year_words(next, out);
	}
}

enum date_share date_shared(const struct date_point *a, const struct date_point *b)
{
	if (!date_point_plain(a) || !date_point_plain(b) || a->depth != b->depth)
		return SHARE_NOTHING;
	if (a->depth == DEPTH_YEAR)
		return strcmp(date_era_name(a->year), date_era_name(b->year)) == 0 ? SHARE_ERA
										   : SHARE_NOTHING;
	if (a->year != b->year)
		return SHARE_NOTHING;
	return a->depth == DEPTH_DAY && a->month == b->month ? SHARE_MONTH : SHARE_YEAR;
}
