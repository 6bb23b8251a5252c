/* A line, and beside it what there is to say of it. */
#include "ui/core/prompt.h"

#include "base/text.h"
#include "ui/core/frame.h"
#include "ui/core/line.h"

#include <stdarg.h>
#include <string.h>

enum { HISTORY_MOST = 64 << 10 }; /* bytes */

struct prompt {
	const struct prompt_ops *ops;
	struct line line;
	struct buf note;
	bool warns;                      /* the note says what is wrong */
	struct buf before[PROMPT_KINDS]; /* what was typed before, closed by line feeds */
	int recalled;                    /* how many lines back Up has gone; 0 is none */
};

static const struct view_ops prompt_view;

static struct prompt *prompt_of(const struct app *app)
{
	return view_state(app, &prompt_view);
}

static void prompt_changed(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	buf_clear(&prompt->note);
	prompt->warns = false;
	if (prompt->ops->changed)
		prompt->ops->changed(app, buf_string(&prompt->line.text));
}

static bool prompt_opened(struct app *app, const struct view_at *at)
{
	struct prompt *prompt = prompt_of(app);
	if (!at->prompt)
		return true; /* as it was left */
	prompt->ops = at->prompt;
	prompt->recalled = 0;
	line_set(&prompt->line, at->text, strlen(at->text));
	return true;
}

void prompt_open(struct app *app, const struct prompt_ops *ops, const char *text)
{
	view_open(app, &prompt_view, &(struct view_at){.prompt = ops, .text = text});
	prompt_changed(app);
}

void prompt_note(struct app *app, bool warns, const char *format, ...)
{
	struct prompt *prompt = prompt_of(app);
	va_list list;
	buf_clear(&prompt->note);
	va_start(list, format);
	buf_format_list(&prompt->note, format, list);
	va_end(list);
	prompt->warns = warns;
}

static void prompt_end(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	line_free(&prompt->line);
	buf_free(&prompt->note);
	for (int kind = 0; kind < PROMPT_KINDS; kind++)
		buf_free(&prompt->before[kind]);
}

/* The nth line of the history from its end; false where there are fewer. */
static bool line_before(const struct buf *before, int n, const char **line, size_t *len)
{
	const char *end = before->len ? before->text + before->len : NULL;
	for (; end && end > before->text; n--) {
		const char *start = end - 1; /* its line feed */
		while (start > before->text && start[-1] != '\n')
			start--;
		*line = start;
		*len = (size_t)(end - 1 - start);
		if (n == 1)
			return true;
		end = start;
	}
	return false;
}

static void recall(struct prompt *prompt, int by)
{
	const struct buf *before = &prompt->before[prompt->ops->kind];
	const char *line;
	size_t len;
	int wanted = prompt->recalled + by;
	if (wanted == 0)
		line_set(&prompt->line, "", 0);
	else if (wanted < 0 || !line_before(before, wanted, &line, &len))
		return;
	else
		line_set(&prompt->line, line, len);
	prompt->recalled = wanted;
}

/* Remembers a line, unless it is empty or the one remembered last; the oldest are forgotten. */
static void remember(struct prompt *prompt)
{
	struct buf *before = &prompt->before[prompt->ops->kind];
	const struct buf *text = &prompt->line.text;
	const char *line;
	size_t len;
	if (!text->len)
		return;
	if (line_before(before, 1, &line, &len) && len == text->len &&
		memcmp(line, text->text, len) == 0)
		return;
	buf_add(before, text->text, text->len);
	buf_char(before, '\n');
	if (before->len <= HISTORY_MOST)
		return;
	struct buf kept = {0};
	buf_text(&kept, strchr(before->text + before->len - HISTORY_MOST / 2, '\n') + 1);
	buf_free(before);
	*before = kept;
}

/* False where there is nothing that it could become. */
static bool complete(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	struct buf made = {0};
	if (prompt->ops->complete)
		prompt->ops->complete(app, buf_string(&prompt->line.text), &made);
	bool some = made.len > 0;
	if (some)
		line_set(&prompt->line, made.text, made.len);
	buf_free(&made);
	return some;
}

