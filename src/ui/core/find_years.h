/* In which years what is looked for stands. */
#ifndef TRUCE_UI_CORE_FIND_YEARS_H
#define TRUCE_UI_CORE_FIND_YEARS_H

#include "base/buf.h"
#include "ui/core/app.h"

/* "words found in 2015: 1, 2022: 17, 2025: 6; events: 3": adds how many of the words that are hits were said
 * in each year, and how many events are hits, in so many columns: where not all have room those years with
 * most of them, and behind them how many "other" ones there are; in less room "words found: 24; events: 3",
 * or without the events. False, and nothing, while they are counted, where there are none, and where none of
 * this has room. */
bool find_years_words(const struct app *, struct buf *, int columns);

#endif
