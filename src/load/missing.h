/* What an item lacks of the fields that its form needs. Private to load/. */
#ifndef TRUCE_LOAD_MISSING_H
#define TRUCE_LOAD_MISSING_H

#include "load/loader.h"

#include <stdbool.h>
#include <stdint.h>

/* Reports at the place what is needed and was not `seen` (field_bit), but for what was misspelt or could
 * not be read; and where there is none, or more than one, of the fields of which one must be there. */
void missing_report(struct loader *, const struct form *, const struct node *map, uint64_t seen,
	struct place place);

/* Whether fields of the mapping may be there although none was read: some were unknown, or refused,
 * or behind it and not indented, or cut off. Asked while the level at hand is the one around it;
 * later unread_at says the same but for those behind it. */
bool missing_doubt(const struct loader *, const struct form *, const struct node *map);

#endif
