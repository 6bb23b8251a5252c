/* A table of texts, each with what is remembered of it. A zeroed one is empty. Private to load/import*. */
#ifndef TRUCE_LOAD_IMPORT_NAMES_H
#define TRUCE_LOAD_IMPORT_NAMES_H

#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>

struct import_name {
	const char *text; /* NULL: free */
	const char *value;
	uint64_t hash;
	uint32_t number;
};

struct import_names {
	struct import_name *slots;
	size_t count, capacity;
};

/* The row of a text, a new one with nothing remembered where there was none; its text is copied into the
 * arena. Valid until the next call. */
struct import_name *import_name(
	struct import_names *, struct arena *, const char *text, size_t len);
void import_names_free(struct import_names *);

#endif
