/* Pages that are tables rather than records: always text, as wide as the paper. */
#ifndef TRUCE_PRINT_TABLE_H
#define TRUCE_PRINT_TABLE_H

#include "print/print.h"

/* Prints two events or quotations of the result side by side, and flushes the stream; nothing where the result
 * holds one of them not. Returns false when a write failed. */
bool print_compare(const struct result *, const struct print_options *, struct ref left,
	struct ref right, FILE *);

/* Prints who stood where on what; the same. */
bool print_positions(const struct result *, const struct print_options *, FILE *);

#endif
