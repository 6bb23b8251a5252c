/* Dates as programs have them that know years, months and days, and nothing of EDTF. */
#ifndef TRUCE_PRINT_DATE_PLAIN_H
#define TRUCE_PRINT_DATE_PLAIN_H

#include "model/date.h"

/* A year, a month of one, or a day; 0 is not given. There is no year 0: before 1 comes -1. */
struct plain_point {
	int64_t year;
	int month, day;
};

struct plain_date {
	struct plain_point from, to; /* the same, but of an interval */
	bool interval, about;        /* about: all of it */
};

/* False, with nothing of use in it, where a date says more or less than that: a season, a set, a
 * possibility, an open end, a time, a year of more than four figures. */
bool date_plain(const struct date *, struct plain_date *);
/* A day, without the year 0. */
struct plain_point date_plain_day(int64_t day);

#endif
