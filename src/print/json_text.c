#include "print/json_text.h"

#include "print/runs.h"

#include <string.h>

static void escape(struct buf *out, int32_t c)
{
	if (c == '\n')
		buf_text(out, "\\n");
	else if (c == '\t')
		buf_text(out, "\\t");
	else if (c == '\r')
		buf_text(out, "\\r");
	else if (c < 0x10000)
		buf_format(out, "\\u%04x", (unsigned)c);
	else
		buf_format(out, "\\u%04x\\u%04x", 0xd7c0 + ((unsigned)c >> 10),
			0xdc00 + ((unsigned)c & 0x3ff));
}

void json_text(const struct text_form *form, struct buf *out, const char *text)
{
	struct runs runs;
	runs_begin(&runs, form, text, strlen(text), "\"\\");
	buf_char(out, '"');
	for (int32_t c; runs_next(&runs, out, &c);) {
		char shown[4];
		if (c == '"' || c == '\\')
			buf_char(out, '\\');
		if (text_kind(c) != TEXT_SEEN || !text_encodes(form, c))
			escape(out, c);
		else
			buf_add(out, shown, text_encode(c, shown));
	}
	buf_char(out, '"');
}
