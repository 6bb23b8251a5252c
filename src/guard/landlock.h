/* Linux's Landlock: which files a program may touch, and how. */
#ifndef TRUCE_GUARD_LANDLOCK_H
#define TRUCE_GUARD_LANDLOCK_H

#include <stdbool.h>

/* From now on the program writes, makes, moves, removes, cuts short and runs no file, controls no
 * device but its terminal, opens no TCP connection, and reaches no abstract socket of another
 * program; without `job` it signals no other program either. Of these what the kernel's version
 * knows: writing, making, removing and running since the first. Needs no new privileges, or
 * privileges. Returns the version that was used, 0 where there is none and nothing has changed. */
int guard_landlock(bool job);

#endif
