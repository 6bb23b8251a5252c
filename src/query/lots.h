/* Lots: the same seed draws the same, on every machine.
 *
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): a
 * counter that goes on by the golden ratio, and a mixer of its bits. The printed sheets of this
 * program hang on it: it is not to be changed. */
#ifndef TRUCE_QUERY_LOTS_H
#define TRUCE_QUERY_LOTS_H

#include <stdint.h>

struct lots {
	uint64_t state; /* the seed, to begin with */
};

/* A number below `count` (1 or more), each as likely as the others. */
uint32_t lots_below(struct lots *, uint32_t count);
/* Brings the first `front` of `count` items into an order by lot, drawn from all of them. */
void lots_shuffle(struct lots *, uint32_t *items, uint32_t count, uint32_t front);

#endif
