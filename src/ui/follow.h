/* Following: a link, the next words by the same voice, and the way back. */
#ifndef TRUCE_UI_FOLLOW_H
#define TRUCE_UI_FOLLOW_H

#include "query/links.h"

struct app;

/* Goes where a link of the open list leads: to an event or words, to the index, into the text of a source, or to
 * the links that this one stands for. */
void follow_link(struct app *, const struct link *);

/* Goes to the nth next quotation by the same voice, or with a direction below 0 the previous; says so where
 * there is none. */
void follow_voice(struct app *, int direction, uint32_t count);

/* Goes back or forward on the trail, into a comparison that was left there; says so at its end. */
void follow_retrace(struct app *, int direction, uint32_t count);

#endif
