/* A line, and beside it what there is to say of it.
 *
 * What is said and listed is made once for a picture, however much is typed or pasted before it: an
 * edit only notes that it is due, and what looks at it settles that first. */
#include "ui/core/prompt.h"

#include "ui/core/history.h"
#include "ui/core/prompt_draw.h"
#include "ui/core/target.h"

#include <stdarg.h>
#include <string.h>

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
	struct prompt_list list;
};

static const struct view_ops prompt_view;

static struct prompt *prompt_of(const struct app *app)
{
	return view_state(app, &prompt_view);
}

static void list_begin(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	prompt_list_begin(app, &prompt->ops->list, &prompt->list, &prompt->line);
}

static void list_work(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	prompt_list_work(app, &prompt->ops->list, &prompt->list, &prompt->line);
}

static bool has_examples(const struct prompt *prompt)
{
	return prompt->ops->kind < PROMPT_HELP;
}

bool prompt_is_for(const struct app *app, const struct prompt_ops *ops)
{
	return view_is_open(app, &prompt_view) && prompt_of(app)->ops == ops;
}

struct candidates *prompt_candidates(const struct app *app)
{
	return &prompt_of(app)->list.of;
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
	prompt->recalling = prompt->list.asked = false;
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

void prompt_take(struct app *app, const char *text)
{
	struct prompt *prompt = prompt_of(app);
	prompt->recalling = prompt->list.asked = false;
	line_put(&prompt->line, 0, prompt->line.text.len, text);
	prompt_changed(app);
}

void prompt_remember(struct app *app, const char *text)
{
	struct prompt *prompt = prompt_of(app);
	history_add(&prompt->before[prompt->ops->kind], text, strlen(text));
}

static void prompt_forget(struct app *app)
{
	candidates_free(&prompt_of(app)->list.of);
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

/* Takes the first of the list, then one after the other. */
static void complete(struct app *app, int by)
{
	struct prompt *prompt = prompt_of(app);
	struct candidates *list = &prompt->list.of;
	prompt_settle(app);
	if (prompt->ops->list.on_tab && !prompt->list.asked) {
		prompt->list.asked = true;
		list_begin(app);
	}
	if (!list->count) {
		app_say(app,
			has_examples(prompt) ? "nothing fits that; F1 shows examples"
					     : "nothing fits that");
		return;
	}
	prompt_list_turn(&prompt->list, &prompt->line, by);
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
	struct candidates *list = &prompt->list.of;
	if (!prompt->recalling)
		prompt_settle(app);
	bool empty = !prompt->line.text.len, chosen = list->selected != CANDIDATE_NONE;
	if (prompt->recalling || !list->count || (empty && by < 0 && !chosen))
		recall(app, -by);
	else if (empty && by < 0 && list->selected == 0)
		list->selected = CANDIDATE_NONE; /* back to the line */
	else
		candidates_step(list, by);
	prompt->list.taken = false;
}

static enum app_next accept(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	struct candidates *list = &prompt->list.of;
	struct ref meant = {0};
	prompt_settle(app);
	if (list->selected == CANDIDATE_NONE && list->takes)
		list->selected = 0;
	bool chosen = list->selected != CANDIDATE_NONE;
	if (chosen && !prompt->list.taken)
		prompt_list_take(&prompt->list, &prompt->line);
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
		prompt->recalling = prompt->list.asked = false;
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
		prompt_of(app)->recalling = prompt_of(app)->list.asked = false;
		prompt_changed(app);
	}
	if (*line_paste_words(answer))
		app_say(app, "%s", line_paste_words(answer));
}

/* By ? a page opens over an empty line, and closes. */
enum app_next prompt_type(struct app *app, int32_t key)
{
	enum app_next next = APP_DRAW;
	view_close(app);
	if (key != '?' || prompt_of(app)->line.text.len)
		prompt_key(app, key, &next);
	return next;
}

void prompt_type_paste(struct app *app, const char *text, size_t len)
{
	view_close(app);
	prompt_paste(app, text, len);
}

static void prompt_draw(struct app *app, struct grid *grid)
{
	const struct prompt *prompt = prompt_of(app);
	prompt_settle(app);
	view_draw(app, view_below(app), grid);
	if (!prompt->ops->list.listed_below)
		target_cover(app);
	prompt_paint(app, grid,
		&(struct prompt_picture){.does = prompt->ops->does,
			.label = prompt->ops->label,
			.line = &prompt->line,
			.list = prompt->ops->list.listed_below ? NULL : &prompt->list.of,
			.note = buf_string(&prompt->note),
			.warns = prompt->warns,
			.helps = has_examples(prompt),
			.room = prompt_list_room(app, &prompt->ops->list)});
}

/* What is beside the line and above it was said of the old record. */
static void prompt_resume(struct app *app)
{
	if (view_is_open(app, &prompt_view))
		prompt_changed(app);
}

static void prompt_fit(struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	candidates_fit(&prompt->list.of, prompt_list_room(app, &prompt->ops->list));
}

/* A click in the line sets the cursor. */
static bool prompt_choose(struct app *app, const struct target *target)
{
	struct prompt *prompt = prompt_of(app);
	struct candidates *list = &prompt->list.of;
	bool before = false;
	prompt_settle(app);
	if (target->part == PROMPT_LINE) {
		prompt->line.cursor = prompt_byte_at(
			app, &prompt->line.text, (size_t)target->item, target->col);
		prompt_due(app, DUE_LIST);
	} else if (target->part == PROMPT_LIST) {
		before = candidates_chosen(list) == &list->at[target->item];
		list->selected = target->item;
		prompt->list.taken = false;
	}
	return before;
}

static enum app_next prompt_wheel(struct app *app, const struct input *input, int rows)
{
	struct candidates *list = &prompt_of(app)->list.of;
	prompt_settle(app);
	int64_t to = list->selected + rows, last = (int64_t)list->count - 1;
	if (!list->count)
		return APP_NOTHING;
	list->selected = to < 0 ? 0 : to > last ? last : to;
	prompt_of(app)->list.taken = false;
	return APP_DRAW;
}

static int prompt_wake(const struct app *app)
{
	struct prompt *prompt = prompt_of(app);
	const struct prompt_ops *ops = prompt->ops;
	bool due = prompt->due != DUE_NOTHING, busy = ops->busy && ops->busy(app);
	return due || busy || prompt_list_busy(app, &ops->list, &prompt->list) ? 0 : -1;
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
