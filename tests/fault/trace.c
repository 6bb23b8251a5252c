/* Linux on two processors; elsewhere there is nothing to trace with.
 *
 * A call that is to fail gets the number -1, which the kernel refuses, and the error is put into
 * the register of its result. */
#include "tests/fault/trace.h"

#include "tests/fault/shim.h"

#include <errno.h>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <elf.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

static const int of_read[] = {EIO, EINTR, EAGAIN, FAULT_SHORT, 0};
static const int of_write[] = {EIO, ENOSPC, EINTR, EAGAIN, FAULT_SHORT, 0};
static const int of_open[] = {EIO, EMFILE, ENOMEM, EINTR, 0};
static const int of_wait[] = {EINTR, EAGAIN, ENOMEM, 0};
static const int of_line[] = {EIO, EINTR, 0};
static const int of_memory[] = {ENOMEM, 0};
static const int of_start[] = {EAGAIN, ENOMEM, 0};
static const int of_interruption[] = {EINTR, 0};
static const int of_lack[] = {EMFILE, ENOMEM, 0};
static const int of_refusal[] = {ENOSYS, EPERM, 0};
static const int of_other[] = {EIO, 0};

static const struct {
	long number;
	const char *name;
	const int *errors;
} calls[] = {
	{SYS_read, "read", of_read},
	{SYS_write, "write", of_write},
	{SYS_writev, "writev", of_write},
	{SYS_openat, "openat", of_open},
	{SYS_close, "close", of_line},
	{SYS_fstat, "fstat", of_other},
	{SYS_newfstatat, "newfstatat", of_other},
	{SYS_statx, "statx", of_other},
	{SYS_lseek, "lseek", of_other},
	{SYS_ioctl, "ioctl", of_line},
	{SYS_fcntl, "fcntl", of_other},
	{SYS_ppoll, "ppoll", of_wait},
	{SYS_pipe2, "pipe2", of_lack},
	{SYS_mmap, "mmap", of_memory},
	{SYS_brk, "brk", of_memory},
	{SYS_mremap, "mremap", of_memory},
	{SYS_getrandom, "getrandom", of_refusal},
	{SYS_inotify_init1, "inotify_init1", of_lack},
	{SYS_inotify_add_watch, "inotify_add_watch", of_lack},
	{SYS_readlinkat, "readlinkat", of_other},
	{SYS_faccessat, "faccessat", of_other},
	{SYS_prctl, "prctl", of_refusal},
	{SYS_clone, "clone", of_start},
	{435, "clone3", of_start},
	{SYS_wait4, "wait4", of_interruption},
	{SYS_seccomp, "seccomp", of_refusal},
	{SYS_prlimit64, "prlimit64", of_refusal},
	{444, "landlock_create_ruleset", of_refusal},
	{445, "landlock_add_rule", of_refusal},
	{446, "landlock_restrict_self", of_refusal},
#ifdef SYS_open
	{SYS_open, "open", of_open},
	{SYS_stat, "stat", of_other},
	{SYS_poll, "poll", of_wait},
	{SYS_pipe, "pipe", of_lack},
	{SYS_access, "access", of_other},
	{SYS_readlink, "readlink", of_other},
#endif
};

enum { CALLS = sizeof calls / sizeof *calls };

const char *call_name(int call)
{
	return calls[call].name;
}

const int *call_errors(int call)
{
	return calls[call].errors;
}

static int call_find(long number)
{
	for (int call = 0; call < CALLS; call++)
		if (calls[call].number == number)
			return call;
	return -1;
}

/* ---- registers ---- */

#ifdef __x86_64__

static void registers_get(pid_t pid, struct user_regs_struct *registers)
{
	ptrace(PTRACE_GETREGS, pid, NULL, registers);
}

static void registers_set(pid_t pid, struct user_regs_struct *registers)
{
	ptrace(PTRACE_SETREGS, pid, NULL, registers);
}

static long call_number(const struct user_regs_struct *registers)
{
	return (long)registers->orig_rax;
}

static void call_refuse(pid_t pid, struct user_regs_struct *registers)
{
	registers->orig_rax = (unsigned long long)-1;
	registers_set(pid, registers);
}

static unsigned long long *call_size(struct user_regs_struct *registers)
{
	return &registers->rdx;
}

static unsigned long long *call_result(struct user_regs_struct *registers)
{
	return &registers->rax;
}

#else

static void registers_get(pid_t pid, struct user_regs_struct *registers)
{
	struct iovec all = {registers, sizeof *registers};
	ptrace(PTRACE_GETREGSET, pid, (void *)NT_PRSTATUS, &all);
}

