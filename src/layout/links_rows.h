/* The columns that links are laid in. Private to links. */
#ifndef TRUCE_LAYOUT_LINKS_ROWS_H
#define TRUCE_LAYOUT_LINKS_ROWS_H

#include "layout/links.h"
#include "layout/words_date.h"

struct links_columns {
	int people, words; /* words is 0 where there is no room for them */
	int edge;          /* where dates end */
};

struct links_rows {
	struct rows *rows;
	const struct record *record;
	const struct link_list *list;
	struct links_columns columns;
	struct when when; /* of what the links belong to */
};

struct links_columns links_columns_for(int width);

/* "people   words   date" in one row, of the nth link. */
void links_add_line(struct links_rows *, uint32_t n, const char *people, const struct quote *,
	const char *words, struct when);

/* A phrase in the columns of people and words; open, it is wrapped, with the date beside its first
 * line. */
void links_add_phrase(
	struct links_rows *, uint32_t n, uint8_t role, const char *text, struct when, bool open);

/* Wrapped text below an open link, and empties the buf. */
void links_add_below(struct links_rows *, uint8_t role, int indent, struct buf *text);

/* Where what is wrapped ends. */
int links_right_edge(const struct links_rows *);
/* A copy in the arena of the rows. */
const char *links_kept(struct rows *, const struct buf *);

#endif
