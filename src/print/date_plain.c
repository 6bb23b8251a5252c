/* The Gregorian EDTF of a date is read again, by no more of its grammar than plain dates have. */
#include "print/date_plain.h"

static int64_t without_zero(int64_t year)
{
	return year > 0 ? year : year - 1;
}

/* So many figures from *at on, which moves behind them; -1 where they are not there. */
static int figures(const char **at, int count)
{
	int number = 0;
	for (int n = 0; n < count; n++, ++*at) {
		if (**at < '0' || **at > '9')
			return -1;
		number = number * 10 + (**at - '0');
	}
	return number;
}

/* "-MM" or "-DD": 0 where there is none, -1 where it is another thing. */
static int piece(const char **at)
{
	if (**at != '-')
		return 0;
	++*at;
	return figures(at, 2);
}

static bool point_read(const char **at, struct plain_point *point)
{
	bool before = **at == '-';
	*at += before;
	int year = figures(at, 4), month = year < 0 ? -1 : piece(at);
	int day = month > 0 ? piece(at) : 0;
	*point = (struct plain_point){without_zero(before ? -year : year), month, day};
	return month >= 0 && month <= 12 && day >= 0;
}

bool date_plain(const struct date *date, struct plain_date *plain)
{
	struct buf edtf = {0};
	date_edtf(date, &edtf);
	const char *at = buf_string(&edtf);
	*plain = (struct plain_date){0};
	bool good = point_read(&at, &plain->from);
	plain->to = plain->from;
	if (good && *at == '/') {
		at++;
		plain->interval = true;
		good = point_read(&at, &plain->to);
	} else if (good && *at == '~') {
		at++;
		plain->about = true;
	}
	good = good && !*at;
	buf_free(&edtf);
	return good;
}

struct plain_point date_plain_day(int64_t day)
{
	struct date_civil civil = date_to_civil(day, false);
	return (struct plain_point){without_zero(civil.year), civil.month, civil.day};
}
