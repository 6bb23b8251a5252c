/* Where lines end: in each rule by an example, and in what holds of every text. */
#include "layout/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The lines of a text, with a stroke between them. */
static void check(const char *text, int width, int reserve, const char *lines)
{
	struct buf buf = {0};
	struct wrap wrap;
	struct wrap_line line;
	wrap_begin(&wrap, NULL, text, strlen(text));
	for (bool first = true; wrap_next(&wrap, width, reserve, &line); first = false) {
		assert_int_equal(line.width, text_width(NULL, line.text, line.len));
		if (!first)
			buf_char(&buf, '|');
		buf_add(&buf, line.text, line.len);
	}
	assert_string_equal(buf_string(&buf), lines);
	buf_free(&buf);
}

static void spaces(void **state)
{
	(void)state;
	check("", 10, 0, "");
	check("  \n ", 10, 0, "");
	check("one", 10, 0, "one");
	check("one two three", 7, 0, "one two|three");
	check("one two three", 6, 0, "one|two|three");
	check("one   two", 5, 0, "one|two");
	check("one two  ", 7, 0, "one two");
	check("one\ttwo", 5, 0, "one|two");
	check("one\xe2\x80\x8btwo", 5, 0, "one|two");
	check("10\xc2\xa0"
	      "000 men",
		8, 0,
		"10\xc2\xa0"
		"000|men");
	check("a 10\xe2\x80\xaf"
	      "000",
		7, 0,
		"a|10\xe2\x80\xaf"
		"000");
	check("to\xe2\x81\xa0-day now", 6, 0, "to\xe2\x81\xa0-day|now");
	check("Жнёвы дня", 6, 0, "Жнёвы|дня");
}

static void lines(void **state)
{
	(void)state;
	check("one\ntwo", 20, 0, "one|two");
	check("one\r\ntwo\r\n", 20, 0, "one|two");
	check("one \n\n two\n", 20, 0, "one|| two");
	check("\none", 20, 0, "|one");
	check("one two\nthree", 7, 0, "one two|three");
	check("  one two", 5, 0, "  one|two");
}

static void hyphens(void **state)
{
	(void)state;
	check("cease-fire", 7, 0, "cease-|fire");
	check("cease-fire", 6, 0, "cease-|fire");
	check("cease-fire", 5, 0, "cease|-fire"); /* too narrow for its hyphen */
	check("in 1917-18 it", 7, 0, "in|1917-18|it");
	check("in 1917–1918", 8, 0, "in|1917–191|8");
	check("use -Werror so", 6, 0, "use|-Werro|r so");
	check("x (pre-)war", 9, 0, "x|(pre-)war");
	check("peace—war", 7, 0, "peace—|war");
	check("peace—“war”", 7, 0, "peace—|“war”");
	check("no-break: a\xe2\x80\x91"
	      "b c",
		11, 0,
		"no-break:|a\xe2\x80\x91"
		"b c");
	check("peace — war", 7, 0, "peace —|war");
	check("of peace — war", 8, 0, "of|peace —|war"); /* a dash begins no line */
}

static void punctuation(void **state)
{
	(void)state;
	check("so (it is)", 6, 0, "so (it|is)");
	check("ab cd!!", 5, 0, "ab|cd!!");
	check("mot ! fin", 5, 0, "mot !|fin");
	check("le mot ! fin", 6, 0, "le|mot !|fin");
	check("un « mot » fin", 8, 0, "un|« mot »|fin");
	check("er »Wort« da", 7, 0, "er|»Wort«|da");
	check("er „Wort“ da", 7, 0, "er|„Wort“|da");
	check("it \"was so\" then", 8, 0, "it \"was|so\" then");
	check("don’t, don't", 7, 0, "don’t,|don't");
	check("we […] go", 6, 0, "we […]|go");
	check("we are […] go", 6, 0, "we are|[…] go");
	check("us [ … ] go", 6, 0, "us|[ … ]|go");
	check("1,000,000 men", 9, 0, "1,000,000|men");
	check("a,b.c d", 5, 0, "a,b.c|d");
}

static void ideographs(void **state)
{
	(void)state;
	check("一九一八年", 6, 0, "一九一|八年");
	check("一九。一八", 4, 0, "一|九。|一八");
	check("一「九」八", 4, 0, "一|「九|」八");
	check("ちょっと", 4, 0, "ちょ|っと");
	check("abc一九", 5, 0, "abc一|九");
	check("コーヒー", 6, 0, "コー|ヒー");
	check("👍👍!", 4, 0, "👍|👍!");
	check("की की", 3, 0, "की|की");
}

static void wide_words(void **state)
{
	(void)state;
	check("abcdefgh", 3, 0, "abc|def|gh");
	check("a bcdefgh", 3, 0, "a|bcd|efg|h");
	check("http://a.org/long/path", 10, 0, "http://|a.org/|long/path");
	check("see http://a.org/x now", 14, 0, "see|http://a.org/x|now");
	check("x/http://a", 8, 0, "x/|http://a");
	check("ae\xcc\x81i", 1, 0, "a|e\xcc\x81|i");
	check("中a", 1, 0, "中|a");
	check("\x1bxy", 4, 0, "\x1b|xy");
}

