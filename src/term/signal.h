/* Signals, and the last words to a terminal when one of them ends the program.
 *
 * A new size, a stop and a continuation are told to the loop through a pipe that it polls. What
 * ends the program (SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGPIPE, a crash) is answered at once,
 * wherever the program is: the terminal is given its last words with nothing but async-signal-safe
 * calls, and the signal is raised again with its default action, so that the exit status is the
 * signal's. A signal that was ignored when truce started stays ignored. */
#ifndef TRUCE_TERM_SIGNAL_H
#define TRUCE_TERM_SIGNAL_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* What the loop is told; bits. */
enum { TERM_SIGNAL_RESIZE = 1, TERM_SIGNAL_STOP = 2, TERM_SIGNAL_CONTINUE = 4 };

/* Catches the signals, and gives them back. Returns false, with errno, when there are no descriptors
 * left.
 * To be started before ncurses, which leaves alone what is caught already. */
bool term_signal_start(void);
void term_signal_stop(void);

/* Holds back the signals, for the moments when the last words are not ready; and lets them come. One
 * that stops who touches the terminal of another is not held, nor a crash, which would end the
 * program at once. */
void term_signal_hold(void);
void term_signal_release(void);

/* Readable when there is something to take. */
int term_signal_fd(void);
/* What was told since the last time. */
unsigned term_signal_take(void);

/* What is written to the terminal and which modes and flags it is given back when a signal ends the program.
 * Borrows both until the next call; NULL when there is nothing to restore. */
struct term_words {
	int fd;
	const char *text;
	size_t len;
	bool as_it_was; /* it has the modes that it had */
	struct termios modes;
	int flags; /* of the open file: O_NONBLOCK where it had that */
};
void term_signal_words(const struct term_words *);

/* Between true and false a library works that has no answer to the end of memory: it crashes where
 * nothing is, or calls exit. Both end the program as mem_alloc would: restored, with a line that says
 * so, and status 2. So it does where the library needs more stack than there is. */
void term_signal_fragile(bool);
/* For atexit: the last words, where they have not been said. */
void term_signal_exit(void);

/* Whether the terminal belongs to the program's own process group. */
bool term_signal_owns(int fd);
/* Waits, stopped as the system stops who touches another's terminal, until it does. False where the
 * program cannot be stopped so: whoever started it refuses that signal, or no shell is left. */
bool term_signal_await(int fd);

/* Where no loop runs that could be told of a stop: what answers it instead, in the handler; and what
 * stops the program there until it is continued. */
void term_signal_answer_stop(void (*answer)(int number));
void term_signal_halt(void);

/* Stops the program until it is continued: alone, or with all its process group, as the terminal's
 * own key would. The terminal must have been given back. */
void term_signal_suspend(bool group);

/* While another program has the terminal: its keys for interrupt and quit are not meant for truce,
 * and its stop stops truce as well. The terminal must have been given back. */
void term_signal_lend(void);
void term_signal_regain(void);
/* The signals of which the other program is to have the default action: all but those that were
 * ignored when truce started. */
sigset_t term_signal_defaults(void);

/* Ends the program as if its terminal had hung up. */
_Noreturn void term_signal_hang_up(void);

#endif
