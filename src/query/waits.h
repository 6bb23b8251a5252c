/* What of a record's own words waits over a scene of a lesson: a claim, an outcome or a note tells of
 * what a later scene holds. Of a result that lies over no scene nothing does. */
#ifndef TRUCE_QUERY_WAITS_H
#define TRUCE_QUERY_WAITS_H

#include "query/result.h"

#include <stdbool.h>

/* Whether a text, which may be NULL, names a person or source of whom that is so. */
bool waits_text(const struct result *, const char *text);
/* Whether a quotation or an event is of a later scene, or later than all that the scenes have shown so far,
 * words also by the day on which they were said; a person: whether heard only later. Of other things false. */
bool waits_thing(const struct result *, struct ref);
/* Whether it waits where a source stands: no scene so far has shown anything that the source says or hands
 * on, and it came out later than all that they have shown, is heard later, or what the record says of it
 * names who is. */
bool waits_stance(const struct result *, uint32_t source);
/* Whether what came of an event waits: until all its words that the lesson has are told, and of an event
 * without any until the lesson has come to when it was known; and while it names who is heard later. */
bool waits_outcome(const struct result *, const struct event *);
/* Whether a parallel does: what it likens, or when it was claimed, is still to come, or who claims it,
 * disputes it or is named there is heard later. */
bool waits_claim(const struct result *, const struct parallel *);

#endif
