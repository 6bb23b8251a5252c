/* What a restricted program tries in vain, and what it does as before. Each attempt is a process of
 * its own, since there is no way back: it enters the guard, or one of its mechanisms alone, makes
 * the attempt, and ends with the number of the error, 0 for none. */
#define _GNU_SOURCE
#include "guard/guard.h"

#include "guard/calls.h"
#include "guard/landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
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
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#endif

#include <cmocka.h>

enum { SIGNALED = 1000 };

static char folder[] = "/tmp/truce-guard-XXXXXX";
static int kept; /* a file that is open for writing before */

static char *in_folder(const char *name)
{
	static char path[2][64];
	static int turn;
	turn = !turn;
	snprintf(path[turn], sizeof path[turn], "%s/%s", folder, name);
	return path[turn];
}

static int answer(bool done)
{
	return done ? 0 : errno;
}

/* ---- who tries ---- */

enum mechanism { ALL, LANDLOCK, CALLS };

static bool restrict_by(enum mechanism mechanism)
{
	if (mechanism == ALL) {
		struct guard guard = guard_enter(true);
		return guard.landlock || guard.calls || guard.pledge;
	}
#ifdef __linux__
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#endif
	return mechanism == LANDLOCK ? guard_landlock(true) > 0 : guard_calls();
}

/* The error that an attempt ends with, SIGNALED and the signal, or -1 where this system has no such
 * mechanism. */
static int attempt(enum mechanism mechanism, int (*act)(void))
{
	int status;
	pid_t child = fork();
	if (!child) {
		int quiet = open("/dev/null", O_WRONLY);
		dup2(quiet, STDERR_FILENO);
		if (!restrict_by(mechanism))
			_exit(255);
		_exit(act());
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFSIGNALED(status))
		return SIGNALED + WTERMSIG(status);
	return WEXITSTATUS(status) == 255 ? -1 : WEXITSTATUS(status);
}

/* ---- attempts ---- */

static int write_file(void)
{
	return answer(open(in_folder("file"), O_WRONLY) >= 0);
}

static int change_file(void)
{
	return answer(open(in_folder("file"), O_RDWR) >= 0);
}

static int append_file(void)
{
	return answer(open(in_folder("file"), O_WRONLY | O_APPEND) >= 0);
}

static int empty_file(void)
{
	return answer(open(in_folder("file"), O_RDONLY | O_TRUNC) >= 0);
}

static int make_file(void)
{
	return answer(open(in_folder("new"), O_WRONLY | O_CREAT, 0600) >= 0);
}

static int make_to_read(void)
{
	return answer(open(in_folder("new"), O_RDONLY | O_CREAT, 0600) >= 0);
}

static int shorten_file(void)
{
	return answer(truncate(in_folder("file"), 1) == 0);
}

static int move_file(void)
{
	return answer(rename(in_folder("file"), in_folder("moved")) == 0);
}

static int link_file(void)
{
	return answer(link(in_folder("file"), in_folder("linked")) == 0);
}

static int remove_file(void)
{
	return answer(unlink(in_folder("file")) == 0);
}

static int make_folder(void)
{
	return answer(mkdir(in_folder("new"), 0700) == 0);
}

static int make_symlink(void)
{
	return answer(symlink("file", in_folder("new")) == 0);
}

static int make_fifo(void)
{
	return answer(mkfifo(in_folder("new"), 0600) == 0);
}

static int run_program(void)
{
	execl("/bin/sh", "sh", "-c", "exit 0", (char *)NULL);
	return errno;
}

static int start_process(void)
{
	pid_t child = fork();
	if (!child)
		_exit(0);
	return answer(child >= 0);
}

static int start_shell(void)
{
	return system("exit 0") == 0 ? 0 : EACCES;
}

static int connect_somewhere(void)
{
	struct sockaddr_in place = {.sin_family = AF_INET, .sin_port = htons(9)};
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (fd >= 0 && connect(fd, (const struct sockaddr *)&place, sizeof place) != 0 &&
		errno == ECONNREFUSED)
		return 0; /* it got through */
	return answer(false);
}

static int make_local_socket(void)
{
	int pair[2];
	return answer(socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0);
}

