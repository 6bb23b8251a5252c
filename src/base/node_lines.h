/* The lines of a file, to find out what was meant where libyaml could not read on.
 *
 * A line borrows the bytes; it ends before its line break. */
#ifndef TRUCE_BASE_NODE_LINES_H
#define TRUCE_BASE_NODE_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct node_line {
	const char *text, *end;
	uint32_t number; /* 0: there is no such line */
};

struct node_line node_line_find(const char *bytes, size_t len, uint32_t number);
/* The nearest line before with more on it than white space and a comment. */
struct node_line node_line_before(const char *bytes, struct node_line);

/* Where the column (in code points, from 1) is; the line's end when it is shorter. */
const char *node_line_at(struct node_line, uint32_t column);
uint32_t node_line_column(struct node_line, const char *at);

/* Behind the spaces at the start; behind the dashes of list items too. */
const char *node_line_start(struct node_line);
const char *node_line_field(struct node_line);

/* The end of the field's name that stands at `from`: the colon, behind which there is a space or
 * the end of the line (`spaced`), or anything but a space. NULL when there is none before `end`. */
const char *node_line_colon(const char *from, const char *end, bool spaced);

/* A no-break space or another wide space in the indentation, which looks like a space and is none;
 * NULL when there is none. */
const char *node_line_odd_space(struct node_line);

#endif
