/* What is done when all files are read, in this order. Private to load/. */
#ifndef TRUCE_LOAD_FINISH_H
#define TRUCE_LOAD_FINISH_H

#include "load/loader.h"

/* Follows the references that were pending, and reports those that lead nowhere. An unknown id is
 * only certain to be unknown when the files were `complete`, read to their end. */
void resolve_pending(struct loader *, bool complete);

/* Puts the events, and their quotations with them, into the order of the timeline, and reports
 * `after` that the dates forbid or that goes in a circle. All that refers to them is changed as
 * well. */
void order_events(struct loader *);

/* Gives events their eras. The era that an event names stays, with a warning where the event has
 * no day in it; any other gets the narrowest era that holds its date, or none. */
void eras_assign(struct loader *);

/* Fills the field `parallels` of events and eras, once they stand in their order. */
void parallels_spread(struct record *);

/* Fills the utterances of the record and their renderings, once quotations stand in their order. */
void utterances_join(struct record *);

/* Reports outcomes that name a later day than their event's, and do not say since when they are
 * known; and those that are to be known before it. */
void later_check(struct loader *);

/* Reports ids that look like others, and letters in them that look like those of another
 * alphabet. */
void ids_alike_check(struct loader *);

/* Finds what is wrong, or odd, between things. */
void checks_run(struct loader *, bool complete);
/* The last of them: things that nothing refers to. */
void use_check(struct loader *);

#endif
