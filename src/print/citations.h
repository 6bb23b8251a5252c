/* Citations on a printed page: each source has a number from where it is named first, and all stand in
 * a list at the end. What is made lasts until the document's flush. */
#ifndef TRUCE_PRINT_CITATIONS_H
#define TRUCE_PRINT_CITATIONS_H

#include "print/document.h"

/* The citation of sources, with where in them, or NULL; numbers those that have none yet. */
const struct citation *citation_of(
	struct document *, const struct ref *sources, uint32_t count, const char *locator);
/* The same of one; NULL for a ref that names no source. */
const struct citation *citation_one(
	struct document *, const struct ref *source, const char *locator);
/* Appends "[3]", or "[3, 4]" of several. */
void citation_numbers(struct buf *, const struct citation *);
/* Names a source in the list that has no number where it is named; none is passed over. */
void citation_name(struct document *, struct ref source);
/* Writes the list of all sources that were named: in full, or briefly, by short name and address,
 * where they have one. */
void citations_list(struct document *, bool briefly);

#endif
