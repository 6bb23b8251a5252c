/* Whether words give an answer away. */
#ifndef TRUCE_QUERY_GIVEAWAY_H
#define TRUCE_QUERY_GIVEAWAY_H

#include "base/buf.h"
#include "model/record.h"

#include <stdbool.h>

/* The text folded for search; valid until the buf changes. */
const char *giveaway_folded(struct buf *, const char *text);

/* Whether a folded text has a phrase as whole words. The phrase is folded here. */
bool giveaway_has_phrase(const char *folded, const char *phrase);
/* Whether it has one of a phrase's words that have four letters or more. */
bool giveaway_has_word_of(const char *folded, const char *phrase);
/* Whether it names a person, party or source: by name, alias, or a part of the name. */
bool giveaway_has_name(const struct record *, const char *folded, struct ref);
/* Whether it names a party, or has a word that is made of its name: "Ukrainian". */
bool giveaway_has_side(const struct record *, const char *folded, struct ref party);
/* Whether it calls a person by name: the whole name, another, or a word of it of four letters or more but
 * the first, which many share, unless that is all there is. */
bool giveaway_calls(const struct record *, const char *folded, uint32_t person);
/* Whether a text, which may be NULL, names whose words a quotation is, or their side. */
bool giveaway_has_voice(const struct record *, const char *text, const struct quote *);
/* The same of an event: its title or summary, who received the others, or the only side there. */
bool giveaway_of_event(const struct record *, const struct event *, const struct quote *);
/* Whether it has a number of four digits: a year. */
bool giveaway_has_year(const char *text);

/* Whether a folded text counts days or names one: a number beside a month, or beside days, weeks, months or
 * years. Known of English. */
bool giveaway_has_day(const char *folded);

#endif
