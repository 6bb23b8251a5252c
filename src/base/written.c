/* Quotation marks of the kind that the text has none of; with both in it, a line of its own. */
#include "base/written.h"

#include "base/marks.h"
#include "base/text.h"

#include <string.h>

enum { SHOWN_MOST = 90, NAME_MOST = 64 };

static bool has(const char *text, size_t len, char sign)
{
	return memchr(text, sign, len) != NULL;
}

static bool is_named(const struct written *written, const char *name)
{
	return written->field_len == strlen(name) &&
		memcmp(written->field, name, written->field_len) == 0;
}

/* "title: ", or nothing. */
static void name_add(struct buf *act, const struct written *written)
{
	size_t len = written->field_len;
	if (written->field)
		buf_format(act, "%.*s: ", len > NAME_MOST ? NAME_MOST : (int)len, written->field);
}

static void line_advise(struct buf *act, const struct written *written, const char *what)
{
	buf_format(act, "%s on the next line, two spaces deeper, under \"", what);
	name_add(act, written);
	buf_text(act, ">-\"");
}

/* A text with both kinds of marks in it: apostrophes are doubled in single ones. */
static void doubled_advise(struct buf *act, const struct written *written, const char *text)
{
	buf_text(act, "put the text in single quotation marks, each apostrophe twice: ");
	name_add(act, written);
	buf_char(act, '\'');
	for (; *text; text++)
		buf_add(act, *text == '\'' ? "''" : text, *text == '\'' ? 2 : 1);
	buf_char(act, '\'');
}

/* Where marks of the text's own were left out, it is said which are meant. */
static void shown_advise(
	struct buf *act, const struct written *written, const char *text, bool left_out)
{
	size_t len = strlen(text);
	bool plain = !has(text, len, '"') && !has(text, len, '\\');
	char mark = plain ? '"' : '\'';
	if (has(text, len, mark) && (written->in_braces || !written->field)) {
		doubled_advise(act, written, text);
	} else if (has(text, len, mark)) {
		line_advise(act, written, "write it");
		buf_format(act, ": %s", text);
	} else {
		buf_format(act,
			"put the text in %s%squotation marks: ", left_out ? "straight " : "",
			plain ? "" : "single ");
		name_add(act, written);
		buf_format(act, "%c%s%c", mark, text, mark);
	}
}

/* Where the text is not shown. */
static void told_advise(struct buf *act, const struct written *written)
{
	const char *text = written->text;
	size_t len = written->len;
	bool free = !text || (!has(text, len, '"') && !has(text, len, '\\'));
	bool single = text && !has(text, len, '\'');
	if (!free && !written->in_braces && written->field) {
		line_advise(act, written, "put the whole of it");
		return;
	}
	buf_text(act,
		free             ? "put the text in quotation marks"
			: single ? "put the whole of it in single quotation marks"
				 : "put the whole of it in single quotation marks, each apostrophe "
				   "in it twice");
	if (free && !written->in_braces && written->field)
		line_advise(act, written, ", or");
}

void written_advise(struct buf *act, const struct written *written)
{
	struct buf text = {0};
	size_t len = written->len;
	bool shown = written->text && len && len <= SHOWN_MOST &&
		!memchr(written->text, '\n', len) && !memchr(written->text, '\t', len);
	size_t at;
	bool words = written->field && is_named(written, "text");
	if (shown && (words || marks_own(written->text, len, &at) == MARKS_AROUND))
		marks_leave_out(&text, written->text, len);
	else if (shown)
		buf_add(&text, written->text, len);
	if (shown)
		shown_advise(act, written, buf_string(&text), text.len < len);
	else
		told_advise(act, written);
	buf_free(&text);
}
