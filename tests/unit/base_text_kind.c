/* The table of characters that are more or less than what is seen of them, beside what Unicode says
 * of all of them; where they are at home; and that none is shown. */
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include <cmocka.h>

/* Signs of category Cf that are drawn: years, numbers and the end of verses. */
static bool is_drawn(int32_t c)
{
	return (c >= 0x600 && c <= 0x605) || c == 0x6DD || c == 0x70F || c == 0x890 || c == 0x891 ||
		c == 0x8E2 || c == 0x110BD || c == 0x110CD;
}

static bool is_unseen(int32_t c)
{
	const utf8proc_property_t *property = utf8proc_get_property(c);
	switch (property->category) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return true;
	case UTF8PROC_CATEGORY_CF:
		return !is_drawn(c);
	default:
		return property->ignorable || (c >= 0xFDD0 && c <= 0xFDEF) ||
			(c & 0xFFFE) == 0xFFFE || c == 0x13440;
	}
}

static void all_of_unicode(void **state)
{
	(void)state;
	for (int32_t c = 0; c <= 0x10FFFF; c++)
		if (c < 0xD800 || c > 0xDFFF)
			if ((text_kind(c) != TEXT_SEEN) != is_unseen(c) &&
				utf8proc_category(c) != UTF8PROC_CATEGORY_CN)
				fail_msg("U+%04X is of kind %d", (unsigned)c, text_kind(c));
}

