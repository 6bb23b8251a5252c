/* What holds of every date: from a seeded generator that follows the grammar, from the same texts
 * damaged, and from random bytes. */
#include "base/text.h"
#include "model/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROUNDS = 20000, POOL = 120, TEXT_MOST = 200 };

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

static void qualifier(struct buf *out, int one_in)
{
	if (pick(one_in) == 0)
		buf_char(out, "?~%"[pick(3)]);
}

/* The digits, some of them X. */
static void masked(struct buf *out, int digits, int number, int one_in)
{
	char text[16];

	snprintf(text, sizeof text, "%0*d", digits, number);
	if (pick(one_in) == 0)
		text[pick(digits)] = 'X';
	if (pick(one_in * 2) == 0)
		memset(text + 1, 'X', (size_t)digits - 1);
	buf_text(out, text);
}

static int small_year(void)
{
	return pick(3) ? 1900 + pick(30) : pick(10000);
}

static void draw_long(struct buf *out)
{
	buf_text(out, pick(2) ? "Y" : "Y-");
	buf_format(out, "%lld", (long long)(10000 + (int64_t)(draw() % 999999990000u)));
	if (pick(4) == 0)
		buf_format(out, "S%d", 1 + pick(5));
	qualifier(out, 4);
}

/* One date; not every one is valid. */
static void draw_point(struct buf *out, bool time)
{
	if (pick(12) == 0) {
		draw_long(out);
		return;
	}
	qualifier(out, 8);
	buf_text(out, pick(8) ? "" : "-");
	masked(out, 4, small_year(), 5);
	if (pick(20) == 0)
		buf_format(out, "S%d", 1 + pick(4));
	qualifier(out, 8);
	if (pick(4) == 0)
		return;
	buf_char(out, '-');
	qualifier(out, 8);
	masked(out, 2, pick(6) ? 1 + pick(12) : 21 + pick(21), 8);
	qualifier(out, 8);
	if (pick(3) == 0)
		return;
	buf_char(out, '-');
	qualifier(out, 8);
	masked(out, 2, 1 + pick(31), 8);
	qualifier(out, 8);
	if (time && pick(6) == 0)
		buf_format(out, "T%02d:%02d%s", pick(24), pick(60),
			pick(2)           ? ""
				: pick(2) ? ":30Z"
					  : ":00-05:00");
}

static void draw_set(struct buf *out)
{
	bool one = pick(2);

	buf_char(out, one ? '[' : '{');
	buf_text(out, pick(6) ? "" : "..");
	for (int i = 0, count = 1 + pick(4); i < count; i++) {
		if (i)
			buf_text(out, pick(2) ? "," : ", ");
		draw_point(out, true);
		if (pick(5) == 0) {
			buf_text(out, "..");
			draw_point(out, false);
		}
	}
	buf_text(out, pick(6) ? "" : "..");
	buf_char(out, one ? ']' : '}');
}

static void draw_date(struct buf *out)
{
	buf_clear(out);
	switch (pick(5)) {
	case 0:
		draw_set(out);
		break;
	case 1:
		if (pick(5))
			draw_point(out, false);
		else
			buf_text(out, pick(2) ? ".." : "");
		buf_char(out, '/');
		if (pick(5))
			draw_point(out, false);
		else
			buf_text(out, pick(2) ? ".." : "");
		break;
	default:
		draw_point(out, true);
	}
}

static void damage(struct buf *out)
{
	static const char bytes[] = "0123456789X?~%-/.,[]{}TYSEZ: +xuc\xe2\x80\x93\t\x01\x7f\xff";

	for (int i = 1 + pick(3); i && out->len; i--)
		out->text[pick((int)out->len)] = bytes[pick((int)sizeof bytes)];
	if (pick(3) == 0 && out->len)
		out->len = (size_t)pick((int)out->len);
}

static void check_same(const struct date *a, const struct date *b)
{
	assert_string_equal(a->edtf, b->edtf);
	assert_int_equal(a->earliest, b->earliest);
	assert_int_equal(a->latest, b->latest);
	assert_int_equal(a->sort, b->sort);
	assert_int_equal(a->second, b->second);
	assert_int_equal(a->certainty, b->certainty);
	assert_int_equal(a->season, b->season);
}

/* Printable ASCII and the dash alone. */
static void check_words(const char *text)
{
	for (; *text; text++) {
		if (strncmp(text, "–", 3) == 0) {
			text += 2;
			continue;
		}
		assert_in_range(*text, ' ', '~');
	}
}

/* One line of UTF-8: what was typed may be in it. */
static void check_line(const char *text)
{
	assert_int_equal(text_valid(text, strlen(text)), strlen(text));
	for (; *text; text++)
		assert_false((unsigned char)*text < ' ' || *text == 0x7f);
}

