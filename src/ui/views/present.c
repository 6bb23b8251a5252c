/* Presenting: one event a scene, its words one by one, and nothing else on the screen.
 *
 * What is on the screen is one step of the scene at hand, as layout/scene.h has laid it out for
 * this size; all else here is which step comes next, and when. A new size lays the scene out anew
 * and keeps the words that stood at the top of the page in view. */
#include "layout/scene.h"

#include "query/scenes.h"
#include "ui/core/bookmarks.h"
#include "ui/core/keyboard.h"
#include "ui/core/spot.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

#include <stdio.h>
#include <string.h>

/* Words a minute when it runs by itself; reading aloud is about 150. */
static const int paces[] = {60, 80, 100, 120, 150, 180, 220, 270, 330, 400};

enum {
	PACES = sizeof paces / sizeof *paces,
	PACE_DEFAULT = 4,
	STEP_REST = 2500, /* milliseconds besides those for reading */
	NUMBER_MOST = 9999999,
	CLICKER = INPUT_F1 + 4, /* a key that presenters' remotes send unasked */
};

struct present {
	struct arena arena, sheet_arena;
	struct scenes scenes;
	struct scene_sheet sheet; /* of the scene at hand */
	int laid_rows, laid_cols; /* what the sheet was laid out for; 0 is not at all */
	enum date_mode laid_dates;
	uint32_t scene, step;
	uint32_t words_step; /* where `o` leads back to */
	bool event_first;    /* the event before its words, in every scene */
	bool bookmarked;     /* it shows what is marked */
	bool blank, help, moved;
	bool running;    /* by itself */
	int left;        /* milliseconds to the next step, while running */
	int pace;        /* a row of the table of paces */
	uint32_t number; /* digits typed; 0 is none */
	struct window keys;
	bool paused; /* another record is coming, in which it goes on */
};

static struct present *present_of(const struct app *app)
{
	return view_state(app, &present_view);
}

/* ---- the scene at hand ---- */

static const struct scene *scene_at_hand(const struct present *present)
{
	return &present->scenes.at[present->scene];
}

/* Lines for the scene; the others are for its place in the whole. */
static int stage_height(const struct app *app)
{
	return app->rows >= 10 ? app->rows - 2 : app->rows >= 3 ? app->rows - 1 : app->rows;
}

static void lay(struct app *app)
{
	struct present *present = present_of(app);
	const struct scene *scene = scene_at_hand(present);
	const struct scene_wants wants = {
		.event = &app->record->events[scene->event],
		.quotes = present->scenes.quotes + scene->first,
		.quote_count = scene->count,
		.event_first = scene->event_first || present->event_first,
		.height = stage_height(app),
	};
	const struct paper paper = app_paper(app, app->cols);
	arena_reset(&present->sheet_arena);
	scene_lay(&present->sheet_arena, app->record, &wants, &paper, &present->sheet);
	present->laid_rows = app->rows;
	present->laid_cols = app->cols;
	present->laid_dates = app->dates;
	if (present->step >= present->sheet.step_count)
		present->step = present->sheet.step_count - 1;
}

/* Where in the text of its quotation a step begins; 0 of anything but words. */
static size_t step_offset(
	const struct app *app, const struct scene_sheet *sheet, const struct scene_step *step)
{
	const struct scene *scene = scene_at_hand(present_of(app));
	if (step->part == SCENE_EVENT || (step->speaker && !step->below_count))
		return 0;
	const char *text = app->record
				   ->quotes[present_of(app)->scenes.quotes[scene->first +
					   (uint32_t)step->part]]
				   .text;
	size_t len = strlen(text);
	for (uint32_t row = step->first; row < step->first + step->count; row++)
		for (const struct span *span = sheet->rows.at[row].spans; span; span = span->next)
			if (span->text >= text && span->text < text + len)
				return (size_t)(span->text - text);
	return 0;
}

