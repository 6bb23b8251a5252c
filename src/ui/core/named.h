/* Things that have names, as prompts list them; and the names that `/` completes. */
#ifndef TRUCE_UI_CORE_NAMED_H
#define TRUCE_UI_CORE_NAMED_H

#include "ui/core/candidates.h"

struct app;

/* Appends "Alexander Fomin, Russia"; with its kind, "person: Alexander Fomin, Russia". */
void named_words(struct buf *, const struct record *, struct ref, bool kind);

/* For `prompt_ops`: the names of people, parties and themes, and places. */
void named_offer(struct app *, struct candidates *, uint32_t things);

#endif
