/* Which step is on the screen, and which comes next. A new size lays the scene out anew and keeps
 * the words that stood at the top of the page in view. */
#include "ui/views/present.h"

#include "query/giveaway.h"
#include "query/waits.h"

const struct scene *present_scene(const struct present *present)
{
	return &present->scenes.at[present->scene];
}

const struct stage_step *present_step(const struct present *present)
{
	return &present->stage.steps[present->step];
}

struct ref present_thing(const struct app *app)
{
	const struct present *present = present_of(app);
	const struct scene *scene = present_scene(present);
	int part = present_step(present)->part;
	if (scene->kind != SCENE_WORDS)
		return (struct ref){0};
	if (!scene->count)
		return record_ref(THING_EVENT, scene->event);
	return record_ref(THING_QUOTE,
		present->scenes.quotes[scene->first + (uint32_t)(part > 0 ? part : 0)]);
}

uint32_t present_secret(const struct app *app, struct ref words[VIEW_SECRETS])
{
	const struct present *present = present_of(app);
	if (!present->scenes.count || !present->laid_rows ||
		present_step(present)->shows != STAGE_WORDS)
		return 0;
	words[0] = present_thing(app);
	if (present_step(present)->part == SCENE_PAIR) {
		words[0] = present_scene(present)->sides[0];
		words[1] = present_scene(present)->sides[1];
		return 2;
	}
	return words[0].thing == THING_QUOTE && present_step(present)->part >= 0;
}

const struct telling *present_telling(const struct app *app, uint32_t *reached)
{
	const struct present *present = present_of(app);
	const struct scenes *scenes = &present->scenes;
	if (!present->telling.quotes || !scenes->count || !present->laid_rows)
		return NULL;
	const struct stage_step *step = present_step(present);
	uint32_t scene = present->scene;
	if (step->part == SCENE_PAIR && step->shows == STAGE_WORDS)
		*reached = telling_before(scenes, scene);
	else if (present_scene(present)->kind != SCENE_WORDS)
		*reached = telling_after(scenes, scene);
	else if (step->part == SCENE_EVENT)
		*reached = telling_before(scenes, scene);
	else if (step->part == SCENE_EVENT_AGAIN || step->part == SCENE_OUTCOME)
		*reached = telling_after(scenes, scene);
	else
		*reached = telling_behind(
			scenes, scene, (uint32_t)step->part + (step->shows != STAGE_WORDS));
	return &present->telling;
}

/* ---- the scene at hand ---- */

/* Whether the event of the scene could come before its words: it names neither who speaks them nor who is
 * heard later. */
static bool event_may_lead(const struct app *app)
{
	const struct present *present = present_of(app);
	const struct scene *scene = present_scene(present);
	const struct event *event = &app->record->events[scene->event];
	struct result told = *app->result;
	if (scene->kind != SCENE_WORDS)
		return false;
	told.telling = present->telling.quotes ? &present->telling : NULL;
	told.reached = told.telling ? telling_after(&present->scenes, present->scene) : 0;
	bool may = !waits_text(&told, event->title) && !waits_text(&told, event->summary);
	for (uint32_t n = 0; n < scene->count && may; n++)
		may = !giveaway_of_event(app->record, event,
			&app->record->quotes[present->scenes.quotes[scene->first + n]]);
	return may;
}

void present_lay(struct app *app)
{
	struct present *present = present_of(app);
	const struct scene_wants wants = {
		.scenes = &present->scenes,
		.scene = present_scene(present),
		.table = &present->positions[present->scene],
		.telling = present->telling.quotes ? &present->telling : NULL,
		.event_first = present->event_first,
		.height = present_height(app),
	};
	const struct paper paper = app_paper(app, app->cols);
	arena_reset(&present->stage_arena);
	scene_lay(&present->stage_arena, app->result, &wants, &paper, &present->stage);
	present->event_waits = event_may_lead(app);
	present->laid_rows = app->rows;
	present->laid_cols = app->cols;
	present->laid_dates = app->dates;
	if (present->step >= present->stage.step_count)
		present->step = present->stage.step_count - 1;
}

/* The step that shows what another one showed before the scene was laid out anew: of the same part
 * the last one that begins no later; else the one that shows most of what was shown. */
static uint32_t step_like(const struct stage *stage, const struct stage_step *was)
{
	int64_t best = -1;
	for (uint32_t i = 0; i < stage->step_count; i++) {
		const struct stage_step *step = &stage->steps[i];
		if (step->part != was->part || step->shows > was->shows)
			continue;
		bool found = best >= 0 && stage->steps[best].shows == was->shows;
		if (!found || (step->shows == was->shows && step->from <= was->from))
			best = i;
	}
	return best < 0 ? 0 : (uint32_t)best;
}

