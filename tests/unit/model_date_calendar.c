/* The two calendars: against the rule by which Julian days are counted, day by day, and back. */
#include "model/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROUNDS = 20000 };

static uint64_t seed = 0x1917102519181111u;

static uint64_t draw(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed;
}

/* 0 to most - 1. */
static int pick(int most)
{
	return (int)(draw() % (uint64_t)most);
}

static int64_t floor_divide(int64_t number, int64_t by)
{
	return number / by - (number % by < 0);
}

/* The rule of doc/dates.md, as day 0 of 1970. */
static int64_t julian_day(struct date_civil civil)
{
	int64_t a = (14 - civil.month) / 12;
	int64_t y = civil.year + 4800 - a, m = civil.month + 12 * a - 3;

	return civil.day + (153 * m + 2) / 5 + 365 * y + floor_divide(y, 4) - 32083 - 2440588;
}

static void test_old_style_and_back(void **state)
{
	struct arena arena = {0};
	struct buf text = {0};

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct date_civil civil = {pick(19900) - 9950, 1 + pick(12), 0}, back;
		struct date date, again;
		struct date_problem problem;

		civil.day = 1 + pick(date_month_days(civil.year, civil.month, true));
		buf_clear(&text);
		buf_format(&text, "%s%04d-%02d-%02d", civil.year < 0 ? "-" : "",
			abs((int)civil.year), civil.month, civil.day);
		assert_true(date_parse_old_style(&arena, text.text, text.len, &date, &problem));
		assert_int_equal(date.earliest, julian_day(civil));
		assert_int_equal(date.latest, date.earliest);
		buf_clear(&text);
		date_edtf(&date, &text);
		assert_true(date_parse(&arena, text.text, text.len, &again, &problem));
		back = date_to_civil(again.earliest, true);
		assert_int_equal(back.year, civil.year);
		assert_int_equal(back.month, civil.month);
		assert_int_equal(back.day, civil.day);
	}
	buf_free(&text);
	arena_free(&arena);
}

/* Day by day through 1,600 years, and at random through all of them. */
static void test_calendars(void **state)
{
	(void)state;
	for (int julian = 0; julian < 2; julian++) {
		struct date_civil civil = {-401, 1, 1};
		int64_t day = date_from_civil(civil, julian);

		for (; civil.year < 1200; day++) {
			struct date_civil found = date_to_civil(day, julian);

			assert_int_equal(date_from_civil(civil, julian), day);
			assert_memory_equal(&found, &civil, sizeof civil);
			if (++civil.day <= date_month_days(civil.year, civil.month, julian))
				continue;
			civil.day = 1;
			if (++civil.month <= 12)
				continue;
			civil.month = 1;
			civil.year++;
		}
		for (int i = 0; i < ROUNDS; i++) {
			int64_t drawn = (int64_t)(draw() % 730485000000000u) - 365242500000000;

			assert_int_equal(
				date_from_civil(date_to_civil(drawn, julian), julian), drawn);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_old_style_and_back),
		cmocka_unit_test(test_calendars),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
