/* Scenes: what is shown to a class, one event a scene, its quotations one by one.
 *
 * Without an order, each event of the result is a scene, in the order of the timeline. With one,
 * that of a view or of bookmarks, the scenes follow it. Neighbours that belong to one event make
 * one scene. An event brings those of its quotations that the result selects, unless some of them
 * have places of their own in the order: then it stands for itself, before the words that follow
 * it. */
#ifndef TRUCE_QUERY_SCENES_H
#define TRUCE_QUERY_SCENES_H

#include "base/arena.h"
#include "query/result.h"

#include <stdbool.h>
#include <stdint.h>

struct scene {
	uint32_t event;        /* of the record */
	uint32_t first, count; /* in the list of quotations; of an event without words none */
	bool event_first;      /* the order names the event itself before the words */
};

struct scenes {
	const struct scene *at;
	uint32_t count;
	const uint32_t *quotes; /* of the record */
};

/* Looks at what the result selects once. The order holds events and quotations of the record, other
 * refs are passed over; NULL is that of the timeline. The scenes are in the arena, and borrow
 * nothing. */
void scenes_collect(struct arena *, const struct result *, const struct ref *order,
	uint32_t order_count, struct scenes *);

/* The scene that shows a quotation; else (or below 0) the first that shows the event; else the
 * first of a later event; else the last. 0 where there is none. */
uint32_t scenes_find(const struct scenes *, int64_t event, int64_t quote);

#endif
