/* The other side of the terminal: a session leader that does for one job what a shell does.
 *
 * It reports in a pipe: first the program's process id, then each status that waitpid gives,
 * followed by the settings of the line and the flags of the open file at that moment. After a stop
 * it waits for an order (one byte) to continue the job. When the test is gone, so is the program. */
#include "tests/pty/pty.h"

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static _Noreturn void stop(const char *why)
{
	perror(why);
	_exit(126);
}

static void environment_set(const char *const *changes)
{
	static const char *const kept[] = {"PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"};
	char *values[sizeof kept / sizeof *kept];

	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		values[i] = getenv(kept[i]) ? strdup(getenv(kept[i])) : NULL;
	clearenv();
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		if (values[i])
			setenv(kept[i], values[i], 1);
	setenv("HOME", "/nonexistent", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TERM", "xterm-256color", 1);
	for (; changes && *changes; changes++) {
		if (strchr(*changes, '='))
			putenv(strdup(*changes));
		else
			unsetenv(*changes);
	}
}

static _Noreturn void program_run(const struct pty_start *start, int line)
{
	/* Whoever runs the tests may ignore some of them. */
	static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGTSTP, SIGTTIN};
	int input = start->input ? open(start->input, O_RDONLY) : line;

	setpgid(0, 0);
	if (!start->detached)
		tcsetpgrp(line, getpid());
	signal(SIGTTOU, SIG_DFL);
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		signal(signals[i], SIG_DFL);
	if (input < 0 || dup2(input, 0) < 0 || dup2(line, 1) < 0 || dup2(line, 2) < 0)
		stop("the terminal");
	if (line > 2)
		close(line);
	environment_set(start->environment);
	execvp(start->arguments[0], (char *const *)(uintptr_t)start->arguments);
	stop(start->arguments[0]);
}

static pid_t program;

static void hang_up(int number)
{
	kill(-program, number);
}

static _Noreturn void leader_run(const struct pty_start *start, int line, int reports, int orders)
{
	setsid();
	if (!start->detached && ioctl(line, TIOCSCTTY, 0) < 0)
		stop("the controlling terminal");
	signal(SIGTTOU, SIG_IGN);
	program = fork();
	if (program == 0)
		program_run(start, line);
	setpgid(program, program);
	signal(SIGHUP, hang_up); /* the system tells the leader alone */
	if (!start->detached)
		tcsetpgrp(line, program);
	if (write(reports, &program, sizeof program) != sizeof program)
		stop("the test");
	for (;;) {
		struct termios settings = {0};
		int status, flags;
		char order;

		while (waitpid(program, &status, WUNTRACED) < 0)
			;
		if (!start->detached)
			tcsetpgrp(line, getpgrp());
		tcgetattr(line, &settings);
		flags = fcntl(line, F_GETFL);
		if (write(reports, &status, sizeof status) != sizeof status ||
			write(reports, &settings, sizeof settings) != sizeof settings ||
			write(reports, &flags, sizeof flags) != sizeof flags)
			_exit(0);
		if (!WIFSTOPPED(status))
			_exit(0);
		if (read(orders, &order, 1) != 1) {
			kill(-program, SIGKILL);
			_exit(0);
		}
		if (!start->detached)
			tcsetpgrp(line, program);
		kill(-program, SIGCONT);
	}
}

void session_start(struct pty_session *session, const struct pty_start *start)
{
	struct winsize size = {.ws_col = (unsigned short)(start->columns ? start->columns : 80),
		.ws_row = (unsigned short)(start->rows ? start->rows : 24)};
	int reports[2], orders[2], line;

	session->terminal = posix_openpt(O_RDWR | O_NOCTTY);
	if (session->terminal < 0 || grantpt(session->terminal) || unlockpt(session->terminal))
		stop("posix_openpt");
	line = open(ptsname(session->terminal), O_RDWR | O_NOCTTY);
	if (line < 0 || ioctl(line, TIOCSWINSZ, &size) < 0 || pipe(reports) || pipe(orders))
		stop("a terminal");
	if (start->nonblocking)
		fcntl(line, F_SETFL, fcntl(line, F_GETFL) | O_NONBLOCK);
	fcntl(session->terminal, F_SETFD, FD_CLOEXEC);
	for (int i = 0; i < 2; i++) {
		fcntl(reports[i], F_SETFD, FD_CLOEXEC);
		fcntl(orders[i], F_SETFD, FD_CLOEXEC);
	}
	fflush(NULL);
	session->leader = fork();
	if (session->leader < 0)
		stop("fork");
	if (session->leader == 0) {
		close(session->terminal);
		close(reports[0]);
		close(orders[1]);
		leader_run(start, line, reports[1], orders[0]);
	}
	close(line);
	close(reports[1]);
	close(orders[0]);
	session->reports = reports[0];
	session->orders = orders[1];
	if (read(session->reports, &session->program, sizeof session->program) !=
		sizeof session->program)
		stop("the session");
}
