/* A list of rectangles in the arena of the picture, the last one first. */
#include "ui/core/target.h"

#include "base/text.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

#include <stdio.h>

struct target_area {
	const struct target_area *below;
	struct area area;
	struct target target;
};

/* As much of it as lies in the area. */
static void note(struct app *app, struct area area, int line, int lines, struct target target)
{
	int first = line > 0 ? line : 0, end = line + lines < area.rows ? line + lines : area.rows;
	if (first >= end || area.cols < 1)
		return;
	struct target_area *noted = arena_alloc(&app->draw, 1, sizeof *noted);
	target.view = view_on_top(app);
	*noted = (struct target_area){
		app->targets, {area.row + first, area.col, end - first, area.cols}, target};
	app->targets = noted;
}

void target_item(struct app *app, struct area area, int line, int lines, int part, int64_t item)
{
	note(app, area, line, lines,
		(struct target){.kind = TARGET_ITEM, .part = part, .item = item});
}

void target_place(struct app *app, struct area area, int line, int lines, int part, int64_t item)
{
	note(app, area, line, lines,
		(struct target){.kind = TARGET_PLACE, .part = part, .item = item});
}

void target_stops(struct app *app, const struct window *window, struct area area, int part)
{
	const struct rows *rows = &window->rows;
	for (int line = 0; line < area.rows && window->top + line < (int)rows->count; line++) {
		int stop = rows->at[window->top + line].stop;
		if (stop >= 0)
			target_item(app, area, line, 1, part, stop);
	}
}

void target_key(struct app *app, struct area area, int32_t key)
{
	note(app, area, 0, area.rows, (struct target){.kind = TARGET_KEY, .key = key});
}

void target_button(struct app *app, struct area area, int line, int col, int cols, int32_t key)
{
	int left = col > 0 ? col : 0, end = col + cols < area.cols ? col + cols : area.cols;
	area.col += left;
	area.cols = end - left;
	if (key != INPUT_NONE)
		note(app, area, line, 1, (struct target){.kind = TARGET_BUTTON, .key = key});
}

/* A character is the key that types it. */
void target_named(struct app *app, struct area area, int line, int col, int cols, const char *name,
	size_t len)
{
	char text[24];
	int32_t key;
	if (len == 0 || len + sizeof "<>" > sizeof text)
		return;
	bool sign = text_cluster(name, len) == len;
	int bytes = snprintf(text, sizeof text, sign ? "%.*s" : "<%.*s>", (int)len, name);
	if (input_key_parse(text, (size_t)bytes, &key) == (size_t)bytes)
		target_button(app, area, line, col, cols, key);
}

void target_cover(struct app *app)
{
	app->targets = NULL;
}

static bool is_at(const struct area *area, int row, int col)
{
	return row >= area->row && row < area->row + area->rows && col >= area->col &&
		col < area->col + area->cols;
}

struct target target_at(struct app *app, int row, int col)
{
	struct grid grid = {0};
	if (!app->drawn) {
		grid_resize(&grid, app->rows, app->cols);
		app_draw(app, &grid);
		grid_free(&grid);
	}
	for (const struct target_area *at = app->targets; at; at = at->below)
		if (is_at(&at->area, row, col)) {
			struct target target = at->target;
			target.row = row - at->area.row;
			target.col = col - at->area.col;
			return target;
		}
	return (struct target){.view = view_on_top(app)};
}
