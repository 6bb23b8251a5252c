/* References that lead nowhere, or to what cannot stand there: what was meant by them, said once for
 * each slip. Private to load/. */
#ifndef TRUCE_LOAD_UNKNOWN_H
#define TRUCE_LOAD_UNKNOWN_H

#include "load/loader.h"

/* One such reference, and the field that it stands in. */
struct unknown {
	const struct pending *pending;
	const struct form_field *field;
	struct ref other; /* what has the id and cannot stand there, or none */
};

/* All of them. A zeroed struct is empty; unknown_report frees it. */
struct unknowns {
	struct unknown *at;
	size_t count, capacity;
};

/* Borrows what is in it. */
void unknown_add(struct unknowns *, struct unknown);

/* Reports them, when all that lead somewhere have been followed. An id that several lead to is
 * misspelt where it is given, if what is given so is near and nothing refers to it; or it is nowhere
 * given: both are told once, where the files were read completely. */
void unknown_report(struct loader *, struct unknowns *, bool complete);

#endif
