/* Lines as they are seen, from the left: what they look like is written out here cell by cell, since
 * an editor would turn them round. Capitals stand for Hebrew letters, which have one form each. */
#include "base/order.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { MOST = 64 };

/* A is alef, and so on. */
static int32_t letter(char c)
{
	return c >= 'A' && c <= 'Z' ? 0x5d0 + (c - 'A') : c;
}

static void shows(const char *line, bool right, const char *wanted)
{
	int32_t text[MOST] = {0}, seen[MOST], shown[MOST];
	int32_t count = (int32_t)strlen(line);
	char came[MOST + 1];
	for (int32_t i = 0; i < count; i++)
		text[i] = letter(line[i]);
	order_line(text, count, right, seen, shown);
	for (int32_t i = 0; i < count; i++) {
		int32_t c = shown[seen[i]];
		came[i] = (char)(c >= 0x5d0 ? 'A' + (c - 0x5d0) : c);
	}
	came[count] = '\0';
	assert_string_equal(came, wanted);
}

static void test_a_line_that_begins_at_the_right(void **state)
{
	shows("ABC DEF", true, "FED CBA");
	shows("ABC.", true, ".CBA");
	shows("ABC 1918 DEF", true, "FED 1918 CBA");
	shows("ABC tiger DEF", true, "FED tiger CBA");
	shows("ABC (DEF) GHI", true, "IHG (FED) CBA");
	shows("\"ABC\"", true, "\"CBA\"");
	shows(" ABC  ", true, "  CBA ");
	shows("no letter of it", true, "no letter of it");
	shows("", true, "");
}

static void test_names_in_a_line_that_begins_at_the_left(void **state)
{
	shows("by ABC DEF, 1918, p. 12", false, "by FED CBA, 1918, p. 12");
	shows("/ABC: 1 of 3; n p go on", false, "/CBA: 1 of 3; n p go on");
	shows("ABC, 25 may 1856", false, "CBA, 25 may 1856");
	shows("3 ABC 12 DEF 4", false, "3 FED 12 CBA 4");
	shows("ABC and DEF", false, "CBA and FED");
	shows("(ABC)", false, "(CBA)");
	shows("A(B)C", false, "C(B)A");
	shows("none", false, "none");
}

/* beh, beh: the first has the form that joins what comes behind it. */
static void test_arabic_letters_join(void **state)
{
	static const int32_t joined[] = {0x628, 0x628}, apart[] = {0x628, 0x200c, 0x628};
	int32_t seen[3], shown[3];
	assert_true(order_line(joined, 2, true, seen, shown));
	assert_int_equal(seen[0], 1);
	assert_int_equal(shown[0], 0xfe91);
	assert_int_equal(shown[1], 0xfe90);
	assert_true(order_line(apart, 3, true, seen, shown));
	assert_int_equal(shown[0], 0xfe8f);
	assert_int_equal(shown[2], 0xfe8f);
}

static void test_where_a_text_begins(void **state)
{
	static const struct {
		const char *text;
		bool right;
	} cases[] = {
		{"", false},
		{"1918 – …", false},
		{"Peace", false},
		{"שלום", true},
		{"“…שלום”, 1918", true},
		{"سلام", true},
		{"Peace, שלום שלום שלום", false},
		{"כרים, 25 March 1856. Papers, 1890.", false},
		{"שלום\nPeace and more of it", true},
		{"Peace\nשלום", false},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(
			order_begins_right(cases[i].text, strlen(cases[i].text)), cases[i].right);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_line_that_begins_at_the_right),
		cmocka_unit_test(test_names_in_a_line_that_begins_at_the_left),
		cmocka_unit_test(test_arabic_letters_join),
		cmocka_unit_test(test_where_a_text_begins),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
