/* The ids of a record, across all its files: from an id to the thing that has it.
 *
 * There are three spaces of ids, and one id may stand once in each. Ids are compared byte by byte,
 * so they must be in normal form C. The table borrows the record, whose things must have been added
 * to it before their ids are added here. Caller owns it: ids_free. */
#ifndef TRUCE_LOAD_IDS_H
#define TRUCE_LOAD_IDS_H

#include "model/record.h"

enum id_space { SPACE_TIME, SPACE_NAMES, SPACE_THEMES, SPACE_COUNT };

struct id_table {
	uint64_t *slots; /* hash and ref of each; 0 is free */
	size_t count, capacity;
};

struct ids {
	const struct record *record;
	struct id_table spaces[SPACE_COUNT];
};

/* The space that ids of a thing live in. */
enum id_space id_space(enum thing);

/* The thing with that id, or none. */
struct ref ids_find(const struct ids *, enum id_space, const char *id);

/* Adds the id of a thing of the record. Returns none, or the thing that has the id already: then
 * nothing was added. */
struct ref ids_add(struct ids *, struct ref);

void ids_free(struct ids *);

#endif
