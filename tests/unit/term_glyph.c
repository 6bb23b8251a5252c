/* Whatever a cell holds, ncurses is handed as many columns as the grid counted. */
#include "term/term_glyph.h"

#include "base/text.h"
#include "term/term.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

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
	assert_false(term_is_utf8());
	check_glyph("a", 1, L"a", 0);
	check_glyph("ğ", 1, L"?", 0);
	check_glyph("漢", 2, L"?", 1);
	check_glyph("e\xcc\x81", 1, L"e", 0);
	assert_non_null(term_form());
	assert_true(term_form()->encodes('z'));
	assert_false(term_form()->encodes(0x11f));
	set_locale("C.UTF-8");
	assert_true(term_is_utf8());
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
		cmocka_unit_test(test_cells_are_passed_on),
		cmocka_unit_test(test_marks_with_columns_of_their_own_are_left_out),
		cmocka_unit_test(test_what_the_library_counts_otherwise_is_replaced),
		cmocka_unit_test(test_what_the_locale_lacks_is_a_question_mark),
		cmocka_unit_test(test_every_code_point_takes_the_columns_of_its_cell),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
