/* Which thing goes by a name, and several names in one text. Private to load/. */
#ifndef TRUCE_LOAD_CALLED_H
#define TRUCE_LOAD_CALLED_H

#include "load/loader.h"

/* Whether a text could be an id, and not a name: it begins with no capital. */
bool called_like_id(const char *text);

/* The one thing of these kinds whose id is a word of the text: "roe" in "Miss Roe"; or none. */
struct ref called_within(const struct loader *, unsigned things, const char *text);

/* Of a reference that leads nowhere: whether it says that there is nothing to refer to, as "None"
 * does. Then appends what to do, behind "; ". */
bool called_nobody(
	struct loader *, const struct pending *, const struct form_field *, struct buf *);

/* Of a reference that leads nowhere: whether it names several things, as "hale, roe" does. Then
 * appends what to do, behind "; ", and notes that these are used. */
bool called_several(
	struct loader *, const struct pending *, const struct form_field *, struct buf *);

/* Appends what to do where several stand and the field takes one. */
void called_one(const struct form_field *, struct buf *);

/* Of one that is near nothing: appends where to add it, if it can be added in one place, and what to
 * write there. */
void called_nowhere(const struct loader *, const struct pending *, struct buf *);

#endif
