/* The paragraphs of a text of any bytes. */
#ifndef TRUCE_LOAD_PARAGRAPH_H
#define TRUCE_LOAD_PARAGRAPH_H

#include <stddef.h>

/* Bytes of the text. */
struct stretch {
	size_t from, to;
};

/* Where the paragraph begins and ends that holds the line of byte `at`: a place at the edge of a line, not
 * further than `most` bytes from that line. */
size_t paragraph_from(const char *text, size_t len, size_t at, size_t most);
size_t paragraph_to(const char *text, size_t len, size_t at, size_t most);

/* The paragraph before the line that begins at `from`, or behind the one that ends at `to`; of a long one the
 * lines next to it, of at most `most` bytes but for the first of them. Empty where there is none. */
struct stretch paragraph_before(const char *text, size_t len, size_t from, size_t most);
struct stretch paragraph_behind(const char *text, size_t len, size_t to, size_t most);

#endif
