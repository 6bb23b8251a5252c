/* The secret of a lesson: words that stand before a class while it is not told yet whose they are, and
 * those of the scenes to come, which will ask the same. A view that lies over them asks here, and
 * leaves out, or waits with, what would tell. */
#ifndef TRUCE_UI_CORE_SECRET_H
#define TRUCE_UI_CORE_SECRET_H

#include "ui/core/view.h"

/* Whether there are such words before the class now. */
bool secret_is_kept(const struct app *);

/* Whether a thing would tell of these: they themselves, in any rendering, and their event where it
 * names who spoke them. No thing tells nothing. */
bool secret_is_now(const struct app *, struct ref);
/* Of these, or of words to come: of their events those tell whose title names who speaks. */
bool secret_is(const struct app *, struct ref);

/* Whether a text, which may be NULL, names who spoke the words before the class, or for which side. */
bool secret_is_named(const struct app *, const char *text);

/* A result as it may be shown: over a scene of a lesson a copy, in which what would tell is not
 * selected, and whose tables call it still to come. Costs nothing. */
struct result secret_result(const struct app *, const struct result *);

/* Says that what was asked for waits, until who spoke is shown, or else for a later scene; the same, where
 * the thing would tell; and of a place of a table that is left out, why. */
void secret_say(struct app *);
bool secret_holds(struct app *, struct ref);
void secret_say_left_out(struct app *);

#endif
