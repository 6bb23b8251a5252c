/* Which of some quotations are nearly the words of another voice: of them two could be right. */
#ifndef TRUCE_QUERY_ECHOES_H
#define TRUCE_QUERY_ECHOES_H

#include "base/arena.h"
#include "model/record.h"

#include <stdbool.h>
#include <stdint.h>

/* Whether one of two texts is nearly a part of the other: three of four of its words stand there. */
bool echoes_alike(const char *text, const char *other);

/* Sets echoed[i] where three of four words of quotes[i] stand in what another voice says or, by a
 * variant, is said to have said, or where another voice is said to have uttered the very same. The
 * party that a speaker is of is no other voice. Looks once at the texts of the record. */
void echoes_find(struct arena *, const struct record *, const uint32_t *quotes, uint32_t count,
	bool *echoed);

#endif
