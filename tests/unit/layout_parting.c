/* Where sentences begin. */
#include "layout/parting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* What stands behind the last place where a sentence begins; "" where there is none. */
static const char *last_of(const char *text)
{
	const char *end = text + strlen(text), *at = parting_last(text, text, end - 1, end);
	return at ? at : "";
}

static void test_last(void **state)
{
	static const struct {
		const char *text, *last;
	} rows[] = {
		{"One of it. Two of it.", "Two of it."},
		{"Is it? It is.", "It is."},
		{"“Stop.” He stopped.", "He stopped."},
		{"(So it was.) And then", "And then"},
		{"as he said […] Peace is a way", "Peace is a way"},
		{"as he said […] and more", ""},
		{"in ch. 5 of it", ""},
		{"asked Mr. Smith of it", ""},
		{"No end here, at all", ""},
		{"a line\nand a line", "and a line"},
		{"Это было. Потом было", "Потом было"},
		{"Это было. потом было", ""},
		{"双方签署了条约。他们回家", "他们回家"},
		{"他说：“好。”他们", ""},
		{"यह था। वह था", "वह था"},
		{"", ""},
		{"x", ""},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (*rows[i].text)
			assert_string_equal(last_of(rows[i].text), rows[i].last);
}

static void test_stays_between(void **state)
{
	static const char text[] = "One. Two of it. Three of it.";
	const char *end = text + sizeof text - 1;
	(void)state;
	assert_ptr_equal(
		parting_last(text, text, strstr(text, "Three"), end), strstr(text, "Three"));
	assert_ptr_equal(
		parting_last(text, text, strstr(text, "Three") - 1, end), strstr(text, "Two"));
	assert_null(parting_last(text, strstr(text, "Two"), strstr(text, "Three") - 1, end));
}

static void test_paragraph(void **state)
{
	static const char text[] = "so […] it is […] Peace is a way […] and so on";
	const char *end = text + sizeof text - 1;
	(void)state;
	assert_ptr_equal(parting_paragraph(text, end), strstr(text, "Peace"));
	assert_ptr_equal(parting_paragraph(strstr(text, "Peace"), end), end);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_last),
		cmocka_unit_test(test_stays_between),
		cmocka_unit_test(test_paragraph),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
