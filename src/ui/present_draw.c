/* The picture while presenting: rows of the step at hand, and in the last row its place in the whole. */
#include "ui/present.h"

#include "ui/view.h"

#include <stdio.h>
#include <string.h>

enum { PLACE_MARGIN = 2 };

static const struct present_key {
	const char *keys, *what;
} key_lines[] = {
	{"Space Right PgDn Enter j", "the next step: words, then who spoke them"},
	{"Left PgUp Backspace k", "the step before"},
	{". b", "a blank screen, and back"},
	{"o", "the event before its words, and words first again"},
	{"a", "run by itself, and pause"},
	{"+ -", "faster, slower"},
	{"12 Enter, 12 G", "the twelfth scene"},
	{"Home End", "the first scene, the last"},
	{"? F1", "these keys"},
	{"Esc q", "back to the explorer, at this event"},
};

enum { KEY_LINES = sizeof key_lines / sizeof *key_lines };

static void draw_rows(const struct app *app, struct grid *grid, const struct rows *rows,
	uint32_t first, uint32_t count, int top, int left)
{
	const struct area area = {top, left, grid->rows - top, grid->cols - left};
	for (uint32_t i = 0; i < count; i++)
		area_row(grid, app->form, area, (int)i, &rows->at[first + i], 0);
}

/* The last row: the place in the whole, and what there is to say. */
static void draw_place(struct app *app, struct grid *grid, const struct scene_step *step)
{
	const struct present *present = &app->present;
	const struct style style = {ROLE_COUNT_OF, 0};
	struct area area = {grid->rows - 1, 0, 1, grid->cols};
	char place[96], typed[40];
	if (grid->rows < 3)
		return;
	snprintf(place, sizeof place, "%u of %u", (unsigned)present->scene + 1,
		(unsigned)present->scenes.count);
	if (step->pages > 1 && !step->below_count)
		snprintf(place, sizeof place, "page %u of %u   %u of %u", (unsigned)step->page + 1,
			(unsigned)step->pages, (unsigned)present->scene + 1,
			(unsigned)present->scenes.count);
	area.cols = area_right(grid, app->form, area, 0, PLACE_MARGIN, style, place);
	snprintf(typed, sizeof typed, "%u: then Enter", (unsigned)present->number);
	const char *note = present->number ? typed : app->message ? app->message : present->note;
	area_text(grid, app->form, area, 0, PLACE_MARGIN, style, note);
}

static void draw_help(struct app *app, struct grid *grid)
{
	struct present *present = &app->present;
	enum { KEYS_COLUMN = 3, WHAT_COLUMN = 30, NARROW = 60, NARROW_WHAT = 6 };
	bool narrow = grid->cols < NARROW;
	struct rows rows;
	rows_begin(&rows, &app->draw,
		&(struct paper){.width = grid->cols, .signs = app->signs, .form = app->form});
	rows_new(&rows);
	rows_to(&rows, KEYS_COLUMN);
	rows_text(&rows, (struct style){ROLE_TITLE, 0}, "Presenting");
	rows_new(&rows);
	for (int i = 0; i < KEY_LINES; i++) {
		const char *what = key_lines[i].what;
		int column = narrow ? NARROW_WHAT : WHAT_COLUMN;
		rows_new(&rows);
		rows_to(&rows, KEYS_COLUMN);
		rows_text(&rows, (struct style){ROLE_KEY, 0}, key_lines[i].keys);
		if (narrow)
			rows_new(&rows);
		rows_wrap_beside(&rows, (struct style){ROLE_HELP, 0}, what, strlen(what), column,
			grid->cols > column + 1 ? grid->cols - 1 : column + 1);
	}
	int room = grid->rows > 2 ? grid->rows - 1 : 1, most = (int)rows.count - room;
	if (present->help_top > most)
		present->help_top = most > 0 ? most : 0;
	present->help_more = present->help_top < most;
	uint32_t left = rows.count - (uint32_t)present->help_top;
	draw_rows(app, grid, &rows, (uint32_t)present->help_top,
		left < (uint32_t)room ? left : (uint32_t)room, 0, 0);
	area_text(grid, NULL, (struct area){grid->rows - 1, 0, 1, grid->cols}, 0, 1,
		(struct style){ROLE_HELP, 0},
		present->help_more ? "Space more, any other key closes" : "any key closes");
}

void present_draw(struct app *app, struct grid *grid)
{
	struct present *present = &app->present;
	present_fit(app);
	if (!present->scenes.count)
		return;
	const struct scene_step *step = &present->sheet.steps[present->step];
	if (present->blank)
		return;
	if (present->help) {
		draw_help(app, grid);
		return;
	}
	const struct rows *rows = &present->sheet.rows;
	draw_rows(app, grid, rows, step->first, step->count, step->top, step->left);
	draw_rows(app, grid, rows, step->below, step->below_count, step->below_top, step->left);
	draw_place(app, grid, step);
	grid->cursor_row = step->below_count ? step->below_top : step->top;
	grid->cursor_col = step->left;
}
