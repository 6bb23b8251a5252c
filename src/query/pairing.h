/* Which of the stands of a party on an issue go together with which of those that it took at another
 * time: first those in the same words, then the others in their order; what is left over has nothing
 * beside it. The comparison and the positions both say "same", "other words" and "only one side" by it. */
#ifndef TRUCE_QUERY_PAIRING_H
#define TRUCE_QUERY_PAIRING_H

#include "base/arena.h"
#include "model/record.h"

#include <stdbool.h>
#include <stddef.h>

#define PAIRING_NONE SIZE_MAX

struct stand_pair {
	size_t left, right; /* in the lists given; PAIRING_NONE for nothing */
	bool same;          /* both are there, in the same words */
};

/* Pairs two lists, each in the order of time. The pairs, in the arena, have room for all of both;
 * returns how many there are. Of lists with more than some hundreds of possible pairs only those at one
 * place are asked for the same words. */
size_t pairing_find(struct arena *, const struct position *const *left, size_t left_count,
	const struct position *const *right, size_t right_count, struct stand_pair **);

#endif
