/* What is shown, and how wide it is. */
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static bool ascii_encodes(int32_t c)
{
	return c < 0x80;
}

static bool latin_encodes(int32_t c)
{
	return c < 0x100;
}

static const struct text_form ascii = {ascii_encodes};
static const struct text_form latin = {latin_encodes};

static void check_shown(
	const struct text_form *form, const char *text, const char *shown, int width)
{
	struct buf buf = {0};
	text_show(form, &buf, text, strlen(text));
	assert_string_equal(buf_string(&buf), shown);
	assert_int_equal(text_width(form, text, strlen(text)), width);
	buf_free(&buf);
}

static void valid(void **state)
{
	(void)state;
	assert_int_equal(text_ascii_len("", 0), 0);
	assert_int_equal(text_ascii_len("abcdefghijkä", 13), 11);
	assert_int_equal(text_ascii_len("\x7f\x80", 2), 1);
	assert_int_equal(text_seen_len("", 0), 0);
	assert_int_equal(text_seen_len(" ~ twelve bytes\n", 16), 15);
	assert_int_equal(text_seen_len("of eight \x7f", 10), 9);
	assert_int_equal(text_seen_len("of seven\xc3\xa4", 10), 8);
	assert_int_equal(text_valid("", 0), 0);
	assert_int_equal(text_valid("plain, and more than eight bytes", 32), 32);
	assert_int_equal(text_valid("zwölf Grüße", 14), 14);
	assert_int_equal(text_valid("12345678\xff", 9), 8);
	assert_int_equal(text_valid("a\xc3", 2), 1);
	assert_int_equal(text_valid("\xc0\x80", 2), 0);         /* overlong */
	assert_int_equal(text_valid("\xe0\x9f\xbf", 3), 0);     /* overlong */
	assert_int_equal(text_valid("\xed\xa0\x80", 3), 0);     /* surrogate */
	assert_int_equal(text_valid("\xf4\x90\x80\x80", 4), 0); /* above U+10FFFF */
	assert_int_equal(text_valid("\xf0\x8f\xbf\xbf", 4), 0); /* overlong */
}

static void letters_of_ascii_are_the_same_in_every_locale(void **state)
{
	(void)state;
	assert_true(text_same_ascii("LI-it", "li-IT", 6));
	assert_true(text_same_ascii("it", "italian", 2));
	assert_false(text_same_ascii("it", "italian", 3));
	assert_false(text_same_ascii("@[", "`{", 1));
	assert_true(text_same_ascii("a", "b", 0));
	for (int c = 0; c < 256; c++)
		assert_int_equal(text_small((char)c), c >= 'A' && c <= 'Z' ? c + 32 : (char)c);
}

static void decode_and_encode(void **state)
{
	(void)state;
	size_t bytes;
	for (int32_t c = 0; c <= 0x10FFFF; c++) {
		char out[4];
		if (c >= 0xD800 && c < 0xE000)
			continue;
		size_t len = text_encode(c, out);
		assert_int_equal(text_decode(out, len, &bytes), c);
		assert_int_equal(bytes, len);
		for (size_t cut = 1; len > 1 && cut < len; cut++) {
			assert_int_equal(text_decode(out, cut, &bytes), 0xFFFD);
			assert_int_equal(bytes, 1);
		}
	}
	text_decode("", 0, &bytes);
	assert_int_equal(bytes, 0);
}

static void widths(void **state)
{
	(void)state;
	assert_int_equal(text_code_width('a'), 1);
	assert_int_equal(text_code_width('\n'), 0);
	assert_int_equal(text_code_width(0x7F), 0);
	assert_int_equal(text_code_width(0x9B), 0);
	assert_int_equal(text_code_width(0xA0), 1);
	assert_int_equal(text_code_width(0x0301), 0);  /* acute accent */
	assert_int_equal(text_code_width(0x0416), 1);  /* Ж */
	assert_int_equal(text_code_width(0x0940), 1);  /* Devanagari vowel ii, a spacing mark */
	assert_int_equal(text_code_width(0x1100), 2);  /* a leading consonant of Hangul */
	assert_int_equal(text_code_width(0x1161), 0);  /* a medial vowel of Hangul */
	assert_int_equal(text_code_width(0x4E2D), 2);  /* 中 */
	assert_int_equal(text_code_width(0x4DC0), 2);  /* a hexagram */
	assert_int_equal(text_code_width(0xE000), 1);  /* private use */
	assert_int_equal(text_code_width(0x0378), 1);  /* unassigned */
	assert_int_equal(text_code_width(0x200D), 0);  /* joiner */
	assert_int_equal(text_code_width(0xFE0F), 0);  /* variation selector */
	assert_int_equal(text_code_width(0x1F600), 2); /* a face */
}

