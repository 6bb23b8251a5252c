/* The problems that keep the files from being a record, above the record that was there before. A
 * problem is a line of text, and below it, further in, the line of the file and a caret (diag_text); the
 * selected one is shown whole, the others are cut to a row. */
#include "layout/rows.h"
#include "ui/core/action_table.h"
#include "ui/core/frame.h"
#include "ui/core/keybar.h"
#include "ui/core/list.h"
#include "ui/core/target.h"
#include "ui/core/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct problems {
	struct buf text; /* of all of them */
	struct list list;
};

static const struct view_ops problems_view;

static struct problems *problems_of(const struct app *app)
{
	return view_state(app, &problems_view);
}

/* The line behind this one; it may be the end of the text. */
static const char *line_behind(const char *line)
{
	line += strcspn(line, "\n");
	return *line ? line + 1 : line;
}

/* Whether it is one from the file, or the caret below it. */
static bool is_shown_of_file(const char *line)
{
	return strncmp(line, "    ", 4) == 0;
}

/* The first line of the next problem, or the end of the text. */
static const char *problem_behind(const char *line)
{
	do
		line = line_behind(line);
	while (is_shown_of_file(line));
	return line;
}

/* The first line of the nth problem, without its line feed. */
static const char *line_at(const struct problems *problems, uint32_t n, size_t *len)
{
	const char *line = buf_string(&problems->text);
	for (; n > 0; n--)
		line = problem_behind(line);
	*len = strcspn(line, "\n");
	return line;
}

/* Copies the text; what is selected stays so while it is open. */
static bool problems_open(struct app *app, const struct view_at *at)
{
	struct problems *problems = problems_of(app);
	uint32_t count = 0;
	buf_clear(&problems->text);
	buf_text(&problems->text, at->text);
	if (problems->text.len && problems->text.text[problems->text.len - 1] != '\n')
		buf_char(&problems->text, '\n');
	for (const char *line = buf_string(&problems->text); *line; line = problem_behind(line))
		count++;
	if (!view_is_open(app, &problems_view) || problems->list.selected >= count)
		problems->list = (struct list){0};
	problems->list.count = count;
	return true;
}

void app_problems(struct app *app, const char *text)
{
	const struct view_at at = {.text = text};
	bool types = view_on_top(app)->types;
	app_unsay(app); /* such as that a save before was read again */
	if (view_is_open(app, &problems_view)) {
		problems_open(app, &at); /* under whatever lies above it */
	} else if (*text && !app->options.kiosk) {
		view_open(app, &problems_view, &at);
		if (types) { /* whose letters are no keys of a list */
			view_lower(app);
			app_say(app, "the files cannot be read: Esc leads to the problems");
		}
	}
}

static void problems_end(struct app *app)
{
	buf_free(&problems_of(app)->text);
}

/* "lesson.yaml:29:18: error: ...": the file is one of the record's, so
 * that any name is understood. */
static struct app_place problems_place(const struct app *app)
{
	const char *const *files = app->record->files;
	size_t len;
	const char *line = line_at(problems_of(app), problems_of(app)->list.selected, &len);
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

static void problems_move(struct app *app, struct motion motion)
{
	list_move(&problems_of(app)->list, motion);
}

static bool problems_choose(struct app *app, const struct target *target)
{
	return list_choose(&problems_of(app)->list, target->item);
}

static enum app_next edit(struct app *app, const struct request *request)
{
	return action_do(app, &(struct request){ACTION_EDIT, 1, false});
}

static const struct view_action actions[] = {
	{ACTION_INTO, edit},
	{ACTION_NONE, NULL},
};

static const struct hint hints[] = {
	{{ACTION_EDIT}, "edit here"},
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_RELOAD}, "read again"},
	{{ACTION_ESCAPE}, "back to the record"},
	{{ACTION_QUIT}, "quit truce", ""},
	{{ACTION_NONE}, NULL},
};

