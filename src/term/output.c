/* Standard output: how wide it is, and bytes to it. */
#include "term/output.h"

#include "base/transfer.h"
#include "term/term.h"

#include <stdint.h>
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

static void add_base64(struct buf *out, const char *text, size_t len)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t at = 0; at < len; at += 3) {
		size_t left = len - at;
		uint32_t three = (uint32_t)(unsigned char)text[at] << 16;
		if (left > 1)
			three |= (uint32_t)(unsigned char)text[at + 1] << 8;
		if (left > 2)
			three |= (uint32_t)(unsigned char)text[at + 2];
		buf_char(out, digits[three >> 18]);
		buf_char(out, digits[three >> 12 & 63]);
		buf_char(out, left > 1 ? digits[three >> 6 & 63] : '=');
		buf_char(out, left > 2 ? digits[three & 63] : '=');
	}
}

void term_clipboard_add(struct buf *out, const char *type, const char *text, size_t len)
{
	bool console = type && strncmp(type, "linux", 5) == 0;
	if (console || len == 0 || len > TERM_CLIPBOARD_MOST)
		return;
	buf_text(out, "\033]52;c;");
	add_base64(out, text, len);
	buf_char(out, '\a');
}
