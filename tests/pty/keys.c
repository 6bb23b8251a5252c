/* The built program and the bytes of a terminal: what is typed, what is pasted, what the terminal
 * says by itself, in one piece and in several. What bytes are which keys is tested in
 * unit/term_keys.c. */
#include "tests/pty/pty.h"

#include "base/buf.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#define RECORD "tests/pty/record.yaml"

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";

/* In this environment, at the twentieth meeting. */
static struct pty *explore(void **state, const char *const *environment)
{
	const char *arguments[] = {pty_program(), "--at", "meeting-20", RECORD, NULL};

	return pty_begin(
		state, &(struct pty_start){.arguments = arguments, .environment = environment});
}

/* Time between two pieces; what is right does not depend on how long it really is. */
static void moment(int ms)
{
	nanosleep(&(struct timespec){.tv_nsec = ms * 1000000L}, NULL);
}

/* ---- what is typed ---- */

static void what_is_held_down_makes_no_other_key(void **state)
{
	static const char *const types[] = {"TERM=xterm-256color", "TERM=tmux-256color",
		"TERM=screen-256color", "TERM=linux", "TERM=vt220", "TERM=rxvt"};

	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		struct pty *pty = explore(state, (const char *[]){types[i], NULL});

		pty_wait_selected(pty, "Met 20");
		pty_keys(pty, "\033[1;2B\033[1;5B\033[1;3B\033\033[B\033[b");
		pty_wait_selected(pty, "Met 25");
		pty_keys(pty, "\033OA\033[A");
		pty_wait_selected(pty, "Met 23");
		pty_keys(pty, "\033[1;5F");
		pty_wait_selected(pty, "Met 40");
		pty_keys(pty, "\033Oq\033Op\033[A"); /* 1 and 0 of the keypad are a count */
		pty_wait_selected(pty, "Met 30");
		pty_keys(pty, "\033[[A");
		pty_wait_text(pty, "Keys");
		pty_keys(pty, "q");
		pty_wait_selected(pty, "Met 30");
		pty_keys(pty, "\032");
		pty_wait_stop(pty);
		assert_null(pty_left_behind(pty));
		pty_continue(pty);
		pty_wait_selected(pty, "Met 30");
		pty_quit(pty, "q");
		pty_end(state);
	}
}

/* A Sun's own keys; the marks of a paste are not asked of a terminal that would show them. */
static void other_terminals_have_other_keys(void **state)
{
	struct pty *pty = explore(state, (const char *[]){"TERM=sun", NULL});

	pty_wait_selected(pty, "Met 20");
	pty_keys(pty, "\033[220z");
	pty_wait_selected(pty, "Met 40");
	pty_keys(pty, "\033[224z");
	pty_wait_text(pty, "Keys");
	pty_keys(pty, "qq");
	pty_quit(pty, "q");
	pty_end(state);
	pty = explore(state, (const char *[]){"TERM=vt52", NULL});
	pty_wait_text(pty, "Met 20"); /* what is typed before that may be thrown away */
	pty_keys(pty, "\032");
	pty_wait_stop(pty);
	assert_null(strstr(pty_written(pty), "2004"));
	assert_null(strstr(pty_written(pty), "1000"));
	pty_continue(pty);
	pty_keys(pty, "q");
	assert_int_equal(pty_wait_end(pty), 0);
	assert_null(strstr(pty_written(pty), "2004"));
}

static void an_escape_waits_as_long_as_is_asked(void **state)
{
	struct pty *pty = explore(state, (const char *[]){"ESCDELAY=5000", NULL});

	pty_wait_selected(pty, "Met 20");
	pty_keys(pty, "\033");
	moment(60);
	pty_keys(pty, "[B");
	pty_wait_selected(pty, "Met 21");
	pty_keys(pty, "\033[");
	moment(60);
	pty_keys(pty, "A\033[6");
	moment(60);
	pty_keys(pty, "~\033[A");
	pty_keys(pty, "g\033\033"); /* the second Esc says that the first one is a key */
	moment(60);
	pty_keys(pty, "jG");
	pty_wait_selected(pty, "Met 40");
	assert_int_equal(pty_find(pty, "does nothing"), -1);
	pty_quit(pty, "q");
	for (int i = 0; i < 3; i++) { /* nonsense is none */
		static const char *const nonsense[] = {"ESCDELAY=", "ESCDELAY=soon", "ESCDELAY=-1"};

		pty_end(state);
		pty = explore(state, (const char *[]){nonsense[i], NULL});
		pty_wait_selected(pty, "Met 20");
		pty_keys(pty, "/x");
		pty_wait_text(pty, "/x");
		pty_keys(pty, "\033");
		pty_wait_gone(pty, "/x");
		pty_quit(pty, "q");
	}
}