static void registers_set(pid_t pid, struct user_regs_struct *registers)
{
	struct iovec all = {registers, sizeof *registers};
	ptrace(PTRACE_SETREGSET, pid, (void *)NT_PRSTATUS, &all);
}

static long call_number(const struct user_regs_struct *registers)
{
	return (long)registers->regs[8];
}

static void call_refuse(pid_t pid, struct user_regs_struct *registers)
{
	int none = -1;
	struct iovec number = {&none, sizeof none};
	(void)registers;
	ptrace(PTRACE_SETREGSET, pid, (void *)0x404 /* NT_ARM_SYSTEM_CALL */, &number);
}

static unsigned long long *call_size(struct user_regs_struct *registers)
{
	return &registers->regs[2];
}

static unsigned long long *call_result(struct user_regs_struct *registers)
{
	return &registers->regs[0];
}

#endif

/* ---- steps ---- */

static bool call_may(int call, int error)
{
	const int *errors = calls[call].errors;
	while (*errors && *errors != error)
		errors++;
	return *errors != 0;
}

static bool is_struck(struct tracer *tracer, int call)
{
	const struct fault *fault = &tracer->fault;
	if (fault->kind != FAULT_CALL)
		return false;
	if (tracer->onward)
		return tracer->onward == call + 1;
	if (tracer->calls != fault->at || !call_may(call, fault->error))
		return false; /* a sanitizer's calls are not the same in each run */
	if (fault->onward)
		tracer->onward = call + 1;
	return true;
}

static void call_enter(struct tracer *tracer, struct outcome *outcome)
{
	struct user_regs_struct registers;
	registers_get(tracer->pid, &registers);
	long number = call_number(&registers);
	int call = call_find(number);
	if (call < 0)
		return;
	if (tracer->calls < CALLS_MOST)
		outcome->called[tracer->calls] = (short)call;
	tracer->calls++;
	if (!is_struck(tracer, call))
		return;
	tracer->struck = true;
	tracer->striking = tracer->fault.error;
	tracer->number = number;
	if (tracer->striking == FAULT_SHORT) {
		tracer->size = *call_size(&registers);
		if (tracer->size > 1)
			*call_size(&registers) = 1;
		registers_set(tracer->pid, &registers);
	} else {
		call_refuse(tracer->pid, &registers);
	}
}

/* The registers of the arguments are as they were: a compiler counts on that. brk gives 0 where it
 * fails, no error. */
static void call_leave(struct tracer *tracer)
{
	struct user_regs_struct registers;
	if (!tracer->striking)
		return;
	registers_get(tracer->pid, &registers);
	if (tracer->striking == FAULT_SHORT)
		*call_size(&registers) = tracer->size;
	else
		*call_result(&registers) = tracer->number == SYS_brk
			? 0
			: (unsigned long long)-(long long)tracer->striking;
	registers_set(tracer->pid, &registers);
	tracer->striking = 0;
}

bool tracer_works(void)
{
	return true;
}

void tracer_offer(void)
{
	ptrace(PTRACE_TRACEME, 0, NULL, NULL);
}

/* What loads the program is not looked at, nor what it does when the one fault has struck: each look
 * takes longer than the call. */
void tracer_step(struct tracer *tracer, int status, struct outcome *outcome)
{
	int number = WSTOPSIG(status), how = PTRACE_SYSCALL;
	if (!tracer->options) { /* the stop behind execve */
		ptrace(PTRACE_SETOPTIONS, tracer->pid, NULL,
			(void *)(uintptr_t)(PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL));
		tracer->options = true;
		how = PTRACE_CONT;
		number = 0;
	} else if (!tracer->begun) {
		tracer->begun = number == SHIM_MARK;
		how = tracer->begun ? PTRACE_SYSCALL : PTRACE_CONT;
		number = tracer->begun ? 0 : number;
	} else if (number == (SIGTRAP | 0x80)) {
		tracer->inside = !tracer->inside;
		if (tracer->inside)
			call_enter(tracer, outcome);
		else
			call_leave(tracer);
		if (!tracer->inside && tracer->struck && !tracer->onward)
			how = PTRACE_DETACH;
		number = 0;
	}
	ptrace(how, tracer->pid, NULL, (void *)(uintptr_t)number);
}

#else

const char *call_name(int call)
{
	(void)call;
	return "";
}

const int *call_errors(int call)
{
	static const int none[] = {0};
	(void)call;
	return none;
}

bool tracer_works(void)
{
	return false;
}

void tracer_offer(void)
{
}

void tracer_step(struct tracer *tracer, int status, struct outcome *outcome)
{
	(void)tracer, (void)status, (void)outcome;
}

#endif
