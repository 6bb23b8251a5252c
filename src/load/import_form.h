/* What the forms of other programs share: how the nodes of a record are made, how ids are made of words,
 * and how it is told what has no place. Private to load/import*. */
#ifndef TRUCE_LOAD_IMPORT_FORM_H
#define TRUCE_LOAD_IMPORT_FORM_H

#include "base/csv.h"
#include "base/html.h"
#include "load/import.h"
#include "load/import_names.h"

/* What is told of a file, each kind of it once: how often, and where first. */
struct import_told {
	enum code code;
	const char *what; /* a field's name, or a sentence */
	bool field;
	struct place first;
	uint32_t count;
};

/* Which nodes of an item were read: a table that keeps the marks of items before, which are free. */
struct import_mark {
	const struct node *node;
	uint64_t item;
};
struct import_taken {
	struct import_mark *marks;
	size_t count, capacity;
	uint64_t item; /* from 1 */
};

/* Of a file, either an item after the other or a row after the other, then the end. */
struct import_form {
	void (*item)(struct import *, const struct node_item *);
	void (*row)(struct import *, const struct csv_row *);
	void (*finish)(struct import *); /* may be NULL */
	bool collects;                   /* nothing is read before its end is reached */
	const char *advice;              /* what to do with it, behind what it is */
};

extern const struct import_form import_timeline, import_timeline_table, import_references,
	import_annotations;

struct import {
	struct loader *load;
	const struct import_form *form;
	const char *what; /* the file is */
	const char *name; /* of the file */
	uint32_t file;
	struct node_reader *reader; /* of JSON */
	struct csv *csv;            /* of a table */
	bool ended;
	struct arena arena; /* the nodes of the items that wait */
	struct arena kept;  /* what outlasts them */
	struct node_item *queue;
	size_t queue_at, queue_count, queue_room;
	struct node *sections[THING_COUNT + 4];
	size_t section_count;
	struct import_names ids[SPACE_COUNT]; /* that were made */
	struct import_names groups, people, works, notes;
	struct import_pages *pages; /* import_annotations.c */
	struct import_taken taken;
	struct import_told *told;
	size_t told_count, told_room;
	struct buf buf;         /* for one call at a time */
	const char *title;      /* what the file calls itself; NULL where it does not */
	struct buf description; /* of the file, until its end */
	struct place description_place;
	const char *source; /* the id of the file itself as a source; NULL until it is one */
	struct place source_place;
	uint8_t *columns; /* of a table: the number of each in the form's own list */
	const char **column_names;
	size_t column_count;
};

/* ---- nodes; all in the arena of the items that wait, or borrowed from the file's ---- */

/* A list or mapping in the making. */
struct making {
	struct node *node, *last;
};
struct making make_map(struct import *, struct place);
struct making make_list(struct import *, struct place);
struct node *make_text(struct import *, const char *text, size_t len, struct place);
/* Adds a value under a key, of static lifetime; a list takes none. */
void make_add(struct import *, struct making *, const char *key, struct node *value);
/* Adds a text; nothing where it is empty. */
void make_field(struct import *, struct making *, const char *key, const char *text, struct place);
/* The same of a node's text, at its place, where it is a scalar that holds something; it is read then. */
void make_same(struct import *, struct making *, const char *key, const struct node *);

/* Gives an item to the record: `id` is its key in a mapping of items, or NULL. */
void import_give(struct import *, const char *section, const char *id, struct node *value);
/* The section as a whole is that value. */
void import_whole(struct import *, const char *section, struct node *value);

/* ---- what stands in the file ---- */

/* The value of a key, NULL where it is absent, null, or an empty text. */
const struct node *import_field(const struct node *map, const char *key);
/* Whether it is a plain value that holds something. */
bool import_plain(const struct node *);

/* ---- what of it was read: a form owes the rest a line ---- */

/* A scalar is read: it comes into the record, or it was told why not. */
void import_take(struct import *, const struct node *);
/* So is a value with all that is in it. */
void import_pass(struct import *, const struct node *);
/* Tells what of an item was not read; `key` is what the item itself is called, where it is no mapping. */
void import_rest(struct import *, const struct node *, const struct node *key);
/* The next item begins. */
void import_rest_forget(struct import *);

/* ---- texts; these are read where they are plain values ---- */

/* As HTML; what is in none of its texts is told. Nothing where it is no plain value. */
void import_html(struct import *, const struct node *, struct html *);
/* All words of a text that may be HTML, in one line. */
const char *import_line(struct import *, const struct node *);
/* The text in one line. */
const char *import_in_line(struct import *, const char *text);

/* ---- ids ---- */

/* A new id, made of the first words of a text: "signed-at-dawn", "signed-at-dawn-2"; where it has no
 * letters, of `other`. Kept. */
const char *import_id(struct import *, enum id_space, const char *text, const char *other);
/* The text itself as a new id, where it is one and is free; else as import_id, which is told. It is read. */
const char *import_id_own(struct import *, enum id_space, const struct node *own, const char *text,
	const char *other);

/* ---- what is told ---- */

/* What is called so has no place in a record. */
void import_left(struct import *, struct place, const char *name);
/* Another thing to know, said once: a sentence of static lifetime. */
void import_tell(struct import *, enum code, struct place, const char *sentence);
void import_report(struct import *);

#endif