static enum app_next accept(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	remember(prompt);
	/* The prompt leaves first: what it leads to may open another view. */
	view_close(app);
	struct buf text = prompt->line.text;
	prompt->line = (struct line){0};
	if (!prompt->ops->accept(app, buf_string(&text))) {
		line_set(&prompt->line, buf_string(&text), text.len);
		view_open(app, &prompt_view, NULL);
	}
	buf_free(&text);
	enum app_next next = app->next;
	app->next = APP_DRAW;
	return next;
}

static void cancel(struct app *app)
{
	const struct prompt_ops *ops = prompt_of(app)->ops;
	view_close(app);
	if (ops->cancel)
		ops->cancel(app);
}

/* A key of the line, or one that does nothing and says so. */
static void edit(struct app *app, int32_t key)
{
	struct prompt *prompt = prompt_of(app);
	switch (line_key(&prompt->line, key)) {
	case LINE_CHANGED:
	case LINE_CUT:
		prompt_changed(app);
		break;
	case LINE_MOVED:
		if (key == INPUT_CTRL('d') && !prompt->line.text.len)
			app_say(app, "nothing is typed yet; Esc cancels");
		break;
	case LINE_FULL:
		app_say(app, "the line is full");
		break;
	case LINE_NOT:
		app_say_unheard(app, key, "Esc cancels");
		break;
	}
}

/* The key itself, where what is held down with it makes no other of it: not of Alt and a letter. */
static int32_t key_plain(int32_t key)
{
	int32_t plain = key & ~INPUT_HELD;
	bool letter = plain < INPUT_FIRST_NAMED && plain != INPUT_ESCAPE;
	return letter && (key & INPUT_ALT) ? key : plain;
}

static bool prompt_key(struct app *app, int32_t key, enum app_next *next)
{
	*next = APP_DRAW;
	switch (key_plain(key)) {
	case INPUT_ENTER:
		*next = accept(app);
		return true;
	case INPUT_ESCAPE:
	case INPUT_CTRL('c'):
		cancel(app);
		return true;
	case INPUT_CTRL('l'):
		*next = APP_REPAINT;
		return true;
	case INPUT_CTRL('z'):
		return false;
	case INPUT_UP:
	case INPUT_CTRL('p'):
		recall(prompt_of(app), 1);
		break;
	case INPUT_DOWN:
	case INPUT_CTRL('n'):
		recall(prompt_of(app), -1);
		break;
	case INPUT_TAB:
		if (!complete(app))
			app_say(app,
				prompt_of(app)->ops->complete ? "nothing begins with that"
							      : "Tab completes nothing here");
		break;
	default:
		edit(app, key);
		return true;
	}
	prompt_changed(app);
	return true;
}

static void prompt_paste(struct app *app, const char *text, size_t len)
{
	enum line_answer answer = line_paste(&prompt_of(app)->line, text, len);
	if (answer == LINE_CHANGED || answer == LINE_CUT)
		prompt_changed(app);
	if (*line_paste_words(answer))
		app_say(app, "%s", line_paste_words(answer));
}

/* A text that is wider than its room is shown from where the cursor stays in sight. */
static size_t text_from(const struct app *app, int room)
{
	const struct line *line = &prompt_of(app)->line;
	const char *text = buf_string(&line->text);
	size_t from = 0;
	while (from < line->cursor &&
		text_width(app->form, text + from, line->cursor - from) >= room)
		from += text_cluster(text + from, line->text.len - from);
	return from < line->cursor ? from : line->cursor; /* which may stand before a mark */
}

