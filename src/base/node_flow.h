/* Brackets and braces: never closed, closed with another sign or twice, and what stands between the
 * fields and items in them. Each adds one diagnostic, which shows the line as it is to be written. */
#ifndef TRUCE_BASE_NODE_FLOW_H
#define TRUCE_BASE_NODE_FLOW_H

#include "base/node_fault.h"

#include <stdbool.h>

/* Neither a comma nor the closing bracket. */
void flow_explain(const struct fault *);
/* Where a value was expected in brackets that are never closed, or a # has closed, or there are two
 * commas; false, with nothing added, where it is another problem. */
bool flow_explain_value(const struct fault *);
/* Ids of a list behind another sign than its bracket; or false. */
bool flow_explain_ids(const struct fault *);
/* More closing brackets than were opened, a full stop behind the last, or an id; or false. */
bool flow_explain_behind(const struct fault *);
/* A brace where a field's name should stand, behind another one; or false. */
bool flow_explain_twice(const struct fault *);

#endif
