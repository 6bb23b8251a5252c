/* JSON as RFC 8259 has it. */
#ifndef TRUCE_BASE_JSON_STRICT_H
#define TRUCE_BASE_JSON_STRICT_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the bytes are one value by its grammar, in one pass, with nothing kept: brackets no deeper than
 * 64, and no line's end in a text. What is escaped in texts is not looked at. */
bool json_is_strict(const char *bytes, size_t len);

#endif