static void scene_fit(struct app *app)
{
	struct present *present = present_of(app);
	if (!present->scenes.count ||
		(present->laid_rows == app->rows && present->laid_cols == app->cols &&
			present->laid_dates == app->dates))
		return;
	if (!present->laid_rows) {
		lay(app);
		return;
	}
	struct scene_step was = present->sheet.steps[present->step];
	size_t offset = step_offset(app, &present->sheet, &was);
	lay(app);
	uint32_t best = 0;
	for (uint32_t i = 0; i < present->sheet.step_count; i++) {
		const struct scene_step *step = &present->sheet.steps[i];
		if (step->part != was.part || step->speaker > was.speaker)
			continue;
		bool before = step_offset(app, &present->sheet, step) <= offset;
		if (before && (step->speaker == was.speaker || !was.speaker))
			best = i;
		else if (was.speaker && !present->sheet.steps[best].speaker)
			best = i;
	}
	present->step = best;
}

/* How long the step at hand stands when it runs by itself. */
static int step_time(const struct present *present)
{
	const struct scene_step *step = &present->sheet.steps[present->step];
	uint32_t words = scene_words(&present->sheet, step);
	return STEP_REST + (int)(words < 10000 ? words : 10000) * 60000 / paces[present->pace];
}

/* ---- from step to step ---- */

static void go_scene(struct app *app, uint32_t scene, bool at_its_end)
{
	struct present *present = present_of(app);
	present->scene = scene;
	present->step = present->words_step = 0;
	present->moved = true;
	lay(app);
	if (at_its_end)
		present->step = present->sheet.step_count - 1;
}

/* False at the end. */
static bool step_on(struct app *app)
{
	struct present *present = present_of(app);
	if (present->step + 1 < present->sheet.step_count)
		present->step++;
	else if (present->scene + 1 < present->scenes.count)
		go_scene(app, present->scene + 1, false);
	else
		return false;
	present->moved = true;
	return true;
}

static void step_back(struct app *app)
{
	struct present *present = present_of(app);
	present->moved = true;
	if (present->step > 0)
		present->step--;
	else if (present->scene > 0)
		go_scene(app, present->scene - 1, true);
}

static void next(struct app *app)
{
	if (step_on(app))
		return;
	present_of(app)->running = false;
	app_say(app, "the end; Esc leads back");
}

static void go_number(struct app *app, uint32_t number)
{
	struct present *present = present_of(app);
	uint32_t count = present->scenes.count;
	if (number > count)
		app_say(app, "%u is the last", (unsigned)count);
	go_scene(app, (number < count ? number : count) - 1, false);
}

/* The event before its words, from this scene on; or words first again. */
static void turn_event_first(struct app *app)
{
	struct present *present = present_of(app);
	uint32_t before = present->sheet.step_count, step = present->step;
	present->event_first = !present->event_first;
	lay(app);
	uint32_t now = present->sheet.step_count;
	if (present->event_first) {
		present->words_step = now > before ? step : 0;
		present->step = now > before || scene_at_hand(present)->event_first ? 0 : step;
	} else if (now < before) {
		uint32_t events = before - now;
		present->step = step < events ? present->words_step : step - events;
	}
	if (present->step >= now)
		present->step = now - 1;
}

static void turn_running(struct app *app)
{
	struct present *present = present_of(app);
	present->running = !present->running;
	if (present->running)
		app_say(app, "by itself, %d words a minute", paces[present->pace]);
	else
		app_say(app, "pause");
}

static void turn_pace(struct app *app, int by)
{
	struct present *present = present_of(app);
	int pace = present->pace + by;
	present->pace = pace < 0 ? 0 : pace >= PACES ? PACES - 1 : pace;
	app_say(app, "%d words a minute%s", paces[present->pace],
		present->running ? "" : "; a runs by itself");
}

/* ---- in and out ---- */

/* Brings the explorer to the event at hand. */
static void settle(struct app *app)
{
	struct present *present = present_of(app);
	const struct scene *scene = scene_at_hand(present);
	const struct scene_step *step = &present->sheet.steps[present->step];
	struct spot spot = spot_of(app), to = {scene->event, -1, spot.focus};
	if (scene->count && spot.focus == FOCUS_QUOTES)
		to.quote = present->scenes.quotes[scene->first +
			(uint32_t)(step->part > 0 ? step->part : 0)];
	if (present->moved && (to.event != spot.event || to.quote >= 0))
		spot_step(app, to);
}

