#include "print/tex_text.h"

#include "print/plain_text.h"

#include <string.h>

static const char *escape_of(char c)
{
	switch (c) {
	case '\\':
		return "\\textbackslash{}";
	case '{':
		return "\\textbraceleft{}";
	case '}':
		return "\\textbraceright{}";
	case '~':
		return "\\textasciitilde{}";
	case '^':
		return "\\textasciicircum{}";
	case '%':
		return "\\%";
	case '#':
		return "\\#";
	case '$':
		return "\\$";
	case '&':
		return "\\&";
	case '_':
		return "\\_";
	case '"': /* what some languages make of it is not a quotation mark */
		return "\\textquotedbl{}";
	case '<':
		return "\\textless{}";
	case '>':
		return "\\textgreater{}";
	default:
		return NULL;
	}
}

void tex_text(const struct text_form *form, struct buf *out, const char *text, size_t len)
{
	struct buf shown = {0};
	plain_text(form, &shown, text, len);
	for (const char *at = buf_string(&shown); *at; at++) {
		const char *escape = escape_of(*at);
		if (escape)
			buf_text(out, escape);
		else
			buf_char(out, *at);
	}
	buf_free(&shown);
}

void tex_address(struct buf *out, const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text <= ' ' || (unsigned char)*text >= 0x7f ||
			strchr("\\{}\"<>^`|", *text))
			buf_format(out, "%%%02X", (unsigned)(unsigned char)*text);
		else
			buf_char(out, *text);
}
