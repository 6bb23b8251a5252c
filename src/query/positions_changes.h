/* What changed from one meeting to the next, on an issue and for a party. */
#ifndef TRUCE_QUERY_POSITIONS_CHANGES_H
#define TRUCE_QUERY_POSITIONS_CHANGES_H

#include "query/positions.h"

/* Lays each cell of a line, given by its stands as the table has them, beside the one before it that
 * has stands: sets their `contrast`, and `gone` of the first of each. */
void positions_compare(struct stand *, uint32_t count);

#endif
