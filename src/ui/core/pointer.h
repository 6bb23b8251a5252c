/* The mouse, the same in every view.
 *
 * A press selects what is under it; released there it is a click, which does Enter where that was
 * selected before, or the key that stands there. Released elsewhere it was a drag: it is said how
 * text is selected. The second click of a double click does nothing where the first one did more than
 * select: what stands there then was not seen when it was aimed. */
#ifndef TRUCE_UI_CORE_POINTER_H
#define TRUCE_UI_CORE_POINTER_H

#include "ui/core/input.h"
#include "ui/core/target.h"

struct pointer {
	bool down;    /* it is pressed */
	bool silent;  /* the terminal does not say when it is released */
	bool did;     /* the last click did a key */
	bool chose;   /* it selected something, and nothing came between: another one is Enter */
	int row, col; /* of the last press */
	int64_t when; /* and its time; 0 where nobody counts */
	struct target target;
	int32_t key; /* that the click does; INPUT_NONE where it only selected */
};

/* The key that an input of the mouse amounts to; INPUT_NONE, and what is to be done, where it is
 * none. */
int32_t pointer_key(struct app *, const struct input *, enum app_next *);
/* Something else came between. */
void pointer_lift(struct app *);

#endif
