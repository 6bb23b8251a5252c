/* In which years what is looked for stands. */
#ifndef TRUCE_UI_CORE_FIND_YEARS_H
#define TRUCE_UI_CORE_FIND_YEARS_H

#include "base/buf.h"
#include "ui/core/app.h"

/* "27 hits: 1 in 2015, 17 in 2022, 6 in 2025, 3 events": adds what the search counts, how many of these were said
 * in each year, and how many are events, in so many columns: where not all have room those years with most of
 * them, and behind them how many "other" ones there are; in less room "27 hits: 24 quotations, 3 events", or
 * "27 hits". False, and nothing, while they are counted, where no words are hits, and where none of this has
 * room. */
bool find_years_words(const struct app *, struct buf *, int columns);

#endif
