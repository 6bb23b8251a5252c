/* What is handed over is what changed, no more, and never half a wide character. */
#include "term/term_changes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { COLS = 12 };

static void put(struct grid *grid, int row, const char *text)
{
	struct style plain = {ROLE_TEXT, 0};

	grid_put(grid, NULL, row, 0, COLS, plain, text, strlen(text));
}

/* The changes from one row's text to another's, written "start-end". */
static void check_changes(const char *before, const char *after, const char *expected)
{
	struct grid grid = {0};
	struct buf found = {0};
	const struct cell *new, *old;
	struct term_change change = {0, 0};

	grid_resize(&grid, 2, COLS);
	put(&grid, 0, before);
	put(&grid, 1, after);
	old = grid_at(&grid, 0, 0);
	new = grid_at(&grid, 1, 0);
	while ((change = term_change(new, old, COLS, change.end)).start < COLS)
		buf_format(&found, "%s%d-%d", found.len ? " " : "", change.start, change.end);
	assert_string_equal(buf_string(&found), expected);
	buf_free(&found);
	grid_free(&grid);
}

static void test_stretches(void **state)
{
	(void)state;
	check_changes("treaty", "treaty", "");
	check_changes("treaty", "treats", "5-6");
	check_changes("treaty", "Treats", "0-1 5-6");
	check_changes("", "peace", "0-5");
	check_changes("e\xcc\x81", "e\xcc\x80", "0-1");
	check_changes("abcdefghijkl", "abcdefghijkL", "11-12");
}

static void test_wide_characters_stay_whole(void **state)
{
	(void)state;
	check_changes("a漢b", "a字b", "1-3");
	check_changes("a漢b", "axyb", "1-3");
	check_changes("axyb", "a漢b", "1-3");
	check_changes("漢字", " 漢字", "0-5");
}

static void test_style_is_a_change(void **state)
{
	struct grid grid = {0};
	struct term_change change;

	(void)state;
	grid_resize(&grid, 2, COLS);
	grid_mark(&grid, 1, 3, 2, STYLE_SELECTED);
	change = term_change(grid_at(&grid, 1, 0), grid_at(&grid, 0, 0), COLS, 0);
	assert_int_equal(change.start, 3);
	assert_int_equal(change.end, 5);
	grid_free(&grid);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stretches),
		cmocka_unit_test(test_wide_characters_stay_whole),
		cmocka_unit_test(test_style_is_a_change),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
