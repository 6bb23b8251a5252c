/* The terminal that keys come from, and keys out of the bytes that ncurses knows no name for.
 *
 * ncurses names the keys of its terminal description and hands on every other byte as it came. Here
 * those become characters, and the escape sequences that the description lacks (another terminal's
 * arrows, arrows with Ctrl, a mouse report) become the key they mean or nothing: never a run of
 * letters, each of which would be obeyed. Reports of the mouse are read here too, in the form of
 * xterm's mode 1006 and in the old one of three bytes. No curses in here. */
#ifndef TRUCE_TERM_KEYS_H
#define TRUCE_TERM_KEYS_H

#include "ui/core/input.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

/* Standard input, or the controlling terminal where that is none; NULL where there is neither. To
 * be given back with term_keyboard_close, which takes NULL too. */
FILE *term_keyboard_open(void);
void term_keyboard_close(FILE *);

/* Zeroed, it waits for a key's first byte. */
struct term_keys {
	enum term_keys_state {
		KEYS_PLAIN,
		KEYS_ESCAPE,
		KEYS_CSI,
		KEYS_SS3,
		KEYS_MOUSE,
		KEYS_MOUSE_OLD
	} state;
	int parameter, length; /* of the sequence: its first number, bytes after the `[` */
	bool first;            /* still within the first number */
	mbstate_t character;
	int report[3], reported; /* of the mouse: button, column, row; how many are complete */
	struct {
		int button, row, col; /* enum input_button; from 0 */
	} mouse;                      /* the last report that means something */
};

/* A byte makes two keys at most: an Esc that began no sequence, and itself. */
enum { TERM_KEYS_MOST = 2 };

/* Stands for a report of the mouse among the keys; `mouse` holds what it says. */
enum { TERM_KEY_MOUSE = INPUT_LAST_NAMED };

/* Takes a byte, gives the keys that are complete with it and returns how many. */
int term_keys_byte(struct term_keys *, unsigned char byte, int32_t keys[TERM_KEYS_MOST]);

/* No byte is left to read for now: an Esc that is still waiting was the key. */
int term_keys_end(struct term_keys *, int32_t keys[TERM_KEYS_MOST]);

#endif
