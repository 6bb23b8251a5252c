/* What is handed over is what changed, no more, and never half a wide character; and whatever a
 * cell holds, ncurses is handed as many columns as the grid counted. */
#include "term/cells.h"

#include "base/text.h"
#include "term/locale.h"

#include <locale.h>
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

/* In which language words are, a terminal is not told. */
static void test_language_is_no_change(void **state)
{
	struct grid grid = {0};

	(void)state;
	grid_resize(&grid, 2, COLS);
	put(&grid, 0, "мир");
	put(&grid, 1, "мир");
	grid_language(&grid, 1, 0, COLS, 1);
	assert_int_equal(grid_at(&grid, 1, 2)->style.language, 1);
	assert_int_equal(grid_at(&grid, 0, 2)->style.language, 0);
	assert_int_equal(
		term_change(grid_at(&grid, 1, 0), grid_at(&grid, 0, 0), COLS, 0).start, COLS);
	grid_free(&grid);
}

static struct cell cell_of(const char *text, int width)
{
	struct cell cell = {.len = (uint8_t)strlen(text), .width = (uint8_t)width};

	memcpy(cell.text, text, cell.len);
	return cell;
}

static void check_glyph(const char *text, int width, const wchar_t *expected, int blanks)
{
	struct cell cell = cell_of(text, width);
	struct term_glyph glyph = term_glyph(&cell);

	assert_int_equal(wcscmp(glyph.text, expected), 0);
	assert_int_equal(glyph.blanks, blanks);
}

static void set_locale(const char *name)
{
	assert_non_null(setlocale(LC_CTYPE, name));
}

static void test_cells_are_passed_on(void **state)
{
	(void)state;
	set_locale("C.UTF-8");
	check_glyph("", 1, L" ", 0);
	check_glyph("a", 1, L"a", 0);
	check_glyph("ğ", 1, L"\u011f", 0);
	check_glyph("漢", 2, L"\u6f22", 0);
	check_glyph("e\xcc\x81\xcc\xa3", 1, L"e\u0301\u0323", 0);
}

static void test_marks_with_columns_of_their_own_are_left_out(void **state)
{
	(void)state;
	set_locale("C.UTF-8");
	/* e, a letter, an acute */
	check_glyph("ea\xcc\x81", 1, L"e\u0301", 0);
}

static void test_what_the_library_counts_otherwise_is_replaced(void **state)
{
	(void)state;
	set_locale("C.UTF-8");
	check_glyph("a\xcc\x81", 2, L"\ufffd", 1);
	check_glyph("\xcc\x81", 1, L"\ufffd", 0);
	check_glyph("漢", 1, L"\ufffd", 0);
	/* U+E0001, a code point that terminals do not know */
	check_glyph("\xf3\xa0\x80\x81", 1, L"\ufffd", 0);
}

static void test_what_the_locale_lacks_is_a_question_mark(void **state)
{
	(void)state;
	set_locale("C");
	check_glyph("a", 1, L"a", 0);
	check_glyph("ğ", 1, L"?", 0);
	check_glyph("漢", 2, L"?", 1);
	check_glyph("e\xcc\x81", 1, L"e", 0);
	assert_non_null(term_form());
	assert_true(term_form()->encodes('z'));
	assert_false(term_form()->encodes(0x11f));
	set_locale("C.UTF-8");
	assert_null(term_form());
}

static void test_every_code_point_takes_the_columns_of_its_cell(void **state)
{
	(void)state;
	set_locale("C.UTF-8");
	for (int32_t code = 0xa0; code < 0x110000; code++) {
		struct cell cell = {.width = (uint8_t)text_code_width(code)};
		struct term_glyph glyph;

		if ((code >= 0xd800 && code < 0xe000) || cell.width == 0 || text_is_harmful(code))
			continue;
		cell.len = (uint8_t)text_encode(code, cell.text);
		glyph = term_glyph(&cell);
		if (wcwidth(glyph.text[0]) + glyph.blanks != cell.width)
			fail_msg("U+%04X is shown in other columns than %d", (unsigned)code,
				cell.width);
		/* Latin, Greek and Cyrillic, the signs of the views, Han: none may be lost. */
		if ((code < 0x250 && code != 0xad) || (code >= 0x3b1 && code < 0x480) ||
			(code >= 0x2500 && code < 0x2600) || (code >= 0x4e00 && code < 0x9000))
			assert_int_equal(glyph.text[0], code);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stretches),
		cmocka_unit_test(test_wide_characters_stay_whole),
		cmocka_unit_test(test_style_is_a_change),
		cmocka_unit_test(test_language_is_no_change),
		cmocka_unit_test(test_cells_are_passed_on),
		cmocka_unit_test(test_marks_with_columns_of_their_own_are_left_out),
		cmocka_unit_test(test_what_the_library_counts_otherwise_is_replaced),
		cmocka_unit_test(test_what_the_locale_lacks_is_a_question_mark),
		cmocka_unit_test(test_every_code_point_takes_the_columns_of_its_cell),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
