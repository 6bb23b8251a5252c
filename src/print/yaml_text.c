/* What a text holds decides its form; one look at each character tells. Lines are broken at single
 * spaces only, which is where YAML puts a space back. */
#include "print/yaml_text.h"

#include "base/text.h"

#include <string.h>

struct traits {
	bool strange; /* holds what only an escape can say */
	bool lines;   /* holds a line feed */
	bool ragged;  /* a line that begins or ends with white space, or is nothing but it */
	int widest;   /* columns of the longest line */
};

/* Whether a character must not stand in the file as itself: only joiners and selectors may, of what
 * is not seen, where they are part of writing. */
static bool is_strange(
	const struct text_form *form, int32_t c, const char *text, size_t len, size_t at)
{
	enum text_kind kind = text_kind(c);
	if (kind == TEXT_JOINER || kind == TEXT_SELECTOR)
		return !text_encodes(form, c) || text_is_out_of_place(text, len, at);
	return (kind != TEXT_SEEN && c != '\n') || c == 0xfffd || !text_encodes(form, c);
}

static bool is_space(int32_t c)
{
	return c == ' ' || c == 0xa0;
}

static struct traits traits_of(const struct text_form *form, const char *text)
{
	struct traits traits = {0};
	size_t len = strlen(text);
	int32_t last = '\n';
	int width = 0;
	for (size_t at = 0, bytes; at < len; at += bytes) {
		int columns;
		bytes = text_plain_len(form, text + at, len - at, &columns);
		if (bytes) {
			traits.ragged |= last == '\n' && text[at] == ' ';
			width += columns;
			last = text[at + bytes - 1] == ' ' ? ' ' : 0;
		} else {
			int32_t c = text_decode(text + at, len - at, &bytes);
			traits.strange |= is_strange(form, c, text, len, at);
			traits.lines |= c == '\n';
			/* A no-break space behind a space could come to stand in the indentation. */
			traits.ragged |= (last == '\n' && is_space(c)) ||
				(is_space(last) && c == '\n') || (last == ' ' && c == 0xa0);
			width = c == '\n' ? 0 : width + text_code_width(c);
			last = c;
		}
		traits.widest = width > traits.widest ? width : traits.widest;
	}
	traits.ragged |= is_space(last) || last == '\n';
	return traits;
}

/* What other readers of YAML take for a number, a date, a truth or nothing. */
static bool is_typed(const char *text)
{
	static const char *const words[] = {"null", "~", "yes", "no", "on", "off", "true", "false",
		"y", "n", ".inf", ".nan", "=", "<<"};
	char low[sizeof "false"]; /* the longest */
	size_t len = strlen(text);
	if (len && strchr("0123456789+-.", text[0]) && strpbrk(text, "0123456789") &&
		(strspn(text, "0123456789+-_.:eETZ ") == len ||
			(text[0] == '0' &&
				strspn(text + 1, "xo0123456789abcdefABCDEF_") == len - 1)))
		return true;
	if (len >= sizeof low)
		return false;
	for (size_t n = 0; n <= len; n++)
		low[n] = text[n] >= 'A' && text[n] <= 'Z' ? (char)(text[n] + 32) : text[n];
	for (size_t n = 0; n < sizeof words / sizeof *words; n++)
		if (low[0] == *words[n] && strcmp(low, words[n]) == 0)
			return true;
	return false;
}

/* Whether one line of text may stand without any sign around it. */
static bool is_plain(const char *text)
{
	size_t len = strlen(text);
	if (!len || strchr(",[]{}#&*!|>'\"%@`", text[0]) || text[len - 1] == ':')
		return false;
	if (strchr("-?:", text[0]) && (len == 1 || text[1] == ' '))
		return false;
	if (strncmp(text, "---", 3) == 0 || strncmp(text, "...", 3) == 0)
		return false;
	return !strstr(text, ": ") && !strstr(text, " #");
}

static void quoted_escape(struct buf *out, int32_t c)
{
	if (c == '"' || c == '\\')
		buf_format(out, "\\%c", (char)c);
	else if (c == '\n')
		buf_text(out, "\\n");
	else if (c == '\t')
		buf_text(out, "\\t");
	else if (c < 0x100)
		buf_format(out, "\\x%02x", (unsigned)c);
	else if (c < 0x10000)
		buf_format(out, "\\u%04x", (unsigned)c);
	else
		buf_format(out, "\\U%08x", (unsigned)c);
}

/* The character at that offset of a text between double quotes, as it is or escaped. Returns its
 * bytes. */
static size_t quoted_add(
	const struct text_form *form, struct buf *out, const char *text, size_t len, size_t at)
{
	size_t bytes;
	int32_t c = text_decode(text + at, len - at, &bytes);
	char shown[4];
	if (c == '"' || c == '\\' || c == '\n' || c == 0xa0 || is_strange(form, c, text, len, at))
		quoted_escape(out, c);
	else
		buf_add(out, shown, text_encode(c, shown));
	return bytes;
}

