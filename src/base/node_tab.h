/* A tab where a line begins, or behind the hyphen of an item: how many spaces are to stand there. */
#ifndef TRUCE_BASE_NODE_TAB_H
#define TRUCE_BASE_NODE_TAB_H

#include "base/node_fault.h"

/* Adds one diagnostic, for all lines of the file that begin so. */
void tab_explain(const struct fault *);

#endif
