#include "print/plain_text.h"

static void add(const struct text_form *form, struct buf *out, const char *text, size_t len,
	size_t at, int32_t c)
{
	char shown[4];
	size_t bytes = text_encode(c, shown);
	if (c == '\n' || c == '\t')
		buf_char(out, ' ');
	else if (text_is_harmful(c) || text_kind(c) == TEXT_NONCHARACTER)
		buf_format(out, "<U+%04X>", (unsigned)c);
	else if (text_is_out_of_place(text, len, at))
		return;
	else if (text_encodes(form, c))
		buf_add(out, shown, bytes);
	else
		text_show(form, out, shown, bytes);
}

void plain_text(const struct text_form *form, struct buf *out, const char *text, size_t len)
{
	for (size_t at = 0, bytes; at < len; at += bytes) {
		int columns;
		size_t plain = text_plain_len(form, text + at, len - at, &columns);
		buf_add(out, text + at, plain);
		at += plain;
		int32_t c = text_decode(text + at, len - at, &bytes);
		if (bytes)
			add(form, out, text, len, at, c);
	}
}
