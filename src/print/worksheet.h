/* A sheet for the class with questions drawn by lot, and its key on the last page. */
#ifndef TRUCE_PRINT_WORKSHEET_H
#define TRUCE_PRINT_WORKSHEET_H

#include "print/print.h"

#include <stdint.h>

/* Print the sheet of that number, as text and in man(7) macros, and flush the stream. The same result, number and
 * options print the same bytes. */
enum worksheet_done worksheet_print_text(
	const struct result *, const struct print_options *, uint64_t seed, FILE *);
enum worksheet_done worksheet_print_man(
	const struct result *, const struct print_options *, uint64_t seed, FILE *);

#endif
