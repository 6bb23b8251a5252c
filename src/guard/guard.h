/* What the kernel holds the program to, once it has been told: no new privileges, no file written,
 * made, moved or run, no connection, no other program.
 *
 * It is told before the first byte of a record is read, so that a hole in a library that reads it
 * leads nowhere. There is no way back, and whatever the program starts would inherit it: to be left
 * out where an editor may be started. Descriptors that are open already are written to as before,
 * and every file is read as before.
 *
 * Three mechanisms, a file each, and none needs another: what a kernel lacks, or a container
 * forbids, is left out, and all else works the same. */
#ifndef TRUCE_GUARD_GUARD_H
#define TRUCE_GUARD_GUARD_H

#include "base/buf.h"

#include <stdbool.h>

/* What is in force. */
struct guard {
	bool privileges; /* none are gained, whatever is run: Linux */
	int landlock;    /* the version that the kernel and truce both know, 0 for none: Linux */
	bool calls;      /* all but a list of system calls is refused: Linux, seccomp */
	bool pledge;     /* pledge and unveil: OpenBSD */
};

/* Restricts the program. With `job` it may still stop and continue its process group, as the
 * terminal's own keys would. To be called after term_locale_start, once. */
struct guard guard_enter(bool job);

/* Appends "no new privileges, Landlock 7, seccomp", or "nothing". */
void guard_name(const struct guard *, struct buf *);

#endif
