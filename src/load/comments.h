/* Comments that cut a title: `title: Peace #1` is "Peace" to YAML, for what follows " #" is a
 * comment. The tree does not tell, so the bytes are asked: which lines have a # behind a space and
 * before none. */
#ifndef TRUCE_LOAD_COMMENTS_H
#define TRUCE_LOAD_COMMENTS_H

#include "base/node.h"

struct comment {
	uint32_t line;
	size_t line_start; /* offset of the line's first byte */
};

struct comments {
	const char *bytes;
	size_t len;
	struct comment *at;
	size_t count, capacity;
};

/* Looks through the bytes of a file, borrowed until comments_free. */
void comments_find(struct comments *, const char *bytes, size_t len);

/* True when a comment cut the plain scalar; *lost is the first word that was lost, not
 * NUL-terminated. */
bool comments_cut(
	const struct comments *, const struct node *, const char **lost, size_t *lost_len);

void comments_free(struct comments *);

#endif
