/* The Latin keys in the places of others. */
#include "ui/core/keyboard.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

/* Each character of `typed` acts as the one of `latin` in its place. */
static void check(const char *typed, const char *latin)
{
	const char *end = typed + strlen(typed);
	size_t bytes;
	for (; typed < end; typed += bytes, latin++)
		assert_int_equal(
			keyboard_latin(text_decode(typed, (size_t)(end - typed), &bytes)), *latin);
	assert_int_equal(*latin, '\0');
}

static void test_letters(void **state)
{
	check("йцукенгшщзхъ фывапролджэ ячсмитьбю", "qwertyuiop[] asdfghjkl;' zxcvbnm,.");
	check("ЙЦУКЕНГШЩЗХЪ ФЫВАПРОЛДЖЭ ЯЧСМИТЬБЮ", "QWERTYUIOP{} ASDFGHJKL:\" ZXCVBNM<>");
	check("їієЇІЄ", "]s'}S\"");
	check("ўЎ", "oO");
	check("ςερτυθιοπ ασδφγηξκλ ζχψωβνμ", "wertyuiop asdfghjkl zxcvbnm");
	check("ΕΡΤΥΘΙΟΠ ΑΔΦΓΗΞΚΛ ΖΧΨΩΒΝΜ", "ERTYUIOP ADFGHJKL ZXCVBNM");
}

static void test_signs(void **state)
{
	check("ёЁ№", "`~#");
	check("ґҐʼ", "\\|`");
	assert_int_equal(keyboard_sign('.'), '/');
	assert_int_equal(keyboard_sign(','), '?');
	assert_int_equal(keyboard_sign('"'), '@');
}

/* What is typed on a Latin keyboard, and what no keyboard here has, stays as it is. */
static void test_others(void **state)
{
	for (int32_t key = 0; key < 0x80; key++) {
		assert_int_equal(keyboard_latin(key), key);
		if (key != '.' && key != ',' && key != '"')
			assert_int_equal(keyboard_sign(key), key);
	}
	assert_int_equal(keyboard_latin(0x6797), 0x6797);
	assert_int_equal(keyboard_latin(0x110000), 0x110000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_letters),
		cmocka_unit_test(test_signs),
		cmocka_unit_test(test_others),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
