/* A mapping read by a form: what is unknown, missing, empty or of the wrong shape is reported for
 * all kinds of things alike. What a form cannot say of its kind is said in things.c. Private to
 * load/. */
#ifndef TRUCE_LOAD_FIELDS_H
#define TRUCE_LOAD_FIELDS_H

#include "load/loader.h"

/* Prepares the loader for reading; once, before all else. */
void fields_begin(struct loader *);

/* Reads the fields of a mapping into the struct of the form, and reports what is wrong with them;
 * `place` is where the item begins. Returns false, having said so, where the node is no mapping.
 * Texts that must be there are never NULL afterwards. */
bool fields_read(
	struct loader *, const struct form *, const struct node *, struct place place, void *into);
/* One field of the form, for values that stand alone. */
void field_read(struct loader *, const struct form *, const struct form_field *,
	const struct node *, void *into);
/* The id of the thing for which there is room: copied, and known from here on. Left as it is where
 * the node holds none, which is reported. */
void id_read(struct loader *, const struct form *, const struct node *, const char **into);

/* The value of a field of the mapping, or NULL where it has none. */
const struct node *fields_node(const struct node *map, const char *name);

#endif
