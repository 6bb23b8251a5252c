/* A record that is written as JSON is: in brackets over many lines, with names and texts in quotation
 * marks. What is lost there libyaml finds lines below. */
#ifndef TRUCE_BASE_NODE_JSON_H
#define TRUCE_BASE_NODE_JSON_H

#include "base/node_fault.h"

#include <stdbool.h>

/* A quotation mark, comma, colon or bracket that is lost in the line of the fault or in the one above it:
 * shown as the line is to be written. False, with nothing added, where none is. */
bool json_explain(const struct fault *);

#endif
