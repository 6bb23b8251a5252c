/* The built program on terminals of several character sets: which one it takes from the
 * environment, what it says where that is not there, and bytes in a set of its own. */
#include "tests/pty/pty.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define RECORD "tests/data/scripts.yaml"

static struct pty *begin(void **state, const char *command, const char *const *environment)
{
	const char *const words[] = {
		pty_program(), command ? command : RECORD, command ? RECORD : NULL, NULL};
	return pty_begin(state,
		&(struct pty_start){.arguments = words,
			.environment = environment,
			.columns = 120,
			.rows = 30});
}

/* One wrong variable, or a name from another machine, loses no letter. */
static void a_name_that_says_utf8_is_utf8(void **state)
{
	static const char *const environments[][5] = {
		{"LC_ALL", "LC_CTYPE=C.UTF-8"},
		{"LC_ALL", "LC_CTYPE=C.UTF-8", "LC_TIME=xx_XX.UTF-8"},
		{"LC_ALL", "LC_CTYPE=C.UTF-8", "LANG=xx_XX.ISO-8859-1"},
		{"LC_ALL", "LC_CTYPE=UTF-8"},
		{"LC_ALL", "LANG=xx_XX.UTF-8"},
		{"LC_ALL=", "LC_CTYPE=", "LANG=xx_XX.utf8@euro"},
		{"LC_ALL=xx_XX.UTF-8", "LANG=C"},
	};
	for (size_t i = 0; i < sizeof environments / sizeof *environments; i++) {
		struct pty *pty = begin(state, NULL, environments[i]);
		pty_wait_text(pty, "Делегації");
		pty_wait_text(pty, "━━");
		assert_int_equal(pty_find(pty, "not installed"), -1);
		pty_quit(pty, "Q");
		pty_end(state);
	}
}

static void another_that_is_not_there_is_said(void **state)
{
	static const char *const named[] = {"LC_ALL", "LANG=xx_XX.ISO-8859-5", NULL};
	struct pty *pty = begin(state, NULL, named);
	pty_wait_text(pty, "the locale \"xx_XX.ISO-8859-5\" is not installed, so all is in ASCII");
	pty_keys(pty, "j");
	pty_wait_gone(pty, "not installed");
	assert_int_equal(pty_find(pty, "━"), -1);
	pty_quit(pty, "Q");
	pty_end(state);
	pty = begin(state, "print", named);
	assert_int_equal(pty_wait_end(pty), 0);
	assert_non_null(strstr(pty_written(pty), "is not installed"));
	pty_end(state);
}

static void c_is_asked_for_and_nothing_is_said(void **state)
{
	struct pty *pty = begin(state, NULL, (const char *const[]){"LC_ALL=C", NULL});
	pty_wait_text(pty, "_____");
	assert_int_equal(pty_find(pty, "installed"), -1);
	pty_quit(pty, "Q");
}

/* What is folded could end a string: forms for programs have escapes. */
static void forms_have_escapes_in_ascii(void **state)
{
	static const struct {
		const char *command[3], *written;
	} cases[] = {
		{{"print", "-fjson"}, "\"\\u0422\\u043e\\u0439 \\u0441"},
		{{"print", "-fjsonl"}, "\\u0414\\u0435"},
		{{"print", "-fhtml"}, "&#x422;&#x43E;&#x439; &#x441;"},
		{{"print", "-fyaml"}, "claim: \"\\u0422\\u043e\\u0439 \\u0441"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct pty *pty = pty_begin(state,
			&(struct pty_start){
				.arguments = (const char *[]){pty_program(), cases[i].command[0],
					cases[i].command[1], RECORD, NULL},
				.environment = (const char *[]){"LC_ALL=C", NULL}});
		assert_int_equal(pty_wait_end(pty), 0);
		assert_non_null(strstr(pty_written(pty), cases[i].written));
		pty_end(state);
	}
}

/* What is typed and what is pasted are of the set, and what is shown of them is. */
static void types_and_pastes_koi8(void **state, const char *path)
{
	struct pty *pty = begin(
		state, NULL, (const char *const[]){path, "LC_ALL=uk_UA.KOI8-U", NULL});
	pty_wait_written(pty, "\033[?2004h", "bracketed paste");
	pty_keys(pty, "/\xcd\xc9\033[200~\xd2 \xe6\xf5\033[201~");
	pty_wait_written(pty, "\xd2 \xe6\xf5", "what was typed and pasted");
	pty_keys(pty, "\003");
	pty_quit(pty, "Q");
}

/* A locale of another set, made for the test. */
static void a_set_of_its_own(void **state)
{
	char folder[] = "/tmp/truce-locale-XXXXXX", command[256], path[64];
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "LOCPATH=%s", folder);
	snprintf(command, sizeof command,
		"localedef -i uk_UA -f KOI8-U '%s/uk_UA.KOI8-U' >/dev/null 2>&1; test -s "
		"'%s/uk_UA.KOI8-U/LC_CTYPE'",
		folder, folder);
	if (system(command) == 0) {
		struct pty *pty = begin(
			state, "print", (const char *const[]){path, "LC_ALL=uk_UA.KOI8-U", NULL});
		assert_int_equal(pty_wait_end(pty), 0);
		const char *written = pty_written(pty);
		assert_non_null(strstr(
			written, "\xef\xcc\xc5\xce\xc1 \xeb\xcf\xd7\xc1\xcc\xd8\xd3\xd8\xcb\xc1"));
		assert_null(strstr(written, "Олена"));
		pty_end(state);
		types_and_pastes_koi8(state, path);
	} else {
		print_message("localedef or its tables are not here: KOI8-U is not tried\n");
	}
	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	assert_int_equal(system(command), 0);
}

/* The terminal is told to leave the order be where it is needed, and only then. */
static void what_runs_left_is_ordered_once(void **state)
{
	static const char leave[] = "\033[8l", again[] = "\033[8h";
	struct pty *pty = begin(state, NULL, NULL);
	pty_wait_written(pty, leave, "the order is left to truce");
	assert_null(strstr(pty_written(pty), again));
	pty_keys(pty, "\032");
	pty_wait_stop(pty);
	assert_non_null(strstr(pty_written(pty), again));
	pty_continue(pty);
	pty_wait_text(pty, "━━");
	pty_quit(pty, "Q");
	const char *last = strstr(pty_written(pty), again);
	assert_non_null(strstr(strstr(last, leave), again));
	pty_end(state);

	pty = begin(state, "--no-bidi", NULL);
	pty_wait_text(pty, "سلام النهر");
	pty_quit(pty, "Q");
	assert_null(strstr(pty_written(pty), leave));
	pty_end(state);
	pty = begin(state, NULL, (const char *[]){"TERM_PROGRAM=Apple_Terminal", NULL});
	pty_wait_text(pty, "سلام النهر");
	pty_quit(pty, "Q");
	assert_null(strstr(pty_written(pty), leave));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_name_that_says_utf8_is_utf8, pty_end),
		cmocka_unit_test_teardown(another_that_is_not_there_is_said, pty_end),
		cmocka_unit_test_teardown(c_is_asked_for_and_nothing_is_said, pty_end),
		cmocka_unit_test_teardown(forms_have_escapes_in_ascii, pty_end),
		cmocka_unit_test_teardown(a_set_of_its_own, pty_end),
		cmocka_unit_test_teardown(what_runs_left_is_ordered_once, pty_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
