/* What a search folds a text to. */
#include "base/text.h"

#include "base/text_unicode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void check_folded(const char *text, const char *folded)
{
	struct buf buf = {0};
	text_fold(&buf, text, strlen(text));
	assert_string_equal(buf_string(&buf), folded);
	buf_free(&buf);
}

static void folded(void **state)
{
	(void)state;
	check_folded("", "");
	check_folded(
		"The Peace of KARLSUND, signed in 1856", "the peace of karlsund, signed in 1856");
	check_folded("Çavuşoğlu ÇAVUŞOĞLU Çavuşog\xcc\x86lu", "cavusoglu cavusoglu cavusoglu");
	check_folded("İıIi", "iiii");
	check_folded("Łódź Ærø Đorđe Þór Straße STRAẞE œuvre",
		"lodz aero dorde thor strasse strasse oeuvre");
	check_folded("Зеленський Ёлка ПОКРОВСКИЙ Київ", "зеленськии елка покровскии киів");
	check_folded("“it’s” – «x»…", "\"it's\" - \"x\"...");
	check_folded("co\xc2\xadop ﬁn ½ Ⅳ ①", "coop fin 1/2 iv 1");
	check_folded("ἈΘΗ͂ΝΑΙ ς", "αθηναι σ");
	/* Letters with a stroke, a hook, a tail or an upturn, which Unicode does not decompose. */
	check_folded("Ґалаґан ҐАЛАҐАН Қазақ Ғалым ҰЛТ Өскемен Әлем Һәм Ҷон Ҳаёт",
		"галаган галаган казак галым улт оскемен алем хам чон хает");
	check_folded("Ɓauchi ƙasa ɗan Ɗan ƴar ɵ ʉ ⱡ ꝑ", "bauchi kasa dan dan yar o u l p");
	check_folded("ђ Ћ љ њ џ ј є", "ђ ћ љ њ џ ј є"); /* letters of their own */
	check_folded("الســـلام", "السلام");
	check_folded("علی و کتاب", "علي و كتاب");
	check_folded("على مكتبة أإآٱ ؤئ ہھەۀ ے", "علي مكتبه اااا وي هههه ي");
	check_folded("كِتَابٌ شَدَّة", "كتاب شده");
	check_folded("ﻋﻠﻲ ﷲ", "علي الله");
	check_folded("τῷ λόγῳ ΤΩ\xcd\x85 ᾼ ᾳ ᾗ ͺ ΤΩΙ", "τω λογω τω α α η   τωι");
	check_folded("שָׁלוֹם בית־ספר צה״ל ג׳ורג׳", "שלומ בית-ספר צה'ל ג'ורג'");
	check_folded("۱۹۱۸ ١٩١٨ १९१८ １９１８", "1918 1918 1918 1918");
	check_folded("ＫＹＩＶ ｷ Ｋyiv", "kyiv キ kyiv");
	check_folded("Đặng ơ Ư Ấp", "dang o u ap");
	check_folded("two\nwords\tand\xc2\xa0more", "two words and more");
	check_folded("की क् कि", "की क् कि"); /* the vowel makes the word, and its lack too */
	check_folded("ABCDEFGHIJKLMNOPQRSTUVWXYZ[]@`{", "abcdefghijklmnopqrstuvwxyz[]@`{");
}

/* The short ways through folding lead where the database does. */
static void folded_in_short(void **state)
{
	(void)state;
	for (int32_t c = 0xA0; c < 0x530; c++) {
		char text[4];
		struct buf folded = {0}, expected = {0};
		text_fold(&folded, text, text_encode(c, text));
		int32_t parts[TEXT_PARTS_MOST];
		int count = 1;
		parts[0] = c;
		if (!text_plain_folded(c))
			count = text_parts(c, true, parts);
		for (int i = 0; i < count; i++) {
			const char *plain = text_plain_folded(parts[i]);
			int32_t letter = text_letter_plain(parts[i]);
			if (plain)
				buf_text(&expected, plain);
			else if (letter && !(letter == 0x3B9 && (c == 0x345 || c == 0x37A)) &&
				!text_is_diacritic(parts[i]) && !text_is_unseen(parts[i]))
				buf_add(&expected, text, text_encode(letter, text));
		}
		assert_string_equal(buf_string(&folded), buf_string(&expected));
		buf_free(&folded);
		buf_free(&expected);
	}
}

static void fold_again(const char *text, size_t len)
{
	struct buf once = {0}, twice = {0};
	text_fold(&once, text, len);
	text_fold(&twice, buf_string(&once), once.len);
	assert_int_equal(once.len, twice.len);
	assert_memory_equal(buf_string(&once), buf_string(&twice), once.len);
	assert_int_equal(text_valid(buf_string(&once), once.len), once.len);
	buf_free(&once);
	buf_free(&twice);
}

static void fold_idempotent(void **state)
{
	(void)state;
	char text[2000];
	for (int32_t c = 0; c <= 0x10FFFF; c++)
		if (c < 0xD800 || c > 0xDFFF)
			fold_again(text, text_encode(c, text));
	unsigned seed = 1918;
	for (int round = 0; round < 2000; round++) {
		size_t len = 0;
		while (len + 4 < sizeof text / 2) {
			seed = seed * 1103515245u + 12345u;
			int32_t c = (int32_t)(seed >> 8) % (round % 2 ? 0x500 : 0x110000);
			if (c >= 0xD800 && c <= 0xDFFF)
				text[len++] = (char)c; /* a stray byte, or none */
			else
				len += text_encode(c, text + len);
		}
		fold_again(text, len);
	}
	for (size_t at = 0; at + 4 < sizeof text; at += 3) /* longer than a block, and growing */
		memcpy(text + at, at % 2 ? "ﷺ" : "Ab?", 3);
	fold_again(text, 1998);
	struct buf folded = {0};
	memset(text, 'A', sizeof text);
	text_fold(&folded, text, sizeof text);
	assert_int_equal(folded.len, sizeof text);
	for (size_t i = 0; i < sizeof text; i++)
		assert_int_equal(folded.text[i], 'a');
	buf_free(&folded);
}

/* A text folded is its parts folded, wherever they lie, and however much longer they become. */
static void parts_folded(void **state)
{
	static const char *const parts[] = {
		"a", "É", "ﷺ", "Ж", "½", "\t", "Fifteen letters", "sixteen and more of them", "ﬃ"};
	enum { PARTS = sizeof parts / sizeof *parts, TIMES = 2000, MOST = 40 };
	unsigned seed = 7;
	(void)state;
	for (int n = 0; n < TIMES; n++) {
		struct buf text = {0}, whole = {0}, folded = {0};
		for (int i = 0; i < n % MOST; i++) {
			seed = seed * 1103515245 + 12345;
			const char *part = parts[(seed >> 16) % PARTS];
			buf_text(&text, part);
			text_fold(&folded, part, strlen(part));
		}
		text_fold(&whole, buf_string(&text), text.len);
		assert_int_equal(whole.len, folded.len);
		assert_string_equal(buf_string(&whole), buf_string(&folded));
		buf_free(&text);
		buf_free(&whole);
		buf_free(&folded);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folded),
		cmocka_unit_test(parts_folded),
		cmocka_unit_test(folded_in_short),
		cmocka_unit_test(fold_idempotent),
	};
	return cmocka_run_group_tests_name("base/text_fold", tests, NULL, NULL);
}
