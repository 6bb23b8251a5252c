/* Plain forms of signs and letters that Unicode does not decompose: for terminals that lack
 * them, and for searches typed on a keyboard that lacks them. */
#ifndef TRUCE_BASE_TEXT_PLAIN_H
#define TRUCE_BASE_TEXT_PLAIN_H

#include <stdint.h>

/* ASCII, a static string; NULL where there is no plain form. Shown: "--" for a dash, "<<" for an
 * angle quotation mark. Folded: lower case, and one form for all signs of a kind. */
const char *text_plain_shown(int32_t code_point);
const char *text_plain_folded(int32_t code_point);

#endif
