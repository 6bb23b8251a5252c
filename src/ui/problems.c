/* A problem is a line of text; the selected one is shown whole, the others are cut to a row. */
#include "ui/problems.h"

#include "layout/wrap.h"
#include "ui/keybar.h"
#include "ui/motion.h"
#include "ui/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The nth line, without its line feed. */
static const char *line_at(const struct problems *problems, int n, size_t *len)
{
	const char *line = buf_string(&problems->text);
	for (; n > 0; n--)
		line = strchr(line, '\n') + 1;
	*len = strcspn(line, "\n");
	return line;
}

void app_problems(struct app *app, const char *text)
{
	struct problems *problems = &app->problems;
	bool open = false;
	for (int i = 1; i < app->depth; i++)
		open |= app->views[i] == VIEW_PROBLEMS;
	buf_clear(&problems->text);
	buf_text(&problems->text, text);
	if (problems->text.len && problems->text.text[problems->text.len - 1] != '\n')
		buf_char(&problems->text, '\n');
	problems->count = 0;
	for (size_t i = 0; i < problems->text.len; i++)
		problems->count += problems->text.text[i] == '\n';
	if (!open || problems->selected >= problems->count)
		problems->selected = problems->top = 0;
	if (!open && problems->count && !app->options.kiosk)
		app_push(app, VIEW_PROBLEMS);
}

/* "lesson.yaml:29:18: error: ...": the file is one of the record's, so that any name is understood. */
struct app_place problems_place(const struct app *app)
{
	const char *const *files = app->record->files;
	size_t len;
	const char *line = line_at(&app->problems, app->problems.selected, &len);
	struct app_place place = {files[0], 1};
	for (int i = 0; files[i]; i++) {
		size_t name = strlen(files[i]);
		if (name < len && memcmp(line, files[i], name) == 0 && line[name] == ':') {
			unsigned long number = strtoul(line + name + 1, NULL, 10);
			place.file = files[i];
			place.line = number > 0 && number < UINT32_MAX ? (uint32_t)number : 1;
		}
	}
	return place;
}

static void select_by(struct problems *problems, int64_t by)
{
	int64_t to = problems->selected + by;
	if (to >= problems->count)
		to = problems->count - 1;
	problems->selected = to < 0 ? 0 : (int)to;
}

static enum app_next problems_apply(
	struct app *app, enum action action, uint32_t count, bool counted)
{
	struct problems *problems = &app->problems;
	struct motion motion = motion_of(action, count, counted, app->rows - 4);
	if (motion.kind != MOTION_NONE) {
		select_by(
			problems, motion.by - (motion.kind == MOTION_TO ? problems->selected : 0));
		return APP_DRAW;
	}
	switch (action) {
	case ACTION_INTO:
		return app_act(app, ACTION_EDIT, 1, false);
	case ACTION_BACK:
	case ACTION_ESCAPE:
		app_pop(app);
		break;
	default:
		return APP_NOTHING;
	}
	return APP_DRAW;
}

static const struct hint hints[] = {
	{{ACTION_EDIT}, "edit here"},
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_RELOAD}, "read again"},
	{{ACTION_ESCAPE}, "back to the record"},
	{{ACTION_QUIT}, "quit truce"},
	{{ACTION_NONE}, NULL},
};

static void problem_add(struct rows *rows, const char *line, size_t len, bool whole)
{
	const struct style style = {whole ? ROLE_TEXT : ROLE_NOTE, 0};
	if (whole) {
		rows_wrap(rows, style, line, len, 2, rows->paper.width - 1, NULL, NULL);
		return;
	}
	rows_new(rows);
	rows_to(rows, 2);
	rows_cut(rows, style, arena_text(rows->arena, line, len), rows->paper.width - 3);
}

static void problems_draw(struct app *app, struct grid *grid)
{
	struct problems *problems = &app->problems;
	char title[64];
	snprintf(title, sizeof title, "%d %s", problems->count,
		problems->count == 1 ? "problem" : "problems");
	struct area area = app_draw_frame(
		app, grid, title, "the record on screen is the one before", hints);
	const struct paper paper = {.width = area.cols, .signs = app->signs, .form = app->form};
	struct rows rows;
	if (problems->selected < problems->top)
		problems->top = problems->selected;
	if (problems->selected >= problems->top + area.rows)
		problems->top = problems->selected - area.rows + 1;
	int line = 0;
	for (int n = problems->top; n < problems->count && line < area.rows; n++) {
		bool selected = n == problems->selected;
		size_t len;
		const char *text = line_at(problems, n, &len);
		rows_begin(&rows, &app->draw, &paper);
		problem_add(&rows, text, len, selected);
		for (uint32_t i = 0; i < rows.count; i++)
			area_row(grid, app->form, area, line + (int)i, &rows.at[i], 0);
		if (selected) {
			area_text(grid, NULL, area, line, 0, (struct style){ROLE_FOCUS, 0},
				app->signs->selected);
			grid->cursor_row = area.row + line;
		}
		line += (int)rows.count;
	}
}

const struct view_ops problems_view = {.name = "among the problems",
	.hints = hints,
	.apply = problems_apply,
	.draw = problems_draw};