static int run_memory(void)
{
	return answer(mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
			      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
}

static int let_memory_run(void)
{
	void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return answer(mprotect(memory, 4096, PROT_READ | PROT_EXEC) == 0);
}

static int signal_parent(void)
{
	return answer(kill(getppid(), SIGCONT) == 0);
}

#ifdef __linux__

/* What is written to the descriptor would send whoever is named a signal of one's choice. */
static int own_descriptor(void)
{
	int ends[2];
	return answer(pipe(ends) == 0 && fcntl(ends[0], F_SETOWN, getppid()) == 0);
}

static int choose_signal(void)
{
	int ends[2];
	return answer(pipe(ends) == 0 && fcntl(ends[0], F_SETSIG, SIGKILL) == 0);
}

static int type_for_others(void)
{
	char letter = 'x';
	return answer(ioctl(STDIN_FILENO, TIOCSTI, &letter) == 0);
}

static int read_parent(void)
{
	return answer(ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) == 0);
}

/* A call that no kernel of its time had: what a newer C library would try first. */
static int make_new_call(void)
{
	return answer(syscall(2000) == 0);
}

static int gain_keys(void)
{
	return answer(syscall(SYS_keyctl, 0, 0, 0, 0, 0) >= 0);
}

#endif

/* ---- what goes on ---- */

static int goes_on(void)
{
	struct stat status;
	struct pollfd nothing = {.fd = -1};
	const struct timespec moment = {.tv_nsec = 1};
	char bytes[8];
	int fd = open(in_folder("file"), O_RDONLY | O_CLOEXEC), ends[2];
	if (fd < 0 || read(fd, bytes, sizeof bytes) != 5 || fstat(fd, &status) || close(fd))
		return 1;
	if (stat(folder, &status) || open(in_folder("none"), O_RDONLY) >= 0 || errno != ENOENT)
		return 2;
	if (write(kept, "more", 4) != 4 || pipe(ends) || write(ends[1], "", 1) != 1)
		return 3;
	if (poll(&nothing, 1, 1) || nanosleep(&moment, NULL) || time(NULL) < 0)
		return 4;
	void *memory = malloc((size_t)64 << 20);
	if (!memory || !(memory = realloc(memory, (size_t)128 << 20)))
		return 5;
	free(memory);
	if (signal(SIGUSR1, SIG_IGN) == SIG_ERR || raise(SIGUSR1) || kill(getpid(), SIGUSR1))
		return 6;
	char *real = realpath(folder, NULL);
	if (!real)
		return 7;
	free(real);
	return isatty(kept) ? 8 : 0;
}

