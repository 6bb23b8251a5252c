/* Bytes in, keys out: no sequence of a terminal is ever taken for letters. */
#include "term/keys.h"

#include "base/buf.h"
#include "ui/core/input.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void write_keys(struct buf *out, const int32_t *keys, int count)
{
	for (int i = 0; i < count; i++) {
		char name[16];

		input_key_name(keys[i], name);
		buf_format(out, "%s%s", out->len ? " " : "", name);
	}
}

/* The keys of a burst of bytes, by name; `|` in the bytes is a moment without input. */
static void check_keys(const char *bytes, const char *expected)
{
	struct term_keys input = {0};
	struct buf out = {0};
	int32_t keys[TERM_KEYS_MOST];

	for (const char *at = bytes; *at; at++)
		write_keys(&out, keys,
			*at == '|' ? term_keys_end(&input, keys)
				   : term_keys_byte(&input, (unsigned char)*at, keys));
	write_keys(&out, keys, term_keys_end(&input, keys));
	assert_string_equal(buf_string(&out), expected);
	buf_free(&out);
}

static void test_characters(void **state)
{
	(void)state;
	check_keys("jk", "j k");
	check_keys("ş漢", "ş 漢");
	check_keys("\xc5|\x9f", "ş"); /* cut in two by the network */
	check_keys("\r\n", "Enter Enter");
	check_keys("\b\x7f", "Bsp Bsp");
	check_keys("\x04\t", "C-d Tab");
}

static void test_bytes_of_no_character_are_dropped(void **state)
{
	(void)state;
	check_keys("\xff\xfej", "j");
	check_keys("\xc3j", "j");
	check_keys("\xe2\x82\033|", "Esc");
}

static void test_escape_is_a_key_when_nothing_follows(void **state)
{
	(void)state;
	check_keys("\033", "Esc");
	check_keys("\033|j", "Esc j");
	check_keys("\033j", "Esc j");
	check_keys("\033\033", "Esc Esc");
	check_keys("\033[|", "Esc [");
	check_keys("\033O|", "Esc O");
}

static void test_sequences_of_other_terminals(void **state)
{
	(void)state;
	check_keys("\033[A\033OB\033[1;5C", "Up Down Right");
	check_keys("\033[1~\033[4~\033[5~\033[6~", "Home End PgUp PgDn");
	check_keys("\033[H\033OF\033[7~\033[8~", "Home End Home End");
	check_keys("\033[11~\033OQ\033[15;2~\033[24~", "F1 F2 F5 F12");
}

static void test_unknown_sequences_do_nothing(void **state)
{
	(void)state;
	check_keys("\033[<0;12;7mj", "j");
	check_keys("\033[200~j", "j");
	check_keys("\033[99999999999~j", "j");
	check_keys("\033[?1;2cj", "j");
	check_keys("\033[Z\033Oqj", "j");
	check_keys("\033[12\033[A", "Up"); /* broken off by another */
	check_keys("\033[1;|j", "j");
}

/* The last report of the bytes, as button, row and column, behind the number of keys they made. */
static void check_mouse(const char *bytes, const char *expected)
{
	struct term_keys input = {0};
	struct buf out = {0};
	int32_t keys[TERM_KEYS_MOST];
	int count = 0;

	for (const char *at = bytes; *at; at++)
		count += term_keys_byte(&input, (unsigned char)*at, keys);
	buf_format(
		&out, "%d: %d %d,%d", count, input.mouse.button, input.mouse.row, input.mouse.col);
	assert_string_equal(buf_string(&out), expected);
	if (count > 0)
		assert_int_equal(keys[0], TERM_KEY_MOUSE);
	buf_free(&out);
}

static void test_reports_of_the_mouse(void **state)
{
	(void)state;
	check_mouse("\033[<0;12;3M", "1: 0 2,11");
	check_mouse("\033[<64;300;100M", "1: 1 99,299");
	check_mouse("\033[<65;1;1M", "1: 2 0,0");
	check_mouse("\033[<16;12;3M", "1: 0 2,11"); /* with Ctrl */
	check_mouse("\033[M !\"", "1: 0 1,0");      /* the old form */
	check_mouse("\033[Ma00", "1: 2 15,15");
	check_mouse("\033[<0;12;3m", "0: 0 0,0"); /* released */
	check_mouse("\033[<2;12;3M", "0: 0 0,0"); /* another button */
	check_mouse("\033[<35;12;3M", "0: 0 0,0");
	check_mouse("\033[<0;12M", "0: 0 0,0"); /* too short */
	check_mouse("\033[<0;99999999999999;3M", "1: 0 2,999998");
	check_keys("\033[<0;12;3mj", "j");
	check_keys("\033[<1;2xj", "j");
	check_keys("\033[M  |j", "j"); /* broken off */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_characters),
		cmocka_unit_test(test_bytes_of_no_character_are_dropped),
		cmocka_unit_test(test_escape_is_a_key_when_nothing_follows),
		cmocka_unit_test(test_sequences_of_other_terminals),
		cmocka_unit_test(test_unknown_sequences_do_nothing),
		cmocka_unit_test(test_reports_of_the_mouse),
	};
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
