/* A string that grows. */
#include "base/arena.h"
#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void empty_is_a_string(void **state)
{
	(void)state;
	struct buf buf = {0};
	assert_string_equal(buf_string(&buf), "");
	buf_clear(&buf);
	buf_add(&buf, NULL, 0);
	assert_string_equal(buf_string(&buf), "");
	assert_int_equal(buf.len, 0);
	buf_free(&buf);
	buf_free(&buf);
}

static void grows(void **state)
{
	(void)state;
	struct buf buf = {0};
	for (int i = 0; i < 10000; i++) {
		buf_char(&buf, (char)('a' + i % 26));
		assert_int_equal(buf.len, i + 1);
		assert_int_equal(buf.text[i + 1], '\0');
	}
	for (int i = 0; i < 10000; i++)
		assert_int_equal(buf.text[i], 'a' + i % 26);
	char *before = buf.text;
	buf_clear(&buf);
	assert_string_equal(buf_string(&buf), "");
	buf_text(&buf, "again");
	assert_ptr_equal(buf.text, before); /* its memory was kept */
	assert_string_equal(buf_string(&buf), "again");
	buf_free(&buf);
}

static void holds_nul_and_repeats(void **state)
{
	(void)state;
	struct buf buf = {0};
	buf_add(&buf, "a\0b", 3);
	buf_repeat(&buf, "-=", 3);
	buf_repeat(&buf, "x", 0);
	buf_repeat(&buf, " ", 2);
	buf_repeat(&buf, "", SIZE_MAX);
	assert_int_equal(buf.len, 11);
	assert_memory_equal(buf.text, "a\0b-=-=-=  ", 12);
	buf_free(&buf);
}

static void is_kept_by_an_arena(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct buf buf = {0};
	const char *nothing = buf_kept(&buf, &arena);
	buf_text(&buf, "Karlsund");
	const char *kept = buf_kept(&buf, &arena);
	buf_clear(&buf);
	buf_text(&buf, "another");
	assert_string_equal(nothing, "");
	assert_string_equal(kept, "Karlsund");
	buf_free(&buf);
	arena_free(&arena);
}

static void formats(void **state)
{
	(void)state;
	struct buf buf = {0};
	buf_format(&buf, "%s", "");
	buf_format(&buf, "%d of %s; ", 7, "Karlsund");
	char *wide = malloc(5001);
	memset(wide, 'w', 5000);
	wide[5000] = '\0';
	buf_format(&buf, "<%s>", wide);
	assert_int_equal(buf.len, 15 + 5002);
	assert_memory_equal(buf.text, "7 of Karlsund; <w", 17);
	assert_string_equal(buf.text + 15 + 5000, "w>");
	free(wide);
	buf_free(&buf);
	for (int len = 0; len < 300; len++) { /* whatever room is left */
		size_t before = buf.len;
		buf_format(&buf, "%*s", len, "z");
		assert_int_equal(buf.len - before, len ? len : 1);
		assert_int_equal(buf.text[buf.len - 1], 'z');
		assert_int_equal(strlen(buf.text), buf.len);
	}
	buf_free(&buf);
}

/* What is put together without printf is what printf would write. */
static void formats_as_printf(void **state)
{
	(void)state;
	static const int numbers[] = {0, 7, -7, 10, 1918, INT32_MAX, INT32_MIN};
	for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++) {
		struct buf buf = {0};
		char wanted[80];
		int number = numbers[n];
		buf_format(&buf, "%u/%d%s%%", (unsigned)number, number, "");
		buf_format(&buf, "|%u/%d%s|%s", (unsigned)number, number, "", "end");
		snprintf(wanted, sizeof wanted, "%u/%d%%|%u/%d|end", (unsigned)number, number,
			(unsigned)number, number);
		assert_string_equal(buf.text, wanted);
		buf_free(&buf);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty_is_a_string),
		cmocka_unit_test(grows),
		cmocka_unit_test(holds_nul_and_repeats),
		cmocka_unit_test(is_kept_by_an_arena),
		cmocka_unit_test(formats),
		cmocka_unit_test(formats_as_printf),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
