/* The built program in a terminal: it starts at every size, follows its keys, and gives the
 * terminal back on every way out. What its views show is tested in tests/screen; here it is the
 * terminal that counts. */
#include "tests/pty/pty.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define RECORD "tests/pty/record.yaml"

static struct pty *explore_at(void **state, const char *at, int columns, int rows)
{
	const char *arguments[] = {pty_program(), "--at", at, RECORD, NULL};

	return pty_begin(state,
		&(struct pty_start){.arguments = arguments, .columns = columns, .rows = rows});
}

static void starts_at_every_size(void **state)
{
	static const int sizes[][2] = {{80, 24}, {120, 36}, {200, 50}, {30, 8}, {12, 3}, {1, 1}};

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct pty *pty = explore_at(state, "meeting-20", sizes[i][0], sizes[i][1]);

		if (sizes[i][0] >= 30)
			pty_wait_selected(pty, "Met 20");
		pty_quit(pty, "q");
		pty_end(state);
	}
}

static void opens_the_builtin_record(void **state)
{
	struct pty *pty = pty_begin(
		state, &(struct pty_start){.arguments = (const char *[]){pty_program(), NULL}});

	pty_wait_text(pty, "Talking while fighting");
	pty_quit(pty, "q");
}

/* The first picture is there before the question; the answer changes its colours alone. */
static void asks_what_it_stands_on(void **state)
{
	struct pty *pty = explore_at(state, "meeting-05", 80, 24);

	pty_wait_selected(pty, "Met 05");
	pty_wait_written(pty, "\033]11;?\033\\", "the question");
	assert_null(strstr(pty_written(pty), "38;5;235"));
	pty_keys(pty, "\033]11;rgb:ffff/ffff/ffff\033\\");
	pty_wait_written(pty, "38;5;235", "the light theme's colour of text");
	pty_keys(pty, ":theme projector\r");
	pty_wait_written(pty, "48;5;231", "the projector's paper");
	pty_quit(pty, "q");
}

static void asks_nothing(void **state, const char *option, const char *type)
{
	const char *arguments[] = {pty_program(), option, RECORD, NULL};
	const char *environment[] = {type, NULL};
	struct pty *pty = pty_begin(
		state, &(struct pty_start){.arguments = arguments, .environment = environment});

	pty_wait_text(pty, "quit");
	pty_keys(pty, "j");
	pty_wait_selected(pty, "Met 01");
	pty_keys(pty, "q");
	assert_int_equal(pty_wait_end(pty), 0);
	assert_null(strstr(pty_written(pty), "]11;"));
	pty_end(state);
}

static void asks_only_who_may_answer(void **state)
{
	asks_nothing(state, "--theme=dark", "TERM=xterm-256color");
	asks_nothing(state, "--color=never", "TERM=xterm-256color");
	asks_nothing(state, "--theme=auto", "TERM=linux");
	asks_nothing(state, "--theme=auto", "TERM=vt100");
}

static void follows_its_keys(void **state)
{
	struct pty *pty = explore_at(state, "meeting-05", 120, 36);

	pty_wait_selected(pty, "Met 05");
	pty_keys(pty, "j");
	pty_wait_selected(pty, "Met 06");
	pty_wait_text(pty, "We have met 6 times.");
	pty_keys(pty, "\033[A"); /* Up, though the keypad may be in either mode */
	pty_wait_selected(pty, "Met 05");
	pty_keys(pty, "\033OB");
	pty_wait_selected(pty, "Met 06");
	pty_keys(pty, "G");
	pty_wait_selected(pty, "Met 40");
	pty_keys(pty, "g");
	pty_wait_text(pty, "Forty meetings");
	pty_quit(pty, "q");
}

/* Without colours the hit at which the search stands is reversed; in a row that is reversed, since it
 * is selected, it is not. */
