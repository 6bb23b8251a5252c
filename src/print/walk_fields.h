/* A field where there is one: what is absent or left out by the selection is never handed to the sink. */
#ifndef TRUCE_PRINT_WALK_FIELDS_H
#define TRUCE_PRINT_WALK_FIELDS_H

#include "print/sink.h"

void walk_text(struct sink *, const char *key, const char *text);
void walk_word(struct sink *, const char *key, const char *word);
void walk_date(struct sink *, const char *key, const struct date *);
void walk_names(struct sink *, const char *key, const struct names *);
/* The id of what is referred to, or a list of ids. */
void walk_ref(struct sink *, const char *key, struct ref);
void walk_refs(struct sink *, const char *key, const struct refs *);

#endif
