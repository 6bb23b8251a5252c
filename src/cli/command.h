/* The commands: options in, rooms wired together, exit status out. One file each. */
#ifndef TRUCE_CLI_COMMAND_H
#define TRUCE_CLI_COMMAND_H

#include "cli/options.h"

#include <stdbool.h>

enum { DONE = 0, DONE_NO = 1, NOT_DONE = 2 }; /* exit status */

struct command {
	const char *name, *help;
	unsigned bit; /* COMMAND_* */
	int (*run)(const struct command *, const struct options *);
	const char *needs; /* options that must be given, for the usage; or NULL */
};

/* The n-th command, from 0; NULL behind the last. The first is the explorer's, which no word
 * names. */
const struct command *command_at(int n);
/* The command that a word names ("print"), or NULL. */
const struct command *command_find(const char *word);
/* Whether a first word of the command line can only be a command that there is not: it names none, is
 * no name with a dot, a slash or a sign before it, and no file. Complains of it, then. */
bool command_missed(const char *word);
/* The word that names it, "" for the first. */
const char *command_word(const struct command *);

/* Prints "truce print: MESSAGE" as a line on standard error: what keeps a command from being done.
 * The message may quote the command line or the record as they are: it is made harmless here. */
void complaint_print(const char *name, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Ends a command that has written to standard output: false, and says so, where a write failed. */
bool command_end(const char *name);

int explore_run(const struct command *, const struct options *);
int print_run(const struct command *, const struct options *);
int check_run(const struct command *, const struct options *);
int verify_run(const struct command *, const struct options *);
int snapshot_run(const struct command *, const struct options *);

#endif
