/* A word at a time: each is escaped, then put on the line at hand or on a new one. */
#include "print/roff.h"

#include "base/text.h"

#include <stdbool.h>
#include <string.h>

enum { LINE_MOST = 79 };

/* groff draws these as other characters than the author's, or reads them as its own. */
static const char *escape_of(char c)
{
	switch (c) {
	case '\\':
		return "\\e";
	case '-':
		return "\\-";
	case '\'':
		return "\\(aq";
	case '`':
		return "\\(ga";
	case '^':
		return "\\(ha";
	case '~':
		return "\\(ti";
	case '"':
		return "\\(dq";
	default:
		return NULL;
	}
}

static void escaped(struct buf *out, const char *text, size_t len)
{
	struct buf shown = {0};
	text_show(NULL, &shown, text, len);
	for (size_t n = 0; n < shown.len; n++) {
		const char *escape = escape_of(shown.text[n]);
		if (escape)
			buf_text(out, escape);
		else
			buf_char(out, shown.text[n]);
	}
	buf_free(&shown);
}

/* After the end of a sentence at the end of a line groff would put two spaces: `\&` says that none
 * ends here, since where lines end is our doing. */
static bool ends_sentence(const struct buf *word)
{
	char last = word->len ? word->text[word->len - 1] : 'x';
	return last == '.' || last == '?' || last == '!' || last == ')' || last == ']' ||
		last == '*' || (last & 0x80);
}

/* One line of the text, from its first to its last word. */
static void paragraph_line(struct buf *out, const char *text, size_t len)
{
	struct buf word = {0};
	size_t line = out->len;
	const char *end = text + len;
	bool sentence = false;
	while (text < end) {
		const char *stop = memchr(text, ' ', (size_t)(end - text));
		size_t word_len = (size_t)((stop ? stop : end) - text);
		buf_clear(&word);
		escaped(&word, text, word_len);
		/* Only where one space stands between two words may a line end. */
		bool single = out->len > line && word.len && out->text[out->len - 1] == ' ';
		if (single && out->len - line + word.len > LINE_MOST - 2 && out->len - line > 1) {
			while (out->text[out->len - 1] == ' ')
				out->len--;
			if (sentence)
				buf_text(out, "\\&");
			buf_char(out, '\n');
			line = out->len;
		}
		if (out->len == line && (!word.len || word.text[0] == '.'))
			buf_text(out, "\\&");
		buf_add(out, word.text, word.len);
		sentence = ends_sentence(&word);
		if (stop)
			buf_char(out, ' ');
		text += word_len + (stop != NULL);
	}
	while (out->len > line && out->text[out->len - 1] == ' ')
		out->len--;
	buf_char(out, '\n');
	buf_free(&word);
}

void roff_text(struct buf *out, const char *text)
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
		paragraph_line(out, text, len);
		text += len;
		between = "";
	}
}

void roff_macro(struct buf *out, const char *macro, const char *text)
{
	buf_char(out, '.');
	buf_text(out, macro);
	buf_text(out, " \"");
	for (;;) {
		size_t len = strcspn(text, "\n");
		escaped(out, text, len);
		text += len;
		if (!*text)
			break;
		buf_char(out, ' ');
		text++;
	}
	buf_text(out, "\"\n");
}
