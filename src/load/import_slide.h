/* The slides of a timeline as things of a record. Private to load/import*. */
#ifndef TRUCE_LOAD_IMPORT_SLIDE_H
#define TRUCE_LOAD_IMPORT_SLIDE_H

#include "load/import_form.h"

/* Each takes a slide as the JSON of TimelineJS 3 has it: start_date, end_date, text, media, group, ... */
void slide_event(struct import *, const struct node *);
void slide_era(struct import *, const struct node *);
void slide_title(struct import *, const struct node *);

/* What is left to be given when all slides are read. */
void slides_finish(struct import *);

#endif
