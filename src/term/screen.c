/* ncurses is a picture of the terminal and a writer of the difference. The grid is compared with
 * the one shown last, and only cells that changed are handed over, so that ncurses looks at few
 * lines.
 *
 * Three habits of ncurses 6.4 shape this file. Until its first endwin it writes at every movement
 * of the cursor, so there is one right after the start. It stops in the middle of a picture when a
 * key is waiting, unless typeahead is off. And it is not asked for keys (keyboard.h reads them), so
 * that the modes of the keypad are ours to set. */
#define NCURSES_WIDECHAR 1

#include "term/screen.h"
#include "term/locale.h"

#include "base/memory.h"
#include "base/text.h"
#include "term/asked.h"
#include "term/cells.h"
#include "term/description.h"
#include "term/keyboard.h"
#include "term/last_words.h"
#include "term/loading.h"
#include "term/output.h"
#include "term/refuse.h"
#include "term/signal.h"
#include "term/wait.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PAIRS_MOST = 64, SETTLES = 10, SETTLE = 20 /* milliseconds */ };

/* How ncurses is told a style. */
struct ink {
	attr_t attributes;
	short pair;
	bool made;
};

static struct {
	SCREEN *curses; /* NULL: not taken */
	bool away;      /* given back for a while */
	bool owed;    /* ... without a word, since it belonged to another: ncurses is to be told */
	bool asked;   /* the terminal for its keys */
	bool ordered; /* the terminal leaves the order of what is written to it */
	bool mouse;   /* the terminal reports it */
	const struct theme_look *theme;
	int colors; /* that a theme may count on */
	struct ink inks[ROLE_COUNT][STYLE_OVERLAYS][STYLE_COLORS];
	struct {
		short text, back;
	} pairs[PAIRS_MOST];
	short pair_count;
	struct cell *shown; /* what ncurses holds, rows x cols; blank at first */
	int rows, cols;
	cchar_t *line;
	int flags; /* of the terminal's open file description, before it was ours */
	struct termios modes, ours; /* as it was, and as it is while it is ours */
} screen;

/* ---- colours ---- */

static short screen_pair(int text, int back)
{
	short i;
	if (text < 0 && back < 0)
		return 0;
	for (i = 0; i < screen.pair_count; i++)
		if (screen.pairs[i].text == text && screen.pairs[i].back == back)
			return (short)(i + 1);
	if (i == PAIRS_MOST || i + 1 >= COLOR_PAIRS ||
		init_pair((short)(i + 1), (short)text, (short)back) == ERR)
		return 0;
	screen.pairs[i].text = (short)text;
	screen.pairs[i].back = (short)back;
	return ++screen.pair_count;
}

static struct ink screen_ink(struct look look, int colors)
{
	struct ink ink = {.made = true};
	bool bold = look_is_bold(look, colors);
	int text = colors >= 256 ? look.color256 : look.color;
	int back = colors >= 256 ? look.back256 : look.back;
	if (colors > 0) {
		if (text >= colors) { /* the bright ones of sixteen, where there are eight */
			bold = true;
			text -= 8;
		}
		if (back >= colors)
			back -= 8;
		ink.pair = screen_pair(text, back);
	}
	if (bold)
		ink.attributes |= A_BOLD;
	if (look.dim)
		ink.attributes |= A_DIM;
	if (look.underline)
		ink.attributes |= A_UNDERLINE;
	if (look.reverse)
		ink.attributes |= A_REVERSE;
#ifdef A_ITALIC
	if (look.italic)
		ink.attributes |= A_ITALIC;
#endif
	ink.attributes &= term_attrs();
	return ink;
}

/* How many colours a theme may count on. A terminal with more than 256 numbers them otherwise. */
static int screen_colors(bool wanted)
{
	if (!wanted)
		return 0;
	term_signal_fragile(true);
	bool able = has_colors() && start_color() != ERR && use_default_colors() != ERR;
	term_signal_fragile(false);
	if (!able)
		return 0;
	return COLORS == 256 ? 256 : COLORS == 8 || COLORS > 256 ? 8 : COLORS >= 16 ? 16 : 0;
}

/* Inks are made when they are first drawn with. */
static void screen_mix(const struct theme_look *theme)
{
	screen.theme = theme;
	screen.pair_count = 0;
	memset(screen.inks, 0, sizeof screen.inks);
}

static struct ink style_ink(struct style style)
{
	struct ink *ink = &screen.inks[style.role][style.flags & (STYLE_OVERLAYS - 1)]
				      [style.color < STYLE_COLORS ? style.color : 0];
	if (!ink->made)
		*ink = screen_ink(theme_resolve(screen.theme, style), screen.colors);
	return *ink;
}