static void check_columns(const struct date *date)
{
	struct date_columns columns;

	date_columns(date, &columns);
	check_words(columns.day);
	check_words(columns.month);
	check_words(columns.year);
	assert_true(columns.day[0] || columns.month[0] || columns.year[0]);
	assert_true(strcmp(columns.about, "") == 0 || strcmp(columns.about, "c.") == 0);
	assert_true(strcmp(columns.doubt, "") == 0 || strcmp(columns.doubt, "?") == 0);
	assert_true(strlen(columns.day) < sizeof columns.day);
	assert_true(strlen(columns.month) < sizeof columns.month);
	assert_true(strlen(columns.year) < sizeof columns.year);
}

static void check_valid(struct arena *arena, const struct date *date)
{
	struct buf out = {0};
	struct date again;
	struct date_problem problem;

	assert_true(date->latest >= date->earliest);
	assert_true(date->certainty < DATE_CERTAINTY_COUNT);
	assert_int_equal(date_compare_ordered(date, 0, date, 0), 0);
	date_edtf(date, &out);
	assert_true(date_parse(arena, out.text, out.len, &again, &problem));
	check_same(date, &again);
	buf_clear(&out);
	date_display(date, &out);
	assert_true(out.len > 0);
	check_words(buf_string(&out));
	check_columns(date);
	buf_free(&out);
}

static void check_problem(const struct date_problem *problem, size_t len)
{
	assert_true(problem->reason[0]);
	if (strlen(problem->reason) >= sizeof problem->reason - 1)
		fail_msg("a reason is cut: %s", problem->reason);
	check_line(problem->reason);
	assert_true(len ? problem->offset < len : problem->offset == 0);
}

/* The text is copied to its own length, so that reading past its end is found. */
static bool check_text(struct arena *arena, const struct buf *text)
{
	char *exact = malloc(text->len + !text->len);
	struct date date;
	struct date_problem problem = {0};
	bool valid;

	assert_non_null(exact);
	if (text->len)
		memcpy(exact, text->text, text->len);
	valid = date_parse(arena, exact, text->len, &date, &problem);
	if (valid)
		check_valid(arena, &date);
	else
		check_problem(&problem, text->len);
	memset(&problem, 0, sizeof problem);
	if (!date_parse_old_style(arena, exact, text->len, &date, &problem))
		check_problem(&problem, text->len);
	free(exact);
	return valid;
}

static void test_drawn_dates(void **state)
{
	struct arena arena = {0};
	struct buf text = {0};
	int valid = 0;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		draw_date(&text);
		valid += check_text(&arena, &text);
		if (i % 1000 == 0)
			arena_reset(&arena);
	}
	print_message("%d of %d drawn texts are dates\n", valid, ROUNDS);
	assert_in_range(valid, ROUNDS / 3, ROUNDS);
	buf_free(&text);
	arena_free(&arena);
}

static void test_damaged_dates(void **state)
{
	struct arena arena = {0};
	struct buf text = {0};

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		draw_date(&text);
		damage(&text);
		check_text(&arena, &text);
		if (i % 1000 == 0)
			arena_reset(&arena);
	}
	buf_free(&text);
	arena_free(&arena);
}

static void test_random_bytes(void **state)
{
	struct arena arena = {0};
	struct buf text = {0};

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		buf_clear(&text);
		for (int j = pick(i % 100 ? 12 : TEXT_MOST); j > 0; j--)
			buf_char(&text, (char)draw());
		check_text(&arena, &text);
	}
	buf_free(&text);
	arena_free(&arena);
}

static int sign(int number)
{
	return (number > 0) - (number < 0);
}

static void draw_pool(struct arena *arena, struct date pool[POOL])
{
	struct buf text = {0};
	struct date_problem problem;

	for (int i = 0; i < POOL;) {
		draw_date(&text);
		if (text.len && date_parse(arena, text.text, text.len, &pool[i], &problem))
			i++;
	}
	buf_free(&text);
}

static void test_order_is_total(void **state)
{
	static struct date pool[POOL];
	struct arena arena = {0};

	(void)state;
	draw_pool(&arena, pool);
	for (int i = 0; i < POOL; i++)
		for (int j = 0; j < POOL; j++) {
			int by = sign(date_compare_ordered(&pool[i], 0, &pool[j], 0));

			assert_int_equal(by, -sign(date_compare_ordered(&pool[j], 0, &pool[i], 0)));
			for (int k = 0; k < POOL; k++) {
				int second = sign(date_compare_ordered(&pool[j], 0, &pool[k], 0));

				if (by <= 0 && second <= 0)
					assert_true(date_compare_ordered(
							    &pool[i], 0, &pool[k], 0) <= 0);
				if (by == 0 && second == 0)
					assert_int_equal(
						date_compare_ordered(&pool[i], 0, &pool[k], 0), 0);
			}
		}
	arena_free(&arena);
}

