/* Presenting: one event a scene, its words one by one, and nothing else on the screen. What is on
 * the screen is one step of the scene at hand, as layout/scene.h has laid it out. */
#include "ui/views/present.h"

#include "query/minutes.h"
#include "ui/core/bookmarks.h"
#include "ui/core/filter.h"
#include "ui/core/keyboard.h"
#include "ui/core/spot.h"

enum {
	NUMBER_MOST = 9999999,
	WORDY = 50,             /* columns from which there is room to say more */
	CLICKER = INPUT_F1 + 4, /* a key that presenters' remotes send unasked */
};

/* ---- in and out ---- */

/* Brings the explorer to the event at hand, from a page that has none to what was shown last. */
static void settle(struct app *app)
{
	struct present *present = present_of(app);
	struct ref thing = present_thing(app);
	struct spot spot = spot_of(app), to;
	if (thing.thing == THING_NONE)
		thing = present->last;
	if (thing.thing == THING_NONE)
		return;
	to = spot_at(app, thing);
	to.focus = spot.focus;
	if (spot.focus != FOCUS_QUOTES)
		to.quote = -1;
	if (present->moved && (to.event != spot.event || to.quote >= 0))
		spot_step(app, to);
}

/* Forgets its scenes; how it was going stays, for who comes back to it. */
static void present_forget(struct app *app)
{
	struct present *present = present_of(app);
	arena_free(&present->arena);
	arena_free(&present->stage_arena);
	arena_free(&present->axis_arena);
	present->axis.paper.width = 0;
	present->left_at = (struct present_left){0};
	present->scenes = (struct scenes){0};
	present->telling = (struct telling){0};
	present->minutes = NULL;
}

static void leave(struct app *app)
{
	struct present *present = present_of(app);
	view_close(app);
	settle(app);
	struct present_left left = {.is = !present->bookmarked,
		.scene = present->scene,
		.step = present->step,
		.changes = app->filter->changes,
		.spot = spot_of(app),
		.last = present->last,
		.event_first = present->event_first,
		.opened = present->opened};
	present_forget(app);
	present->left_at = left;
	if (left.is)
		app_say(app, "p leads back to this scene%s",
			app->filter->asked.view ? "; \\ shows all, not this lesson alone" : "");
}

static bool spot_same(struct spot a, struct spot b)
{
	return a.event == b.event && a.quote == b.quote && a.focus == b.focus;
}

/* Goes to where it was left; false where the explorer has been elsewhere since. */
static bool come_back(struct app *app, const struct present_left *left)
{
	struct present *present = present_of(app);
	if (!left->is || present->bookmarked || left->changes != app->filter->changes ||
		!spot_same(left->spot, spot_of(app)))
		return false;
	present->scene = left->scene;
	present->step = left->step;
	present->last = left->last;
	present->event_first = left->event_first;
	present->opened = left->opened;
	present_lay(app);
	return true;
}

/* The first step of a part of the scene at hand; the first of all where it has none. */
static uint32_t step_of(const struct present *present, int part)
{
	for (uint32_t i = 0; i < present->stage.step_count; i++)
		if (present->stage.steps[i].part == part)
			return i;
	return 0;
}

/* The first step of a quotation of the scene at hand. */
static uint32_t step_of_quote(const struct present *present, int64_t quote)
{
	const struct scene *scene = present_scene(present);
	for (uint32_t n = 0; n < scene->count; n++)
		if (present->scenes.quotes[scene->first + n] == quote)
			return step_of(present, (int)n);
	return 0;
}

/* The scenes that are asked for, and their positions. */
static void collect(struct app *app, const struct view_at *at)
{
	struct present *present = present_of(app);
	struct scenes *scenes = &present->scenes;
	if (at->bookmarked)
		scenes_collect_list(&present->arena, app->result, app->bookmarks->at,
			(uint32_t)app->bookmarks->count, scenes);
	else
		scenes_collect(&present->arena, app->result, app->filter->asked.view, scenes);
	if (at->bookmarked || scenes->plan)
		telling_make(&present->arena, app->record, scenes, &present->telling);
	present->telling.number = ++present->tellings;
	for (uint32_t i = 0; i < app->record->counts[THING_EVENT]; i++)
		present->has_positions |= app->record->events[i].positions != NULL;
	present->minutes = minutes_share(&present->arena, app->result, scenes);
	present->positions = arena_alloc(
		&present->arena, scenes->count, sizeof *present->positions);
	for (uint32_t i = 0; i < scenes->count; i++) {
		bool positions = scenes->at[i].kind == SCENE_TABLE;
		present->tables |= positions || scenes->at[i].kind == SCENE_BESIDE;
		if (positions)
			scenes_positions(&present->arena, app->result, scenes->at[i].step,
				&present->positions[i]);
	}
}

