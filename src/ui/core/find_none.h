/* What to try next where nothing is found. */
#ifndef TRUCE_UI_CORE_FIND_NONE_H
#define TRUCE_UI_CORE_FIND_NONE_H

#include "query/pattern.h"
#include "ui/core/view.h"

/* Appends a query for what holds all words of a text of several, in any order, and counts the events
 * that it leaves of what is shown: 0, nothing appended, where it leaves none, or would take the place of
 * a query at hand. */
uint32_t find_none_query(struct app *, struct buf *, const char *text);

/* Appends "no match" and, in a few words, what else may lead to what was looked for: the nearest name, how
 * a date is written, or what is hidden; or where it is told of, if it is. Goes over all names of the
 * record. */
void find_none_words(
	struct app *, struct buf *, const char *text, const struct pattern *, bool told);

#endif
