/* A word at a time: each is escaped, then put on the line at hand or on a new one. */
#include "print/roff.h"

#include "base/text.h"

#include <stdbool.h>
#include <string.h>

enum {
	LINE_MOST = 79,
	WORD_MOST = 30 /* a longer word, an address, may be broken where it has signs */
};

/* groff draws these as other characters than the author's, or reads them as its own. */
static const char *const escapes[0x80] = {
	['\\'] = "\\e",
	['-'] = "\\-",
	['\''] = "\\(aq",
	['`'] = "\\(ga",
	['^'] = "\\(ha",
	['~'] = "\\(ti",
	['"'] = "\\(dq",
};

static const char *escape_of(char c)
{
	return (unsigned char)c < 0x80 ? escapes[(unsigned char)c] : NULL;
}

static void shown_escaped(struct buf *out, const char *shown, size_t len, bool breaks)
{
	size_t run = 0; /* from here on nothing has been added yet */
	for (size_t n = 0; n < len; n++) {
		const char *escape = escape_of(shown[n]);
		bool may_break = breaks && n + 1 < len && shown[n] && strchr("/-=&?_", shown[n]);
		if (!escape && !may_break)
			continue;
		buf_add(out, shown + run, n - run + !escape);
		run = n + 1;
		buf_text(out, escape ? escape : "");
		buf_text(out, may_break ? "\\:" : "");
	}
	if (run < len)
		buf_add(out, shown + run, len - run);
}

/* What is plain is shown as it stands: most words are. */
static void escaped(
	const struct text_form *form, struct buf *out, const char *text, size_t len, bool breaks)
{
	struct buf shown = {0};
	int columns;
	if (text_plain_len(form, text, len, &columns) == len) {
		shown_escaped(out, text, len, breaks);
		return;
	}
	text_show(form, &shown, text, len);
	shown_escaped(out, shown.text, shown.len, breaks);
	buf_free(&shown);
}

/* Bytes as mandoc counts a line: it reads what is not ASCII as an escape of eight. */
static size_t cost(const char *text, size_t len)
{
	size_t sum = text_ascii_len(text, len);
	for (size_t n = sum; n < len; n++)
		sum += (text[n] & 0x80) == 0 ? 1 : (text[n] & 0xc0) == 0x80 ? 0 : 8;
	return sum;
}

/* A line of input that grows word by word. */
struct line {
	struct buf *out;
	size_t start, used; /* where it begins in `out`, and its cost */
	size_t last;        /* where its last word begins */
};

/* After the end of a sentence at the end of a line groff would put two spaces: `\&` says that none
 * ends here, since where lines end is our doing. */
static void line_break(struct line *line, bool within)
{
	struct buf *out = line->out;
	while (out->len > line->start && out->text[out->len - 1] == ' ')
		out->text[--out->len] = '\0';
	if (within && line->last < out->len && strpbrk(out->text + line->last, ".?!"))
		buf_text(out, "\\&");
	buf_char(out, '\n');
	line->start = out->len;
	line->used = 0;
}

/* A word of that cost. */
static void line_word(struct line *line, const char *word, size_t len, size_t width)
{
	if (line->used > 1 && len && line->used + width > LINE_MOST - 2)
		line_break(line, true);
	if (line->out->len == line->start && (!len || word[0] == '.'))
		buf_text(line->out, "\\&");
	line->last = line->out->len;
	buf_add(line->out, word, len);
	line->used += width;
}

/* Whether a word stands on the page as it is: most do. */
static bool is_plain(const char *word, size_t len)
{
	if (len > WORD_MOST)
		return false;
	while (len && text_is_seen_ascii(word[len - 1]) && !escapes[(unsigned char)word[len - 1]])
		len--;
	return !len;
}

/* One line of the text, from its first to its last word. */
static void paragraph_line(
	const struct text_form *form, struct buf *out, const char *text, size_t len)
{
	struct line line = {.out = out, .start = out->len, .last = out->len};
	struct buf word = {0};
	for (const char *end = text + len; text < end;) {
		const char *stop = memchr(text, ' ', (size_t)(end - text));
		size_t word_len = (size_t)((stop ? stop : end) - text);
		if (is_plain(text, word_len)) {
			line_word(&line, text, word_len, word_len);
		} else {
			buf_clear(&word);
			escaped(form, &word, text, word_len, word_len > WORD_MOST);
			line_word(&line, buf_string(&word), word.len,
				cost(buf_string(&word), word.len));
		}
		if (stop) {
			buf_char(out, ' ');
			line.used++;
		}
		text += word_len + (stop != NULL);
	}
	line_break(&line, false);
	buf_free(&word);
}

void roff_text(const struct text_form *form, struct buf *out, const char *text)
{
	const char *between = "";
	while (*text) {
		size_t feeds = strspn(text, "\n");
		text += feeds;
		if (feeds)
			between = feeds > 1 ? ".sp\n" : ".br\n";
		size_t len = strcspn(text, "\n");
		if (!len)
			break;
		buf_text(out, between);
		paragraph_line(form, out, text, len);
		text += len;
		between = "";
	}
}

/* The text on one line. */
static void in_line(const struct text_form *form, struct buf *out, const char *text)
{
	for (;;) {
		size_t len = strcspn(text, "\n");
		escaped(form, out, text, len, false);
		text += len;
		if (!*text)
			break;
		buf_char(out, ' ');
		text++;
	}
}

void roff_argument(const struct text_form *form, struct buf *out, const char *text)
{
	buf_char(out, '"');
	in_line(form, out, text);
	buf_char(out, '"');
}

void roff_title(const struct text_form *form, struct buf *out, const char *left, const char *right)
{
	struct buf line = {0};
	in_line(form, &line, left);
	buf_text(&line, "''");
	in_line(form, &line, right);
	buf_text(out, ".tl '");
	for (const char *at = buf_string(&line); *at; at++)
		if (*at == '%') /* the number of the page */
			buf_text(out, "\\[u0025]");
		else
			buf_char(out, *at);
	buf_text(out, "'\n");
	buf_free(&line);
}

void roff_macro(const struct text_form *form, struct buf *out, const char *macro, const char *text)
{
	buf_char(out, '.');
	buf_text(out, macro);
	buf_char(out, ' ');
	roff_argument(form, out, text);
	buf_char(out, '\n');
}
