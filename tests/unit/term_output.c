/* The sequence that fills a clipboard: RFC 4648's own vectors, and what is too long. */
#include "term/output.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void check_sent(const char *text, const char *expected)
{
	struct buf out = {0};

	term_clipboard_add(&out, "xterm", text, strlen(text));
	assert_string_equal(buf_string(&out), expected);
	buf_free(&out);
}

static void test_text_in_base64(void **state)
{
	(void)state;
	check_sent("f", "\033]52;c;Zg==\a");
	check_sent("fo", "\033]52;c;Zm8=\a");
	check_sent("foo", "\033]52;c;Zm9v\a");
	check_sent("foob", "\033]52;c;Zm9vYg==\a");
	check_sent("fooba", "\033]52;c;Zm9vYmE=\a");
	check_sent("foobar", "\033]52;c;Zm9vYmFy\a");
	check_sent("\xff\xfe\xfd?>", "\033]52;c;//79Pz4=\a");
}

static void test_nothing_rather_than_a_half(void **state)
{
	char *text = malloc(TERM_CLIPBOARD_MOST + 1);
	struct buf out = {0};

	(void)state;
	memset(text, 'a', TERM_CLIPBOARD_MOST + 1);
	term_clipboard_add(&out, "xterm", text, TERM_CLIPBOARD_MOST + 1);
	assert_int_equal(out.len, 0);
	term_clipboard_add(&out, NULL, text, 0);
	assert_int_equal(out.len, 0);
	term_clipboard_add(&out, "linux-16color", text, 1); /* a console */
	assert_int_equal(out.len, 0);
	term_clipboard_add(&out, NULL, text, TERM_CLIPBOARD_MOST);
	assert_true(out.len > TERM_CLIPBOARD_MOST && out.len <= 100000);
	buf_free(&out);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_in_base64),
		cmocka_unit_test(test_nothing_rather_than_a_half),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
