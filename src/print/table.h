/* Pages that are a table alone: two events or quotations beside each other, and who stood where on
 * what. What they are called and what was asked for stands above it. The writer has its tables. */
#ifndef TRUCE_PRINT_TABLE_H
#define TRUCE_PRINT_TABLE_H

#include "print/document.h"

/* Writes nothing where the result does not hold both. */
void table_compare_write(const struct result *, const struct print_options *, struct ref left,
	struct ref right, const struct document_writer *, void *to);
void table_positions_write(const struct result *, const struct print_options *,
	const struct document_writer *, void *to);

#endif
