/* What a record refuses of YAML although libyaml reads it: reported, and reading goes on.
 *
 * Texts are borrowed. */
#ifndef TRUCE_BASE_NODE_CHECK_H
#define TRUCE_BASE_NODE_CHECK_H

#include "base/diag.h"
#include "base/node.h"

#include <stdbool.h>

/* An anchor and a tag, each NULL where there is none. */
void node_check_marks(struct diag_list *, struct place, const char *anchor, const char *tag);
void node_check_alias(struct diag_list *, struct place, const char *name);

/* Takes NULs out of a text of `len` bytes and reports them; returns the new length. */
size_t node_check_nul(struct diag_list *, struct place, char *text, size_t len);

/* A key that is empty, a merge key, one with control characters. False when what it holds is not to
 * be kept. */
bool node_check_key(struct diag_list *, const struct node *key);

/* A key that its mapping has had already. */
void node_check_duplicate(struct diag_list *, const struct node *key, const struct node *first);

#endif
