/* The built program where something is lacking: descriptors, a stack, streams, the environment. It
 * does what it can without, or says what is lacking in one line; the terminal is as it was. */
#include "tests/pty/pty.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Begins a line of the shell, in which $T is the program and $R a record. */
static struct pty *begin(void **state, const char *line)
{
	char script[1024];
	snprintf(script, sizeof script, "T=%s R=tests/fault/little.yaml; %s", pty_program(), line);
	return pty_begin(state,
		&(struct pty_start){.arguments = (const char *[]){"sh", "-c", script, NULL}});
}

static int end(struct pty *pty)
{
	int status = pty_wait_end(pty);
	assert_null(pty_left_behind(pty));
	return status;
}

/* It may start or not: Q is typed as soon as it can be, and ends the reading as well. */
static int run(void **state, const char *line)
{
	struct pty *pty = begin(state, line);
	pty_keys(pty, "Q");
	return end(pty);
}

static void starts(void **state, const char *line)
{
	struct pty *pty = begin(state, line);
	pty_wait_text(pty, "A little record");
	pty_keys(pty, "Q");
	int status = end(pty);
	if (status != 0)
		fail_msg("%s: status %d: %s", line, status, pty_written(*state));
	pty_end(state);
}

static void refuses(void **state, const char *line, const char *reason)
{
	int status = end(begin(state, line));
	const char *said = pty_written(*state);

	if (status != 2 || !strstr(said, reason))
		fail_msg("%s: status %d, and not \"%s\" but: %s", line, status, reason, said);
	pty_end(state);
}

static void descriptors(void **state)
{
	/* How few are enough is the library's matter as well; whatever is lacking, that is said. */
	for (int count = 4; count <= 12; count++) {
		char line[64];
		snprintf(line, sizeof line, "ulimit -n %d; exec $T $R", count);
		int status = run(state, line);
		const char *said = pty_written(*state);
		bool told = strstr(said, "Too many open files") || strstr(said, "Error 24");

		if (status != 0 && !told)
			fail_msg("%s: status %d: %s", line, status, said);
		pty_end(state);
	}
}

static void stack(void **state)
{
	starts(state, "ulimit -s 256; exec $T $R");
	if (strstr(pty_program(), "/san/"))
		return; /* a sanitizer needs more of it, and does not say so */
	int status = run(state, "ulimit -s 48; exec $T $R");
	if (status != 0 && (status != 2 || !strstr(pty_written(*state), "raise `ulimit -s`")))
		fail_msg("status %d: %s", status, pty_written(*state));
}

static void streams(void **state)
{
	starts(state, "exec $T $R <&-");
	starts(state, "exec $T $R 2>&-");
	starts(state, "exec $T $R <&- 2>&-");
	starts(state, "exec $T $R </dev/null");
	starts(state, "exec $T - <$R");
	refuses(state, "exec $T $R >&-", "cannot write: Bad file descriptor");
	refuses(state, "exec $T - <&-", "it cannot be read: Bad file descriptor");
	refuses(state, "exec $T nowhere.yaml <&- >&-", "there is no such file");
}

static void environment(void **state)
{
	starts(state, "exec env -i TERM=xterm $T $R");
	starts(state, "unset HOME PATH; exec $T $R");
	starts(state, "umask 777; exec $T $R");
	starts(state, "ulimit -f 0; exec $T $R");
	starts(state, "trap '' PIPE HUP INT TERM XFSZ; exec $T $R");
	refuses(state, "exec env -i $T $R", "TERM is not set");
	refuses(state, "TERM= exec $T $R", "TERM is not set");
	refuses(state, "TERM=nonsuch exec $T $R", "\"nonsuch\" is not known here");
	refuses(state, "TERM=../../etc/passwd exec $T $R",
		"\"../../etc/passwd\" is not known here");
	refuses(state, "TERM=dumb exec $T $R", "\"dumb\" cannot move its cursor");
}

/* A description that is there and cannot be used is another thing than one that is not. */
static void descriptions(void **state)
{
	refuses(state,
		"d=$(mktemp -d); mkdir -p $d/n $d/6e; echo no description >$d/n/nonsuch; "
		"cp $d/n/nonsuch $d/6e; TERMINFO=$d TERM=nonsuch $T $R; s=$?; rm -r $d; exit $s",
		"/nonsuch, cannot be read");
}

/* Other ways for output to end. */
static void outputs(void **state)
{
	refuses(state, "exec $T print $R >&-", "cannot write: Bad file descriptor");
	refuses(state,
		"trap '' XFSZ; d=$(mktemp); ulimit -f 1; $T print -f json tests/data/forty.yaml "
		">$d; "
		"s=$?; rm $d; exit $s",
		"cannot write: File too large");
	refuses(state,
		"d=$(mktemp); ulimit -f 1; $T print -f json tests/data/forty.yaml >$d; s=$?; rm "
		"$d; "
		"exit $s",
		"cannot write: File too large");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(descriptors, pty_end),
		cmocka_unit_test_teardown(stack, pty_end),
		cmocka_unit_test_teardown(streams, pty_end),
		cmocka_unit_test_teardown(environment, pty_end),
		cmocka_unit_test_teardown(descriptions, pty_end),
		cmocka_unit_test_teardown(outputs, pty_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
