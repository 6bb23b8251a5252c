/* The character set of the terminal, from the environment.
 *
 * Of the locale only LC_CTYPE counts: how dates are written elsewhere is nothing to go by, and a
 * name that is wrong there loses no letter. No comparison and no number follows it. */
#ifndef TRUCE_TERM_LOCALE_H
#define TRUCE_TERM_LOCALE_H

#include "base/text.h"

#include <stdbool.h>

/* Takes the character set that LC_ALL, LC_CTYPE or LANG names, whichever is the first that is set.
 * Where that locale is not installed, but its name says UTF-8, one of UTF-8 that is installed takes
 * its place; else it is ASCII. To be called once, at the start. */
void term_locale_start(void);

/* Appends, in one line, why all is shown in ASCII: the locale that is asked for is not installed.
 * Returns false, and appends nothing, where it is, or where another could take its place. */
bool term_locale_missing(struct buf *);

/* What a terminal of this locale can show: NULL (all) where that is UTF-8. To be called after
 * term_locale_start. */
const struct text_form *term_form(void);

#endif