static void kinds(void **state)
{
	(void)state;
	static const struct {
		int32_t first, last;
		enum text_kind kind;
	} cases[] = {{' ', '~', TEXT_SEEN}, {0, 0x1F, TEXT_CONTROL}, {0x7F, 0x9F, TEXT_CONTROL},
		{0xA0, 0xAC, TEXT_SEEN}, {0x2000, 0x200A, TEXT_SEEN},
		{0x2028, 0x2029, TEXT_SEPARATOR}, {0x202A, 0x202E, TEXT_BIDI},
		{0x202F, 0x205F, TEXT_SEEN}, {0x2066, 0x2069, TEXT_BIDI},
		{0x206A, 0x206F, TEXT_SWITCH}, {0xFFF9, 0xFFFB, TEXT_SWITCH},
		{0xFFFC, 0xFFFD, TEXT_SEEN}, {0x200E, 0x200F, TEXT_DIRECTION},
		{0x61C, 0x61C, TEXT_DIRECTION}, {0xE0000, 0xE007F, TEXT_TAG},
		{0x200B, 0x200B, TEXT_INVISIBLE}, {0x2060, 0x2065, TEXT_INVISIBLE},
		{0xFEFF, 0xFEFF, TEXT_INVISIBLE}, {0xAD, 0xAD, TEXT_INVISIBLE},
		{0x180E, 0x180E, TEXT_INVISIBLE}, {0x3164, 0x3164, TEXT_INVISIBLE},
		{0x200C, 0x200D, TEXT_JOINER}, {0x34F, 0x34F, TEXT_JOINER},
		{0x1D173, 0x1D17A, TEXT_JOINER}, {0xFE00, 0xFE0F, TEXT_SELECTOR},
		{0xE0100, 0xE01EF, TEXT_SELECTOR}, {0xFDD0, 0xFDEF, TEXT_NONCHARACTER},
		{0x10FFFE, 0x10FFFF, TEXT_NONCHARACTER}, {0xE000, 0xF8FF, TEXT_SEEN},
		{0x1F600, 0x1F64F, TEXT_SEEN}, {0x2800, 0x28FF, TEXT_SEEN}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (int32_t c = cases[i].first; c <= cases[i].last; c++)
			assert_int_equal(text_kind(c), cases[i].kind);
}

static size_t count_out_of_place(const char *text)
{
	size_t len = strlen(text), count = 0;
	for (size_t at = 0; (at = text_out_of_place(text, len, at)) < len; at++)
		count++;
	return count;
}

static void at_home(void **state)
{
	(void)state;
	static const char *const texts[] = {"two\nlines", "Łódź, Київ, 漢字", "می\u200cخواهم",
		"ه\u200d", "क्\u200dष", "র\u200d্যা", "ශ්\u200dරී", "👩\u200d👩\u200d👧",
		"🏳\ufe0f\u200d🌈", "👩🏽\u200d🔬", "❤\ufe0f", "1\ufe0f\u20e3", "©\ufe0e",
		"0\ufe00", "∩\ufe00", "、\ufe00", "葛\U000e0100", "ᠠ\u180b", "שלום\u200f, world",
		"\u200eא", "مرحبا\u061c",
		"🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f!", "בַ\u034fּ",
		"\U00013000\U00013430\U00013001"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (count_out_of_place(texts[i]))
			fail_msg("text %zu is blamed", i);
}

static void out_of_place(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t count;
	} cases[] = {{"a\tb", 1}, {"a\x1b[31m", 1}, {"a\xc2\x85", 1}, {"a\u00adb", 1},
		{"a\u200cb", 1}, {"\u200c", 1}, {"a\u200db", 1}, {"می\u200c\u200c\u200d", 2},
		{"a\ufe0f", 1}, {"👩\ufe01", 1}, {"漢\ufe0f", 1}, {"1\ufe00", 1},
		{"❤\ufe0f\ufe0f\ufe01", 2}, {"a\U000e0100\U000e0101", 2}, {"x\u200ey\u200f", 2},
		{"a\U000e0041\U000e007f", 2}, {"🏴\U000e0068\U000e0069\U000e007f", 3},
		{"\u2028", 1}, {"\u202e\u2066", 2}, {"a\u034f", 1}, {"\ufeff\u2060\u180e", 3},
		{"\u3164\uffa0\u115f", 3}, {"\ufdd0", 1}, {"x\U0001d173", 1}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (count_out_of_place(cases[i].text) != cases[i].count)
			fail_msg("text %zu has %zu", i, count_out_of_place(cases[i].text));
}

/* Whichever character stands between two letters, and ends a text: what is shown of it is itself,
 * its number, or nothing. */
static void none_is_shown(void **state)
{
	(void)state;
	for (int32_t c = 0; c <= 0x10FFFF; c++) {
		char text[8] = "x";
		struct buf shown = {0};
		size_t len = 1, bytes;
		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		len += text_encode(c, text + len);
		text[len++] = 'y';
		text_show(NULL, &shown, text, len);
		for (size_t at = 0; at < shown.len; at += bytes) {
			int32_t seen = text_decode(shown.text + at, shown.len - at, &bytes);
			enum text_kind kind = text_kind(seen);
			if (kind != TEXT_SEEN && kind != TEXT_NONCHARACTER)
				fail_msg("U+%04X is shown for U+%04X", (unsigned)seen, (unsigned)c);
		}
		buf_free(&shown);
	}
}

static void check_shown(const char *text, const char *expected)
{
	struct buf shown = {0};
	text_show(NULL, &shown, text, strlen(text));
	assert_string_equal(buf_string(&shown), expected);
	buf_free(&shown);
}

static void shown(void **state)
{
	(void)state;
	check_shown("می\u200cخواهم", "می\u200cخواهم");
	check_shown("a\u200cb\u200c", "ab");
	check_shown("می\u200c\u200c\u200cخ", "می\u200cخ");
	check_shown("\u206a\ufffb", "<U+206A><U+FFFB>");
	check_shown("h\U000e0041\u200b\u3164i", "hi");
}

/* A form that tells has a number for what is no part of writing, as wide as it is. */
static void told(void **state)
{
	(void)state;
	static const struct text_form all;
	static const struct {
		const char *text, *told;
	} cases[] = {
		{"hale\u200b", "hale<U+200B>"},
		{"a\U000e0041\U000e0042b", "a<U+E0041><U+E0042>b"},
		{"\ufeff\u3164", "<U+FEFF><U+3164>"},
		{"a\u200cb\ufe0f", "a<U+200C>b<U+FE0F>"},
		{"می\u200cخواهم", "می\u200cخواهم"},
		{"❤\ufe0f\u200d🔥 क्\u200dष 葛\U000e0100", "❤🔥 क्ष 葛"},
		{"e\u0301\u200dx", "e\u0301<U+200D>x"},
	};
	struct text_form form = text_form_telling(&all);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf shown = {0};
		size_t len = strlen(cases[i].text);
		text_show(&form, &shown, cases[i].text, len);
		assert_string_equal(buf_string(&shown), cases[i].told);
		assert_int_equal(text_width(&form, cases[i].text, len),
			text_width(NULL, shown.text, shown.len));
		buf_free(&shown);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_of_unicode),
		cmocka_unit_test(kinds),
		cmocka_unit_test(at_home),
		cmocka_unit_test(out_of_place),
		cmocka_unit_test(none_is_shown),
		cmocka_unit_test(shown),
		cmocka_unit_test(told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
