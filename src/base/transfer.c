/* A call that was broken off is made again; "not now" is waited for, never asked in a circle. */
#include "base/transfer.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

/* Whether the call is to be made again; waits until that makes sense. */
static bool is_for_later(int fd, short events)
{
	struct pollfd wait = {.fd = fd, .events = events};
	if (errno == EINTR)
		return true;
	if (errno != EAGAIN && errno != EWOULDBLOCK)
		return false;
	poll(&wait, 1, -1); /* where it fails, the call says why */
	return true;
}

ssize_t transfer_read(int fd, char *bytes, size_t most)
{
	ssize_t got;
	do
		got = read(fd, bytes, most);
	while (got < 0 && is_for_later(fd, POLLIN));
	return got;
}

bool transfer_write(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t wrote = write(fd, bytes, len);
		if (wrote < 0 && !is_for_later(fd, POLLOUT))
			return false;
		if (wrote > 0) {
			bytes += wrote;
			len -= (size_t)wrote;
		}
	}
	return true;
}
