/* Fields in braces: the signs between them, and braces that are lost or are another sign. Each adds one
 * diagnostic, which shows the line as it is to be written. */
#ifndef TRUCE_BASE_NODE_BRACES_H
#define TRUCE_BASE_NODE_BRACES_H

#include "base/node_fault.h"

#include <stdbool.h>

/* A colon in braces: the name of the next field stands before it, or it is part of a text. */
void braces_explain_colon(const struct fault *);
/* A colon in a value that is a field itself: the same one twice, or those of an item without braces;
 * or false. */
bool braces_explain_bare(const struct fault *);
/* Fields of an item behind another sign than the brace, or with one that closes among them; false,
 * with nothing added, where the line is none. */
bool braces_explain_sign(const struct fault *, struct line);

#endif
