/* Which of the stands of a party on an issue stand beside which of those that it took at another time:
 * those in the same words; the others in their order. Which of the others goes on from which nobody says,
 * so that all of them are in other words than those over there, also what is left over; only where all
 * that is said over there is said here in the same words is what is left over on one side alone. The
 * comparison and the positions both say "same", "other words" and "only one side" by it; the comparison has
 * no sign for what is left over, beside an empty cell. */
#ifndef TRUCE_QUERY_PAIRING_H
#define TRUCE_QUERY_PAIRING_H

#include "base/arena.h"
#include "model/record.h"
#include "query/wording.h"

#include <stdbool.h>
#include <stddef.h>

#define PAIRING_NONE SIZE_MAX

struct stand_pair {
	size_t left, right; /* in the lists given; PAIRING_NONE for nothing */
	enum contrast contrast;
};

/* Pairs two lists, each in the order of time. The pairs, in the arena, have room for all of both;
 * returns how many there are. Of lists with more than some hundreds of possible pairs only those at one
 * place are asked for the same words. */
size_t pairing_find(struct arena *, const struct position *const *left, size_t left_count,
	const struct position *const *right, size_t right_count, struct stand_pair **);

#endif