static void shows_where_the_search_stands(void **state)
{
	const char *arguments[] = {
		pty_program(), "--theme", "mono", "--at", "meeting-05", RECORD, NULL};
	struct pty *pty = pty_begin(state, &(struct pty_start){.arguments = arguments});

	pty_wait_selected(pty, "Met 05");
	pty_keys(pty, "/Met 07\r");
	pty_wait_selected(pty, "Met 07");
	pty_wait_written(pty, "1;4mMet 07", "the hit in a reversed row");
	pty_wait_written(pty, "1;4;7mMet 07", "the hit in the words");
	pty_quit(pty, "Q");
}

/* OSC 52, whose payload is base64, and nothing in it is cut. */
static void copies_through_the_terminal(void **state)
{
	struct pty *pty = explore_at(state, "meeting-06", 80, 24);

	pty_wait_selected(pty, "Met 06");
	pty_keys(pty, "ly");
	pty_wait_written(
		pty, "\033]52;c;4oCcV2UgaGF2ZSBtZXQgNiB0aW1lcy7igJ0KClBhdmVsIE9ybG92", "OSC 52");
	pty_wait_row(pty, 0, "“We have met 6 times.”");
	pty_keys(pty, "j");
	pty_wait_selected(pty, "Met 06");
	pty_quit(pty, "q");
}

static void takes_a_burst_of_keys(void **state)
{
	struct pty *pty = explore_at(state, "meeting-01", 120, 36);

	pty_wait_selected(pty, "Met 01");
	pty_keys(pty, "jjjjjjjjjjjjjjjjjjjjkkkkkjjjjjjjjjjkkkkkkkkkkkkkkkjjjjjjjjjjjjjjjjjjjj");
	pty_wait_selected(pty, "Met 31");
	pty_quit(pty, "q");
}

static void keeps_what_is_selected_in_view(void **state)
{
	static const int sizes[][2] = {{80, 24}, {30, 8}, {200, 50}, {60, 12}, {2, 1}, {120, 36}};
	struct pty *pty = explore_at(state, "meeting-20", 120, 36);

	pty_wait_selected(pty, "Met 20");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		pty_resize(pty, sizes[i][0], sizes[i][1]);
		if (sizes[i][0] >= 30)
			pty_wait_selected(pty, "Met 20");
	}
	pty_keys(pty, "j");
	pty_wait_selected(pty, "Met 21");
	pty_quit(pty, "q");
}

/* Presses and releases the left button, at a cell from 0. */
static void click(struct pty *pty, int row, int col)
{
	char bytes[64];
	snprintf(bytes, sizeof bytes, "\033[<0;%d;%dM\033[<0;%d;%dm", col + 1, row + 1, col + 1,
		row + 1);
	pty_keys(pty, bytes);
}

/* Reports are asked for, obeyed, and no longer asked for on every way out. */
static void follows_the_mouse(void **state)
{
	const char *arguments[] = {pty_program(), "--at", "meeting-20", RECORD, NULL};
	struct pty *pty = pty_begin(
		state, &(struct pty_start){.arguments = arguments, .columns = 120, .rows = 36});

	pty_wait_selected(pty, "Met 20");
	pty_wait_written(pty, "\033[?1000h\033[?1006h", "the mouse");
	click(pty, pty_find(pty, "Met 19"), 19);
	pty_wait_selected(pty, "Met 19");
	pty_keys(pty, "\033[<0;20;3m\033[<65;20;9M");
	pty_wait_selected(pty, "Met 21");
	pty_keys(pty, "\033[<0;20;9M\033[<32;25;9M\033[<0;30;9m");
	pty_wait_text(pty, "Shift and drag selects text");
	pty_keys(pty, ":meeting-21\r");
	pty_wait_selected(pty, "Met 21");
	pty_keys(pty, "\032");
	pty_wait_stop(pty);
	assert_null(pty_left_behind(pty));
	pty_continue(pty);
	pty_wait_selected(pty, "Met 21");
	pty_keys(pty, "\033[<64;20;9M");
	pty_wait_selected(pty, "Met 18");
	click(pty, 35, (int)(strstr(pty_row(pty, 35), "i index") - pty_row(pty, 35)));
	pty_wait_text(pty, "type a name");
	click(pty, 35, (int)(strstr(pty_row(pty, 35), "Esc close") - pty_row(pty, 35)));
	pty_wait_selected(pty, "Met 18");
	pty_quit(pty, "qq");
	for (int i = 0; i < 2; i++) {
		pty_end(state);
		pty = pty_begin(state, &(struct pty_start){.arguments = arguments});
		pty_wait_selected(pty, "Met 20");
		pty_wait_written(pty, "\033[?1000h", "the mouse");
		if (i == 0) {
			pty_signal(pty, SIGTERM);
			assert_int_equal(pty_wait_end(pty), 128 + SIGTERM);
		} else {
			pty_keys(pty, "\033OQ"); /* F2: off */
			pty_wait_written(pty, "\033[?1000l", "no mouse");
			pty_keys(pty, "q");
			assert_int_equal(pty_wait_end(pty), 0);
		}
		assert_null(pty_left_behind(pty));
	}
}

