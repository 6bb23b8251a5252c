/* Rows: what is cut, what stands beside what, and what becomes of it as plain text. */
#include "layout/rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static struct rows rows_of(int width)
{
	struct rows rows;
	struct paper paper = {.width = width, .signs = signs_find(false)};
	rows_begin(&rows, &arena, &paper);
	return rows;
}

static void assert_plain(const char *expected, const struct rows *rows)
{
	struct buf plain = {0};
	rows_plain(&plain, rows);
	assert_string_equal(expected, buf_string(&plain));
	buf_free(&plain);
}

static void cuts_leave_no_space_before_the_sign(void **state)
{
	(void)state;
	static const struct {
		int width;
		const char *cut;
	} cases[] = {{9, "one three\n"}, {8, "one thr…\n"}, {5, "one…\n"}, {4, "one…\n"},
		{1, "…\n"}, {0, "\n"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct rows rows = rows_of(20);
		rows_new(&rows);
		rows_cut(&rows, style_of(ROLE_TEXT), "one three", cases[i].width);
		assert_plain(cases[i].cut, &rows);
	}
}

/* "19…" would be another year. */
static void cuts_go_through_no_number(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int width;
		const char *cut;
	} cases[] = {{"RT, 2022, p. 3", 14, "RT, 2022, p. 3\n"},
		{"RT, 2022, p. 3", 9, "RT, 2022…\n"}, {"RT, 2022, p. 3", 8, "RT,…\n"},
		{"RT, 2022, p. 3", 5, "RT,…\n"}, {"about 12,345 years", 12, "about…\n"},
		{"about 12,345 years", 13, "about 12,345…\n"},
		{"about 12,345 years", 9, "about…\n"}, {"in 3.14 parts", 5, "in…\n"},
		{"1918, 1939", 6, "1918,…\n"}, {"1918", 3, "…\n"}, {"p1q", 2, "p…\n"},
		{"p12q", 3, "p…\n"}, {"12 34", 4, "12…\n"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct rows rows = rows_of(20);
		rows_new(&rows);
		rows_cut(&rows, style_of(ROLE_TEXT), cases[i].text, cases[i].width);
		assert_plain(cases[i].cut, &rows);
	}
}

static bool is_ascii(int32_t code)
{
	return code < 0x80;
}

/* Where the sign of a cut is shown as three full stops, it needs the room of three. */
static void cuts_have_room_for_a_sign_that_is_replaced(void **state)
{
	(void)state;
	static const struct text_form ascii = {is_ascii};
	for (int width = 0; width < 10; width++) {
		struct rows rows = rows_of(20);
		rows.paper.form = &ascii;
		rows_new(&rows);
		rows_cut(&rows, style_of(ROLE_TEXT), "one two three", width);
		assert_true(rows.column <= width);
		assert_int_equal(rows.column >= 3, width >= 3);
	}
}

static void lists_stand_beside_each_other(void **state)
{
	(void)state;
	struct rows rows = rows_of(20), low = rows_part(&rows, 3), high = rows_part(&rows, 4),
		    none = rows_part(&rows, 0);
	rows_paragraph(&low, style_of(ROLE_TEXT), "low", 0, 3);
	rows_paragraph(&high, style_of(ROLE_TEXT), "high and more", 0, 4);
	assert_int_equal(none.paper.width, 1);
	rows_stop(&rows, 7);
	const struct rows_column columns[] = {{&low, 1}, {&none, 5}, {&high, 8}};
	rows_beside(&rows, columns, 3);
	assert_plain(" low    high\n        and\n        more\n", &rows);
	assert_int_equal(rows.at[2].stop, 7);
	assert_int_equal(rows.at[0].spans->next->column, 8);
}

static void phrases_are_kept_and_the_buf_is_empty(void **state)
{
	(void)state;
	struct rows rows = rows_of(20);
	struct buf phrase = {0};
	rows_phrase(&rows, style_of(ROLE_NOTE), &phrase, 0, 10);
	assert_int_equal(rows.count, 0);
	buf_text(&phrase, "to be kept");
	rows_phrase(&rows, style_of(ROLE_NOTE), &phrase, 2, 8);
	assert_int_equal(phrase.len, 0);
	buf_text(&phrase, "OVERWRITES");
	assert_plain("  to be\n  kept\n", &rows);
	buf_free(&phrase);
}

static int forget(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cuts_leave_no_space_before_the_sign),
		cmocka_unit_test(cuts_go_through_no_number),
		cmocka_unit_test(cuts_have_room_for_a_sign_that_is_replaced),
		cmocka_unit_test(lists_stand_beside_each_other),
		cmocka_unit_test(phrases_are_kept_and_the_buf_is_empty),
	};
	return cmocka_run_group_tests_name("layout/rows", tests, NULL, forget);
}