/* Forgets its scenes; how it was going stays, for who comes back to it. */
static void present_forget(struct app *app)
{
	struct present *present = present_of(app);
	arena_free(&present->arena);
	arena_free(&present->sheet_arena);
	present->scenes = (struct scenes){0};
}

static void leave(struct app *app)
{
	view_close(app);
	settle(app);
	present_forget(app);
}

/* The first step of a quotation of the scene at hand. */
static void step_to_quote(struct present *present, int64_t quote)
{
	const struct scene *scene = scene_at_hand(present);
	for (uint32_t i = 0; i < present->sheet.step_count; i++) {
		int part = present->sheet.steps[i].part;
		if (part >= 0 && present->scenes.quotes[scene->first + (uint32_t)part] == quote) {
			present->step = i;
			return;
		}
	}
}

/* Shows what the explorer shows, in the order of its view if it has one, from the selected event
 * on; or what is marked, in the order marked. */
static bool present_open(struct app *app, const struct view_at *at)
{
	struct present *present = present_of(app);
	struct spot from = spot_of(app);
	const struct ref *order = app->result->order;
	uint32_t count = app->result->order_count;
	if (at->bookmarked && !app->bookmarks->count) {
		app_say(app, "nothing is marked yet: m marks an event or a quotation");
		return false;
	}
	if (at->bookmarked) {
		from = (struct spot){-1, -1, FOCUS_TIMELINE};
		order = app->bookmarks->at;
		count = (uint32_t)app->bookmarks->count;
	}
	present_forget(app);
	window_free(&present->keys);
	*present = (struct present){.pace = PACE_DEFAULT, .bookmarked = at->bookmarked};
	scenes_collect(&present->arena, app->result, order, count, &present->scenes);
	if (!present->scenes.count) {
		app_say(app, "there is no event here that could be shown");
		return false;
	}
	bool at_words = from.event >= 0 && from.focus == FOCUS_QUOTES;
	if (from.event >= 0)
		present->scene = scenes_find(
			&present->scenes, from.event, at_words ? from.quote : -1);
	lay(app);
	app_say(app, "Space next   ? keys   q back");
	if (at_words)
		step_to_quote(present, from.quote);
	return true;
}

static void present_end(struct app *app)
{
	window_free(&present_of(app)->keys);
}

/* Where another record comes, the explorer is brought to the event at hand, and it goes on from
 * there. */
static void present_pause(struct app *app)
{
	struct present *present = present_of(app);
	present->paused = view_is_open(app, &present_view);
	if (!present->paused)
		return;
	scene_fit(app);
	settle(app);
}

static void present_resume(struct app *app)
{
	struct present *present = present_of(app);
	const struct present was = *present;
	bool bookmarked = was.bookmarked && app->bookmarks->count;
	if (!was.paused)
		return;
	if (!view_open(app, &present_view, &(struct view_at){.bookmarked = bookmarked}))
		return;
	present->event_first = was.event_first;
	present->blank = was.blank;
	present->running = was.running;
	present->pace = was.pace;
	present->step = was.step;
	lay(app);
	present->left = step_time(present);
}

/* ---- keys ---- */

/* Digits are a scene's number, for Enter or G. */
static bool number_key(struct app *app, int32_t key)
{
	struct present *present = present_of(app);
	if (key >= '0' && key <= '9' && (present->number || key != '0')) {
		uint32_t number = present->number * 10 + (uint32_t)(key - '0');
		present->number = number > NUMBER_MOST ? NUMBER_MOST : number;
		return true;
	}
	uint32_t number = present->number;
	present->number = 0;
	if (!number)
		return false;
	if (key == INPUT_ENTER || key == 'G')
		go_number(app, number);
	else if (key == INPUT_ERASE || key == INPUT_CTRL('h'))
		present->number = number / 10;
	else
		return key == INPUT_ESCAPE;
	return true;
}

static void help_key(struct present *present, int32_t key)
{
	struct window *window = &present->keys;
	bool on = key == INPUT_SPACE || key == 'j' || key == INPUT_DOWN;
	if (!window_below(window) || !on)
		present->help = false;
	else
		window_scroll(window, 1);
}

