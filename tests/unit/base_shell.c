/* Names of files in commands: a shell gives them back as they were. */
#include "base/shell.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void check(const char *name, const char *expected)
{
	struct buf word = {0};
	assert_int_equal(shell_file(&word, name), expected != NULL);
	assert_string_equal(buf_string(&word), expected ? expected : "");
	buf_free(&word);
}

static void a_name_is_quoted_where_it_must_be(void **state)
{
	(void)state;
	check("plain.yaml", "plain.yaml");
	check("../a_b/c.yaml", "../a_b/c.yaml");
	check("two words.yaml", "'two words.yaml'");
	check("o'clock.yaml", "'o'\\''clock.yaml'");
	check("'", "''\\'''");
	check("''a", "''\\'''\\''a'");
	check("back\\slash", "'back\\slash'");
	check("$(echo x)", "'$(echo x)'");
	check("-dash.yaml", "./'-dash.yaml'");
	check("урок.yaml", "'урок.yaml'");
}

static void a_name_that_no_copy_would_have_is_refused(void **state)
{
	(void)state;
	check("", NULL);
	check("line\nfeed", NULL);
	check("\033[31m", NULL);
	check("a\xe2\x80\xae"
	      "b",
		NULL); /* U+202E turns what follows round */
	check("\xff", NULL);
}

/* Prints the word by a shell and compares what comes with the name. */
static void assert_shell_reads(const char *name)
{
	struct buf command = {0};
	char got[64] = {0};
	buf_text(&command, "printf %s ");
	assert_true(shell_file(&command, name));
	FILE *pipe = popen(command.text, "r");
	assert_non_null(pipe);
	size_t len = fread(got, 1, sizeof got - 1, pipe);
	assert_int_equal(pclose(pipe), 0);
	assert_int_equal(len, strlen(got));
	assert_string_equal(strncmp(got, "./-", 3) == 0 ? got + 2 : got, name);
	buf_free(&command);
}

static void a_shell_reads_the_name(void **state)
{
	(void)state;
	static const char *const names[] = {"a", "'", "''", "'a'", "a'b'", "\\'", "`id`", "$HOME",
		"a b  c", "-n", "~", "*", "!x", "a;b", "\"", "#", "é'ü"};
	for (size_t n = 0; n < sizeof names / sizeof *names; n++)
		assert_shell_reads(names[n]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_quoted_where_it_must_be),
		cmocka_unit_test(a_name_that_no_copy_would_have_is_refused),
		cmocka_unit_test(a_shell_reads_the_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