static void words_compose(void)
{
	last_words_compose(&(struct last_words){
		screen.rows, screen.mouse, screen.ordered, &screen.modes, screen.flags});
}

/* ---- start and stop ---- */

/* The description is read before ncurses does it: what restores the terminal is known when ncurses
 * begins to change that. It reads it once more, and does not say why that fails. */
static bool screen_open(struct buf *problem)
{
	if (!description_read(problem))
		return false;
	words_compose();
	for (int i = 0; i < 2 && !screen.curses; i++) {
		term_signal_fragile(true);
		screen.curses = newterm(NULL, stdout, stdin);
		term_signal_fragile(false);
	}
	if (!screen.curses)
		description_refuse(problem);
	description_free();
	return screen.curses != NULL;
}

/* ncurses resets the terminal's palette whenever it comes back to it, though none of it was changed
 * here: the one that the user's shell has set would be lost. So it is left nothing to say. */
static void screen_keep_palette(void)
{
	char *reset = tigetstr("oc");
	if (reset && reset != (char *)-1)
		*reset = '\0';
}

static bool screen_modes(struct buf *problem)
{
	if (raw() == ERR) {
		refuse_error(problem, errno);
		return false;
	}
	noecho();
	nonl();
	typeahead(-1);
	curs_set(1);
	if (tcgetattr(STDOUT_FILENO, &screen.ours) != 0)
		screen.ours = screen.modes;
	return true;
}

/* A shell gives what it starts in a subshell's background no input, and the terminal for a moment
 * only. */
bool term_screen_in_doubt(void)
{
	struct stat input;
	return getpid() != getpgrp() && fstat(STDIN_FILENO, &input) == 0 &&
		S_ISCHR(input.st_mode) && !isatty(STDIN_FILENO);
}

/* Whether that moment has passed, and the terminal is still the program's. */
static bool screen_lasts(void)
{
	bool doubt = term_screen_in_doubt();
	for (int i = 0; doubt && i < SETTLES && term_signal_owns(STDOUT_FILENO); i++)
		(void)wait_readable(NULL, 0, SETTLE);
	return term_signal_await(STDOUT_FILENO);
}

/* The keyboard, and the modes that the terminal is given back with. Those of the shell's own prompt
 * would be found while the terminal is the shell's. */
static bool screen_find(struct buf *problem)
{
	errno = 0;
	if (!term_keyboard_open() || !isatty(STDOUT_FILENO))
		refuse_none(problem, errno);
	else if (!screen_lasts())
		buf_text(problem,
			"the terminal belongs to another program; start truce in the foreground, "
			"or try \"truce print\" for plain text");
	else if (tcgetattr(STDOUT_FILENO, &screen.modes) != 0)
		buf_format(problem, "the terminal does not answer: %s", strerror(errno));
	else
		return true;
	term_keyboard_close();
	return false;
}

bool term_screen_start(const struct term_options *options, struct buf *problem)
{
	int rows, cols;
	if (!screen_find(problem))
		return false;
	screen.flags = fcntl(STDOUT_FILENO, F_GETFL);
	term_signal_hold();
	if (!screen_open(problem) || !screen_modes(problem)) {
		screen.away = screen.owed = false;
		term_screen_stop();
		term_signal_words(NULL);
		term_signal_release();
		term_keyboard_close();
		return false;
	}
	term_keyboard_learn(description_string);
	screen_keep_palette();
	screen.colors = screen_colors(options->color);
	screen_mix(options->theme);
	term_screen_measure(&rows, &cols);
	term_screen_resize(rows, cols);
	term_signal_release();
	screen.away = screen.owed = false;
	term_screen_leave();
	int typed = term_loading_typed();
	if (typed >= 0)
		term_keyboard_typed((unsigned char)typed);
	return true;
}

/* The keys that the description tells of, and marks around what is pasted. */
static void screen_ask(bool on)
{
	struct buf words = {0};
	if (screen.asked == on)
		return;
	screen.asked = on;
	description_add(&words, on ? "smkx" : "rmkx");
	asked_paste(&words, on);
	term_output(buf_string(&words), words.len);
	buf_free(&words);
}

/* Whether the terminal is to leave the order of what is written to it. It heeds that for lines that
 * are cleared afterwards, so all is drawn anew; most records never need it. */
static void screen_order(bool on)
{
	struct buf words = {0};
	if (screen.ordered == on)
		return;
	screen.ordered = on;
	if (on)
		words_compose();
	asked_order(&words, on);
	term_output(buf_string(&words), words.len);
	buf_free(&words);
	if (on)
		clearok(curscr, TRUE);
	else
		words_compose();
}

