/* A table as spreadsheets write it: cells with commas, semicolons or tabs between them (RFC 4180), read
 * row by row, each cell with its place. */
#ifndef TRUCE_BASE_CSV_H
#define TRUCE_BASE_CSV_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct csv_cell {
	const char *text; /* without its quotation marks; no NUL in it */
	size_t len;
	struct place place;
};

struct csv_row {
	const struct csv_cell *cells;
	size_t count;
	bool blank; /* no cell holds anything */
};

struct csv;

/* Finds the sign between the cells in the first line, behind a byte order mark and a line "sep=;".
 * Reports what is no UTF-8 and control characters, at the first of them: then there are no rows.
 * Borrows the bytes and the list; caller owns the result. */
struct csv *csv_open(const char *bytes, size_t len, uint32_t file, struct diag_list *);

/* The next row, valid until the next call; false at the end. A quotation mark that is not closed, or
 * behind which the cell goes on, is reported, and of what follows as much is read as can be. */
bool csv_next(struct csv *, struct csv_row *);

/* Whether all of it was read, and nothing was reported. */
bool csv_complete(const struct csv *);

void csv_close(struct csv *);

#endif
