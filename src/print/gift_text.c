#include "print/gift_text.h"

#include "print/plain_text.h"

#include <string.h>

static void line_add(const struct text_form *form, struct buf *out, const char *line, size_t len)
{
	struct buf shown = {0};
	plain_text(form, &shown, line, len);
	for (const char *at = buf_string(&shown); *at; at++) {
		if (strchr("\\~=#{}:", *at))
			buf_char(out, '\\');
		if (*at == '>' && at > shown.text && at[-1] == '-')
			buf_text(out, "＞");
		else
			buf_char(out, *at);
	}
	buf_free(&shown);
}

void gift_text(const struct text_form *form, struct buf *out, const char *text)
{
	if (*text == '%') {
		buf_text(out, "％");
		text++;
	}
	for (;;) {
		size_t len = strcspn(text, "\n");
		line_add(form, out, text, len);
		if (!text[len])
			return;
		buf_text(out, "\\n");
		text += len + 1;
	}
}
