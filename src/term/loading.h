/* While something takes long and the terminal is not taken: after 0.2 seconds a line on standard
 * error says what, and while a record is read for the explorer, `q` ends the program as C-c does at
 * any time.
 *
 * There is no thread: a timer interrupts the work, and what it does is safe there. Nothing happens
 * where standard error is no terminal, nor in the background. */
#ifndef TRUCE_TERM_LOADING_H
#define TRUCE_TERM_LOADING_H

#include <stdbool.h>

/* Begins, with a text that may come from outside; with `keys` it listens for `q`, where standard
 * input is a terminal. Does nothing where it has begun. */
void term_loading_begin(const char *text, bool keys);
/* Puts another text in the place of the first. Does nothing where nothing was begun, as below. */
void term_loading_say(const char *text);
/* Whether another text would be seen: a moment has passed since this was asked last. */
bool term_loading_wants(void);
/* Takes the line away while somebody may be typing what is read, and goes on afterwards. */
void term_loading_pause(bool pause);
/* Takes the line away, and gives the terminal back as it was. */
void term_loading_end(void);
/* The same, where what is about to be written to is a terminal; else pauses. */
void term_loading_yield(int fd);

/* A byte that was typed meanwhile and is not yet obeyed, -1 for none; once. */
int term_loading_typed(void);

#endif
