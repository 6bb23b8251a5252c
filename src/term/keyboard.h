/* The keyboard: the device that keys come from, and what comes of its bytes.
 *
 * There is one. Its descriptor is read byte by byte, and no further than what is answered: what was
 * typed behind the key that starts an editor is the editor's. */
#ifndef TRUCE_TERM_KEYBOARD_H
#define TRUCE_TERM_KEYBOARD_H

#include "ui/core/input.h"

#include <stdbool.h>
#include <stdint.h>

/* Standard input, or the controlling terminal where that is none; false where there is neither. How
 * long an Esc may wait is asked of ESCDELAY in the environment. */
bool term_keyboard_open(void);
void term_keyboard_close(void);
/* Takes in what the terminal's description says of keys (terminfo.h). */
void term_keyboard_learn(const char *(*capability)(const char *name));

/* For poll. */
int term_keyboard_fd(void);
/* Milliseconds until something is to be done though nothing comes; -1 for never, whenever no
 * sequence is incomplete. */
int term_keyboard_wait(int64_t now);
/* What poll said, and when: whether there is something to read, or that time has passed. */
void term_keyboard_look(bool readable, int64_t now);
/* The next input; false when there is none for now. */
bool term_keyboard_input(struct input *);
/* Whether it is gone: readable again and again, and nothing to read. */
bool term_keyboard_gone(void);

/* A byte that was read elsewhere. */
void term_keyboard_typed(unsigned char byte);
/* What is incomplete will not be completed: others have the terminal. */
void term_keyboard_forget(void);

#endif
