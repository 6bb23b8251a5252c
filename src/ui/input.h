/* What the explorer is told: a key, a new size, the passing of time.
 *
 * Plain values; the terminal makes them from bytes and signals, tests and `truce snapshot` from
 * words. */
#ifndef TRUCE_UI_INPUT_H
#define TRUCE_UI_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A key is the code point it types (Ctrl-A is 1, Tab 9, Enter 13, Esc 27) or one of these. */
enum key {
	KEY_NONE = 0,
	KEY_TAB = 9,
	KEY_ENTER = 13,
	KEY_ESCAPE = 27,
	KEY_SPACE = 32,
	KEY_ERASE = 127, /* Backspace */
	KEY_FIRST_NAMED = 0x110000,
	KEY_NAMED_UP = KEY_FIRST_NAMED,
	KEY_NAMED_DOWN,
	KEY_NAMED_LEFT,
	KEY_NAMED_RIGHT,
	KEY_NAMED_PAGE_UP,
	KEY_NAMED_PAGE_DOWN,
	KEY_NAMED_HOME,
	KEY_NAMED_END,
	KEY_NAMED_F1, /* F2 to F12 follow */
	KEY_NAMED_F12 = KEY_NAMED_F1 + 11,
	KEY_LAST_NAMED
};

#define KEY_CTRL(letter) ((letter) & 0x1f)

enum input_kind {
	INPUT_KEY,
	INPUT_RESIZE, /* the grid will have another size: rows and columns below */
	INPUT_REDRAW, /* the terminal's content was lost */
	INPUT_TICK,   /* the moment that the app asked to be woken at */
};

struct input {
	enum input_kind kind;
	int32_t key;
	int rows, cols;
};

/* Reads one key of the notation of `--keys`: a character, or <Tab> <Enter> <Esc> <Space> <Bsp> <Up> <Down>
 * <Left> <Right> <PgUp> <PgDn> <Home> <End> <F1>..<F12> <C-x> <lt>. Returns how many bytes it takes and
 * sets *key, or 0 where the name is unknown or not closed. */
size_t input_key_parse(const char *text, size_t len, int32_t *key);

/* The key's name for people: "j", "Tab", "C-d", "PgDn", "Space". `out` holds 16 bytes or more. */
void input_key_name(int32_t key, char out[16]);

#endif
