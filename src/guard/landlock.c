/* Rights that a ruleset handles are denied unless a rule grants them, and a rule grants them for
 * what lies below a path. There is one rule: the terminal, which is opened anew where standard input
 * is a pipe, may be controlled. Reading is not handled, so it stays free.
 *
 * The kernel's interface is written out here, since headers are often older than kernels. */
#define _GNU_SOURCE /* O_PATH */
#include "guard/landlock.h"

#ifdef __linux__

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#if !defined SYS_landlock_create_ruleset && !defined __alpha__
#define SYS_landlock_create_ruleset 444 /* of every machine but one */
#define SYS_landlock_add_rule       445
#define SYS_landlock_restrict_self  446
#endif

#endif

#ifdef SYS_landlock_create_ruleset

enum { ASK_VERSION = 1, RULE_PATH_BENEATH = 1, VERSION_MOST = 7 };

static const uint64_t fs_read_file = 1 << 2, fs_read_dir = 1 << 3, fs_ioctl_dev = 1 << 15;

struct ruleset {
	uint64_t files;   /* bits: execute, write, read, ... */
	uint64_t network; /* TCP: bind, connect */
	uint64_t scope;   /* abstract sockets, signals */
};

struct path_beneath {
	uint64_t allowed;
	int32_t folder;
} __attribute__((packed));

/* How many rights to files a version knows, and the size of the ruleset that it takes. */
static const struct {
	uint8_t rights, size;
} versions[VERSION_MOST + 1] = {
	[1] = {13, 8},
	[2] = {14, 8},  /* move to another folder */
	[3] = {15, 8},  /* cut short */
	[4] = {15, 16}, /* network */
	[5] = {16, 16}, /* control a device */
	[6] = {16, 24}, /* scope */
	[7] = {16, 24},
};

static struct ruleset ruleset_of(int version, bool job)
{
	uint64_t all = ((uint64_t)1 << versions[version].rights) - 1;
	return (struct ruleset){
		.files = all & ~(fs_read_file | fs_read_dir),
		.network = 3,
		.scope = job ? 1 : 3,
	};
}

/* False where the kernel refuses; there is nothing to allow where there is no such device. */
static bool allow_terminal(int rules, const char *name)
{
	int fd = name ? open(name, O_PATH | O_CLOEXEC) : -1;
	struct path_beneath path = {.allowed = fs_ioctl_dev, .folder = fd};
	if (fd < 0)
		return true;
	bool allowed = syscall(SYS_landlock_add_rule, rules, RULE_PATH_BENEATH, &path, 0) == 0;
	close(fd);
	return allowed;
}

int guard_landlock(bool job)
{
	long known = syscall(SYS_landlock_create_ruleset, NULL, 0, ASK_VERSION);
	if (known < 1)
		return 0;
	int version = known > VERSION_MOST ? VERSION_MOST : (int)known;
	struct ruleset ruleset = ruleset_of(version, job);
	int rules = (int)syscall(
		SYS_landlock_create_ruleset, &ruleset, (size_t)versions[version].size, 0);
	if (rules < 0)
		return 0;
	bool drives = true; /* what does not may not be entered: the terminal would be dead */
	if (ruleset.files & fs_ioctl_dev)
		drives = allow_terminal(rules, "/dev/tty") &&
			allow_terminal(rules, ttyname(STDOUT_FILENO));
	long entered = drives ? syscall(SYS_landlock_restrict_self, rules, 0) : -1;
	close(rules);
	return entered == 0 ? version : 0;
}

#else

int guard_landlock(bool job)
{
	(void)job;
	return 0;
}

#endif
