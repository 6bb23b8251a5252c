/* Questions about a record, drawn by lot: a sheet for the class.
 *
 * Four kinds: whose words, in what order, whose view, what changed. The rules are those of
 * questions.h. A kind for which the result has too little is left out: its count is 0. The same result and
 * seed make the same sheet. It borrows the record, and is in the arena given. */
#ifndef TRUCE_QUERY_QUESTIONS_SHEET_H
#define TRUCE_QUERY_QUESTIONS_SHEET_H

#include "base/arena.h"
#include "query/draw.h"
#include "query/positions.h"
#include "query/result.h"

#include <stdbool.h>
#include <stdint.h>

enum { SHEET_MATCHES = 6, SHEET_VIEWS = 4, SHEET_EVENTS = 5, SHEET_CHANGES = 2 };

/* Words and names, each to be joined to one of the others. */
struct sheet_match {
	uint32_t quotes[SHEET_MATCHES]; /* of the record */
	uint32_t letter[SHEET_MATCHES]; /* of each, whose name is right: an index of names */
	struct ref names[SHEET_MATCHES];
	uint32_t count; /* 2 or more, or 0 */
};

/* Events that follow each other in time beyond doubt, mixed. */
struct sheet_order {
	uint32_t events[SHEET_EVENTS]; /* of the record */
	uint32_t rank[SHEET_EVENTS];   /* of each, from 0 */
	uint32_t count;                /* 3 or more, or 0 */
};

/* A party on an issue, at the first meeting where it said something and at the last. */
struct sheet_change {
	struct ref issue, party;
	const struct stand *before, *after;
	uint32_t before_count, after_count;
};

struct sheet {
	struct sheet_match who, whose;
	struct sheet_order order;
	struct sheet_change changes[SHEET_CHANGES];
	uint32_t change_count;
};

/* False where nothing can be asked at all. Looks at the result once, and at the texts of the record. */
bool sheet_draw(struct arena *, const struct result *, struct draw *, struct sheet *);

#endif
