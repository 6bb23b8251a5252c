/* The filter is a program for the kernel, put together from three tables. It asks for the machine,
 * then for one number after the other, the frequent ones first; the kernel remembers the answer for
 * those that do not depend on an argument.
 *
 * Which calls there are differs: machines of before 2008 have old ones beside those that take a
 * folder (`open` and `openat`), and those of 32 bits have others for large files and for the time
 * after 2038. */
#include "guard/calls.h"

#include "base/raise.h"

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define GUARD_SANITIZED 1
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) ||                         \
	__has_feature(memory_sanitizer)
#define GUARD_SANITIZED 1
#endif
#endif

#if defined __linux__ && !defined GUARD_SANITIZED
#include <linux/audit.h>

#if defined __x86_64__
#define GUARD_MACHINE AUDIT_ARCH_X86_64
#elif defined __i386__
#define GUARD_MACHINE AUDIT_ARCH_I386
#elif defined __aarch64__ && defined __AARCH64EL__
#define GUARD_MACHINE AUDIT_ARCH_AARCH64
#elif defined __arm__ && defined __ARMEL__ && defined __ARM_EABI__
#define GUARD_MACHINE AUDIT_ARCH_ARM
#elif defined __riscv && __riscv_xlen == 64 && defined AUDIT_ARCH_RISCV64
#define GUARD_MACHINE AUDIT_ARCH_RISCV64
#elif defined __powerpc64__ && defined __LITTLE_ENDIAN__ && defined AUDIT_ARCH_PPC64LE
#define GUARD_MACHINE AUDIT_ARCH_PPC64LE
#elif defined __loongarch_lp64 && defined AUDIT_ARCH_LOONGARCH64
#define GUARD_MACHINE AUDIT_ARCH_LOONGARCH64
#endif
#endif

#ifdef GUARD_MACHINE

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

#ifndef SECCOMP_RET_KILL_PROCESS
#define SECCOMP_RET_KILL_PROCESS SECCOMP_RET_KILL
#endif

/* ---- the tables ---- */

static const int calls_allowed[] = {
	/* descriptors */
	SYS_read,
	SYS_write,
	SYS_ppoll,
	SYS_close,
	SYS_writev,
	SYS_readv,
	SYS_pread64,
	SYS_lseek,
	SYS_dup,
	SYS_dup3,
	SYS_pipe2,
	SYS_pselect6,
	/* files, to look at */
	SYS_statx,
	SYS_statfs,
	SYS_fstatfs,
	SYS_faccessat,
	SYS_readlinkat,
	SYS_getcwd,
	SYS_getdents64,
	SYS_inotify_init1,
	SYS_inotify_add_watch,
	SYS_inotify_rm_watch,
	/* memory */
	SYS_brk,
	SYS_munmap,
	SYS_mremap,
	SYS_madvise,
	SYS_futex,
	SYS_getrandom,
	/* time */
	SYS_clock_gettime,
	SYS_clock_getres,
	SYS_clock_nanosleep,
	SYS_nanosleep,
	SYS_gettimeofday,
	SYS_setitimer,
	SYS_getitimer,
	/* signals, to itself */
	SYS_rt_sigaction,
	SYS_rt_sigprocmask,
	SYS_rt_sigreturn,
	SYS_rt_sigpending,
	SYS_rt_sigsuspend,
	SYS_rt_sigtimedwait,
	SYS_sigaltstack,
	SYS_restart_syscall,
	/* who it is, and the end */
	SYS_getpid,
	SYS_gettid,
	SYS_getppid,
	SYS_getpgid,
	SYS_getuid,
	SYS_geteuid,
	SYS_getgid,
	SYS_getegid,
	SYS_uname,
	SYS_sysinfo,
	SYS_getrusage,
	SYS_sched_yield,
	SYS_exit,
	SYS_exit_group,
#ifdef SYS_fstat
	SYS_fstat,
#endif
#ifdef SYS_newfstatat
	SYS_newfstatat,
#endif
#ifdef SYS_faccessat2
	SYS_faccessat2,
#endif
#ifdef SYS_poll /* and with it the rest of the old ones */
	SYS_poll,
	SYS_stat,
	SYS_lstat,
	SYS_access,
	SYS_readlink,
	SYS_pipe,
	SYS_dup2,
	SYS_getpgrp,
	SYS_pause,
#endif
#ifdef SYS_time
	SYS_time,
#endif
#ifdef SYS_alarm
	SYS_alarm,
#endif
#ifdef SYS_fstat64 /* and with it the others of 32 bits */
	SYS_fstat64,
	SYS_stat64,
	SYS_lstat64,
	SYS_fstatat64,
	SYS_statfs64,
	SYS_fstatfs64,
	SYS__llseek,
	SYS__newselect,
	SYS_sigreturn,
	SYS_getuid32,
	SYS_geteuid32,
	SYS_getgid32,
	SYS_getegid32,
#endif
#ifdef SYS_clock_gettime64 /* and with it the others of after 2038 */
	SYS_clock_gettime64,
	SYS_clock_getres_time64,
	SYS_clock_nanosleep_time64,
	SYS_ppoll_time64,
	SYS_pselect6_time64,
	SYS_futex_time64,
	SYS_rt_sigtimedwait_time64,
#endif
};

