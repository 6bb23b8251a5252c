/* floor_keys FILE: the explorer's pictures for 400 times `j`, all made before the first is shown;
 * at each `j`, and at the others of a burst, ncurses gets the rows that differ. What the same
 * movement costs with nothing to compute. Ends at `q`. */
#include "base/file.h"
#include "load/load.h"
#include "ui/core/app.h"

#include <curses.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { PICTURES = 400, PAIRS_MOST = 64 };

struct floor {
	cchar_t *cells; /* picture by picture, row by row */
	struct look pairs[PAIRS_MOST];
	short pair_count;
};

static short pair_of(struct floor *floor, struct look look)
{
	if (look.color256 < 0 && look.back256 < 0)
		return 0;
	for (short i = 0; i < floor->pair_count; i++)
		if (floor->pairs[i].color256 == look.color256 &&
			floor->pairs[i].back256 == look.back256)
			return (short)(i + 1);
	floor->pairs[floor->pair_count++] = look;
	init_pair(floor->pair_count, look.color256, look.back256);
	return floor->pair_count;
}

static bool is_blank(const struct cell *cell)
{
	return !cell->len || (cell->len == 1 && *cell->text == ' ');
}

/* What colours only a character is nothing on a blank; the one behind a word keeps the word's ink,
 * which takes the fewest bytes. `left` is the cell before, or NULL. */
static void cell_make(
	struct floor *floor, const struct cell *cell, const struct cell *left, cchar_t *out)
{
	struct look look = theme_resolve(theme_find("auto"), cell->style);
	attr_t attributes = (look.bold ? A_BOLD : 0) | (look.dim ? A_DIM : 0) |
		(look.underline ? A_UNDERLINE : 0) | (look.reverse ? A_REVERSE : 0);
	wchar_t text[TEXT_CELL_MOST + 1] = L" ";
	char bytes[TEXT_CELL_MOST + 1] = "";

	memcpy(bytes, cell->text, cell->len);
	if (!cell->len || mbstowcs(text, bytes, TEXT_CELL_MOST) == (size_t)-1)
		wcscpy(text, L" ");
	text[CCHARW_MAX] = L'\0';
	bool behind = left && !is_blank(left) &&
		!memcmp(&left->style, &cell->style, sizeof cell->style);
	if (is_blank(cell) && !behind && !(attributes & (A_UNDERLINE | A_REVERSE)) &&
		look.back256 < 0)
		setcchar(out, text, 0, 0, NULL);
	else
		setcchar(out, text, attributes, pair_of(floor, look), NULL);
}

static struct record *record_open(const char *path)
{
	struct diag_list *diags = diag_create();
	struct file_bytes file;
	struct record *record = NULL;

	if (file_read(path, diag_file(diags, path, NULL, 0), diags, &file)) {
		struct diag_list *found = diag_create();
		record = load_record(
			&(struct load_input){path, file.bytes, file.len}, 1, NULL, found);
		diag_free(found);
		file_release(&file);
	}
	diag_free(diags);
	return record;
}

static void pictures_make(struct floor *floor, const struct record *record)
{
	struct app *app = app_create(record, &(struct app_options){.ascii = false});
	struct grid grid = {0};
	size_t size = (size_t)LINES * (size_t)COLS;

	floor->cells = calloc(PICTURES * size, sizeof *floor->cells);
	grid_resize(&grid, LINES, COLS);
	app_apply(app, &(struct input){.kind = INPUT_RESIZE, .rows = LINES, .cols = COLS});
	for (size_t i = 0; floor->cells && i < PICTURES; i++) {
		app_draw(app, &grid);
		for (size_t k = 0; k < size; k++)
			cell_make(floor, &grid.cells[k],
				k % (size_t)COLS ? &grid.cells[k - 1] : NULL,
				&floor->cells[i * size + k]);
		app_apply(app, &(struct input){.kind = INPUT_KEY, .key = 'j'});
	}
	grid_free(&grid);
	app_free(app);
}

static void picture_show(const struct floor *floor, size_t number, size_t before)
{
	size_t cols = (size_t)COLS, size = (size_t)LINES * cols;

	for (int row = 0; row < LINES; row++) {
		const cchar_t *new = floor->cells + number *size + (size_t)row *cols;
		const cchar_t *old = floor->cells + before * size + (size_t)row * cols;
		size_t from = 0, to = cols;
		if (number != before) {
			while (from < to && !memcmp(&new[from], &old[from], sizeof *new))
				from++;
			while (to > from && !memcmp(&new[to - 1], &old[to - 1], sizeof *new))
				to--;
		}
		if (from < to)
			mvadd_wchnstr(row, (int)from, &new[from], (int)(to - from));
	}
	refresh();
}

int main(int argc, char **argv)
{
	struct floor floor = {.pair_count = 0};
	size_t number = 0;

	setlocale(LC_ALL, "");
	struct record *record = argc == 2 ? record_open(argv[1]) : NULL;
	if (!record || !initscr())
		return 2;
	start_color();
	use_default_colors();
	raw();
	noecho();
	typeahead(-1);
	endwin(); /* until the first one ncurses writes at every movement of its cursor */
	pictures_make(&floor, record);
	refresh();
	if (floor.cells)
		picture_show(&floor, 0, 0);
	for (int key; floor.cells && (key = getch()) != 'q';)
		if (key == 'j' && number + 1 < PICTURES) {
			number++;
			picture_show(&floor, number, number - 1);
		}
	endwin();
	free(floor.cells);
	record_free(record);
	return 0;
}
