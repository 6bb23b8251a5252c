/* Presenting: one event a scene, its words one by one, and nothing else on the screen. What is on
 * the screen is one step of the scene at hand, as layout/scene.h has laid it out. */
#include "ui/views/present.h"

#include "ui/core/bookmarks.h"
#include "ui/core/keyboard.h"
#include "ui/core/spot.h"

enum {
	NUMBER_MOST = 9999999,
	CLICKER = INPUT_F1 + 4, /* a key that presenters' remotes send unasked */
};

/* ---- in and out ---- */

/* Brings the explorer to the event at hand. */
static void settle(struct app *app)
{
	struct present *present = present_of(app);
	const struct scene *scene = present_scene(present);
	const struct stage_step *step = present_step(present);
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
	arena_free(&present->stage_arena);
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
	const struct scene *scene = present_scene(present);
	for (uint32_t i = 0; i < present->stage.step_count; i++) {
		int part = present->stage.steps[i].part;
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
	present_lay(app);
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
	present_fit_scene(app);
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
	present_lay(app);
	present_time(present);
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
		present_go_number(app, number);
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
		present_next(app);
		break;
	case INPUT_LEFT:
	case INPUT_UP:
	case INPUT_PAGE_UP:
	case INPUT_ERASE:
	case INPUT_CTRL('h'):
	case 'k':
		present_back(app);
		break;
	case INPUT_HOME:
	case 'g':
		present_go(app, 0);
		break;
	case INPUT_END:
	case 'G':
		present_go(app, present->scenes.count - 1);
		break;
	case '.':
	case 'b':
	case 'B':
		present->blank = true;
		break;
	case 'o':
		present_turn_event(app);
		break;
	case 'a':
		present_turn_running(app);
		break;
	case '+':
	case '=':
		present_turn_pace(app, 1);
		break;
	case '-':
		present_turn_pace(app, -1);
		break;
	case '?':
	case INPUT_F1:
		present->help = true;
		window_free(&present->keys);
		break;
	default:
		return keyboard_sign(key) != key && step_key(app, keyboard_sign(key));
	}
	present_time(present);
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
		present_time(present);
	else if (key == INPUT_CTRL('c') && present->running)
		present_turn_running(app);
	else if (key == INPUT_CTRL('c') || key == 'D')
		return false;
	else if (key == 'q' || key == INPUT_ESCAPE)
		leave(app);
	else if (!step_key(app, key))
		app_say_unheard(app, typed, "? shows the keys");
	return true;
}

static void present_fit(struct app *app)
{
	present_fit_scene(app);
	if (present_of(app)->help)
		present_fit_keys(app);
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
