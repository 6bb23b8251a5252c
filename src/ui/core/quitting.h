/* Quitting, which one key does, but where it would lose something, or may be the key before once too
 * often, by which a view was left: then it is asked for twice in a row. */
#ifndef TRUCE_UI_CORE_QUITTING_H
#define TRUCE_UI_CORE_QUITTING_H

#include "ui/core/view.h"

/* Whether it is to wait for another key, having said why. Never twice for one key after the other, and
 * never in a kiosk. `at_once`: by the key that is for nothing else. */
bool quitting_holds(struct app *, bool at_once);

/* The explorer is uncovered by a key that leads out of what lay over it: who presses it once too often
 * does not quit. */
void quitting_left(struct app *);
/* Another key has come than one to quit by: who was told and goes on is told again; but for a command,
 * which may be to quit. */
void quitting_go_on(struct app *, bool commands);
/* Whether the key that also closes views would ask first. */
bool quitting_waits(const struct app *);

#endif
