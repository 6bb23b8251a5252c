/* Values that stand where there is none: what a program writes for them, as "NaN", and what people do, as
 * "n/a". Shown, they would be words that nobody said. Private to load/. */
#ifndef TRUCE_LOAD_STANDIN_H
#define TRUCE_LOAD_STANDIN_H

#include "load/loader.h"

/* Whether programs write so where there is nothing: "undefined", "#REF!". */
bool standin_is_machine(const char *text, size_t len);

/* Reports a text that is one; or false, with nothing said. */
bool standin_report(struct loader *, const struct form_field *, const struct node *);

/* The same of a list that was to be a text: "[object Object]". */
bool standin_list_report(struct loader *, const char *field, const struct node *);

#endif