/* In the rows above the line, as many as it needs and a third of the screen gives. */
static void draw_note_above(
	struct app *app, struct grid *grid, struct style style, const char *note)
{
	struct rows rows = app_rows(app, grid->cols);
	rows_paragraph(&rows, style, note, grid->cols > 2 ? 1 : 0, grid->cols - 1);
	int most = grid->rows > 3 ? grid->rows / 3 : 1,
	    count = (int)rows.count < most ? (int)rows.count : most;
	struct area area = {grid->rows - 1 - count, 0, count, grid->cols};
	for (int i = 0; i < count; i++) {
		grid_fill(grid, area.row + i, 0, grid->cols, style, " ");
		area_row(grid, app->form, area, i, &rows.at[i], 0);
	}
}

/* What is said, else the note, stands at the right of the line or, where it is too long for that,
 * above it. */
static void draw_note(struct app *app, struct grid *grid, int left, int *room)
{
	enum { TYPING_ROOM = 14 };
	const struct prompt *prompt = prompt_of(app);
	const struct buf *typed = &prompt->line.text;
	bool said = app->message_drawn = *app_said(app);
	const char *note = said ? app_said(app) : buf_string(&prompt->note);
	struct style style = style_of(said ? ROLE_TITLE
			: prompt->warns    ? ROLE_WARN
					   : ROLE_COUNT_OF);
	int width = text_width(app->form, note, strlen(note));
	int needed = text_width(app->form, buf_string(typed), typed->len);
	int row = grid->rows - 1;
	if (!width)
		return;
	if (width + (needed > TYPING_ROOM ? needed : TYPING_ROOM) + 3 < *room) {
		grid_put(grid, app->form, row, grid->cols - 1 - width, width, style, note,
			strlen(note));
		*room -= width + 2;
	} else if (row > 0) {
		draw_note_above(app, grid, style, note);
	}
}

/* Draws the label, which gives way to what is typed where both have no room. Returns the column
 * behind it. */
static int draw_label(struct app *app, struct grid *grid)
{
	enum { TYPING_LEAST = 4 };
	const struct prompt *prompt = prompt_of(app);
	struct area area = frame_line(app, 1);
	const char *label = prompt->ops->label;
	int width = text_width(NULL, label, strlen(label));
	grid_fill(grid, area.row, 0, grid->cols, style_of(ROLE_TEXT), " ");
	if (prompt->line.text.len && area.cols - width < TYPING_LEAST)
		return 1;
	return 1 + area_text(grid, NULL, area, 0, 0, style_of(ROLE_KEY), label);
}

static void prompt_draw(struct app *app, struct grid *grid)
{
	const struct prompt *prompt = prompt_of(app);
	view_draw(app, view_below(app), grid);
	int left = draw_label(app, grid);
	struct area area = frame_line(app, left);
	int room = area.cols;
	draw_note(app, grid, left, &room);
	size_t from = text_from(app, room), cursor = prompt->line.cursor;
	const char *text = buf_string(&prompt->line.text);
	grid_put(grid, app->form, area.row, area.col, room, style_of(ROLE_TEXT), text + from,
		prompt->line.text.len - from);
	grid->cursor_row = area.row;
	grid->cursor_col = area.col + text_width(app->form, text + from, cursor - from);
}

/* What is beside the line was said of the old record. */
static void prompt_resume(struct app *app)
{
	if (view_is_open(app, &prompt_view))
		prompt_changed(app);
}

static enum app_next prompt_mouse(struct app *app, const struct input *input)
{
	return APP_NOTHING;
}

static int prompt_wake(const struct app *app)
{
	const struct prompt_ops *ops = prompt_of(app)->ops;
	return ops->busy && ops->busy(app) ? 0 : -1;
}

static enum app_next prompt_tick(struct app *app, int ms)
{
	if (prompt_of(app)->ops->work)
		prompt_of(app)->ops->work(app);
	return APP_DRAW;
}

static const struct view_ops prompt_view = {
	.state_size = sizeof(struct prompt),
	.stays = true,
	.types = true,
	.open = prompt_opened,
	.end = prompt_end,
	.resume = prompt_resume,
	.key = prompt_key,
	.paste = prompt_paste,
	.mouse = prompt_mouse,
	.draw = prompt_draw,
	.wake = prompt_wake,
	.tick = prompt_tick,
};