static void clusters(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t first;
	} cases[] = {
		{"ab", 1},
		{"e\xcc\x81x", 3},
		{"\r\nx", 2},
		{"\n\xcc\x81", 1},
		{"\xff\xfe", 1},
		{"жз", 2},
		{"각", 3},
		{"\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8x", 9}, /* the same from its letters */
		{"👨‍👩‍👧x", 18},
		{"🇺🇦🇷🇴", 8},
		{"की", 6},
		{"👍🏽!", 8},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(
			text_cluster(cases[i].text, strlen(cases[i].text)), cases[i].first);
	assert_int_equal(text_cluster("", 0), 0);
}

static void shown_as_itself(void **state)
{
	(void)state;
	check_shown(NULL, "", "", 0);
	check_shown(NULL, "Çavuşoğlu, Зеленський", "Çavuşoğlu, Зеленський", 21);
	check_shown(NULL, "一九一八", "一九一八", 8);
	check_shown(NULL, "e\xcc\x81", "e\xcc\x81", 1);
	check_shown(NULL, "की", "की", 2);
	check_shown(NULL, "각", "각", 2);
	check_shown(NULL, "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8",
		"\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8", 2);
}

static void plain_runs(void **state)
{
	static const struct {
		const char *text;
		size_t bytes;
		int columns;
	} rows[] = {
		{"", 0, 0},
		{"Zürich, Łódź, Çavuşoğlu und Зеленський", 55, 38},
		{"ab\tc", 2, 2},
		{"ab\xc3", 2, 2},   /* half a letter */
		{"ab\u0301", 2, 2}, /* the mark is the caller's to see */
		{"q\u0483", 1, 1},
		{"\u201cab", 0, 0},
	};
	(void)state;
	int columns;
	for (size_t n = 0; n < sizeof rows / sizeof *rows; n++) {
		size_t len = strlen(rows[n].text);
		assert_int_equal(text_plain_len(NULL, rows[n].text, len, &columns), rows[n].bytes);
		assert_int_equal(columns, rows[n].columns);
	}
	assert_int_equal(text_plain_len(&latin, "Zürich", 7, &columns), 1);
	assert_int_equal(columns, 1);
}

static void shown_harmless(void **state)
{
	(void)state;
	check_shown(NULL, "a\x1b[31mb", "a<U+001B>[31mb", 14);
	check_shown(NULL, "\xc2\x9b", "<U+009B>", 8);
	check_shown(NULL, "x\xe2\x80\xaey", "x<U+202E>y", 10);
	check_shown(NULL, "\x7f", "<U+007F>", 8);
	check_shown(NULL, "a\tb\nc", "a b c", 5);
	check_shown(NULL, "a\xff\xc3", "a\xef\xbf\xbd\xef\xbf\xbd", 3);
	check_shown(&ascii, "a\xff", "a?", 2);
}

static void shown_in_parts(void **state)
{
	(void)state;
	check_shown(NULL, "👨‍👩‍👧", "👨👩👧", 6);
	check_shown(NULL, "❤️", "❤", 1);
	check_shown(NULL, "co\xc2\xadop", "coop", 4);
	check_shown(NULL, "\xc2\xad", "", 0);
	check_shown(NULL, "می\xe2\x80\x8cخواهم", "می\xe2\x80\x8cخواهم", 7);
	check_shown(NULL, "a\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x85\xcc\x86z",
		"a\xcc\x81\xcc\x82\xcc\x83\xcc\x84z", 2);
}

static void shown_marks_alone(void **state)
{
	(void)state;
	check_shown(NULL, "\xcc\x81", "◌\xcc\x81", 1);
	check_shown(NULL, "\x1b\xcc\x81", "<U+001B>◌\xcc\x81", 9);
	check_shown(NULL, "a\xe1\x85\xa1", "a\xef\xbf\xbd", 2); /* a vowel of Hangul joins no a */
	check_shown(&ascii, "\xcc\x81", "?", 1);
}

static void shown_plain(void **state)
{
	(void)state;
	check_shown(&ascii, "‘a’ “b” «c» d–e—f… g·h", "'a' \"b\" <<c>> d-e--f... g-h", 27);
	check_shown(&ascii, "Çavuşoğlu Łódź Straße Ærø ı", "Cavusoglu Lodz Strasse AEro i", 29);
	check_shown(&ascii, "e\xcc\x81t", "et", 2);
	check_shown(&ascii,
		"1\xc2\xa0"
		"000 ½ № ™ ≠ ﬁ",
		"1 000 1/2 No TM != fi", 21);
	check_shown(&ascii, "Київ 中", "???? ?", 6);
	check_shown(&latin, "Çavuşoğlu “é”", "Çavusoglu \"é\"", 13);
}

