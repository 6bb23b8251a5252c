/* The characters that HTML writes with names and numbers. */
#ifndef TRUCE_BASE_HTML_ENTITY_H
#define TRUCE_BASE_HTML_ENTITY_H

#include <stddef.h>
#include <stdint.h>

/* The bytes of the entity that the text begins with ("&amp;", "&#8211;"), and its character; 0 where it
 * begins with none that is known. A number that is no character is U+FFFD, one of a control a space; of
 * what old pages wrote by the numbers of Windows that character is meant, as browsers take it. */
size_t html_entity(const char *text, size_t len, int32_t *code_point);

#endif