/* What nothing but an intruder asks for here. */
static const int calls_fatal[] = {
	SYS_execve,
	SYS_execveat,
	SYS_clone,
	SYS_ptrace,
	SYS_process_vm_readv,
	SYS_process_vm_writev,
#ifdef SYS_fork
	SYS_fork,
	SYS_vfork,
#endif
#ifdef SYS_clone3
	SYS_clone3,
#endif
#ifdef SYS_socketcall
	SYS_socketcall,
#endif
#ifdef SYS_socket
	SYS_socket,
	SYS_socketpair,
	SYS_connect,
	SYS_bind,
	SYS_listen,
	SYS_accept4,
	SYS_sendto,
	SYS_sendmsg,
#endif
#ifdef SYS_io_uring_setup
	SYS_io_uring_setup,
#endif
};

enum { VALUES_MOST = 16 };

/* Calls that depend on an argument: it has none of some bits, or is one of some values. */
struct rule {
	int call, argument; /* from 0 */
	uint32_t bits;
	uint32_t values[VALUES_MOST];
	int count; /* of values; 0: bits are asked for */
	int error; /* the answer otherwise */
};

#define DESCRIPTOR_FLAGS                                                                           \
	{                                                                                          \
		F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL                       \
	}

static const uint32_t open_to_write = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;

static const struct rule calls_rules[] = {
	{.call = SYS_openat, .argument = 2, .bits = open_to_write, .error = EACCES},
#ifdef SYS_open
	{.call = SYS_open, .argument = 1, .bits = open_to_write, .error = EACCES},
#endif
#ifdef SYS_mmap2
	{.call = SYS_mmap2, .argument = 2, .bits = PROT_EXEC, .error = EACCES},
#else
	{.call = SYS_mmap, .argument = 2, .bits = PROT_EXEC, .error = EACCES},
#endif
	/* F_SETOWN and F_SETSIG would send a signal to whoever is named. */
	{.call = SYS_fcntl, .argument = 1, .values = DESCRIPTOR_FLAGS, .count = 6, .error = EPERM},
#ifdef SYS_fcntl64
	{.call = SYS_fcntl64,
		.argument = 1,
		.values = DESCRIPTOR_FLAGS,
		.count = 6,
		.error = EPERM},
#endif
	{.call = SYS_mprotect, .argument = 2, .bits = PROT_EXEC, .error = EACCES},
	/* TIOCSTI would type at the shell's prompt. The numbers are TCGETS2 and the three TCSETS2. */
	{.call = SYS_ioctl,
		.argument = 1,
		.values = {TCGETS, TCSETS, TCSETSW, TCSETSF, TIOCGWINSZ, TIOCGPGRP, TCFLSH, TCXONC,
			FIONREAD, 0x802c542a, 0x402c542b, 0x402c542c, 0x402c542d},
		.count = 13,
		.error = ENOTTY},
};

/* ---- the filter ---- */

enum {
	CODE_CALL = 3,                /* instructions for a call that depends on nothing */
	CODE_RULE = 5 + VALUES_MOST,  /* and at most for one that does */
	CODE_REST = 5 + 3 * CODE_RULE /* the machine, the signals, the answer to all others */
};

struct filter {
	struct sock_filter code[CODE_REST + CODE_CALL * sizeof calls_allowed / sizeof(int) +
		CODE_CALL * sizeof calls_fatal / sizeof(int) +
		CODE_RULE * sizeof calls_rules / sizeof(struct rule)];
	unsigned short len;
};

static void code_add(struct filter *filter, struct sock_filter code)
{
	filter->code[filter->len++] = code;
}

/* Reads 32 bits of what the kernel says of a call. */
static void code_load(struct filter *filter, size_t offset)
{
	code_add(filter, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset));
}

