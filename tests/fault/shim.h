/* What the driver and the preloaded library share. */
#ifndef TRUCE_TESTS_SHIM_H
#define TRUCE_TESTS_SHIM_H

#include <stdbool.h>

struct shim {
	long at;     /* which allocation fails, from 1; 0 for none */
	bool onward; /* and all after it */
	long count;  /* allocations so far */
	long failed;
};

enum { SHIM_MARK = 0x74727563 };

#endif
