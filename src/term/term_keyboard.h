/* The terminal that keys come from: standard input, or the controlling terminal where that is
 * none. */
#ifndef TRUCE_TERM_TERM_KEYBOARD_H
#define TRUCE_TERM_TERM_KEYBOARD_H

#include <stdio.h>

/* NULL where there is neither. To be given back with term_keyboard_close, which takes NULL too. */
FILE *term_keyboard_open(void);
void term_keyboard_close(FILE *);

#endif
