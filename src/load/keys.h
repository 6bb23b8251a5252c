/* Which field a key names, and which one was meant where it names none. Private to load/. */
#ifndef TRUCE_LOAD_KEYS_H
#define TRUCE_LOAD_KEYS_H

#include "load/loader.h"

/* The field whose key it is, or NULL. *last is 0 for the first key of a mapping, and is set for the
 * next one. */
const struct form_field *field_named(const struct form *, const struct node *key, size_t *last);

/* Its bit in a set of fields of the form; 0 for NULL. */
static inline uint64_t field_bit(const struct form *form, const struct form_field *field)
{
	return field ? UINT64_C(1) << (field - form->fields) : 0;
}

/* Reports a key that is no field of the form, with the field that may have been meant; returns that,
 * or NULL. It is always looked for where that keeps another problem from being reported, so that the
 * problems are counted alike. */
const struct form_field *field_unknown(
	struct loader *, const struct form *, const struct node *key);

/* The field that a key which is none looks the same as, reported: it is read as that field, so that
 * nothing else is said of it. NULL, with nothing reported, where there is none. */
const struct form_field *field_seen(struct loader *, const struct form *, const struct node *key);

/* The field that a key which is none may have been meant for, or NULL. */
const struct form_field *field_near(struct loader *, const struct form *, const char *key);

/* Told of each key of a mapping before it is read; and of the field that it was, afterwards. */
void level_step(struct level *, const struct node *child);
void level_enter(struct level *, const struct form_field *);

/* Of an item of a section of such things, by its id, and of the item before it: reports one that is
 * a section itself, or a field of the item before it. `told` is kept for the next item. */
bool key_strays(struct loader *, const struct node_item *, const struct form *,
	const struct node *before, bool *told);

#endif
