/* A line, and beside it what there is to say of it.
 *
 * What is said and listed is made once for a picture, however much is typed or pasted before it: an
 * edit only notes that it is due, and what looks at it settles that first. */
#include "ui/core/prompt.h"

#include "base/text.h"
#include "ui/core/frame.h"
#include "ui/core/history.h"
#include "ui/core/line.h"
#include "ui/core/prompt_draw.h"
#include "ui/core/target.h"

#include <stdarg.h>
#include <string.h>

enum {
	THINGS_AT_ONCE = 5000,  /* are gone through at a key, and in a step while nobody types */
	COUNTED_AT_ONCE = 20000 /* events and quotations, to say what candidates leave */
};

/* What has to be made anew of the line. */
enum due { DUE_NOTHING, DUE_LIST, DUE_ALL };

struct prompt {
	const struct prompt_ops *ops;
	struct line line;
	enum due due;
	struct buf note;
	bool warns; /* the note says what is wrong */
	struct history before[PROMPT_KINDS];
	int recalled;   /* how many lines back Up has gone; 0 is none */
	bool recalling; /* and nothing was typed since */
	struct candidates list;
	bool asked; /* Tab has asked for it */
	bool taken; /* what is chosen of it stands in the line */
};

static const struct view_ops prompt_view;

static struct prompt *prompt_of(const struct app *app)
{
	return view_state(app, &prompt_view);
}

static bool has_examples(const struct prompt *prompt)
{
	return prompt->ops->kind < PROMPT_HELP;
}

/* ---- the list of what the text could go on with ---- */

static bool is_listing(const struct prompt *prompt)
{
	return prompt->ops->begin && (!prompt->ops->on_tab || prompt->asked);
}

/* The line with a candidate taken into it. */
static void line_with(
	const struct prompt *prompt, const struct candidate *candidate, struct buf *out)
{
	const char *text = buf_string(&prompt->line.text);
	buf_add(out, text, prompt->list.from);
	buf_text(out, candidate->text);
	buf_text(out, text + prompt->list.to);
}

/* The rows that the list may have: a third of the screen, with a rule above it. */
static int list_room(const struct app *app)
{
	if (prompt_of(app)->ops->listed_below)
		return frame_body(app, 0, 0).rows;
	return app->rows / 3 - (app->rows >= PROMPT_RULE_FROM ? 1 : 0);
}

/* Goes on with the list, and counts what of it is seen. */
static void list_work(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	const uint32_t *counts = app->record->counts;
	uint32_t each = counts[THING_EVENT] + counts[THING_QUOTE] + 1, done = 0;
	struct candidate *next;
	if (!is_listing(prompt))
		return;
	if (!prompt->list.all)
		prompt->ops->offer(app, &prompt->list, THINGS_AT_ONCE);
	candidates_fit(&prompt->list, list_room(app));
	while (prompt->ops->count && done < COUNTED_AT_ONCE &&
		(next = candidates_uncounted(&prompt->list, list_room(app)))) {
		struct buf text = {0};
		line_with(prompt, next, &text);
		prompt->ops->count(app, buf_string(&text), next);
		next->counted = true;
		buf_free(&text);
		done += each;
	}
}

static bool list_busy(const struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	return is_listing(prompt) &&
		(!prompt->list.all ||
			(prompt->ops->count &&
				candidates_uncounted(&prompt->list, list_room(app))));
}

static void list_begin(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	const struct line *line = &prompt->line;
	prompt->taken = false;
	if (is_listing(prompt))
		prompt->ops->begin(app, buf_string(&line->text), line->cursor, &prompt->list);
	else
		candidates_begin(&prompt->list, "", 0, 0);
	list_work(app);
}

bool prompt_is_for(const struct app *app, const struct prompt_ops *ops)
{
	return view_is_open(app, &prompt_view) && prompt_of(app)->ops == ops;
}

struct candidates *prompt_candidates(const struct app *app)
{
	return &prompt_of(app)->list;
}

/* ---- in and out ---- */

/* The note that is said of the text. */
static void note_anew(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	buf_clear(&prompt->note);
	prompt->warns = false;
	if (prompt->ops->changed)
		prompt->ops->changed(app, buf_string(&prompt->line.text));
}

static void prompt_due(struct app *app, enum due due)
{
	struct prompt *prompt = prompt_of(app);
	prompt->due = due > prompt->due ? due : prompt->due;
}

static void prompt_changed(struct app *app)
{
	prompt_due(app, DUE_ALL);
}

static void prompt_settle(struct app *app)
{
	enum due due = prompt_of(app)->due;
	prompt_of(app)->due = DUE_NOTHING;
	if (due != DUE_NOTHING)
		list_begin(app);
	if (due == DUE_ALL)
		note_anew(app);
}

