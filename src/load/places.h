/* Where the fields of things stand, for the checks across things, which have no nodes any more.
 * Only of fields that some check names (FIELD_PLACED), and only while a record is made. Private to
 * load/. */
#ifndef TRUCE_LOAD_PLACES_H
#define TRUCE_LOAD_PLACES_H

#include "base/node.h"
#include "model/form.h"

struct placed;

/* A zeroed struct is empty; places_free empties it. */
struct places {
	unsigned char *notes; /* since the last one was looked for */
	size_t note_len, note_capacity, note_count;
	struct place item; /* that was noted last */
	const struct form_field **fields;
	size_t field_count, field_capacity;
	struct placed *at; /* sorted */
	size_t count;
};

/* Notes where a field's value stands, and each item of a list; `item` is the place of the thing or
 * nested mapping that has it. */
void places_add(struct places *, struct place item, const struct form_field *, const struct node *);

/* The place of the field's value; that of the item where it has none. */
struct place places_of(struct places *, struct place item, const char *field);
/* That of an item of the field's list, from 0; the value's own where it is no list. */
struct place places_entry(struct places *, struct place item, const char *field, uint32_t number);

void places_free(struct places *);

#endif
