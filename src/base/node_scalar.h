/* A scalar of a file as a node: a text as it was typed, but for what a record refuses of it. */
#ifndef TRUCE_BASE_NODE_SCALAR_H
#define TRUCE_BASE_NODE_SCALAR_H

#include "base/arena.h"
#include "base/node.h"
#include "base/node_events.h"

/* The current event, a scalar or an alias, as a node in the arena. Reports an anchor, a tag, an alias
 * and a NUL. */
struct node *node_scalar(
	const struct node_events *, const struct node_event *, struct arena *, struct diag_list *);

/* Reports the anchor and the tag that an event of any kind has. */
void node_marks_refuse(const struct node_event *, struct diag_list *);

#endif
