/* How an editor is told a file and a line. */
#include "term/editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static void check_words(const char *editor, const char *file, const char *expected)
{
	char **words = term_editor_command(editor, file, 12);
	struct buf out = {0};

	for (int i = 0; words[i]; i++)
		buf_format(&out, "%s[%s]", i ? " " : "", words[i]);
	assert_string_equal(buf_string(&out), expected);
	buf_free(&out);
	free(words);
}

static void test_each_editor_has_its_form(void **state)
{
	(void)state;
	check_words("vi", "a.yaml", "[vi] [+12] [a.yaml]");
	check_words("/usr/bin/nano", "a.yaml", "[/usr/bin/nano] [+12] [a.yaml]");
	check_words("emacs -nw", "a b.yaml", "[emacs] [-nw] [+12] [a b.yaml]");
	check_words("hx", "a.yaml", "[hx] [a.yaml:12]");
	check_words("/opt/code --wait", "a.yaml", "[/opt/code] [--wait] [-g] [a.yaml:12]");
	check_words("codium", "a.yaml", "[codium] [-g] [a.yaml:12]");
	check_words("unheard-of", "a.yaml", "[unheard-of] [+12] [a.yaml]");
}

static void test_words_as_a_shell_has_them(void **state)
{
	(void)state;
	check_words("  vim  -u  NONE ", "x", "[vim] [-u] [NONE] [+12] [x]");
	check_words("'my editor' -c \"set nu\"", "x", "[my editor] [-c] [set nu] [+12] [x]");
	check_words("my\\ editor \"a\\\"b\" ''", "x", "[my editor] [a\"b] [] [+12] [x]");
	check_words("vi 'open", "x", "[vi] [open] [+12] [x]");
	check_words("vi \\", "x", "[vi] [\\] [+12] [x]");
}

static void test_a_file_is_no_option(void **state)
{
	(void)state;
	check_words("vi", "-R", "[vi] [+12] [./-R]");
	check_words("vi", "+q!", "[vi] [+12] [./+q!]");
	check_words("hx", "-R", "[hx] [./-R:12]");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_editor_has_its_form),
		cmocka_unit_test(test_words_as_a_shell_has_them),
		cmocka_unit_test(test_a_file_is_no_option),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
