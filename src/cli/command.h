/* The commands: options in, rooms wired together, exit status out. One file each. */
#ifndef TRUCE_CLI_COMMAND_H
#define TRUCE_CLI_COMMAND_H

#include "cli/options.h"

enum { DONE = 0, DONE_NO = 1, NOT_DONE = 2 }; /* exit status */

struct command {
	const char *name, *help;
	unsigned bit; /* COMMAND_* */
	int (*run)(const struct command *, const struct options *);
};

int explore_run(const struct command *, const struct options *);
int print_run(const struct command *, const struct options *);
int check_run(const struct command *, const struct options *);
int snapshot_run(const struct command *, const struct options *);

#endif