/* Where they are the number, the next ones are stepped over; or else where they are not. */
static void code_skip(struct filter *filter, bool equal, uint32_t number, int count)
{
	uint8_t skip = (uint8_t)count;
	code_add(filter,
		(struct sock_filter)BPF_JUMP(
			BPF_JMP | BPF_JEQ | BPF_K, number, equal ? skip : 0, equal ? 0 : skip));
}

static void code_answer(struct filter *filter, uint32_t answer)
{
	code_add(filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, answer));
}

static void filter_call(struct filter *filter, int call, uint32_t answer)
{
	code_skip(filter, false, (uint32_t)call, 1);
	code_answer(filter, answer);
}

/* The lower half of an argument is what the kernel looks at, in all of these calls. */
static size_t argument_offset(int argument)
{
	const uint16_t one = 1;
	bool little = *(const uint8_t *)&one == 1;
	return offsetof(struct seccomp_data, args) + 8 * (size_t)argument + (little ? 0 : 4);
}

static void filter_rule(struct filter *filter, const struct rule *rule)
{
	int tests = rule->count ? rule->count : 1;
	code_skip(filter, false, (uint32_t)rule->call, 3 + tests);
	code_load(filter, argument_offset(rule->argument));
	if (!rule->count)
		code_add(filter,
			(struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, rule->bits, 0, 1));
	for (int i = 0; i < rule->count; i++)
		code_skip(filter, true, rule->values[i], rule->count - i);
	code_answer(filter, SECCOMP_RET_ERRNO | (uint32_t)rule->error);
	code_answer(filter, SECCOMP_RET_ALLOW);
}

/* Signals go to the program itself; without a process of its own to name, 0 is its group. */
static void filter_signals(struct filter *filter)
{
	static const int calls[] = {SYS_kill, SYS_tgkill, SYS_tkill};
	for (int i = 0; i < 3; i++)
		filter_rule(filter,
			&(struct rule){.call = calls[i],
				.values = {0, (uint32_t)getpid()},
				.count = 2,
				.error = EPERM});
}

static void filter_make(struct filter *filter)
{
	filter->len = 0;
	code_load(filter, offsetof(struct seccomp_data, arch));
	code_skip(filter, true, GUARD_MACHINE, 1);
	code_answer(filter, SECCOMP_RET_KILL_PROCESS);
	code_load(filter, offsetof(struct seccomp_data, nr));
	for (size_t i = 0; i < sizeof calls_allowed / sizeof *calls_allowed; i++)
		filter_call(filter, calls_allowed[i], SECCOMP_RET_ALLOW);
	for (size_t i = 0; i < sizeof calls_rules / sizeof *calls_rules; i++)
		filter_rule(filter, &calls_rules[i]);
	filter_signals(filter);
	for (size_t i = 0; i < sizeof calls_fatal / sizeof *calls_fatal; i++)
		filter_call(filter, calls_fatal[i], SECCOMP_RET_TRAP);
	code_answer(filter, SECCOMP_RET_ERRNO | ENOSYS);
}

/* ---- the end of an intruder ---- */

static void call_say(unsigned call)
{
	static const char before[] = "truce: ended, since it asked for system call ",
			  after[] = ", which it never does; please report it\n";
	char digits[16], *digit = digits + sizeof digits;
	do
		*--digit = (char)('0' + call % 10);
	while ((call /= 10) > 0);
	(void)!write(STDERR_FILENO, before, sizeof before - 1);
	(void)!write(STDERR_FILENO, digit, (size_t)(digits + sizeof digits - digit));
	(void)!write(STDERR_FILENO, after, sizeof after - 1);
}

static void call_refused(int number, siginfo_t *info, void *context)
{
	(void)context;
	if (info->si_code > 0) /* it comes of the kernel */
		call_say((unsigned)info->si_syscall);
	raise_by_default(number);
	_exit(128 + number);
}

/* Kernels of before 5.16 make a program slower that has a filter, lest code that it was given looks
 * at its memory, unless they are told that it is given none. */
static bool filter_enter(const struct sock_fprog *program)
{
#if defined SYS_seccomp && defined SECCOMP_FILTER_FLAG_SPEC_ALLOW
	if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW,
		    program) == 0)
		return true;
#endif
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program, 0, 0) == 0;
}

bool guard_calls(void)
{
	struct filter filter;
	filter_make(&filter);
	struct sock_fprog program = {.len = filter.len, .filter = filter.code};
	if (!filter_enter(&program))
		return false;
	struct sigaction action = {.sa_sigaction = call_refused, .sa_flags = SA_SIGINFO};
	sigaction(SIGSYS, &action, NULL);
	return true;
}

#else

bool guard_calls(void)
{
	return false;
}

#endif
