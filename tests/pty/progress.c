/* What the commands say on a terminal while they read what does not come, and that nothing of it is
 * left, on the screen or in what they write. */
#include "tests/pty/pty.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static const char record[] = "title: A pipe\nevents:\n- {id: a, date: 1850, title: The first}\n";

static char folder[64], pipe_name[128];

static int set_up(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/truce-progress-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	snprintf(pipe_name, sizeof pipe_name, "%s/pipe", folder);
	return mkfifo(pipe_name, 0600);
}

static int tear_down(void **state)
{
	pty_end(state);
	unlink(pipe_name);
	return rmdir(folder);
}

static void feed(void)
{
	FILE *file = fopen(pipe_name, "w");

	assert_non_null(file);
	fputs(record, file);
	fclose(file);
}

static struct pty *command(void **state, const char *name, const char *option, const char *value)
{
	const char *arguments[] = {pty_program(), name, pipe_name, option, value, NULL};

	return pty_begin(state, &(struct pty_start){.arguments = arguments});
}

/* A line of the shell in which $0 is the program and $1 the pipe. */
static struct pty *shell(void **state, const char *script)
{
	const char *arguments[] = {"sh", "-c", script, pty_program(), pipe_name, NULL};

	return pty_begin(state, &(struct pty_start){.arguments = arguments});
}

static void ends_clean(struct pty *pty, int status)
{
	assert_int_equal(pty_wait_end(pty), status);
	assert_int_equal(pty_find(pty, "truce: "), -1);
	assert_null(pty_left_behind(pty));
}

static void every_command_says_what_it_reads(void **state)
{
	const struct {
		const char *name, *option, *value, *shows;
	} commands[] = {
		{"check", NULL, NULL, "1 event, no quotations: no problems"},
		{"print", NULL, NULL, "The first"},
		{"print", "-f", "json", "\"The first\""},
		{"snapshot", NULL, NULL, "A pipe"},
		{"verify", "--texts", folder, "0 found, 0 not found"},
	};

	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		struct pty *pty = command(
			state, commands[i].name, commands[i].option, commands[i].value);

		pty_wait_text(pty, "truce: reading /tmp/truce-progress-");
		feed();
		ends_clean(pty, 0);
		assert_true(pty_find(pty, commands[i].shows) >= 0);
		pty_end(state);
	}
}

static void sheet_shows(void **state, const char *part, bool asks, bool answers, bool note)
{
	const char *arguments[] = {pty_program(), "print", "tests/data/class.yaml", "--worksheet",
		"--seed", "7", part, NULL};
	struct pty *pty = pty_begin(state, &(struct pty_start){.arguments = arguments});
	assert_int_equal(pty_wait_end(pty), 0);
	const char *written = pty_written(pty);
	assert_int_equal(strstr(written, "Name ____") != NULL, asks);
	assert_int_equal(strstr(written, "Answer key") != NULL, answers);
	assert_int_equal(strstr(written, "add --key-only --seed 7 to see it") != NULL, note);
	pty_end(state);
}

static void no_answers_unless_asked_for(void **state)
{
	sheet_shows(state, NULL, true, false, true);
	sheet_shows(state, "--no-key", true, false, false);
	sheet_shows(state, "--key-only", false, true, false);
}

static void it_is_interrupted_as_ever(void **state)
{
	static const struct {
		const char *key;
		int number;
	} ends[] = {{"\003", SIGINT}, {"\034", SIGQUIT}, {NULL, SIGTERM}, {NULL, SIGHUP},
		{NULL, SIGSEGV}};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		struct pty *pty = command(state, "check", NULL, NULL);

		pty_wait_text(pty, "truce: reading");
		if (ends[i].key)
			pty_keys(pty, ends[i].key);
		else
			pty_signal(pty, ends[i].number);
		ends_clean(pty, 128 + ends[i].number);
		pty_end(state);
	}
}

/* C-s: the terminal takes nothing any more, while a dot is due each second. */
static void a_frozen_terminal_keeps_nothing_alive(void **state)
{
	const struct timespec dots = {.tv_sec = 1, .tv_nsec = 300000000};
	struct pty *pty = command(state, "check", NULL, NULL);

	pty_wait_text(pty, "truce: reading");
	pty_keys(pty, "\023");
	nanosleep(&dots, NULL);
	pty_signal(pty, SIGTERM);
	assert_int_equal(pty_wait_end(pty), 128 + SIGTERM);
}

