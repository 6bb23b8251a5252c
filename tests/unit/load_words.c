/* The small judges of texts: language tags, quotation marks, invisible characters, exact words. */
#include "base/marks.h"
#include "load/faults.h"
#include "load/hidden.h"
#include "load/plain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void languages(void **state)
{
	(void)state;
	/* Examples of RFC 5646, appendix A, and of its grammar. */
	static const char *const good[] = {"de", "fr", "ja", "i-enochian", "zh-Hant", "sr-Cyrl",
		"cmn-Hans-CN", "zh-cmn-Hans-CN", "yue-HK", "sr-Latn-RS", "sl-rozaj",
		"sl-rozaj-biske", "de-CH-1901", "sl-IT-nedis", "hy-Latn-IT-arevela", "de-DE",
		"en-US", "es-419", "de-CH-x-phonebk", "az-Arab-x-AZE-derbend", "x-whatever",
		"qaa-Qaaa-QM-x-southern", "en-US-u-islamcal", "zh-CN-a-myext-x-private",
		"en-a-myext-b-another", "EN-gb", "sgn-BE-FR", "haw"};
	static const char *const bad[] = {"", "e", "english", "en_US", "en-", "-en", "en--US",
		"de-419-DE", "a-DE", "en-US-", "x-", "en-u", "english-US", "4n", "en US",
		"fr-\xc3\xa9", "abcdefghi", "en-abcdefghi", "en-u-a"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		if (fault_language(good[i]))
			fail_msg("%s is a language tag", good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (!fault_language(bad[i]))
			fail_msg("%s is no language tag", bad[i]);
}

static void marks(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		/* around the whole */
		{"A",
			"\"Yes.\"|“Yes.”|„Ja.“|„Tak.”|«Да.»|»Ja.«|‘It’s over’|'Don't do "
			"it'|「はい」|『はい』"},
		{"A",
			"”Ja.”|“He said “no” twice”|``Yes''|〝はい〟|,,Tak''|,,Tak”|« Oui »|\" Yes "
			"\"|<<Да>>"},
		{"A",
			"“We have no blood.\"|“We have no "
			"blood”,|“We”.|\"We”.|«We\"|``We”|“We„|”We“|\"We\","},
		{"A",
			"'We”'|'The soldiers' pay is due.'|‘The years’ "
			"end.’|`We'|‘We’.|‚Ja‘|‹Oui›|“We said “no”"},
		{"A",
			"“…and so on”…|\"I was there in 1918\"|“'Tis over.”|\"d'accord\"|“Її "
			"об’єднання”|“”We””"},
		/* one alone at the beginning, one alone at the end */
		{"O", "“Yes.|\"Yes.|„Ja.|«Да, нет.|“We said no […]|“We’re here|“We go’"},
		{"C",
			"Yes.”|Yes.\"|Ja.“|Да».|We are no more”.|“Yes” and no”|It’s over.”|‘We "
			"go”|Yes''"},
		/* none */
		{"-",
			"|Yes.|“Yes,” he said, “and no.”|\"A\" and \"B\"|«Да» и «нет»|'tis all|'A' "
			"or 'B'"},
		{"-",
			"“Yes”, he said|\"Yes,\" he said, \"and no\"|‘Yes’ and ‘no’.|the "
			"years’|the soldiers'"},
		{"-",
			"’Tis the soldiers’|‘We’, means the soldiers’|‘em and the soldiers’|'68 "
			"was the students'|d’accord|a "
			"gun of 5\""},
		{"-",
			"He said “no”.|He said \"no\"|Он сказал «нет».|a 5\" gun and a 6\" "
			"gun|צה\"ל|צה״ל"},
		{"-",
			"「是」和「否」|说「是」|Rock ’n’ roll|‘Abd al-Rahman|об’єднання|5′ "
			"3″|dancin’|He said ‘no’."},
		{"-",
			"“Peace now” is what they want, “war never” what they get|\"1918\" is not "
			"\"1919\"|“No” — «no»"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char all[512];
		assert_true(strlen(rows[i][1]) < sizeof all);
		strcpy(all, rows[i][1]);
		for (char *text = all, *end = all; end; text = end ? end + 1 : NULL) {
			size_t at = 0;
			if ((end = strchr(text, '|')))
				*end = '\0';
			char found = "-AOC"[marks_own(text, strlen(text), &at)];
			if (found != *rows[i][0])
				fail_msg("%s is %c, not %s", text, found, rows[i][0]);
		}
	}
}

static void fold(const char *text, const char *expected)
{
	struct buf buf = {0};
	plain_fold(&buf, text, strlen(text));
	assert_string_equal(buf_string(&buf), expected);
	buf_free(&buf);
}

static void exact_words(void **state)
{
	(void)state;
	fold("  one\n\ttwo\u00a0three ", "one two three");
	fold("“it’s” — no…", "\"it's\" - no...");
	fold("a--b\u2013c - - d", "a-b-c - - d");
	fold("Case stays, accénts stay", "Case stays, accénts stay");
	fold("", "");
}

/* Wherever they stand: the search goes by blocks. */
static void hidden_characters(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int32_t code;
	} rows[] = {{"\x1b", 0x1b}, {"\t", '\t'}, {"\x7f", 0x7f}, {"\xc2\x85", 0x85},
		{"\xc2\x9b", 0x9b}, {"\u202e", 0x202e}, {"\u2066", 0x2066}, {"\u2069", 0x2069},
		{"\u202a", 0x202a}, {"\n", -1}, {"\u200e", 0x200e}, {"\u00a0", -1}, {"\u2014", -1},
		{"\u061c", 0x61c}, {"\u2065", 0x2065}, {"é", -1}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (size_t before = 0; before < 70; before++)
			for (size_t after = 0; after < 70; after += 7) {
				char text[200] = "";
				memset(text, 'a', before);
				strcpy(text + before, rows[i].text);
				memset(text + strlen(text), 'b', after);
				size_t where = before;
				assert_int_equal(
					hidden_worst(text, strlen(text), &where), rows[i].code);
				assert_int_equal(where, before);
			}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(languages),
		cmocka_unit_test(marks),
		cmocka_unit_test(exact_words),
		cmocka_unit_test(hidden_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
