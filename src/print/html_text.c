/* Runs of plain characters are copied; every other one is decided by its kind, as for a terminal. */
#include "print/html_text.h"

#include "base/xml_text.h"
#include "print/runs.h"

#include <string.h>

static void add_ascii(struct buf *out, char c, const char *feed)
{
	const char *entity = xml_entity(c);
	if (entity || c == '\n')
		buf_text(out, entity ? entity : feed);
	else if (c == '\t')
		buf_char(out, ' ');
	else if (text_is_harmful(c))
		buf_format(out, "&lt;U+%04X&gt;", (unsigned)c);
	else
		buf_char(out, c);
}

bool html_wide(const struct text_form *form, struct buf *out, const char *text, size_t len,
	size_t at, int32_t c)
{
	char shown[4];
	if (text_is_harmful(c) || text_kind(c) == TEXT_NONCHARACTER)
		return false;
	if (text_is_out_of_place(text, len, at))
		return true;
	if (form && form->encodes)
		buf_format(out, "&#x%X;", (unsigned)c);
	else
		buf_add(out, shown, text_encode(c, shown));
	return true;
}

static void add(const struct text_form *form, struct buf *out, const char *text, const char *feed)
{
	size_t len = strlen(text);
	struct runs runs;
	runs_begin(&runs, form, text, len, XML_SIGNS);
	for (int32_t c; runs_next(&runs, out, &c);)
		if (c < 0x80)
			add_ascii(out, (char)c, feed);
		else if (!html_wide(form, out, text, len, (size_t)(runs.at - text), c))
			buf_format(out, "&lt;U+%04X&gt;", (unsigned)c);
}

void html_text(const struct text_form *form, struct buf *out, const char *text)
{
	add(form, out, text, "<br/>");
}

void html_value(const struct text_form *form, struct buf *out, const char *text)
{
	add(form, out, text, " ");
}

static size_t scheme_len(const char *url)
{
	static const char *const schemes[] = {"http://", "https://"};
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (strlen(url) > strlen(schemes[i]) &&
			text_same_ascii(url, schemes[i], strlen(schemes[i])))
			return strlen(schemes[i]);
	return 0;
}

/* Percent signs stay: what is encoded already is so. */
bool html_address(struct buf *out, const char *url)
{
	if (!scheme_len(url))
		return false;
	for (; *url; url++) {
		unsigned char c = (unsigned char)*url;
		if (c <= 0x20 || c >= 0x7f || strchr("\"'<>\\^`{|}", (char)c))
			buf_format(out, "%%%02X", c);
		else if (c == '&')
			buf_text(out, "&amp;");
		else
			buf_char(out, (char)c);
	}
	return true;
}
