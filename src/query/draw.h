/* Drawing lots: the same seed draws the same, on every machine.
 *
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): a counter
 * that goes on by the golden ratio, and a mixer of its bits. The printed sheets of this program hang on it:
 * it is not to be changed. */
#ifndef TRUCE_QUERY_DRAW_H
#define TRUCE_QUERY_DRAW_H

#include <stdint.h>

struct draw {
	uint64_t state; /* the seed, to begin with */
};

uint64_t draw_next(struct draw *);
/* A number below `count` (1 or more), each as likely as the others. */
uint32_t draw_below(struct draw *, uint32_t count);
/* Brings the first `front` of `count` items into an order by lot, drawn from all of them. */
void draw_shuffle(struct draw *, uint32_t *items, uint32_t count, uint32_t front);

#endif
