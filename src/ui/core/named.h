/* Things that have names, as prompts list them; and the names that `/` completes. */
#ifndef TRUCE_UI_CORE_NAMED_H
#define TRUCE_UI_CORE_NAMED_H

#include "ui/core/candidates.h"

struct app;

/* Appends "Alexander Fomin, Russia"; with its kind, "person: Alexander Fomin, Russia". Where it is by
 * an alias that it fits the list, that stands behind the name: "Ukraine (Kyiv)". */
void named_words(
	struct buf *, const struct record *, struct ref, bool kind, const struct candidates *);
/* Appends "what Alexander Fomin says", with the alias as there. */
void named_says(struct buf *, const struct record *, struct ref, const struct candidates *);

/* The first of a quotation's words, in one line, in the marks of its kind; returns where they stand, in their language. */
struct tongue named_quote_words(struct buf *, const struct app *, const struct quote *);
/* Tries the id of the nth quotation of the record, if it is shown; false behind the last. */
bool named_try_quote(const struct app *, const struct candidates *, uint32_t n, int *fit);

/* For `prompt_ops`: the names of people, parties and themes, and places. */
void named_offer(struct app *, struct candidates *, uint32_t things);

#endif
