/* The lists that an option asks for in place of all else: themes, formats, and what of a record can
 * be named on the command line. */
#ifndef TRUCE_CLI_LIST_H
#define TRUCE_CLI_LIST_H

#include "cli/command.h"

/* True where one is asked for: it has then been printed, and *status is how the command ends. */
bool list_asked(const struct command *, const struct options *, int *status);

#endif
