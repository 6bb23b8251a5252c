/* Nothing harmful enters a grid, no wide character is ever half there, and nothing leaves the
 * edge. */
#include "ui/core/grid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const struct style plain = {ROLE_TEXT, 0};

static int put(struct grid *grid, int row, int col, int most, const char *text)
{
	return grid_put(grid, NULL, row, col, most, plain, text, strlen(text));
}

static void check_row(const struct grid *grid, int row, const char *expected)
{
	struct buf buf = {0};
	grid_row_text(grid, row, false, NULL, 0, &buf);
	assert_string_equal(buf_string(&buf), expected);
	buf_free(&buf);
}

static void test_puts_and_cuts(void **state)
{
	(void)state;
	struct grid grid = {0};
	grid_resize(&grid, 2, 10);
	assert_int_equal(put(&grid, 0, 2, 99, "Khasavyurt"), 8);
	check_row(&grid, 0, "  Khasavyu");
	assert_int_equal(put(&grid, 1, 0, 4, "Istanbul"), 4);
	check_row(&grid, 1, "Ista");
	assert_int_equal(put(&grid, 2, 0, 4, "no"), 0);
	assert_int_equal(put(&grid, 0, -1, 4, "no"), 0);
	assert_int_equal(put(&grid, 0, 10, 4, "no"), 0);
	grid_free(&grid);
}

static void test_wide_characters_stay_whole(void **state)
{
	(void)state;
	struct grid grid = {0};
	grid_resize(&grid, 1, 5);
	assert_int_equal(put(&grid, 0, 0, 5, "和平和"), 4);
	check_row(&grid, 0, "和平");
	put(&grid, 0, 1, 1, "x"); /* over the second half of the first */
	check_row(&grid, 0, " x平");
	put(&grid, 0, 2, 1, "y"); /* over the first half of the second */
	check_row(&grid, 0, " xy");
	grid_free(&grid);
}

static void test_marks_stay_on_their_letters(void **state)
{
	(void)state;
	struct grid grid = {0};
	grid_resize(&grid, 1, 8);
	assert_int_equal(put(&grid, 0, 0, 8, "ae\xcc\x81 \xc3\xa9z"), 5);
	check_row(&grid, 0, "ae\xcc\x81 \xc3\xa9z");
	assert_int_equal(grid_at(&grid, 0, 1)->len, 3);
	assert_int_equal(put(&grid, 0, 0, 2, "xe\xcc\x81"), 2);
	check_row(&grid, 0, "xe\xcc\x81 \xc3\xa9z");
	grid_free(&grid);
}

static void test_fills_between_the_edges(void **state)
{
	(void)state;
	struct grid grid = {0};
	grid_resize(&grid, 2, 6);
	put(&grid, 0, 0, 6, "和和和");
	grid_fill(&grid, 0, 1, 4, plain, "─");
	check_row(&grid, 0, " ────");
	grid_fill(&grid, 1, -2, 4, plain, "=");
	grid_fill(&grid, 1, 4, 9, plain, "#");
	grid_fill(&grid, 1, 6, 3, plain, "#");
	grid_fill(&grid, 2, 0, 3, plain, "#");
	check_row(&grid, 1, "==  ##");
	grid_free(&grid);
}

static void test_harmful_text_is_shown_as_what_it_is(void **state)
{
	(void)state;
	struct grid grid = {0};
	grid_resize(&grid, 1, 30);
	put(&grid, 0, 0, 30, "a\033[31mb\xe2\x80\xae");
	check_row(&grid, 0, "a<U+001B>[31mb<U+202E>");
	grid_free(&grid);
}

static void test_marks_stand_on_their_base(void **state)
{
	(void)state;
	struct grid grid = {0};
	grid_resize(&grid, 1, 8);
	assert_int_equal(put(&grid, 0, 0, 8, "e\xcc\x81z"), 2);
	assert_int_equal(grid_at(&grid, 0, 0)->len, 3);
	check_row(&grid, 0, "e\xcc\x81z");
	grid_free(&grid);
}

static void test_colours_end_with_the_row(void **state)
{
	(void)state;
	struct grid grid = {0};
	struct buf buf = {0};
	grid_resize(&grid, 1, 20);
	grid_put(&grid, NULL, 0, 1, 9, (struct style){ROLE_TITLE, 0}, "Peace", 5);
	grid_put(&grid, NULL, 0, 7, 9, plain, "now", 3);
	grid_row_text(&grid, 0, false, theme_find("mono"), 8, &buf);
	assert_string_equal(buf_string(&buf), " \033[0m\033[1mPeace\033[0m now");
	buf_free(&buf);
	grid_free(&grid);
}

/* Each text by itself, in its columns; a paragraph's line to its edge; what lies over one stays. */
static void test_orders_what_runs_from_right_to_left(void **state)
{
	struct grid grid = {0};
	grid_resize(&grid, 4, 12);
	put(&grid, 0, 0, 5, "אבג");
	put(&grid, 0, 5, 7, "1 שלח");
	put(&grid, 1, 0, 12, "אב 中");
	grid_line(&grid, 1, 0, 8, true);
	put(&grid, 2, 0, 12, "אבגדה");
	put(&grid, 2, 1, 1, "|");
	put(&grid, 3, 0, 12, "שָׁ a");
	grid_mark(&grid, 0, 0, 1, STYLE_HIT);
	grid.cursor_row = 1;
	grid.cursor_col = 3; /* the wide one, which is seen in column 3 of the line's 8 as well */
	grid_order(&grid);
	assert_int_equal(grid.cursor_col, 3);
	check_row(&grid, 0, "גבא  1 חלש");
	check_row(&grid, 1, "   中 בא");
	check_row(&grid, 2, "א|הדג");
	check_row(&grid, 3, "שָׁ a");
	grid.cursor_row = 3;
	grid.cursor_col = 0;
	put(&grid, 3, 0, 12, "אבג a");
	grid_order(&grid);
	assert_int_equal(grid.cursor_col, 2);
	assert_int_equal(grid_at(&grid, 0, 2)->style.flags, STYLE_HIT);
	assert_int_equal(grid_at(&grid, 0, 0)->style.flags, 0);
	grid_free(&grid);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_puts_and_cuts),
		cmocka_unit_test(test_wide_characters_stay_whole),
		cmocka_unit_test(test_marks_stay_on_their_letters),
		cmocka_unit_test(test_fills_between_the_edges),
		cmocka_unit_test(test_harmful_text_is_shown_as_what_it_is),
		cmocka_unit_test(test_marks_stand_on_their_base),
		cmocka_unit_test(test_colours_end_with_the_row),
		cmocka_unit_test(test_orders_what_runs_from_right_to_left),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
