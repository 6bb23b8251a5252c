/* The bytes of a file on their way into libyaml.
 *
 * A character that libyaml would refuse without a place (a control, a byte that is no UTF-8) is
 * reported here with one. Where that can be, reading goes on with another character in its place. */
#ifndef TRUCE_BASE_NODE_FEED_H
#define TRUCE_BASE_NODE_FEED_H

#include "base/diag.h"
#include "base/surrogates.h"

#include <stdbool.h>
#include <stddef.h>

/* The bytes, never more of them than an item may have. */
struct node_feed {
	const char *bytes;
	size_t len, at;        /* all of them; how many libyaml has got */
	size_t start;          /* behind a byte order mark */
	size_t limit;          /* where it gets no more */
	size_t item;           /* how far it was read when the item before began */
	bool too_large;        /* it asked for more than that */
	bool refused;          /* the file is not UTF-8: nothing after that is read */
	struct place *altered; /* of characters that were refused and replaced, in their order */
	size_t altered_count, altered_capacity;
	struct surrogates surrogates;
	struct diag_list *diags;
	struct place place; /* of the byte at `placed`, a cursor that only moves forward */
	size_t placed;
};

/* Skips a byte order mark; a file in UTF-16 is reported and left unread. Borrows the bytes and the
 * diagnostics. */
struct node_feed node_feed_open(const char *bytes, size_t len, uint32_t file, struct diag_list *);
void node_feed_free(struct node_feed *);

/* libyaml's read handler, with a struct node_feed as its data. */
int node_feed_read(void *feed, unsigned char *buffer, size_t size, size_t *got);

/* From here on another item may take its 16 MiB. */
void node_feed_item(struct node_feed *);
/* Called there: what stands before the item that has been read is given back. */
void node_feed_give(struct node_feed *);

/* Reports the byte at `offset`, which libyaml says is no UTF-8; nothing is read any more. */
void node_feed_refuse(struct node_feed *, size_t offset);

/* Whether a character was refused and replaced from one place up to another. */
bool node_feed_altered(const struct node_feed *, struct place from, struct place to);

#endif
