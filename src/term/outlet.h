/* Standard output as a stream for documents. Its writes go on where those of the C library give up
 * (base/transfer.h), and the reason why the first one failed is kept until it is asked for: a later
 * call may change errno. */
#ifndef TRUCE_TERM_OUTLET_H
#define TRUCE_TERM_OUTLET_H

#include <stdio.h>

/* The same one at every call. From the first call on a file that has reached
 * the limit of its size is an error of a write, no signal. */
FILE *term_outlet(void);

/* Writes what it holds and closes standard output, since a disk at the other end of a network may say
 * only then that it is full. Returns 0, or the errno of the first write that has failed since the
 * beginning; nothing has been written behind that. */
int term_outlet_end(void);

#endif
