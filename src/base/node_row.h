/* A line as its columns show it: where its dash, its field and the field's value begin. */
#ifndef TRUCE_BASE_NODE_ROW_H
#define TRUCE_BASE_NODE_ROW_H

#include "base/buf.h"
#include "base/node_fault.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Columns are in code points, from 1. */
struct row {
	struct line line;     /* number 0: there is no such line */
	uint32_t column;      /* of what stands first in it */
	uint32_t dash;        /* of its last dash; 0 where it is no item */
	uint32_t field;       /* behind the dashes */
	const char *at, *end; /* what stands there, up to white space or a remark at the end */
	const char *name;     /* of the field; NULL where there is none */
	size_t len;
	bool holds; /* the field, or the dash, has no value in its line */
};

struct row row_of(struct line);
struct row row_numbered(const char *bytes, size_t len, uint32_t number);
/* The same of a place in a file whose bytes the list was lent, by its index of lines; number 0 where it
 * has none. */
struct row row_placed(const struct diag_list *, struct place);
/* The nearest line before or after with more on it than white space and a comment. */
struct row row_before(const char *bytes, struct row);
struct row row_after(const char *bytes, size_t len, struct row);

/* The lines from this one on that begin in its column, and are no items: how many, and the last. Lines
 * that are indented deeper are passed over. */
uint32_t row_run(const char *bytes, size_t len, struct row, struct row *last);

/* An open list above a line: where its dashes and the fields of its items begin, and its last item. */
struct row_list {
	uint32_t dash, field;
	struct row item;
};

enum { ROW_LISTS_MOST = 8 };

/* Those that are open above the line, the innermost first. Returns how many. */
size_t row_lists(const char *bytes, struct row, struct row_list found[ROW_LISTS_MOST]);

/* Appends what a field is to be written as where its item begins, in quotation marks:
 *     "  - id: dusk" */
void row_item_text(struct buf *, struct row, uint32_t dash);
/* Appends what is to be done where a line begins in the first column and belongs in the second one:
 * "take away one space", "put two more spaces". */
void row_move_text(struct buf *, uint32_t from, uint32_t to);

/* Whether the next line of the file is the same as the one there. */
bool row_is_doubled(const struct diag_list *, struct place);

#endif
