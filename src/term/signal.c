/* Two kinds of handlers: signal_tell leaves a bit and a byte in a pipe, signal_end does not return.
 *
 * signal_end may interrupt anything, malloc and ncurses included, so it uses only what was
 * prepared: the words are composed whenever the terminal is taken or changes its size. */
#include "term/signal.h"

#include "base/raise.h"
#include "term/wait.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	SIGNAL_COUNT = 14,
	SIGNAL_STACK = 65536,
	FROZEN = 200 /* milliseconds */,
	NO_ADDRESS = 4096,
	STACK_MOST = 1 << 20
};

static struct sigaction signal_before[SIGNAL_COUNT];
static sigset_t signal_mask;
static stack_t signal_stack_before;
static int signal_pipe[2] = {-1, -1};
static volatile sig_atomic_t signal_told[3];
static const struct term_words *volatile signal_words;
static volatile sig_atomic_t signal_fragile;
static volatile uintptr_t signal_stack_at; /* where it was when that was set */
static const char mem_out_text[] = "truce: out of memory\n";
/* A crash may have come of a stack that is full. */
static char signal_stack[SIGNAL_STACK];

static void signal_tell(int number)
{
	int error = errno;
	/* Of a stop and a continuation the later one counts. */
	if (number == SIGTSTP)
		signal_told[2] = 0;
	if (number == SIGCONT)
		signal_told[1] = 0;
	signal_told[number == SIGWINCH ? 0 : number == SIGTSTP ? 1 : 2] = 1;
	(void)!write(signal_pipe[1], "", 1); /* a full pipe wakes the loop as well */
	errno = error;
}

/* Where there is no job control on the terminal, it is everybody's. */
bool term_signal_owns(int fd)
{
	pid_t owner = tcgetpgrp(fd);
	return owner < 0 || owner == getpgrp();
}

/* A terminal that takes no output (a frozen connection) must not keep the program alive, and one
 * that belongs to another job by now must not be touched. One that is only slow is waited for: half
 * a sequence would be worse than none. */
static void signal_say(const struct term_words *words)
{
	const char *text = words->text;
	size_t left = words->len;
	int flags = fcntl(words->fd, F_GETFL);
	if (!term_signal_owns(words->fd))
		return;
	fcntl(words->fd, F_SETFL, flags | O_NONBLOCK);
	while (left > 0) {
		ssize_t wrote = write(words->fd, text, left);
		if (wrote > 0) {
			text += wrote;
			left -= (size_t)wrote;
		} else if (errno != EAGAIN || !wait_writable(words->fd, FROZEN)) {
			break;
		}
	}
	fcntl(words->fd, F_SETFL, flags | (words->flags & O_NONBLOCK));
	if (!words->as_it_was)
		tcsetattr(words->fd, TCSANOW, &words->modes);
}

/* At most once. */
static void signal_restore(void)
{
	const struct term_words *words = signal_words;
	signal_words = NULL;
	if (words)
		signal_say(words);
}

static void signal_end(int number)
{
	signal_restore();
	raise_by_default(number);
	_exit(128 + number);
}

static _Noreturn void signal_give_up(const char *text)
{
	signal_restore();
	(void)!write(STDERR_FILENO, text, strlen(text));
	_exit(2);
}

static void signal_crash(int number, siginfo_t *info, void *context)
{
	uintptr_t at = (uintptr_t)info->si_addr;
	(void)context;
	if (signal_fragile && info->si_code > 0 && at < NO_ADDRESS)
		signal_give_up(mem_out_text);
	if (signal_fragile && info->si_code > 0 && at < signal_stack_at &&
		signal_stack_at - at < STACK_MOST)
		signal_give_up("truce: the stack is too small for this terminal; raise `ulimit "
			       "-s`\n");
	signal_end(number);
}

/* The kernel has refused a system call; who answered that before knows what to say of it. Its row
 * is the last. */
static void signal_refused(int number, siginfo_t *info, void *context)
{
	const struct sigaction *before = &signal_before[SIGNAL_COUNT - 1];
	signal_restore();
	if (before->sa_flags & SA_SIGINFO)
		before->sa_sigaction(number, info, context);
	signal_end(number);
}

static const struct {
	int number;
	void (*handler)(int);
} signals[SIGNAL_COUNT] = {
	{SIGWINCH, signal_tell},
	{SIGTSTP, signal_tell},
	{SIGCONT, signal_tell},
	{SIGTERM, signal_end},
	{SIGHUP, signal_end},
	{SIGINT, signal_end},
	{SIGQUIT, signal_end},
	{SIGPIPE, signal_end},
	{SIGABRT, signal_end},
	{SIGSEGV, signal_end},
	{SIGBUS, signal_end},
	{SIGFPE, signal_end},
	{SIGILL, signal_end},
	{SIGSYS, signal_end},
};

static void signal_close_pipe(void)
{
	for (int i = 0; i < 2; i++) {
		close(signal_pipe[i]);
		signal_pipe[i] = -1;
	}
}

static bool signal_open_pipe(void)
{
	if (pipe(signal_pipe) != 0)
		return false;
	for (int i = 0; i < 2; i++)
		if (fcntl(signal_pipe[i], F_SETFD, FD_CLOEXEC) ||
			fcntl(signal_pipe[i], F_SETFL, O_NONBLOCK)) {
			int error = errno;
			signal_close_pipe();
			errno = error;
			return false;
		}
	return true;
}

static bool signal_wanted(int i)
{
	if (signals[i].number == SIGWINCH || signals[i].number == SIGCONT)
		return true;
	return sigaction(signals[i].number, NULL, &signal_before[i]) == 0 &&
		signal_before[i].sa_handler != SIG_IGN;
}

