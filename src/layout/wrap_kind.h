/* What a character means to the end of a line: private to wrap.c. doc/wrapping.md has the rules. */
#ifndef TRUCE_LAYOUT_WRAP_KIND_H
#define TRUCE_LAYOUT_WRAP_KIND_H

#include <stdbool.h>
#include <stdint.h>

enum wrap_kind {
	WRAP_START, /* before the first piece of a line */
	WRAP_SPACE,
	WRAP_ZERO, /* U+200B: a line may end here */
	WRAP_LINE, /* line feed */
	WRAP_GLUE, /* no-break spaces, word joiner */
	WRAP_OPENING,
	WRAP_CLOSING,
	WRAP_QUOTE,  /* a quotation mark inside a word, an apostrophe */
	WRAP_HYPHEN, /* - U+2010 */
	WRAP_DASH,   /* – — */
	WRAP_SLASH,
	WRAP_LETTER,
	WRAP_DIGIT,
	WRAP_OTHER,
	WRAP_END,
};

/* The kind of a code point by itself. */
enum wrap_kind wrap_kind(int32_t code_point);
/* The kind of a quotation mark that stands between two others. */
enum wrap_kind wrap_kind_quote(int32_t code_point, enum wrap_kind before, enum wrap_kind after);
/* True for spaces, line feeds, and the ends of the text. */
bool wrap_is_gap(enum wrap_kind);

#endif
