/* When a lesson tells whose words are: until its scene has, nobody is to learn it from what else can
 * be shown. Every quotation that a scene shows has a place in the order in which they are told, and so
 * has each event whose title names who speaks such words, that of the first of them. So have the people
 * who were at an event, where one of them speaks there: that of the last of their words, unless a
 * comparison of that event shows them before; and what else one of them said there.
 *
 * And when a lesson comes to a time: a table that is opened over a scene does not run ahead to events
 * later than all that the scenes have shown. Nor does what the record itself says of what later scenes
 * hold (waits.h). */
#ifndef TRUCE_QUERY_TELLING_H
#define TRUCE_QUERY_TELLING_H

#include "base/arena.h"
#include "query/result.h"
#include "query/scenes.h"

/* Who is heard, and at which place first. */
struct telling_voice {
	struct ref voice;
	uint32_t place;
};

struct telling {
	const uint32_t *quotes, *events; /* of the record, their places; 0: nothing waits */
	const uint32_t *people;          /* of its events, those of who was there */
	const uint32_t *times;    /* and at which one an event, or a later one, is first shown */
	const uint32_t *outcomes; /* and of what came of an event, */
	const uint32_t *claims;   /* of parallels, by time alone, */
	const uint32_t *said;     /* of the day on which words were said, where that is given */
	const uint32_t *issued;   /* and of that on which a source came out */
	const struct telling_voice *heard; /* each voice once */
	uint32_t heard_count;
	uint32_t number; /* another one for each that its owner makes, from 1 */
};

/* By which what was made of one is known to be of that one; 0 of none. */
static inline uint32_t telling_number(const struct telling *telling)
{
	return telling ? telling->number : 0;
}

/* Of the scenes, whose record this is; a rendering is told with the words that it is one of. Looks at
 * what the scenes show, and once at each event, quotation, source and parallel of the record. */
void telling_make(struct arena *, const struct record *, const struct scenes *, struct telling *);

/* How far it has come at a scene: before any of it, behind its words up to the nth, or all of it. */
uint32_t telling_before(const struct scenes *, uint32_t scene);
uint32_t telling_behind(const struct scenes *, uint32_t scene, uint32_t words);
uint32_t telling_after(const struct scenes *, uint32_t scene);

#endif
