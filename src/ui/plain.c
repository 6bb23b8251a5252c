/* The text stands from the left edge on and across the full width, without signs or colours, so that a
 * terminal's own selection takes it as it is. */
#include "ui/plain.h"

#include "layout/wrap.h"
#include "ui/input.h"
#include "ui/view.h"

#include <string.h>

void plain_show(struct app *app, const char *title, const char *text)
{
	buf_clear(&app->plain.text);
	buf_text(&app->plain.text, text);
	app->plain.title = title;
	app->plain.top = 0;
	app_push(app, VIEW_PLAIN);
}

static bool plain_key(struct app *app, int32_t key, enum app_next *next)
{
	struct plain *plain = &app->plain;
	int page = app->rows > 2 ? app->rows - 2 : 1;
	bool more = plain->top + page < plain->lines;
	*next = APP_DRAW;
	if (key == INPUT_CTRL('l') || key == INPUT_CTRL('z'))
		return false;
	if (more && (key == INPUT_SPACE || key == INPUT_PAGE_DOWN))
		plain->top += page;
	else if (more && (key == 'j' || key == INPUT_DOWN))
		plain->top++;
	else if (plain->top && (key == 'k' || key == INPUT_UP))
		plain->top--;
	else
		app_pop(app);
	return true;
}

static enum app_next plain_apply(struct app *app, enum action action, uint32_t count, bool counted)
{
	(void)app, (void)action, (void)count, (void)counted;
	return APP_NOTHING;
}

static void plain_draw(struct app *app, struct grid *grid)
{
	struct plain *plain = &app->plain;
	struct wrap wrap;
	struct wrap_line line;
	int at = 0, room = grid->rows > 2 ? grid->rows - 2 : 1;
	wrap_begin(&wrap, app->form, buf_string(&plain->text), plain->text.len);
	for (; wrap_next(&wrap, grid->cols, 0, &line); at++)
		if (at >= plain->top && at < plain->top + room)
			grid_put(grid, app->form, at - plain->top, 0, grid->cols,
				(struct style){ROLE_TEXT, 0}, line.text, line.len);
	plain->lines = at;
	struct area last = {grid->rows - 1, 0, 1, grid->cols};
	int col = 1 + area_text(grid, NULL, last, 0, 1, (struct style){ROLE_KEY, 0}, plain->title);
	area_text(grid, NULL, last, 0, col + 2, (struct style){ROLE_HELP, 0},
		plain->top + room < at ? "Space more, any other key closes" : "any key closes");
	grid->cursor_row = last.row;
}

const struct view_ops plain_view = {.key = plain_key, .apply = plain_apply, .draw = plain_draw};
