/* A failure of libyaml with the lines of the file round it: what the functions that say what is wrong
 * are handed, and how they look at a line. All of it borrows the file's bytes. */
#ifndef TRUCE_BASE_NODE_FAULT_H
#define TRUCE_BASE_NODE_FAULT_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/node_error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A line of the file, before its line break. */
struct line {
	const char *text, *end;
	uint32_t number; /* 0: there is no such line */
};

/* The failure with the lines round it. */
struct fault {
	const struct node_failure *failure;
	struct diag_list *diags;
	struct line line, opened; /* of the problem, of what was being read */
	const char *at;           /* of the problem, in its line */
};

struct fault fault_of(const struct node_failure *, struct diag_list *);
/* The place of `at` in a line of the file. */
struct place fault_place(const struct fault *, struct line, const char *at);

/* Reports "CAUSE; write "LINE"", or what it has instead where the line is long: "CAUSE; OTHERWISE". */
void fault_show(const struct fault *, struct place, const char *code, const char *cause,
	const struct buf *line, const char *otherwise);

/* The line with that number; number 0 where there is none. */
struct line line_find(const char *bytes, size_t len, uint32_t number);
/* The same, looked for from a line above it on. */
struct line line_below(struct line from, const char *end, uint32_t number);
/* The nearest line before with more on it than white space and a comment. */
struct line line_before(const char *bytes, struct line);
/* Behind the blanks at the start. */
const char *line_start(struct line);
/* Behind the dashes of list items, too. */
const char *line_field(struct line);
/* Where the words of a line end that begin at `from`: before blanks and a remark. */
const char *line_words_end(struct line, const char *from);
/* The same of a text that may begin with a quotation mark: a # within the marks begins no remark. */
const char *line_quoted_end(struct line, const char *open);
/* Where the column (in code points, from 1) is; the line's end when it is shorter. */
const char *line_at(struct line, uint32_t column);
uint32_t line_column(struct line, const char *at);
/* The end of the field's name that stands at `from`: the colon, behind which there is a space or
 * the end of the line (`spaced`), or anything but a space. NULL when there is none before `end`. */
const char *line_colon(const char *from, const char *end, bool spaced);

#endif
