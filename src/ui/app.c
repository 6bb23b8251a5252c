/* The dispatcher: keys become actions through the one table, and go to the view on top. */
#include "ui/app.h"

#include "base/memory.h"
#include "ui/keybar.h"
#include "ui/keyboard.h"
#include "ui/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COUNT_MOST = 999999, KIOSK_IDLE = 5 * 60 * 1000 /* milliseconds */ };

static const struct view_ops *const views[VIEW_COUNT] = {
	[VIEW_EXPLORER] = &explorer_view,
	[VIEW_HELP] = &help_view,
	[VIEW_LINKS] = &links_view,
	[VIEW_TEXT] = &text_view,
	[VIEW_INDEX] = &index_view,
	[VIEW_MARKED] = &marks_view,
	[VIEW_COMPARE] = &compare_view,
	[VIEW_POSITIONS] = &positions_view,
	[VIEW_PLAIN] = &plain_view,
	[VIEW_PRESENT] = &present_view,
	[VIEW_QUIZ] = &quiz_view,
	[VIEW_PROBLEMS] = &problems_view,
	[VIEW_PROMPT] = &prompt_view,
};

static void app_begin(
	struct app *app, const struct record *record, const struct app_options *options)
{
	*app = (struct app){.options = *options};
	app->record = record;
	app->signs = signs_find(options->ascii);
	app->form = options->form;
	app->no_suspend = options->no_suspend;
	app->mouse = options->mouse;
	app->rows = 24;
	app->cols = 80;
	app->views[0] = VIEW_EXPLORER;
	app->depth = 1;
	app->next = APP_DRAW;
	app->find.counted = true;
	filter_begin(app, &options->asked);
	app->seed = options->seed;
	explorer_begin(app, options->at);
	if (options->present)
		present_open(app);
	else if (options->quiz)
		quiz_open(app);
}

struct app *app_create(const struct record *record, const struct app_options *options)
{
	struct app *app = mem_alloc(sizeof *app);
	app_begin(app, record, options);
	return app;
}

void app_forget(struct app *app)
{
	links_forget(app);
	texts_forget(app);
	index_forget(app);
	compare_forget(app);
	positions_forget(app);
	present_forget(app);
	quiz_forget(app);
}

static void app_end(struct app *app)
{
	app_forget(app);
	explorer_end(app);
	filter_end(app);
	find_free(&app->find);
	prompt_free(&app->prompt);
	marks_free(&app->marks);
	buf_free(&app->problems.text);
	buf_free(&app->said);
	buf_free(&app->plain.text);
	buf_free(&app->clipboard);
	buf_free(&app->commands);
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
	const struct record *record = app->record;
	int rows = app->rows, cols = app->cols;
	options.at = NULL;
	app_end(app);
	app_begin(app, record, &options);
	app->rows = rows;
	app->cols = cols;
}

void app_push(struct app *app, enum view_id view)
{
	if (app->depth < VIEW_DEPTH)
		app->views[app->depth++] = view;
}

void app_pop(struct app *app)
{
	if (app->depth > 1)
		app->depth--;
}

static const struct view_ops *view_on_top(const struct app *app)
{
	return views[app->views[app->depth - 1]];
}

enum app_next app_act(struct app *app, enum action action, uint32_t count, bool counted)
{
	switch (action) {
	case ACTION_REDRAW:
		return APP_REPAINT;
	case ACTION_SUSPEND:
		return app->no_suspend ? APP_NOTHING : APP_SUSPEND;
	case ACTION_QUIT:
		return APP_QUIT;
	case ACTION_EDIT:
		return reload_asked(app) ? APP_EDIT : APP_DRAW;
	case ACTION_RELOAD:
		return reload_asked(app) ? APP_RELOAD : APP_DRAW;
	case ACTION_MOUSE:
		app->mouse = !app->mouse;
		app->message = app->mouse ? "the mouse is on; with Shift the terminal selects text"
					  : "the mouse is off";
		return APP_DRAW;
	case ACTION_LEAVE:
		if (app->depth == 1)
			return APP_QUIT;
		app_pop(app);
		return APP_DRAW;
	case ACTION_CANCEL:
		app->message = "q quits, Q at once from anywhere";
		return APP_DRAW;
	default:
		return view_on_top(app)->apply(app, action, count, counted);
	}
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

/* A key that does nothing says so. */
static void say_unbound(struct app *app, int32_t key)
{
	char name[16], said[64];
	input_key_name(key, name);
	snprintf(said, sizeof said, "%s does nothing; ? shows the keys", name);
	app_say(app, said);
}

static void say_elsewhere(struct app *app, int32_t key)
{
	char name[16], said[64];
	input_key_name(key, name);
	snprintf(said, sizeof said,
		app->depth > 1 ? "%s does nothing here; q closes this view"
			       : "%s does nothing here; ? shows the keys",
		name);
	app_say(app, said);
}

static enum app_next apply_key(struct app *app, int32_t key)
{
	bool said = app->message != NULL;
	app->message = NULL;
	enum app_next answer = APP_DRAW;
	if (view_on_top(app)->key && view_on_top(app)->key(app, key, &answer))
		return answer;
	if (take_digit(app, key))
		return APP_DRAW;
	uint32_t count = app->count;
	app->count = 0;
	enum action action = action_for_key(key);
	if (action == ACTION_NONE)
		action = action_for_key(keyboard_latin(key));
	if (action == ACTION_NONE) {
		say_unbound(app, key);
		return APP_DRAW;
	}
	if (count && action == ACTION_ESCAPE)
		return APP_DRAW;
	bool counted = count && action_row(action)->counts;
	enum app_next next = app_act(app, action, counted ? count : 1, counted);
	if (next != APP_NOTHING || app->message)
		return next == APP_NOTHING ? APP_DRAW : next;
	if (action_row(action)->group != GROUP_MOVING) {
		say_elsewhere(app, key);
		return APP_DRAW;
	}
	return said || count ? APP_DRAW : APP_NOTHING;
}

/* Where a view knows nothing of the mouse, its list moves with the wheel. */
static enum app_next apply_mouse(struct app *app, const struct input *input)
{
	if (!app->mouse)
		return APP_NOTHING;
	if (view_on_top(app)->mouse)
		return view_on_top(app)->mouse(app, input);
	if (app->views[app->depth - 1] == VIEW_PROMPT || input->button == INPUT_LEFT_BUTTON)
		return APP_NOTHING;
	return apply_key(app, input->button == INPUT_WHEEL_UP ? INPUT_UP : INPUT_DOWN);
}

/* What a kiosk allows: not what would lead out of it. */
static enum app_next kiosk_next(struct app *app, enum app_next next)
{
	if (next != APP_QUIT && next != APP_SUSPEND && next != APP_EDIT)
		return next;
	app->message = "g goes to the first page; ? shows the keys";
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
		return apply_key(app, input->key);
	case INPUT_MOUSE:
		return apply_mouse(app, input);
	case INPUT_RESIZE:
		app->rows = input->rows < 1 ? 1 : input->rows;
		app->cols = input->cols < 1 ? 1 : input->cols;
		return APP_DRAW;
	case INPUT_REDRAW:
		return APP_REPAINT;
	case INPUT_CHANGED:
		return APP_RELOAD;
	case INPUT_TICK:
		if (view_on_top(app)->tick)
			return view_on_top(app)->tick(app, input->ms);
		break;
	}
	return APP_NOTHING;
}

