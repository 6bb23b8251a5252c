#include "term/term_clipboard.h"

#include "term/term_output.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

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

void term_clipboard_compose(struct buf *out, const char *text, size_t len)
{
	if (len == 0 || len > TERM_CLIPBOARD_MOST)
		return;
	buf_text(out, "\033]52;c;");
	add_base64(out, text, len);
	buf_char(out, '\a');
}

void term_clipboard_send(const char *text, size_t len)
{
	const char *type = getenv("TERM");
	struct buf out = {0};

	if (type != NULL && strncmp(type, "linux", 5) == 0)
		return;
	term_clipboard_compose(&out, text, len);
	term_output(buf_string(&out), out.len);
	buf_free(&out);
}
