/* The stack of views, and what is said in place of the key bar. */
#include "ui/core/view.h"

#include "base/memory.h"
#include "base/text.h"
#include "ui/core/area.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

static int depth_of(const struct app *app, const struct view_ops *view)
{
	for (int i = 0; i < app->depth; i++)
		if (app->stack[i] == view)
			return i;
	return -1;
}

void *view_state(const struct app *app, const struct view_ops *view)
{
	for (int i = 0; i < app->view_count; i++)
		if (app->views[i].ops == view)
			return app->views[i].state;
	return NULL;
}

void view_ready(struct app *app, const struct view_ops *view)
{
	if (view_state(app, view))
		return;
	assert(app->view_count < VIEWS_MOST);
	app->views[app->view_count++] = (struct view_slot){view, mem_zero(1, view->state_size + 1)};
}

bool view_open(struct app *app, const struct view_ops *view, const struct view_at *at)
{
	static const struct view_at nowhere;
	int depth = depth_of(app, view);
	view_ready(app, view);
	if (view->open && !view->open(app, at ? at : &nowhere))
		return false;
	if (depth >= 0)
		app->depth = depth;
	app->stack[app->depth++] = view;
	return true;
}

void view_lower(struct app *app)
{
	const struct view_ops *top = view_on_top(app);
	if (app->depth < 3)
		return; /* under the explorer lies nothing */
	app->stack[app->depth - 1] = app->stack[app->depth - 2];
	app->stack[app->depth - 2] = top;
}

void view_close(struct app *app)
{
	if (app->depth > 1)
		app->depth--;
}

void view_close_all(struct app *app)
{
	app->depth = 1;
}

bool view_is_open(const struct app *app, const struct view_ops *view)
{
	return depth_of(app, view) >= 0;
}

const struct view_ops *view_on_top(const struct app *app)
{
	return app->stack[app->depth - 1];
}

const struct view_ops *view_below(const struct app *app)
{
	return app->stack[app->depth > 1 ? app->depth - 2 : 0];
}

const struct view_ops *view_under(const struct app *app, const struct view_ops *view)
{
	int depth = depth_of(app, view);
	return depth > 0 ? app->stack[depth - 1] : view;
}

void view_fit(struct app *app, const struct view_ops *view)
{
	if (view->fit)
		view->fit(app);
}

void view_draw(struct app *app, const struct view_ops *view, struct grid *grid)
{
	view_fit(app, view);
	view->draw(app, grid);
}

void app_say(struct app *app, const char *format, ...)
{
	va_list list;
	app->drawn = false;
	buf_clear(&app->message);
	va_start(list, format);
	buf_format_list(&app->message, format, list);
	va_end(list);
}

void app_unsay(struct app *app)
{
	app->drawn = false;
	buf_clear(&app->message);
}

const char *app_said(const struct app *app)
{
	return buf_string(&app->message);
}

void app_say_unheard(struct app *app, int32_t key, const char *advice, ...)
{
	char name[16];
	struct buf words = {0};
	va_list arguments;
	input_key_name(key, name);
	va_start(arguments, advice);
	buf_format_list(&words, advice, arguments);
	va_end(arguments);
	app_say(app, "%s does nothing here; %s", name, buf_string(&words));
	buf_free(&words);
}

int app_draw_above(
	struct app *app, struct grid *grid, int below, struct style style, const char *text)
{
	struct rows rows = app_rows(app, grid->cols);
	int left = grid->cols > 2 ? 1 : 0, most = grid->rows > 3 ? grid->rows / 3 : 1;
	rows_paragraph(&rows, style, text, left, grid->cols - 1);
	int count = (int)rows.count < most ? (int)rows.count : most;
	const struct span *last = count ? rows.at[count - 1].spans : NULL;
	if ((int)rows.count > count && last) { /* borrowed: the rest of the text begins there */
		rows.count = (uint32_t)count - 1;
		rows_new(&rows);
		rows_to(&rows, left);
		rows_cut_words(&rows, style, last->text, grid->cols - 1 - left);
	}
	struct area area = {below - count, 0, count, grid->cols};
	for (int i = 0; i < count; i++) {
		grid_fill(grid, area.row + i, 0, grid->cols, style, " ");
		area_row(grid, app->form, area, i, &rows.at[i], 0);
	}
	return count;
}

bool app_draw_said(struct app *app, struct grid *grid, enum role role)
{
	const char *said = app_said(app);
	app->message_drawn = true;
	if (!*said)
		return false;
	if (text_width(app->form, said, strlen(said)) > grid->cols - 2 && grid->rows > 3) {
		app_draw_above(app, grid, grid->rows, style_of(role), said);
		return true;
	}
	struct rows rows = app_rows(app, grid->cols);
	rows_new(&rows);
	rows_to(&rows, 1);
	rows_cut_words(&rows, style_of(role), said, grid->cols - 1);
	area_row(grid, app->form, (struct area){grid->rows - 1, 0, 1, grid->cols}, 0, &rows.at[0],
		0);
	return true;
}

struct paper app_paper(const struct app *app, int width)
{
	return (struct paper){width, app->signs, app->form, app->dates};
}

struct rows app_rows(struct app *app, int width)
{
	struct paper paper = app_paper(app, width);
	struct rows rows;
	rows_begin(&rows, &app->draw, &paper);
	return rows;
}
