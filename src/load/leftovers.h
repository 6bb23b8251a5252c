/* What comes into a text with the words when they are copied: marks of footnotes, signs of Wikipedia,
 * of LaTeX and of forums, escapes, the doubled marks of a spreadsheet, the ligatures and divided words of
 * a printed page. Private to load/. */
#ifndef TRUCE_LOAD_LEFTOVERS_H
#define TRUCE_LOAD_LEFTOVERS_H

#include "load/loader.h"

/* Whether such a thing may begin at `at` of the bytes of a file. */
bool leftovers_begun(const char *at, const char *bytes, const char *end);

/* Reports the first of each kind in a text, and how many more there are; of an editor's words, only where
 * the text is the exact words of somebody. */
void leftovers_report(struct loader *, const struct node *, bool words);

#endif
