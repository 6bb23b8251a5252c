/* The one poll of this room. */
#include "term/wait.h"

#include <errno.h>
#include <poll.h>

enum { WAIT_MOST = 4 };

bool wait_readable(struct wait *waits, int count, int ms)
{
	struct pollfd polled[WAIT_MOST];
	count = count < WAIT_MOST ? count : WAIT_MOST;
	for (int i = 0; i < count; i++)
		polled[i] = (struct pollfd){.fd = waits[i].fd, .events = POLLIN};
	int ready = poll(polled, (nfds_t)count, ms);
	if (ready < 0 && errno == ENOMEM) /* once is no end yet */
		ready = poll(polled, (nfds_t)count, ms);
	for (int i = 0; i < count; i++) {
		waits[i].ready = ready > 0 && polled[i].revents != 0;
		waits[i].gone = ready > 0 && (polled[i].revents & (POLLHUP | POLLERR | POLLNVAL));
	}
	return ready >= 0 || errno == EINTR || errno == EAGAIN;
}

bool wait_writable(int fd, int ms)
{
	struct pollfd polled = {.fd = fd, .events = POLLOUT};
	return poll(&polled, 1, ms) > 0 && (polled.revents & POLLOUT);
}
