/* Which hit of a search is meant most likely: whoever types an event's title, a year or a name looks
 * for that event, that year, those words. */
#ifndef TRUCE_QUERY_SEARCH_BEST_H
#define TRUCE_QUERY_SEARCH_BEST_H

#include "query/search.h"

/* Where somebody is called what was typed, in full or by the family name, their own words: in the
 * event that would be the answer, else the first near by behind `from`, else from the beginning.
 * Else, and where they say nothing, the event whose title the pattern is, or that begins in its
 * days; else one that has words, with the pattern at the beginning of a word of its title, else
 * within one, else an event that goes on in those days; else the first quotation near by with the
 * pattern in its words, or in who speaks; else an event without words with the pattern in its
 * title; else any hit. Of those that are as good, whether by title or by date, the first that is
 * not before `from` (as search_find's), else the first of all. Where very many titles have the
 * pattern, those near by behind `from` are looked at. False where there is no hit, *hit untouched.
 * The first call for a search folds all titles, the first of a date finds the days of all events.
 */
bool search_best(struct search *, const struct pattern *, const struct result *, struct ref from,
	struct ref *hit);

#endif
