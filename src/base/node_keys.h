/* The keys that a mapping has had so far: finds a duplicate and where the first one stands.
 *
 * Keys are borrowed. The table lives in the arena that each call names, always the same one for
 * the same set, and ends with it; a zeroed struct is an empty set. */
#ifndef TRUCE_BASE_NODE_KEYS_H
#define TRUCE_BASE_NODE_KEYS_H

#include "base/arena.h"
#include "base/node.h"

#include <stddef.h>
#include <stdint.h>

struct node_keys {
	const struct node **slots;
	size_t size, count;
	uint64_t
		seen; /* a bit for each length and first byte: most keys are known to be new from it alone */
};

/* Adds a key. Returns NULL, or the equal key that was there before, which stays. */
const struct node *node_keys_add(struct node_keys *, struct arena *, const struct node *key);

#endif
