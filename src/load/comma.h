/* Texts in braces, where a comma begins the next field. Private to load/. */
#ifndef TRUCE_LOAD_COMMA_H
#define TRUCE_LOAD_COMMA_H

#include "load/loader.h"

/* Whether the key, which is none of a field, is the rest of the text before it. */
bool comma_cuts(const struct level *, const struct node *key);
/* Reports that, once for all the parts of a text. */
void comma_report(struct loader *, const struct level *, const struct node *key);
/* Whether what follows the value says so: then nothing else is said of it. */
bool comma_follows(const struct level *, const struct node *value);

/* A text in quotation marks that holds a field which the item has not is reported. */
void comma_inside_report(
	struct loader *, const struct form *, const struct node *map, const struct node *value);

#endif
