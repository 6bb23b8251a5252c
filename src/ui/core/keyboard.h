/* Keyboards: which Latin key stands in the place of a Cyrillic or Greek one. */
#ifndef TRUCE_UI_CORE_KEYBOARD_H
#define TRUCE_UI_CORE_KEYBOARD_H

#include <stdint.h>

/* The key on a Latin keyboard in the place where a Russian, Ukrainian, Belarusian or Greek layout
 * has this one; the key itself where it stands on none of them. */
int32_t keyboard_latin(int32_t key);

/* The same for a sign of ASCII, as far as it stands elsewhere on the Cyrillic layouts: for where the
 * sign itself does nothing, since nobody can tell which layout it was typed on. */
int32_t keyboard_sign(int32_t key);

#endif
