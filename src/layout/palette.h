/* The colours of a terminal's palette, for pictures that are shown without one: those of xterm. */
#ifndef TRUCE_LAYOUT_PALETTE_H
#define TRUCE_LAYOUT_PALETTE_H

#include "layout/style.h"

#include <stdbool.h>
#include <stdint.h>

/* How a piece of text is drawn; colours are 0xrrggbb. */
struct ink {
	uint32_t text, back;
	bool bold, italic, underline;
};

/* The ink of a style, with 256 colours. What a theme leaves to the terminal is as in a black one,
 * and as in a white one for `light`, `projector` and `mono`. */
struct ink palette_ink(const struct theme_look *, struct style);

bool palette_same(struct ink, struct ink);

#endif
