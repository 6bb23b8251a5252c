/* libyaml's events in our own terms; the only user of libyaml.
 *
 * Borrows the bytes and the diagnostics. The current event and its texts are valid until the next
 * one is asked for. */
#ifndef TRUCE_BASE_NODE_EVENTS_H
#define TRUCE_BASE_NODE_EVENTS_H

#include "base/diag.h"
#include "base/node_error.h"
#include "base/remark.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum node_event_type {
	EVENT_OTHER, /* the stream's start, a document's end */
	EVENT_END,   /* of the file */
	EVENT_DOCUMENT,
	EVENT_SCALAR,
	EVENT_ALIAS,
	EVENT_LIST,
	EVENT_MAP,
	EVENT_CLOSE /* of a list or mapping */
};

struct node_event {
	enum node_event_type type;
	struct place place;
	const char *text; /* of a scalar; the name of an alias */
	size_t len;
	uint32_t remark;          /* of a scalar, or where a bracket closes: see remarks_pass */
	const char *anchor, *tag; /* NULL where there is none */
	bool plain;               /* a scalar without quotation marks or block style */
	bool flow;                /* a list or mapping in brackets or braces */
	bool escapes;             /* a scalar in double quotation marks */
	bool altered;             /* a scalar with characters that were refused and replaced */
	bool ascii;               /* a plain scalar of one line, of nothing but ASCII */
	bool paired;              /* a scalar of a file that has rewritten escapes */
	bool lines;               /* a scalar in several lines */
	bool swallows;            /* a scalar that holds a field of its own, reported */
	bool directives;          /* a document that has some */
	bool special; /* of a scalar's text something may be refused, or was rewritten: it is an
			 alias, `paired`, has `escapes` or marks, or stands in a file in which
			 characters were replaced */
};

struct node_events;
struct stored; /* node_stored.h */

/* Caller owns the result. */
struct node_events *node_events_open(
	const char *bytes, size_t len, uint32_t file, const struct stored *, struct diag_list *);
/* Whether its events come from what was stored: then nothing in it is to be mended, or was lost. */
bool node_events_stored(const struct node_events *);
void node_events_close(struct node_events *);
/* Lends what is known of fields, for what is said of a file that cannot be read. */
void node_events_know(struct node_events *, const struct node_known *);

/* The next event; NULL where the file cannot be read further, which has been reported, or where
 * nobody waits for it any more (diag_waits), which has not. `open` is
 * the place of the innermost list or mapping. */
const struct node_event *node_events_next(struct node_events *, struct place open);
/* Where the current event is at all times. */
const struct node_event *node_events_current(const struct node_events *);

/* Whether it is told that the file cannot be read further. */
void node_events_hush(struct node_events *, bool hushed);

/* From here on another item may take its 16 MiB. */
void node_events_item(struct node_events *);
/* From here on the bytes of items before the last one are given back. */
void node_events_give(struct node_events *);
/* Reports an item that is larger. */
void node_events_too_large(struct node_events *, struct place);

/* A scalar's text as the file has it, needed where an event is `paired`: takes out of quoted text
 * what was put there to keep the columns, and gives other text its escapes back (in lower case).
 * Changes `text` in place and returns the new length. */
size_t node_events_unpair(const struct node_events *, char *text, size_t len, bool quoted);
/* Characters were refused and replaced. */
bool node_events_altered(const struct node_events *);

/* By the number that an event has. */
const struct remark *node_events_remark(const struct node_events *, uint32_t number);

/* What a report on the current event needs. */
struct node_failure node_events_failure(const struct node_events *);

#endif
