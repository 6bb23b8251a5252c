#include "tests/bench/measure.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 60 * 1000 }; /* milliseconds until a program must have drawn something */

static void give_up(const char *what)
{
	fprintf(stderr, "bench: %s: %s\n", what, errno ? strerror(errno) : "it failed");
	exit(2);
}

/* ---- numbers ---- */

void numbers_add(struct numbers *numbers, double number)
{
	if (numbers->count == numbers->capacity) {
		numbers->capacity = numbers->capacity ? 2 * numbers->capacity : 64;
		numbers->at = realloc(numbers->at, numbers->capacity * sizeof *numbers->at);
		if (!numbers->at)
			give_up("memory");
	}
	numbers->at[numbers->count++] = number;
}

static int compare(const void *a, const void *b)
{
	double one = *(const double *)a, two = *(const double *)b;
	return (one > two) - (one < two);
}

double numbers_median(const struct numbers *numbers)
{
	size_t count = numbers->count;
	if (!count)
		return 0;
	qsort(numbers->at, count, sizeof *numbers->at, compare);
	return (numbers->at[(count - 1) / 2] + numbers->at[count / 2]) / 2;
}

void numbers_free(struct numbers *numbers)
{
	free(numbers->at);
	*numbers = (struct numbers){0};
}

double measure_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* ---- whole runs ---- */

static void become(const char *const *arguments)
{
	execvp(arguments[0], (char *const *)(uintptr_t)arguments);
	_exit(127);
}

struct run measure_run(const char *const *arguments)
{
	double started = measure_now();
	struct rusage usage;
	int status;
	pid_t program = fork();
	if (program < 0)
		give_up("fork");
	if (program == 0) {
		int nowhere = open("/dev/null", O_RDWR);
		dup2(nowhere, STDIN_FILENO);
		dup2(nowhere, STDOUT_FILENO);
		become(arguments);
	}
	if (wait4(program, &status, 0, &usage) < 0)
		give_up("wait");
	errno = 0;
	if (status != 0)
		give_up(arguments[0]);
	return (struct run){
		.wall = measure_now() - started,
		.user = (double)usage.ru_utime.tv_sec * 1e3 + (double)usage.ru_utime.tv_usec / 1e3,
		.peak = (double)usage.ru_maxrss,
	};
}

/* ---- terminals ---- */

static void become_in(int terminal, const char *const *arguments)
{
	setsid();
	ioctl(terminal, TIOCSCTTY, 0);
	for (int fd = 0; fd < 3; fd++)
		dup2(terminal, fd);
	if (terminal > 2)
		close(terminal);
	setenv("TERM", "xterm-256color", 1);
	unsetenv("COLUMNS");
	unsetenv("LINES");
	unsetenv("NO_COLOR");
	become(arguments);
}

struct terminal terminal_start(const char *const *arguments)
{
	struct winsize size = {.ws_row = 40, .ws_col = 120};
	struct terminal terminal = {.fd = posix_openpt(O_RDWR | O_NOCTTY)};
	if (terminal.fd < 0 || grantpt(terminal.fd) || unlockpt(terminal.fd))
		give_up("terminal");
	fcntl(terminal.fd, F_SETFD, FD_CLOEXEC);
	int other = open(ptsname(terminal.fd), O_RDWR | O_NOCTTY);
	if (other < 0 || ioctl(other, TIOCSWINSZ, &size))
		give_up("terminal");
	terminal.started = measure_now();
	terminal.program = fork();
	if (terminal.program < 0)
		give_up("fork");
	if (terminal.program == 0)
		become_in(other, arguments);
	close(other);
	return terminal;
}

void terminal_end(struct terminal *terminal)
{
	close(terminal->fd);
	kill(terminal->program, SIGTERM);
	waitpid(terminal->program, NULL, 0);
}

static struct answer drain(const struct terminal *terminal, double since, int patience, int silence)
{
	struct pollfd polled = {.fd = terminal->fd, .events = POLLIN};
	struct answer answer = {.ms = 0};
	char bytes[65536];
	while (poll(&polled, 1, answer.bytes ? silence : patience) > 0) {
		ssize_t got = read(terminal->fd, bytes, sizeof bytes);
		if (got <= 0)
			break;
		answer.ms = measure_now() - since;
		if (!answer.bytes)
			answer.first = answer.ms;
		answer.bytes += (size_t)got;
	}
	return answer;
}

struct answer terminal_settle(const struct terminal *terminal, double since, int silence)
{
	struct answer answer = drain(terminal, since, PATIENCE, silence);
	errno = 0;
	if (!answer.bytes)
		give_up("a program in a terminal shows nothing");
	return answer;
}

void terminal_opened(const struct terminal *terminal, int silence)
{
	static const char taken[] = "\033[?1049h";
	struct pollfd polled = {.fd = terminal->fd, .events = POLLIN};
	char bytes[4096];
	size_t met = 0; /* so many bytes of `taken` have come */
	while (poll(&polled, 1, taken[met] ? PATIENCE : silence) > 0) {
		ssize_t got = read(terminal->fd, bytes, sizeof bytes);
		if (got <= 0)
			break;
		for (ssize_t i = 0; i < got && taken[met]; i++)
			met = bytes[i] == taken[met] ? met + 1 : bytes[i] == *taken;
	}
	errno = 0;
	if (taken[met])
		give_up("a program in a terminal draws nothing");
}

static void keys_write(const struct terminal *terminal, const char *keys)
{
	if (write(terminal->fd, keys, strlen(keys)) < 0)
		give_up("terminal");
}

struct answer terminal_type(const struct terminal *terminal, const char *keys, int silence)
{
	double since = measure_now();
	keys_write(terminal, keys);
	return terminal_settle(terminal, since, silence);
}

void terminal_pass(const struct terminal *terminal, const char *keys, int silence)
{
	keys_write(terminal, keys);
	drain(terminal, 0, silence, silence);
}

struct answer terminal_resize(const struct terminal *terminal, int rows, int cols, int silence)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
	double since = measure_now();
	if (ioctl(terminal->fd, TIOCSWINSZ, &size))
		give_up("terminal");
	return terminal_settle(terminal, since, silence);
}

double terminal_number(const struct terminal *terminal, const char *file, const char *name)
{
	char path[64], line[256];
	double number = NAN;
	snprintf(path, sizeof path, "/proc/%ld/%s", (long)terminal->program, file);
	FILE *stream = fopen(path, "r");
	while (stream && fgets(line, sizeof line, stream))
		if (!strncmp(line, name, strlen(name)) && line[strlen(name)] == ':')
			number = strtod(line + strlen(name) + 1, NULL);
	if (stream)
		fclose(stream);
	return number;
}