static void reserve(void **state)
{
	(void)state;
	check("one two", 7, 0, "one two");
	check("one two", 7, 1, "one|two");
	check("one two", 8, 1, "one two");
	check("one two three", 7, 2, "one two|three");
	check("abcdefg", 7, 1, "abcdef|g");
	check("a", 1, 1, "a");
	check("one two\n", 7, 1, "one|two");
}

static size_t random_text(unsigned *seed, char *out, size_t most)
{
	static const char *const parts[] = {" ", " ", " ", " ", "  ", "\n", "a", "Word", "peace",
		"-", "–", "—", " — ", "1917", "18", ",", ".", "!", "?", "…", "[…]", "(", ")", "“",
		"”", "«", "»", "’", "\"", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x8b",
		"\xe2\x81\xa0", "\xc2\xad", "/", "http://", "Ж", "ёлка", "e\xcc\x81", "\xcc\x81",
		"中", "文字", "。", "「", "」", "ょ", "कि", "ไทย", "שלום", "سلام",
		"👨‍👩‍👧", "🇺🇦", "각", "\x1b", "\xe2\x80\xae", "\xff", "\xc3", "\t",
		"\r\n"};
	size_t len = 0;
	for (;;) {
		*seed = *seed * 1103515245u + 12345u;
		unsigned draw = *seed >> 12;
		const char *part = parts[draw % (sizeof parts / sizeof *parts)];
		size_t part_len = strlen(part);
		if (len + part_len > most || draw / 64 % 64 == 0)
			return len;
		memcpy(out + len, part, part_len);
		len += part_len;
	}
}

/* True for what may be missing between two lines: spaces, and one line feed. */
static bool is_gap(const char *text, size_t len)
{
	int feeds = 0;
	for (size_t at = 0, bytes; at < len; at += bytes) {
		int32_t c = text_decode(text + at, len - at, &bytes);
		feeds += c == '\n';
		if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != 0x200B)
			return false;
	}
	return feeds < 2;
}

static bool is_boundary(const char *text, size_t len, size_t at)
{
	size_t start = 0;
	while (start < at)
		start += text_cluster(text + start, len - start);
	return start == at;
}

static void check_any(const char *text, size_t len, int width, int last_reserve)
{
	struct wrap wrap;
	struct wrap_line line = {text, 0, 0};
	wrap_begin(&wrap, NULL, text, len);
	const char *end = wrap.end, *at = text;
	while (wrap_next(&wrap, width, last_reserve, &line)) {
		size_t from = (size_t)(line.text - text), to = from + line.len;
		assert_true(line.text >= at && is_gap(at, (size_t)(line.text - at)));
		assert_true(is_boundary(text, len, from) && is_boundary(text, len, to));
		assert_int_equal(line.width, text_width(NULL, line.text, line.len));
		int most = wrap.at == end ? width - last_reserve : width;
		size_t first = text_cluster(line.text, line.len), rest = line.len - first;
		assert_true(line.width <= most || text_width(NULL, line.text + first, rest) == 0);
		at = line.text + line.len;
	}
	assert_true(wrap.at == end && at <= end && is_gap(at, (size_t)(end - at)));
}

static bool encodes_all(int32_t c)
{
	(void)c;
	return true;
}

/* What is decided at once for letters that the target has is what is decided for each by itself, and
 * nothing that has room on a line stands on the next. */
static void check_slowly(const char *text, size_t len, int width)
{
	static const struct text_form all = {.encodes = encodes_all};
	struct wrap quick, slow, rest;
	struct wrap_line line, same;
	wrap_begin(&quick, NULL, text, len);
	wrap_begin(&slow, &all, text, len);
	while (wrap_next(&quick, width, 0, &line)) {
		assert_true(wrap_next(&slow, width, 0, &same));
		assert_ptr_equal(line.text, same.text);
		assert_int_equal(line.len, same.len);
		assert_int_equal(line.width, same.width);
		assert_ptr_equal(quick.at, slow.at);
		for (int less = line.width; less && less < width; less++) {
			wrap_begin(&rest, NULL, line.text, (size_t)(quick.end - line.text));
			assert_true(wrap_next(&rest, less, 0, &same));
			assert_int_equal(same.len, line.len);
		}
	}
	assert_false(wrap_next(&slow, width, 0, &same));
}

static void random_lines(void **state)
{
	(void)state;
	unsigned seed = 1922;
	for (int round = 0; round < 30000; round++) {
		char text[200];
		size_t len = random_text(&seed, text, sizeof text);
		check_any(text, len, 1 + (int)(seed >> 8) % 30, (int)(seed >> 16) % 3);
		if (round % 10 == 0)
			check_slowly(text, len, 1 + (int)(seed >> 8) % 30);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spaces),
		cmocka_unit_test(lines),
		cmocka_unit_test(hyphens),
		cmocka_unit_test(punctuation),
		cmocka_unit_test(ideographs),
		cmocka_unit_test(wide_words),
		cmocka_unit_test(reserve),
		cmocka_unit_test(random_lines),
	};
	return cmocka_run_group_tests_name("layout/wrap", tests, NULL, NULL);
}
