/* Things that a reference names by words of theirs, and not by their id: "Moen, 1934, p. 88" for what
 * Moen wrote and was issued in 1934. Private to load/. */
#ifndef TRUCE_LOAD_MENTION_H
#define TRUCE_LOAD_MENTION_H

#include "load/loader.h"

/* The things that have all words of `len` bytes of text in their names and aliases, their ids, their
 * authors and their dates. Who is called just so is meant before who is called so among other words,
 * and a person before what the person wrote. */
struct mention {
	struct ref at[2]; /* the first two */
	uint32_t count;
};

/* Notes the words of all things when it is first asked for (mention_find.c). */
struct mention mention_find(struct loader *, unsigned things, const char *text, size_t len);

void mention_free(struct mention_words *);

/* Of a reference that leads nowhere: whether it names a thing so, or says that it is the one before.
 * Then appends what to do, behind "; ", and notes that the thing is used; *one is the thing where it
 * names just one, else untouched. */
bool mention_tell(struct loader *, const struct pending *, const struct form_field *, struct buf *,
	struct ref *one);

#endif
