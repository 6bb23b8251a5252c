/* What the forms of other programs share: how the nodes of a record are made, how ids are made of words,
 * and how it is told what has no place. Private to load/import*. */
#ifndef TRUCE_LOAD_IMPORT_FORM_H
#define TRUCE_LOAD_IMPORT_FORM_H

#include "base/csv.h"
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
	struct import_names groups, people, works;
	struct import_work *work; /* import_annotations.c */
	size_t work_count, work_room;
	struct import_told *told;
	size_t told_count, told_room;
	struct buf buf;     /* for one call at a time */
	const char *title;  /* what the file calls itself; NULL where it does not */
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
/* The same of a node's text, at its place, where it is a scalar that holds something. */
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
/* Tells of the values of a mapping whose keys are none of these that they have no place. */
void import_others(struct import *, const struct node *map, const char *const *names, size_t count);

/* ---- ids ---- */

/* A new id, made of the first words of a text: "signed-at-dawn", "signed-at-dawn-2"; where it has no
 * letters, of `other`. Kept. */
const char *import_id(struct import *, enum id_space, const char *text, const char *other);
/* The text itself as a new id, where it is one and is free; else as import_id. */
const char *import_id_own(struct import *, enum id_space, const struct node *own, const char *text,
	const char *other);

/* ---- what is told ---- */

/* A field has no place in a record. Absent and empty ones are not told. */
void import_left(struct import *, const struct node *field);
void import_left_name(struct import *, struct place, const char *name);
/* Another thing to know, said once: a sentence of static lifetime. */
void import_tell(struct import *, enum code, struct place, const char *sentence);
void import_report(struct import *);

#endif
