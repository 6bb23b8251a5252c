/* All between single quotes stands for itself, but a single quote: it is put outside of them,
 * behind a backslash. */
#include "base/shell.h"

#include "base/text.h"

#include <string.h>

/* Whether what is shown of the word is the word, and all of it is seen. */
static bool is_copied_true(const char *word, size_t len)
{
	struct buf shown = {0};
	size_t bytes;
	text_show(NULL, &shown, word, len);
	bool same = len && text_valid(word, len) == len && shown.len == len &&
		memcmp(shown.text, word, len) == 0;
	buf_free(&shown);
	for (size_t at = 0; same && at < len; at += bytes)
		same = text_kind(text_decode(word + at, len - at, &bytes)) == TEXT_SEEN;
	return same;
}

bool shell_word(struct buf *out, const char *word)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789_./-";
	if (!is_copied_true(word, strlen(word)))
		return false;
	if (!word[strspn(word, plain)]) {
		buf_text(out, word);
		return true;
	}
	buf_char(out, '\'');
	for (size_t part; *word; word += part) {
		part = strcspn(word, "'");
		if (!part)
			buf_text(out, "'\\'");
		part += !part;
		buf_add(out, word, part);
	}
	buf_char(out, '\'');
	return true;
}

bool shell_file(struct buf *out, const char *name)
{
	struct buf word = {0};
	bool added = shell_word(&word, name);
	if (added && *name == '-' && name[1])
		buf_text(out, "./");
	if (added)
		buf_text(out, buf_string(&word));
	buf_free(&word);
	return added;
}

/* Adds a word that is longer than a line, and fills lines with it: within quotation marks these end
 * before a backslash and begin behind it. */
static void add_long(struct buf *command, const char *word, int width)
{
	size_t len = strlen(word), part;
	bool quoted = false;
	int column = 0;
	for (; len; word += part, len -= part) {
		bool quote = *word == '\'';
		size_t plain = strcspn(word, "'"); /* with U+0600 a quotation mark is one cluster */
		part = !quoted && *word == '\\' ? 2 : text_cluster(word, plain ? plain : len);
		int columns = text_width(NULL, word, part);
		if (column + columns + 2 > width && !(quote && quoted)) {
			buf_text(command, quoted ? "'\\\n'" : "\\\n");
			column = quoted;
		}
		buf_add(command, word, part);
		column += columns;
		quoted ^= quote;
	}
}

void shell_add(struct buf *command, const char *word, int width)
{
	width--; /* of a line that is full, some terminals copy no end */
	const char *line = strrchr(buf_string(command), '\n');
	line = line ? line + 1 : buf_string(command);
	int used = text_width(NULL, line, strlen(line)),
	    columns = text_width(NULL, word, strlen(word));
	bool fits = used + 1 + columns + 2 <= width; /* with a backslash behind it */
	buf_text(command, fits ? " " : " \\\n");
	if (columns + 2 > width)
		add_long(command, word, width);
	else
		buf_text(command, word);
}
