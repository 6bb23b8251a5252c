/* Rounds of talks: the two that one would lay side by side first. */
#ifndef TRUCE_QUERY_ROUNDS_H
#define TRUCE_QUERY_ROUNDS_H

#include "query/result.h"

/* The two rounds to lay side by side, the earlier first; false where there are no two. They are the two
 * that most parallels of the record liken, of several such the last; where none likens any, the last two.
 * Both are selected.
 *
 * A round is an event with positions; those of one era that begin within MEETING_DAYS are one, for
 * which the first stands where several parties met, else the one with the most positions. Where
 * positions make no two rounds, a round is an event of two or more parties. Looks at every event once,
 * and at the parallels that name a few. */
bool rounds_find(const struct result *, const struct event *rounds[2]);

#endif
