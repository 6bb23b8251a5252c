/* In the last row the label, what is typed, and where there is room the note; above it what of the note
 * has no room beside it, and the list with a rule over it. */
#include "ui/core/prompt_draw.h"

#include "base/text.h"
#include "ui/core/frame.h"
#include "ui/core/target.h"
#include "ui/core/view.h"

#include <string.h>

/* A text that is wider than its room is shown from where the cursor stays in sight. */
static size_t text_from(const struct app *app, const struct line *line, int room)
{
	const char *text = buf_string(&line->text);
	size_t from = 0;
	while (from < line->cursor &&
		text_width(app->form, text + from, line->cursor - from) >= room)
		from += text_cluster(text + from, line->text.len - from);
	return from < line->cursor ? from : line->cursor; /* which may stand before a mark */
}

size_t prompt_byte_at(const struct app *app, const struct buf *text, size_t from, int col)
{
	struct grid grid = {0};
	size_t at = from;
	grid_resize(&grid, 1, app->cols);
	grid_put(&grid, app->form, 0, 0, grid.cols, style_of(ROLE_TEXT), buf_string(text) + from,
		text->len - from);
	if (!app->options.as_read) /* which else is the terminal's to know */
		col = grid_column_read(&grid, 0, col);
	grid_free(&grid);
	while (at < text->len) {
		size_t len = text_cluster(text->text + at, text->len - at);
		if (text_width(app->form, text->text + from, at + len - from) > col)
			break;
		at += len;
	}
	return at;
}

enum { TYPING_ROOM = 14, BETWEEN = 3 };

/* What gives help while letters are typed and what leads out stand last in the line, where the note
 * leaves them room; the way out is the first to give way. */
static void draw_helps(
	struct app *app, struct grid *grid, struct area area, int typed, int note, int *room)
{
	static const char *const helps[] = {"F1 help   Esc close", "F1 help"};
	enum { KEY_WIDTH = 7, CLOSE_AT = 10 };
	for (int i = 0; i < 2; i++) {
		int width = (int)strlen(helps[i]), left = *room - width - BETWEEN;
		bool beside = note + typed + BETWEEN < left,
		     above = note + typed + BETWEEN >= *room;
		if (!beside && !(above && typed + BETWEEN < left))
			continue;
		area_right(grid, NULL, area, 0, 0, style_of(ROLE_HELP), helps[i]);
		target_button(app, area, 0, *room - width, KEY_WIDTH, INPUT_F1);
		if (width > CLOSE_AT)
			target_button(app, area, 0, *room - width + CLOSE_AT, width - CLOSE_AT,
				INPUT_ESCAPE);
		*room = left;
		return;
	}
}

/* Where a note begins to say that a key shows examples: "...; F1 shows examples"; or NULL. */
static const char *examples_in(const char *note)
{
	const char *at = strstr(note, " shows examples");
	while (at && at > note && at[-1] != ' ')
		at--;
	return at;
}

/* What is said, else the note, stands at the right of the line or, where it is too long for that,
 * above it. Returns the rows that it takes there. */
static int draw_note(struct app *app, struct grid *grid, const struct prompt_picture *prompt,
	struct area area, int *room)
{
	const struct buf *typed = &prompt->line->text;
	bool said = app->message_drawn = *app_said(app);
	const char *note = said ? app_said(app) : prompt->note;
	struct style style = style_of(said ? ROLE_TITLE
			: prompt->warns    ? ROLE_WARN
					   : ROLE_COUNT_OF);
	int width = text_width(app->form, note, strlen(note));
	int needed = text_width(app->form, buf_string(typed), typed->len);
	needed = needed > TYPING_ROOM ? needed : TYPING_ROOM;
	if (prompt->helps && typed->len && !strstr(note, "F1"))
		draw_helps(app, grid, area, needed, width, room);
	if (!width)
		return 0;
	if (width + needed + BETWEEN < *room) {
		const char *examples = examples_in(note);
		grid_put(grid, app->form, area.row, area.col + *room - width, width, style, note,
			strlen(note));
		if (examples)
			target_button(app, area, 0, *room - (int)strlen(examples),
				(int)strlen(examples), INPUT_F1);
		*room -= width + 2;
		return 0;
	}
	return area.row > 0 ? app_draw_above(app, grid, grid->rows - 1, style, note) : 0;
}