static void asks_for_no_mouse(void **state)
{
	const char *arguments[] = {pty_program(), "--no-mouse", RECORD, NULL};
	struct pty *pty = pty_begin(state, &(struct pty_start){.arguments = arguments});
	pty_wait_text(pty, "? help");
	assert_null(strstr(pty_written(pty), "\033[?1000h"));
	pty_quit(pty, "q");
}

/* NO_COLOR takes the colours away, unless it is empty, or --color says what is wanted; bold
 * stays. */
static void obeys_no_color(void **state)
{
	static const struct {
		const char *set, *option;
		bool color;
	} cases[] = {
		{"NO_COLOR", "--theme=dark", true},
		{"NO_COLOR=", "--theme=dark", true},
		{"NO_COLOR=1", "--theme=dark", false},
		{"NO_COLOR=1", "--color=always", true},
		{"NO_COLOR", "--color=never", false},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *arguments[] = {
			pty_program(), "--at", "meeting-20", cases[i].option, RECORD, NULL};
		const char *environment[] = {cases[i].set, NULL};
		struct pty *pty = pty_begin(state,
			&(struct pty_start){.arguments = arguments, .environment = environment});

		pty_wait_selected(pty, "Met 20");
		assert_int_equal(strstr(pty_written(pty), "38;5;") != NULL, cases[i].color);
		pty_quit(pty, "q");
		pty_end(state);
	}
}

static void a_kiosk_ends_by_a_signal_alone(void **state)
{
	const char *arguments[] = {pty_program(), "--kiosk", "--at", "meeting-20", RECORD, NULL};
	struct pty *pty = pty_begin(state, &(struct pty_start){.arguments = arguments});

	pty_wait_selected(pty, "Met 20");
	pty_keys(pty, "qQ\032e\003j");
	pty_wait_selected(pty, "Met 21");
	pty_signal(pty, SIGTERM);
	assert_int_equal(pty_wait_end(pty), 128 + SIGTERM);
	assert_null(pty_left_behind(pty));
}

static void stops_and_continues(void **state)
{
	struct pty *pty = explore_at(state, "meeting-20", 80, 24);

	pty_wait_selected(pty, "Met 20");
	for (int i = 0; i < 2; i++) {
		pty_keys(pty, "\032");
		pty_wait_stop(pty);
		assert_null(pty_left_behind(pty));
		pty_wait_gone(pty, "Met 20");
		pty_continue(pty);
		pty_wait_selected(pty, "Met 20");
	}
	pty_keys(pty, "j");
	pty_wait_selected(pty, "Met 21");
	pty_quit(pty, "q");
}

/* A stop from outside, too: `kill -TSTP`, and another size when it goes on. */
static void stops_when_told(void **state)
{
	struct pty *pty = explore_at(state, "meeting-20", 80, 24);

	pty_wait_selected(pty, "Met 20");
	pty_signal(pty, SIGTSTP);
	pty_wait_stop(pty);
	assert_null(pty_left_behind(pty));
	pty_resize(pty, 120, 36);
	pty_continue(pty);
	pty_wait_selected(pty, "Met 20");
	pty_wait_row(pty, 35, "quit");
	pty_quit(pty, "q");
}

