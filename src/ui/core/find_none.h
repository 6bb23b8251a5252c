/* What to try next where nothing is found. */
#ifndef TRUCE_UI_CORE_FIND_NONE_H
#define TRUCE_UI_CORE_FIND_NONE_H

#include "query/pattern.h"
#include "ui/core/view.h"

enum offer_kind {
	OFFER_NONE,
	OFFER_ALL,  /* what has all the words, in any order */
	OFFER_SOME, /* what has those that tell most */
	OFFER_ONE   /* to look for the one that does */
};

struct offer {
	enum offer_kind kind;
	struct buf query; /* the words, as they were typed, with a space between; caller frees it */
	uint32_t word_count; /* of the query */
	uint32_t events;     /* that have them, of what is shown */
};

/* What a text of several words, of which nothing is found as it stands, can lead to: those of the words that
 * name somebody or are rare, but for those with which one asks ("who answered Fomin"). OFFER_NONE where
 * nothing has any, or a query is at hand whose place it would take. */
void find_offer(struct app *, const char *text, struct offer *);
/* Appends "3 events with all its words", "3 events with Ukraine, neutrality". */
void find_offer_words(const struct offer *, struct buf *);

/* Appends the name, or else the word of the record, that a text of which nothing is found is nearest to, where
 * no query hides what has it; false where it is near to none, or a date. Goes over all names of the record,
 * and the words at its beginning. */
bool find_none_near(struct app *, const char *text, const struct pattern *, struct buf *near);

/* Appends "no match" and, in a few words, what else may lead to what was looked for: the offer, the nearest
 * name or word, how a date is written, or what is hidden; or where it is told of, if it is. Goes where
 * find_none_near does. */
void find_none_words(struct app *, struct buf *, const char *text, const struct pattern *,
	const struct offer *, bool told);

#endif
