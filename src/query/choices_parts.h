/* What the files of choices.h share. */
#ifndef TRUCE_QUERY_CHOICES_PARTS_H
#define TRUCE_QUERY_CHOICES_PARTS_H

#include "query/choices.h"

/* Dates to choose from: those of all quotations, or of a draw from many; and how far apart they are to be. */
void choices_dates_gather(struct asking *);

/* Days surely between two dates; 0 where they may touch. */
int64_t choices_days_between(const struct date *, const struct date *);
/* Whether the same words were said on other days, or at other talks, too. */
bool choices_are_elsewhere(const struct asking *, const struct quote *);
/* Whether words say that something is as it was, which can be said again and again. Known of English. */
bool choices_hold_on(const char *folded);

#endif
