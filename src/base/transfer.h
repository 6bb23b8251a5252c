/* Reading and writing that go on where the system only says "not now": a call that a signal has
 * interrupted, a pipe or terminal that another program has made non-blocking, half a buffer. */
#ifndef TRUCE_BASE_TRANSFER_H
#define TRUCE_BASE_TRANSFER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Reads some bytes, however long they take to come: how many, 0 at the end, -1 with errno where it
 * cannot be read. */
ssize_t transfer_read(int fd, char *bytes, size_t most);

/* Writes all of them, however long that takes; false with errno where it cannot. */
bool transfer_write(int fd, const char *bytes, size_t len);

#endif
