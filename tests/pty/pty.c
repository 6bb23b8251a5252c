/* The emulator's side: bytes from the program go to libvterm, and are kept, since what a program
 * has switched on in the terminal is read from them: the last word it said about each mode. */
#include "tests/pty/pty.h"

#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <vterm.h>

enum { PATIENCE = 5000 }; /* milliseconds */

struct pty {
	struct pty_session session;
	VTerm *emulator;
	VTermScreen *screen;
	int columns, rows;
	struct buf written, row, message;
	struct termios before, after;
	bool nonblocking; /* before */
	int flags;        /* after */
	bool reported;    /* a stop or an end that nobody has asked for yet */
	bool ended;
	bool answered; /* what it stands on: a dark ground, as terminals say who are asked */
	int status;
};

static long long milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static void answer(const char *bytes, size_t len, void *user)
{
	const struct pty *pty = user;

	if (write(pty->session.terminal, bytes, len) < 0)
		return; /* the program is gone: its end will be reported */
}

struct pty *pty_begin(void **state, const struct pty_start *start)
{
	struct pty *pty = calloc(1, sizeof *pty);

	assert_non_null(pty);
	signal(SIGPIPE, SIG_IGN);
	pty->columns = start->columns ? start->columns : 80;
	pty->rows = start->rows ? start->rows : 24;
	pty->nonblocking = start->nonblocking;
	session_start(&pty->session, start);
	*state = pty;
	pty->emulator = vterm_new(pty->rows, pty->columns);
	vterm_set_utf8(pty->emulator, 1);
	vterm_output_set_callback(pty->emulator, answer, pty);
	pty->screen = vterm_obtain_screen(pty->emulator);
	vterm_screen_enable_altscreen(pty->screen, 1);
	vterm_screen_reset(pty->screen, 1);
	/* The settings of a new line are always the same: those of another, since the program may
	 * be ahead of us. */
	int other = posix_openpt(O_RDWR | O_NOCTTY);
	tcgetattr(other, &pty->before);
	close(other);
	return pty;
}

int pty_end(void **state)
{
	struct pty *pty = *state;

	*state = NULL;
	if (!pty)
		return 0;
	if (!pty->ended)
		kill(-pty->session.program, SIGKILL);
	if (pty->session.terminal >= 0)
		close(pty->session.terminal);
	close(pty->session.orders);
	close(pty->session.reports);
	waitpid(pty->session.leader, NULL, 0);
	vterm_free(pty->emulator);
	buf_free(&pty->written);
	buf_free(&pty->row);
	buf_free(&pty->message);
	free(pty);
	return 0;
}

/* ---- the screen ---- */

const char *pty_row(struct pty *pty, int row)
{
	VTermRect place = {
		.start_row = row, .end_row = row + 1, .start_col = 0, .end_col = pty->columns};
	char text[8192];
	size_t len = vterm_screen_get_text(pty->screen, text, sizeof text, place);

	while (len > 0 && text[len - 1] == ' ')
		len--;
	buf_clear(&pty->row);
	buf_add(&pty->row, text, len);
	return buf_string(&pty->row);
}

int pty_find(struct pty *pty, const char *text)
{
	for (int row = 0; row < pty->rows; row++)
		if (strstr(pty_row(pty, row), text))
			return row;
	return -1;
}

static void screen_print(struct pty *pty)
{
	fprintf(stderr, "--- %dx%d\n", pty->columns, pty->rows);
	for (int row = 0; row < pty->rows; row++)
		fprintf(stderr, "%s\n", pty_row(pty, row));
	if (pty->ended)
		fprintf(stderr, "--- ended, status %d\n", pty->status);
	else
		fprintf(stderr, "---\n");
}

/* ---- waiting ---- */

