#include "term/term_output.h"

#include <errno.h>
#include <string.h>
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

void term_output_capability(struct buf *out, const char *text)
{
	while (*text != '\0') {
		if (text[0] == '$' && text[1] == '<' && strchr(text, '>') != NULL)
			text = strchr(text, '>') + 1;
		else
			buf_char(out, *text++);
	}
}