/* A text like a hostile file's: letters of many scripts, marks, controls, and stray bytes. */
static size_t random_text(unsigned *seed, char *out, size_t most)
{
	static const int32_t ranges[][2] = {{0x20, 0x7E}, {0x20, 0x7E}, {0, 0x1F}, {0x7F, 0xFF},
		{0x300, 0x36F}, {0x100, 0x24F}, {0x400, 0x4FF}, {0x5D0, 0x6FF}, {0x900, 0x97F},
		{0xE00, 0xE7F}, {0x1100, 0x11FF}, {0x2000, 0x206F}, {0x3040, 0x30FF},
		{0x4E00, 0x4EFF}, {0xAC00, 0xACFF}, {0xFE00, 0xFE0F}, {0xFF00, 0xFFFF},
		{0x1F1E6, 0x1F1FF}, {0x1F3FB, 0x1F64F}, {0xE0000, 0xE007F}, {0x110000, 0x110020},
		{0, 0x10FFFF}};
	size_t len = 0;
	while (len + 4 < most) {
		*seed = *seed * 1103515245u + 12345u;
		unsigned draw = *seed >> 8;
		const int32_t *range = ranges[draw % (sizeof ranges / sizeof *ranges)];
		*seed = *seed * 1103515245u + 12345u;
		int32_t c = range[0] +
			(int32_t)((*seed >> 8) % (unsigned)(range[1] - range[0] + 1));
		if (c >= 0x110000) /* a stray byte */
			out[len++] = (char)(0x80 + (c & 0x1F) * 4);
		else if (c < 0xD800 || c > 0xDFFF)
			len += text_encode(c, out + len);
		if ((draw >> 5) % 16 == 0)
			break;
	}
	return len;
}

/* The cells of a text are what is shown of it, and as wide. */
static void check_cells(const struct text_form *form, const char *text, size_t len)
{
	struct buf shown = {0}, cells = {0};
	const char *at = text, *end = text + len;
	char out[TEXT_CELL_MOST];
	size_t out_len;
	int pending = 0, total = 0, width;
	while ((width = text_cell(form, &at, end, &pending, out, &out_len)) >= 0) {
		assert_true(width == 1 || width == 2);
		assert_true(out_len > 0 && out_len <= TEXT_CELL_MOST);
		buf_add(&cells, out, out_len);
		total += width;
	}
	assert_true(at == end && pending == 0);
	text_show(form, &shown, text, len);
	assert_int_equal(total, text_width(form, text, len));
	assert_int_equal(shown.len, cells.len);
	assert_memory_equal(buf_string(&shown), buf_string(&cells), shown.len);
	buf_free(&shown);
	buf_free(&cells);
}

/* The width of a text, of its clusters, and of what is shown of it again are one. */
static void check_whole(const struct text_form *form, const char *text, size_t len)
{
	struct buf whole = {0}, pieces = {0};
	int width = 0;
	check_cells(form, text, len);
	text_show(form, &whole, text, len);
	for (size_t at = 0, step; at < len; at += step) {
		step = text_cluster(text + at, len - at);
		assert_true(step > 0 && step <= len - at);
		width += text_width(form, text + at, step);
		text_show(form, &pieces, text + at, step);
	}
	assert_int_equal(width, text_width(form, text, len));
	assert_int_equal(whole.len, pieces.len);
	assert_memory_equal(buf_string(&whole), buf_string(&pieces), whole.len);
	assert_int_equal(text_valid(buf_string(&whole), whole.len), whole.len);
	for (size_t at = 0, bytes; at < whole.len; at += bytes) {
		int32_t c = text_decode(whole.text + at, whole.len - at, &bytes);
		assert_false(text_is_harmful(c));
		assert_true(!form || form->encodes(c));
	}
	assert_int_equal(text_width(form, buf_string(&whole), whole.len), width);
	buf_free(&whole);
	buf_free(&pieces);
}

static void random_shown(void **state)
{
	(void)state;
	unsigned seed = 1856;
	for (int round = 0; round < 20000; round++) {
		char text[120];
		size_t len = random_text(&seed, text, sizeof text);
		check_whole(NULL, text, len);
		check_whole(&ascii, text, len);
		check_whole(&latin, text, len);
	}
	for (int round = 0; round < 2000; round++) {
		char text[64];
		for (size_t i = 0; i < sizeof text; i++) {
			seed = seed * 1103515245u + 12345u;
			text[i] = (char)(seed >> 16);
		}
		check_whole(NULL, text, sizeof text);
	}
}