static void report_read(struct pty *pty)
{
	int status;

	if (read(pty->session.reports, &status, sizeof status) != sizeof status ||
		read(pty->session.reports, &pty->after, sizeof pty->after) != sizeof pty->after ||
		read(pty->session.reports, &pty->flags, sizeof pty->flags) != sizeof pty->flags)
		fail_msg("the leader of the session is gone");
	pty->reported = true;
	pty->ended = !WIFSTOPPED(status);
	pty->status = WIFEXITED(status) ? WEXITSTATUS(status)
		: WIFSIGNALED(status)   ? 128 + WTERMSIG(status)
					: 0;
}

/* A program that has asked waits a moment for it before it ends. */
static void ground_answer(struct pty *pty)
{
	static const char answer[] = "\033]11;rgb:0000/0000/0000\033\\";

	if (pty->answered || !strstr(buf_string(&pty->written), "\033]11;?\033\\"))
		return;
	pty->answered = true;
	pty_keys(pty, answer);
}

/* Takes in what comes within so many milliseconds; false when nothing did. */
static bool pump(struct pty *pty, int most)
{
	struct pollfd from[2] = {{.fd = pty->session.terminal, .events = POLLIN},
		{.fd = pty->ended || pty->reported ? -1 : pty->session.reports, .events = POLLIN}};
	char bytes[65536];
	ssize_t got;

	if (poll(from, 2, most) <= 0)
		return false;
	if (from[0].revents) {
		got = read(pty->session.terminal, bytes, sizeof bytes);
		if (got > 0) {
			buf_add(&pty->written, bytes, (size_t)got);
			vterm_input_write(pty->emulator, bytes, (size_t)got);
			ground_answer(pty);
			return true;
		}
		if (got < 0 && errno == EIO) { /* no one holds the line any more */
			close(pty->session.terminal);
			pty->session.terminal = -1;
		}
	}
	if (from[1].revents)
		report_read(pty);
	return true;
}

void pty_wait(struct pty *pty, bool (*holds)(struct pty *, const void *), const void *what,
	const char *name)
{
	long long end = milliseconds() + PATIENCE;

	while (!holds(pty, what)) {
		long long left = end - milliseconds();

		if (left <= 0) {
			screen_print(pty);
			fail_msg("waited in vain: %s", name);
		}
		pump(pty, (int)left);
	}
}

static bool text_there(struct pty *pty, const void *text)
{
	return pty_find(pty, text) >= 0;
}

static bool text_gone(struct pty *pty, const void *text)
{
	return pty_find(pty, text) < 0;
}

struct row_text {
	int row;
	const char *text;
};

static bool row_has(struct pty *pty, const void *what)
{
	const struct row_text *wanted = what;

	return strstr(pty_row(pty, wanted->row), wanted->text) != NULL;
}

void pty_wait_text(struct pty *pty, const char *text)
{
	pty_wait(pty, text_there, text, text);
}

void pty_wait_gone(struct pty *pty, const char *text)
{
	pty_wait(pty, text_gone, text, text);
}

void pty_wait_row(struct pty *pty, int row, const char *text)
{
	pty_wait(pty, row_has, &(struct row_text){row, text}, text);
}

static bool is_selected(struct pty *pty, const void *title)
{
	int row = pty_find(pty, "▸");

	return row >= 0 && strstr(pty_row(pty, row), title);
}

void pty_wait_selected(struct pty *pty, const char *title)
{
	pty_wait(pty, is_selected, title, title);
}

static bool has_written(struct pty *pty, const void *bytes)
{
	return strstr(pty_written(pty), bytes) != NULL;
}

void pty_wait_written(struct pty *pty, const char *bytes, const char *what)
{
	pty_wait(pty, has_written, bytes, what);
}

/* ---- doing ---- */

const char *pty_program(void)
{
	const char *name = getenv("TRUCE");

	return name ? name : "build/release/truce";
}

void pty_quit(struct pty *pty, const char *key)
{
	pty_keys(pty, key);
	assert_int_equal(pty_wait_end(pty), 0);
	assert_null(pty_left_behind(pty));
}

void pty_keys(struct pty *pty, const char *keys)
{
	size_t len = strlen(keys);

	if (write(pty->session.terminal, keys, len) != (ssize_t)len)
		fail_msg("the program takes no keys");
}