static void signal_catch(int i, struct sigaction *before)
{
	struct sigaction action = {.sa_handler = signals[i].handler, .sa_flags = SA_ONSTACK};
	sigfillset(&action.sa_mask);
	if (action.sa_handler == signal_tell)
		action.sa_flags |= SA_RESTART;
	if (signals[i].number == SIGSYS) {
		action.sa_flags |= SA_SIGINFO;
		action.sa_sigaction = signal_refused;
	} else if (signals[i].number == SIGSEGV) {
		action.sa_flags |= SA_SIGINFO;
		action.sa_sigaction = signal_crash;
	}
	sigaction(signals[i].number, &action, before);
}

bool term_signal_start(void)
{
	stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
	if (!signal_open_pipe())
		return false;
	for (int i = 0; i < 3; i++)
		signal_told[i] = 0; /* what another loop was told and did not take */
	sigaltstack(&stack, &signal_stack_before);
	for (int i = 0; i < SIGNAL_COUNT; i++)
		if (signal_wanted(i))
			signal_catch(i, &signal_before[i]);
	return true;
}

void term_signal_stop(void)
{
	signal_words = NULL;
	for (int i = 0; i < SIGNAL_COUNT; i++)
		sigaction(signals[i].number, &signal_before[i], NULL);
	sigaltstack(&signal_stack_before, NULL);
	signal_close_pipe();
}

void term_signal_hold(void)
{
	static const int let[] = {
		SIGTTOU, SIGTTIN, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS};
	sigset_t held;
	sigfillset(&held);
	for (size_t i = 0; i < sizeof let / sizeof *let; i++)
		sigdelset(&held, let[i]);
	sigprocmask(SIG_SETMASK, &held, &signal_mask);
}

void term_signal_release(void)
{
	sigprocmask(SIG_SETMASK, &signal_mask, NULL);
}

int term_signal_fd(void)
{
	return signal_pipe[0];
}

unsigned term_signal_take(void)
{
	char bytes[64];
	unsigned told = 0;
	while (read(signal_pipe[0], bytes, sizeof bytes) > 0)
		;
	for (int i = 0; i < 3; i++) {
		if (!signal_told[i])
			continue; /* one that comes now is told the next time */
		signal_told[i] = 0;
		told |= 1u << i;
	}
	return told;
}

void term_signal_fragile(bool on)
{
	char here;
	signal_stack_at = (uintptr_t)&here;
	signal_fragile = on;
}

void term_signal_exit(void)
{
	if (signal_fragile)
		signal_give_up(mem_out_text);
	signal_restore();
}

void term_signal_words(const struct term_words *words)
{
	signal_words = words;
}

void term_signal_answer_stop(void (*answer)(int))
{
	struct sigaction action = {.sa_handler = answer, .sa_flags = SA_ONSTACK | SA_RESTART};
	sigfillset(&action.sa_mask);
	if (signal_before[1].sa_handler != SIG_IGN)
		sigaction(SIGTSTP, &action, NULL);
}

void term_signal_halt(void)
{
	struct sigaction action;
	sigaction(SIGTSTP, NULL, &action);
	raise_by_default(SIGTSTP);
	sigaction(SIGTSTP, &action, NULL);
}

void term_signal_suspend(bool group)
{
	int i = 1; /* SIGTSTP's row */

	if (signal_before[i].sa_handler == SIG_IGN)
		return; /* whoever started truce could not continue it */
	sigaction(SIGTSTP, &signal_before[i], NULL);
	if (group)
		kill(0, SIGTSTP);
	else
		raise(SIGTSTP);
	signal_catch(i, NULL);
	term_signal_take(); /* the continuation itself, and any size, which is read anew */
}

/* Whether the system would stop the program where it writes the modes of another's terminal. */
static bool signal_can_stop(void)
{
	struct sigaction action;
	sigset_t blocked;
	sigaction(SIGTTOU, NULL, &action);
	sigprocmask(SIG_BLOCK, NULL, &blocked);
	return action.sa_handler != SIG_IGN && !sigismember(&blocked, SIGTTOU);
}

bool term_signal_await(int fd)
{
	while (!term_signal_owns(fd)) {
		if (!signal_can_stop())
			return false;
		signal_told[2] = 0;
		kill(0, SIGTTOU);
		if (!signal_told[2])
			return false; /* it has not stopped: there is no shell to continue it */
	}
	signal_told[2] = 0; /* the terminal is taken anew */
	return true;
}

void term_signal_lend(void)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	for (int i = 0; i < SIGNAL_COUNT; i++) {
		if (signals[i].number == SIGINT || signals[i].number == SIGQUIT)
			sigaction(signals[i].number, &ignore, NULL);
		if (signals[i].number == SIGTSTP)
			sigaction(SIGTSTP, &signal_before[i], NULL);
	}
}

void term_signal_regain(void)
{
	for (int i = 0; i < SIGNAL_COUNT; i++)
		if (signal_before[i].sa_handler != SIG_IGN)
			signal_catch(i, NULL);
	term_signal_take(); /* stops, continuations and sizes of that time */
}

sigset_t term_signal_defaults(void)
{
	sigset_t defaults;
	sigemptyset(&defaults);
	for (int i = 0; i < SIGNAL_COUNT; i++)
		if (signal_before[i].sa_handler != SIG_IGN)
			sigaddset(&defaults, signals[i].number);
	return defaults;
}

void term_signal_hang_up(void)
{
	raise_by_default(SIGHUP);
	_exit(128 + SIGHUP);
}
