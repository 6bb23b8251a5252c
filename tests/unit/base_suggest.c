/* "Did you mean ...?": near words only, the first of the nearest. */
#include "base/suggest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *best_of(const char *word, const char *const *candidates)
{
	struct suggest suggest;
	suggest_start(&suggest, word);
	for (; *candidates; candidates++)
		suggest_feed(&suggest, *candidates);
	return suggest_best(&suggest);
}

static void check(const char *word, const char *expected)
{
	static const char *const fields[] = {"id", "title", "date", "date_os", "speaker", "said",
		"text", "source", "sources", "container-title", "r\xc3\xb4le", NULL};
	const char *best = best_of(word, fields);
	if (expected)
		assert_non_null(best);
	if (best)
		assert_string_equal(best, expected ? expected : "nothing");
}

static void near_words(void **state)
{
	(void)state;
	check("speakr", "speaker");
	check("sepaker", "speaker");
	check("dat", "date");
	check("daet", "date");
	check("tilte", "title");
	check("di", "id");
	check("conatiner-titel", "container-title");
	check("role", "r\xc3\xb4le");
	check("r\xc3\xb6le", "r\xc3\xb4le");
	check("contanier-tilt", "container-title"); /* a swap, a replacement, one that is missing */
}

static void far_words(void **state)
{
	(void)state;
	check("", NULL);
	check("x", NULL);
	check("xyz", NULL);
	check("publisher", NULL);
	check("when", NULL);
	check("cntaenir-tilt", NULL); /* four away */
	check("datuu", NULL);
	char *wide = malloc(100001);
	memset(wide, 'd', 100000);
	wide[100000] = '\0';
	check(wide, NULL);
	static const char *const none[] = {NULL};
	assert_null(best_of("speakr", none));
	const char *const one[] = {wide, NULL};
	assert_null(best_of("date", one));
	free(wide);
}

/* The word itself is no suggestion: it is right, and wrong for another reason. */
static void not_itself(void **state)
{
	(void)state;
	static const char *const words[] = {"hale", "haler", NULL};
	assert_string_equal(best_of("hale", words), "haler");
}

static void first_of_the_nearest(void **state)
{
	(void)state;
	struct suggest suggest;
	suggest_start(&suggest, "orlovsky");
	assert_true(suggest_feed(&suggest, "orlovs"));
	assert_true(suggest_feed(&suggest, "orlovsk"));
	assert_false(suggest_feed(&suggest, "rlovsky"));
	assert_false(suggest_feed(&suggest, "orlov"));
	assert_string_equal(suggest_best(&suggest), "orlovsk");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(near_words),
		cmocka_unit_test(far_words),
		cmocka_unit_test(not_itself),
		cmocka_unit_test(first_of_the_nearest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
