/* The keys of one mapping as they come: which there were before, and what is wrong with them. */
#ifndef TRUCE_BASE_NODE_KEYS_H
#define TRUCE_BASE_NODE_KEYS_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/node.h"

/* What stands from a repeated key on: nothing known, another item whose hyphen is lost, one whose whole
 * first line is, or one whose first line has strayed into the list above. */
enum keys_run { KEYS_RUN_NONE, KEYS_RUN_ITEM, KEYS_RUN_HEADLESS, KEYS_RUN_STRAY };

/* The keys that a mapping has had so far, which finds a duplicate and where the first one stands:
 * up to 16 a list, then a hash table with linear probing, so that a mapping of a million people
 * stays linear. Keys are borrowed; the slots live in the arena that each call names. A zeroed
 * struct is an empty set. */
struct node_keys {
	const struct node **slots;
	size_t size, count;
	uint64_t heads;           /* of a list: bits of how its keys begin, and how long they are */
	const struct node *first; /* NULL where there is none yet */
	bool listed;              /* the mapping is an item of a list */
	bool runs_on;             /* the next item stands in it, for want of a "- " */
	enum keys_run run;        /* which is so for the key that was told of */
	bool repeats;             /* the last key was there before, and below its like */
	uint32_t looked_from,
		looked_to; /* lines that hold no id beside its keys; 0: none were looked at */
};

/* Adds a key. Returns NULL, or the equal key that was there before, which stays. */
const struct node *node_keys_add(struct node_keys *, struct arena *, const struct node *key);

/* Reports a key that is empty, a merge key, one with control characters. False where its value is
 * not to be kept. */
bool node_key_check(struct diag_list *, struct node *key);

/* Whether a key that was there before is to be told of. Where the first key of an item comes again
 * below itself, what follows is most likely the next item: that its other keys come again too is the
 * same slip. So is it where one line after the other does, as of an item whose first line was lost, and
 * where the id of the next item stands among the fields, which the reader's user tells. Borrows the list
 * for the bytes of the file; `known` may be NULL. */
bool node_keys_repeat(struct node_keys *, const struct diag_list *, const struct node *key,
	const struct node *first, const struct node_known *known);

/* What such a key is the name of. */
enum node_again { AGAIN_FIELD, AGAIN_ITEM, AGAIN_SECTION };

/* Reports it. The values of a field are looked at, to say how one is made of both; NULL where they
 * are not known. `known` may be NULL. */
void node_keys_again(struct diag_list *, const struct node_keys *, const struct node *key,
	const struct node *first, enum node_again, const struct node *value,
	const struct node *first_value, const struct node_known *known);

/* Reports that the lines below `holder` up to that of `key` are its fields, and are not indented. */
void node_keys_outdented(struct diag_list *, const struct node *holder, const struct node *key);

#endif
