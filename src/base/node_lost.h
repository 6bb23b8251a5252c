/* Lines that have come to begin in column 1, where only sections do. */
#ifndef TRUCE_BASE_NODE_LOST_H
#define TRUCE_BASE_NODE_LOST_H

#include "base/node_fault.h"

#include <stdbool.h>

/* Whether from the section's key on the indentation of several lines is lost, which is reported: one
 * problem for all of them. */
bool node_lost_report(const struct node_failure *, struct place key, struct diag_list *);

/* Whether the section's key is a single field among others that are indented: the file cannot be read
 * behind it, which will be told. Its line is looked for from `*from` on, a line above or one zeroed, and
 * left there. */
bool node_lost_alone(const struct node_failure *, struct place key, struct line *from);

#endif
