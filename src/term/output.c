/* Standard output: how wide it is, and bytes to it. */
#include "term/output.h"

#include "base/base64.h"
#include "base/transfer.h"
#include "term/term.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

int term_width(void)
{
	struct winsize size;
	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void term_output(const char *bytes, size_t len)
{
	(void)transfer_write(
		STDOUT_FILENO, bytes, len); /* a terminal that is gone is read as such */
}

void term_capability(struct buf *out, const char *text)
{
	while (*text != '\0') {
		if (text[0] == '$' && text[1] == '<' && strchr(text, '>') != NULL)
			text = strchr(text, '>') + 1;
		else
			buf_char(out, *text++);
	}
}

void term_clipboard_add(struct buf *out, const char *type, const char *text, size_t len)
{
	bool console = type && strncmp(type, "linux", 5) == 0;
	if (console || len == 0 || len > TERM_CLIPBOARD_MOST)
		return;
	buf_text(out, "\033]52;c;");
	base64_add(out, text, len);
	buf_char(out, '\a');
}
