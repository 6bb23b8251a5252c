/* Items of lists that are out of step: their hyphens, and what is to stand below them. Each adds one
 * diagnostic, or returns false with nothing added. */
#ifndef TRUCE_BASE_NODE_ITEM_H
#define TRUCE_BASE_NODE_ITEM_H

#include "base/node_blame.h"

/* A field that an item of an open list begins with: the hyphen before it is lost. */
bool item_explain_hyphen(const struct fault *, struct row);
/* The same of the first item, by its "id" above the line at hand. */
bool item_explain_id(const struct fault *, struct row);
/* A field below "- - id: dusk", in the column that it would have below one hyphen. */
bool item_explain_twice(const struct fault *, struct row);
/* The id of an item that stands in the place of its line, or its braces without the hyphen. */
bool item_explain_named(const struct fault *, struct row);
/* A line with a hyphen. */
bool item_explain_dash(const struct fault *, struct row);
/* A field below a line with a hyphen that was found to be its sibling, which may be out of step. */
bool item_explain_head(const struct fault *, struct row, const struct node_sibling *);

#endif
