/* What programs leave in a text that is copied from them: escapes, signs of LaTeX, of RTF and of forums,
 * numbers of characters. Private to load/leftovers.c. */
#ifndef TRUCE_LOAD_PASTED_H
#define TRUCE_LOAD_PASTED_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

enum leftover_kind {
	KIND_NONE,
	KIND_FOOTNOTE,
	KIND_WIKI,
	KIND_DOUBLED,
	KIND_LIGATURE,
	KIND_DIVIDED,
	KIND_ESCAPE,
	KIND_COMMAND,
	KIND_CHARACTER,
	KIND_BREAK,
	KIND_BBCODE,
	KIND_MACHINE,
	KIND_ENCODED,
	KIND_EDITOR
};

/* One of them: the bytes, and what to write for them. */
struct leftover {
	enum leftover_kind kind;
	size_t len;
	struct buf meant;
};

enum { LEFTOVER_MOST = 400 }; /* bytes within which a sign has its end */

/* The next such sign, not far off and in the same line; or NULL. */
const char *leftover_near(const char *at, const char *sign);

/* What stands at `at` of a text; KIND_NONE where that is none of them. */
struct leftover pasted_at(const char *text, const char *at);

/* Whether a number of a character may begin at "%", "=" or "_" in a file, of which that many bytes are
 * left. */
bool pasted_begun(const char *at, size_t left);

#endif
