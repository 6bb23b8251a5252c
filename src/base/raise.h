/* Signals to the program itself. */
#ifndef TRUCE_BASE_RAISE_H
#define TRUCE_BASE_RAISE_H

/* Does now what the signal does by default, also within its own handler: whoever waits for the
 * program sees which one it was. Returns where that is nothing, or the program was continued. May be
 * called from handlers. */
void raise_by_default(int number);

#endif
