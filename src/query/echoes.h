/* Which of some quotations are nearly the words of another voice: of them two could be right. */
#ifndef TRUCE_QUERY_ECHOES_H
#define TRUCE_QUERY_ECHOES_H

#include "base/arena.h"
#include "model/record.h"

#include <stdbool.h>
#include <stdint.h>

/* Whether one of two texts is nearly a part of the other: three of four of its words stand there. */
bool echoes_alike(const char *text, const char *other);

/* What is nearly said again of each of some quotations. */
struct echo {
	bool by_another; /* another voice says it */
	bool elsewhere;  /* the same voice does, on other days or at other talks */
};

/* In a record of more quotations than these an echo is looked for near the words alone. */
enum { ECHOES_WHOLE = 1024, ECHOES_NEAR = 64 /* before and after them */ };

/* Sets echoed[i].by_another where three of four words of quotes[i] stand in what another voice says or, by a
 * variant, is said to have said, or where another voice is said to have uttered the very same. The
 * party that a speaker is of is no other voice: where it says so at another time, it is elsewhere. Looks
 * once at the texts of the record. */
void echoes_find(struct arena *, const struct record *, const uint32_t *quotes, uint32_t count,
	struct echo *echoed);

/* The same of one quotation at a time, as far as its neighbours in the record and all other renderings of
 * its utterance tell; made once for many. */
struct echoes;
struct echoes *echoes_begin(struct arena *, const struct record *);
struct echo echoes_near(struct echoes *, uint32_t quote);

#endif