/* False where a key does nothing. */
static bool step_key(struct app *app, int32_t key)
{
	struct present *present = present_of(app);
	switch (key) {
	case INPUT_SPACE:
	case INPUT_RIGHT:
	case INPUT_DOWN:
	case INPUT_PAGE_DOWN:
	case INPUT_ENTER:
	case 'j':
		next(app);
		break;
	case INPUT_LEFT:
	case INPUT_UP:
	case INPUT_PAGE_UP:
	case INPUT_ERASE:
	case INPUT_CTRL('h'):
	case 'k':
		step_back(app);
		break;
	case INPUT_HOME:
	case 'g':
		go_scene(app, 0, false);
		break;
	case INPUT_END:
	case 'G':
		go_scene(app, present->scenes.count - 1, false);
		break;
	case '.':
	case 'b':
	case 'B':
		present->blank = true;
		break;
	case 'o':
		turn_event_first(app);
		break;
	case 'a':
		turn_running(app);
		break;
	case '+':
	case '=':
		turn_pace(app, 1);
		break;
	case '-':
		turn_pace(app, -1);
		break;
	case '?':
	case INPUT_F1:
		present->help = true;
		window_free(&present->keys);
		break;
	default:
		return keyboard_sign(key) != key && step_key(app, keyboard_sign(key));
	}
	present->left = step_time(present);
	return true;
}

static bool present_key(struct app *app, int32_t key, enum app_next *answer)
{
	struct present *present = present_of(app);
	int32_t typed = key;
	key = keyboard_latin(key);
	*answer = APP_DRAW;
	if (key == INPUT_CTRL('l') || key == INPUT_CTRL('z') || key == 'Q')
		return false;
	if (present->help)
		help_key(present, key);
	else if (present->blank && key != 'q' && key != INPUT_ESCAPE)
		present->blank = false;
	else if (number_key(app, key))
		present->left = step_time(present);
	else if (key == INPUT_CTRL('c') && present->running)
		turn_running(app);
	else if (key == INPUT_CTRL('c') || key == 'D')
		return false;
	else if (key == 'q' || key == INPUT_ESCAPE)
		leave(app);
	else if (!step_key(app, key))
		app_say_unheard(app, typed, "? shows the keys");
	return true;
}

static int present_wake(const struct app *app)
{
	const struct present *present = present_of(app);
	return present->running && !present->blank && !present->help ? present->left : -1;
}

static enum app_next present_tick(struct app *app, int ms)
{
	struct present *present = present_of(app);
	if (present_wake(app) < 0)
		return APP_NOTHING;
	present->left -= ms < present->left ? ms : present->left;
	if (present->left > 0)
		return APP_NOTHING;
	scene_fit(app);
	app_unsay(app);
	next(app);
	present->left = step_time(present);
	return APP_DRAW;
}

/* ---- the picture ---- */

enum { PLACE_MARGIN = 2 };

static const struct present_key {
	const char *keys, *what;
} key_lines[] = {
	{"Space Right PgDn Enter j", "the next step: words, then who spoke them"},
	{"Left PgUp Backspace k", "the step before"},
	{". b", "a blank screen, and back"},
	{"o", "the event before its words, and words first again"},
	{"a", "run by itself, and pause"},
	{"+ -", "faster, slower"},
	{"12 Enter, 12 G", "the twelfth scene"},
	{"Home End", "the first scene, the last"},
	{"? F1", "these keys"},
	{"Esc q", "back to the explorer, at this event"},
};

enum { KEY_LINES = sizeof key_lines / sizeof *key_lines };

static void draw_rows(const struct app *app, struct grid *grid, const struct rows *rows,
	uint32_t first, uint32_t count, int top, int left)
{
	const struct area area = {top, left, grid->rows - top, grid->cols - left};
	for (uint32_t i = 0; i < count; i++)
		area_row(grid, app->form, area, (int)i, &rows->at[first + i], 0);
}

