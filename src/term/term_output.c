#include "term/term_output.h"

#include <errno.h>
#include <unistd.h>

void term_output(const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t wrote = write(STDOUT_FILENO, bytes, len);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return;
		bytes += wrote;
		len -= (size_t)wrote;
	}
}
