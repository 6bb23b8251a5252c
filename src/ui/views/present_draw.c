/* The picture: one step in its frame, and nothing else; or the page of keys. The cursor is nowhere: a
 * class sees no more than there is to read. */
#include "ui/views/present.h"

#include <string.h>

static const struct present_key {
	const char *keys, *what;
} key_lines[] = {
	{"Space Right PgDn Enter j", "the next step: words, speaker, question"},
	{"Left PgUp Backspace k", "the step before"},
	{"J K", "the next scene, the one before"},
	{". b", "a blank screen, and back"},
	{"v c w i l", "positions, comparison, quiz, index, links; q back"},
	{"C-g", "how many minutes have passed"},
	{"o", "the event before its words, and words first again"},
	{"a", "run by itself, and pause"},
	{"+ -", "faster, slower"},
	{"12 Enter, 12 G", "the twelfth scene"},
	{"Home End", "the first scene, the last"},
	{"? F1", "these keys"},
	{"Esc q", "back to the explorer, at the event shown last"},
};

enum { KEY_LINES = sizeof key_lines / sizeof *key_lines };

static void draw_block(const struct app *app, struct grid *grid, const struct stage_block *block)
{
	const struct present *present = present_of(app);
	int left = present_step(present)->left;
	int top = present_top(app) + block->top;
	const struct area area = {top, left, grid->rows - top, grid->cols - left};
	for (uint32_t i = 0; i < block->count; i++)
		area_row(grid, app->form, area, (int)i, &present->stage.rows.at[block->first + i],
			0);
}

static void keys_add(struct rows *rows)
{
	enum { KEYS_COLUMN = 3, WHAT_COLUMN = 30, NARROW = 60, NARROW_WHAT = 6 };
	int width = rows->paper.width, column = width < NARROW ? NARROW_WHAT : WHAT_COLUMN;
	rows_new(rows);
	rows_to(rows, KEYS_COLUMN);
	rows_text(rows, style_of(ROLE_TITLE), "Presenting");
	rows_new(rows);
	for (int i = 0; i < KEY_LINES; i++) {
		const char *what = key_lines[i].what;
		rows_new(rows);
		rows_to(rows, KEYS_COLUMN);
		rows_text(rows, style_of(ROLE_KEY), key_lines[i].keys);
		if (width < NARROW)
			rows_new(rows);
		rows_wrap_beside(rows, style_of(ROLE_HELP), what, strlen(what), column,
			width > column + 1 ? width - 1 : column + 1);
	}
}

void present_fit_keys(struct app *app)
{
	struct window *window = &present_of(app)->keys;
	struct paper paper = app_paper(app, app->cols);
	if (!window_is_laid(window, &paper)) {
		window_lay(window, &paper);
		keys_add(&window->rows);
		window_laid(window);
	}
	window_fit(window, app->rows > 2 ? app->rows - 1 : 1);
}

static void draw_keys(struct app *app, struct grid *grid)
{
	const struct window *window = &present_of(app)->keys;
	struct area area = {0, 0, window->height, grid->cols};
	window_draw(window, grid, app->form, area);
	if (app_draw_said(app, grid, ROLE_TITLE))
		return;
	area_text(grid, NULL, (struct area){grid->rows - 1, 0, 1, grid->cols}, 0, 1,
		style_of(ROLE_HELP),
		window_below(window) ? "Space more, any other key closes" : "any key closes");
}

void present_draw(struct app *app, struct grid *grid)
{
	struct present *present = present_of(app);
	if (!present->scenes.count)
		return;
	const struct stage_step *step = present_step(present);
	grid->cursor_hidden = true;
	app->message_drawn = present->blank;
	if (present->blank)
		return;
	if (present->help) {
		draw_keys(app, grid);
		return;
	}
	draw_block(app, grid, &step->words);
	draw_block(app, grid, &step->below);
	draw_block(app, grid, &step->ask);
	present_draw_frame(app, grid);
}