/* Where another program has left the terminal non-blocking, ncurses would spin while that takes
 * nothing. The flag is shared with all who have the terminal from the same shell: it is put back. */
static void screen_block(bool blocks)
{
	int flags = fcntl(STDOUT_FILENO, F_GETFL);
	if (flags < 0 || screen.flags < 0 || (blocks && !(flags & O_NONBLOCK)))
		return;
	if (blocks)
		last_words_flags(screen.flags |= O_NONBLOCK);
	fcntl(STDOUT_FILENO, F_SETFL,
		blocks ? flags & ~O_NONBLOCK : flags | (screen.flags & O_NONBLOCK));
}

/* Also where the terminal is another's: the system lets who holds back its signal. */
static void screen_put_modes(void)
{
	sigset_t touching, before;
	sigemptyset(&touching);
	sigaddset(&touching, SIGTTOU);
	sigprocmask(SIG_BLOCK, &touching, &before);
	tcsetattr(STDOUT_FILENO, TCSANOW, &screen.modes);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

static void screen_give_back(void)
{
	term_screen_mouse(false);
	screen_ask(false);
	screen_order(false);
	term_signal_fragile(true);
	int ended = endwin();
	term_signal_fragile(false);
	if (ended == ERR)
		screen_put_modes(); /* it went to another in this moment */
	screen_block(false);
}

static bool screen_is_raw(void)
{
	struct termios now;
	return tcgetattr(STDOUT_FILENO, &now) == 0 && now.c_lflag == screen.ours.c_lflag &&
		now.c_iflag == screen.ours.c_iflag && now.c_oflag == screen.ours.c_oflag;
}

void term_screen_abandon(bool at_start)
{
	const struct buf *last = last_words_text();
	bool raw = screen.curses && screen_is_raw();
	if (!screen.curses || !screen.away || !screen.owed || term_signal_owns(STDOUT_FILENO))
		return;
	if (screen.asked && (raw || at_start))
		term_output(last->text, last->len);
	if (raw)
		screen_put_modes();
	screen.asked = screen.owed = false;
}

void term_screen_leave(void)
{
	if (!screen.curses || screen.away)
		return;
	screen.owed = !term_signal_owns(STDOUT_FILENO);
	if (!screen.owed)
		screen_give_back();
	fflush(stderr);
	screen.away = true;
	term_signal_words(NULL);
	term_keyboard_forget();
}

void term_screen_return(void)
{
	if (!screen.curses || !screen.away)
		return;
	screen.away = false;
	if (screen.owed)
		screen_give_back();
	screen.owed = false;
	screen.flags = fcntl(STDOUT_FILENO, F_GETFL);
	words_compose();
	screen_block(true);
	term_screen_forget(); /* the next refresh takes the rest */
}

void term_screen_stop(void)
{
	if (!screen.curses)
		return;
	term_screen_leave();
	term_signal_fragile(true);
	delscreen(screen.curses);
	term_signal_fragile(false);
	screen.curses = NULL;
	term_keyboard_close();
	free(screen.shown);
	free(screen.line);
	last_words_free();
	screen.shown = NULL;
	screen.line = NULL;
	screen.rows = screen.cols = 0;
}

void term_screen_mouse(bool on)
{
	if (!screen.curses || screen.away || screen.mouse == on)
		return;
	struct buf words = {0};
	screen.mouse = on;
	if (on)
		words_compose();
	asked_mouse(&words, on);
	term_output(words.text, words.len);
	buf_free(&words);
	if (!on)
		words_compose();
}

bool term_screen_ask_ground(void)
{
	struct buf words = {0};
	if (screen.curses && !screen.away && screen.colors)
		asked_ground(&words);
	bool asked = words.len > 0;
	if (asked)
		term_output(words.text, words.len);
	buf_free(&words);
	return asked;
}

/* ---- size ---- */

void term_screen_measure(int *rows, int *cols)
{
	struct winsize size = {0};
	ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
	*rows = size.ws_row > 0 ? size.ws_row : LINES > 0 ? LINES : 1;
	*cols = size.ws_col > 0 ? size.ws_col : COLS > 0 ? COLS : 1;
}

/* ncurses holds blanks on the terminal's own paper; where the theme brings one, or has changed, all
 * is to be handed over: no cell of a grid is so wide as those that are set here. */
static void screen_unknow(bool blank)
{
	size_t count = (size_t)screen.rows * (size_t)screen.cols;
	struct look paper = screen.theme->paper;
	bool same = blank && paper.back < 0 && paper.back256 < 0;
	for (size_t i = 0; i < count; i++)
		screen.shown[i] = (struct cell){.width = same ? 1 : UINT8_MAX};
}

void term_screen_theme(const struct theme_look *theme)
{
	if (!screen.curses || screen.theme == theme)
		return;
	screen_mix(theme);
	screen_unknow(false);
}

void term_screen_resize(int rows, int cols)
{
	term_signal_fragile(true);
	if (rows != LINES || cols != COLS)
		resizeterm(rows, cols);
	term_signal_fragile(false);
	rows = rows < LINES ? rows : LINES;
	cols = cols < COLS ? cols : COLS;
	if (rows == screen.rows && cols == screen.cols)
		return;
	screen.rows = rows;
	screen.cols = cols;
	size_t count = (size_t)rows * (size_t)cols;
	free(screen.shown);
	free(screen.line);
	screen.shown = mem_zero(count, sizeof *screen.shown);
	screen.line = mem_zero((size_t)cols, sizeof *screen.line);
	screen_unknow(true);
	erase();
	words_compose();
}

/* ---- the picture ---- */

void term_screen_forget(void)
{
	clearok(curscr, TRUE);
}

static bool cell_blank(const struct cell *cell)
{
	return cell->len == 0 || (cell->len == 1 && cell->text[0] == ' ');
}

/* What colours only a character is nothing on a blank: ends of lines can be erased then. The blank
 * behind a word keeps the word's ink, which the next word is likely to have as well. */
static struct ink cell_ink(const struct cell *row, int col)
{
	const struct cell *cell = &row[col], *left = col > 0 ? cell - 1 : NULL;
	struct ink ink = style_ink(cell->style);
	if (!cell_blank(cell) || (ink.attributes & (A_UNDERLINE | A_REVERSE)) != 0)
		return ink;
	if (ink.pair > 0 && screen.pairs[ink.pair - 1].back >= 0)
		return ink;
	if (left && left->style.role == cell->style.role &&
		left->style.flags == cell->style.flags && left->style.color == cell->style.color &&
		!cell_blank(left))
		return ink;
	return (struct ink){0};
}

/* Adds a cell to the line, as one or two characters of ncurses; returns how many. */
static int cell_print(const struct cell *row, int col, cchar_t *out)
{
	struct ink ink = cell_ink(row, col);
	struct term_glyph glyph = term_glyph(&row[col]);
	int count = 1;
	setcchar(out, glyph.text, ink.attributes, ink.pair, NULL);
	for (; glyph.blanks > 0; glyph.blanks--)
		setcchar(&out[count++], L" ", ink.attributes, ink.pair, NULL);
	return count;
}

/* Hands over what changed in a row. */
static void row_show(int row, const struct cell *new, const struct cell *old)
{
	struct term_change change = term_change(new, old, screen.cols, 0);
	while (change.start < screen.cols) {
		int count = 0;
		for (int col = change.start; col < change.end; col++)
			if (new[col].width > 0 && new[col].width <= screen.cols - col)
				count += cell_print(new, col, screen.line + count);
		mvadd_wchnstr(row, change.start, screen.line, count);
		change = term_change(new, old, screen.cols, change.end);
	}
}

/* Whether the picture has a cursor of its own, which the terminal's would lie over: a theme with a paper
 * draws one, on which that of a dark terminal could not be told from it. */
static bool has_caret(const struct grid *grid)
{
	const struct cell *cell = grid_at(grid, grid->cursor_row, grid->cursor_col);
	struct ink ink = style_ink(cell->style);
	return cell->style.role == ROLE_CARET && ink.pair > 0 &&
		screen.pairs[ink.pair - 1].back >= 0;
}

void term_screen_show(const struct grid *grid)
{
	size_t bytes = (size_t)screen.cols * sizeof *screen.shown;
	if (grid->cols < screen.cols || grid->rows < screen.rows)
		return; /* a picture for another size; the right one follows */
	for (int row = 0; row < screen.rows; row++) {
		const struct cell *new = grid_at(grid, row, 0);
		struct cell *old = screen.shown + (size_t)row * (size_t)screen.cols;
		if (memcmp(new, old, bytes) == 0)
			continue;
		row_show(row, new, old);
		memcpy(old, new, bytes);
	}
	curs_set(grid->cursor_seen && !has_caret(grid));
	move(grid->cursor_row, grid->cursor_col);
	screen_block(true);
	term_signal_fragile(true);
	refresh();
	term_signal_fragile(false);
	if (grid->runs_left && !screen.ordered) {
		screen_order(true);
		term_signal_fragile(true);
		refresh();
		term_signal_fragile(false);
	}
	screen_ask(true); /* only now the modes of the line are ours: an answer would be echoed */
}
