/* What the explorer is told (a key, a new size, the passing of time), and what it answers.
 *
 * Plain values; the terminal makes them from bytes and signals, tests and `truce snapshot` from
 * words. */
#ifndef TRUCE_UI_CORE_INPUT_H
#define TRUCE_UI_CORE_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A key is the code point it types (Ctrl-A is 1, Tab 9, Enter 13, Esc 27) or one of these. */
enum input_key {
	INPUT_NONE = 0,
	INPUT_TAB = 9,
	INPUT_ENTER = 13,
	INPUT_ESCAPE = 27,
	INPUT_SPACE = 32,
	INPUT_ERASE = 127, /* Backspace */
	INPUT_FIRST_NAMED = 0x110000,
	INPUT_UP = INPUT_FIRST_NAMED,
	INPUT_DOWN,
	INPUT_LEFT,
	INPUT_RIGHT,
	INPUT_PAGE_UP,
	INPUT_PAGE_DOWN,
	INPUT_HOME,
	INPUT_END,
	INPUT_DELETE,
	INPUT_INSERT,
	INPUT_F1, /* F2 to F12 follow */
	INPUT_F12 = INPUT_F1 + 11,
	INPUT_LAST_NAMED,
	/* Added to a named key, Alt also to a character: what is held down with it. Shift with a character
	 * is another character, and Control is INPUT_CTRL. Shift-Tab is INPUT_TAB and INPUT_SHIFT. */
	INPUT_SHIFT = 1 << 24,
	INPUT_ALT = 1 << 25,
	INPUT_CONTROL = 1 << 26,
	INPUT_HELD = INPUT_SHIFT | INPUT_ALT | INPUT_CONTROL
};

#define INPUT_CTRL(letter) ((letter)&0x1f)

enum input_kind {
	INPUT_KEY,
	INPUT_RESIZE, /* the grid will have another size: rows and columns below */
	INPUT_REDRAW, /* the terminal's content was lost */
	INPUT_TICK,   /* `ms` have passed since the last tick, or since the app asked to be woken */
	INPUT_CHANGED, /* the files of the record have been saved */
	INPUT_MOUSE,   /* `button` at a cell: row and col */
	INPUT_GROUND,  /* the terminal has said what it stands on: `light`, or dark */
	INPUT_PASTE,   /* `text` was pasted, not typed: UTF-8, and anything may be in it */
};

/* The left button pressed, and released; turns of the wheel. */
enum input_button { INPUT_LEFT_BUTTON, INPUT_WHEEL_UP, INPUT_WHEEL_DOWN, INPUT_LEFT_RELEASED };

struct input {
	enum input_kind kind;
	int32_t key;
	int rows, cols;
	int ms;
	int64_t at; /* when it is told: milliseconds since the program began; 0 where nobody counts */
	int button, row, col;
	bool light;
	const char *text; /* borrowed until the answer; `len` bytes */
	size_t len;
};

/* What is to be done when the explorer has been told something. */
enum app_next {
	APP_NOTHING, /* the picture is as it was */
	APP_DRAW,    /* draw it */
	APP_REPAINT, /* draw it on a terminal whose content is lost */
	APP_SUSPEND, /* stop the program, then draw */
	APP_COPY,    /* send app_clipboard to the terminal, then draw */
	APP_EDIT,    /* open app_place in an editor, app_say what went wrong, then draw */
	APP_RELOAD,  /* read the files again, then app_replace or app_problems, then draw */
	APP_QUIT,
};

/* Reads one key of the notation of `--keys`: a character, or <Tab> <Enter> <Esc> <Space> <Backspace> <Up>
 * <Down> <Left> <Right> <PgUp> <PgDn> <Home> <End> <Del> <Ins> <F1>..<F12> <C-x> <lt>; what is held
 * down with it stands before a name, as in <S-Tab> <C-Left>, and A- before a character too: <A-b>.
 * Returns how many bytes it takes and sets *key, or 0 where the name is unknown or not closed. */
size_t input_key_parse(const char *text, size_t len, int32_t *key);

/* The key's name for people: "j", "Tab", "C-d", "PgDn", "Space", "S-Tab", "A-b". `out` holds 16
 * bytes or more. */
void input_key_name(int32_t key, char out[16]);

#endif
