/* The explorer begins, answers, and draws: keys become actions through the one table,
 * and go to the view on top. */
#include "ui/core/app.h"

#include "base/memory.h"
#include "layout/words.h"
#include "ui/core/action_table.h"
#include "ui/core/bookmarks.h"
#include "ui/core/filter.h"
#include "ui/core/find.h"
#include "ui/core/keyboard.h"
#include "ui/core/pointer.h"
#include "ui/core/quitting.h"
#include "ui/core/spot.h"

#include <stdlib.h>
#include <string.h>

enum { COUNT_MOST = 999999, KIOSK_IDLE = 5 * 60 * 1000 /* milliseconds */ };

static void app_begin(
	struct app *app, const struct record *record, const struct app_options *options)
{
	*app = (struct app){
		.record = record,
		.options = *options,
		.signs = signs_find(options->ascii),
		.form = options->form,
		.mouse = options->mouse,
		.theme = options->theme,
		.ground = options->ground,
		.rows = 24,
		.cols = 80,
		.next = APP_DRAW,
		.trail = mem_zero(1, sizeof *app->trail),
		.pointer = mem_zero(1, sizeof *app->pointer),
	};
	bookmarks_begin(app);
	find_begin(app);
	filter_begin(app, &options->asked);
	view_open(app, &explorer_view, NULL);
	if (options->at) {
		spot_follow(app, record_find(record, options->at));
		*app->trail = (struct trail){0};
	}
	if (options->present)
		view_open(app, &present_view, NULL);
	else if (options->quiz)
		view_open(app, &quiz_view, NULL);
}

/* Of what the record was made, and where it is told what had no place in it. */
static void foreign_say(struct app *app, const struct record *record)
{
	struct buf files = {0}, notes = {0};
	if (record->foreign > 1)
		buf_format(&files, "%u files of other programs", (unsigned)record->foreign);
	else
		buf_text(&files, "from another program");
	words_number(&notes, record->remarks, "note", "notes");
	if (record->remarks)
		app_say(app, "%s: truce check has %s, print -f yaml makes a record",
			buf_string(&files), buf_string(&notes));
	else if (record->foreign)
		app_say(app, "%s, read whole: print -f yaml makes a record", buf_string(&files));
	buf_free(&files);
	buf_free(&notes);
}

struct app *app_create(const struct record *record, const struct app_options *options)
{
	struct app *app = mem_alloc(sizeof *app);
	app_begin(app, record, options);
	foreign_say(app, record);
	return app;
}

static void app_end(struct app *app)
{
	for (int i = 0; i < app->view_count; i++) {
		const struct view_slot *view = &app->views[i];
		if (view->ops->forget)
			view->ops->forget(app);
		if (view->ops->end)
			view->ops->end(app);
		free(view->state);
	}
	threads_free(app->threads);
	filter_end(app);
	find_end(app);
	bookmarks_end(app);
	free(app->trail);
	free(app->pointer);
	buf_free(&app->message);
	buf_free(&app->clipboard);
	arena_free(&app->draw);
}

void app_free(struct app *app)
{
	if (app)
		app_end(app);
	free(app);
}

/* A kiosk that was left alone is as at the start. */
static void begin_again(struct app *app)
{
	struct app_options options = app->options;
	const struct record *record = record_whole(app->record);
	const struct theme_look *ground = app->ground;
	int rows = app->rows, cols = app->cols;
	int64_t now = app->now;
	options.at = NULL;
	app_end(app);
	app_begin(app, record, &options);
	app->ground = ground;
	app->now = now;
	app->rows = rows;
	app->cols = cols;
}

/* Digits are a count for the key behind them; 0 is one only behind another digit. */
static bool take_digit(struct app *app, int32_t key)
{
	if (key < '0' || key > '9' || (key == '0' && !app->count))
		return false;
	uint32_t count = app->count * 10 + (uint32_t)(key - '0');
	app->count = count > COUNT_MOST ? COUNT_MOST : count;
	return true;
}

/* A key that does nothing says so; letters that are typed are no keys to advise. */
static void say_unbound(struct app *app, int32_t key)
{
	char name[16];
	input_key_name(key, name);
	app_say(app, "%s does nothing; %s shows the keys", name,
		view_on_top(app)->types ? "F1" : "?");
}

static void say_elsewhere(struct app *app, int32_t key)
{
	app_say_unheard(app, key, "%s",
		view_on_top(app)->types  ? "Esc leads back"
			: app->depth > 1 ? "q closes this view"
					 : "? shows the keys");
}

/* The action of a key, else of the Latin key in its place, else of the one in the place of its
 * sign. */
static enum action action_of(int32_t key)
{
	enum action action = action_for_key(key);
	if (action == ACTION_NONE)
		action = action_for_key(keyboard_latin(key));
	return action == ACTION_NONE ? action_for_key(keyboard_sign(key)) : action;
}

