/* Values of another shape than their field takes: a list, a mapping, one text for several. Private
 * to load/. */
#ifndef TRUCE_LOAD_SHAPES_H
#define TRUCE_LOAD_SHAPES_H

#include "load/loader.h"

/* Whether the field takes a text, or a text may stand for what it takes. */
bool shape_is_text(const struct form_field *);

/* True when the node is a scalar that holds something; says what it should be where it is not. */
bool shape_single(struct loader *, const struct form_field *, const struct node *);

/* Of a mapping that may stand there: whether it is a text with a colon in it; says so. */
bool shape_is_cut(struct loader *, const struct form_field *, const struct node *);

/* Whether it is a mapping of names without values: "{hale, roe}", or the same in lines. */
bool shape_is_bare(const struct node *);

/* Reports a mapping where the field takes a list of plain values. */
void shape_no_list(struct loader *, const struct form_field *, const struct node *);

/* Notes a text that ends with a comma or semicolon, as lines of other formats do; the words of a
 * quotation may. */
void shape_last_comma(struct loader *, const struct form_field *, const struct node *);

/* Notes a name with a comma in it, which may be several: those of a list need brackets. */
void shape_one_name(struct loader *, const struct form_field *, const struct node *);

/* Reports a plain text that is a row of a table (table.h); or false, with nothing added. Takes time
 * with the length of the file where it is to be shown. */
bool shape_row(struct loader *, const struct node *);

/* Reports the item of a list that is a list, as it has two hyphens; or false, with nothing added. */
bool shape_twice(struct loader *, const struct node *);
/* Reports plain values in brackets within brackets; or false. */
bool shape_nested(struct loader *, const struct node *);
/* Reports an item that is a line of the block text above it; or false. */
bool shape_text_line(struct loader *, const struct node *);
/* Reports "hale: envoy" in the place of an id, or of fields by the form; or false. */
bool shape_pair(struct loader *, const struct form *, const struct node *);
/* Whether an item is a hyphen and nothing else. */
bool shape_is_hyphen(struct loader *, const struct node *);

/* Reports an id with fields below it, or in braces behind it, where items of a list belong that have
 * their ids inside: false, with nothing said, where it is something else. */
bool shape_keyed(
	struct loader *, const char *name, const struct node *key, const struct node *value);

#endif
