/* One value of a file as a tree of nodes, made of the events from its first to its last. */
#ifndef TRUCE_BASE_NODE_TREE_H
#define TRUCE_BASE_NODE_TREE_H

#include "base/arena.h"
#include "base/node.h"
#include "base/node_events.h"
#include "base/node_keys.h"

#include <stdbool.h>
#include <stddef.h>

/* What a tree is made of, and where. Borrows all but the arena, which its user resets and frees. */
struct node_tree {
	struct node_events *events;
	const struct node_event *event; /* the current one */
	struct diag_list *diags;
	const struct node_known *known; /* of fields, or NULL */
	struct arena arena;             /* the nodes of one value */
	const struct node *dropped;     /* what was read of it and is not kept, a chain */
};

/* The value that begins with the current event; leaves its last event current. NULL where the file
 * cannot be read further, which has been reported. `outside` lists and mappings are open round it, the
 * innermost a list where it is `listed`. */
struct node *node_tree_build(struct node_tree *, size_t outside, bool listed);

/* The current event as a key, in an arena of its own; NULL where it can be none. *unwanted is set where
 * its value is not to be kept, and *first where that is so because it was there before, and is to be
 * told of. */
const struct node *node_tree_key(struct node_tree *, struct arena *, struct node_keys *,
	bool *unwanted, const struct node **first);

/* Adds a value to those that are not kept. */
void node_tree_drop(struct node_tree *, struct node *);

#endif
