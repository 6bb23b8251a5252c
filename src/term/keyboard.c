/* The device itself is opened, not /dev/tty, which some systems cannot poll. Standard output is a
 * terminal already; where it is the controlling one, it knows the device's name. */
#include "term/keyboard.h"

#include "term/keys.h"
#include "term/terminfo.h"
#include "term/wait.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

enum { ESCAPE_MS = 25, ESCAPE_MOST = 30000, EMPTY_MOST = 3, BLOCK = 4096 };

static struct {
	int fd;
	struct term_own own;
	struct term_keys keys;
	unsigned char block[BLOCK]; /* read and not yet looked at */
	int block_at, block_len;
	int there;          /* bytes that may be read now */
	int empty;          /* times in a row that it was readable and gave nothing */
	int64_t now, since; /* what poll said last, and the last byte; milliseconds */
} keyboard = {.fd = -1};

static int device_open(const char *name)
{
	int fd = open(name, O_RDONLY | O_NOCTTY | O_CLOEXEC);
	if (fd < 0 || isatty(fd))
		return fd;
	close(fd);
	return -1;
}

/* Milliseconds; what is no number of them is as if it were not there. */
static int escape_wait(void)
{
	const char *text = getenv("ESCDELAY");
	char *end = NULL;
	long wait = text ? strtol(text, &end, 10) : -1;
	return !text || end == text || *end != '\0' || wait < 0 || wait > ESCAPE_MOST ? ESCAPE_MS
										      : (int)wait;
}

bool term_keyboard_open(void)
{
	const char *name = NULL;
	keyboard.fd = isatty(STDIN_FILENO) ? STDIN_FILENO : -1;
	if (keyboard.fd < 0 && tcgetpgrp(STDOUT_FILENO) >= 0) /* of the controlling one alone */
		name = ttyname(STDOUT_FILENO);
	if (name)
		keyboard.fd = device_open(name);
	if (keyboard.fd < 0)
		keyboard.fd = device_open("/dev/tty");
	keyboard.keys = (struct term_keys){
		.own = &keyboard.own,
		.grammar = {.escape_ms = escape_wait()},
	};
	return keyboard.fd >= 0;
}

void term_keyboard_close(void)
{
	if (keyboard.fd >= 0 && keyboard.fd != STDIN_FILENO)
		close(keyboard.fd);
	keyboard.fd = -1;
	keyboard.own.count = 0;
	keyboard.empty = 0;
	term_keyboard_forget();
	term_keys_free(&keyboard.keys);
}

void term_keyboard_learn(const char *(*capability)(const char *name))
{
	keyboard.own.count = 0;
	terminfo_keys(&keyboard.own, capability);
}

int term_keyboard_fd(void)
{
	return keyboard.fd;
}

/* Milliseconds until what is incomplete is complete as it is, -1 for never. */
static int patience_left(int64_t now)
{
	int wait = term_keys_wait(&keyboard.keys);
	int64_t left = keyboard.since + wait - now;
	return wait < 0 ? -1 : left < 0 ? 0 : left < wait ? (int)left : wait;
}

static bool is_behind(void)
{
	return keyboard.block_at < keyboard.block_len || term_keys_ready(&keyboard.keys);
}

int term_keyboard_wait(int64_t now)
{
	return is_behind() ? 0 : patience_left(now);
}

/* How many bytes a read would give at once: 1 where that is not known, as at the end. Another may
 * have taken what poll saw. */
static int bytes_there(void)
{
	struct wait still = {.fd = keyboard.fd};
	int there = 0;
	if (ioctl(keyboard.fd, FIONREAD, &there) == 0 && there > 0)
		return there;
	return wait_readable(&still, 1, 0) && still.ready;
}

void term_keyboard_look(bool readable, int64_t now)
{
	keyboard.now = now;
	keyboard.there = readable ? bytes_there() : 0;
	if (!readable && !is_behind() && patience_left(now) == 0) {
		keyboard.since = now;
		term_keys_end(&keyboard.keys);
	}
}

/* One byte, or of a paste all that is there: none of it is a key. */
static bool keyboard_read(void)
{
	int most = term_keys_pasting(&keyboard.keys) ? BLOCK : 1;
	ssize_t got;
	if (keyboard.there == 0)
		return false;
	do
		got = read(keyboard.fd, keyboard.block,
			(size_t)(keyboard.there < most ? keyboard.there : most));
	while (got < 0 && errno == EINTR);
	if (got <= 0) {
		keyboard.there = 0;
		if (got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK))
			keyboard.empty++;
		return false;
	}
	keyboard.there -= (int)got;
	keyboard.empty = 0;
	keyboard.since = keyboard.now;
	keyboard.block_at = 0;
	keyboard.block_len = (int)got;
	return true;
}

bool term_keyboard_input(struct input *input)
{
	while (!term_keys_take(&keyboard.keys, input)) {
		if (keyboard.block_at == keyboard.block_len && !keyboard_read())
			return false;
		term_keys_byte(&keyboard.keys, keyboard.block[keyboard.block_at++]);
	}
	return true;
}

bool term_keyboard_gone(void)
{
	return keyboard.empty >= EMPTY_MOST;
}

void term_keyboard_typed(unsigned char byte)
{
	term_keys_byte(&keyboard.keys, byte);
}

void term_keyboard_forget(void)
{
	term_keys_forget(&keyboard.keys);
	keyboard.block_at = keyboard.block_len = keyboard.there = 0;
}
