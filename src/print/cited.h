/* The sources that a page names, numbered from 1 as they are first named. */
#ifndef TRUCE_PRINT_CITED_H
#define TRUCE_PRINT_CITED_H

#include "base/buf.h"
#include "model/record.h"

struct cited {
	uint32_t *numbers; /* of each source of the record, 0 where not named yet */
	uint32_t *named;   /* their indices, in order */
	uint32_t count;
};

/* cited_free gives back what cited_begin allocates. */
void cited_begin(struct cited *, const struct record *);
void cited_free(struct cited *);

/* The nth source named, from 0. */
struct ref cited_source(const struct cited *, uint32_t n);

/* Appends "p. 12 [3]", or "[3, 4]" of several. Locator may be NULL. */
void cited_add(struct cited *, struct buf *, const struct ref *sources, uint32_t count,
	const char *locator);

#endif
