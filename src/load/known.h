/* What the reader of a file may know of the names of fields, to tell a slip of the pen from words.
 * Private to load/. */
#ifndef TRUCE_LOAD_KNOWN_H
#define TRUCE_LOAD_KNOWN_H

#include "base/node.h"

extern const struct node_known known_fields;

#endif
