/* Titles cut by " #": `title: Peace #1` is "Peace" to YAML, for what follows is a comment. The tree
 * does not tell, so the bytes are asked: which lines have a # behind a space and before none. */
#ifndef TRUCE_LOAD_CUTS_H
#define TRUCE_LOAD_CUTS_H

#include "base/node.h"

struct cut {
	uint32_t line;
	size_t line_start; /* offset of the line's first byte */
};

struct cuts {
	const char *bytes;
	size_t len;
	struct cut *at;
	size_t count, capacity;
};

/* Looks through the bytes of a file, borrowed until cuts_free. */
void cuts_find(struct cuts *, const char *bytes, size_t len);

/* True when the plain scalar was cut; *lost is the first word that was lost, not NUL-terminated. */
bool cuts_hit(const struct cuts *, const struct node *, const char **lost, size_t *lost_len);

void cuts_free(struct cuts *);

#endif
