/* A sheet for the class with questions drawn by lot, and its key on the last page. */
#ifndef TRUCE_PRINT_WORKSHEET_H
#define TRUCE_PRINT_WORKSHEET_H

#include "print/print.h"

#include <stdint.h>

enum worksheet_done {
	WORKSHEET_PRINTED,
	WORKSHEET_FAILED,  /* a write failed */
	WORKSHEET_NOTHING, /* the result has nothing that could be asked; nothing is written */
};

/* Prints the sheet of that number, as text or in man(7) macros, and flushes the stream. The same result, number
 * and options print the same bytes. */
enum worksheet_done print_worksheet(
	const struct result *, const struct print_options *, uint64_t seed, bool man, FILE *);

#endif
