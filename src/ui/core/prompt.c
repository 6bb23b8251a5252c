/* The cursor stands between clusters of the text, which is short and made anew by each edit. */
#include "ui/core/prompt.h"

#include "base/text.h"
#include "ui/core/frame.h"

#include <stdarg.h>
#include <string.h>

enum { TEXT_MOST = 1000 }; /* bytes */

struct prompt {
	const struct prompt_ops *ops;
	struct buf text;
	size_t cursor; /* byte offset, between clusters */
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

static void prompt_set(struct prompt *prompt, const char *text, size_t len)
{
	buf_clear(&prompt->text);
	buf_add(&prompt->text, text, len);
	prompt->cursor = len;
}

static void prompt_changed(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	buf_clear(&prompt->note);
	prompt->warns = false;
	if (prompt->ops->changed)
		prompt->ops->changed(app, buf_string(&prompt->text));
}

static bool prompt_opened(struct app *app, const struct view_at *at)
{
	struct prompt *prompt = prompt_of(app);
	if (!at->prompt)
		return true; /* as it was left */
	prompt->ops = at->prompt;
	prompt->recalled = 0;
	prompt_set(prompt, at->text, strlen(at->text));
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
	buf_free(&prompt->text);
	buf_free(&prompt->note);
	for (int kind = 0; kind < PROMPT_KINDS; kind++)
		buf_free(&prompt->before[kind]);
}

/* Replaces the bytes from `from` to `to` by `text`; the cursor stands behind it. */
static void replace(struct prompt *prompt, size_t from, size_t to, const char *text, size_t len)
{
	struct buf made = {0};
	buf_add(&made, buf_string(&prompt->text), from);
	buf_add(&made, text, len);
	buf_add(&made, buf_string(&prompt->text) + to, prompt->text.len - to);
	buf_free(&prompt->text);
	prompt->text = made;
	prompt->cursor = from + len;
}

/* Where the cluster before the cursor begins. */
static size_t cluster_before(const struct prompt *prompt)
{
	const char *text = buf_string(&prompt->text);
	size_t at = 0, last = 0;
	while (at < prompt->cursor) {
		last = at;
		at += text_cluster(text + at, prompt->text.len - at);
	}
	return last;
}

static size_t word_before(const struct prompt *prompt)
{
	const char *text = buf_string(&prompt->text);
	size_t at = prompt->cursor;
	while (at && text[at - 1] == ' ')
		at--;
	while (at && text[at - 1] != ' ')
		at--;
	return at;
}

static void insert(struct prompt *prompt, int32_t key)
{
	char bytes[4];
	size_t len = text_encode(key, bytes);
	if (prompt->text.len + len <= TEXT_MOST)
		replace(prompt, prompt->cursor, prompt->cursor, bytes, len);
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
		prompt_set(prompt, "", 0);
	else if (wanted < 0 || !line_before(before, wanted, &line, &len))
		return;
	else
		prompt_set(prompt, line, len);
	prompt->recalled = wanted;
}

/* Remembers a line, unless it is empty or the one remembered last. */
static void remember(struct prompt *prompt)
{
	struct buf *before = &prompt->before[prompt->ops->kind];
	const char *line;
	size_t len;
	if (!prompt->text.len)
		return;
	if (line_before(before, 1, &line, &len) && len == prompt->text.len &&
		memcmp(line, prompt->text.text, len) == 0)
		return;
	buf_add(before, prompt->text.text, prompt->text.len);
	buf_char(before, '\n');
}

static void complete(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	struct buf made = {0};
	if (prompt->ops->complete)
		prompt->ops->complete(app, buf_string(&prompt->text), &made);
	if (made.len)
		prompt_set(prompt, made.text, made.len);
	buf_free(&made);
}

static enum app_next accept(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	remember(prompt);
	/* The prompt leaves first: what it leads to may open another view. */
	view_close(app);
	struct buf text = prompt->text;
	prompt->text = (struct buf){0};
	if (!prompt->ops->accept(app, buf_string(&text))) {
		prompt_set(prompt, buf_string(&text), text.len);
		view_open(app, &prompt_view, NULL);
	}
	buf_free(&text);
	enum app_next next = app->next;
	app->next = APP_DRAW;
	return next;
}

/* Moves the cursor, without a change of the text. */
static bool move_cursor(struct prompt *prompt, int32_t key)
{
	switch (key) {
	case INPUT_LEFT:
		prompt->cursor = cluster_before(prompt);
		return true;
	case INPUT_RIGHT:
		prompt->cursor += text_cluster(buf_string(&prompt->text) + prompt->cursor,
			prompt->text.len - prompt->cursor);
		return true;
	case INPUT_HOME:
	case INPUT_CTRL('a'):
		prompt->cursor = 0;
		return true;
	case INPUT_END:
	case INPUT_CTRL('e'):
		prompt->cursor = prompt->text.len;
		return true;
	default:
		return false;
	}
}

static bool prompt_key(struct app *app, int32_t key, enum app_next *next)
{
	struct prompt *prompt = prompt_of(app);
	*next = APP_DRAW;
	if (move_cursor(prompt, key))
		return true;
	switch (key) {
	case INPUT_ENTER:
		*next = accept(app);
		return true;
	case INPUT_ESCAPE:
	case INPUT_CTRL('c'):
		view_close(app);
		if (prompt->ops->cancel)
			prompt->ops->cancel(app);
		return true;
	case INPUT_CTRL('l'):
		*next = APP_REPAINT;
		return true;
	case INPUT_CTRL('z'):
		return false;
	case INPUT_ERASE:
	case INPUT_CTRL('h'):
		replace(prompt, cluster_before(prompt), prompt->cursor, "", 0);
		break;
	case INPUT_CTRL('w'):
		replace(prompt, word_before(prompt), prompt->cursor, "", 0);
		break;
	case INPUT_CTRL('u'):
		replace(prompt, 0, prompt->cursor, "", 0);
		break;
	case INPUT_UP:
		recall(prompt, 1);
		break;
	case INPUT_DOWN:
		recall(prompt, -1);
		break;
	case INPUT_TAB:
		complete(app);
		break;
	default:
		if (key < INPUT_SPACE || key >= INPUT_FIRST_NAMED || text_is_harmful(key))
			return true;
		insert(prompt, key);
		break;
	}
	prompt_changed(app);
	return true;
}

/* A text that is wider than its room is shown from where the cursor stays in sight. */
static size_t text_from(const struct app *app, int room)
{
	const struct prompt *prompt = prompt_of(app);
	const char *text = buf_string(&prompt->text);
	size_t from = 0;
	while (from < prompt->cursor &&
		text_width(app->form, text + from, prompt->cursor - from) >= room)
		from += text_cluster(text + from, prompt->text.len - from);
	return from < prompt->cursor ? from : prompt->cursor; /* which may stand before a mark */
}

/* The note stands at the right of the line or, where it is too long for that, in the row above. */
static void draw_note(struct app *app, struct grid *grid, int left, int *room)
{
	enum { TYPING_ROOM = 14 };
	const struct prompt *prompt = prompt_of(app);
	const char *note = buf_string(&prompt->note);
	struct style style = style_of(prompt->warns ? ROLE_WARN : ROLE_COUNT_OF);
	int width = text_width(app->form, note, prompt->note.len);
	int typed = text_width(app->form, buf_string(&prompt->text), prompt->text.len);
	int row = grid->rows - 1;
	if (!width)
		return;
	if (width + (typed > TYPING_ROOM ? typed : TYPING_ROOM) + 3 < *room) {
		grid_put(grid, app->form, row, grid->cols - 1 - width, width, style, note,
			prompt->note.len);
		*room -= width + 2;
	} else if (row > 0) {
		grid_fill(grid, row - 1, 0, grid->cols, style, " ");
		grid_put(grid, app->form, row - 1, left < grid->cols ? 1 : 0, grid->cols - 2, style,
			note, prompt->note.len);
	}
}

static void prompt_draw(struct app *app, struct grid *grid)
{
	const struct prompt *prompt = prompt_of(app);
	const char *label = prompt->ops->label;
	view_draw(app, view_below(app), grid);
	struct area line = frame_line(app, 1);
	grid_fill(grid, line.row, 0, grid->cols, style_of(ROLE_TEXT), " ");
	int left = 1 + area_text(grid, NULL, line, 0, 0, style_of(ROLE_KEY), label);
	line = frame_line(app, left);
	int room = line.cols;
	draw_note(app, grid, left, &room);
	size_t from = text_from(app, room);
	const char *text = buf_string(&prompt->text);
	grid_put(grid, app->form, line.row, line.col, room, style_of(ROLE_TEXT), text + from,
		prompt->text.len - from);
	grid->cursor_row = line.row;
	grid->cursor_col = line.col + text_width(app->form, text + from, prompt->cursor - from);
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
	.open = prompt_opened,
	.end = prompt_end,
	.key = prompt_key,
	.mouse = prompt_mouse,
	.draw = prompt_draw,
	.wake = prompt_wake,
	.tick = prompt_tick,
};
