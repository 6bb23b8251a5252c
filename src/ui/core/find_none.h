/* What to try next where nothing is found. */
#ifndef TRUCE_UI_CORE_FIND_NONE_H
#define TRUCE_UI_CORE_FIND_NONE_H

#include "query/pattern.h"
#include "ui/core/view.h"

/* Appends "no match" and, in a few words, what else may lead to what was looked for: the nearest name, how
 * a date is written, or what is hidden. Goes over all names of the record. */
void find_none_words(struct app *, struct buf *, const char *text, const struct pattern *);

#endif
