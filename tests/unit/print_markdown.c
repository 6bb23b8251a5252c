/* Markdown: nothing of the text is read as markup, by pandoc or by CommonMark, and what is none stands as it
 * is; where in a source something stands is a locator where pandoc takes it for the one that it is. */
#include "print/markdown_page.h"
#include "print/markdown_text.h"
#include "query/select.h"

#include "tests/unit/print.h"

static const struct {
	const char *text, *escaped;
} rows[] = {
	{"plain words, (c) 50% + 5 > 4; why? yes!", "plain words, (c) 50% + 5 > 4; why? yes!"},
	{"*a* _b_ `c` ~d~ ^e^ $f$", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\^e\\^ \\$f\\$"},
	{"a_b_c", "a_b_c"},
	{"[a](b) ![c] <d> {e} |", "\\[a\\](b) !\\[c\\] \\<d> \\{e\\} \\|"},
	{"@a, a@b", "\\@a, a\\@b"},
	{"\\alpha \\*", "\\\\alpha \\\\\\*"},
	{"\"a\" don't", "\\\"a\\\" don\\'t"},
	{"a - b -- c --- d ... 1..2", "a - b \\-- c \\-\\-- d \\... 1..2"},
	{"AT&T &amp; &#65; &x", "AT&T \\&amp; \\&#65; &x"},
	{":smile: 10:30:15 a::b", "\\:smile: 10:30:15 a::b"},
	{"1918. a", "1918\\. a"},
	{"a 1918. b", "a 1918. b"},
	{"1918.", "1918\\."},
	{"19.5", "19.5"},
	{"(a) b", "(a\\) b"},
	{"iv) b", "iv\\) b"},
	{"No. 5", "No. 5"},
	{"- a", "\\- a"},
	{"-a", "-a"},
	{"+ a", "\\+ a"},
	{"# a", "\\# a"},
	{"C# a", "C# a"},
	{"> a", "\\> a"},
	{"=== ", "\\=== "},
	{": a", "\\: a"},
	{"    a", "a"},
	{"one\n- two\n\n  three", "one\\\n\\- two\\\n\\\nthree"},
	{"one \n", "one"},
	{"a\tb\033[1m", "a b\\<U+001B>\\[1m"},
	{"\u202Eevil\uFFFE", "\\<U+202E>evil\\<U+FFFE>"},
	{"a\u200Bb\u00ADc", "abc"},
	{"Київ, 北京", "Київ, 北京"},
	{"", ""},
};

static void text_is_no_markup(void **state)
{
	(void)state;
	for (size_t n = 0; n < sizeof rows / sizeof *rows; n++) {
		struct buf out = {0};
		markdown_text(NULL, &out, rows[n].text, "");
		assert_string_equal(buf_string(&out), rows[n].escaped);
		buf_free(&out);
	}
}

/* What begins a line of a quotation or a list is none of the text; behind a label no line begins. */
static void lines_begin_behind_signs(void **state)
{
	static const struct {
		const char *before, *text, *prefix, *all;
	} places[] = {
		{"> - ", "# a\n1. b", ">   ", "> - \\# a\\\n>   1\\. b"},
		{"Note: ", "# a", "", "Note: # a"},
		{"# ", "1. a\nb #", NULL, "# 1. a b \\#"},
		{"x\n- ", "+ a", "  ", "x\n- \\+ a"},
	};
	(void)state;
	for (size_t n = 0; n < sizeof places / sizeof *places; n++) {
		struct buf out = {0};
		buf_text(&out, places[n].before);
		markdown_text(NULL, &out, places[n].text, places[n].prefix);
		assert_string_equal(buf_string(&out), places[n].all);
		buf_free(&out);
	}
}

static bool is_latin(int32_t code)
{
	return code < 0x100;
}

static void elsewhere_all_is_ascii(void **state)
{
	static const struct text_form latin = {is_latin, false};
	struct buf out = {0};
	(void)state;
	markdown_text(&latin, &out, "né Ки", "");
	assert_string_equal(buf_string(&out), "n&#xE9; &#x41A;&#x438;");
	buf_free(&out);
}

static void addresses_are_links(void **state)
{
	static const struct {
		const char *url, *shown, *link; /* NULL: none */
	} links[] = {
		{"https://example.org/a_b?c=1&d=2", "https://example.org/a_b?c=1&d=2",
			"<https://example.org/a_b?c=1&d=2>"},
		{"https://example.org/?a&amp;b", "https://example.org/?a&amp;b",
			"[https://example.org/?a\\&amp;b](<https://example.org/?a&amp;amp;b>)"},
		{"https://doi.org/10.1/(a)<b>", "10.1/(a)<b>",
			"[10.1/(a)\\<b>](<https://doi.org/10.1/(a)%3Cb%3E>)"},
		{"javascript:alert(1)", "javascript:alert(1)", NULL},
	};
	(void)state;
	for (size_t n = 0; n < sizeof links / sizeof *links; n++) {
		struct buf out = {0};
		assert_int_equal(markdown_address(NULL, &out, links[n].url, links[n].shown),
			links[n].link != NULL);
		assert_string_equal(buf_string(&out), links[n].link ? links[n].link : "");
		buf_free(&out);
	}
}

/* ---- citations ---- */

static void assert_cited(const struct result *result, const char *locator, const char *expected)
{
	const struct print_options options = {.colors = -1};
	const struct ref sources[] = {{THING_SOURCE, 0}, {THING_SOURCE, 1}};
	const struct citation citation = {locator, NULL, sources, 1};
	struct markdown page;
	markdown_open(&page, result, &options, stdout);
	markdown_cite(&page, &citation);
	assert_string_equal(buf_string(&page.out), expected);
	buf_clear(&page.out);
	assert_true(markdown_close(&page));
}

static void locators_are_as_pandoc_takes_them(void **state)
{
	struct record *record = read_file("tests/data/markdown.yaml");
	struct result result = result_all(record);
	(void)state;
	assert_cited(&result, NULL, "[@{a--b}]");
	assert_cited(&result, "p. 12", "[@{a--b}, p. 12]");
	assert_cited(&result, "pp. 12, 15–17", "[@{a--b}, pp. 12, 15–17]");
	assert_cited(&result, "§ 3", "[@{a--b}, § 3]");
	assert_cited(&result, "section IV", "[@{a--b}, section IV]");
	assert_cited(&result, "section IV, point 2", "[@{a--b}{}, section IV, point 2]");
	assert_cited(&result, "Commentary", "[@{a--b}, Commentary]");
	assert_cited(&result, "00:03:20", "[@{a--b}{}, 00:03:20]");
	assert_cited(&result, "1918 ed., p. 4", "[@{a--b}{}, 1918 ed., p. 4]");
	assert_cited(&result, "a]; @b", "[@{a--b}, a\\]\\; \\@b]");
	record_free(record);
}

/* Pandoc knows the words of another language there. */
static void pages_are_numbers_in_other_languages(void **state)
{
	struct record *record = read_file("tests/data/ukrainian.yaml");
	struct result result = result_all(record);
	(void)state;
	assert_cited(&result, "p. 12", "[@doc, 12]");
	assert_cited(&result, "с. 12", "[@doc, с. 12]");
	assert_cited(&result, "section 3", "[@doc{}, section 3]");
	record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_no_markup),
		cmocka_unit_test(lines_begin_behind_signs),
		cmocka_unit_test(elsewhere_all_is_ascii),
		cmocka_unit_test(addresses_are_links),
		cmocka_unit_test(locators_are_as_pandoc_takes_them),
		cmocka_unit_test(pages_are_numbers_in_other_languages),
	};
	return cmocka_run_group_tests_name("print/markdown", tests, NULL, NULL);
}
