/* A record as fields and values, for formats that keep its structure.
 *
 * walk_record and walk_event call the sink for every field there is, in the order of truce(5)'s
 * tables; what is absent, and what a selection left out, is never mentioned. A sink knows how its
 * format writes a map, a list, a text; it knows nothing of events. */
#ifndef TRUCE_PRINT_SINK_H
#define TRUCE_PRINT_SINK_H

#include "base/arena.h"
#include "base/text.h"
#include "print/keep.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum shape {
	SHAPE_MAP,
	SHAPE_SHORT, /* a map that may stand on one line */
	SHAPE_LIST
};

struct sink;

/* `key` is NULL inside a list. Texts are borrowed for the call. */
struct sink_calls {
	void (*open)(struct sink *, const char *key, enum shape);
	void (*close)(struct sink *, enum shape);
	void (*text)(struct sink *, const char *key, const char *text);
	/* A list of ids or of names, at least one. */
	void (*words)(struct sink *, const char *key, const char *const *words, uint32_t count);
	void (*date)(struct sink *, const char *key, const struct date *);
	void (*number)(struct sink *, const char *key, int64_t number);
	void (*truth)(struct sink *, const char *key); /* true: what is not is left out */
};

enum { SINK_DEPTH = 16 }; /* deeper than any record is: the record's own nesting is fixed */

struct sink {
	const struct sink_calls *calls;
	const struct keep *keep;
	/* For programs: what the reader of a file works out (era, kind, status, a date that is
	 * given in Old Style alone) is said, and a list is a list. Else as a person writes it. */
	bool resolved;
	struct buf out;               /* written and emptied by sink_flush */
	struct arena arena;           /* of the item at hand */
	const struct text_form *form; /* what the stream can show; NULL is all */
	FILE *file;
	bool failed;
	/* Of JSON: it stands within an element of a page, and holds no "<" that could end that. */
	bool in_page;
	/* Of the format: how deep, and whether something stands before at each depth. */
	int depth;
	bool some[SINK_DEPTH];
	bool dash;
	int compact; /* not 0 while all stands on one line */
	/* Of the walk, by scene: whether an event or quotation is called like it; 0 is not asked. */
	uint8_t called[SCENE_COUNT];
};

/* Writes what there is and forgets the item. */
void sink_flush(struct sink *);
/* Flushes the stream too, and frees what the sink holds. Returns false when a write failed. */
bool sink_end(struct sink *);

/* The fields of the record's top level and all its sections, flushing after each item. */
void walk_record(struct sink *);
/* One event, as an item of a list. */
void walk_event(struct sink *, const char *key, const struct event *);

#endif
