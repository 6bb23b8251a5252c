/* Exact words, with the only differences forgiven that a typesetter makes: white space, the
 * typographic forms of quotation marks, dashes and ellipses, the glyphs of letters, what is not
 * seen, and how a letter with a mark is coded. So words are compared with a source's text, and a
 * variant with a quotation. */
#ifndef TRUCE_LOAD_PLAIN_H
#define TRUCE_LOAD_PLAIN_H

#include "base/buf.h"

#include <stddef.h>
#include <stdint.h>

/* Appends the text in normal form C with each run of white space as one space, none at either end,
 * typographic marks in their plain forms, and ligatures and other glyphs as their letters. What is
 * not seen (text_kind: soft hyphens, joiners, marks of direction) is left out, and so is the line
 * that lengthens an Arabic word. An ellipsis is three dots right behind the word before it, whatever
 * spaces are in it and before it: " . . ." and "\u2026" are "...". */
void plain_fold(struct buf *, const char *text, size_t len);

/* A line may end inside a word, where a page was narrow. So between the words of a folded text
 * stands a space, or one of these, which a space matches as well: */
enum {
	PLAIN_BREAK =
		'\n', /* one line feed between letters or beside a dash: a space, or nothing */
	PLAIN_HYPHEN = '\v', /* a hyphen and a line feed between letters: "-", "- ", or nothing */
};

/* A run without white space: where it begins in the folded text and in the source, and its line
 * there, from 1. */
struct plain_word {
	uint32_t folded, source, line;
};

/* A source's text, folded. A zeroed struct is an empty text; caller owns it: plain_text_free. */
struct plain_text {
	struct buf folded;
	struct plain_word *words;
	size_t count, capacity;
};

/* Folds a text of any bytes, below 1 GiB, into an empty struct. */
void plain_text_fold(struct plain_text *, const char *text, size_t len);
void plain_text_free(struct plain_text *);

/* Bytes of the run without white space that the text begins with. */
size_t plain_word_len(const char *text, size_t len);

#endif