enum app_next app_apply(struct app *app, const struct input *input)
{
	if (!app->options.kiosk)
		return apply(app, input);
	if (input->kind == INPUT_TICK)
		return kiosk_tick(app, input->ms);
	if (input->kind == INPUT_KEY || input->kind == INPUT_MOUSE) {
		app->touched = true;
		app->idle = 0;
	}
	return kiosk_next(app, apply(app, input));
}

int app_wake(const struct app *app)
{
	const struct view_ops *view = view_on_top(app);
	int wake = view->wake ? view->wake(app) : -1;
	if (wake >= 0 || !app->options.kiosk || !app->touched)
		return wake;
	return KIOSK_IDLE - app->idle;
}

bool app_mouse(const struct app *app)
{
	return app->mouse;
}

void app_draw(struct app *app, struct grid *grid)
{
	arena_reset(&app->draw);
	grid_clear(grid);
	view_on_top(app)->draw(app, grid);
}

const struct view_ops *app_view_below(const struct app *app)
{
	return views[app->views[app->depth > 1 ? app->depth - 2 : 0]];
}

void app_draw_below(struct app *app, struct grid *grid)
{
	if (app->depth > 1)
		views[app->views[app->depth - 2]]->draw(app, grid);
}

void app_say(struct app *app, const char *text)
{
	buf_clear(&app->said);
	buf_text(&app->said, text);
	app->message = buf_string(&app->said);
}

struct app_place app_place(const struct app *app)
{
	if (app->views[app->depth - 1] == VIEW_PROBLEMS)
		return problems_place(app);
	return reload_place(app);
}

const char *app_clipboard(const struct app *app)
{
	return buf_string(&app->clipboard);
}

static struct area row_area(const struct grid *grid, int row)
{
	return (struct area){.row = row, .rows = 1, .cols = grid->cols};
}

void app_draw_keybar(struct app *app, struct grid *grid, const struct hint *hints)
{
	struct area area = row_area(grid, grid->rows - 1);
	if (app->count) {
		char count[32];
		snprintf(count, sizeof count, "%u: then j k J K or G", (unsigned)app->count);
		area_text(grid, NULL, area, 0, 1, (struct style){ROLE_KEY, 0}, count);
	} else if (app->message) {
		area_text(grid, app->form, area, 0, 1, (struct style){ROLE_TITLE, 0}, app->message);
	} else {
		keybar_draw(grid, area, hints);
	}
}

void app_draw_title(struct app *app, struct grid *grid, const char *title, const char *more)
{
	struct area area = row_area(grid, 0);
	struct rows rows;
	rows_begin(&rows, &app->draw,
		&(struct paper){.width = grid->cols, .signs = app->signs, .form = app->form});
	rows_new(&rows);
	rows_to(&rows, 1);
	int room = text_width(app->form, more, strlen(more));
	bool fits = room + 8 < grid->cols - 3;
	rows_cut(&rows, (struct style){ROLE_TITLE, 0}, title,
		grid->cols - 2 - (fits ? room + 2 : 0));
	area_row(grid, app->form, area, 0, &rows.at[0], 0);
	if (fits)
		area_right(grid, app->form, area, 0, 1, (struct style){ROLE_COUNT_OF, 0}, more);
}

struct area app_draw_frame(struct app *app, struct grid *grid, const char *title, const char *more,
	const struct hint *hints)
{
	if (grid->rows < 6)
		return (struct area){0, 0, grid->rows, grid->cols};
	app_draw_title(app, grid, title, more);
	grid_fill(grid, 1, 0, grid->cols, (struct style){ROLE_FOCUS, 0}, app->signs->heavy);
	grid_fill(grid, grid->rows - 2, 0, grid->cols, (struct style){ROLE_RULE, 0},
		app->signs->light);
	app_draw_keybar(app, grid, hints);
	return (struct area){2, 0, grid->rows - 4, grid->cols};
}
