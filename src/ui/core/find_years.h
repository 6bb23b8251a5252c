/* In which years what is looked for stands. */
#ifndef TRUCE_UI_CORE_FIND_YEARS_H
#define TRUCE_UI_CORE_FIND_YEARS_H

#include "base/buf.h"
#include "ui/core/app.h"

/* "hits in 2014: 3, 2022: 17, 2025: 6": adds how many hits stand at the events of each year; nothing while
 * they are counted, where there are none, or where there are too many years. */
void find_years_words(const struct app *, struct buf *);

#endif
