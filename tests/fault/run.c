/* See run.h. The program is waited for and read from at the same time: a handler of SIGCHLD writes
 * into a pipe, and one poll waits for that and for the terminal. */
#include "tests/fault/run.h"

#include "tests/fault/shim.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "tests/fault/trace.h"

enum { PATIENCE = 10000, ENOUGH = 1 << 20 };

struct child {
	pid_t pid;
	int out, err; /* files that it writes to; a terminal's other end */
	int line;     /* the terminal, kept open to ask for its modes; -1 for none */
	struct termios modes;
	struct shim *shared;
	struct tracer tracer;
	int status;
};

static int told[2] = {-1, -1};

static void tell(int number)
{
	int error = errno;
	(void)number;
	(void)!write(told[1], "", 1);
	errno = error;
}

static void listen_for_children(void)
{
	struct sigaction action = {.sa_handler = tell, .sa_flags = SA_RESTART};
	if (told[0] >= 0)
		return;
	if (pipe(told)) {
		perror("pipe");
		exit(2);
	}
	for (int i = 0; i < 2; i++) {
		fcntl(told[i], F_SETFL, O_NONBLOCK);
		fcntl(told[i], F_SETFD, FD_CLOEXEC);
	}
	sigaction(SIGCHLD, &action, NULL);
}

static long long milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* A file that has no name, or whose name is wanted. */
static int scratch(char *name)
{
	char own[] = "/tmp/truce-fault-XXXXXX";
	char *made = name ? strcpy(name, own) : own;
	int fd = mkstemp(made);
	if (fd < 0) {
		perror(made);
		exit(2);
	}
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	if (!name)
		unlink(made);
	return fd;
}

/* ---- the program's side ---- */

static void take_streams(const struct run *run, const struct child *child)
{
	int input = child->line;
	if (child->line >= 0) {
		setsid();
		ioctl(child->line, TIOCSCTTY, 0);
		if (run->input)
			input = open(run->input, O_RDONLY);
		dup2(child->line, 1);
		dup2(child->line, 2);
	} else {
		input = open(run->input ? run->input : "/dev/null", O_RDONLY);
		dup2(child->out, 1);
		dup2(child->err, 2);
	}
	dup2(input, 0);
	for (int fd = 3; fd < 64; fd++)
		close(fd);
}

static void become(
	const struct run *run, const struct child *child, const char *shim, const char *memory)
{
	char preload[512], shared[512], path[4096];
	snprintf(preload, sizeof preload, "LD_PRELOAD=%s", shim);
	snprintf(shared, sizeof shared, "FAULT_MEMORY=%s", memory);
	snprintf(path, sizeof path, "PATH=%s", getenv("PATH"));
	char sanitizer[] = "ASAN_OPTIONS=detect_leaks=0:exitcode=86";
	char editor[] = "EDITOR=true";
	char locale[] = "LC_ALL=C.UTF-8", term[] = "TERM=xterm-256color", home[] = "HOME=/";
	char traced[] = "FAULT_TRACED=1";
	char *environment[] = {preload, shared, path, locale, term, home, editor, sanitizer,
		run->traced ? traced : NULL, NULL};
	take_streams(run, child);
	signal(SIGPIPE, SIG_DFL);
	if (run->traced)
		tracer_offer();
	execve(run->words[0], (char **)(uintptr_t)run->words, environment);
	_exit(127);
}

/* ---- the driver's side ---- */

static void open_line(const struct run *run, struct child *child)
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	child->out = posix_openpt(O_RDWR | O_NOCTTY);
	if (child->out < 0 || grantpt(child->out) || unlockpt(child->out)) {
		perror("a terminal");
		exit(2);
	}
	fcntl(child->out, F_SETFD, FD_CLOEXEC);
	child->line = open(ptsname(child->out), O_RDWR | O_NOCTTY);
	ioctl(child->line, TIOCSWINSZ, &size);
	tcgetattr(child->line, &child->modes);
	(void)!write(child->out, run->keys, strlen(run->keys));
	child->err = -1;
}

static bool modes_same(const struct termios *a, const struct termios *b)
{
	return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag && a->c_lflag == b->c_lflag &&
		a->c_cflag == b->c_cflag && !memcmp(a->c_cc, b->c_cc, sizeof a->c_cc);
}

