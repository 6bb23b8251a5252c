/* How an editor is told a file and a line. */
#include "term/editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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
	check_words("vi", "a.yaml", "[vi] [+12] [./a.yaml]");
	check_words("/usr/bin/nano", "/a.yaml", "[/usr/bin/nano] [+12] [/a.yaml]");
	check_words("hx", "../a.yaml", "[hx] [../a.yaml:12]");
	check_words("/opt/codium", "./a.yaml", "[/opt/codium] [-g] [./a.yaml:12]");
	check_words("unheard-of", "a.yaml", "[unheard-of] [+12] [./a.yaml]");
}

/* What is more than a word is for the shell, which gets the file as an argument. */
static void test_a_line_is_for_the_shell(void **state)
{
	(void)state;
	check_words("emacs -nw", "a b.yaml",
		"[sh] [-c] [emacs -nw \"$@\"] [emacs -nw] [+12] [./a b.yaml]");
	check_words("~/ed", "$(x)", "[sh] [-c] [~/ed \"$@\"] [~/ed] [+12] [./$(x)]");
}

/* The form is that of the program, whatever stands before it. */
static void check_form(const char *editor, const char *place)
{
	struct buf expected = {0};
	buf_format(&expected, "[sh] [-c] [%s \"$@\"] [%s] %s", editor, editor, place);
	check_words(editor, "x", buf_string(&expected));
	buf_free(&expected);
}

static void test_the_program_is_found_in_its_line(void **state)
{
	(void)state;
	check_form("/opt/code --wait", "[-g] [./x:12]");
	check_form("A=1 B='two words' hx", "[./x:12]");
	check_form("env -i A=1 hx -v", "[./x:12]");
	check_form("exec \"$HOME/my bin/hx\"", "[./x:12]");
	check_form("~/bin/hx", "[./x:12]");
	check_form("my\\ hx/hx", "[./x:12]");
	check_form("'hx", "[./x:12]");
	check_form("vim -c 'hx'", "[+12] [./x]");
	check_form("A=hx", "[+12] [./x]");
	check_form("vi \\", "[+12] [./x]");
	check_form("''", "[+12] [./x]");
}

static void test_a_file_is_no_option(void **state)
{
	(void)state;
	check_words("vi", "-R", "[vi] [+12] [./-R]");
	check_words("vi", "+q!", "[vi] [+12] [./+q!]");
	check_words("hx", "-R", "[hx] [./-R:12]");
	check_words("vi", ".yaml", "[vi] [+12] [./.yaml]");
	check_words("vi", "..yaml", "[vi] [+12] [./..yaml]");
	check_words("vi", "scp://a/b", "[vi] [+12] [./scp://a/b]");
}

static void test_a_colon_in_a_name_is_no_place(void **state)
{
	(void)state;
	check_words("hx", "x:5", "[hx] [./x:5:12:1]");
	check_words("code", "x:5", "[code] [./x:5]");
	check_words("vi", "x:5", "[vi] [+12] [./x:5]");
}

/* Runs the words in the folder; true when they have opened that file alone, and run nothing. */
static bool opens(const char *folder, const char *editor, const char *name)
{
	char **words = term_editor_command(editor, name, 12);
	char text[64] = "";
	int status = -1;
	pid_t child = fork();
	if (child == 0) {
		if (chdir(folder) == 0)
			execvp(words[0], words);
		_exit(99);
	}
	free(words);
	assert_int_equal(waitpid(child, &status, 0), child);
	struct buf path = {0};
	buf_format(&path, "%s/.opened", folder);
	FILE *file = fopen(buf_string(&path), "r");
	size_t len = file ? fread(text, 1, sizeof text - 1, file) : 0;
	if (file)
		fclose(file);
	unlink(buf_string(&path));
	buf_clear(&path);
	buf_format(&path, "%s/ran", folder);
	bool ran = unlink(buf_string(&path)) == 0;
	buf_free(&path);
	return status == 0 && !ran && len == strlen(name) && memcmp(text, name, len) == 0;
}

static void file_write(const char *folder, const char *name, const char *text, mode_t mode)
{
	struct buf path = {0};
	buf_format(&path, "%s/%s", folder, name);
	FILE *file = fopen(buf_string(&path), "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	assert_int_equal(chmod(buf_string(&path), mode), 0);
	buf_free(&path);
}

static void file_remove(const char *folder, const char *name)
{
	struct buf path = {0};
	buf_format(&path, "%s/%s", folder, name);
	unlink(buf_string(&path));
	buf_free(&path);
}

/* A file of that name, which holds its name, is opened by an editor of each kind; each is put in
 * its way by what the name would do as text of a shell or of an editor. */
static void test_a_name_is_never_a_command(void **state)
{
	static const char *const names[] = {"+!touch ran", "-c touch ran", "$(touch ran)",
		"`touch ran`", ";touch ran", "a'b\"c.yaml", "'; touch ran; '", "line\nfeed",
		"\";touch ran;\"", "~", "*", "#", "\\", "&", "!x", "$@", "\"$@\"", "${x}", "-",
		"\xff\xfe", "урок 1.yaml", "  ", "|touch ran", ">ran", "x=y", "--", "%s%n"};
	static const char *const editors[] = {"./ed", "X=1 ./ed", "$HERE/ed", "~/ed",
		"./ed -x 'a  b'", "true && ./ed", "env X=1 \"$HERE/ed\""};
	static const char ed[] = "#!/bin/sh\n"
				 "while [ $# -gt 1 ]; do shift; done\n"
				 "cat -- \"$1\" >.opened\n";
	char folder[] = "/tmp/truce-editor-XXXXXX";
	(void)state;
	assert_non_null(mkdtemp(folder));
	setenv("HERE", folder, 1);
	setenv("HOME", folder, 1);
	file_write(folder, "ed", ed, 0700);
	for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
		file_write(folder, names[n], names[n], 0600);
		for (size_t e = 0; e < sizeof editors / sizeof *editors; e++)
			if (!opens(folder, editors[e], names[n]))
				fail_msg("%s does not open \"%s\"", editors[e], names[n]);
		file_remove(folder, names[n]);
	}
	file_remove(folder, "ed");
	assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_editor_has_its_form),
		cmocka_unit_test(test_a_line_is_for_the_shell),
		cmocka_unit_test(test_the_program_is_found_in_its_line),
		cmocka_unit_test(test_a_file_is_no_option),
		cmocka_unit_test(test_a_colon_in_a_name_is_no_place),
		cmocka_unit_test(test_a_name_is_never_a_command),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
