/* The checks across things, once everything is read, in order and linked. Each adds what it finds to the
 * problems and changes nothing; each is linear in the size of the record. Private to load/. */
#ifndef TRUCE_LOAD_CHECKS_H
#define TRUCE_LOAD_CHECKS_H

#include "load/loader.h"

/* Quotations that answer each other in a circle. */
void check_answers(struct loader *);
/* When words were said, against the speaker's life, the sources' dates and `public`. */
void check_times(struct loader *);
/* Two people who go by one name. */
void check_aliases(struct loader *);
/* One party with two positions on one issue at one event. */
void check_positions(struct loader *);
/* Parties, themes, sources and people that nothing refers to. */
void check_use(struct loader *);

#endif
