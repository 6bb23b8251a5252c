/* A text on its way into a format: runs that stand there as they are, and between them the characters
 * of which the format decides.
 *
 * A run is of what base/text.h calls plain: printable ASCII, and letters of two bytes if the target has
 * them all. The format's own signs, and every other character, are given one by one. */
#ifndef TRUCE_PRINT_RUNS_H
#define TRUCE_PRINT_RUNS_H

#include "base/text.h"

struct runs {
	const char *at; /* the character that was given */
	/* private */
	const struct text_form *form;
	const char *signs, *next, *end, *plain, *sign;
};

/* Begins a text (a string, borrowed as `signs` is): they are the ASCII that the format reads as its
 * own, at most 16, for more are slow to look for. */
void runs_begin(
	struct runs *, const struct text_form *, const char *text, size_t len, const char *signs);
/* Appends the run at hand, and gives the character behind it, U+FFFD for a stray byte. False at the end
 * of the text. */
bool runs_next(struct runs *, struct buf *out, int32_t *code_point);

#endif
