/* What words are compared as: pairs of what is typed and what is written, and what stays apart. */
#include "base/text.h"
#include "model/query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void folded(struct buf *buf, const char *text)
{
	buf_clear(buf);
	query_fold(buf, text, strlen(text));
}

static bool same(const char *typed, const char *written)
{
	struct buf one = {0}, other = {0};
	folded(&one, typed);
	folded(&other, written);
	bool is_same = strcmp(buf_string(&one), buf_string(&other)) == 0;
	buf_free(&one);
	buf_free(&other);
	return is_same;
}

static void alike(void **state)
{
	static const char *const pairs[][2] = {
		{"пять", "п'ять"},
		{"п’ять", "пʼять"},
		{"п`ять", "п\"ять"},
		{"знаменья", "знам'енья"},
		{"Куп'янськ", "Купянск"},
		{"Зеленский", "Зеленський"},
		{"Хмельницкий", "Хмельницький"},
		{"снег песня зява", "сьнег песьня з’ява"},
		{"съезд", "с'езд"},
		{"обявление", "объявление"},
		{"мир без конца", "миръ безъ конца"},
		{"вера", "вѣра"},
		{"Yeltsin", "Yel'tsin"},
		{"Khasavyurt", "Khasav’yurt"},
		{"Khasavyurt", "Khasavʹyurt"},
		{"obezd", "obʺezd"},
		{"Sobol river", "Sobol’ river"},
		{"Kazan", "Kazan'"},
		{"OBrien", "O’Brien"},
		{"Quran", "Qurʾān"},
		{"al-Askari", "al-ʿAskarī"},
		{"Sana", "Ṣanʿāʾ"},
		{"dont", "don't"},
		{"צהל", "צה״ל"},
		{"צהל", "צה\"ל"},
		{"גורג", "ג׳ורג׳"},
		{"he said we will", "he said ‘we will"},
		{"Hawaii", "Hawaiʻi"},
		{"a b", "a  \t b"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (!same(pairs[i][0], pairs[i][1]))
			fail_msg("\"%s\" is not \"%s\"", pairs[i][0], pairs[i][1]);
}

static void apart(void **state)
{
	static const char *const pairs[][2] = {
		{"мат", "мать"},
		{"Orlovs", "Orlov's"}, /* the name is a whole word there */
		{"dOrlov", "d’Orlov"},
		{"lUkraine", "l'Ukraine"},
		{"dellOrlov", "dell'Orlov"},
		{"quOrlov", "qu'Orlov"},
		{"510", "5'10"},
		{"блгария", "българия"},
		{"said we", "said \"we"},
		{"и", "і"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (same(pairs[i][0], pairs[i][1]))
			fail_msg("\"%s\" is \"%s\"", pairs[i][0], pairs[i][1]);
}

/* Whatever stands there: folding twice is folding once, a text with something in it is not made one
 * with nothing, and each byte that remains is known to be one that stood there. */
static void again(void **state)
{
	static const char *const parts[] = {"'", "`", "\"", " ", "s", "d", "l", "q", "u", "a", "5",
		"-", "ь", "ъ", "с", "к", "е", "é", "ל", "\n"};
	enum { PARTS = sizeof parts / sizeof *parts, MOST = 16 };
	(void)state;
	unsigned seed = 1918;
	for (int round = 0; round < 200000; round++) {
		char text[4 * MOST] = "";
		struct buf once = {0}, twice = {0};
		seed = seed * 1103515245u + 12345u;
		for (unsigned left = seed >> 8 & (MOST - 1); left; left--) {
			seed = seed * 1103515245u + 12345u;
			strcat(text, parts[(seed >> 16) % PARTS]);
		}
		folded(&once, text);
		folded(&twice, buf_string(&once));
		if (strcmp(buf_string(&once), buf_string(&twice)) != 0)
			fail_msg("\"%s\" is \"%s\", then \"%s\"", text, buf_string(&once),
				buf_string(&twice));
		assert_int_equal(once.len == 0, !*text);
		assert_int_equal(text_valid(buf_string(&once), once.len), once.len);
		struct buf whole = {0};
		text_fold(&whole, text, strlen(text));
		uint32_t from[4 * MOST];
		buf_clear(&twice);
		buf_add(&twice, buf_string(&whole), whole.len);
		size_t len = whole.len ? query_squeeze_text(twice.text, twice.len, from) : 0;
		assert_int_equal(len, once.len);
		for (size_t i = 0; i < len; i++)
			assert_int_equal(twice.text[i], whole.text[from[i]]);
		buf_free(&whole);
		buf_free(&once);
		buf_free(&twice);
	}
}

/* Many marks in a row take no time that grows with their square. */
static void many(void **state)
{
	static const char *const parts[] = {"'", "'\"", "\"", "ь", "ъ'", "a'", "' ", "  "};
	(void)state;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		struct buf text = {0}, out = {0};
		while (text.len < 1000000)
			buf_text(&text, parts[i]);
		query_fold(&out, buf_string(&text), text.len);
		assert_true(out.len > 0);
		buf_free(&text);
		buf_free(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(alike),
		cmocka_unit_test(apart),
		cmocka_unit_test(again),
		cmocka_unit_test(many),
	};
	return cmocka_run_group_tests_name("model/query_fold", tests, NULL, NULL);
}
