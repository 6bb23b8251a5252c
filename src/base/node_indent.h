/* What is wrong with the beginning of a line: columns that do not agree, spaces that are none of
 * the keyboard's. Each adds one diagnostic. */
#ifndef TRUCE_BASE_NODE_INDENT_H
#define TRUCE_BASE_NODE_INDENT_H

#include "base/node_fault.h"

#include <stdbool.h>

/* Compared with the line that it is to stand beside; where two may be meant, with both. */
void indent_explain_column(const struct fault *);
/* A line that is no field, and goes on or begins a text below its field; false, with nothing added,
 * where it does not. */
bool indent_explain_text(const struct fault *, struct line);
/* False, with nothing added, where the line begins with no such space. */
bool indent_explain_space(const struct fault *, struct line);

#endif
