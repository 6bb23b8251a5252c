/* How a cut is written, and how it is not. All words here are folded (plain.h), so that dots with
 * spaces between them, and the sign for three of them, are plain dots. */
#ifndef TRUCE_LOAD_CUT_H
#define TRUCE_LOAD_CUT_H

#include <stddef.h>

/* Bytes of the cut that the words begin with, "[...]"; 0 where they begin with none. */
size_t cut_len(const char *words);

/* Bytes of dots in other brackets, or of other than three dots in these: "(...)", "<...>", "[..]".
 * They are not cuts, but mostly meant as such. 0 where the words begin with none. */
size_t cut_other_len(const char *words);

/* Bytes of the three or more dots that the words begin with, or 0. */
size_t cut_dots_len(const char *words);

#endif
