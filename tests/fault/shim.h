/* What the driver and the preloaded library share. */
#ifndef TRUCE_TESTS_SHIM_H
#define TRUCE_TESTS_SHIM_H

#include <signal.h>
#include <stdbool.h>

struct shim {
	long at;     /* which allocation fails, from 1; 0 for none */
	bool onward; /* and all after it */
	long count;  /* allocations so far */
	long failed;
};

/* The signal that stops the program for its tracer where it begins, behind all that loaded it. */
enum { SHIM_MARK = SIGTRAP };

#endif