static void cells(void **state)
{
	(void)state;
	const char *text = "é\x1b中", *at = text, *end = text + strlen(text);
	char out[TEXT_CELL_MOST];
	size_t out_len;
	int pending = 0;
	assert_int_equal(text_cell(NULL, &at, end, &pending, out, &out_len), 1);
	assert_int_equal(out_len, 2);
	assert_ptr_equal(at, text + 2);
	for (int i = 0; i < 8; i++) {
		assert_ptr_equal(at, text + 2);
		assert_int_equal(pending, i);
		assert_int_equal(text_cell(NULL, &at, end, &pending, out, &out_len), 1);
		assert_int_equal(out[0], "<U+001B>"[i]);
		assert_int_equal(out_len, 1);
	}
	assert_int_equal(pending, 0);
	assert_int_equal(text_cell(NULL, &at, end, &pending, out, &out_len), 2);
	assert_ptr_equal(at, end);
	assert_int_equal(text_cell(NULL, &at, end, &pending, out, &out_len), -1);
	assert_int_equal(out_len, 0);
}

static void normal(void **state)
{
	(void)state;
	struct buf buf = {0};
	text_normal(&buf, "cafe\xcc\x81", 6);
	assert_string_equal(buf_string(&buf), "café");
	text_normal(&buf, "plain", 5);
	assert_string_equal(buf_string(&buf), "caféplain");
	text_normal(&buf, "\xff", 1); /* no UTF-8: untouched, and what stands beside it is not */
	text_normal(&buf,
		"e\xcc\x81\xff"
		"e\xcc\x81",
		7);
	assert_string_equal(buf_string(&buf),
		"caféplain\xffé\xff"
		"é");
	buf_free(&buf);
}

static void classes(void **state)
{
	(void)state;
	assert_true(text_is_letter('z') && text_is_letter('A') && text_is_letter(0x416));
	assert_true(text_is_letter(0x4E2D));
	assert_false(text_is_letter('_') || text_is_letter('[') || text_is_letter(0x301));
	assert_int_equal(text_length("a\xc3\xa4\xe4\xb8\xad", 6), 3);
	assert_int_equal(text_length(NULL, 0), 0);
	assert_int_equal(text_last("a\xc3\xa4\xe4\xb8\xad", 6), 0x4e2d);
	assert_int_equal(text_last("a\xc3\xa4", 1), 'a');
	assert_int_equal(text_last("", 0), 0xfffd);
	assert_true(text_is_digit('7') && text_is_digit(0x0663));
	assert_false(text_is_digit('a') || text_is_digit(0xBD));
	assert_true(text_is_mark(0x301) && text_is_mark(0x940));
	assert_false(text_is_mark('a'));
	assert_true(text_is_ideograph(0x4E2D) && text_is_ideograph(0x3042) &&
		text_is_ideograph(0x1F600));
	assert_false(
		text_is_ideograph('a') || text_is_ideograph(0x300C) || text_is_ideograph(0x416));
	assert_true(text_is_opening('(') && text_is_opening(0xAB) && text_is_opening(0x300C));
	assert_true(text_is_closing(')') && text_is_closing(0x2019) && text_is_closing(0x300D));
	assert_false(text_is_opening(')') || text_is_closing('(') || text_is_closing('a'));
}

/* Two kinds of mark by turns are what sorting them one by one is slowest at. */
static void many_marks(void **state)
{
	(void)state;
	struct buf text = {0}, normal = {0};
	buf_char(&text, 'a');
	buf_repeat(&text, "\xcc\x96\xcc\x81", 100 * 1000);
	alarm(20);
	text_normal(&normal, text.text, text.len);
	alarm(0);
	assert_memory_equal(normal.text, "á\xcc\x96\xcc\x96", 6);
	assert_int_equal(normal.len, text.len - 1); /* a and one acute have become á */
	buf_free(&text);
	buf_free(&normal);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(valid),
		cmocka_unit_test(letters_of_ascii_are_the_same_in_every_locale),
		cmocka_unit_test(decode_and_encode),
		cmocka_unit_test(widths),
		cmocka_unit_test(clusters),
		cmocka_unit_test(shown_as_itself),
		cmocka_unit_test(plain_runs),
		cmocka_unit_test(shown_harmless),
		cmocka_unit_test(shown_in_parts),
		cmocka_unit_test(shown_marks_alone),
		cmocka_unit_test(shown_plain),
		cmocka_unit_test(random_shown),
		cmocka_unit_test(cells),
		cmocka_unit_test(normal),
		cmocka_unit_test(many_marks),
		cmocka_unit_test(classes),
	};
	return cmocka_run_group_tests_name("base/text", tests, NULL, NULL);
}
