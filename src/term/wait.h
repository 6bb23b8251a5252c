/* Waiting for descriptors. */
#ifndef TRUCE_TERM_WAIT_H
#define TRUCE_TERM_WAIT_H

#include <stdbool.h>

struct wait {
	int fd;     /* negative: there is none */
	bool ready; /* there is something to read, or nothing will come any more */
	bool gone;  /* whoever was at the other end is gone */
};

/* Waits until one of them is ready, a signal has come, or so many milliseconds have passed; -1 is
 * for ever. Returns false where it cannot wait. */
bool wait_readable(struct wait *, int count, int ms);

/* Waits until something may be written, or so many milliseconds have passed. To be called from
 * handlers of signals as well. */
bool wait_writable(int fd, int ms);

#endif