/* With the file order behind it, the order does not depend on how one sorts. */
static int compare_placed(const void *a, const void *b)
{
	const struct date *const *first = a, *const *second = b;
	int by = date_compare_ordered(*first, 0, *second, 0);

	return by ? by : (*first > *second) - (*first < *second);
}

static void test_order_is_stable(void **state)
{
	static struct date pool[POOL];
	const struct date *sorted[POOL], *shuffled[POOL];
	struct arena arena = {0};

	(void)state;
	draw_pool(&arena, pool);
	for (int i = 0; i < POOL; i++)
		sorted[i] = shuffled[i] = &pool[i];
	qsort(sorted, POOL, sizeof *sorted, compare_placed);
	for (int round = 0; round < 50; round++) {
		for (int i = POOL - 1; i > 0; i--) {
			int j = pick(i + 1);
			const struct date *kept = shuffled[i];

			shuffled[i] = shuffled[j];
			shuffled[j] = kept;
		}
		qsort(shuffled, POOL, sizeof *shuffled, compare_placed);
		assert_memory_equal(sorted, shuffled, sizeof sorted);
	}
	arena_free(&arena);
}

static bool fits(const char *mask, int64_t number, int digits)
{
	for (int i = digits - 1; i >= 0; i--, number /= 10)
		if (mask[i] != 'X' && mask[i] - '0' != number % 10)
			return false;
	return true;
}

/* The bounds of a mask against every day of four centuries. */
static void test_masks(void **state)
{
	struct arena arena = {0};
	struct date_civil start = {1700, 1, 1}, end = {2099, 12, 31};
	int64_t first = date_from_civil(start, false), last = date_from_civil(end, false);

	(void)state;
	for (int i = 0; i < 60; i++) {
		struct buf text = {0};
		int64_t earliest = DATE_OPEN_END, latest = DATE_OPEN_START;
		struct date date;
		struct date_problem problem;

		buf_format(&text, "%d", 17 + pick(4));
		buf_format(&text, "%c%c-", "0189X"[pick(5)], "024X"[pick(4)]);
		masked(&text, 2, 1 + pick(12), 2);
		buf_char(&text, '-');
		masked(&text, 2, 1 + pick(31), 2);
		for (int64_t day = first; day <= last; day++) {
			struct date_civil civil = date_to_civil(day, false);

			if (!fits(text.text, civil.year, 4) ||
				!fits(text.text + 5, civil.month, 2) ||
				!fits(text.text + 8, civil.day, 2))
				continue;
			earliest = day < earliest ? day : earliest;
			latest = day;
		}
		if (date_parse(&arena, text.text, text.len, &date, &problem)) {
			assert_int_equal(date.earliest, earliest);
			assert_int_equal(date.latest, latest);
		} else {
			assert_int_equal(latest, DATE_OPEN_START);
		}
		buf_free(&text);
	}
	arena_free(&arena);
}

/* A day as it is mostly written, of either calendar, and the same with what leads round the short
 * way of reading it: a qualifier. There are 31 days in no month that has fewer. */
static void test_plain_days(void **state)
{
	struct arena arena = {0};

	(void)state;
	for (int i = 0; i < 40000; i++) {
		bool julian = i % 2;
		struct date_civil civil = {pick(i % 4 ? 2500 : 10000), pick(14), pick(33)};
		bool real = civil.month >= 1 && civil.month <= 12 && civil.day >= 1 &&
			civil.day <= date_month_days(civil.year, civil.month, julian);
		char text[16];
		struct date date, about;
		struct date_problem problem;

		snprintf(text, sizeof text, "%04d-%02d-%02d~", (int)civil.year % 10000,
			civil.month % 100, civil.day % 100);
		assert_int_equal((julian ? date_parse_old_style : date_parse)(
					 &arena, text, 10, &date, &problem),
			real);
		assert_int_equal((julian ? date_parse_old_style : date_parse)(
					 &arena, text, 11, &about, &problem),
			real);
		if (!real)
			continue;
		assert_int_equal(date.earliest, date_from_civil(civil, julian));
		assert_int_equal(date.latest, date.earliest);
		assert_int_equal(date.sort, date.earliest);
		assert_int_equal(date.certainty, DATE_EXACT);
		assert_int_equal(about.earliest, date.earliest);
		assert_int_equal(about.latest, date.latest);
		arena_reset(&arena);
	}
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain_days),
		cmocka_unit_test(test_drawn_dates),
		cmocka_unit_test(test_damaged_dates),
		cmocka_unit_test(test_random_bytes),
		cmocka_unit_test(test_order_is_total),
		cmocka_unit_test(test_order_is_stable),
		cmocka_unit_test(test_masks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
