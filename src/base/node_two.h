/* Fields that stand in one line, where each has one of its own. */
#ifndef TRUCE_BASE_NODE_TWO_H
#define TRUCE_BASE_NODE_TWO_H

#include "base/node_fault.h"

#include <stdbool.h>

/* "place: Karlsund, people: [roe]": shown as the lines that are to be written. Where the second name may
 * be a word of the text as well both are said. False, with nothing added, where no other field of the
 * item is named in the line. */
bool two_explain(const struct fault *);

#endif