/* Shows what the explorer shows, by the lesson plan if there is one, from the selected event on; or
 * what is marked, in the order marked. */
static bool present_open(struct app *app, const struct view_at *at)
{
	struct present *present = present_of(app);
	struct spot from = spot_of(app);
	if (at->bookmarked && !app->bookmarks->count) {
		app_say(app, "nothing is marked yet: m marks an event or a quotation");
		return false;
	}
	struct present_place place = present->place;
	struct present_left left = present->left_at;
	present_forget(app);
	window_free(&present->keys);
	*present = (struct present){.pace = PACE_DEFAULT,
		.words_scene = -1,
		.tellings = present->tellings,
		.bookmarked = at->bookmarked,
		.place = place,
		.opened = app->now};
	collect(app, at);
	if (!present->scenes.numbered) {
		app_say(app, "there is no event here that could be shown");
		return false;
	}
	app_unsay(app);
	if (at->page > 0 && (uint32_t)at->page <= present->scenes.numbered) {
		present->scene = present->scenes.number_first + (uint32_t)at->page - 1;
		present_lay(app);
		return true;
	}
	if (come_back(app, &left))
		return true;
	bool at_words = from.event >= 0 && from.focus == FOCUS_QUOTES && !at->bookmarked;
	if (from.event >= 0 && !at->bookmarked)
		present->scene = scenes_find(
			&present->scenes, from.event, at_words ? from.quote : -1);
	present_lay(app);
	if (at_words)
		present->step = step_of_quote(present, from.quote);
	return true;
}

static void present_end(struct app *app)
{
	window_free(&present_of(app)->keys);
}

/* ---- another record ---- */

/* The nth scene of a kind, else the last of it; the count where there is none. */
static uint32_t scene_of_kind(const struct scenes *scenes, enum scene_kind kind, uint32_t nth)
{
	uint32_t found = scenes->count;
	for (uint32_t i = 0; i < scenes->count && (found == scenes->count || nth); i++)
		if (scenes->at[i].kind == kind) {
			nth -= found < scenes->count;
			found = i;
		}
	return found;
}

static bool shows_thing(const struct scenes *scenes, const struct scene *scene, struct ref thing)
{
	if (scene->kind != SCENE_WORDS)
		return false;
	if (thing.thing == THING_EVENT)
		return scene->event == thing.index;
	for (uint32_t n = 0; n < scene->count; n++)
		if (scenes->quotes[scene->first + n] == thing.index)
			return true;
	return false;
}

static bool shows_sides(const struct scene *scene, const struct ref sides[2])
{
	return scene->kind == SCENE_BESIDE && ref_same(scene->sides[0], sides[0]) &&
		ref_same(scene->sides[1], sides[1]);
}

/* The scene that shows what the place names, of several the one that stands nearest to where it
 * was; the count where there is none. */
static uint32_t scene_of_place(const struct scenes *scenes, const struct present_place *place)
{
	uint32_t best = scenes->count, best_off = UINT32_MAX;
	if (place->kind != SCENE_WORDS && place->kind != SCENE_BESIDE)
		return scene_of_kind(scenes, place->kind, place->nth);
	for (uint32_t i = 0; i < scenes->count; i++) {
		uint32_t off = i < place->scene ? place->scene - i : i - place->scene;
		bool shows = place->kind == SCENE_BESIDE
			? shows_sides(&scenes->at[i], place->sides)
			: shows_thing(scenes, &scenes->at[i], place->thing);
		if (shows && off < best_off) {
			best = i;
			best_off = off;
		}
	}
	return best;
}

/* Where another record comes, it notes what is shown, and brings the explorer there. */
static void present_pause(struct app *app)
{
	present_find_end(app);
	struct present *present = present_of(app);
	struct present_place *place = &present->place;
	*place = (struct present_place){0};
	present->paused = view_is_open(app, &present_view);
	if (!present->paused)
		return;
	present_fit_scene(app);
	settle(app);
	const struct scene *scene = present_scene(present);
	*place = (struct present_place){.kind = scene->kind,
		.scene = present->scene,
		.part = present_step(present)->part,
		.thing = present_thing(app),
		.sides = {scene->sides[0], scene->sides[1]}};
	place->step = present->step - step_of(present, place->part);
	for (uint32_t i = 0; i < present->scene; i++)
		place->nth += present->scenes.at[i].kind == scene->kind;
}

static void present_keep(struct app *app, struct keeper *keeper)
{
	struct present_place *place = &present_of(app)->place;
	keeper->ref(keeper, &place->thing);
	keeper->ref(keeper, &place->sides[0]);
	keeper->ref(keeper, &place->sides[1]);
}

