/* What is JSON by its grammar, and no sign more or less. */
#include "base/json_strict.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* From memory that ends with it. */
static bool is_strict(const char *text, size_t len)
{
	char *bytes = malloc(len ? len : 1);
	memcpy(bytes, text, len);
	bool strict = json_is_strict(bytes, len);
	free(bytes);
	return strict;
}

static const char *const good[] = {
	"{}",
	"[]",
	"null",
	"-1.5e+3",
	" {\"a\": [1, \"b\", {\"c\": true}], \"d\": {}}\r\n",
	"[\"a \\\" b\", \"\\\\\", [[]], false]",
};

static void test_good_is_good(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(is_strict(good[i], strlen(good[i])));
}

/* No beginning of a whole list or mapping is one, nor what has a sign twice or another for it. */
static void test_a_sign_less_or_more(void **state)
{
	static const char signs[] = "{}[],:";
	(void)state;
	for (size_t i = 4; i < sizeof good / sizeof *good; i++) {
		const char *text = good[i];
		size_t len = strlen(text), whole = len;
		while (strchr(" \r\n", text[whole - 1]))
			whole--;
		for (size_t cut = 0; cut < whole; cut++)
			assert_false(is_strict(text, cut));
		for (size_t at = 0; at < len; at++)
			for (const char *sign = signs; *sign && strchr(signs, text[at]); sign++) {
				char other[128];
				snprintf(other, sizeof other, "%s", text);
				other[at] = *sign;
				assert_int_equal(is_strict(other, len), *sign == text[at]);
				snprintf(other, sizeof other, "%.*s%c%s", (int)at, text, text[at],
					text + at);
				assert_false(is_strict(other, len + 1));
			}
	}
}

static void test_what_else_is_none(void **state)
{
	static const char *const bad[] = {"", " ", "{\"a\" 1}", "{a: 1}", "['a']", "[1,]",
		"{\"a\": 1,}", "[undefined]", "[\"a\nb\"]", "{} {}", "{}x", "[1 2]", "# a\n[]",
		"[\"a\\", "[tru", "[-]", "{\"a\": }", "{\"a\"}", "[,]", "[1]]"};
	char deep[200];
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (is_strict(bad[i], strlen(bad[i])))
			fail_msg("taken: %s", bad[i]);
	memset(deep, '[', 100);
	memset(deep + 100, ']', 100);
	assert_false(is_strict(deep, 200));
	assert_true(is_strict(deep + 50, 100));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good_is_good),
		cmocka_unit_test(test_a_sign_less_or_more),
		cmocka_unit_test(test_what_else_is_none),
	};
	return cmocka_run_group_tests_name("base/json_strict", tests, NULL, NULL);
}
