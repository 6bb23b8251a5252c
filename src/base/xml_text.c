#include "base/xml_text.h"

const char *xml_entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>': /* "]]>" may stand nowhere in a text */
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void xml_text(struct buf *out, const char *text, size_t len)
{
	size_t from = 0;
	for (size_t at = 0; at < len; at++) {
		const char *escape = xml_entity(text[at]);
		if (!escape)
			continue;
		buf_add(out, text + from, at - from);
		buf_text(out, escape);
		from = at + 1;
	}
	buf_add(out, text + from, len - from);
}
