/* The stack of views, and what is said in place of the key bar. */
#include "ui/core/view.h"

#include <stdarg.h>

static int depth_of(const struct app *app, enum view_id view)
{
	for (int i = 0; i < app->depth; i++)
		if (app->views[i] == view)
			return i;
	return -1;
}

bool view_open(struct app *app, enum view_id view, const struct view_at *at)
{
	static const struct view_at nowhere;
	int depth = depth_of(app, view);
	if (view_table[view]->open && !view_table[view]->open(app, at ? at : &nowhere))
		return false;
	if (depth >= 0)
		app->depth = depth;
	app->views[app->depth++] = view;
	return true;
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

bool view_is_open(const struct app *app, enum view_id view)
{
	return depth_of(app, view) >= 0;
}

enum view_id view_on_top(const struct app *app)
{
	return app->views[app->depth - 1];
}

enum view_id view_below(const struct app *app)
{
	return app->views[app->depth > 1 ? app->depth - 2 : 0];
}

void view_draw(struct app *app, enum view_id view, struct grid *grid)
{
	if (view_table[view]->fit)
		view_table[view]->fit(app);
	view_table[view]->draw(app, grid);
}

void app_say(struct app *app, const char *format, ...)
{
	va_list list;
	buf_clear(&app->message);
	va_start(list, format);
	buf_format_list(&app->message, format, list);
	va_end(list);
}

void app_unsay(struct app *app)
{
	buf_clear(&app->message);
}

const char *app_said(const struct app *app)
{
	return buf_string(&app->message);
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
