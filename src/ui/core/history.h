/* The lines that were typed in a prompt, to be brought back. */
#ifndef TRUCE_UI_CORE_HISTORY_H
#define TRUCE_UI_CORE_HISTORY_H

#include "base/buf.h"

#include <stdbool.h>

/* Zeroed it is empty. */
struct history {
	struct buf lines; /* closed by line feeds, the oldest first */
};

void history_free(struct history *);

/* Remembers a line, unless it is empty or the one remembered last; the oldest are forgotten. */
void history_add(struct history *, const char *text, size_t len);

/* The nth line from the end, borrowed; false where there are fewer. */
bool history_line(const struct history *, int n, const char **line, size_t *len);

#endif
