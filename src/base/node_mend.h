/* Characters that look like the signs of a file's structure and are none: a no-break space in the
 * indentation, behind a dash or a colon, a full-width colon.
 *
 * libyaml takes them for letters, and so does not find the fields of an author who sees nothing
 * wrong. They are reported, one problem for lines that follow each other, and the file is read with
 * ordinary signs in their place. Those within texts are left alone. */
#ifndef TRUCE_BASE_NODE_MEND_H
#define TRUCE_BASE_NODE_MEND_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct node_mend;

/* Reports what there is; NULL where there is nothing. Borrows the bytes for the call; caller owns
 * the result. */
struct node_mend *node_mend(const char *bytes, size_t len, uint32_t file, struct diag_list *);
void node_mend_free(struct node_mend *);

/* The file as it is to be read: each line under the number it had. */
const char *node_mend_bytes(const struct node_mend *, size_t *len);

/* Whether a problem in that line is a consequence of what was reported; false where `mend` is
 * NULL. */
bool node_mend_has(const struct node_mend *, uint32_t line);

#endif
