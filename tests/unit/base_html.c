/* HTML as text: words and quotes in the order they stand, addresses, what is lost, and nothing that was not
 * there. */
#include "base/html.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The text, and behind it "|words~cite" of each quote, " @address", what is lost: "-", "!", "?". */
static void expect(const char *source, const char *wanted)
{
	struct arena arena = {0};
	struct buf all = {0};
	struct html html;
	html_read(&arena, source, strlen(source), &html);
	assert_int_equal(html.len, strlen(html.text));
	buf_text(&all, html.text);
	for (size_t i = 0; i < html.quote_count; i++)
		buf_format(&all, "|%s~%s", html.quotes[i].words, html.quotes[i].cite);
	for (size_t i = 0; i < html.address_count; i++)
		buf_format(&all, " @%s", html.addresses[i]);
	for (size_t i = 0; i < HTML_LOST_KINDS; i++)
		if (html.lost & 1u << i)
			buf_format(&all, " %c", "-!?"[i]);
	assert_string_equal(buf_string(&all), wanted);
	buf_free(&all);
	arena_free(&arena);
}

static void texts(void **state)
{
	(void)state;
	expect("", "");
	expect("plain", "plain");
	expect(" a  b\n c ", "a b c");
	expect("a\n\nb", "a\nb");
	expect("<p>One.</p>\n<p class='x'>Two &amp; three.</p>", "One.\nTwo & three.");
	expect("a<br/>b<BR>c", "a\nb\nc");
	expect("<b>bo</b>ld <i>words</i>", "bold words");
	expect("a < b and c > d, 1<2", "a < b and c > d, 1<2");
	expect("&lt;b&gt;", "<b>");
	expect("x &nosuch; & y &amp", "x &nosuch; & y &amp");
	expect("&#8220;a&#x201D; &#146;&#0;&#55555555;&#7;b", "\u201Ca\u201D \u2019\uFFFD\uFFFD b");
	expect("&eacute;&Eacute;&nbsp;&mdash;", "\u00E9\u00C9 \u2014");
	expect("<q>Ink</q>", "\u201CInk\u201D");
	expect("a<!-- <p>no</p> -->b", "ab !");
	expect("a<!-- open", "a<!-- open");
	expect("a<b", "a<b");
	expect("<p title=\"a>b\">c</p>", "c ?");
	expect("<p title=\"open>c</p> <b>d</b>", "c\nd ?");
	expect("<ul><li>one</li><li>two</li></ul>", "one\ntwo");
}

static void more(void **state)
{
	(void)state;
	expect("<a href=\"https://a.b/c?d&amp;e\">x</a> <a href='#top'>y</a>",
		"x y @https://a.b/c?d&e");
	expect("<img src=https://a.b/c.jpg alt=x><iframe src='//d.e'>no</iframe>",
		"[x] @https://a.b/c.jpg @//d.e");
	expect("a <img alt='the  <b>mill' src=''> b<img alt=\"\">", "a [the <b>mill] b");
	expect("<img src='data:image/png;base64,xx'>z", "z -");
	expect("a<script>alert('<p>')</script>b<style>p{}</style>c", "abc -");
	expect("a<script>alert(1)", "aalert(1) -");
	expect("<blockquote>Ink dries. <cite>Ann Roe, printer</cite></blockquote> said she",
		"said she|Ink dries.~Ann Roe, printer");
	expect("So: <blockquote><p>One</p><p>Two</p><footer>\u2014 Hale</footer></blockquote>",
		"So:|One\nTwo~\u2014 Hale");
	expect("<blockquote>a<blockquote>b</blockquote>c</blockquote>d", "d|a\nb\nc~");
	expect("<blockquote>open <cite>x", "|open~x");
	expect("<cite>A title</cite> </blockquote>", "A title");
	expect("<blockquote cite='https://a.b'>Ink <q cite=//c.d>x</q></blockquote>",
		"|Ink \u201Cx\u201D~ @https://a.b @//c.d");
	expect("<blockquote><cite>x</cite></blockquote>", "|~x");
	expect("<blockquote></blockquote>", "");
}

/* In time with the length, however it is made. */
static void hostile(void **state)
{
	static const char *const pieces[] = {"<", "<!--", "<script>", "<a href=\"", "<p a='",
		"<blockquote>", "</blockquote>", "&#", "<cite>", "<a x=", "\xc3"};
	enum { LENGTH = 400000 };
	(void)state;
	char *text = malloc(LENGTH);
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		struct arena arena = {0};
		struct html html;
		size_t len = strlen(pieces[i]);
		for (size_t at = 0; at < LENGTH; at++)
			text[at] = pieces[i][at % len];
		html_read(&arena, text, LENGTH, &html);
		text[LENGTH - 1] = '>';
		html_read(&arena, text, LENGTH, &html);
		arena_free(&arena);
	}
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts), cmocka_unit_test(more), cmocka_unit_test(hostile)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
