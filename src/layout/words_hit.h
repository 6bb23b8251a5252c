/* Why an event or a quotation is a hit of the search, where what was looked for stands in nothing
 * that is shown of it. */
#ifndef TRUCE_LAYOUT_WORDS_HIT_H
#define TRUCE_LAYOUT_WORDS_HIT_H

#include "layout/style.h"
#include "query/search.h"

struct hit_why {
	const struct record *record;
	const struct signs *signs;
	const struct text_form *form;
	const struct pattern *pattern;
};

/* "by its theme Ceasefire", "by another name of Orlov: the envoy", "by the words before it: ... in
 * the morning ...": in so many columns if that can be, and then with what was looked for in them. */
void words_hit(struct buf *, const struct hit_why *, const struct search_piece *, int columns);
/* How many columns it needs at least to have all that was looked for in it. */
int words_hit_least(const struct hit_why *, const struct search_piece *);

#endif
