/* Letters saved in one character set and read in another: what was meant by them. */
#ifndef TRUCE_BASE_MISREAD_H
#define TRUCE_BASE_MISREAD_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Of a file that is not UTF-8 at `at`: appends what to say of it, with the word as it is most likely
 * meant where that is certain. */
void misread_bytes_explain(struct buf *, const char *bytes, size_t len, size_t at);

/* Whether the byte at `at` of a file, one of 0xC3 and 0xA0, may belong to what misread_find finds. */
bool misread_begun(const char *at, const char *bytes, const char *end);

/* The sign that Latin-1 has no letter for and Windows-1252 has, 0x80 to 0x9F; 0 where it has none. */
int32_t misread_sign(int32_t code_point);

/* Looks for letters of UTF-8 that were read in Windows-1252, Latin-1 or Windows-1251, as "ZÃ¼rich".
 * Returns how many words of the text hold some: *at is where the first begins, `word` is given it
 * as it stands and `meant` as it was meant, with "?" for a letter that is lost. */
size_t misread_find(const char *text, size_t len, size_t *at, struct buf *word, struct buf *meant);
/* Whether the character at `at` is a part of such a letter, in a word that misread_find finds. */
bool misread_holds(const char *text, size_t len, size_t at);
/* Whether the control character at `at` is a part of such a letter: what stands before one is never
 * true text. Where it is the first of its word, appends the word as it was meant. */
bool misread_control(const char *text, size_t len, size_t at, struct buf *meant);

#endif
