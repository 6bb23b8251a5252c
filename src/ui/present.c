/* What is on the screen is one step of the scene at hand, as layout/scene.h has laid it out for this size; all
 * else here is which step comes next, and when. A new size lays the scene out anew and keeps the words that
 * stood at the top of the page in view. */
#include "ui/present.h"

#include "ui/input.h"
#include "ui/keyboard.h"
#include "ui/view.h"

#include <stdio.h>
#include <string.h>

/* Words a minute when it runs by itself; reading aloud is about 150. */
static const int paces[] = {60, 80, 100, 120, 150, 180, 220, 270, 330, 400};

enum {
	PACES = sizeof paces / sizeof *paces,
	PACE_DEFAULT = 4,
	STEP_REST = 2500, /* milliseconds besides those for reading */
	NUMBER_MOST = 9999999,
};

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
	struct present *present = &app->present;
	const struct scene *scene = scene_at_hand(present);
	const struct scene_wants wants = {
		.event = &app->record->events[scene->event],
		.quotes = present->scenes.quotes + scene->first,
		.quote_count = scene->count,
		.event_first = scene->event_first || present->event_first,
		.height = stage_height(app),
	};
	arena_reset(&present->sheet_arena);
	scene_lay(&present->sheet_arena, app->record, &wants,
		&(struct paper){.width = app->cols,
			.signs = app->signs,
			.form = app->form,
			.dates = app->dates},
		&present->sheet);
	present->laid_rows = app->rows;
	present->laid_cols = app->cols;
	if (present->step >= present->sheet.step_count)
		present->step = present->sheet.step_count - 1;
}

/* Where in the text of its quotation a step begins; 0 of anything but words. */
static size_t step_offset(
	const struct app *app, const struct scene_sheet *sheet, const struct scene_step *step)
{
	const struct scene *scene = scene_at_hand(&app->present);
	if (step->part == SCENE_EVENT || (step->speaker && !step->below_count))
		return 0;
	const char *text =
		app->record->quotes[app->present.scenes.quotes[scene->first + (uint32_t)step->part]]
			.text;
	size_t len = strlen(text);
	for (uint32_t row = step->first; row < step->first + step->count; row++)
		for (const struct span *span = sheet->rows.at[row].spans; span; span = span->next)
			if (span->text >= text && span->text < text + len)
				return (size_t)(span->text - text);
	return 0;
}

void present_fit(struct app *app)
{
	struct present *present = &app->present;
	if (!present->scenes.count ||
		(present->laid_rows == app->rows && present->laid_cols == app->cols))
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
	struct present *present = &app->present;
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
	struct present *present = &app->present;
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
	struct present *present = &app->present;
	present->moved = true;
	if (present->step > 0)
		present->step--;
	else if (present->scene > 0)
		go_scene(app, present->scene - 1, true);
}

static void say(struct present *present, const char *note)
{
	snprintf(present->note, sizeof present->note, "%s", note);
}

static void next(struct app *app)
{
	if (step_on(app))
		return;
	app->present.running = false;
	say(&app->present, "the end; Esc leads back");
}

static void go_number(struct app *app, uint32_t number)
{
	struct present *present = &app->present;
	uint32_t count = present->scenes.count;
	if (number > count)
		snprintf(present->note, sizeof present->note, "%u is the last", (unsigned)count);
	go_scene(app, (number < count ? number : count) - 1, false);
}

