/* Where else than in events and their words something is told of what is looked for: in the note of a
 * theme, or in where a source stands, which the pages of the index show. */
#ifndef TRUCE_UI_CORE_FIND_TOLD_H
#define TRUCE_UI_CORE_FIND_TOLD_H

#include "base/buf.h"
#include "model/record.h"

/* A theme and a source; none where nothing is told of it there. */
struct told {
	struct ref theme, source;
};

/* Where each word of the text begins one of the note or the names, and few notes have it, for what
 * many speak of leads nowhere. Goes over all themes and sources. */
struct told find_told_look(const struct record *, const char *text);

/* Whether there is one. */
static inline bool find_told_is(const struct told *told)
{
	return told->theme.thing != THING_NONE || told->source.thing != THING_NONE;
}

/* Appends the keys that lead there, as "t a theme on it", or brief, "t theme"; nothing where
 * nothing does. */
void find_told_words(const struct told *, bool brief, struct buf *);

#endif
