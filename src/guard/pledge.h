/* OpenBSD's pledge and unveil. */
#ifndef TRUCE_GUARD_PLEDGE_H
#define TRUCE_GUARD_PLEDGE_H

#include <stdbool.h>

/* From now on the program reads files and handles its terminal; all else ends it. False where the
 * system has no such thing, and nothing has changed. */
bool guard_pledge(void);

#endif
