/* What the functions that find the line out of step ask of lines, and how they say what they found. */
#ifndef TRUCE_BASE_NODE_BLAME_H
#define TRUCE_BASE_NODE_BLAME_H

#include "base/node_row.h"
#include "base/node_sibling.h"

/* Whether fields of both names are known to be of one item. */
bool blame_known(const struct fault *, struct row, struct row beside);
struct row blame_after(const struct fault *, struct row);
struct row blame_numbered(const struct fault *, uint32_t number);
/* Whether a line holds the fields below it and has no field's name: it is the id of a source or person. */
bool blame_is_id(const struct fault *, struct row);
/* The nearest such line above, of the section that the row is in; number 0 where there is none. */
struct row blame_id_above(const struct fault *, struct row);
/* How far two columns are from each other. */
uint32_t blame_apart(uint32_t, uint32_t);

/* Appends "put two more spaces before it", or before each line up to the last. */
void blame_move(struct buf *act, struct row, uint32_t column, uint32_t to, struct row last);
/* Reports the line of a list's first item, in a column left of the field above that holds the list, and what
 * is to be done, which is freed. */
void blame_left(const struct fault *, struct row, struct row field, struct buf *act);
/* Reports a line with the lines it is compared with, and what is to be done, which is freed. */
void blame_column(const struct fault *, struct row, const struct node_sibling *, size_t count,
	enum node_beside, struct buf *act);

#endif
