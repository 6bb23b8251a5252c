/* Names of files in commands: a shell gives them back as they were. */
#include "base/shell.h"

#include "base/text.h"

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
	check("-dash.yaml", "./-dash.yaml");
	check("-a b", "./'-a b'");
	check("-", "-");
	check("+x", "'+x'");
	check("~", "'~'");
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
		NULL);                     /* U+202E turns what follows round */
	check("a\xe2\x80\x8b.yaml", NULL); /* U+200B is not seen */
	check("a\xf3\xa0\x81\xa1", NULL);  /* nor is U+E0061 */
	check("tab\t", NULL);
	check("\xc2\x9b", NULL);
	check("\xff", NULL);
}

/* Has the command printed by a shell, and compares what comes with the name. */
static void assert_shell_reads(const char *command, const char *name)
{
	char got[400] = {0};
	FILE *pipe = popen(command, "r");
	assert_non_null(pipe);
	size_t len = fread(got, 1, sizeof got - 1, pipe);
	assert_int_equal(pclose(pipe), 0);
	assert_int_equal(len, strlen(got));
	assert_string_equal(strncmp(got, "./-", 3) == 0 ? got + 2 : got, name);
}

/* No line is wider than that, but the first, which begins with what is there already. */
static void assert_lines_fit(const char *command, int width)
{
	const char *line = strchr(command, '\n');
	for (; line; line = strchr(line, '\n')) {
		size_t len = strcspn(++line, "\n");
		assert_in_range(text_width(NULL, line, len), 1, width);
	}
}

static const char *const names[] = {"a", "'", "''", "'a'", "a'b'", "\\'", "`id`", "$HOME", "a b  c",
	"-n", "~", "*", "!x", "a;b", "\"", "#", "é'ü", "+x", "%s", "a\\", "-", "&", "(", "{a,b}",
	"a\u0600'a\u0600'a\u0600'a\u0600'a\u0600'a", "слова слова слова слова слова слова", "''",
	"a-very-long-name-without-any-sign-that-would-need-quotation-marks-in-it.yaml",
	"两 会 会 谈 两 会 会 谈 两 会 会 谈", "x'y'z'x'y'z'x'y'z'x'y'z'x'y'z'x'y'z'x'y'z'x'y'z"};

static void a_shell_reads_the_name(void **state)
{
	(void)state;
	for (size_t n = 0; n < sizeof names / sizeof *names; n++)
		for (int width = 12; width < 90; width += 7) {
			struct buf command = {0}, word = {0};
			buf_text(&command, "printf %s");
			assert_true(shell_file(&word, names[n]));
			shell_add(&command, buf_string(&word), width);
			assert_shell_reads(buf_string(&command), names[n]);
			assert_lines_fit(buf_string(&command), width);
			buf_free(&command);
			buf_free(&word);
		}
}

static void a_long_command_goes_on_behind_a_backslash(void **state)
{
	(void)state;
	struct buf command = {0};
	buf_text(&command, "truce --at a");
	shell_add(&command, "b.yaml", 22);
	assert_string_equal(buf_string(&command), "truce --at a b.yaml");
	shell_add(&command, "c.yaml", 22);
	assert_string_equal(buf_string(&command), "truce --at a b.yaml \\\nc.yaml");
	shell_add(&command, "'a name of twenty-one'", 22);
	assert_string_equal(buf_string(&command),
		"truce --at a b.yaml \\\nc.yaml \\\n'a name of twenty-o'\\\n'ne'");
	buf_free(&command);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_quoted_where_it_must_be),
		cmocka_unit_test(a_name_that_no_copy_would_have_is_refused),
		cmocka_unit_test(a_shell_reads_the_name),
		cmocka_unit_test(a_long_command_goes_on_behind_a_backslash),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