/* ---- what a terminal says ---- */

static const char *const answers[] = {
	"\033P1$r2 q\033\\",
	"\033P>|tmux 3.4\033\\",
	"\033P1+r524742=38\033\\",
	"\033]11;rgb:1e1e/1e1e/1e1e\033\\",
	"\033]11;rgb:ffff/ffff/ffff\a",
	"\033]4;1;rgb:cdcd/0000/0000\033\\",
	"\033]52;c;cXVpdA==\a",
	"\033_Gi=31;OK\033\\",
	"\033[?62;22c",
	"\033[12;40R",
	"\033[?2004;2$y",
	"\033[I",
	"\033[?997;1n",
};

static void answers_are_not_typed(void **state)
{
	struct pty *pty = explore(state, NULL);

	pty_wait_selected(pty, "Met 20");
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
		pty_keys(pty, answers[i]);
	pty_keys(pty, "\033^q q\033\\\033Xq q\033\\\033_q q\033\\j");
	pty_wait_selected(pty, "Met 21");
	assert_int_equal(pty_find(pty, "does nothing"), -1);
	pty_quit(pty, "q");
}

/* Cut at every place behind `Esc` and another byte, while ESCDELAY lets an Esc wait. */
static void answers_in_two_pieces_are_not_typed(void **state)
{
	struct pty *pty = explore(state, (const char *[]){"ESCDELAY=5000", NULL});

	pty_wait_selected(pty, "Met 20");
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
		size_t len = strlen(answers[i]);
		char piece[64];

		for (size_t cut = 1; cut < len; cut += len / 3) {
			snprintf(piece, sizeof piece, "%.*s", (int)cut, answers[i]);
			pty_keys(pty, piece);
			moment(30);
			pty_keys(pty, answers[i] + cut);
		}
	}
	pty_keys(pty, "j");
	pty_wait_selected(pty, "Met 21");
	assert_int_equal(pty_find(pty, "does nothing"), -1);
	pty_quit(pty, "q");
}

/* What only begins like an answer holds nothing up for good. */
static void nothing_that_is_typed_is_lost(void **state)
{
	struct pty *pty = explore(state, NULL);

	pty_wait_selected(pty, "Met 20");
	pty_keys(pty, "\033P");
	pty_wait_text(pty, "P does nothing");
	pty_keys(pty, "\033Xj");
	pty_wait_selected(pty, "Met 21");
	pty_keys(pty, "\033^");
	pty_wait_text(pty, "^ does nothing");
	pty_keys(pty, "\033]11;rgb:");
	moment(100);
	pty_keys(pty, "\033[Bj");
	pty_wait_selected(pty, "Met 23");
	pty_keys(pty, "\033P1$r\r"); /* nobody ends it */
	moment(100);
	pty_keys(pty, "\033");
	moment(100);
	pty_keys(pty, "\033OBj");
	pty_wait_selected(pty, "Met 25");
	pty_quit(pty, "q");
}

/* ---- a paste ---- */

static void a_paste_is_text(void **state)
{
	struct pty *pty = explore(state, NULL);

	pty_wait_selected(pty, "Met 20");
	pty_wait_written(pty, paste_on, "bracketed paste");
	pty_keys(pty, "\033[200~a quiet inquiry\033[201~");
	pty_wait_text(pty, "pasted text does nothing here");
	pty_keys(pty, "j\033[201~j");
	pty_wait_selected(pty, "Met 22");
	pty_keys(pty, "/\033[200~met\r\nthe q");
	moment(60);
	pty_keys(pty, "ü");
	pty_keys(pty, "x\033[20");
	moment(60);
	pty_keys(pty, "1~!");
	pty_wait_text(pty, "/met the qüx!");
	pty_keys(pty, "\003");
	pty_wait_gone(pty, "/met");
	pty_keys(pty, "/\033[200~endless");
	pty_wait_text(pty, "/endless");
	pty_keys(pty, "?");
	pty_wait_text(pty, "/endless?");
	pty_keys(pty, "\003");
	pty_wait_gone(pty, "/endless");
	pty_quit(pty, "q");
}