/* Its own terminal, opened by name after the guard has been entered. */
static int handles_terminal(void)
{
	struct termios modes;
	struct winsize size;
	int fd = open("/dev/tty", O_RDONLY | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return errno == ENXIO ? 0 : 1; /* there is none */
	if (tcgetattr(fd, &modes) || ioctl(fd, TIOCGWINSZ, &size))
		return 2;
	return tcgetpgrp(fd) < 0 ? 3 : 0;
}

/* ---- the tests ---- */

/* Nothing of this is an error that the attempt would meet anyway: it is made without a guard at the
 * end, where all can be done. */
static void assert_refused(enum mechanism mechanism, int (*act)(void), const char *what)
{
	int error = attempt(mechanism, act);
	if (error == 0)
		fail_msg("not refused: %s", what);
}

#define REFUSED(mechanism, act) assert_refused(mechanism, act, #act)

static void leaves_files_alone(void **state)
{
	(void)state;
	static const enum mechanism mechanisms[] = {ALL, LANDLOCK, CALLS};
	for (int i = 0; i < 3; i++) {
		if (attempt(mechanisms[i], write_file) < 0) {
			print_message("this system lacks mechanism %d\n", i);
			continue;
		}
		REFUSED(mechanisms[i], write_file);
		REFUSED(mechanisms[i], change_file);
		REFUSED(mechanisms[i], append_file);
		REFUSED(mechanisms[i], empty_file);
		REFUSED(mechanisms[i], make_file);
		REFUSED(mechanisms[i], make_to_read);
		REFUSED(mechanisms[i], move_file);
		REFUSED(mechanisms[i], remove_file);
		REFUSED(mechanisms[i], make_folder);
		REFUSED(mechanisms[i], make_symlink);
		REFUSED(mechanisms[i], make_fifo);
		REFUSED(mechanisms[i], run_program);
	}
	struct stat status;
	assert_int_equal(stat(in_folder("file"), &status), 0);
	assert_int_equal(status.st_size, 5);
	assert_int_not_equal(stat(in_folder("new"), &status), 0);
}

static void runs_nothing_and_calls_nobody(void **state)
{
	(void)state;
	if (attempt(CALLS, goes_on) < 0) {
		print_message("this system, or this build, filters no system calls\n");
		skip();
	}
	assert_int_equal(attempt(ALL, run_program), SIGNALED + SIGSYS);
	assert_int_equal(attempt(ALL, start_process), SIGNALED + SIGSYS);
	assert_int_equal(attempt(ALL, start_shell), SIGNALED + SIGSYS);
	assert_int_equal(attempt(ALL, connect_somewhere), SIGNALED + SIGSYS);
	assert_int_equal(attempt(ALL, make_local_socket), SIGNALED + SIGSYS);
#ifdef __linux__
	assert_int_equal(attempt(ALL, type_for_others), ENOTTY);
	assert_int_equal(attempt(ALL, own_descriptor), EPERM);
	assert_int_equal(attempt(ALL, choose_signal), EPERM);
	assert_int_equal(attempt(ALL, read_parent), SIGNALED + SIGSYS);
	assert_int_equal(attempt(ALL, make_new_call), ENOSYS);
	assert_int_equal(attempt(ALL, gain_keys), ENOSYS);
#endif
	assert_int_equal(attempt(ALL, shorten_file), ENOSYS);
	assert_int_equal(attempt(ALL, link_file), ENOSYS);
	assert_int_equal(attempt(ALL, run_memory), EACCES);
	assert_int_equal(attempt(ALL, let_memory_run), EACCES);
	assert_int_equal(attempt(ALL, signal_parent), EPERM);
	assert_int_equal(attempt(ALL, write_file), EACCES);
}

static void goes_on_as_before(void **state)
{
	(void)state;
	static const enum mechanism mechanisms[] = {ALL, LANDLOCK, CALLS};
	for (int i = 0; i < 3; i++) {
		int went = attempt(mechanisms[i], goes_on);
		assert_true(went <= 0);
		went = attempt(mechanisms[i], handles_terminal);
		assert_true(went <= 0);
	}
}

static void says_which_call_was_refused(void **state)
{
	(void)state;
	int ends[2], status;
	char said[256] = "";
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (!child) {
		dup2(ends[1], STDERR_FILENO);
		struct guard guard = guard_enter(true);
		if (!guard.calls)
			_exit(255);
		socket(AF_INET, SOCK_STREAM, 0);
		_exit(0);
	}
	close(ends[1]);
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 255)
		skip();
	for (size_t at = 0; at < sizeof said - 1; at++)
		if (read(ends[0], said + at, 1) != 1)
			break;
#ifdef SYS_socket
	char expected[64];
	snprintf(expected, sizeof expected, "system call %d,", SYS_socket);
	assert_non_null(strstr(said, expected));
#endif
	close(ends[0]);
}

/* What it preloads is in the process anyway. */
static void valgrind_is_let_do_its_work(void **state)
{
	(void)state;
	int status;
	pid_t child = fork();
	if (!child) {
		setenv("LD_PRELOAD", "/usr/libexec/valgrind/vgpreload_core-amd64-linux.so", 1);
		struct guard guard = guard_enter(false);
		_exit(guard.privileges || guard.landlock || guard.calls || guard.pledge);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static void names_what_is_in_force(void **state)
{
	(void)state;
	struct buf out = {0};
	guard_name(&(struct guard){0}, &out);
	assert_string_equal(buf_string(&out), "nothing");
	buf_clear(&out);
	guard_name(&(struct guard){.privileges = true, .landlock = 4, .calls = true}, &out);
	assert_string_equal(buf_string(&out), "no new privileges, Landlock 4, seccomp");
	buf_clear(&out);
	guard_name(&(struct guard){.pledge = true}, &out);
	assert_string_equal(buf_string(&out), "pledge, unveil");
	buf_free(&out);
}

static int begin(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	int fd = open(in_folder("file"), O_WRONLY | O_CREAT, 0600);
	kept = open(in_folder("kept"), O_WRONLY | O_CREAT, 0600);
	return fd < 0 || kept < 0 || write(fd, "truce", 5) != 5 || close(fd) ? -1 : 0;
}

/* All that was refused is done by who is not restricted, and the folder goes with it. */
static int end(void **state)
{
	(void)state;
	bool done = !write_file() && !make_file() && !shorten_file() && !link_file() &&
		!start_process() && !run_memory() && !move_file();
	close(kept);
	static const char *const names[] = {"file", "kept", "moved", "linked", "new"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unlink(in_folder(names[i]));
	rmdir(folder);
	return done ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_files_alone),
		cmocka_unit_test(runs_nothing_and_calls_nobody),
		cmocka_unit_test(goes_on_as_before),
		cmocka_unit_test(says_which_call_was_refused),
		cmocka_unit_test(names_what_is_in_force),
		cmocka_unit_test(valgrind_is_let_do_its_work),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
