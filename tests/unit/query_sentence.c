/* Which words say enough by themselves to be asked about. */
#include "query/sentence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void test_words_of_a_text(void **state)
{
	static const char *const words[] = {
		"We’re", "not", "non-bloc", "U.S", "led", "1918", "a", "b"};
	static const bool commas[] = {false, false, true, false, false, true, false, true};
	const char *at = "“We’re not, non-bloc U.S.-led: (1918) a—b.”";
	struct sentence_word word, other;
	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		assert_true(sentence_next(&at, &word));
		assert_int_equal(word.len, strlen(words[i]));
		assert_memory_equal(word.at, words[i], word.len);
		assert_int_equal(word.comma, commas[i]);
	}
	assert_false(sentence_next(&at, &word));
	at = "Peace";
	assert_true(sentence_next(&at, &word));
	at = "peace";
	assert_true(sentence_next(&at, &other));
	assert_int_equal(word.hash, other.hash);
	at = "police";
	assert_true(sentence_next(&at, &other));
	assert_int_not_equal(word.hash, other.hash);
}

static void test_words_that_carry_meaning(void **state)
{
	(void)state;
	assert_int_equal(sentence_meaning("", 100), 0);
	assert_int_equal(sentence_meaning("a b c, it is so; we do", 100), 0);
	assert_int_equal(sentence_meaning("nobody should be fooling themselves", 100), 4);
	assert_int_equal(sentence_meaning("the total liberation of the Donbass", 100), 3);
	assert_int_equal(
		sentence_meaning(
			"I don’t read anything into it until I see what their actions are", 100),
		8);
	assert_int_equal(sentence_meaning("Ловите передышку, хотя бы на час", 100), 3);
	assert_int_equal(sentence_meaning("我们签署了和约，现在有了喘息的机会。", 100), 7);
	assert_in_range(sentence_meaning("เราได้ลงนามในสัญญาสันติภาพแล้วและมีเวลาหายใจ", 100), 4, 9);
}

static void test_the_form_of_a_sentence(void **state)
{
	static const char *const whole[] = {"We must go", "heavy fighting will take place.",
		"what is it for?", "he said ‘no.’", "...We will", "[…] Peace is a way",
		"和平是一种手段", "مرحبا بكم", "1918 was the end", "who goes there?”)"};
	static const char *const parts[] = {"band of drug addicts and neo-Nazis",
		"redeployment, not a withdrawal", "“the announcement may be", "", "…",
		"root causes [sic]"};
	(void)state;
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
		if (!sentence_is_whole(whole[i]))
			fail_msg("no sentence: %s", whole[i]);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (sentence_is_whole(parts[i]))
			fail_msg("a sentence: %s", parts[i]);
}

static void test_what_points_outside(void **state)
{
	static const struct {
		const char *text, *language;
		bool out;
	} cases[] = {
		{"It stands to reason that this is good.", "en", true},
		{"it chose to participate", NULL, true},
		{"“They’re saying that", "en-GB", true},
		{"This round has made progress", "EN", true},
		{"However, they still go to Istanbul", "en", true},
		{"Making a virtue out of necessity, it has decided", "en", true},
		{"His own words", "en", true},
		{"Making a virtue out of it, Russia has decided, they say", "en", false},
		{"Russia knows that it can", "en", false},
		{"We will not, it was he who did", "en", false},
		{"I don’t read anything into it", "en", false},
		{"If we manage to do so, this is the most", "en", false},
		{"Italy, itself", "en", false},
		{"Italics are it", "en", false},
		{"It is", "fi", false},
		{"Er hat es gesagt", "de", true},
		{"Er hat es gesagt", "en", false},
		{"C’est la paix", "fr", true},
		{"Это не мир", "ru", true},
		{"Цей мир", "uk", true},
		{"Мы победим, это ясно", "ru", false},
		{"", "en", false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (sentence_points_out(cases[i].text, cases[i].language) != cases[i].out)
			fail_msg("%s", cases[i].text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_of_a_text),
		cmocka_unit_test(test_words_that_carry_meaning),
		cmocka_unit_test(test_the_form_of_a_sentence),
		cmocka_unit_test(test_what_points_outside),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
