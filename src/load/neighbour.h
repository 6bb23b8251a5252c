/* The dates that stand beside one in its file, for advice about it. Private to load/. */
#ifndef TRUCE_LOAD_NEIGHBOUR_H
#define TRUCE_LOAD_NEIGHBOUR_H

#include "load/loader.h"

/* The year of the date nearest to the place among those of the field, else of events; 0 where there
 * is none within 150 lines with a year of four digits that is CE. Takes its time, so it is asked
 * for what will be shown. */
int64_t neighbour_year(struct loader *, const char *field, struct place);

#endif
