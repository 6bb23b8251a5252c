/* Control and direction characters, which change what a terminal or a reader makes of a text. */
#ifndef TRUCE_LOAD_CONTROL_H
#define TRUCE_LOAD_CONTROL_H

#include <stddef.h>
#include <stdint.h>

/* The first of them but line feed, or -1. The text is closed with NUL. */
int32_t control_find(const char *text, size_t len);

#endif
