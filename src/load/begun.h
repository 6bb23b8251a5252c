/* Keys that only begin with the name of a field, and lines of a text that a colon makes a key. Private
 * to load/. */
#ifndef TRUCE_LOAD_BEGUN_H
#define TRUCE_LOAD_BEGUN_H

#include "load/loader.h"

/* Of a key that is none of the form: reports "place Karlsund: north", "{name = Hale}", "{name:Hale}",
 * shown as it is to be written; returns the field, or NULL with nothing reported. */
const struct form_field *begun_report(
	struct loader *, const struct level *, const struct form *, const struct node *key);

/* Reports "1857: The treaty" where an event has neither date nor title. */
bool begun_date(struct loader *, const struct level *, const struct node *key);

/* Of the first key of an item in a list, with nothing behind it: reports that it may be its id. */
bool begun_id(struct loader *, const struct level *, const struct node *key);

/* Of a key that is none and is like none: reports a line with which the text above goes on. */
bool begun_text(struct loader *, const struct level *, const struct node *key);

/* Of the id of an item, and its value: reports fields without braces, or in brackets. */
bool begun_item(struct loader *, const struct form *, const struct node_item *);

#endif
