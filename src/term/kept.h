/* What was typed and pasted while the program could not answer it, in order. */
#ifndef TRUCE_TERM_KEPT_H
#define TRUCE_TERM_KEPT_H

#include "base/arena.h"
#include "ui/core/input.h"

#include <stdbool.h>
#include <stddef.h>

/* How many inputs are kept, and how many bytes of pastes in all; what is more of these is dropped. */
enum { KEPT_MOST = 4096, KEPT_PASTED_MOST = 1 << 20 };

/* Zeroed, it holds nothing. */
struct kept {
	struct input *inputs;
	size_t at, count, capacity;
	struct arena texts; /* of pastes */
	size_t pasted;      /* bytes of them; the most there may be when one was cut */
};

/* Copies the text of a paste. There must be room. */
void kept_add(struct kept *, struct input input);
bool kept_full(const struct kept *);
/* Whether there is one to take. */
bool kept_any(const struct kept *);
/* The next one; false when there is none, and all texts are given back. Until then they stay. */
bool kept_take(struct kept *, struct input *);

void kept_free(struct kept *);

#endif
