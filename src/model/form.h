/* The form of a record: for each kind of thing a table of its fields. A field is added as a member
 * in record.h and a row here; load reads by the row, references are followed by it, print writes by
 * it, search reads it, and the JSON Schema and truce(5) have their sentence from it. What shows a
 * field to a reader is written where it is shown.
 *
 * All of it is const data. The order of the rows is the order in which fields are written. */
#ifndef TRUCE_MODEL_FORM_H
#define TRUCE_MODEL_FORM_H

#include "model/record.h"

#include <string.h>

/* What a field takes, and what its member of the struct is. */
enum form_kind {
	FIELD_TEXT,     /* const char * */
	FIELD_LANGUAGE, /* const char *, a language tag */
	FIELD_DIGEST,   /* const char *, a SHA-256 in hex digits */
	FIELD_ID,       /* const char *, in normal form */
	FIELD_DATE,     /* const struct date * */
	FIELD_DATE_OS, /* const struct date *, Old Style; the row above is the same date New Style */
	FIELD_INTEGER,   /* int64_t; 0 is not given */
	FIELD_WORD,      /* uint8_t, the number of one of `words`; 0 is not given */
	FIELD_TRUTH,     /* uint8_t, 1 for `true`; 0 is not given */
	FIELD_WORD_TEXT, /* const char *, one of `words` itself */
	FIELD_NAMES,     /* const struct names *: what else the thing is called */
	FIELD_REF,       /* struct ref to one of `things` */
	FIELD_REFS,      /* const struct refs * to any of `things` */
	FIELD_FORM,      /* a mapping by `form`, whose offsets count from here */
	FIELD_FORMS,     /* a list of mappings: a pointer to a count and structs by `form` */
	FIELD_THINGS     /* things of the kind in `things`, which stand in the record's array */
};

enum form_flag {
	FIELD_MORE = 1 << 0,      /* stands in the struct that the form's `more` points to */
	FIELD_SEARCHED = 1 << 1,  /* its text is found, or the names of what it refers to */
	FIELD_TITLE = 1 << 2,     /* one line, which YAML cuts at " #" without a word */
	FIELD_EITHER = 1 << 3,    /* this one, */
	FIELD_OR = 1 << 4,        /* or one of these must be there: what the form's `either` says */
	FIELD_TWO = 1 << 5,       /* refers to two things at least, or the whole says nothing */
	FIELD_PLAIN = 1 << 6,     /* what a plain value in place of the mapping means: of two such
				   * fields the FIELD_WORD whose word it is, else the other */
	FIELD_HINDSIGHT = 1 << 7, /* looks back from today: not shown as of a day */
	FIELD_ACCOUNT = 1 << 8,   /* tells the whole: not shown before the last day of its thing */
	FIELD_COUNTED = 1 << 9,   /* an integer above 0 */
	FIELD_ONE = 1 << 10,      /* of FIELD_FORMS: one mapping may stand for a list of one */
	FIELD_PAIR = 1 << 11,     /* of FIELD_TWO: two different things, and no more */
	FIELD_WORDS = 1 << 12,    /* somebody's exact words */
	FIELD_PLACED = 1 << 13    /* some check across things names its place */
};

/* The words that a field may take; "" stands for a number that no word has. */
struct form_words {
	const char *const *at;
	uint8_t count;
	const char *what;         /* "status" */
	const char *advice;       /* for a word that is near none of them; NULL lists them all */
	const char *const *meant; /* of each word; NULL where they say it themselves */
};

extern const struct form_words form_colors, form_kinds, form_statuses, form_types, form_scenes;

struct form_field {
	const char *name;
	uint8_t kind;      /* enum form_kind */
	uint16_t offset;   /* of the member in its struct */
	uint16_t things;   /* bits of enum thing */
	uint16_t flags;    /* bits of enum form_flag */
	const char *what;  /* one sentence, for truce(5) and the schema */
	const char *needs; /* "a title", of a field that must be there; else NULL */
	const struct form_words *words;
	const struct form *form;
};

/* At most so many fields has a form. */
enum { FORM_FIELDS_MOST = 64 };

struct form {
	const char *name; /* "an event" */
	const char *word; /* "event": its definition in the schema, its part of truce(5) */
	const struct form_field *fields;
	uint8_t count;
	bool keyed;         /* a section of them is a mapping by their ids */
	const char *either; /* "a date", where there are FIELD_EITHER and FIELD_OR */
	bool alone;         /* of which there may be one, and no more */
	uint16_t size;      /* of its struct */
	uint16_t place;     /* offset in it of its place; 0 where it has none */
	uint16_t id;        /* of a thing: offset of its id */
	uint16_t items;     /* of a thing: offset of its array in struct record */
	uint16_t more;      /* offset of the pointer for FIELD_MORE, NULL where none is given */
	uint16_t more_size;
	uint16_t list; /* of FIELD_FORMS: offset of the first struct behind the count */
};

/* The form of a thing is at its number in enum thing, the editor's is empty; beside them the head
 * of the record and what is nested. */
enum form_number {
	FORM_RECORD = THING_NONE,
	FORM_PARTICIPANT = THING_COUNT,
	FORM_POSITION,
	FORM_ORIGINAL,
	FORM_ATTESTATION,
	FORM_OUTCOME,
	FORM_STEP,
	FORM_COUNT
};
extern const struct form forms[FORM_COUNT];

/* The bit of a thing in a set of things. */
#define THING_BIT(thing) (1u << (thing))

/* The field's member in a thing by the form; NULL where it is in a `more` that is not there. */
static inline const void *form_member(
	const struct form *form, const struct form_field *field, const void *thing)
{
	const char *at = thing;
	if (field->flags & FIELD_MORE)
		memcpy(&at, at + form->more, sizeof at);
	return at ? at + field->offset : NULL;
}
/* Whether a member is there and holds something: is not 0 or NULL, or one of the nested fields
 * does. */
bool form_has(const struct form_field *, const void *member);

/* "event": what such a thing is, without the article. */
static inline const char *form_noun(const struct form *form)
{
	return strchr(form->name, ' ') + 1;
}
/* The field of that name, or NULL. */
const struct form_field *form_field_named(const struct form *, const char *name);
/* The field that a plain value stands for, in place of a mapping by the form, whatever it says; NULL
 * where none does. */
const struct form_field *form_plain(const struct form *);
/* The field whose words may stand so as well, or NULL; and which of the two `text` stands for. */
const struct form_field *form_plain_word(const struct form *);
const struct form_field *form_plain_of(const struct form *, const char *text);
/* The kind of thing of a FIELD_THINGS. */
enum thing form_thing_kind(const struct form_field *);

/* The section of the record that holds such things, "people"; NULL where none does. */
const char *form_section(const struct form *);

/* The structs of a FIELD_FORMS member: the first one, and how many. */
const char *form_list(const struct form_field *, const void *member, uint32_t *count);

/* The array of a kind of thing, and the thing that a ref leads to; not for none and the editor. */
void *form_things(const struct record *, enum thing);
const void *form_thing(const struct record *, struct ref);
void form_things_set(struct record *, enum thing, void *items);

/* Called with each ref of a thing; whoever still makes the record may change it. */
struct form_visit {
	void (*ref)(void *context, const struct form_field *, struct ref *);
	/* Whether to look into an item of FIELD_FORMS; NULL looks into all. */
	bool (*enters)(void *context, const struct form *, const void *item);
	void *context;
};
void form_refs(const struct form *, const void *thing, const struct form_visit *);
/* The refs of all things of a record, kind by kind. */
void form_refs_all(struct record *, const struct form_visit *);

#endif
