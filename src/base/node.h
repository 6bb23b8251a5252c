/* One file of YAML (or JSON), an item at a time, as a tree of nodes with places.
 *
 * The only user of libyaml. A record's top level is a mapping of sections; a section is a scalar
 * (`title`), a list of items (`events`) or a mapping of items (`people`). The reader hands out one
 * item at a time, so that memory stays near the size of the largest item. Scalars are text as
 * typed: no type is guessed.
 *
 * The reader reports what is wrong with the *file*: not UTF-8, control characters, depth, anchors,
 * aliases, tags, merge keys, second documents, duplicate keys, empty keys, NUL, libyaml's own
 * messages with a place and advice. What an item *means* is for its reader's user. */
#ifndef TRUCE_BASE_NODE_H
#define TRUCE_BASE_NODE_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

struct node {
	enum node_kind kind;
	bool plain; /* a scalar without quotation marks or block style */
	bool flow;  /* a list or mapping in brackets or braces */
	bool lines; /* a scalar that stands in several lines of the file */
	bool told;  /* what is wrong with it was reported: it is not what was meant */
	struct place place;
	uint32_t remark;  /* number from 1 of a # that concerns it (node_remark), or 0 */
	const char *text; /* scalar: NUL-terminated, no NUL inside */
	size_t len;
	const struct node *key;   /* in a mapping: this value's key, a scalar */
	const struct node *child; /* list or mapping: the first value */
	const struct node *next;  /* the next value beside this one */
	uint32_t count;           /* list or mapping: how many values */
};

/* True for a plain, unquoted `null` or `~`, and for NULL: an absent field. An empty value (`field:`
 * with nothing behind) is a scalar of length 0, and not null. */
bool node_is_null(const struct node *);

/* One item: `section` is the top-level key; `key` is the item's own key in a mapping of items, else
 * NULL; `value` is the item. A section whose value is a scalar, or an empty list or mapping, is one
 * item with that value and `whole` set, so that no section goes unseen. Values that were read and are
 * not kept, those of a key that was there before, say, come as `dropped`, a chain in no order without
 * their keys; where the whole item is one, `value` is NULL. */
struct node_item {
	const struct node *section, *key, *value;
	const struct node *dropped; /* the first of those not kept in it; or NULL */
	uint32_t index;             /* of the item in its section, from 0 */
	bool whole;                 /* `value` is the section's whole value */
	bool cut;                   /* what follows cannot be read, and may belong to it */
	bool last;                  /* of its section */
	const char *
		behind; /* the key behind it, of the next item or section; NULL where there is none */
};

struct node_reader;
struct remark;
struct stored; /* node_stored.h */

/* What a field, or an item of a list, takes: bits of the first kind, and by which form, NULL where that is
 * not known. */
enum node_takes {
	TAKES_PLAIN = 1 << 0,
	TAKES_LIST = 1 << 1,    /* of plain values, or of what the form says */
	TAKES_MAP = 1 << 2,     /* of the fields of the form */
	TAKES_ENTRIES = 1 << 3, /* of ids, each with a mapping by the form */
	TAKES_MIXED = 1 << 4    /* a list that may have plain values beside mappings */
};
struct node_shape {
	unsigned takes;
	const void *form;
};

/* What is known of the names of fields, asked where a file cannot be read as it stands. */
struct node_known {
	/* Whether there is a field of that name, in items that also have one named `beside`, where
	 * that is not NULL. */
	bool (*stands_beside)(const char *name, size_t len, const char *beside, size_t beside_len);
	bool (*takes_list)(const char *name, size_t len);   /* of ids or names, in brackets */
	bool (*takes_lines)(const char *name, size_t len);  /* of its own, below it */
	bool (*takes_fields)(const char *name, size_t len); /* and no items, as "original" */
	/* The number of a field in a form, that of the record where it is NULL, and what it takes; -1
	 * where it has none of that name. At most 64 has a form. */
	int (*field)(const void *form, const char *name, size_t len, struct node_shape *);
};

/* Borrows the bytes and the diagnostics until node_close. `file` is the number from diag_file.
 * What is stored of the same bytes takes the place of reading them again, and nothing is looked for in them that
 * is to be mended or was lost; NULL for nothing. Caller owns the result. */
struct node_reader *node_open(
	const char *bytes, size_t len, uint32_t file, const struct stored *, struct diag_list *);

/* Before the first item is asked for, of a file that is no record: a list in the place of one is taken, as
 * the items of a section called "", and the mapping of a section comes whole. */
void node_take_any(struct node_reader *);

/* Lends what is known, before the first item is asked for; without it nothing is. */
void node_know(struct node_reader *, const struct node_known *);

/* Before the first item is asked for: the bytes of items that were read are hardly looked at again,
 * and may be given back (diag_file_past). */
void node_give(struct node_reader *);

/* The next item; its nodes are valid until the next call or node_close. Returns false at the end
 * of the file, or when what is wrong with the file forbids going on. */
bool node_next(struct node_reader *, struct node_item *);

/* The # that cuts the value short, or stands behind it as a remark, else the first one that begins
 * a line of its text and looks like a remark; NULL where there is none (remark.h). Valid until
 * node_close. */
const struct remark *node_remark(const struct node_reader *, const struct node *);

/* True when the file was read to its end: only then is an unknown id certain to be unknown. */
bool node_complete(const struct node_reader *);

/* What is wrong with the section at hand was told: that it cannot be read to its end is not. The reader may
 * be NULL, here and above, where what is read comes from none. */
void node_hush(struct node_reader *);

void node_close(struct node_reader *);

#endif
