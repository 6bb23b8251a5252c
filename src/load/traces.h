/* What other programs and drafts leave in a text, where it would be quoted: quotation marks around
 * it, signs of a block text, HTML, Markdown, "TODO". Private to load/. */
#ifndef TRUCE_LOAD_TRACES_H
#define TRUCE_LOAD_TRACES_H

#include "load/loader.h"

/* Which of them the bytes of a file may hold at all: bits for loader->traces. */
unsigned traces_find(const char *bytes, size_t len);

/* Reports those of a text, one of a sort. */
void traces_report(struct loader *, const struct form_field *, const struct node *);

#endif
