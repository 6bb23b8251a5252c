/* Words in the paragraph of a text where they stand. */
#include "load/passage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The passage with ‹ and › around the words, as "<" and ">"; "" where they are not found. */
static const char *shown(const char *text, const char *words, uint32_t line)
{
	static struct buf out;
	struct passage passage = {0};
	size_t at = 0;
	buf_clear(&out);
	if (!passage_find(&passage, text, strlen(text), words, NULL, NULL)) {
		assert_int_equal(passage.text.len, 0);
		assert_int_equal(line, 0);
		return "";
	}
	assert_int_equal(passage.reach.line, line);
	for (size_t i = 0; i < passage.count; i++) {
		buf_add(&out, passage.text.text + at, passage.marks[i].from - at);
		buf_char(&out, '<');
		at = passage.marks[i].to;
		buf_add(&out, passage.text.text + passage.marks[i].from,
			at - passage.marks[i].from);
		buf_char(&out, '>');
	}
	buf_text(&out, passage.text.text + at);
	passage_free(&passage);
	return buf_string(&out);
}

static void test_paragraphs(void **state)
{
	(void)state;
	static const char text[] = "Far off.\n\nBefore it,\nfar less.\n\n\nHe rose. “No more\nink, "
				   "sirs.”\nHe sat.\n \nBehind.\n\nFar behind.\n";
	assert_string_equal(shown(text, "No more ink, sirs.", 7),
		"Before it, far less.\n\nHe rose. “<No more ink, sirs.>” He sat.\n\nBehind.");
	assert_string_equal(shown(text, "Far off.", 1), "<Far off.>\n\nBefore it, far less.");
	assert_string_equal(shown(text, "Far behind.", 13), "Behind.\n\n<Far behind.>");
	assert_string_equal(shown(text, "no such words", 0), "");
	assert_string_equal(shown("", "words", 0), "");
	assert_string_equal(shown("Words\r\nonly", "words only", 0), "");
	assert_string_equal(shown("words\r\nonly", "words only", 1), "<words only>");
}

/* What is folded for comparing has other bytes than the text. */
static void test_marks_lie_where_the_words_are(void **state)
{
	(void)state;
	assert_string_equal(
		shown("\xef\xbb\xbf«Мир — без аннек-\nсий», сказал.", "Мир - без аннексий", 1),
		"\xef\xbb\xbf«<Мир — без аннек-\nсий>», сказал.");
	assert_string_equal(
		shown("„Caf\x65\xcc\x81“—then…more", "then", 1), "„Caf\x65\xcc\x81“—<then>…more");
	assert_string_equal(
		shown("„Caf\x65\xcc\x81“ then", "Caf\xc3\xa9", 1), "„<Caf\x65\xcc\x81>“ then");
	assert_string_equal(shown("so … more", "… more", 1), "so <… more>");
}

static void test_what_is_cut_out(void **state)
{
	(void)state;
	assert_string_equal(shown("One two three.\nFour five.\n\nSix.", "One two […] five", 1),
		"<One two> three. Four <five>.\n\nSix.");
	/* The nearest of the places where the first part stands. */
	assert_string_equal(
		shown("We say. We say then no.", "We […] no", 1), "We say. <We> say then <no>.");
	/* Pages between are left out. */
	struct buf text = {0};
	buf_text(&text, "One.\n\n");
	buf_repeat(&text, "Page upon page.\n\n", 1000);
	buf_text(&text, "Ten.");
	assert_string_equal(shown(buf_string(&text), "One […] Ten", 1), "<One>.\n\n…\n\n<Ten>.");
	buf_free(&text);
}

static void test_indented_lines_stay(void **state)
{
	(void)state;
	assert_string_equal(shown("Then\n  Orlov: Yes.\n  Hale: No.", "Yes.", 2),
		"Then\nOrlov: <Yes.>\nHale: No.");
}

static void test_a_paragraph_a_line(void **state)
{
	(void)state;
	struct buf text = {0};
	buf_text(&text, "Short.\n");
	buf_repeat(&text, "Long line. ", 30);
	buf_text(&text, "The words here.\nBehind.\nFurther.");
	const char *got = shown(buf_string(&text), "The words here.", 2);
	assert_ptr_equal(strstr(got, "Short.\n\nLong line. Long"), got);
	assert_non_null(strstr(got, "Long line. <The words here.>\n\nBehind. Further."));
	buf_free(&text);
}

/* A text of one line without end costs no more than what is shown. */
static void test_one_long_line(void **state)
{
	(void)state;
	struct buf text = {0};
	buf_repeat(&text, "слово ", 20000);
	buf_text(&text, "вот оно ");
	buf_repeat(&text, "слово ", 20000);
	const char *got = shown(buf_string(&text), "вот оно", 1);
	assert_true(strlen(got) < 14000);
	assert_ptr_equal(strstr(got, "…"), got);
	assert_non_null(strstr(got, "слово <вот оно> слово"));
	assert_string_equal(got + strlen(got) - strlen("…"), "…");
	buf_free(&text);
}

static void test_any_bytes(void **state)
{
	(void)state;
	static const char pieces[][8] = {"a", "b", " ", "\n", "\n\n", "-\n", "\xd0", "\xd0\xbc",
		"…", "“", "\xcc\x81", "\xef\xbb\xbf", "—", "\xc2\xad", ".", "  \t"};
	uint32_t seed = 1;
	for (int n = 0; n < 3000; n++) {
		struct buf text = {0}, words = {0};
		for (int i = 0; i < 30; i++) {
			seed = seed * 1664525 + 1013904223;
			buf_text(&text, pieces[seed >> 28]);
			if (i > 10 && i < 16)
				buf_text(&words, pieces[seed >> 28]);
		}
		struct passage passage = {0};
		if (passage_find(&passage, text.text, text.len, buf_string(&words), NULL, NULL)) {
			assert_true(passage.count >= 1);
			assert_true(passage.marks[0].from < passage.marks[0].to);
			assert_true(passage.marks[passage.count - 1].to <= passage.text.len);
		}
		passage_free(&passage);
		buf_free(&text);
		buf_free(&words);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_paragraphs),
		cmocka_unit_test(test_marks_lie_where_the_words_are),
		cmocka_unit_test(test_what_is_cut_out),
		cmocka_unit_test(test_indented_lines_stay),
		cmocka_unit_test(test_a_paragraph_a_line),
		cmocka_unit_test(test_one_long_line),
		cmocka_unit_test(test_any_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
