/* The secret of a lesson: words that stand before a class while it is not told yet whose they are.
 * A view that lies over them asks here, and leaves out, or waits with, what would tell. */
#ifndef TRUCE_UI_CORE_SECRET_H
#define TRUCE_UI_CORE_SECRET_H

#include "ui/core/view.h"

/* Whether there are such words now. */
bool secret_is_kept(const struct app *);

/* Whether a thing would tell: these words, in any rendering, and their event where it names who
 * spoke them. No thing tells nothing. */
bool secret_is(const struct app *, struct ref);

/* Whether a text, which may be NULL, names who spoke these words, or for which side. */
bool secret_is_named(const struct app *, const char *text);

/* Says that what was asked for waits; and the same, where the thing would tell. */
void secret_say(struct app *);
bool secret_holds(struct app *, struct ref);

#endif
