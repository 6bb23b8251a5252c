/* Linux's seccomp: which system calls a program may make. */
#ifndef TRUCE_GUARD_CALLS_H
#define TRUCE_GUARD_CALLS_H

#include <stdbool.h>

/* From now on the kernel answers only what truce needs to read files and to handle its terminal:
 *
 * - What starts a program, opens a socket or reaches into another process ends truce with SIGSYS,
 *   and one line on standard error says which call it was, by its number. A handler of SIGSYS that
 *   is set later should call the one that it found here.
 * - Opening a file for writing, memory that is to be run, and signals to others are refused as a
 *   system would that has them forbidden; control of a terminal beyond its modes and size, as one
 *   that does not know it.
 * - Any other call is answered as by a kernel that is too old for it, so that a newer C library
 *   takes the way it has for those.
 *
 * Needs no new privileges, or privileges. False, and nothing has changed, where the kernel has no
 * filters, the machine is not known here, or a sanitizer needs more than this. */
bool guard_calls(void);

#endif