static bool prompt_opened(struct app *app, const struct view_at *at)
{
	struct prompt *prompt = prompt_of(app);
	if (!at->prompt)
		return true; /* as it was left */
	prompt->ops = at->prompt;
	prompt->recalled = 0;
	prompt->recalling = prompt->asked = false;
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

/* Puts a text of the record in the place of what stands from one byte to the other, as a paste: there
 * may be anything in it. */
static void put(struct line *line, size_t from, size_t to, const char *text)
{
	struct buf rest = {0};
	buf_add(&rest, buf_string(&line->text), from);
	buf_text(&rest, buf_string(&line->text) + to);
	line_set(line, buf_string(&rest), rest.len);
	line->cursor = from;
	line_paste(line, text, strlen(text));
	buf_free(&rest);
}

void prompt_take(struct app *app, const char *text)
{
	struct prompt *prompt = prompt_of(app);
	prompt->recalling = prompt->asked = false;
	put(&prompt->line, 0, prompt->line.text.len, text);
	prompt_changed(app);
}

void prompt_remember(struct app *app, const char *text)
{
	struct prompt *prompt = prompt_of(app);
	history_add(&prompt->before[prompt->ops->kind], text, strlen(text));
}

static void prompt_forget(struct app *app)
{
	candidates_free(&prompt_of(app)->list);
}

static void prompt_end(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	line_free(&prompt->line);
	buf_free(&prompt->note);
	for (int kind = 0; kind < PROMPT_KINDS; kind++)
		history_free(&prompt->before[kind]);
}

/* ---- keys ---- */

static void recall(struct app *app, int by)
{
	struct prompt *prompt = prompt_of(app);
	const struct history *before = &prompt->before[prompt->ops->kind];
	const char *line;
	size_t len;
	int wanted = prompt->recalled + by;
	prompt->recalling = true;
	if (wanted == 0) {
		line_set(&prompt->line, "", 0);
		prompt->recalling = false;
	} else if (wanted < 0 || !history_line(before, wanted, &line, &len)) {
		if (!prompt->recalled)
			app_say(app, "nothing was typed here before");
		return;
	} else {
		line_set(&prompt->line, line, len);
	}
	prompt->recalled = wanted;
	prompt_changed(app);
}

/* Takes the chosen one into the line. */
static void take(struct prompt *prompt)
{
	struct candidates *list = &prompt->list;
	put(&prompt->line, list->from, list->to, list->at[list->selected].text);
	list->to = prompt->line.cursor;
	prompt->taken = true;
}

/* The first that says something else than the line. */
static int64_t first_other(const struct candidates *list)
{
	uint32_t n = 0;
	while (n + 1 < list->count && list->at[n].as_typed)
		n++;
	return n;
}

/* Takes the first of the list, then one after the other. */
static void complete(struct app *app, int by)
{
	struct prompt *prompt = prompt_of(app);
	struct candidates *list = &prompt->list;
	prompt_settle(app);
	if (prompt->ops->on_tab && !prompt->asked) {
		prompt->asked = true;
		list_begin(app);
	}
	if (!list->count) {
		app_say(app,
			has_examples(prompt) ? "nothing fits that; F1 shows examples"
					     : "nothing fits that");
		return;
	}
	if (prompt->taken)
		candidates_step(list, by);
	else if (list->selected == CANDIDATE_NONE)
		list->selected = by < 0 ? (int64_t)list->count - 1 : first_other(list);
	take(prompt);
	prompt->recalling = false;
	if (list->count == 1 || list->at[list->selected].goes_on)
		prompt_changed(app);
	else
		note_anew(app);
}

/* Down and Up: in the list; back through what was typed before, where nothing is typed, or what stands
 * there came from it. */
static void step(struct app *app, int by)
{
	struct prompt *prompt = prompt_of(app);
	struct candidates *list = &prompt->list;
	if (!prompt->recalling)
		prompt_settle(app);
	bool empty = !prompt->line.text.len, chosen = list->selected != CANDIDATE_NONE;
	if (prompt->recalling || !list->count || (empty && by < 0 && !chosen))
		recall(app, -by);
	else if (empty && by < 0 && list->selected == 0)
		list->selected = CANDIDATE_NONE; /* back to the line */
	else
		candidates_step(list, by);
	prompt->taken = false;
}

static enum app_next accept(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	struct candidates *list = &prompt->list;
	struct ref meant = {0};
	prompt_settle(app);
	if (list->selected == CANDIDATE_NONE && list->takes)
		list->selected = 0;
	bool chosen = list->selected != CANDIDATE_NONE;
	if (chosen && !prompt->taken)
		take(prompt);
	if (chosen && list->at[list->selected].goes_on) {
		prompt_changed(app);
		return APP_DRAW;
	}
	if (chosen)
		meant = list->at[list->selected].of;
	prompt_remember(app, buf_string(&prompt->line.text));
	/* The prompt leaves first: what it leads to may open another view. */
	view_close(app);
	struct buf text = prompt->line.text;
	prompt->line = (struct line){0};
	if (!prompt->ops->accept(app, buf_string(&text), meant)) {
		line_set(&prompt->line, buf_string(&text), text.len);
		view_open(app, &prompt_view, NULL);
		list_begin(app);
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

/* F1 does, and ? where nothing is typed yet. */
static void show_examples(struct app *app)
{
	const struct prompt *prompt = prompt_of(app);
	if (has_examples(prompt))
		view_open(app, &examples_view, &(struct view_at){.prompt = prompt->ops});
	else
		app_say_unheard(app, INPUT_F1, "Esc cancels");
}

/* A key of the line, or one that does nothing and says so. */
static void edit(struct app *app, int32_t key)
{
	struct prompt *prompt = prompt_of(app);
	switch (line_key(&prompt->line, key)) {
	case LINE_CHANGED:
	case LINE_CUT:
		prompt->recalling = prompt->asked = false;
		prompt_changed(app);
		break;
	case LINE_MOVED: /* what is said of the text where that needs a search stays */
		prompt_due(app, prompt->ops->work ? DUE_LIST : DUE_ALL);
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
		step(app, -1);
		break;
	case INPUT_DOWN:
	case INPUT_CTRL('n'):
		step(app, 1);
		break;
	case INPUT_TAB:
		complete(app, key & INPUT_SHIFT ? -1 : 1);
		break;
	case INPUT_F1:
		show_examples(app);
		break;
	default:
		if (key == '?' && has_examples(prompt_of(app)) && !prompt_of(app)->line.text.len)
			show_examples(app);
		else
			edit(app, key);
		break;
	}
	if (view_on_top(app) == &prompt_view && prompt_of(app)->due == DUE_NOTHING)
		list_work(app);
	return true;
}

static void prompt_paste(struct app *app, const char *text, size_t len)
{
	enum line_answer answer = line_paste(&prompt_of(app)->line, text, len);
	if (answer == LINE_CHANGED || answer == LINE_CUT) {
		prompt_of(app)->recalling = prompt_of(app)->asked = false;
		prompt_changed(app);
	}
	if (*line_paste_words(answer))
		app_say(app, "%s", line_paste_words(answer));
}

static void prompt_draw(struct app *app, struct grid *grid)
{
	const struct prompt *prompt = prompt_of(app);
	prompt_settle(app);
	view_draw(app, view_below(app), grid);
	if (!prompt->ops->listed_below)
		target_cover(app);
	prompt_paint(app, grid,
		&(struct prompt_picture){.does = prompt->ops->does,
			.label = prompt->ops->label,
			.line = &prompt->line,
			.list = prompt->ops->listed_below ? NULL : &prompt->list,
			.note = buf_string(&prompt->note),
			.warns = prompt->warns,
			.helps = has_examples(prompt),
			.room = list_room(app)});
}

/* What is beside the line and above it was said of the old record. */
static void prompt_resume(struct app *app)
{
	if (view_is_open(app, &prompt_view))
		prompt_changed(app);
}

static void prompt_fit(struct app *app)
{
	candidates_fit(&prompt_of(app)->list, list_room(app));
}

/* The byte of a text, shown from `from` on, that is seen in a column. */
static size_t byte_at(const struct app *app, const struct buf *text, size_t from, int col)
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

/* A click in the line sets the cursor. */
static bool prompt_choose(struct app *app, const struct target *target)
{
	struct prompt *prompt = prompt_of(app);
	struct candidates *list = &prompt->list;
	bool before = false;
	prompt_settle(app);
	if (target->part == PROMPT_LINE) {
		prompt->line.cursor = byte_at(
			app, &prompt->line.text, (size_t)target->item, target->col);
		prompt_due(app, DUE_LIST);
	} else if (target->part == PROMPT_LIST) {
		before = candidates_chosen(list) == &list->at[target->item];
		list->selected = target->item;
		prompt->taken = false;
	}
	return before;
}

static enum app_next prompt_wheel(struct app *app, const struct input *input, int rows)
{
	struct candidates *list = &prompt_of(app)->list;
	prompt_settle(app);
	int64_t to = list->selected + rows, last = (int64_t)list->count - 1;
	if (!list->count)
		return APP_NOTHING;
	list->selected = to < 0 ? 0 : to > last ? last : to;
	prompt_of(app)->taken = false;
	return APP_DRAW;
}

static int prompt_wake(const struct app *app)
{
	const struct prompt_ops *ops = prompt_of(app)->ops;
	bool due = prompt_of(app)->due != DUE_NOTHING;
	return due || (ops->busy && ops->busy(app)) || list_busy(app) ? 0 : -1;
}

static enum app_next prompt_tick(struct app *app, int ms)
{
	prompt_settle(app);
	if (prompt_of(app)->ops->work)
		prompt_of(app)->ops->work(app);
	list_work(app);
	return APP_DRAW;
}

static const struct view_ops prompt_view = {
	.state_size = sizeof(struct prompt),
	.stays = true,
	.types = true,
	.open = prompt_opened,
	.forget = prompt_forget,
	.end = prompt_end,
	.resume = prompt_resume,
	.key = prompt_key,
	.paste = prompt_paste,
	.choose = prompt_choose,
	.wheel = prompt_wheel,
	.draw = prompt_draw,
	.fit = prompt_fit,
	.wake = prompt_wake,
	.tick = prompt_tick,
};
