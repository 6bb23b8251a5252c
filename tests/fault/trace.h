/* The tracer of run.c: one process, its system calls counted, one of them struck. */
#ifndef TRUCE_TESTS_FAULT_TRACE_H
#define TRUCE_TESTS_FAULT_TRACE_H

#include "tests/fault/run.h"

#include <sys/types.h>

struct tracer {
	pid_t pid;
	struct fault fault;
	bool options, begun, inside;
	long calls;
	long number;             /* of the call that it is inside of, where that is struck */
	unsigned long long size; /* that it asked to transfer */
	int striking;            /* the error that the call it is inside of will give; 0 for none */
	int onward;              /* the call that fails from now on, and 1; 0 for none */
	bool struck;
};

/* Whether there is a tracer for this system and processor. */
bool tracer_works(void);
/* For the program, before it is executed. */
void tracer_offer(void);
/* Answers a stop, and lets the program go on. */
void tracer_step(struct tracer *, int status, struct outcome *);

#endif
