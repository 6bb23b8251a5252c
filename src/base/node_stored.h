/* The events of a file that was read before: what libyaml says of the built-in record is found out when the
 * program is built (tools/stored.c), and not each time that it starts.
 *
 * An event is a byte: its kind in the lower half, and in the upper one what of the following is there. Then come
 * numbers (seven bits a byte, the lowest first, the highest bit where more follow):
 *
 *     how many bytes behind the start of the one before it starts
 *     how many lines below that, with STORED_DOWN
 *     how many characters from the beginning of its line, from 0
 *     how many characters to its end, but of what begins a list or a mapping, or is none of both and no scalar
 *     with STORED_LINES: how many lines to its end, and how many characters stand before that in its line
 *
 * The text of a scalar is that of the file, with STORED_SAME: so many characters of ASCII from its start on,
 * but for its quotation marks. Else follow how many steps make it, and the steps: how many bytes to pass over,
 * and how many to take; where none are taken the byte itself follows. */
#ifndef TRUCE_BASE_NODE_STORED_H
#define TRUCE_BASE_NODE_STORED_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

enum stored_kind {
	STORED_STREAM,
	STORED_DOCUMENT,
	STORED_LIST,
	STORED_LIST_FLOW,
	STORED_MAP,
	STORED_MAP_FLOW,
	STORED_LIST_END,
	STORED_MAP_END,
	STORED_PLAIN,
	STORED_SINGLE,
	STORED_DOUBLE,
	STORED_LITERAL,
	STORED_FOLDED,
	STORED_DOCUMENT_END,
	STORED_STREAM_END
};

enum { STORED_KIND = 0x0f, STORED_DOWN = 0x10, STORED_LINES = 0x20, STORED_SAME = 0x40 };

/* Both constant for the whole run. */
struct stored {
	const char *
		bytes; /* the file, without a byte order mark, anchors, aliases, tags and directives */
	const unsigned char *events;
	size_t len; /* of the events */
};

/* Where the event starts and ends: lines and characters from 0. */
struct stored_event {
	enum stored_kind kind;
	size_t line, column, end_line, end_column;
	size_t chars; /* from its start to its end */
	char *text;   /* of a scalar; belongs to the reader, and is valid until the next event */
	size_t len;
};

/* How far one has come; zeroed but for `of` at the beginning. */
struct stored_reader {
	const struct stored *of;
	size_t at, byte, line; /* in the events; where the latest one starts */
	struct buf text;       /* owned */
};

/* The next event; false behind the last. */
bool stored_next(struct stored_reader *, struct stored_event *);
void stored_close(struct stored_reader *);

#endif
