/* What the build puts into the program: its version, the record that opens when no file is
 * named, and a short one to begin with.
 *
 * Generated from variables of the Makefile, from events.yaml, of which tools/stored.c makes a part,
 * and from blank.yaml; constant, valid for the whole run. */
#ifndef TRUCE_CLI_BUILTIN_H
#define TRUCE_CLI_BUILTIN_H

#include "base/node_stored.h"

#include <stddef.h>

/* VERSION, and RELEASED, the day it came out: YYYY-MM-DD. */
extern const char builtin_version[], builtin_released[];

/* The bytes of events.yaml; closed with a NUL that the length does not count. */
extern const char builtin_events[];
extern const size_t builtin_events_len;
/* What reading them says (base/node_stored.h). */
extern const struct stored builtin_stored;

/* Those of blank.yaml, likewise. */
extern const char builtin_blank[];
extern const size_t builtin_blank_len;

/* The folder of truce's own data; empty where that is ../share/truce as seen from the program's. */
extern const char builtin_data[];

#endif
