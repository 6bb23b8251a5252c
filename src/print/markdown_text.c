/* What a sign means depends on what stands beside it and on whether a line begins there, so each is
 * decided at its place. A sign is escaped rather once too often: a letter must never be lost. */
#include "print/markdown_text.h"

#include "print/html_text.h"

#include <string.h>

struct place {
	const char *text; /* all of it */
	const char *at;
	bool begins; /* nothing stands before it in its line */
	bool single; /* there is but one line */
	bool cited;
};

static bool is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool is_alnum(char c)
{
	return is_letter(c) || text_is_figure(c);
}

/* Whether a word or a line ends there. */
static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\0';
}

/* ---- what a line begins with ---- */

/* Whether nothing stands in the last line but what lists and quotations begin with. */
static bool line_begins(const struct buf *out)
{
	size_t at = out->len;
	while (at && strchr(" >-", out->text[at - 1]))
		at--;
	return !at || out->text[at - 1] == '\n';
}

/* How many bytes number an item there: "1918", "a", "xiv", "(3"; 0 where none do. What closes it
 * stands behind. */
static size_t number_len(const char *at)
{
	size_t open = *at == '(';
	size_t figures = strspn(at + open, "0123456789");
	size_t roman = strspn(at + open, "ivxlcdmIVXLCDM");
	size_t len = figures ? figures : roman ? roman : is_letter(at[open]);
	const char *close = at + open + len;
	return len && (*close == '.' || *close == ')') && is_blank(close[1]) ? open + len : 0;
}

/* A list, a heading, a rule, a table, a quotation, a definition. */
static bool is_sign_of_line(const char *at)
{
	switch (*at) {
	case '#':
	case '>':
	case '=':
	case ':':
	case '%':
		return true;
	case '-':
	case '+':
		return is_blank(at[1]) || strchr("-+=", at[1]);
	default:
		return false;
	}
}

/* ---- what stands anywhere ---- */

/* "&amp;" */
static bool is_entity(const char *at)
{
	size_t len = 1 + (at[1] == '#');
	while (is_alnum(at[len]))
		len++;
	return len > 1 && at[len] == ';';
}

/* ":smile:" */
static bool is_picture(const struct place *place)
{
	const char *at = place->at + 1;
	bool letter = false;
	if (place->at > place->text && is_alnum(place->at[-1]))
		return false;
	for (; is_alnum(*at) || *at == '_' || *at == '-' || *at == '+'; at++)
		letter |= is_letter(*at);
	return letter && *at == ':';
}

/* Within a word an underscore is one. */
static bool is_inside(const struct place *place)
{
	return place->at > place->text && is_alnum(place->at[-1]) && is_alnum(place->at[1]);
}

static bool is_sign(const struct place *place)
{
	const char *at = place->at;
	if (place->begins && is_sign_of_line(at))
		return true;
	switch (*at) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '<':
	case '{':
	case '}':
	case '|':
	case '@':
	case '$':
	case '^':
	case '~':
	case '"':
	case '\'':
		return true;
	case '_':
		return !is_inside(place);
	case '#': /* at the end of a heading */
		return place->single;
	case '.': /* "..." */
		return at[1] == '.' && at[2] == '.';
	case '-': /* "--" */
		return at[1] == '-';
	case '&':
		return is_entity(at);
	case ':':
		return is_picture(place);
	case ';':
		return place->cited;
	default:
		return false;
	}
}

static void add_ascii(struct buf *out, const struct place *place)
{
	char c = *place->at;
	if (c == '\t')
		buf_char(out, ' ');
	else if (text_is_harmful(c))
		buf_format(out, "\\<U+%04X>", (unsigned)c);
	else if (is_sign(place))
		buf_format(out, "\\%c", c);
	else
		buf_char(out, c);
}

/* Line feeds, and the blanks beside them: a break where words follow. */
static size_t add_breaks(struct buf *out, const char *text, const char *prefix)
{
	size_t len = strspn(text, " \t\n");
	while (out->len && out->text[out->len - 1] == ' ')
		out->text[--out->len] = '\0';
	if (!text[len])
		return len;
	if (!prefix) {
		buf_char(out, ' ');
		return len;
	}
	for (size_t n = 0; n < len; n++)
		if (text[n] == '\n')
			buf_format(out, "\\\n%s", prefix);
	return len;
}

/* How many bytes are no sign wherever they stand behind the beginning of a line: letters, figures and
 * blanks. */
static size_t words_len(const struct text_form *form, const char *text, size_t len)
{
	bool letters = !form || !form->encodes;
	for (size_t at = 0;;)
		if (at < len && (is_alnum(text[at]) || text[at] == ' '))
			at++;
		else if (at < len && letters && text_is_plain_letter(text + at, len - at))
			at += 2;
		else
			return at;
}

static void add(const struct text_form *form, struct buf *out, const char *text, const char *prefix,
	bool cited)
{
	size_t len = strlen(text), bytes;
	struct place place = {.text = text, .single = !prefix, .cited = cited};
	place.begins = line_begins(out);
	for (size_t at = 0; at < len; at += bytes) {
		place.at = text + at;
		bytes = place.begins ? 0 : words_len(form, place.at, len - at);
		if (bytes) {
			buf_add(out, place.at, bytes);
			continue;
		}
		size_t number = place.begins ? number_len(place.at) : 0;
		bytes = 1;
		if (place.begins && is_blank(text[at])) /* four of them begin a block of code */
			continue;
		if (text[at] == '\n') {
			bytes = add_breaks(out, place.at, prefix);
			place.begins = prefix != NULL;
			continue;
		}
		if (number) {
			buf_add(out, place.at, number);
			buf_format(out, "\\%c", place.at[number]);
			bytes = number + 1;
		} else if ((unsigned char)text[at] < 0x80) {
			add_ascii(out, &place);
		} else {
			int32_t c = text_decode(place.at, len - at, &bytes);
			if (!html_wide(form, out, text, len, at, c))
				buf_format(out, "\\<U+%04X>", (unsigned)c);
		}
		place.begins = false;
	}
}

void markdown_text(
	const struct text_form *form, struct buf *out, const char *text, const char *prefix)
{
	add(form, out, text, prefix, false);
}

void markdown_cited(const struct text_form *form, struct buf *out, const char *text)
{
	add(form, out, text, NULL, true);
}

/* Whether it may stand between < and >: there, entities are read by one and not by the other. */
static bool is_plain_address(const char *url)
{
	for (; *url; url++)
		if (!is_alnum(*url) && (!strchr("-._~:/?#!$'()*+,;=%&@", *url) || is_entity(url)))
			return false;
	return true;
}

bool markdown_address(
	const struct text_form *form, struct buf *out, const char *url, const char *shown)
{
	struct buf address = {0};
	bool leads = html_address(&address, url);
	if (leads && strcmp(url, shown) == 0 && is_plain_address(url)) {
		buf_format(out, "<%s>", url);
	} else if (leads) {
		buf_char(out, '[');
		markdown_text(form, out, shown, NULL);
		buf_format(out, "](<%s>)", buf_string(&address));
	}
	buf_free(&address);
	return leads;
}