/* The line of the file and its caret, where both have room below what is said. */
static void file_line_add(struct rows *rows, const char *line, int height)
{
	const char *caret = line_behind(line);
	size_t len = strcspn(line, "\n"), below = strcspn(caret, "\n");
	if (!is_shown_of_file(line) || !is_shown_of_file(caret) ||
		(int)below > rows->paper.width - 2 || (int)rows->count + 2 > height)
		return;
	rows_new(rows);
	rows_to(rows, 2);
	rows_cut(rows, style_of(ROLE_QUOTE), arena_text(rows->arena, line, len),
		rows->paper.width - 3);
	rows_new(rows);
	rows_to(rows, 2);
	rows_add(rows, style_of(ROLE_WARN), caret, below);
}

/* In one row: where it is, which is not what one reads first, then what. */
static void problem_add(struct rows *rows, const struct problems *problems, uint32_t n)
{
	size_t len;
	const char *line = line_at(problems, n, &len);
	rows_new(rows);
	rows_to(rows, 2);
	const char *text = arena_text(rows->arena, line, len), *behind = strstr(text, ": ");
	int room = rows->paper.width - 3;
	size_t place = behind ? (size_t)(behind - text) + 1 : 0;
	if (text_width(rows->paper.form, text, place) < room) {
		rows_add(rows, style_of(ROLE_SOURCE), text, place);
		room -= text_width(rows->paper.form, text, place);
		text += place;
	}
	rows_cut(rows, style_of(ROLE_TEXT), text, room);
}

static void selected_add(struct rows *rows, const struct problems *problems, int height)
{
	size_t len;
	const char *line = line_at(problems, problems->list.selected, &len);
	rows_wrap(rows, style_of(ROLE_TEXT), line, len, 2, rows->paper.width - 1, NULL, NULL);
	file_line_add(rows, line_behind(line), height);
}

/* The selected one is in view, with as many above it as there is room for beside its own rows. */
static void problems_fit(struct app *app)
{
	struct problems *problems = problems_of(app);
	struct area area = frame_body(app, 0, 0);
	struct paper paper = app_paper(app, area.cols);
	struct arena arena = {0};
	struct rows whole;
	rows_begin(&whole, &arena, &paper);
	selected_add(&whole, problems, area.rows);
	int above = area.rows - (int)whole.count;
	list_keep(&problems->list, above > 0 ? above + 1 : 1);
	arena_free(&arena);
}

static void problems_draw(struct app *app, struct grid *grid)
{
	struct problems *problems = problems_of(app);
	struct list *list = &problems->list;
	char title[64];
	snprintf(title, sizeof title, "%u %s", (unsigned)list->count,
		list->count == 1 ? "problem" : "problems");
	struct area area = keybar_frame(
		app, grid, title, "the record on screen is the one before", hints);
	struct rows whole = app_rows(app, area.cols);
	selected_add(&whole, problems, area.rows);
	int line = 0;
	for (uint32_t n = list->top; n < list->count && line < area.rows; n++) {
		bool selected = n == list->selected;
		struct rows cut = app_rows(app, area.cols);
		if (!selected)
			problem_add(&cut, problems, n);
		const struct rows *rows = selected ? &whole : &cut;
		area_rows(grid, app->form, area, line, rows);
		target_item(app, area, line, (int)rows->count, 0, n);
		if (selected) {
			area_select(grid, area, line, 0, area.cols - 1, app->signs->selected);
			area_select_on(
				grid, area, line, rows_going_on(rows, 0), 0, app->signs->bar);
		}
		line += (int)rows->count;
	}
}

static const struct view_ops problems_view = {
	.name = "among the problems",
	.state_size = sizeof(struct problems),
	.hints = hints,
	.actions = actions,
	.open = problems_open,
	.end = problems_end,
	.fit = problems_fit,
	.move = problems_move,
	.choose = problems_choose,
	.draw = problems_draw,
	.place = problems_place,
};