static void go_place(struct app *app, const struct present_place *place)
{
	struct present *present = present_of(app);
	uint32_t count = present->scenes.count, scene = scene_of_place(&present->scenes, place);
	if (scene == count && place->kind == SCENE_WORDS)
		return;
	if (scene == count)
		scene = place->scene < count ? place->scene : count - 1;
	present_go(app, scene);
	uint32_t step = place->part >= 0 && place->thing.thing == THING_QUOTE
		? step_of_quote(present, place->thing.index)
		: step_of(present, place->part);
	int part = present->stage.steps[step].part;
	for (uint32_t n = place->step; n > 0 && step + 1 < present->stage.step_count &&
		present->stage.steps[step + 1].part == part;
		n--)
		step++;
	present->step = step;
}

/* Goes on where it was; where that is gone, at the event where the explorer is, or at the page that
 * stands in its place. */
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
	present->opened = was.opened;
	go_place(app, &was.place);
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
		present_advance(app);
		break;
	case INPUT_LEFT:
	case INPUT_UP:
	case INPUT_PAGE_UP:
	case INPUT_ERASE:
	case INPUT_CTRL('h'):
	case 'k':
		present_back(app);
		break;
	case 'J':
	case 'K':
		present_turn_scene(app, key == 'J' ? 1 : -1);
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
	case INPUT_CTRL('g'):
		present_say_minutes(app);
		break;
	case '?':
	case INPUT_F1:
		present->help = true;
		window_free(&present->keys);
		break;
	default:
		if (keyboard_sign(key) != key)
			return step_key(app, keyboard_sign(key));
		return present_open_over(app, key);
	}
	present_time(present);
	return true;
}

/* Esc takes away what lies over the scene, if it is only a sentence; only then it leads back. */
static bool uncovers(struct app *app, int32_t key)
{
	struct present *present = present_of(app);
	bool covered = present->blank || app->unsaid;
	if (key != INPUT_ESCAPE || !covered)
		return false;
	present->blank = false;
	return true;
}

/* The explorer tells all that a class is still to find out, and one key too many closes what lay over a
 * scene: so the way there is asked for twice, at each scene alike. */
static void leave_key(struct app *app, bool again)
{
	if (again) {
		leave(app);
		return;
	}
	const struct present *present = present_of(app);
	bool end = present->scene + 1 == present->scenes.count &&
		present->step + 1 == present->stage.step_count;
	present_of(app)->leaving = true;
	app_say(app, "%s   %s",
		app->cols < WORDY              ? "q again ends"
			: present->scenes.plan ? "q again ends the lesson"
					       : "q again ends the presentation",
		end ? "Left goes back" : "Space goes on");
}

/* The letter that Caps Lock makes a capital of: B is b where it is nothing else. */
static int32_t small(int32_t key)
{
	return key >= 'A' && key <= 'Z' ? key - 'A' + 'a' : INPUT_NONE;
}

static bool present_key(struct app *app, int32_t key, enum app_next *answer)
{
	struct present *present = present_of(app);
	int32_t typed = key;
	bool leaving = present->leaving;
	key = keyboard_latin(key);
	*answer = APP_DRAW;
	present->leaving = false;
	if (key == INPUT_CTRL('l') || key == INPUT_CTRL('z') || key == 'Q')
		return false;
	if (present->help && (key == '/' || keyboard_sign(typed) == '/'))
		present_find_key(app);
	else if (present->help)
		help_key(present, key);
	else if (present->blank && key != 'q' && key != INPUT_ESCAPE)
		present->blank = false;
	else if (number_key(app, key))
		present_time(present);
	else if (!leaving && uncovers(app, key))
		return true;
	else if (key == INPUT_ESCAPE && !leaving && present_looks_at_event(present))
		present_turn_event(app);
	else if (key == INPUT_CTRL('c') && present->running)
		present_turn_running(app);
	else if (key == INPUT_CTRL('c') || key == 'D')
		return false;
	else if (key == 'q' || key == INPUT_ESCAPE)
		leave_key(app, leaving);
	else if (!step_key(app, key) && !step_key(app, small(key)))
		app_say_unheard(app, typed, "? shows the keys, Space goes on");
	return true;
}

/* Not from step to step: a hand on a touch pad turns it by many. */
static enum app_next present_wheel(struct app *app, const struct input *input, int rows)
{
	struct present *present = present_of(app);
	if (!present->help)
		return APP_NOTHING;
	window_scroll(&present->keys, rows);
	return APP_DRAW;
}

/* Behind the questions it goes on. */
static void present_fit(struct app *app)
{
	struct present *present = present_of(app);
	present_fit_scene(app);
	if (present->asking && view_on_top(app) == &present_view) {
		present->asking = false;
		present_next(app);
	}
	if (present->help)
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
	.keep = present_keep,
	.fit = present_fit,
	.key = present_key,
	.wheel = present_wheel,
	.draw = present_draw,
	.secret = present_secret,
	.telling = present_telling,
	.wake = present_wake,
	.tick = present_tick,
};