/* Whether a line that begins with the word looks like a field or an item, which is told of a text
 * between quotation marks as a mark that was lost. */
static bool word_is_sign(const char *word, size_t len)
{
	return len && (word[len - 1] == ':' || (len == 1 && *word == '-'));
}

/* Between double quotes; broken at single spaces where the line would be too long, if `indent` is
 * not negative. */
static void quoted(
	const struct text_form *form, struct buf *out, const char *text, int column, int indent)
{
	const char *end = text + strlen(text), *start = text;
	buf_char(out, '"');
	column++;
	while (text < end) {
		size_t word = *text == ' ' ? 1 : strcspn(text, " "), before = out->len;
		bool breaks = indent >= 0 && *text == ' ' && text > start && text[-1] != ' ' &&
			text + 1 < end && text[1] != ' ';
		size_t next = breaks ? strcspn(text + 1, " ") : 0;
		if (breaks && column + 1 + (int)next > YAML_WIDTH - 1 &&
			!word_is_sign(text + 1, next)) {
			buf_char(out, '\n');
			buf_repeat(out, " ", (size_t)indent);
			column = indent;
			text++;
			continue;
		}
		for (const char *stop = text + word; text < stop;)
			text += quoted_add(
				form, out, start, (size_t)(end - start), (size_t)(text - start));
		column += text_width(NULL, out->text + before, out->len - before);
	}
	buf_char(out, '"');
}

/* The line from `text` to `stop` as a folded block holds it. */
static void folded_line(struct buf *out, const char *text, const char *stop, int indent)
{
	int column = indent;
	const char *start = text;
	buf_repeat(out, " ", (size_t)indent);
	while (text < stop) {
		const char *next = memchr(text + 1, ' ', (size_t)(stop - text - 1));
		size_t len = (size_t)((next ? next : stop) - text);
		/* `text` is a space and a word behind it, but for the first. */
		int width = text_width(NULL, text, len);
		bool single = text > start && len > 1 && text[0] == ' ' && text[-1] != ' ';
		if (single && column + width > YAML_WIDTH) {
			buf_char(out, '\n');
			buf_repeat(out, " ", (size_t)indent);
			buf_add(out, text + 1, len - 1);
			column = indent + width - 1;
		} else {
			buf_add(out, text, len);
			column += width;
		}
		text += len;
	}
	buf_char(out, '\n');
}

/* `>-`: a line feed of the text is one empty line more than the fold takes. */
static void folded(struct buf *out, const char *text, int indent)
{
	buf_text(out, ">-\n");
	for (bool first = true; *text;) {
		size_t feeds = strspn(text, "\n");
		buf_repeat(out, "\n", first ? 0 : feeds);
		text += feeds;
		size_t len = strcspn(text, "\n");
		folded_line(out, text, text + len, indent);
		text += len;
		first = false;
	}
}

static void literal(struct buf *out, const char *text, int indent)
{
	buf_text(out, "|-\n");
	while (*text) {
		size_t len = strcspn(text, "\n");
		if (len)
			buf_repeat(out, " ", (size_t)indent);
		buf_add(out, text, len);
		buf_char(out, '\n');
		text += len + (text[len] == '\n');
	}
}

void yaml_text(
	const struct text_form *form, struct buf *out, const char *text, int column, int indent)
{
	struct traits traits = traits_of(form, text);
	if (traits.strange || traits.ragged) {
		quoted(form, out, text, column, indent);
		buf_char(out, '\n');
	} else if (traits.lines && indent + traits.widest <= YAML_WIDTH) {
		literal(out, text, indent);
	} else if (traits.lines || column + traits.widest > YAML_WIDTH) {
		folded(out, text, indent);
	} else {
		if (is_plain(text) && !is_typed(text))
			buf_text(out, text);
		else
			quoted(form, out, text, column, indent);
		buf_char(out, '\n');
	}
}

void yaml_flow_text(const struct text_form *form, struct buf *out, const char *text)
{
	struct traits traits = traits_of(form, text);
	if (!traits.strange && !traits.ragged && !traits.lines && is_plain(text) &&
		!is_typed(text) && !strpbrk(text, ",[]{}:?#"))
		buf_text(out, text);
	else
		quoted(form, out, text, 0, -1);
}

void yaml_date_text(const struct text_form *form, struct buf *out, const char *edtf)
{
	bool octal = edtf[0] == '0' || edtf[0] == '-';
	if (octal || !is_plain(edtf) || traits_of(form, edtf).strange)
		quoted(form, out, edtf, 0, -1);
	else
		buf_text(out, edtf);
}
