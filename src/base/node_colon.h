/* Lines without a colon where a field stands: one whose colon is lost, or one of a text, at which it
 * goes on. Each adds one diagnostic. */
#ifndef TRUCE_BASE_NODE_COLON_H
#define TRUCE_BASE_NODE_COLON_H

#include "base/node_fault.h"

#include <stdbool.h>

/* A line that begins with the name of a field such as stand beside it, with a space or another sign
 * in the place of the colon: shown as it is to be written. False, with nothing added, where it does
 * not. */
bool colon_explain_name(const struct fault *, struct line);
/* The same where another field stands beside it, for a line that begins as items do elsewhere. */
bool colon_explain_marks(const struct fault *, struct line);
/* A line in quotation marks from its name on, as it is copied out of a message: "place: Karlsund". */
bool colon_explain_quoted(const struct fault *, struct line);
/* An item of a list that begins with its id alone; or false. */
bool colon_explain_id(const struct fault *, struct line);
/* Any line that should be a field. */
void colon_explain_line(const struct fault *, struct line);

#endif