/* What a list is for, and the signs of its counts. */
static void draw_head(
	const struct app *app, struct grid *grid, const struct candidates *list, struct area rule)
{
	enum { SIGNS_FROM = 76 };
	const struct signs *signs = app->signs;
	const char *chooses = candidates_chosen(list) ? "" : "Down chooses of these";
	bool counts = rule.cols >= SIGNS_FROM && candidates_count(list);
	struct buf words = {0};
	buf_format(&words, " %s", chooses);
	if (counts)
		buf_format(&words, "%s%s quoted   %s reported   %s view", *chooses ? "   " : "",
			signs->quotation, signs->report, signs->view);
	buf_text(&words, " ");
	if (*chooses || counts)
		area_text(grid, NULL, rule, 0, 2, style_of(ROLE_COUNT_OF), buf_string(&words));
	buf_free(&words);
}

/* The list above the line, and a rule above the list. */
static void draw_list(
	struct app *app, struct grid *grid, const struct prompt_picture *prompt, int bottom)
{
	const struct candidates *list = prompt->list;
	int rows = prompt->room, count = (int)list->count;
	rows = rows < count ? rows : count;
	rows = rows < bottom ? rows : bottom;
	struct area area = {bottom - rows, 0, rows, grid->cols};
	struct buf words = {0};
	if (rows < 1)
		return;
	candidates_draw(app, grid, list, area);
	if (grid->rows < PROMPT_RULE_FROM || area.row < 1)
		return;
	struct area rule = {area.row - 1, 0, 1, grid->cols};
	grid_fill(grid, rule.row, 0, grid->cols, style_of(ROLE_RULE), app->signs->light);
	candidates_words(&words, list, rows);
	draw_head(app, grid, list, rule);
	area_right(grid, NULL, rule, 0, 1, style_of(ROLE_COUNT_OF), buf_string(&words));
	buf_free(&words);
}

/* Draws the label, which gives way to what is typed where both have no room. Returns the column
 * behind it. */
static int draw_label(struct app *app, struct grid *grid, const struct prompt_picture *prompt)
{
	enum { TYPING_LEAST = 4, DOES_FROM = 60 };
	struct area area = frame_line(app, 1);
	const char *label = prompt->label;
	int width = text_width(NULL, label, strlen(label));
	grid_fill(grid, area.row, 0, grid->cols, style_of(ROLE_TEXT), " ");
	if (prompt->line->text.len && area.cols - width < TYPING_LEAST)
		return 1;
	int does = !prompt->does || grid->cols < DOES_FROM
		? 0
		: area_text(grid, NULL, area, 0, 0, style_of(ROLE_HELP), prompt->does);
	return 1 + does + area_text(grid, NULL, area, 0, does, style_of(ROLE_KEY), label);
}

/* The character at the cursor, or the blank behind the text. */
static void draw_caret(struct grid *grid)
{
	if (grid->cursor_col >= grid->cols)
		return;
	const struct cell *at = grid_at(grid, grid->cursor_row, grid->cursor_col);
	grid_role(grid, grid->cursor_row, grid->cursor_col, at->width > 1 ? at->width : 1,
		ROLE_TEXT, ROLE_CARET);
}

void prompt_paint(struct app *app, struct grid *grid, const struct prompt_picture *prompt)
{
	int left = draw_label(app, grid, prompt);
	struct area area = frame_line(app, left);
	int room = area.cols;
	target_place(app, (struct area){area.row, 0, 1, grid->cols}, 0, 1, PROMPT_REST, 0);
	int above = draw_note(app, grid, prompt, area, &room);
	if (prompt->list)
		draw_list(app, grid, prompt, grid->rows - 1 - above);
	const struct line *line = prompt->line;
	size_t from = text_from(app, line, room);
	const char *text = buf_string(&line->text);
	target_place(
		app, (struct area){area.row, area.col, 1, room}, 0, 1, PROMPT_LINE, (int64_t)from);
	grid_put(grid, app->form, area.row, area.col, room, style_of(ROLE_TEXT), text + from,
		line->text.len - from);
	grid->cursor_seen = true;
	grid->cursor_row = area.row;
	grid->cursor_col = area.col + text_width(app->form, text + from, line->cursor - from);
	draw_caret(grid);
}
