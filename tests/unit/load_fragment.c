/* The part of an address that opens a page at words: the text's own words, and only where they are those
 * that are meant. */
#include "load/fragment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char text[] =
	"He said: Ink dries, too:\nsooner than one thinks. It rained.\n\n"
	"We have spent more ink than water. Then: We have spent more ink than blood in these five\n"
	"weeks of talks, so let us call it a bargain and go home. And again on Monday. It "
	"rained.\n\n"
	"One and the same \xe2\x80\x9cwell-known\xe2\x80\x9d & so on. The end of the first page\n\n"
	"goes on here, and here it ends for good. Мир на річці.\n";

static void words_are_led_to(void **state)
{
	static const struct {
		const char *words, *prefix, *suffix, *fragment;
	} rows[] = {
		{"Ink dries, too: sooner than one thinks.", NULL, NULL,
			":~:text=Ink%20dries%2C%20too%3A%20sooner%20than%20one%20thinks."},
		/* Five words stand twice, ten do not. */
		{"We have spent more ink than blood in these five weeks of talks, so let us call "
		 "it "
		 "a bargain and go home.",
			NULL, NULL,
			":~:text=We%20have%20spent%20more%20ink%20than%20blood%20in%20these%20five,"
			"a%20bargain%20and%20go%20home."},
		{"It rained.", NULL, NULL, ""},
		{"It rained.", "again on Monday.", NULL,
			":~:text=again%20on%20Monday.-,It%20rained."},
		{"It rained.", NULL, "We have", ":~:text=It%20rained.,-We%20have"},
		/* The signs are the text's. */
		{"One and the same \"well-known\"", NULL, NULL,
			":~:text=One%20and%20the%20same%20%E2%80%9Cwell%2Dknown"},
		{"\"well-known\" & so on", NULL, NULL, "well%2Dknown%E2%80%9D%20%26%20so%20on"},
		/* A paragraph ends within, and what is cut out is passed over. */
		{"The end of the first page goes on here", NULL, NULL,
			":~:text=The%20end%20of%20the%20first,goes%20on%20here"},
		{"Ink dries, too […] let us call it a bargain", NULL, NULL,
			":~:text=Ink%20dries%2C%20too%3A%20sooner%20than,us%20call%20it%20a%"
			"20bargain"},
		{"Мир на річці", NULL, NULL,
			":~:text=%D0%9C%D0%B8%D1%80%20%D0%BD%D0%B0%20"
			"%D1%80%D1%96%D1%87%D1%86%D1%96"},
		{"It snowed.", NULL, NULL, ""},
	};
	(void)state;
	for (size_t n = 0; n < sizeof rows / sizeof *rows; n++) {
		struct buf buf = {0};
		fragment_add(
			&buf, text, strlen(text), rows[n].words, rows[n].prefix, rows[n].suffix);
		if (*rows[n].fragment ? !strstr(buf_string(&buf), rows[n].fragment) : buf.len > 0)
			fail_msg("%s: %s", rows[n].words, buf_string(&buf));
		buf_free(&buf);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(words_are_led_to)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