static void it_stops_at_once(void **state)
{
	struct pty *pty = command(state, "check", NULL, NULL);

	for (int i = 0; i < 2; i++) {
		pty_wait_text(pty, "truce: reading");
		pty_keys(pty, "\032");
		pty_wait_stop(pty);
		assert_int_equal(pty_find(pty, "truce: "), -1);
		assert_null(pty_left_behind(pty));
		pty_continue(pty);
	}
	pty_wait_text(pty, "truce: reading");
	feed();
	ends_clean(pty, 0);
}

static void a_name_is_shown_harmless_and_on_one_row(void **state)
{
	char name[200];
	const char *arguments[] = {pty_program(), "check", name, NULL};

	snprintf(name, sizeof name,
		"%s/\033]0;x\a\xe2\x80\xae-0123456789-0123456789-0123456789-0123456789-0123456789",
		folder);
	assert_int_equal(rename(pipe_name, name), 0);
	struct pty *pty = pty_begin(
		state, &(struct pty_start){.arguments = arguments, .columns = 60});
	pty_wait_text(pty, "<U+001B>");
	assert_null(strstr(pty_written(pty), "\033]"));
	assert_null(strstr(pty_written(pty), "\xe2\x80\xae"));
	assert_int_equal(pty_find(pty, "truce: reading"), 0);
	assert_string_equal(pty_row(pty, 1), "");
	pty_keys(pty, "\003");
	ends_clean(pty, 128 + SIGINT);
	assert_int_equal(rename(name, pipe_name), 0);
}

/* Where it would not be seen, or would stand in the way: not a byte of it. */
static void it_is_silent_where_nobody_reads_it(void **state)
{
	static const char *const scripts[] = {
		/* no terminal */
		"(sleep 0.4; printf 'title: T\\nevents: [{id: a, date: 1850, title: A}]\\n' "
		">\"$1\") & "
		"\"$0\" check \"$1\" 2>/dev/null",
		/* somebody may be typing what comes through the pipe */
		"(sleep 0.4; printf 'title: T\\nevents: [{id: a, date: 1850, title: A}]\\n') | "
		"\"$0\" check -",
		/* another program of the job has the screen */
		"stty raw -echo; (sleep 0.4; printf 'title: T\\nevents: [{id: a, date: 1850, "
		"title: "
		"A}]\\n' >\"$1\") & \"$0\" check \"$1\"; code=$?; stty sane; exit $code",
	};

	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		struct pty *pty = shell(state, scripts[i]);

		pty_wait_text(pty, "1 event, no quotations: no problems");
		assert_int_equal(pty_wait_end(pty), 0);
		assert_null(strstr(pty_written(pty), "reading"));
		assert_null(strstr(pty_written(pty), "\033[K"));
		pty_end(state);
	}
}

/* What reads the pipe may say something on the terminal at once: nothing stands in its row. */
static void it_is_no_part_of_what_is_written(void **state)
{
	struct pty *pty = shell(state, "\"$0\" print -f json \"$1\" | wc -l; echo done");

	pty_wait_text(pty, "truce: reading");
	feed();
	pty_wait_text(pty, "done");
	ends_clean(pty, 0);
	pty_end(state);
	pty = shell(state, /* more than a pipe holds, and read late */
		"(echo 'title: T\nevents:'; seq -f '- {id: e%g, date: 1850, title: A}' 3000) "
		">\"$1\" & "
		"\"$0\" print -f jsonl \"$1\" | { sleep 0.6; wc -l; }; echo done");
	pty_wait_text(pty, "done");
	ends_clean(pty, 0);
}

/* A record that is typed is read to its end, and not taken for keys. */
static void typing_is_waited_for(void **state)
{
	const char *arguments[] = {pty_program(), "-", NULL};
	struct pty *pty = pty_begin(state, &(struct pty_start){.arguments = arguments});

	pty_keys(pty, "title: A typed one\n");
	pty_wait_row(pty, 0, "title: A typed one");
	nanosleep(&(struct timespec){.tv_nsec = 400000000}, NULL);
	pty_keys(pty, "quotes_: q\n\004");
	pty_wait_text(pty, "unknown");
	assert_int_equal(pty_wait_end(pty), 2);
	assert_int_equal(pty_find(pty, "quotes_: q"), 1);
	assert_null(pty_left_behind(pty));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			every_command_says_what_it_reads, set_up, tear_down),
		cmocka_unit_test_setup_teardown(no_answers_unless_asked_for, set_up, tear_down),
		cmocka_unit_test_setup_teardown(it_is_interrupted_as_ever, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_frozen_terminal_keeps_nothing_alive, set_up, tear_down),
		cmocka_unit_test_setup_teardown(it_stops_at_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_name_is_shown_harmless_and_on_one_row, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			it_is_silent_where_nobody_reads_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			it_is_no_part_of_what_is_written, set_up, tear_down),
		cmocka_unit_test_setup_teardown(typing_is_waited_for, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