static enum app_next apply_action(struct app *app, int32_t key)
{
	uint32_t count = app->count;
	app->count = 0;
	enum action action = action_of(key);
	if (action == ACTION_NONE) {
		say_unbound(app, key);
		return APP_DRAW;
	}
	if (count && action == ACTION_ESCAPE)
		return APP_DRAW;
	bool counted = count && action_row(action)->counts;
	enum app_next next = action_do(
		app, &(struct request){action, counted ? count : 1, counted});
	if (next != APP_NOTHING)
		return next;
	if (!*app_said(app))
		say_elsewhere(app, key);
	return APP_DRAW;
}

static void go_on(struct app *app, int32_t key)
{
	enum action action = view_on_top(app)->types ? ACTION_COMMAND : action_of(key);
	if (action != ACTION_QUIT && action != ACTION_LEAVE)
		quitting_go_on(app, action == ACTION_COMMAND);
}

/* By which a view is left; q is a letter in a prompt, so who presses it behind one means to quit. */
static bool leads_out(const struct view_ops *view, enum action action)
{
	bool prompt = view->types && !view->name;
	return !prompt &&
		(action == ACTION_LEAVE || action == ACTION_ESCAPE || action == ACTION_BACK);
}

/* The view on top answers, else the table of actions. */
static enum app_next answer_key(
	struct app *app, const struct view_ops *view, int32_t key, int32_t plain)
{
	enum app_next next = APP_DRAW;
	if (!view->key || !view->key(app, key, &next))
		return take_digit(app, plain) ? APP_DRAW : apply_action(app, plain);
	view_fit(app, view_on_top(app));
	return next == APP_NOTHING && app->unsaid ? APP_DRAW : next;
}

/* What is held down makes no other key of one, but for views that take it so: C-Down is Down. */
static enum app_next apply_key(struct app *app, int32_t key)
{
	const struct view_ops *view = view_on_top(app);
	int depth = app->depth;
	int32_t plain = key & ~INPUT_HELD;
	bool said = *app_said(app);
	if (view->deaf_to && plain == view->deaf_to)
		return APP_NOTHING;
	app_unsay(app);
	app->unsaid = said;
	go_on(app, plain);
	view_fit(app, view);
	if (!view->types && key != (INPUT_TAB | INPUT_SHIFT))
		key = plain;
	enum app_next next = answer_key(app, view, key, plain);
	if (depth > 1 && app->depth == 1 && leads_out(view, action_of(plain)))
		quitting_left(app);
	return next;
}

/* A-j is Esc and j, which is what the terminal sends for it. */
static enum app_next apply_held(struct app *app, int32_t key)
{
	int32_t plain = key & ~INPUT_HELD;
	bool letter = plain < INPUT_FIRST_NAMED && (key & INPUT_ALT);
	if (!letter || view_on_top(app)->types)
		return apply_key(app, key);
	enum app_next next = apply_key(app, INPUT_ESCAPE);
	return next == APP_NOTHING || next == APP_DRAW ? apply_key(app, plain) : next;
}

static enum app_next apply_mouse(struct app *app, const struct input *input)
{
	enum app_next next = APP_NOTHING;
	int32_t key = app->mouse ? pointer_key(app, input, &next) : INPUT_NONE;
	if (next != APP_NOTHING && app->pointer->target.kind != TARGET_BUTTON)
		quitting_go_on(app, false); /* who does not click the key again goes on */
	return key == INPUT_NONE ? next : apply_key(app, key);
}

/* What is pasted is text, and never keys. */
static enum app_next apply_paste(struct app *app, const struct input *input)
{
	const struct view_ops *view = view_on_top(app);
	app_unsay(app);
	app->count = 0;
	view_fit(app, view);
	if (view->paste)
		view->paste(app, input->text, input->len);
	else
		app_say(app, "pasted text does nothing here; / %slooks for it",
			view->takes_all ? "" : "in the explorer ");
	view_fit(app, view_on_top(app));
	return APP_DRAW;
}

/* What a kiosk allows: not what would lead out of it. */
static enum app_next kiosk_next(struct app *app, enum app_next next)
{
	if (next != APP_QUIT && next != APP_SUSPEND && next != APP_EDIT)
		return next;
	app_say(app, "%s",
		view_on_top(app)->types  ? "Esc leads back"
			: app->depth > 1 ? "q leads back"
					 : "g goes to the first page; ? shows the keys");
	return APP_DRAW;
}

/* A view that moves by itself is company. */
static enum app_next kiosk_tick(struct app *app, int ms)
{
	const struct view_ops *view = view_on_top(app);
	bool moves = view->wake && view->wake(app) >= 0;
	app->idle = moves || !app->touched ? 0 : app->idle + ms;
	if (app->idle >= KIOSK_IDLE) {
		begin_again(app);
		return APP_DRAW;
	}
	return moves ? view->tick(app, ms) : APP_NOTHING;
}

