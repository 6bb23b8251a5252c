/* The first tick takes the line of the terminal out of its canonical mode, so that a key is there
 * as soon as it is typed; from then on every tick looks for one. One that is not `q` is kept, and
 * ends the looking: what comes behind it stays in the terminal for the explorer.
 *
 * A tick may come anywhere, in malloc as in an open that waits for a pipe's other end. So all that
 * it needs is prepared, and it makes only calls that POSIX says are safe in a handler. */
#include "term/loading.h"

#include "term/signal.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

enum { LOADING_QUIET = 200, LOADING_TICK = 50 }; /* milliseconds */

static const char line_erase[] = "\r\033[K";

static struct {
	bool begun;
	volatile sig_atomic_t shown, typed; /* typed: a byte and 1, 0 for none */
	int ticks;
	struct sigaction before;
	struct term_words words; /* with the modes of the terminal as they were */
	struct termios modes;    /* while it is shown: a read without a key returns at once */
} loading;

static void loading_say(const char *text)
{
	(void)!write(STDERR_FILENO, text, strlen(text));
}

/* Started in the background, the program meets the modes of the terminal when it comes to the
 * fore. */
static void loading_show(void)
{
	if (tcgetattr(STDIN_FILENO, &loading.modes) != 0)
		return;
	loading.words.modes = loading.modes;
	loading.modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	loading.modes.c_cc[VMIN] = 0;
	loading.modes.c_cc[VTIME] = 0;
	term_signal_words(&loading.words);
	tcsetattr(STDIN_FILENO, TCSANOW, &loading.modes);
	loading_say("truce: reading; q or C-c ends it");
	loading.shown = 1;
}

static void loading_hide(void)
{
	tcsetattr(STDIN_FILENO, TCSANOW, &loading.words.modes);
	loading_say(line_erase);
	loading.shown = 0;
}

static void loading_listen(void)
{
	char byte;
	if (loading.typed || read(STDIN_FILENO, &byte, 1) != 1)
		return;
	if (byte == 'q' || byte == 'Q') {
		loading_hide();
		_exit(0);
	}
	loading.typed = (unsigned char)byte + 1;
}

static void loading_tick(int number)
{
	int error = errno;
	(void)number;
	if (tcgetpgrp(STDIN_FILENO) == getpgrp()) { /* in the background: hands off */
		if (!loading.shown)
			loading_show();
		else if (++loading.ticks % (1000 / LOADING_TICK) == 0)
			loading_say(".");
		if (loading.shown)
			loading_listen();
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
	if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO) || !term_signal_start())
		return;
	loading.words = (struct term_words){
		.fd = STDERR_FILENO,
		.text = line_erase,
		.len = sizeof line_erase - 1,
	};
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
	if (loading.shown)
		loading_hide();
	bool stop = term_signal_take() & TERM_SIGNAL_STOP;
	term_signal_stop();
	loading.begun = false;
	if (stop)
		raise(SIGTSTP);
}

int term_loading_typed(void)
{
	int byte = loading.typed - 1;
	loading.typed = 0;
	return byte;
}
