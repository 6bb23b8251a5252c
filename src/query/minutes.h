/* The minutes of a lesson plan, shared among its scenes by what each asks of a class.
 *
 * A scene takes a moment to be looked at, as long as it takes to read aloud what it shows, its
 * questions with it, and then for each question the time to answer. So much longer or shorter are
 * all of them that together they last as long as the plan says. One rule for whoever shows minutes.
 */
#ifndef TRUCE_QUERY_MINUTES_H
#define TRUCE_QUERY_MINUTES_H

#include "base/arena.h"
#include "query/result.h"
#include "query/scenes.h"

#include <stdint.h>

enum {
	MINUTES_WORDS = 150,     /* read aloud in a minute */
	MINUTES_LOOK = 20,       /* seconds to look at a scene, */
	MINUTES_ANSWER = 60,     /* to answer a question, */
	MINUTES_QUIZ_ROUND = 300 /* and those of a quiz */
};

/* In which minute of the plan each of its scenes with a number begins, from 0 and rising; in the
 * arena. NULL of scenes without a plan, or of a plan that has no minutes. Looks at what the scenes
 * show, and once at each event for each of their tables. */
const uint32_t *minutes_share(struct arena *, const struct result *, const struct scenes *);

/* Which scene with a number, from 0, is at hand when so many minutes have passed. */
uint32_t minutes_due(const uint32_t *share, const struct scenes *, int64_t passed);

#endif