static enum app_next apply(struct app *app, const struct input *input)
{
	switch (input->kind) {
	case INPUT_KEY:
		pointer_lift(app);
		return apply_held(app, input->key);
	case INPUT_MOUSE:
		return apply_mouse(app, input);
	case INPUT_RESIZE:
		app->rows = input->rows < 1 ? 1 : input->rows;
		app->cols = input->cols < 1 ? 1 : input->cols;
		return APP_DRAW;
	case INPUT_REDRAW:
		return APP_REPAINT;
	case INPUT_CHANGED:
		quitting_go_on(app, true); /* it is said that q quits meanwhile */
		return APP_RELOAD;
	case INPUT_PASTE:
		pointer_lift(app);
		return apply_paste(app, input);
	case INPUT_GROUND:
		app->ground = theme_find(input->light ? "light" : "dark");
		return app->theme ? APP_NOTHING : APP_DRAW;
	case INPUT_TICK:
		if (view_on_top(app)->tick)
			return view_on_top(app)->tick(app, input->ms);
		break;
	}
	return APP_NOTHING;
}

static enum app_next apply_in_kiosk(struct app *app, const struct input *input)
{
	if (input->kind == INPUT_TICK)
		return kiosk_tick(app, input->ms);
	if (input->kind == INPUT_KEY || input->kind == INPUT_MOUSE || input->kind == INPUT_PASTE) {
		app->touched = true;
		app->idle = 0;
	}
	return kiosk_next(app, apply(app, input));
}

enum app_next app_apply(struct app *app, const struct input *input)
{
	app->now = input->at > app->now ? input->at : app->now;
	enum app_next next = app->options.kiosk ? apply_in_kiosk(app, input) : apply(app, input);
	if (next != APP_NOTHING)
		app->drawn = false;
	return next;
}

enum app_next app_meanwhile(const struct app *app, const struct input *input)
{
	if (input->kind != INPUT_KEY || app->options.kiosk)
		return APP_NOTHING;
	enum action action = action_for_key(input->key);
	if (action == ACTION_NONE)
		action = action_for_key(keyboard_latin(input->key));
	if (action == ACTION_SUSPEND && !app->options.no_suspend)
		return APP_SUSPEND;
	if (view_on_top(app)->types || quitting_waits(app))
		return action == ACTION_RELOAD && !view_on_top(app)->types ? APP_RELOAD
									   : APP_NOTHING;
	bool quits = action == ACTION_QUIT || (action == ACTION_LEAVE && app->depth == 1);
	return quits ? APP_QUIT : action == ACTION_RELOAD ? APP_RELOAD : APP_NOTHING;
}

int app_wake(const struct app *app)
{
	const struct view_ops *view = view_on_top(app);
	int wake = view->wake ? view->wake(app) : -1;
	if (wake >= 0 || !app->options.kiosk || !app->touched)
		return wake;
	return KIOSK_IDLE - app->idle;
}

const struct theme_look *app_theme(const struct app *app)
{
	return app->theme ? app->theme : app->ground ? app->ground : theme_find("auto");
}

bool app_mouse(const struct app *app)
{
	return app->mouse;
}

/* What was said, where the picture has no place for it: over a row where the cursor is not. */
static void draw_said(struct app *app, struct grid *grid)
{
	const char *said = app_said(app);
	int row = grid->cursor_row < grid->rows - 1 ? grid->rows - 1 : 0;
	if (!*said || grid->rows < 2)
		return;
	grid_fill(grid, row, 0, grid->cols, style_of(ROLE_TITLE), " ");
	grid_put(grid, app->form, row, 1, grid->cols - 1, style_of(ROLE_TITLE), said, strlen(said));
}

void app_draw(struct app *app, struct grid *grid)
{
	arena_reset(&app->draw);
	target_cover(app);
	grid_clear(grid);
	app->message_drawn = false;
	view_draw(app, view_on_top(app), grid);
	if (!app->message_drawn)
		draw_said(app, grid);
	if (app->options.as_read)
		grid->runs_left = false;
	grid_order(grid);
	app->drawn = true;
	if (grid->cursor_row >= grid->rows)
		grid->cursor_row = grid->rows - 1;
	if (grid->cursor_col >= grid->cols)
		grid->cursor_col = grid->cols - 1;
}

struct app_place app_place(const struct app *app)
{
	if (view_on_top(app)->place)
		return view_on_top(app)->place(app);
	const struct record *record = app->record;
	struct spot spot = spot_of(app);
	struct place place = {.line = 1};
	if (spot.quote >= 0)
		place = record->quotes[spot.quote].place;
	else if (spot.event >= 0)
		place = record->events[spot.event].place;
	return (struct app_place){record->files[place.file], place.line ? place.line : 1};
}

const char *app_clipboard(const struct app *app)
{
	return buf_string(&app->clipboard);
}
