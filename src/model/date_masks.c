/* Masks: what the X of a date stands for, and whether English has words for it. */
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

enum date_year_kind date_year_kind(const struct date_point *point)
{
	const char *digits = point->year_mask + (point->year_mask[0] == '-');
	size_t known = strcspn(digits, "X");

	if (!strchr(digits, 'X'))
		return YEAR_PLAIN;
	if (known == 0 && date_mask_blank(digits))
		return YEAR_UNKNOWN;
	if (!date_mask_blank(digits + known))
		return YEAR_PATTERN;
	/* the 1900s may be ten years or a hundred, the 70s are too many */
	return known == 3 && point->first_year >= 1000 && digits[2] != '0' ? YEAR_DECADE
									   : YEAR_SPAN;
}

static bool is_partial(const char *mask)
{
	return strchr(mask, 'X') && !date_mask_blank(mask);
}

/* Words can say one open piece, and blank ones behind the known. */
bool date_is_pattern(const struct date_point *point)
{
	enum date_year_kind year = date_year_kind(point);
	bool month = is_partial(point->month_mask), day = is_partial(point->day_mask);

	if (year == YEAR_PATTERN)
		return true;
	if (point->day_mask[0] && !date_mask_blank(point->day_mask) &&
		strchr(point->month_mask, 'X'))
		return true;
	return year != YEAR_PLAIN && (month || day);
}

/* The day of a masked year is taken for a day of the longest month: it is never listed. */
void date_mask_choice(const char *mask, int most, struct date_choice *choice)
{
	choice->count = 0;
	for (int i = 1; i <= most; i++)
		if (date_mask_fits(mask, i))
			choice->numbers[choice->count++] = i;
}

bool date_choice_is_span(const struct date_choice *choice)
{
	int last = choice->count - 1;

	return last > 1 && choice->numbers[last] - choice->numbers[0] == last;
}