static void ends_as_a_signal_does(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT};

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct pty *pty = explore_at(state, "meeting-20", 80, 24);

		pty_wait_selected(pty, "Met 20");
		pty_signal(pty, signals[i]);
		assert_int_equal(pty_wait_end(pty), 128 + signals[i]);
		assert_null(pty_left_behind(pty));
		pty_end(state);
	}
}

static void ends_with_its_terminal(void **state)
{
	struct pty *pty = explore_at(state, "meeting-20", 80, 24);

	pty_wait_selected(pty, "Met 20");
	pty_hang_up(pty);
	assert_int_equal(pty_wait_end(pty), 128 + SIGHUP);
}

static void says_how_to_quit(void **state)
{
	struct pty *pty = explore_at(state, "meeting-20", 80, 24);

	pty_wait_selected(pty, "Met 20");
	pty_keys(pty, "\003");
	pty_wait_row(pty, 23, "q");
	pty_quit(pty, "q");
}

static void takes_keys_from_the_terminal(void **state)
{
	const char *arguments[] = {pty_program(), "--at", "meeting-20", "-", NULL};
	struct pty *pty = pty_begin(
		state, &(struct pty_start){.arguments = arguments, .input = RECORD});

	pty_wait_selected(pty, "Met 20");
	pty_keys(pty, "j");
	pty_wait_selected(pty, "Met 21");
	pty_quit(pty, "q");
}

static void refuses_what_it_cannot_use(void **state)
{
	static const struct {
		const char *environment[2];
		const char *input;
		bool detached;
	} unusable[] = {
		{.environment = {"TERM"}},
		{.environment = {"TERM=dumb"}},
		{.environment = {"TERM=nonsense"}},
		{.input = "/dev/null", .detached = true},
	};

	for (size_t i = 0; i < sizeof unusable / sizeof *unusable; i++) {
		const char *arguments[] = {pty_program(), RECORD, NULL};
		struct pty *pty = pty_begin(state,
			&(struct pty_start){.arguments = arguments,
				.environment = unusable[i].environment[0] ? unusable[i].environment
									  : NULL,
				.input = unusable[i].input,
				.detached = unusable[i].detached});

		assert_int_equal(pty_wait_end(pty), 2);
		assert_null(pty_left_behind(pty));
		assert_non_null(strstr(pty_written(pty), "truce: "));
		assert_null(strchr(pty_written(pty), '\033'));
		pty_end(state);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(starts_at_every_size, pty_end),
		cmocka_unit_test_teardown(opens_the_builtin_record, pty_end),
		cmocka_unit_test_teardown(asks_what_it_stands_on, pty_end),
		cmocka_unit_test_teardown(asks_only_who_may_answer, pty_end),
		cmocka_unit_test_teardown(follows_its_keys, pty_end),
		cmocka_unit_test_teardown(shows_where_the_search_stands, pty_end),
		cmocka_unit_test_teardown(copies_through_the_terminal, pty_end),
		cmocka_unit_test_teardown(takes_a_burst_of_keys, pty_end),
		cmocka_unit_test_teardown(keeps_what_is_selected_in_view, pty_end),
		cmocka_unit_test_teardown(follows_the_mouse, pty_end),
		cmocka_unit_test_teardown(asks_for_no_mouse, pty_end),
		cmocka_unit_test_teardown(obeys_no_color, pty_end),
		cmocka_unit_test_teardown(a_kiosk_ends_by_a_signal_alone, pty_end),
		cmocka_unit_test_teardown(stops_and_continues, pty_end),
		cmocka_unit_test_teardown(stops_when_told, pty_end),
		cmocka_unit_test_teardown(ends_as_a_signal_does, pty_end),
		cmocka_unit_test_teardown(ends_with_its_terminal, pty_end),
		cmocka_unit_test_teardown(says_how_to_quit, pty_end),
		cmocka_unit_test_teardown(takes_keys_from_the_terminal, pty_end),
		cmocka_unit_test_teardown(refuses_what_it_cannot_use, pty_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