void pty_resize(struct pty *pty, int columns, int rows)
{
	struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};

	while (pump(pty, 0)) /* what was drawn for the old size goes on the old screen */
		;
	pty->columns = columns;
	pty->rows = rows;
	vterm_set_size(pty->emulator, rows, columns);
	ioctl(pty->session.terminal, TIOCSWINSZ, &size);
}

void pty_signal(struct pty *pty, int number)
{
	kill(pty->session.program, number);
}

void pty_hang_up(struct pty *pty)
{
	close(pty->session.terminal);
	pty->session.terminal = -1;
}

static bool has_reported(struct pty *pty, const void *unused)
{
	(void)unused;
	return pty->reported;
}

void pty_wait_stop(struct pty *pty)
{
	pty_wait(pty, has_reported, NULL, "a stop");
	pty->reported = false;
	if (pty->ended)
		fail_msg("ended with status %d, where it was to stop", pty->status);
}

void pty_continue(struct pty *pty)
{
	if (write(pty->session.orders, "c", 1) != 1)
		fail_msg("the leader of the session is gone");
}

static bool has_ended(struct pty *pty, const void *unused)
{
	(void)unused;
	/* Its last words may come after the news of its end: the line says when there are no
	 * more. */
	return pty->ended && pty->session.terminal < 0;
}

int pty_wait_end(struct pty *pty)
{
	pty_wait(pty, has_ended, NULL, "the end");
	pty->reported = false;
	return pty->status;
}

/* ---- what is left behind ---- */

const char *pty_written(struct pty *pty)
{
	return buf_string(&pty->written);
}

/* What was said last of the private mode: 'h' set, 'l' reset, 0 nothing. */
static char mode_last(const char *written, int mode)
{
	char last = 0;

	for (const char *at = written; (at = strstr(at, "\033[?"));) {
		char *end = NULL;
		bool named = false;

		for (at += 3; *at >= '0' && *at <= '9'; at = *end == ';' ? end + 1 : end)
			named |= strtol(at, &end, 10) == mode;
		if (named && (*at == 'h' || *at == 'l'))
			last = *at;
	}
	return last;
}

static const struct {
	int mode;
	char plain;
	const char *name;
} modes[] = {
	{1049, 'l', "the alternate screen"},
	{47, 'l', "the alternate screen"},
	{25, 'h', "a hidden cursor"},
	{1, 'l', "the keypad's application mode"},
	{1000, 'l', "mouse reports"},
	{1002, 'l', "mouse reports while a button is down"},
	{1003, 'l', "mouse reports of every movement"},
	{1006, 'l', "the long form of mouse reports"},
	{1004, 'l', "focus reports"},
	{2004, 'l', "bracketed paste"},
	{7, 'h', "no wrapping at the edge"},
};

static bool modes_plain(struct pty *pty, const void *unused)
{
	const char *written = buf_string(&pty->written);

	(void)unused;
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		char last = mode_last(written, modes[i].mode);

		if (last && last != modes[i].plain) {
			buf_clear(&pty->message);
			buf_text(&pty->message, modes[i].name);
			return false;
		}
	}
	return true;
}

const char *pty_left_behind(struct pty *pty)
{
	long long end = milliseconds() + PATIENCE;

	/* After a stop the last bytes may still be under way. */
	while (!modes_plain(pty, NULL)) {
		if (pty->session.terminal < 0 || milliseconds() > end)
			return buf_string(&pty->message);
		pump(pty, 100);
	}
	if (pty->before.c_iflag != pty->after.c_iflag ||
		pty->before.c_oflag != pty->after.c_oflag ||
		pty->before.c_lflag != pty->after.c_lflag ||
		pty->before.c_cflag != pty->after.c_cflag ||
		memcmp(pty->before.c_cc, pty->after.c_cc, sizeof pty->before.c_cc))
		return "other settings of the line";
	if (!(pty->flags & O_NONBLOCK) != !pty->nonblocking)
		return "a terminal that blocks otherwise";
	return NULL;
}
