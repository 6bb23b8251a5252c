#include "base/node_stored.h"

/* The program wrote them itself: nothing of them is checked. */
static size_t number(struct stored_reader *reader)
{
	const unsigned char *at = reader->of->events + reader->at;
	size_t value = *at & 0x7f;
	for (unsigned shift = 7; *at & 0x80; shift += 7)
		value |= (size_t)(*++at & 0x7f) << shift;
	reader->at = (size_t)(at + 1 - reader->of->events);
	return value;
}

static void text_take(struct stored_reader *reader, enum stored_kind kind, bool same, size_t chars)
{
	const char *from = reader->of->bytes + reader->byte;
	size_t marks = kind == STORED_SINGLE || kind == STORED_DOUBLE;
	buf_clear(&reader->text);
	buf_add(&reader->text, "", 0); /* no text is none, and not NULL */
	if (same) {
		buf_add(&reader->text, from + marks, chars - 2 * marks);
		return;
	}
	for (size_t steps = number(reader); steps > 0; steps--) {
		from += number(reader);
		size_t bytes = number(reader);
		if (bytes)
			buf_add(&reader->text, from, bytes);
		else
			buf_char(&reader->text, (char)reader->of->events[reader->at++]);
		from += bytes;
	}
}

static bool has_end(enum stored_kind kind)
{
	return kind >= STORED_LIST_END && kind <= STORED_FOLDED;
}

bool stored_next(struct stored_reader *reader, struct stored_event *event)
{
	if (reader->at >= reader->of->len)
		return false;
	unsigned head = reader->of->events[reader->at++];
	enum stored_kind kind = (enum stored_kind)(head & STORED_KIND);
	reader->byte += number(reader);
	reader->line += head & STORED_DOWN ? number(reader) : 0;
	event->kind = kind;
	event->line = event->end_line = reader->line;
	event->column = number(reader);
	event->chars = has_end(kind) ? number(reader) : 0;
	event->end_column = event->column + event->chars;
	if (head & STORED_LINES) {
		event->end_line += number(reader);
		event->end_column = number(reader);
	}
	if (kind >= STORED_PLAIN && kind <= STORED_FOLDED)
		text_take(reader, kind, head & STORED_SAME, event->chars);
	event->text = reader->text.text;
	event->len = reader->text.len;
	return true;
}

void stored_close(struct stored_reader *reader)
{
	buf_free(&reader->text);
}
