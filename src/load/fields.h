/* A mapping read by a table of fields: which names may stand in it, what each takes, and where in a struct
 * its value goes. What the tables cannot say (one of two fields, one date against another) is for
 * the reader of the kind. Private to load/. */
#ifndef TRUCE_LOAD_FIELDS_H
#define TRUCE_LOAD_FIELDS_H

#include "load/loader.h"

enum field_kind {
	FIELD_TEXT,     /* const char * */
	FIELD_LANGUAGE, /* const char *, a language tag */
	FIELD_ID,       /* const char *, in normal form */
	FIELD_DATE,     /* const struct date * */
	FIELD_DATE_OS,  /* const struct date *, Old Style */
	FIELD_INTEGER,  /* int64_t */
	FIELD_WORD,     /* uint8_t, the number of one of `words` */
	FIELD_REF,      /* struct ref to one of `things` */
	FIELD_REFS,     /* const struct refs * */
	FIELD_NAMES,    /* const struct names * */
	FIELD_OTHER,    /* what `read` makes of it */
};

/* The words that a field takes; "" stands for a number that no word has. */
struct words {
	const char *const *at;
	uint8_t count;
	enum code code;
	const char *what;   /* "status" */
	const char *advice; /* for a word that is near none of them; NULL lists them all */
};

struct field {
	const char *name;
	uint8_t len; /* of the name */
	uint8_t kind;
	uint16_t offset;
	uint16_t things;
	bool title;        /* warn where " #" cut it */
	const char *needs; /* "a title", of a field that must be there */
	const struct words *words;
	void (*read)(struct loader *, const struct node *, void *into);
};

enum shape_number {
	SHAPE_RECORD,
	SHAPE_ERA,
	SHAPE_PARTY,
	SHAPE_THEME,
	SHAPE_SOURCE,
	SHAPE_PERSON,
	SHAPE_EVENT,
	SHAPE_PARTICIPANT,
	SHAPE_POSITION,
	SHAPE_QUOTE,
	SHAPE_ORIGINAL,
	SHAPE_ATTESTATION,
	SHAPE_VIEW,
	SHAPE_PARALLEL,
	SHAPE_COUNT
};
_Static_assert((int)SHAPE_COUNT <= (int)SHAPES_MOST, "each shape has its habits");

struct shape {
	const char *name; /* "an event" */
	const struct field *fields;
	size_t count; /* at most FIELDS_MOST */
	enum shape_number number;
	size_t needed; /* how many of the fields must be there */
};

/* Name and length of a row. */
#define FIELD_NAME(text) .name = (text), .len = sizeof(text) - 1

/* Reads the fields of a mapping into `into`, and reports what is unknown, missing, or of the wrong
 * shape; `place` is where the item begins. Returns false, having said so, where the node is no mapping. */
bool fields_read(
	struct loader *, const struct shape *, const struct node *, struct place place, void *into);
/* As above, one field of the table, for values that stand alone. */
void field_read(struct loader *, const struct field *, const struct node *, void *into);
/* The field whose key it is, or NULL, having said which may have been meant. *last is 0 for the first key of
 * a mapping, and is set for the next one. */
const struct field *field_find(
	struct loader *, const struct shape *, const struct node *key, size_t *last);

/* The value of a field of the mapping, or NULL where it has none. */
const struct node *fields_node(const struct node *map, const char *name);

/* Calls `read` for each value of a list; a single mapping or anything else in its place is reported. */
void fields_each(struct loader *, const char *name, const struct node *list, void *into,
	void (*read)(struct loader *, const struct node *, void *into));

#endif
