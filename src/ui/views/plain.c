/* Plain text over the whole screen until the next key: what was copied, and where one is. It stands
 * from the left edge on and across the full width, without signs or colours, so that a terminal's
 * own selection takes it as it is. More than a screen can be read with Space, j and k. */
#include "ui/core/keyboard.h"
#include "ui/core/target.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

struct plain {
	struct buf text;
	const char *title; /* said in the last row; static */
	struct window window;
};

static struct plain *plain_of(const struct app *app)
{
	return view_state(app, &plain_view);
}

static bool plain_open(struct app *app, const struct view_at *at)
{
	struct plain *plain = plain_of(app);
	buf_clear(&plain->text);
	buf_text(&plain->text, at->text);
	plain->title = at->title;
	window_free(&plain->window);
	return true;
}

static void plain_end(struct app *app)
{
	buf_free(&plain_of(app)->text);
	window_free(&plain_of(app)->window);
}

static int height_of(const struct app *app)
{
	return app->rows > 2 ? app->rows - 2 : 1;
}

static void plain_fit(struct app *app)
{
	struct plain *plain = plain_of(app);
	struct window *window = &plain->window;
	struct paper paper = app_paper(app, app->cols);
	if (!window_is_laid(window, &paper)) {
		window_lay(window, &paper);
		rows_paragraph(
			&window->rows, style_of(ROLE_TEXT), buf_string(&plain->text), 0, app->cols);
		window_laid(window);
	}
	window_fit(window, height_of(app));
}

static bool plain_key(struct app *app, int32_t key, enum app_next *next)
{
	struct window *window = &plain_of(app)->window;
	bool more = window_below(window) > 0;
	*next = APP_DRAW;
	if (key == INPUT_CTRL('l') || key == INPUT_CTRL('z') || keyboard_latin(key) == 'Q')
		return false; /* what they do, they do everywhere */
	if (more && (key == INPUT_SPACE || key == INPUT_PAGE_DOWN))
		window_scroll(window, window->height);
	else if (more && (key == 'j' || key == INPUT_DOWN))
		window_scroll(window, 1);
	else if (window_above(window) && (key == 'k' || key == INPUT_UP))
		window_scroll(window, -1);
	else
		view_close(app);
	return true;
}

static enum app_next plain_wheel(struct app *app, const struct input *input, int rows)
{
	window_scroll(&plain_of(app)->window, rows);
	return APP_DRAW;
}

static void plain_draw(struct app *app, struct grid *grid)
{
	const struct plain *plain = plain_of(app);
	const struct window *window = &plain->window;
	struct area last = {grid->rows - 1, 0, 1, grid->cols};
	window_draw(window, grid, app->form, (struct area){0, 0, window->height, grid->cols});
	target_key(app, (struct area){0, 0, grid->rows, grid->cols}, INPUT_ENTER);
	if (app_draw_said(app, grid, ROLE_TITLE))
		return;
	int col = 1 + area_text(grid, NULL, last, 0, 1, style_of(ROLE_KEY), plain->title);
	area_text(grid, NULL, last, 0, col + 2, style_of(ROLE_HELP),
		window_below(window) ? "Space more, q closes" : "any key closes");
}

const struct view_ops plain_view = {
	.state_size = sizeof(struct plain),
	.stays = true,
	.open = plain_open,
	.end = plain_end,
	.key = plain_key,
	.fit = plain_fit,
	.wheel = plain_wheel,
	.draw = plain_draw,
};
