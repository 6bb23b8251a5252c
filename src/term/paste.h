/* Pasted text: what stands between two marks, `Esc [200~` and `Esc [201~`. */
#ifndef TRUCE_TERM_PASTE_H
#define TRUCE_TERM_PASTE_H

#include "base/buf.h"

#include <stdbool.h>

enum { PASTE_MOST = 1 << 20 }; /* bytes; what is more is dropped */

/* Zeroed, it holds nothing. */
struct paste {
	struct buf bytes; /* as they came */
	struct buf text;  /* of the one that has ended: UTF-8 */
	int mark;         /* how many bytes of a mark stand at the end */
	bool closes;      /* it is the second one */
};

/* Behind the first mark. */
void paste_begin(struct paste *);
/* Takes a byte; true when the second mark is complete. Marks are no part of the text, not even
 * those of another paste in it. */
bool paste_add(struct paste *, unsigned char byte);
/* Makes `text` of what has come, with U+FFFD for each byte that is of no character of the locale; a
 * character that is cut off at the end is left out. Controls and all else stay as they are. False
 * where there is none. It stays until the next one ends. */
bool paste_end(struct paste *);

void paste_free(struct paste *);

#endif
