/* What a terminal sends by itself, and no key: answers to questions that an editor or a shell has
 * asked, news of the window. One question is truce's own: what colour is behind the text. Pure; no
 * curses in here. */
#ifndef TRUCE_TERM_ANSWER_H
#define TRUCE_TERM_ANSWER_H

#include "term/sequence.h"

#include <stdbool.h>

/* Whether what stands behind an Esc, `count` bytes from one of `]P_^X` on, looks like an answer, as
 * `]11;`, `P1$r`, `P>|`, `_Gi=` do. */
enum answer_looks { LOOKS_TYPED, LOOKS_POSSIBLE, LOOKS_SURE };
enum answer_looks answer_looks(const unsigned char *text, int count);

/* What a whole one says, `count` bytes without its end: of the colour behind the text, as `]11;rgb:`
 * and three numbers has it, whether black or white is nearer to what is read on it. */
enum answer_ground { GROUND_UNKNOWN, GROUND_DARK, GROUND_LIGHT };
enum answer_ground answer_ground(const unsigned char *text, int count);

/* Whether a complete sequence that is no key can be nothing else. */
bool answer_is_sequence(const struct sequence *);

#endif
