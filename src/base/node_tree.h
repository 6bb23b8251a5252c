/* One value of a file as a tree, and the keys in front of values.
 *
 * Nodes live in the arena that is named for them. Where the file cannot be read further NULL is
 * returned, and that has been reported. */
#ifndef TRUCE_BASE_NODE_TREE_H
#define TRUCE_BASE_NODE_TREE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/node.h"
#include "base/node_events.h"
#include "base/node_keys.h"

#include <stdbool.h>
#include <stddef.h>

enum { NODE_DEPTH_MOST = 64 };

/* A list or mapping that is being read. */
struct node_level {
	struct node *node, *last;
	const struct node *key; /* awaits its value */
	bool unwanted;          /* that value repeats a key: read, but not kept */
	struct node_keys keys;
};

struct node_tree {
	struct node_events *events;
	const struct node_event *event; /* the current one of them */
	struct diag_list *diags;
	struct arena arena; /* the nodes of one value */
	size_t values, depth;
	struct node_level levels[NODE_DEPTH_MOST]; /* `depth` of them are open */
};

/* The current event as a key. *unwanted is set where its value is not to be kept. */
const struct node *node_tree_key(
	struct node_tree *, struct arena *, struct node_keys *, bool *unwanted);

/* The current event as a list or mapping without values. */
struct node *node_tree_container(struct node_tree *);

/* Builds the value that begins with the current event, and leaves its last event current.
 * `outside` lists and mappings are open round it. */
const struct node *node_tree_build(struct node_tree *, size_t outside);

#endif
