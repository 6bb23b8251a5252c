/* What lies over a scene: views of what is presented, which lead back to it. */
#include "ui/views/present.h"

#include "query/rounds.h"
#include "query/voices.h"
#include "ui/core/secret.h"
#include "ui/core/spot.h"

/* Whether the lesson has shown that event, or a later one. */
static bool has_come(const struct app *app, uint32_t event)
{
	const struct result shown = secret_result(app, app->result);
	return !result_is_to_come(&shown, &app->record->events[event]);
}

/* The event of the nearest scene of words before this one that is of another event, else of one behind it,
 * where the lesson has come to its time; -1 where there is none. */
static int64_t other_event(const struct app *app, uint32_t event)
{
	const struct present *present = present_of(app);
	const struct scenes *scenes = &present->scenes;
	for (int64_t i = (int64_t)present->scene - 1; i >= 0; i--)
		if (scenes->at[i].kind == SCENE_WORDS && scenes->at[i].event != event)
			return scenes->at[i].event;
	for (uint32_t i = present->scene + 1; i < scenes->count; i++)
		if (scenes->at[i].kind == SCENE_WORDS && scenes->at[i].event != event &&
			has_come(app, scenes->at[i].event))
			return scenes->at[i].event;
	return -1;
}

/* The comparison that the scene is, else the nearest one of events among the scenes to whose time
 * the lesson has come; NULL where there is none. */
static const struct scene *beside_of(const struct app *app)
{
	const struct present *present = present_of(app);
	const struct scenes *scenes = &present->scenes;
	const struct scene *best = NULL;
	int64_t best_off = INT64_MAX;
	for (uint32_t i = 0; i < scenes->count; i++) {
		const struct scene *scene = &scenes->at[i];
		int64_t off = (int64_t)i - (int64_t)present->scene;
		off = off < 0 ? -off : off;
		if (scene->kind == SCENE_BESIDE && off < best_off &&
			(!off ||
				(scene->sides[0].thing == THING_EVENT &&
					has_come(app, scene->sides[0].index) &&
					has_come(app, scene->sides[1].index)))) {
			best = scene;
			best_off = off;
		}
	}
	return best;
}

/* What is laid side by side: what the plan compares; of an event at hand that is one of the two
 * rounds of talks that go together these, unless one is still to come, else it and the event shown before
 * it; on a page that has no event the two rounds. */
static bool sides_of(const struct app *app, struct ref sides[2])
{
	const struct present *present = present_of(app);
	const struct scene *scene = present_scene(present), *beside = beside_of(app);
	const struct event *rounds[2];
	if (beside) {
		sides[0] = beside->sides[0];
		sides[1] = beside->sides[1];
		return true;
	}
	bool found = rounds_find(app->result, rounds);
	for (int n = 0; found && n < 2; n++) {
		sides[n] = record_event_ref(app->record, rounds[n]);
		found = has_come(app, sides[n].index);
	}
	if (scene->kind != SCENE_WORDS ||
		(found && (sides[0].index == scene->event || sides[1].index == scene->event)))
		return found;
	int64_t other = other_event(app, scene->event);
	if (other < 0)
		return found;
	bool later = other > (int64_t)scene->event;
	sides[later] = record_ref(THING_EVENT, (uint32_t)other);
	sides[!later] = record_ref(THING_EVENT, scene->event);
	return true;
}

bool present_compares(const struct app *app)
{
	const struct scene *scene = present_scene(present_of(app));
	return beside_of(app) ||
		(scene->kind == SCENE_WORDS && other_event(app, scene->event) >= 0);
}

static void compare(struct app *app)
{
	struct ref sides[2];
	if (!sides_of(app, sides))
		app_say(app, "%s",
			present_scene(present_of(app))->kind == SCENE_WORDS
				? "nothing has come yet to lay beside this event"
				: "there are no two events here to lay side by side");
	else if (!view_open(
			 app, &compare_view, &(struct view_at){.of = sides[0], .with = sides[1]}) &&
		!*app_said(app))
		app_say(app, "what is compared here is not in this selection");
}

/* Two quotations side by side, of which neither is the one at hand: says what leads on from them. */
static bool holds_two(struct app *app, const char *words)
{
	const struct scene *scene = present_scene(present_of(app));
	if (scene->kind != SCENE_BESIDE || scene->sides[0].thing != THING_QUOTE)
		return false;
	if (!secret_holds(app, scene->sides[0]) && !secret_holds(app, scene->sides[1]))
		app_say(app, "%s", words);
	return true;
}

/* The links of the words or the event at hand, at which the explorer has to stand. */
static void links(struct app *app)
{
	struct ref thing = present_thing(app);
	if (secret_holds(app, thing))
		return;
	if (thing.thing == THING_NONE && holds_two(app, "two stand here; links are of one"))
		return;
	if (thing.thing == THING_NONE)
		app_say(app, "there are no words here whose links could be shown");
	else if (spot_go(app, spot_at(app, thing)))
		view_open(app, &links_view, NULL);
}

/* Who spoke the words at hand, once that has been shown. */
static void who(struct app *app)
{
	struct ref thing = present_thing(app);
	if (secret_holds(app, thing))
		return;
	if (thing.thing == THING_NONE &&
		holds_two(app, "two speak here; i lists them, Enter says who"))
		return;
	if (thing.thing == THING_QUOTE)
		view_open(app, &profile_view, &(struct view_at){.of = thing});
	else
		app_say(app, "there are no words here whose speaker could be shown");
}

bool present_open_over(struct app *app, int32_t key)
{
	switch (key) {
	case 'W':
	case INPUT_F1 + 2:
		who(app);
		return true;
	case 'v':
		view_open(app, &positions_view, &(struct view_at){.of = present_thing(app)});
		return true;
	case 'w':
		view_open(app, &quiz_view, NULL);
		return true;
	case 'c':
		compare(app);
		return true;
	case 'l':
		links(app);
		return true;
	case 'i':
	case 't':
	case 's':
		view_open(app, &index_view,
			&(struct view_at){.page = key == 't' ? VOICES_THEMES
					: key == 's'         ? VOICES_SOURCES
							     : VOICES_SPEAKERS});
		return true;
	default:
		return false;
	}
}
