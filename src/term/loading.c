/* With keys, the first tick takes the line of the terminal out of its canonical mode, so that a key
 * is there as soon as it is typed; from then on every tick looks for one. One that is not `q` is
 * kept, and ends the looking: what comes behind it stays in the terminal for the explorer.
 *
 * A tick may come anywhere, in malloc as in an open that waits for a pipe's other end. So all that
 * it needs is prepared, and it makes only calls that are safe in a handler. */
#include "term/loading.h"

#include "base/text.h"
#include "term/locale.h"
#include "term/signal.h"
#include "term/stream.h"
#include "term/wait.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

enum {
	LOADING_QUIET = 200,
	LOADING_TICK = 50, /* milliseconds */
	LOADING_DOTS = 8,  /* one a second */
	LOADING_TEXT = 256
};

static const char line_erase[] = "\r\033[K";

static struct {
	bool begun, keys;
	volatile sig_atomic_t shown, typed; /* typed: a byte and 1, 0 for none */
	volatile sig_atomic_t said;         /* which of the texts is said; it is on the line */
	volatile sig_atomic_t written;
	volatile sig_atomic_t wanted; /* a tick has passed since a text was asked for */
	char texts[2][LOADING_TEXT];
	int ticks;
	struct sigaction before;
	struct term_words words; /* with the modes of the terminal as they were */
	struct termios modes;    /* while it is shown */
} loading;

/* A terminal that takes no output now is not waited for: no signal would end that. */
static void loading_write(const char *text)
{
	if (wait_writable(STDERR_FILENO, 0))
		(void)!write(STDERR_FILENO, text, strlen(text));
}

/* Whether the terminal is there to be written to: it belongs to this job, and no other program of
 * it, as one that reads what is printed, has a screen of its own there. */
static bool loading_may(void)
{
	if (!term_signal_owns(STDERR_FILENO) || (loading.keys && !term_signal_owns(STDIN_FILENO)))
		return false;
	return loading.keys ||
		(tcgetattr(STDERR_FILENO, &loading.modes) == 0 && (loading.modes.c_lflag & ICANON));
}

/* Started in the background, the program meets the modes of the terminal when it comes to the
 * fore. */
static void loading_show(void)
{
	if (loading.keys) {
		if (tcgetattr(STDIN_FILENO, &loading.modes) != 0)
			return;
		loading.words.modes = loading.modes;
		loading.modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
		loading.modes.c_cc[VMIN] = 1; /* 0 would end a shell that finds them so */
		loading.modes.c_cc[VTIME] = 0;
		term_signal_words(&loading.words);
		tcsetattr(STDIN_FILENO, TCSANOW, &loading.modes);
	} else {
		term_signal_words(&loading.words);
	}
	loading.shown = 1;
	loading.written = 0;
	loading.ticks = 0;
}

static void loading_hide(void)
{
	if (loading_may()) {
		if (loading.keys)
			tcsetattr(STDIN_FILENO, TCSANOW, &loading.words.modes);
		loading_write(line_erase);
	}
	term_signal_words(NULL);
	loading.shown = 0;
}

static void loading_line(void)
{
	loading.wanted = 1;
	if (!loading.written) {
		static char line[sizeof line_erase + LOADING_TEXT];
		loading.ticks = 0;
		loading.written = 1;
		strcpy(line, line_erase);
		strcat(line, loading.texts[loading.said]);
		loading_write(line);
	} else if (++loading.ticks % (1000 / LOADING_TICK) == 0) {
		loading_write(".");
		if (loading.ticks == LOADING_DOTS * (1000 / LOADING_TICK))
			loading.written = 0;
	}
}

/* Whoever had the terminal meanwhile may have left it in other modes. */
static void loading_insist(void)
{
	struct termios now;
	if (tcgetattr(STDIN_FILENO, &now) == 0 && (now.c_lflag & (ICANON | ECHO)) != 0)
		tcsetattr(STDIN_FILENO, TCSANOW, &loading.modes);
}

