/* Quitting, which one key does, but where that key was pressed for something else or would lose
 * something: then it is asked for twice in a row. In a lesson no key quits. */
#ifndef TRUCE_UI_CORE_QUITTING_H
#define TRUCE_UI_CORE_QUITTING_H

#include "ui/core/view.h"

/* Whether it is to wait for another key, having said why. Never twice for one key after the other, and
 * never in a kiosk. */
bool quitting_holds(struct app *);

/* A view that is shown to a class is closed: who closes it once too often does not quit. */
void quitting_class_left(struct app *);
/* Another key has come than one to quit by: who was told and goes on is told again; but for a command,
 * which may be to quit. */
void quitting_go_on(struct app *, bool commands);
/* Whether quitting would be asked about, or is none at all. */
bool quitting_waits(const struct app *);

#endif
