/* A line of text that is typed: its cursor, what the keys do in it, and what comes of a paste. */
#ifndef TRUCE_UI_CORE_LINE_H
#define TRUCE_UI_CORE_LINE_H

#include "base/buf.h"

#include <stdint.h>

struct line {
	struct buf text;
	size_t cursor; /* a byte of the text, between clusters */
};

enum line_answer {
	LINE_NOT,     /* no key of a line; a paste without text */
	LINE_MOVED,   /* the text is as it was */
	LINE_CHANGED, /* it is not */
	LINE_CUT,     /* it was changed by what of the paste had room */
	LINE_FULL,    /* it holds no more */
};

/* A zeroed line is empty. */
void line_free(struct line *);
/* Copies the text, of any length; the cursor stands at its end. */
void line_set(struct line *, const char *text, size_t len);

/* Does what a key does, with what is held down with it: moves the cursor by a character or a word,
 * erases, or is typed in. Nothing harmful or unseen is ever in a line. */
enum line_answer line_key(struct line *, int32_t key);

/* Puts pasted text where the cursor is: what is no UTF-8, harmful or unseen is left out; blanks with
 * a line end or a tab among them are one space, and nothing at the end. */
enum line_answer line_paste(struct line *, const char *text, size_t len);

/* Puts a text of the record in the place of what stands from one byte to the other, as a paste: there
 * may be anything in it. */
void line_put(struct line *, size_t from, size_t to, const char *text);

/* What is to be said of a paste that was answered so; "" for nothing. */
const char *line_paste_words(enum line_answer);

#endif