/* The event before its words, from this scene on; or words first again. */
static void turn_event_first(struct app *app)
{
	struct present *present = &app->present;
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

static void turn_running(struct present *present)
{
	present->running = !present->running;
	if (present->running)
		snprintf(present->note, sizeof present->note, "by itself, %d words a minute",
			paces[present->pace]);
	else
		say(present, "pause");
}

static void turn_pace(struct present *present, int by)
{
	int pace = present->pace + by;
	present->pace = pace < 0 ? 0 : pace >= PACES ? PACES - 1 : pace;
	snprintf(present->note, sizeof present->note, "%d words a minute%s", paces[present->pace],
		present->running ? "" : "; a runs by itself");
}

/* ---- in and out ---- */

/* Brings the explorer to the event at hand. */
static void settle(struct app *app)
{
	struct present *present = &app->present;
	const struct scene *scene = scene_at_hand(present);
	const struct scene_step *step = &present->sheet.steps[present->step];
	struct spot spot = spot_of(app), to = {scene->event, -1, spot.focus};
	if (scene->count && spot.focus == FOCUS_QUOTES)
		to.quote = present->scenes.quotes[scene->first +
			(uint32_t)(step->part > 0 ? step->part : 0)];
	if (present->moved && (to.event != spot.event || to.quote >= 0))
		spot_step(app, to);
}

static void leave(struct app *app)
{
	app_pop(app);
	settle(app);
	present_forget(app);
}

void present_forget(struct app *app)
{
	arena_free(&app->present.arena);
	arena_free(&app->present.sheet_arena);
	app->present = (struct present){0};
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

static void begin(struct app *app, const struct ref *order, uint32_t count, struct spot from)
{
	struct present *present = &app->present;
	present_forget(app);
	scenes_collect(&present->arena, app->result, order, count, &present->scenes);
	if (!present->scenes.count) {
		app->message = "there is no event here that could be shown";
		return;
	}
	present->pace = PACE_DEFAULT;
	if (from.event >= 0)
		present->scene = scenes_find(
			&present->scenes, from.event, from.focus == FOCUS_QUOTES ? from.quote : -1);
	app_push(app, VIEW_PRESENT);
	lay(app);
	snprintf(present->note, sizeof present->note, "Space next   ? keys   q back");
	if (from.event >= 0 && from.focus == FOCUS_QUOTES)
		step_to_quote(present, from.quote);
}

void present_open(struct app *app)
{
	begin(app, app->result->order, app->result->order_count, spot_of(app));
}

static void open_marked(struct app *app, struct spot from)
{
	begin(app, app->marks.at, (uint32_t)app->marks.count, from);
	app->present.of_marks = true;
}

void present_marked(struct app *app)
{
	if (app->marks.count)
		open_marked(app, (struct spot){-1, -1, FOCUS_TIMELINE});
	else
		app->message = "nothing is marked yet: m marks an event or a quotation";
}

bool present_pause(struct app *app, struct present *was)
{
	*was = app->present;
	if (!app->present.scenes.count)
		return false;
	present_fit(app);
	settle(app);
	present_forget(app);
	return true;
}

void present_resume(struct app *app, const struct present *was)
{
	struct present *present = &app->present;
	if (was->of_marks && app->marks.count)
		open_marked(app, spot_of(app));
	else
		present_open(app);
	if (!present->scenes.count)
		return;
	present->event_first = was->event_first;
	present->blank = was->blank;
	present->running = was->running;
	present->pace = was->pace;
	present->step = was->step;
	lay(app);
	present->left = step_time(present);
	app->message = NULL;
}

/* ---- keys ---- */

/* Digits are a scene's number, for Enter or G. */
static bool number_key(struct app *app, int32_t key)
{
	struct present *present = &app->present;
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
	else if (key == INPUT_ERASE)
		present->number = number / 10;
	else
		return key == INPUT_ESCAPE;
	return true;
}

static void help_key(struct present *present, int32_t key)
{
	if (present->help_more && (key == INPUT_SPACE || key == 'j' || key == INPUT_DOWN))
		present->help_top++;
	else
		present->help = false;
}

static enum app_next step_key(struct app *app, int32_t key)
{
	struct present *present = &app->present;
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
		present->blank = true;
		break;
	case 'o':
		turn_event_first(app);
		break;
	case 'a':
		turn_running(present);
		break;
	case '+':
	case '=':
		turn_pace(present, 1);
		break;
	case '-':
		turn_pace(present, -1);
		break;
	case '?':
	case INPUT_F1:
		present->help = true;
		present->help_top = 0;
		break;
	default:
		return APP_NOTHING;
	}
	present->left = step_time(present);
	return APP_DRAW;
}

static bool present_key(struct app *app, int32_t key, enum app_next *answer)
{
	struct present *present = &app->present;
	key = keyboard_latin(key);
	bool clicker = key == INPUT_F1 + 4; /* sends it unasked */
	bool said = (*present->note && !clicker) || present->number;
	*answer = APP_DRAW;
	present_fit(app);
	if (key == INPUT_CTRL('l') || key == INPUT_CTRL('z') || key == 'Q')
		return false;
	if (!clicker)
		say(present, "");
	if (present->help)
		help_key(present, key);
	else if (present->blank && key != 'q' && key != INPUT_ESCAPE)
		present->blank = key == INPUT_F1 + 4;
	else if (number_key(app, key))
		present->left = step_time(present);
	else if (key == INPUT_CTRL('c') && present->running)
		turn_running(present);
	else if (key == INPUT_CTRL('c'))
		return false;
	else if (key == 'q' || key == INPUT_ESCAPE)
		leave(app);
	else
		*answer = step_key(app, key);
	if (*answer == APP_NOTHING && said)
		*answer = APP_DRAW;
	return true;
}

static enum app_next present_apply(
	struct app *app, enum action action, uint32_t count, bool counted)
{
	(void)app, (void)action, (void)count, (void)counted;
	return APP_NOTHING;
}

static int present_wake(const struct app *app)
{
	const struct present *present = &app->present;
	return present->running && !present->blank && !present->help ? present->left : -1;
}

static enum app_next present_tick(struct app *app, int ms)
{
	struct present *present = &app->present;
	if (present_wake(app) < 0)
		return APP_NOTHING;
	present->left -= ms < present->left ? ms : present->left;
	if (present->left > 0)
		return APP_NOTHING;
	present_fit(app);
	say(present, "");
	next(app);
	present->left = step_time(present);
	return APP_DRAW;
}

const struct view_ops present_view = {
	.key = present_key,
	.apply = present_apply,
	.draw = present_draw,
	.wake = present_wake,
	.tick = present_tick,
};
