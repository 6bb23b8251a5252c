#include "print/tex_text.h"

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
	struct buf lines = {0}, shown = {0};
	for (size_t at = 0; at < len; at++)
		buf_char(&lines, strchr("\n\t\r", text[at]) && text[at] ? ' ' : text[at]);
	text_show(form, &shown, buf_string(&lines), lines.len);
	for (const char *at = buf_string(&shown); *at; at++) {
		const char *escape = escape_of(*at);
		if (escape)
			buf_text(out, escape);
		else
			buf_char(out, *at);
	}
	buf_free(&shown);
	buf_free(&lines);
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