/* More than a terminal holds at once, and more than is kept. */
static void a_paste_may_be_long(void **state)
{
	struct pty *pty = explore(state, NULL);
	char text[1001];

	memset(text, 'q', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	pty_wait_selected(pty, "Met 20");
	pty_keys(pty, "\033[200~");
	for (int i = 0; i < 1200; i++) {
		pty_keys(pty, text);
		if (i % 3 == 0)
			pty_wait_selected(pty, "Met 20");
	}
	pty_keys(pty, "\033[201~j");
	pty_wait_selected(pty, "Met 21");
	pty_quit(pty, "q");
}

static void pastes_are_no_longer_marked_on_the_way_out(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT};

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct pty *pty = explore(state, NULL);

		pty_wait_selected(pty, "Met 20");
		pty_keys(pty, "\032");
		pty_wait_stop(pty);
		assert_null(pty_left_behind(pty));
		pty_continue(pty);
		pty_wait_selected(pty, "Met 20");
		pty_signal(pty, signals[i]);
		assert_int_equal(pty_wait_end(pty), 128 + signals[i]);
		assert_null(pty_left_behind(pty));
		assert_non_null(strstr(pty_written(pty), paste_off));
		pty_end(state);
	}
}

/* ---- a terminal that does not block ---- */

static void write_record(FILE *file)
{
	fputs("title: Long\n"
	      "sources:\n  book: {type: book, author: A, title: B, issued: 1901}\n"
	      "people:\n  reed: {name: Reed}\n"
	      "events:\n  - id: long\n    date: 1899-05-02\n    title: The long one\n    quotes:\n"
	      "      - {id: q, speaker: reed, source: book, locator: p. 1, text: \"",
		file);
	for (int i = 0; i < 3000; i++)
		fputs("no end yet ", file);
	fputs("end.\"}\n", file);
	fclose(file);
}

static bool copy_complete(struct pty *pty, const void *unused)
{
	const char *start = strstr(pty_written(pty), "\033]52;c;");

	(void)unused;
	return start && strchr(start, '\a');
}

static void nothing_is_cut_where_the_terminal_does_not_block(void **state)
{
	char name[] = "/tmp/truce-keys-XXXXXX";
	int fd = mkstemp(name);
	FILE *file = fd < 0 ? NULL : fdopen(fd, "w");

	assert_non_null(file);
	write_record(file);
	for (int i = 0; i < 2; i++) {
		const char *arguments[] = {pty_program(), "--at", "q", name, NULL};
		struct pty *pty = pty_begin(
			state, &(struct pty_start){.arguments = arguments, .nonblocking = true});

		pty_wait_text(pty, "The long one");
		pty_keys(pty, "y");
		moment(300); /* nobody reads */
		pty_wait(pty, copy_complete, NULL, "all of the copy");
		const char *at = strstr(pty_written(pty), "\033]52;c;") + 7;
		assert_true(strspn(at,
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				    "0123456789+/=") > 44000);
		assert_int_equal(at[strcspn(at, "\a\033")], '\a');
		if (i == 0) {
			pty_keys(pty, "\032");
			pty_wait_stop(pty);
			assert_null(pty_left_behind(pty));
			pty_continue(pty);
			pty_wait_text(pty, "no end yet");
			pty_keys(pty, "QQ"); /* the first one closes what was copied */
			assert_int_equal(pty_wait_end(pty), 0);
		} else {
			pty_signal(pty, SIGTERM);
			assert_int_equal(pty_wait_end(pty), 128 + SIGTERM);
		}
		assert_null(pty_left_behind(pty));
		pty_end(state);
	}
	unlink(name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(what_is_held_down_makes_no_other_key, pty_end),
		cmocka_unit_test_teardown(other_terminals_have_other_keys, pty_end),
		cmocka_unit_test_teardown(an_escape_waits_as_long_as_is_asked, pty_end),
		cmocka_unit_test_teardown(answers_are_not_typed, pty_end),
		cmocka_unit_test_teardown(answers_in_two_pieces_are_not_typed, pty_end),
		cmocka_unit_test_teardown(nothing_that_is_typed_is_lost, pty_end),
		cmocka_unit_test_teardown(a_paste_is_text, pty_end),
		cmocka_unit_test_teardown(a_paste_may_be_long, pty_end),
		cmocka_unit_test_teardown(pastes_are_no_longer_marked_on_the_way_out, pty_end),
		cmocka_unit_test_teardown(
			nothing_is_cut_where_the_terminal_does_not_block, pty_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
