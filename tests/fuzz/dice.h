/* Choices, made by the bytes of a fuzz target: the same bytes choose the same.
 *
 * Where the bytes have come to an end, chance goes on from what they were, so that a few bytes make
 * a whole record, and none of it hangs on a clock. */
#ifndef TRUCE_TESTS_FUZZ_DICE_H
#define TRUCE_TESTS_FUZZ_DICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dice {
	const uint8_t *at, *end; /* borrowed; what is left of them */
	uint64_t chance;
};

/* A number from 0 to 255. */
static inline unsigned dice_byte(struct dice *dice)
{
	dice->chance = dice->chance * 6364136223846793005u + 1442695040888963407u;
	if (dice->at == dice->end)
		return (unsigned)(dice->chance >> 56);
	dice->chance += *dice->at;
	return *dice->at++;
}

/* A number from 0 to 65,535. */
static inline unsigned dice_pair(struct dice *dice)
{
	unsigned high = dice_byte(dice);
	return high << 8 | dice_byte(dice);
}

/* A number from 0 to below - 1; 0 of none. */
static inline unsigned dice_below(struct dice *dice, size_t below)
{
	if (below < 2)
		return 0;
	return (below <= 256 ? dice_byte(dice) : dice_pair(dice)) % (unsigned)below;
}

/* True so many times of 256. */
static inline bool dice_may(struct dice *dice, unsigned times)
{
	return dice_byte(dice) < times;
}

#endif
