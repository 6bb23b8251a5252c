/* A program in a terminal: starts it, shows what it shows, types, resizes, signals.
 *
 * The program runs as the foreground job of a session of its own, under a leader that does what a
 * shell does: it sees the job stop, takes the terminal back, and gives it again. What the program
 * writes goes to a terminal emulator, whose screen the tests read. Nothing ever sleeps: every wait
 * ends when what is waited for is there, or fails the running cmocka test after five seconds, with
 * the screen printed.
 *
 * A test keeps its struct pty in cmocka's state, and pty_end as its teardown frees it, whatever
 * happened. */
#ifndef TRUCE_TESTS_PTY_H
#define TRUCE_TESTS_PTY_H

#include <stdbool.h>
#include <sys/types.h>

struct pty;

struct pty_start {
	int columns, rows;            /* 80 and 24 when 0 */
	const char *const *arguments; /* closed with NULL; the first one is found in PATH */
	const char *const *
		environment; /* "NAME=value" sets, "NAME" takes away; closed with NULL, may be NULL */
	const char *input;   /* a file as standard input, else the terminal */
	bool detached;       /* the terminal is not the controlling one: there is no /dev/tty */
	bool nonblocking;    /* another program has left the terminal so */
};

/* $TRUCE, else where the release build puts it. */
const char *pty_program(void);

/* Starts the program in an environment of PATH, HOME, LC_ALL=C.UTF-8, TERM=xterm-256color. */
struct pty *pty_begin(void **state, const struct pty_start *);
int pty_end(void **state);

/* The text of a row of the screen, from 0, without the blanks at its end. Valid until the next
 * call. */
const char *pty_row(struct pty *, int row);
/* The first row with that text, or -1. */
int pty_find(struct pty *, const char *text);

void pty_wait(
	struct pty *, bool (*holds)(struct pty *, const void *), const void *, const char *what);
void pty_wait_text(struct pty *, const char *text);
void pty_wait_gone(struct pty *, const char *text);
void pty_wait_row(struct pty *, int row, const char *text);
/* A row of the explorer's timeline with that title is the selected one. */
void pty_wait_selected(struct pty *, const char *title);
/* The program has written these bytes; `what` is what they are, for people. */
void pty_wait_written(struct pty *, const char *bytes, const char *what);

void pty_keys(struct pty *, const char *keys);
void pty_resize(struct pty *, int columns, int rows);
/* To the program alone. */
void pty_signal(struct pty *, int number);
/* Takes the terminal away, as a closed window does. */
void pty_hang_up(struct pty *);

/* Waits until the program has stopped; pty_continue is what `fg` does. */
void pty_wait_stop(struct pty *);
void pty_continue(struct pty *);

/* Waits for the end. Returns the exit status, or 128 + the signal's number. */
int pty_wait_end(struct pty *);

/* Types the key: it ends the program with status 0, and nothing is left behind. */
void pty_quit(struct pty *, const char *key);

/* After a stop or an end: NULL when the terminal is as it was (main screen, cursor visible, no
 * mouse, no bracketed paste, plain keypad, the same settings of the line, blocking as before), else
 * what is not. */
const char *pty_left_behind(struct pty *);
/* Everything the program has written, as it was written. Valid until the next wait. */
const char *pty_written(struct pty *);

/* ---- the session, in pty_session.c ---- */

struct pty_session {
	int terminal; /* the emulator's end */
	int reports, orders;
	pid_t leader, program;
};

void session_start(struct pty_session *, const struct pty_start *);

#endif
