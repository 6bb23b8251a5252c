/* While a large file is read, before the terminal is taken: after 0.2 seconds a line on standard
 * error says so, and `q` ends the program as C-c does at any time.
 *
 * There is no thread: a timer interrupts the reading, and what it does is safe there. Nothing
 * happens where keys do not come from standard input, or standard error is no terminal. */
#ifndef TRUCE_TERM_LOADING_H
#define TRUCE_TERM_LOADING_H

void term_loading_begin(void);
/* Takes the line away, gives the terminal back as it was, and obeys a stop that came meanwhile. Does
 * nothing where nothing was begun. */
void term_loading_end(void);

/* A byte that was typed meanwhile and is not yet obeyed, -1 for none; once. */
int term_loading_typed(void);

#endif
