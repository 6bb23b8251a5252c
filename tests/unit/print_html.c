/* HTML: nothing of the text is read as markup, every page of every record is whole, and nothing that a text
 * may hold changes its elements. */
#include "print/html_text.h"
#include "query/select.h"

#include "tests/markup.h"
#include "tests/unit/print.h"

static void text_is_escaped(void **state)
{
	static const struct {
		const char *text, *content, *value;
	} rows[] = {
		{"plain words", "plain words", "plain words"},
		{"<b>&amp;\"'", "&lt;b&gt;&amp;amp;&quot;&#39;", "&lt;b&gt;&amp;amp;&quot;&#39;"},
		{"]]> --> <!--", "]]&gt; --&gt; &lt;!--", "]]&gt; --&gt; &lt;!--"},
		{"one\ntwo", "one<br/>two", "one two"},
		{"a\tb", "a b", "a b"},
		{"\033[1m\r", "&lt;U+001B&gt;[1m&lt;U+000D&gt;", "&lt;U+001B&gt;[1m&lt;U+000D&gt;"},
		{"\u202Eevil", "&lt;U+202E&gt;evil", "&lt;U+202E&gt;evil"},
		{"\uFFFE\U0001FFFF", "&lt;U+FFFE&gt;&lt;U+1FFFF&gt;",
			"&lt;U+FFFE&gt;&lt;U+1FFFF&gt;"},
		{"a\u200Bb\u00ADc", "abc", "abc"},
		{"نمی\u200Cخواهم", "نمی\u200Cخواهم", "نمی\u200Cخواهم"},
		{"Київ, 北京", "Київ, 北京", "Київ, 北京"},
		{"", "", ""},
	};
	(void)state;
	for (size_t n = 0; n < sizeof rows / sizeof *rows; n++) {
		struct buf buf = {0};
		html_text(NULL, &buf, rows[n].text);
		assert_string_equal(buf_string(&buf), rows[n].content);
		buf_clear(&buf);
		html_value(NULL, &buf, rows[n].text);
		assert_string_equal(buf_string(&buf), rows[n].value);
		buf_free(&buf);
	}
}

static bool is_latin(int32_t code)
{
	return code < 0x100;
}

/* What such a terminal makes of bytes is not known to who reads the page. */
static void elsewhere_all_is_ascii(void **state)
{
	static const struct text_form latin = {is_latin, false};
	struct buf buf = {0};
	(void)state;
	html_text(&latin, &buf, "né à Київ 𝄞");
	assert_string_equal(
		buf_string(&buf), "n&#xE9; &#xE0; &#x41A;&#x438;&#x457;&#x432; &#x1D11E;");
	buf_free(&buf);
}

static void only_pages_are_linked(void **state)
{
	static const struct {
		const char *url, *value; /* NULL: no link */
	} rows[] = {
		{"https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&amp;c=2#d"},
		{"HTTP://example.org", "HTTP://example.org"},
		{"https://example.org/%20a", "https://example.org/%20a"},
		{"https://example.org/\"><script>", "https://example.org/%22%3E%3Cscript%3E"},
		{"https://uk.example/Київ b", "https://uk.example/%D0%9A%D0%B8%D1%97%D0%B2%20b"},
		{"javascript:alert(1)", NULL},
		{" https://example.org", NULL},
		{"data:text/html,x", NULL},
		{"//example.org", NULL},
		{"https://", NULL},
		{"", NULL},
	};
	(void)state;
	for (size_t n = 0; n < sizeof rows / sizeof *rows; n++) {
		struct buf buf = {0};
		assert_int_equal(html_address(&buf, rows[n].url), rows[n].value != NULL);
		assert_string_equal(buf_string(&buf), rows[n].value ? rows[n].value : "");
		buf_free(&buf);
	}
}

/* ---- every page ---- */

struct page {
	char *text;
	size_t len;
	FILE *file;
};

static FILE *page_begin(struct page *page)
{
	*page = (struct page){0};
	page->file = open_memstream(&page->text, &page->len);
	assert_non_null(page->file);
	return page->file;
}

/* How many elements the page has. */
static size_t page_end(struct page *page, const char *what)
{
	size_t elements = 0;
	fclose(page->file);
	assert_harmless(page->text);
	const char *fault = markup_fault(page->text);
	if (fault)
		fail_msg("%s: %s", what, fault);
	for (const char *at = page->text; (at = strchr(at, '<')); at++)
		elements++;
	free(page->text);
	return elements;
}

