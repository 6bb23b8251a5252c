/* The readers of the sections: each makes one item of the file a thing of the record. Private to load/. */
#ifndef TRUCE_LOAD_READERS_H
#define TRUCE_LOAD_READERS_H

#include "load/loader.h"

/* `key` is the item's id where the section is a mapping, else NULL. */
void era_read(struct loader *, const struct node *key, const struct node *value);
void party_read(struct loader *, const struct node *key, const struct node *value);
void theme_read(struct loader *, const struct node *key, const struct node *value);
void source_read(struct loader *, const struct node *key, const struct node *value);
void person_read(struct loader *, const struct node *key, const struct node *value);
void event_read(struct loader *, const struct node *key, const struct node *value);
void view_read(struct loader *, const struct node *key, const struct node *value);
void parallel_read(struct loader *, const struct node *key, const struct node *value);

/* One item of an event's `quotes`: it belongs to the event that is read, the next of the record. */
void quote_read(struct loader *, const struct node *value, void *event);

/* The id that stands as an item's key, in the record's arena; "" (having said why) where it is none. */
const char *key_id(struct loader *, const struct node *key);

#endif
