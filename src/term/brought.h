/* What a program brings along that is linked with all it needs (`make static`): nothing is certain of the
 * system where it comes to run. A program that is linked as usual brings nothing. */
#ifndef TRUCE_TERM_BROUGHT_H
#define TRUCE_TERM_BROUGHT_H

#include <stdbool.h>

/* Whether UTF-8 and ASCII are brought along, and no locale of the system is looked for. */
bool brought_locales(void);

/* The description of a type of terminal, in the form in which TERMINFO may hold one (`b64:...`); NULL where
 * none was brought along. Valid for the whole run. */
const char *brought_description(const char *type);

#endif