/* No read here may wait: no other signal comes before it ends. */
static void loading_listen(void)
{
	char byte;
	int there = 0;
	loading_insist();
	if (loading.typed || ioctl(STDIN_FILENO, FIONREAD, &there) != 0 || there <= 0 ||
		read(STDIN_FILENO, &byte, 1) != 1)
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
	if (loading_may()) { /* in the background: hands off */
		if (!loading.shown)
			loading_show();
		if (term_signal_take() & TERM_SIGNAL_CONTINUE)
			loading.written = 0; /* a stop that could not be answered */
		if (loading.shown)
			loading_line();
		if (loading.shown && loading.keys)
			loading_listen();
	}
	errno = error;
}

/* There is no loop to tell it to: the program stops where it is, and the next tick shows the line
 * again, with the modes that the terminal has then. */
static void loading_stop(int number)
{
	int error = errno;
	(void)number;
	if (loading.shown)
		loading_hide();
	term_signal_halt();
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

static int loading_columns(void)
{
	struct winsize size;
	return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/* Whether keys come from the terminal that is written to, whose modes are given back. */
static bool loading_hears(void)
{
	struct stat from, to;
	return isatty(STDIN_FILENO) && fstat(STDIN_FILENO, &from) == 0 &&
		fstat(STDERR_FILENO, &to) == 0 && from.st_rdev == to.st_rdev;
}

void term_loading_begin(const char *text, bool keys)
{
	struct sigaction action = {.sa_handler = loading_tick, .sa_flags = SA_RESTART};
	if (loading.begun || !isatty(STDERR_FILENO) || !term_signal_start())
		return;
	loading.keys = keys && loading_hears();
	loading.typed = loading.wanted = 0;
	loading.words = (struct term_words){
		.fd = STDERR_FILENO,
		.text = line_erase,
		.len = sizeof line_erase - 1,
		.as_it_was = !loading.keys,
	};
	loading.begun = true;
	term_loading_say(text);
	term_signal_answer_stop(loading_stop);
	sigfillset(&action.sa_mask);
	sigaction(SIGALRM, &action, &loading.before);
	term_loading_pause(false);
}

/* As much of it as stands on one row, with its dots. The handler never sees half of a text. */
void term_loading_say(const char *text)
{
	const char *at = text, *end = text + strlen(text);
	int next = !loading.said, room = loading_columns() - LOADING_DOTS, pending = 0, columns;
	char *out = loading.texts[next], *last = out + LOADING_TEXT - 1;
	char cell[TEXT_CELL_MOST];
	struct buf bytes = {0};
	size_t len;
	if (!loading.begun)
		return;
	while ((columns = text_cell(term_form(), &at, end, &pending, cell, &len)) >= 0 &&
		(room -= columns) > 0) {
		buf_clear(&bytes);
		term_stream_encode(&bytes, cell, len);
		if (bytes.len > (size_t)(last - out))
			break;
		memcpy(out, bytes.text, bytes.len);
		out += bytes.len;
	}
	*out = '\0';
	buf_free(&bytes);
	loading.said = next;
	loading.written = 0;
}

bool term_loading_wants(void)
{
	bool wanted = loading.wanted;
	loading.wanted = 0;
	return wanted;
}

void term_loading_yield(int fd)
{
	if (loading.begun && isatty(fd))
		term_loading_end();
	else
		term_loading_pause(true);
}

void term_loading_pause(bool pause)
{
	if (!loading.begun)
		return;
	timer_set(pause ? 0 : LOADING_QUIET, pause ? 0 : LOADING_TICK);
	if (pause && loading.shown)
		loading_hide();
}

void term_loading_end(void)
{
	if (!loading.begun)
		return;
	term_loading_pause(true);
	sigaction(SIGALRM, &loading.before, NULL);
	term_signal_stop();
	loading.begun = false;
}

int term_loading_typed(void)
{
	int byte = loading.typed - 1;
	loading.typed = 0;
	return byte;
}
