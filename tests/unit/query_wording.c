/* Two wordings, word against word. */
#include "query/wording.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void mark(struct buf *out, const char *text, struct wording wording)
{
	uint32_t at = 0;
	for (uint32_t i = 0; i < wording.count; i++) {
		struct wording_part part = wording.parts[i];
		buf_add(out, text + at, part.from - at);
		buf_char(out, '<');
		buf_add(out, text + part.from, part.to - part.from);
		buf_char(out, '>');
		at = part.to;
	}
	buf_text(out, text + at);
}

static void check(
	const char *left, const char *right, const char *left_marked, const char *right_marked)
{
	struct arena arena = {0};
	struct buf out = {0};
	struct wording a, b;
	wording_compare(&arena, left, right, &a, &b);
	mark(&out, left, a);
	assert_string_equal(buf_string(&out), left_marked);
	buf_clear(&out);
	mark(&out, right, b);
	assert_string_equal(buf_string(&out), right_marked);
	buf_free(&out);
	arena_free(&arena);
}

static void test_what_differs(void **state)
{
	(void)state;
	check("We have spent more ink in five weeks than blood in any single day.",
		"More ink than blood.",
		"<We have spent> more ink <in five weeks> than blood <in any single day>.",
		"More ink than blood.");
	check("one two three", "one 2 three four", "one <two> three", "one <2> three <four>");
	check("a b", "c d", "<a b>", "<c d>");
	check("", "x", "", "<x>");
	check("", "", "", "");
	check("a b a b a", "b a b", "<a> b a b <a>", "b a b");
}

static void test_what_is_no_difference(void **state)
{
	(void)state;
	check("“They’re saying”, he said", "they're  saying - HE said!",
		"“They’re saying”, he said", "they're  saying - HE said!");
	check("Kyiv […] stays", "kyiv stays", "Kyiv […] stays", "kyiv stays");
	check("çok iyi", "Cok iyi", "çok iyi", "Cok iyi");
	check("a cease-fire now", "a ceasefire now", "a <cease-fire> now", "a <ceasefire> now");
}

/* Texts too long for a table are still told apart, at once. */
static void test_long_texts(void **state)
{
	(void)state;
	struct buf left = {0}, right = {0};
	struct arena arena = {0};
	struct wording a, b;
	buf_text(&left, "same ");
	buf_text(&right, "same ");
	for (int i = 0; i < 20000; i++) {
		buf_format(&left, "l%d ", i);
		buf_format(&right, "r%d ", i);
	}
	buf_text(&left, "end");
	buf_text(&right, "end");
	wording_compare(&arena, buf_string(&left), buf_string(&right), &a, &b);
	assert_int_equal(a.count, 1);
	assert_int_equal(a.parts[0].from, 5);
	assert_int_equal(b.parts[0].to, right.len - 4);
	arena_free(&arena);
	buf_free(&left);
	buf_free(&right);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_differs),
		cmocka_unit_test(test_what_is_no_difference),
		cmocka_unit_test(test_long_texts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