static size_t views(const struct record *record, const struct print_format *html)
{
	size_t elements = 0;
	for (uint32_t n = 0; n < record->counts[THING_VIEW]; n++) {
		struct print_options options = {.colors = -1, .asked = {.view = &record->views[n]}};
		struct arena arena = {0};
		struct result result;
		struct query_problem problem;
		struct page page;
		assert_true(select_run(record, &options.asked, &arena, &result, &problem));
		assert_true(html->plan(&result, &options, page_begin(&page)));
		elements += page_end(&page, "a plan");
		assert_true(html->print(&result, &options, page_begin(&page)));
		elements += page_end(&page, "a view");
		arena_free(&arena);
	}
	return elements;
}

static void sheets(const struct result *result, const struct print_format *html)
{
	const struct print_options options = {.colors = -1};
	for (uint64_t seed = 1; seed <= 3; seed++) {
		struct page page;
		enum worksheet_done done = html->worksheet(
			result, &options, seed, page_begin(&page));
		assert_int_not_equal(done, WORKSHEET_FAILED);
		if (done == WORKSHEET_PRINTED) {
			page_end(&page, "a sheet");
			continue;
		}
		fclose(page.file);
		assert_int_equal(page.len, 0);
		free(page.text);
	}
}

static size_t tables(const struct result *result, const struct print_format *html)
{
	const struct print_options options = {.colors = -1};
	struct page page;
	assert_true(html->positions(result, &options, page_begin(&page)));
	size_t elements = page_end(&page, "the positions");
	for (int thing = THING_EVENT; thing <= THING_QUOTE; thing++)
		for (uint32_t n = 0; n + 1 < result->record->counts[thing] && n < 4; n++) {
			assert_true(
				html->compare(result, &options, record_ref((enum thing)thing, n),
					record_ref((enum thing)thing, n + 1), page_begin(&page)));
			elements += page_end(&page, "a comparison");
		}
	return elements;
}

/* The elements of all but the sheets, which ask about what says enough. */
static size_t pages(const struct record *record)
{
	const struct print_format *html = print_find("html");
	struct result result = result_all(record);
	size_t elements = 0;
	for (int part = 0; part < 3; part++) {
		struct print_options options = {
			.colors = -1, .brief = part == 1, .quotes_only = part == 2};
		struct page page;
		assert_true(html->print(&result, &options, page_begin(&page)));
		elements += page_end(&page, "the record");
	}
	sheets(&result, html);
	return elements + tables(&result, html) + views(record, html);
}

static void every_page_is_whole(void **state)
{
	static const char *const more[] = {"tests/data/talks.yaml", "tests/data/scripts.yaml",
		"tests/data/class.yaml", "tests/data/originals.yaml", "tests/data/silent.yaml",
		"tests/data/ancient.yaml", "tests/data/bare.yaml"};
	(void)state;
	for (int n = 0; n < PRINT_RECORDS; n++) {
		struct record *record = read_file(print_records[n]);
		pages(record);
		record_free(record);
	}
	for (size_t n = 0; n < sizeof more / sizeof *more; n++) {
		struct record *record = read_file(more[n]);
		pages(record);
		record_free(record);
	}
}

/* The record with such a text in place of each @. */
static struct record *record_with(const char *trap)
{
	struct file_bytes file;
	struct diag_list *diags = diag_create();
	struct buf bytes = {0};
	assert_true(file_read("tests/pty/traps.yaml",
		diag_file(diags, "tests/pty/traps.yaml", NULL, 0), diags, &file));
	for (size_t n = 0; n < file.len; n++)
		if (file.bytes[n] == '@')
			buf_text(&bytes, trap);
		else
			buf_char(&bytes, file.bytes[n]);
	struct record *record = read_bytes(bytes.text, bytes.len);
	buf_free(&bytes);
	file_release(&file);
	diag_free(diags);
	return record;
}

static void no_text_changes_its_elements(void **state)
{
	static const char *const traps[] = {"<script>alert(1)</script>", "\\\" onload=\\\"x",
		"' title='x", "&amp; &lt;b> &#60;", "]]> --> <!-- <![CDATA[", "</p></main></style>",
		"x\\u202e\\u2066 \\u200f", "x\\ufffe \\ufdd0", "<br/>", "javascript:alert(1)"};
	(void)state;
	struct record *record = record_with("plain");
	size_t elements = pages(record);
	record_free(record);
	assert_true(elements > 1000);
	for (size_t n = 0; n < sizeof traps / sizeof *traps; n++) {
		record = record_with(traps[n]);
		size_t with = pages(record);
		if (with != elements)
			fail_msg("%s: %zu elements, not %zu", traps[n], with, elements);
		record_free(record);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_escaped),
		cmocka_unit_test(elsewhere_all_is_ascii),
		cmocka_unit_test(only_pages_are_linked),
		cmocka_unit_test(every_page_is_whole),
		cmocka_unit_test(no_text_changes_its_elements),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
