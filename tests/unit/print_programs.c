/* What formats for other programs are made of: names of authors, dates without EDTF, text for TeX and
 * GIFT, cells. */
#include "model/author.h"
#include "print/columns.h"
#include "print/date_plain.h"
#include "print/gift_text.h"
#include "print/tex_text.h"
#include "tests/unit/print.h"

static void assert_names(const char *field, const char *expected)
{
	struct author author;
	struct buf said = {0};
	while (author_next(&field, &author)) {
		buf_format(&said, "%.*s|%.*s\n", (int)author.family_len, author.family,
			(int)author.given_len, author.given);
	}
	assert_string_equal(buf_string(&said), expected);
	buf_free(&said);
}

static void names_are_parted(void **state)
{
	(void)state;
	assert_names("Varga, Ilona", "Varga|Ilona\n");
	assert_names(" Varga ,  Ilona ; Roe, John, Jr.;OSW", "Varga|Ilona\nRoe|John, Jr.\nOSW|\n");
	assert_names("", "");
	assert_names(" ; ;, ; Roe,", "Roe|\n");
	assert_names(", Ilona", "Ilona|\n");
}

static void assert_plain(const char *edtf, const char *expected)
{
	struct arena arena = {0};
	struct date date;
	struct date_problem problem;
	struct plain_date plain;
	struct buf said = {0};
	assert_true(date_parse(&arena, edtf, strlen(edtf), &date, &problem));
	if (date_plain(&date, &plain))
		buf_format(&said, "%lld %d %d, %lld %d %d%s%s", (long long)plain.from.year,
			plain.from.month, plain.from.day, (long long)plain.to.year, plain.to.month,
			plain.to.day, plain.interval ? " interval" : "",
			plain.about ? " about" : "");
	if (strcmp(buf_string(&said), expected) != 0)
		fail_msg("%s: %s, not %s", edtf, buf_string(&said), expected);
	buf_free(&said);
	arena_free(&arena);
}

static void dates_are_plain_or_not(void **state)
{
	(void)state;
	assert_plain("1918-03-03", "1918 3 3, 1918 3 3");
	assert_plain("1918", "1918 0 0, 1918 0 0");
	assert_plain("1918-03~", "1918 3 0, 1918 3 0 about");
	assert_plain("1917-12-15/1918-03", "1917 12 15, 1918 3 0 interval");
	assert_plain("-0043-03-15", "-44 3 15, -44 3 15");
	assert_plain("0000", "-1 0 0, -1 0 0");
	assert_plain("0001", "1 0 0, 1 0 0");
	static const char *const others[] = {"1918?", "1918%", "1918-21", "191X", "1918-XX",
		"1918-03-XX", "[1917,1918]", "{1917,1918}", "1918/..", "../1918", "/1918",
		"Y170000", "1918-03-03T12:00:00Z", "2004?-06", "1918~/1919", "1918/1919~", "-04XX"};
	for (size_t n = 0; n < sizeof others / sizeof *others; n++)
		assert_plain(others[n], "");
}

static void tex_is_no_markup(void **state)
{
	(void)state;
	static const char text[] = "\\input{x}%$#&_^~ \"q\" <b>\nline\ttab \x1b[31m \u202e é 漢";
	struct buf out = {0};
	tex_text(NULL, &out, text, strlen(text));
	assert_string_equal(buf_string(&out),
		"\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}\\%\\$\\#\\&\\_"
		"\\textasciicircum{}\\textasciitilde{} \\textquotedbl{}q\\textquotedbl{} "
		"\\textless{}b\\textgreater{} line tab \\textless{}U+001B\\textgreater{}[31m "
		"\\textless{}U+202E\\textgreater{} é 漢");
	buf_clear(&out);
	tex_address(&out, "https://a.org/x y{}\\%7C\"é\x01?a=b&c_d~#e");
	assert_string_equal(
		buf_string(&out), "https://a.org/x%20y%7B%7D%5C%7C%22%C3%A9%01?a=b&c_d~#e");
	buf_free(&out);
}

/* Braces of an entry close each other, whatever its texts hold. */
static void braces_are_balanced(void **state)
{
	(void)state;
	static const char yaml[] =
		"title: T\nsources: {s: {type: book, title: '}}{', author: '}, {; {{', URL: "
		"'https://x/}{', note: '\\}'}}\nevents: [{id: e, title: T, date: 1918}]\n";
	struct record *record = read_bytes(yaml, strlen(yaml));
	char *text = printed_all("biblatex", record);
	int depth = 0;
	for (const char *at = text; *at; at++) {
		depth += (*at == '{') - (*at == '}');
		assert_true(depth >= 0);
		if (*at == '\n' && at[1] == '}')
			assert_int_equal(depth, 1);
	}
	assert_int_equal(depth, 0);
	free(text);
	record_free(record);
}

static void assert_gift(const char *text, const char *expected)
{
	struct buf out = {0};
	gift_text(NULL, &out, text);
	assert_string_equal(buf_string(&out), expected);
	buf_free(&out);
}

static void gift_is_no_markup(void **state)
{
	(void)state;
	assert_gift("~a = #b {c}: \\d", "\\~a \\= \\#b \\{c\\}\\: \\\\d");
	assert_gift("one\n\ntwo\t\x1b", "one\\n\\ntwo <U+001B>");
	assert_gift("%50% and 10%", "％50% and 10%");
	assert_gift("a -> b", "a -＞ b");
	assert_gift("", "");
}

static void formulas_are_known(void **state)
{
	(void)state;
	static const struct column words = {"text", false, NULL}, date = {"date", true, NULL};
	static const char *const formulas[] = {"=1", "+1", "-1", "@x", "\tx", "\rx"};
	for (size_t n = 0; n < sizeof formulas / sizeof *formulas; n++) {
		assert_true(columns_is_formula(&words, formulas[n]));
		assert_false(columns_is_formula(&date, formulas[n]));
	}
	assert_false(columns_is_formula(&words, ""));
	assert_false(columns_is_formula(&words, "1=1"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_parted),
		cmocka_unit_test(dates_are_plain_or_not),
		cmocka_unit_test(tex_is_no_markup),
		cmocka_unit_test(braces_are_balanced),
		cmocka_unit_test(gift_is_no_markup),
		cmocka_unit_test(formulas_are_known),
	};
	return cmocka_run_group_tests_name("print/programs", tests, NULL, NULL);
}