/* Takes what there is to read from the terminal. */
static bool line_drain(struct child *child, struct outcome *outcome)
{
	char bytes[8192];
	struct pollfd from = {.fd = child->out, .events = POLLIN};
	if (poll(&from, 1, 0) <= 0 || !(from.revents & POLLIN))
		return false;
	ssize_t got = read(child->out, bytes, sizeof bytes);
	if (got > 0 && outcome->out.len < ENOUGH)
		buf_add(&outcome->out, bytes, (size_t)got);
	return got > 0;
}

static void child_wait(const struct run *run, struct child *child, struct outcome *outcome)
{
	long long end = milliseconds() + PATIENCE;
	for (;;) {
		char bytes[256];
		int status;
		while (read(told[0], bytes, sizeof bytes) > 0)
			;
		pid_t got = waitpid(child->pid, &status, WNOHANG);
		if (got == child->pid && run->traced && WIFSTOPPED(status)) {
			tracer_step(&child->tracer, status, outcome);
			continue;
		}
		if (got == child->pid && !WIFSTOPPED(status)) {
			child->status = status;
			return;
		}
		while (child->line >= 0 && line_drain(child, outcome))
			;
		struct pollfd from[] = {{.fd = told[0], .events = POLLIN},
			{.fd = child->line >= 0 ? child->out : -1, .events = POLLIN}};
		long long left = end - milliseconds();
		if (left > 0 && poll(from, 2, (int)left) != 0)
			continue;
		if (left > 0)
			continue;
		outcome->hung = true;
		kill(child->pid, SIGKILL);
		end = milliseconds() + PATIENCE;
	}
}

static void file_take(int fd, struct buf *into)
{
	char bytes[65536];
	ssize_t got;
	lseek(fd, 0, SEEK_SET);
	while ((got = read(fd, bytes, sizeof bytes)) > 0)
		buf_add(into, bytes, (size_t)got);
	close(fd);
}

static void child_take(struct child *child, struct outcome *outcome)
{
	struct termios after;
	int status = child->status;
	outcome->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	outcome->allocations = child->shared->count;
	outcome->calls = child->tracer.calls;
	outcome->struck = child->tracer.struck || child->shared->failed;
	if (child->line < 0) {
		file_take(child->out, &outcome->out);
		file_take(child->err, &outcome->err);
		return;
	}
	while (line_drain(child, outcome))
		;
	outcome->modes_kept = tcgetattr(child->line, &after) == 0 &&
		modes_same(&child->modes, &after);
	close(child->line);
	close(child->out);
}

void run_once(const struct run *run, const char *shim, struct fault fault, struct outcome *outcome)
{
	char memory[64];
	struct child child = {.line = -1, .tracer = {.fault = fault}};
	struct shim first = {0};
	*outcome = (struct outcome){0};
	listen_for_children();
	if (fault.kind == FAULT_MEMORY)
		first = (struct shim){.at = fault.at, .onward = fault.onward};
	int fd = scratch(memory);
	(void)!write(fd, &first, sizeof first);
	child.shared = mmap(NULL, sizeof first, PROT_READ, MAP_SHARED, fd, 0);
	close(fd);
	if (run->keys)
		open_line(run, &child);
	else {
		child.out = scratch(NULL);
		child.err = scratch(NULL);
	}
	child.pid = fork();
	if (child.pid == 0)
		become(run, &child, shim, memory);
	child.tracer.pid = child.pid;
	child_wait(run, &child, outcome);
	child_take(&child, outcome);
	munmap(child.shared, sizeof first);
	unlink(memory);
}

void outcome_free(struct outcome *outcome)
{
	buf_free(&outcome->out);
	buf_free(&outcome->err);
}

bool run_can_preload(const char *shim)
{
	static const char *const words[] = {"/bin/sh", "-c", ":", NULL};
	struct outcome outcome;
	run_once(&(struct run){.words = words}, shim, (struct fault){0}, &outcome);
	outcome_free(&outcome);
	return outcome.allocations > 0;
}

bool run_can_trace(const char *shim)
{
	static const char *const words[] = {"/bin/sh", "-c", ":", NULL};
	struct outcome outcome;
	if (!tracer_works())
		return false;
	run_once(&(struct run){.words = words, .traced = true}, shim, (struct fault){0}, &outcome);
	outcome_free(&outcome);
	return outcome.calls > 0;
}
