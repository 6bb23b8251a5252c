/* The built program in a terminal: what is pasted, whatever its marks come in, and the keys of a
 * line. What each view answers is tested in tests/golden/screen/typing.keys. */
#include "tests/pty/pty.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define RECORD "tests/pty/record.yaml"

static struct pty *explore(void **state, const char *option)
{
	const char *arguments[] = {pty_program(), RECORD, option, NULL};
	return pty_begin(state, &(struct pty_start){.arguments = arguments});
}

static void a_paste_is_no_keys(void **state)
{
	struct pty *pty = explore(state, NULL);
	pty_wait_text(pty, "q quit");
	pty_wait_written(pty, "\033[?2004h", "that pastes are marked");
	pty_keys(pty, "\033[200~a quiet inquiry\n:quit\nQ\033[201~");
	pty_wait_text(pty, "pasted text does nothing here; / looks for it");
	pty_quit(pty, "Q");
}

static void a_paste_goes_into_a_line(void **state)
{
	struct pty *pty = explore(state, NULL);
	pty_wait_text(pty, "q quit");
	pty_keys(pty, "/\033[200~the weir\nand the\tindex\r\n\033[201~");
	pty_wait_row(pty, 23, " /the weir and the index");
	pty_keys(pty, "\033b\033\177\033[D\033[3~!"); /* back, a word off, a place back, Del */
	pty_wait_row(pty, 23, " /the weir and!index");
	pty_keys(pty, "\033x");
	pty_wait_text(pty, "A-x does nothing here; Esc cancels");
	pty_keys(pty, "\025");
	pty_wait_gone(pty, "weir and");
	pty_keys(pty, "\033");
	pty_wait_text(pty, "q quit");
	pty_quit(pty, "Q");
}

/* More than a line holds, and more than a terminal takes at once. */
static void a_long_paste(void **state)
{
	enum { LONG = 100000 };
	char *text = calloc(1, LONG + 32);
	struct pty *pty = explore(state, NULL);
	pty_wait_text(pty, "q quit");
	strcpy(text, "/\033[200~");
	memset(text + strlen(text), 'q', LONG);
	strcat(text, "\033[201~");
	pty_keys(pty, text);
	free(text);
	pty_wait_text(pty, "the line is full: the end of the paste is left out");
	pty_keys(pty, "\033");
	pty_wait_text(pty, "q quit");
	pty_quit(pty, "Q");
}

/* Before a class there is no cursor, and the terminal gets it back on every way out; how much time has
 * passed is told without being asked for all along. */
static void before_a_class(void **state)
{
	struct pty *pty = explore(state, "--present");
	pty_wait_text(pty, "Space next");
	assert_non_null(strstr(pty_written(pty), "\033[?25l"));
	pty_keys(pty, "\007");
	pty_wait_text(pty, "0 minutes since this was opened");
	pty_keys(pty, "q");
	pty_wait_text(pty, "again ends the presentation");
	pty_keys(pty, "q");
	pty_wait_text(pty, "p leads back to this scene");
	pty_keys(pty, "p");
	pty_wait_text(pty, "Space next");
	pty_signal(pty, SIGTERM);
	assert_int_equal(pty_wait_end(pty), 128 + SIGTERM);
	assert_null(pty_left_behind(pty));
}

static bool is_cursor_seen(struct pty *pty)
{
	static const char mode[] = "\033[?25";
	char last = 'h';
	for (const char *at = pty_written(pty); (at = strstr(at, mode)); at++)
		last = at[sizeof mode - 1];
	return last == 'h';
}

/* A theme with a paper has a cursor of its own where one types, and the terminal's is not laid over it. */
static void a_cursor_on_paper(void **state)
{
	struct pty *pty = explore(state, "--theme=dark");
	pty_wait_text(pty, "About this record");
	pty_keys(pty, "/one");
	pty_wait_text(pty, "/one");
	assert_true(is_cursor_seen(pty));
	pty_keys(pty, "\003");
	pty_quit(pty, "Q");
	pty_end(state);
	pty = explore(state, "--theme=projector");
	pty_wait_text(pty, "About this record");
	pty_keys(pty, "/one");
	pty_wait_text(pty, "/one");
	assert_false(is_cursor_seen(pty));
	pty_keys(pty, "\003");
	pty_quit(pty, "Q");
}

/* The same of a screen that is black. */
static void black(void **state)
{
	struct pty *pty = explore(state, "--present");
	pty_wait_text(pty, "Space next");
	pty_keys(pty, "b");
	pty_wait_gone(pty, "1 of");
	pty_keys(pty, "b");
	pty_wait_text(pty, "1 of");
	assert_non_null(strstr(pty_written(pty), "\033[?25l"));
	pty_keys(pty, "b");
	pty_wait_gone(pty, "1 of");
	pty_keys(pty, "qq");
	pty_wait_text(pty, "p leads back to this scene");
	pty_quit(pty, "jQ");
}

static void black_and_ended(void **state)
{
	struct pty *pty = explore(state, "--present");
	pty_wait_text(pty, "Space next");
	pty_keys(pty, "b");
	pty_wait_gone(pty, "1 of");
	pty_signal(pty, SIGTERM);
	assert_int_equal(pty_wait_end(pty), 128 + SIGTERM);
	assert_null(pty_left_behind(pty));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_paste_is_no_keys, pty_end),
		cmocka_unit_test_teardown(a_paste_goes_into_a_line, pty_end),
		cmocka_unit_test_teardown(a_long_paste, pty_end),
		cmocka_unit_test_teardown(a_cursor_on_paper, pty_end),
		cmocka_unit_test_teardown(before_a_class, pty_end),
		cmocka_unit_test_teardown(black, pty_end),
		cmocka_unit_test_teardown(black_and_ended, pty_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
