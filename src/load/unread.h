/* What stands in the files and could not be read: under a name that no field has, in a shape that it
 * cannot have, beside its first. It is unknown, not absent: what is referred to in it is not unused,
 * an id that may be given in it is not unknown, and a field that it may be is not missing. Private
 * to load/. */
#ifndef TRUCE_LOAD_UNREAD_H
#define TRUCE_LOAD_UNREAD_H

#include "base/node.h"

struct loader;

/* A set of hashes, of words and of places. One that meets another's by chance keeps a problem from
 * being told until the file's other ones are mended. A zeroed struct is an empty set; whoever owns
 * it frees the slots. */
struct unread {
	uint64_t *slots;
	size_t capacity, count;
	unsigned nameless; /* bits of enum thing: there are such things without their ids */
	unsigned lost;     /* references to such things went wrong: what is unused is not known */
};

/* Notes all words of the value, and of the keys in it, that may be ids. */
void unread_value(struct loader *, const struct node *);
void unread_word(struct loader *, const char *id);
/* Whether an id stands in what could not be read. */
bool unread_holds(const struct loader *, const char *id);

/* Notes that not all of the mapping that begins there could be read, and whether that was noted. */
void unread_mapping(struct loader *, struct place);
bool unread_at(const struct loader *, struct place);

#endif
