/* A needle is found where it first stands, by whichever of its bytes it is looked for. */
#include "query/needle.h"

#include "query/lots.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TIMES = 20000, TEXT = 3000, NEEDLE = 5 };

static const char *first(const char *at, const char *end, const char *text, size_t len)
{
	for (; (size_t)(end - at) >= len; at++)
		if (memcmp(at, text, len) == 0)
			return at;
	return NULL;
}

/* Texts of few letters, seldom ones and common ones, some of them long runs of one; each with nothing behind
 * it that may be read. */
static void test_the_first_place(void **state)
{
	static const char *const letters[] = {"zqab", "zz", "abx ", "eeezt"};
	struct lots lots = {1};
	size_t found = 0;
	(void)state;
	for (int n = 0; n < TIMES; n++) {
		const char *of = letters[lots_below(&lots, 4)];
		uint32_t count = (uint32_t)strlen(of), len = lots_below(&lots, TEXT);
		bool run = lots_below(&lots, 2);
		char *text = malloc(len + 1), needle[NEEDLE];
		for (uint32_t i = 0; i < len; i++)
			text[i] = run && lots_below(&lots, 50) ? 'e' : of[lots_below(&lots, count)];
		size_t needle_len = 1 + lots_below(&lots, NEEDLE);
		for (size_t i = 0; i < needle_len; i++)
			needle[i] = of[lots_below(&lots, count)];
		struct needle_bytes bytes;
		bool counted = lots_below(&lots, 2);
		if (counted)
			needle_bytes_count(&bytes, text, len);
		struct needle wanted = {needle, needle_len, false};
		if (counted)
			needle_aim(&wanted, &bytes);
		const char *place = needle_find(&wanted, text, text + len);
		assert_ptr_equal(place, first(text, text + len, needle, needle_len));
		found += place != NULL;
		free(text);
	}
	assert_in_range(found, TIMES / 4, TIMES * 3 / 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_the_first_place)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
