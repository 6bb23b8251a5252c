/* Text to a stream in the character set of who reads it: a terminal of another set than UTF-8 gets
 * its own, with what it lacks in a plain form; a file or a pipe gets UTF-8, byte for byte. To be
 * called after term_locale_start. */
#ifndef TRUCE_TERM_STREAM_H
#define TRUCE_TERM_STREAM_H

#include "base/text.h"

#include <stdbool.h>
#include <stdio.h>

/* What may be shown on the stream: NULL (all) unless it is such a terminal. Layouts that are made
 * by it are as wide as what comes out. */
const struct text_form *term_stream_form(FILE *);

/* Writes text that has been made harmless, with the program's own colour sequences. Returns false
 * when a write failed. */
bool term_stream_put(FILE *, const char *text, size_t len);

/* Appends such text in the character set of the terminal, for what is written there without a
 * stream. */
void term_stream_encode(struct buf *, const char *text, size_t len);

/* The same for functions that write to a stream. */
struct term_stream {
	FILE *to, *page; /* where it goes, what is to be written to */
	bool kept;       /* it is put otherwise, when all of it has been written: */
	char *text;
	size_t len;
};

/* Begins a page. Returns the stream to write to: the one given, or one in memory. */
FILE *term_stream_begin(struct term_stream *, FILE *);
/* Puts the page out where that is still to be done. Returns false when a write failed. */
bool term_stream_end(struct term_stream *);

#endif
