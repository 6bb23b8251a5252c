/* The links of a quotation or an event as rows: a column of relations, one of people, one of words,
 * dates on the right edge. One link stands open in full, the others in a line each. */
#ifndef TRUCE_LAYOUT_LINKS_H
#define TRUCE_LAYOUT_LINKS_H

#include "layout/rows.h"
#include "query/links.h"

/* Adds what the links belong to: the words, cut to `most` lines, with who said them and when; or
 * an event's title, date and place. */
void links_head_add(struct rows *, const struct record *, struct ref of, int most);

/* Adds the links; rows of the nth one have n as their stop. */
void links_add(struct rows *, const struct record *, const struct link_list *, uint32_t open);

#endif
