/* The first tick takes the line of the terminal out of its canonical mode, so that a key is there as soon as it is
 * typed; from then on every tick looks for one. One that is not `q` is kept, and ends the looking: what comes behind
 * it stays in the terminal for the explorer. */
#include "term/term_loading.h"

#include "term/term_signal.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/time.h>
#include <unistd.h>

enum { LOADING_QUIET = 200, LOADING_TICK = 50 }; /* milliseconds */

static const char line_erase[] = "\r\033[K";

static struct {
	bool begun;
	volatile sig_atomic_t shown, typed; /* typed: a byte and 1, 0 for none */
	int ticks;
	struct sigaction before;
	struct term_words words;
} loading;

static void loading_say(const char *text)
{
	(void)!write(STDERR_FILENO, text, strlen(text));
}

static void loading_show(void)
{
	struct termios modes;

	if (!term_signal_start())
		return;
	tcgetattr(STDIN_FILENO, &loading.words.modes);
	loading.words.fd = STDERR_FILENO;
	loading.words.text = line_erase;
	loading.words.len = sizeof line_erase - 1;
	term_signal_words(&loading.words);
	modes = loading.words.modes;
	modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	modes.c_cc[VMIN] = 1;
	modes.c_cc[VTIME] = 0;
	tcsetattr(STDIN_FILENO, TCSANOW, &modes);
	loading_say("truce: reading; q or C-c ends it");
	loading.shown = 1;
}

static void loading_hide(void)
{
	tcsetattr(STDIN_FILENO, TCSANOW, &loading.words.modes);
	loading_say(line_erase);
	term_signal_stop();
	loading.shown = 0;
}

static void loading_tick(int number)
{
	int error = errno, waiting = 0;
	char byte;

	(void)number;
	if (tcgetpgrp(STDIN_FILENO) != getpgrp()) { /* in the background: hands off */
		errno = error;
		return;
	}
	if (!loading.shown)
		loading_show();
	else if (++loading.ticks % (1000 / LOADING_TICK) == 0)
		loading_say(".");
	if (loading.shown && !loading.typed && ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 &&
		waiting > 0 && read(STDIN_FILENO, &byte, 1) == 1) {
		if (byte == 'q' || byte == 'Q') {
			loading_hide();
			_exit(0);
		}
		loading.typed = (unsigned char)byte + 1;
	}
	errno = error;
}

static void timer_set(int first, int then)
{
	struct itimerval timer = {
		.it_value = {.tv_usec = first * 1000},
		.it_interval = {.tv_usec = then * 1000},
	};

	setitimer(ITIMER_REAL, &timer, NULL);
}

void term_loading_begin(void)
{
	struct sigaction action = {.sa_handler = loading_tick, .sa_flags = SA_RESTART};

	if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO))
		return;
	sigfillset(&action.sa_mask);
	sigaction(SIGALRM, &action, &loading.before);
	timer_set(LOADING_QUIET, LOADING_TICK);
	loading.begun = true;
}

void term_loading_end(void)
{
	if (!loading.begun)
		return;
	timer_set(0, 0);
	sigaction(SIGALRM, &loading.before, NULL);
	loading.begun = false;
	if (loading.shown)
		loading_hide();
}

int term_loading_typed(void)
{
	int byte = loading.typed - 1;

	loading.typed = 0;
	return byte;
}
