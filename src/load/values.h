/* Single values: from a node to a text, an id, a date, a number, a reference. Each reports what is
 * wrong with the node under the name of its field. Private to load/. */
#ifndef TRUCE_LOAD_VALUES_H
#define TRUCE_LOAD_VALUES_H

#include "load/loader.h"

/* True when the node is a scalar that holds something. */
bool value_is_plain(const struct node *);
/* The same; says what it should be where it is not. False as well where what is wrong with it was told
 * when the file was read. */
bool value_plain(struct loader *, const char *name, const struct node *);

/* The text, in the record's arena, without line feeds at its end; control characters are warned of.
 * Expects a node that passed value_plain. */
const char *value_text(struct loader *, const struct node *);
/* The same, of a text that holds no such character and no "#". */
const char *value_words(struct loader *, const struct node *);

/* "lee {name" or "lee:{name": YAML takes a brace for a part of the name where the colon or the space
 * behind it is missing. Reports it, unless the item is cut short, when it has been told; returns the
 * length of the name that was meant, 0 where this is not it. */
size_t value_brace(struct loader *, const struct node *key, enum code);

/* The id in normal form, valid until the next call; NULL, having said why, where it is none. */
const char *value_id(struct loader *, const struct node *);

/* The text as ids are compared, for references; valid until the next call. */
const char *value_normal(struct loader *, const struct node *);

/* NULL, having said why, where it is no date. */
const struct date *value_date(
	struct loader *, const struct form *, const struct form_field *, const struct node *);

/* Reports, at the place of the Old Style date, that it and the date of the field `name` are not the
 * same. A month or a year of one calendar is none of the other: there it is enough that they have a
 * day in common. */
void value_dates_differ(struct loader *, const char *name, const struct date *date,
	const struct date *old_style, struct place);

/* `counted` where it must be above 0. */
bool value_integer(struct loader *, const char *name, const struct node *, bool counted, int64_t *);

/* One of the field's words: its number, or for FIELD_WORD_TEXT the word itself. These three leave what
 * `into` points to as it is, having said why, where the value is none. */
void value_word(struct loader *, const struct form_field *, const struct node *, void *into);
void value_language(struct loader *, const struct node *, const char **into);
void value_digest(
	struct loader *, const struct form_field *, const struct node *, const char **into);

/* What the id names, or the number of a pending reference (see loader.h). `things` are the kinds
 * that may stand there. */
struct ref value_ref(struct loader *, const struct node *, unsigned things);

#endif
