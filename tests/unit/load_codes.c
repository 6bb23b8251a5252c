/* The table of codes: whole, well-formed, and each code with a golden case that shows it. */
#include "load/codes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <ctype.h>
#include <glob.h>

static void rows(void **state)
{
	(void)state;
	for (int i = 0; i < CODE_COUNT; i++) {
		const char *word = code_table[i].word;
		assert_non_null(word);
		assert_true(strlen(code_table[i].meaning) > 10);
		for (const char *at = word; *at; at++)
			assert_true(islower((unsigned char)*at) || *at == '-');
		for (int k = 0; k < i; k++)
			assert_string_not_equal(word, code_table[k].word);
	}
}

static bool holds(const char *path, const char *code)
{
	char line[2048], wanted[64];
	bool found = false;
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	snprintf(wanted, sizeof wanted, "[%s]\n", code);
	while (fgets(line, sizeof line, file))
		found = found || strstr(line, wanted);
	assert_int_equal(fclose(file), 0);
	return found;
}

static void cases(void **state)
{
	(void)state;
	glob_t files;
	assert_int_equal(glob("tests/golden/check/*.out", 0, NULL, &files), 0);
	for (int i = 0; i < CODE_COUNT; i++) {
		bool found = false;
		for (size_t k = 0; k < files.gl_pathc && !found; k++)
			found = holds(files.gl_pathv[k], code_table[i].word);
		if (!found)
			fail_msg("no case in tests/golden/check shows [%s]", code_table[i].word);
	}
	globfree(&files);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(rows), cmocka_unit_test(cases)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
