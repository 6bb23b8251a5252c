/* The harness itself, on small programs of the shell: it must see what is wrong, or the tests of
 * the explorer prove nothing. */
#include "tests/pty/pty.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct pty *shell(void **state, const char *script)
{
	return pty_begin(state,
		&(struct pty_start){.arguments = (const char *[]){"sh", "-c", script, NULL}});
}

static void shows_what_is_typed(void **state)
{
	struct pty *pty = pty_begin(
		state, &(struct pty_start){.arguments = (const char *[]){"cat", NULL}});

	pty_keys(pty, "Перемир'я 休\n");
	pty_wait_row(pty, 1, "Перемир'я 休");
	assert_int_equal(pty_find(pty, "休"), 0);
	assert_int_equal(pty_find(pty, "nothing of the kind"), -1);
	pty_keys(pty, "\004");
	assert_int_equal(pty_wait_end(pty), 0);
	assert_null(pty_left_behind(pty));
}

static void keeps_what_is_written_last(void **state)
{
	struct pty *pty = shell(
		state, "i=0; while [ $i -lt 3000 ]; do i=$((i + 1)); echo row $i; done; exit 7");

	assert_int_equal(pty_wait_end(pty), 7);
	assert_int_equal(pty_find(pty, "row 3000"), 22);
	assert_non_null(strstr(pty_written(pty), "row 1\r\n"));
}

static void resizes(void **state)
{
	struct pty *pty = shell(
		state, "trap 'stty size' WINCH; stty size; while :; do read x; done");

	pty_wait_text(pty, "24 80");
	pty_resize(pty, 120, 36);
	pty_wait_text(pty, "36 120");
}

static void sees_what_is_left_behind(void **state)
{
	static const struct {
		const char *script, *left;
	} wrong[] = {
		{"printf '\\033[?1049hxx'", "the alternate screen"},
		{"printf '\\033[?25l'", "a hidden cursor"},
		{"printf '\\033[?1000;1006h\\033[?1000l'", "the long form of mouse reports"},
		{"printf '\\033[?2004h'", "bracketed paste"},
		{"stty -echo", "other settings of the line"},
		{"printf '\\033[?1049h\\033[?25;2004h\\033[?2004l\\033[?1049l'", NULL},
	};

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct pty *pty = shell(state, wrong[i].script);
		const char *left;

		assert_int_equal(pty_wait_end(pty), 0);
		left = pty_left_behind(pty);
		if (wrong[i].left)
			assert_string_equal(left ? left : "nothing", wrong[i].left);
		else
			assert_null(left);
		pty_end(state);
	}
}

static void stops_and_continues(void **state)
{
	struct pty *pty = pty_begin(
		state, &(struct pty_start){.arguments = (const char *[]){"cat", NULL}});

	pty_keys(pty, "before\n");
	pty_wait_row(pty, 1, "before");
	pty_keys(pty, "\032");
	pty_wait_stop(pty);
	assert_null(pty_left_behind(pty));
	pty_continue(pty);
	pty_keys(pty, "after\n");
	pty_wait_row(pty, 3, "after");
}

static void ends_by_a_signal(void **state)
{
	struct pty *pty = shell(state, "echo ready; exec cat");

	pty_wait_text(pty, "ready");
	pty_signal(pty, SIGTERM);
	assert_int_equal(pty_wait_end(pty), 128 + SIGTERM);
}

static void hangs_up(void **state)
{
	struct pty *pty = shell(state, "echo ready; exec tail -f /dev/null");

	pty_wait_text(pty, "ready");
	pty_hang_up(pty);
	assert_int_equal(pty_wait_end(pty), 128 + SIGHUP);
}

static void has_a_terminal_or_not(void **state)
{
	static const char script[] = "read line; echo \"$line\"; if (: </dev/tty) 2>/dev/null; "
				     "then echo tty; else echo none; fi";
	struct pty_start start = {.arguments = (const char *[]){"sh", "-c", script, NULL},
		.environment = (const char *[]){"TERM", "COLOR=red", NULL},
		.input = "LICENSE"};
	struct pty *pty = pty_begin(state, &start);

	pty_wait_end(pty);
	assert_int_equal(pty_find(pty, "tty"), 1);
	pty_end(state);
	start.detached = true;
	pty = pty_begin(state, &start);
	pty_wait_end(pty);
	assert_int_equal(pty_find(pty, "none"), 1);
}

static void keeps_what_another_left(void **state)
{
	struct pty *pty = pty_begin(state,
		&(struct pty_start){
			.arguments = (const char *[]){"true", NULL}, .nonblocking = true});

	assert_int_equal(pty_wait_end(pty), 0);
	assert_null(pty_left_behind(pty));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(shows_what_is_typed, pty_end),
		cmocka_unit_test_teardown(keeps_what_is_written_last, pty_end),
		cmocka_unit_test_teardown(resizes, pty_end),
		cmocka_unit_test_teardown(sees_what_is_left_behind, pty_end),
		cmocka_unit_test_teardown(stops_and_continues, pty_end),
		cmocka_unit_test_teardown(ends_by_a_signal, pty_end),
		cmocka_unit_test_teardown(hangs_up, pty_end),
		cmocka_unit_test_teardown(has_a_terminal_or_not, pty_end),
		cmocka_unit_test_teardown(keeps_what_another_left, pty_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
