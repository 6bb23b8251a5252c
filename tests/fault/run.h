/* One run of the program with one fault in it.
 *
 * An allocation fails in the preloaded library (shim.c). A system call is made to fail by its
 * tracer: it never happens, and gives the error; or it transfers one byte. So what the C library
 * calls by itself is met as well, and no tool is needed. Calls count from the program's beginning
 * on, behind the loader's. */
#ifndef TRUCE_TESTS_FAULT_RUN_H
#define TRUCE_TESTS_FAULT_RUN_H

#include "base/buf.h"

#include <stdbool.h>

enum fault_kind { FAULT_NONE, FAULT_MEMORY, FAULT_CALL };
enum { FAULT_SHORT = -1 }; /* for an errno: the call transfers one byte */

struct fault {
	enum fault_kind kind;
	long at;     /* the Nth allocation, or the Nth call of those that can fail; from 1 */
	bool onward; /* and all after it; of calls, all of the same name */
	int error;
};

struct run {
	const char *const *words; /* the program first; closed by NULL */
	const char *input;        /* a file; NULL is /dev/null, or the terminal */
	const char *keys;         /* not NULL: in a terminal, where this has been typed before */
	bool traced;              /* calls are counted, and named */
};

enum { CALLS_MOST = 4096 };

struct outcome {
	bool hung;
	int status;          /* or 128 + the signal's number */
	bool struck;         /* the fault came to pass */
	struct buf out, err; /* in a terminal all is in `out` */
	long allocations, calls;
	short called[CALLS_MOST]; /* which: for call_name and call_errors */
	bool modes_kept;          /* of the terminal's line */
};

/* Whether this system lets a library be preloaded, and a program be traced. */
bool run_can_preload(const char *shim);
bool run_can_trace(const char *shim);

void run_once(const struct run *, const char *shim, struct fault, struct outcome *);
void outcome_free(struct outcome *);

const char *call_name(int call);
/* The errors to try on it, closed by 0. */
const int *call_errors(int call);

#endif
