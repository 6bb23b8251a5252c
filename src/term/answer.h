/* What a terminal sends by itself, and no key: answers to questions that an editor or a shell has
 * asked, news of the window. Pure; no curses in here. */
#ifndef TRUCE_TERM_ANSWER_H
#define TRUCE_TERM_ANSWER_H

#include "term/sequence.h"

#include <stdbool.h>

/* Whether what stands behind an Esc, `count` bytes from one of `]P_^X` on, looks like an answer, as
 * `]11;`, `P1$r`, `P>|`, `_Gi=` do. */
enum answer_looks { LOOKS_TYPED, LOOKS_POSSIBLE, LOOKS_SURE };
enum answer_looks answer_looks(const unsigned char *text, int count);

/* Whether a complete sequence that is no key can be nothing else. */
bool answer_is_sequence(const struct sequence *);

#endif