/* The last row: the place in the whole, and what there is to say. */
static void draw_place(struct app *app, struct grid *grid, const struct scene_step *step)
{
	const struct present *present = present_of(app);
	const struct style style = style_of(ROLE_COUNT_OF);
	struct area area = {grid->rows - 1, 0, 1, grid->cols};
	char place[96], typed[40];
	app->message_drawn = true;
	if (grid->rows < 3)
		return;
	snprintf(place, sizeof place, "%u of %u", (unsigned)present->scene + 1,
		(unsigned)present->scenes.count);
	if (step->pages > 1 && !step->below_count)
		snprintf(place, sizeof place, "page %u of %u   %u of %u", (unsigned)step->page + 1,
			(unsigned)step->pages, (unsigned)present->scene + 1,
			(unsigned)present->scenes.count);
	area.cols = area_right(grid, app->form, area, 0, PLACE_MARGIN, style, place);
	snprintf(typed, sizeof typed, "%u: then Enter", (unsigned)present->number);
	const char *note = *app_said(app) ? app_said(app) : present->number ? typed : "";
	area_text(grid, app->form, area, 0, PLACE_MARGIN, style, note);
}

static void keys_add(struct rows *rows)
{
	enum { KEYS_COLUMN = 3, WHAT_COLUMN = 30, NARROW = 60, NARROW_WHAT = 6 };
	int width = rows->paper.width, column = width < NARROW ? NARROW_WHAT : WHAT_COLUMN;
	rows_new(rows);
	rows_to(rows, KEYS_COLUMN);
	rows_text(rows, style_of(ROLE_TITLE), "Presenting");
	rows_new(rows);
	for (int i = 0; i < KEY_LINES; i++) {
		const char *what = key_lines[i].what;
		rows_new(rows);
		rows_to(rows, KEYS_COLUMN);
		rows_text(rows, style_of(ROLE_KEY), key_lines[i].keys);
		if (width < NARROW)
			rows_new(rows);
		rows_wrap_beside(rows, style_of(ROLE_HELP), what, strlen(what), column,
			width > column + 1 ? width - 1 : column + 1);
	}
}

static void keys_fit(struct app *app)
{
	struct window *window = &present_of(app)->keys;
	struct paper paper = app_paper(app, app->cols);
	if (!window_is_laid(window, &paper)) {
		window_lay(window, &paper);
		keys_add(&window->rows);
		window_laid(window);
	}
	window_fit(window, app->rows > 2 ? app->rows - 1 : 1);
}

static void draw_keys(struct app *app, struct grid *grid)
{
	const struct window *window = &present_of(app)->keys;
	struct area area = {0, 0, window->height, grid->cols};
	window_draw(window, grid, app->form, area);
	if (app_draw_said(app, grid, ROLE_TITLE))
		return;
	area_text(grid, NULL, (struct area){grid->rows - 1, 0, 1, grid->cols}, 0, 1,
		style_of(ROLE_HELP),
		window_below(window) ? "Space more, any other key closes" : "any key closes");
}

static void present_fit(struct app *app)
{
	scene_fit(app);
	if (present_of(app)->help)
		keys_fit(app);
}

static void present_draw(struct app *app, struct grid *grid)
{
	struct present *present = present_of(app);
	if (!present->scenes.count)
		return;
	const struct scene_step *step = &present->sheet.steps[present->step];
	grid->cursor_hidden = app->message_drawn = present->blank;
	if (present->blank)
		return;
	if (present->help) {
		draw_keys(app, grid);
		return;
	}
	const struct rows *rows = &present->sheet.rows;
	draw_rows(app, grid, rows, step->first, step->count, step->top, step->left);
	draw_rows(app, grid, rows, step->below, step->below_count, step->below_top, step->left);
	draw_place(app, grid, step);
	grid->cursor_row = step->below_count ? step->below_top : step->top;
	grid->cursor_col = step->left;
}

const struct view_ops present_view = {
	.state_size = sizeof(struct present),
	.deaf_to = CLICKER,
	.open = present_open,
	.forget = present_forget,
	.end = present_end,
	.pause = present_pause,
	.resume = present_resume,
	.fit = present_fit,
	.key = present_key,
	.draw = present_draw,
	.wake = present_wake,
	.tick = present_tick,
};
