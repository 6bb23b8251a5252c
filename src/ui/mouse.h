/* The mouse: what it does in the explorer, and in views that have no function of their own for it. */
#ifndef TRUCE_UI_MOUSE_H
#define TRUCE_UI_MOUSE_H

#include "ui/app.h"

/* In the explorer the wheel moves through the pane under the pointer. A click selects an event or a quotation, on
 * the selected one it leads into it, and on the axis it leads to the event nearest to that day. */
enum app_next explorer_mouse(struct app *, const struct input *);

#endif