void present_fit_scene(struct app *app)
{
	struct present *present = present_of(app);
	if (!present->scenes.count ||
		(present->laid_rows == app->rows && present->laid_cols == app->cols &&
			present->laid_dates == app->dates))
		return;
	if (!present->laid_rows) {
		present_lay(app);
		return;
	}
	struct stage_step was = *present_step(present);
	present_lay(app);
	present->step = step_like(&present->stage, &was);
}

/* ---- from step to step ---- */

void present_go(struct app *app, uint32_t scene)
{
	struct present *present = present_of(app);
	struct ref thing = present_thing(app);
	if (thing.thing != THING_NONE)
		present->last = thing;
	present->scene = scene;
	present->step = present->words_step = 0;
	present->moved = true;
	present_lay(app);
}

/* False at the end. */
static bool step_on(struct app *app)
{
	struct present *present = present_of(app);
	if (present->step + 1 < present->stage.step_count)
		present->step++;
	else if (present->scene + 1 < present->scenes.count)
		present_go(app, present->scene + 1);
	else
		return false;
	present->moved = true;
	return true;
}

void present_back(struct app *app)
{
	struct present *present = present_of(app);
	present->moved = true;
	if (present->step > 0) {
		present->step--;
		return;
	}
	if (!present->scene)
		return;
	present_go(app, present->scene - 1);
	present->step = present->stage.step_count - 1;
}

void present_next(struct app *app)
{
	if (step_on(app))
		return;
	present_of(app)->running = false;
	app_say(app, "the end; q twice leads back");
}

void present_advance(struct app *app)
{
	struct present *present = present_of(app);
	bool asks = present_scene(present)->kind == SCENE_QUESTIONS &&
		present->step + 1 == present->stage.step_count;
	present->asking = asks && view_open(app, &quiz_view, &(struct view_at){.planned = true});
	if (!present->asking)
		present_next(app);
}

void present_turn_scene(struct app *app, int direction)
{
	const struct present *present = present_of(app);
	int64_t scene = (int64_t)present->scene + direction;
	if (scene >= 0 && scene < present->scenes.count)
		present_go(app, (uint32_t)scene);
	else
		app_say(app, direction > 0 ? "this is the last scene" : "this is the first scene");
}

void present_go_number(struct app *app, uint32_t number)
{
	struct present *present = present_of(app);
	uint32_t count = present->scenes.numbered;
	if (number > count)
		app_say(app, "%u is the last", (unsigned)count);
	present_go(app, present->scenes.number_first + (number < count ? number : count) - 1);
}

/* How many steps show the event before its words. */
static uint32_t leading(const struct stage *stage)
{
	uint32_t count = 0;
	while (count < stage->step_count && stage->steps[count].part == SCENE_EVENT)
		count++;
	return count;
}

/* Whether the event is shown at any step. */
static bool shows_event(const struct stage *stage)
{
	bool shows = false;
	for (uint32_t i = 0; i < stage->step_count && !shows; i++)
		shows = stage->steps[i].part == SCENE_EVENT ||
			stage->steps[i].part == SCENE_EVENT_AGAIN;
	return shows;
}

/* From here on; of the scene at hand, where that does not show it. */
static void say_order(struct app *app, bool behind)
{
	bool named = present_step(present_of(app))->shows != STAGE_WORDS;
	app_say(app, "%s",
		!present_of(app)->event_first ? "from here on words come first"
			: behind && !shows_event(&present_of(app)->stage)
			? "the event waits: it names who is heard in a later scene"
			: behind && named ? "the event comes behind all words: it names who speaks"
			: behind          ? "the event names who speaks: it comes behind the words"
					  : "from here on events come before their words");
}

bool present_has_event(const struct present *present)
{
	return present->event_waits && !present->event_first && !leading(&present->stage);
}

bool present_looks_at_event(const struct present *present)
{
	return present->event_first && present->words_scene == (int64_t)present->scene &&
		present_step(present)->part == SCENE_EVENT;
}

void present_turn_event(struct app *app)
{
	struct present *present = present_of(app);
	const struct scene *scene = present_scene(present);
	uint32_t led = leading(&present->stage);
	present->event_first = !present->event_first;
	if (scene->kind != SCENE_WORDS) {
		say_order(app, false);
		return;
	}
	present_lay(app);
	uint32_t leads = leading(&present->stage);
	if (leads > led) {
		present->words_step = present->step;
		present->words_scene = present->scene;
		present->step = 0;
	} else if (leads < led) {
		uint32_t events = led - leads;
		present->step = present->step < events ? present->words_step
						       : present->step - events;
	} else {
		say_order(app, !leads && scene->count);
	}
	if (present->step >= present->stage.step_count)
		present->step = present->stage.step_count - 1;
}
