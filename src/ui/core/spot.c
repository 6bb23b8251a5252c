/* Every way from words to others ends at a spot. The trail is a list of spots with the present one
 * at `at`; what lies behind it is the way forward, and is cut off when another way is taken. */
#include "ui/core/spot.h"

#include "layout/positions_words.h"
#include "layout/words.h"
#include "query/links.h"

#include <string.h>

struct spot spot_of(const struct app *app)
{
	return explorer_view.where(app);
}

struct ref spot_ref(struct spot spot)
{
	if (spot.quote >= 0 && spot.focus == FOCUS_QUOTES)
		return record_ref(THING_QUOTE, (uint32_t)spot.quote);
	if (spot.event >= 0)
		return record_ref(THING_EVENT, (uint32_t)spot.event);
	return (struct ref){0};
}

struct spot spot_at(const struct app *app, struct ref ref)
{
	if (ref.thing == THING_QUOTE)
		return (struct spot){app->record->quotes[ref.index].event, ref.index, FOCUS_QUOTES};
	return (struct spot){
		ref.thing == THING_EVENT ? (int64_t)ref.index : -1, -1, FOCUS_TIMELINE};
}

struct ref spot_selected(const struct app *app)
{
	return spot_ref(spot_of(app));
}

bool spot_go(struct app *app, struct spot spot)
{
	if (spot.event >= 0 && result_row(app->result, (uint32_t)spot.event) < 0) {
		bool later = record_hides(
			app->record, record_ref(THING_EVENT, (uint32_t)spot.event));
		app_say(app, "%s",
			later ? "that event was not known by that day"
			      : "that event is hidden by the filter");
		return false;
	}
	explorer_view.go(app, spot);
	return true;
}

/* A new spot behind the one at hand, which is kept as it is left. */
static void trail_add(struct trail *trail, struct spot from, struct spot to)
{
	trail->steps[trail->at] = (struct trail_step){from, NULL};
	if (trail->at + 1 == TRAIL_SPOTS)
		memmove(trail->steps, trail->steps + 1, (TRAIL_SPOTS - 1) * sizeof *trail->steps);
	else
		trail->at++;
	trail->steps[trail->at] = (struct trail_step){to, NULL};
	trail->count = trail->at + 1;
}

void trail_leave(struct trail *trail, const struct view_ops *view)
{
	trail_forget(trail, view);
	if (trail->at > 0)
		trail->steps[trail->at - 1].view = view;
}

void trail_forget(struct trail *trail, const struct view_ops *view)
{
	for (int i = 0; i < trail->count; i++)
		if (trail->steps[i].view == view)
			trail->steps[i].view = NULL;
}

void trail_keep(struct trail *trail, struct keeper *keeper)
{
	int count = 0, at = trail->at;
	for (int i = 0; i < trail->count; i++) {
		struct trail_step step = trail->steps[i];
		if (keeper->spot(keeper, &step.spot) || i == trail->at)
			trail->steps[count++] = step;
		else
			at -= i < trail->at;
	}
	trail->count = count;
	trail->at = at;
}

bool spot_step(struct app *app, struct spot to)
{
	struct spot from = spot_of(app);
	if (!spot_go(app, to))
		return false;
	trail_add(app->trail, from, to);
	return true;
}

void spot_came(struct app *app, struct spot from)
{
	trail_add(app->trail, from, spot_of(app));
}

bool spot_is_over(const struct app *app)
{
	return view_is_open(app, &present_view);
}

bool spot_is_held(struct app *app)
{
	bool held = spot_is_over(app);
	if (held)
		app_say(app, "Esc leads back to the scene; nothing leads away from a presentation");
	return held;
}

bool spot_follow(struct app *app, struct ref ref)
{
	if (spot_is_over(app)) {
		view_open(app, &passage_view, &(struct view_at){.of = ref});
		return false;
	}
	if (!spot_step(app, spot_at(app, ref)))
		return false;
	view_close_all(app);
	return true;
}

bool spot_unfold(struct app *app, struct ref ref)
{
	bool selected = ref.thing == THING_QUOTE ? result_has_quote(app->result, ref.index)
						 : result_row(app->result, ref.index) >= 0;
	if (selected)
		return spot_follow(app, ref);
	view_open(app, &passage_view, &(struct view_at){.of = ref});
	return false;
}

/* "so Varga, 1881, at “also in”: ink dries…": how a place has the words, which stand there on a page. */
static void say_place(struct app *app, const struct attestation *place, bool page)
{
	struct arena arena = {0};
	const struct paper paper = app_paper(app, app->cols);
	struct buf words = {0}, shown = {0};
	struct rows rows;
	buf_text(&words, "so ");
	words_source_short(&words, app->record, place->source, NULL);
	if (page)
		buf_format(&words, ", at %salso in%s", app->signs->open, app->signs->close);
	buf_text(&words, ": ");
	buf_add(&words, place->text, strcspn(place->text, "\n"));
	rows_begin(&rows, &arena, &paper);
	rows_new(&rows);
	rows_cut_words(&rows, style_of(ROLE_TEXT), buf_string(&words), app->cols - 2);
	rows_plain(&shown, &rows);
	app_say(app, "%.*s", (int)strcspn(buf_string(&shown), "\n"), buf_string(&shown));
	buf_free(&shown);
	buf_free(&words);
	arena_free(&arena);
}

bool spot_unfold_position(
	struct app *app, const struct position *position, const struct event *event)
{
	const struct record *record = app->record;
	const struct attestation *place = positions_place(record, position);
	bool quoted = position->quote.thing == THING_QUOTE;
	bool gone = spot_unfold(app, quoted ? position->quote : record_event_ref(record, event));
	if (!place)
		return gone;
	say_place(app, place, gone);
	return gone;
}

void spot_follow_era(struct app *app, struct ref era)
{
	if (spot_is_held(app))
		return;
	for (uint32_t row = 0; row < app->result->event_count; row++) {
		const struct event *event = result_event(app->result, row);
		if (event->era.thing == THING_ERA && event->era.index == era.index) {
			spot_follow(app, record_event_ref(app->record, event));
			return;
		}
	}
	app_say(app, "no event of that era is shown");
}

struct threads *spot_threads(struct app *app)
{
	if (!app->threads)
		app->threads = threads_create(app->record);
	return app->threads;
}

bool spot_is_answered(struct app *app, struct ref words)
{
	return words.thing == THING_QUOTE &&
		links_answered(spot_threads(app), app->result, words.index);
}

/* "3 of 17 by Trotsky" */
static void say_voice(struct app *app, uint32_t quote)
{
	const struct quote *at = &app->record->quotes[quote];
	struct thread thread = threads_of_voice(spot_threads(app), quote_voice(at));
	struct buf said = {0};
	words_figure(&said, (uint64_t)thread_find(thread, quote) + 1);
	buf_text(&said, " of ");
	words_figure(&said, thread.count);
	buf_text(&said, " by ");
	words_speaker_short(&said, app->record, at);
	app_say(app, "%s", buf_string(&said));
	buf_free(&said);
}

/* The quotation whose speaker is followed: the selected one, or of an event its first. -1, having
 * said why, where there is none. */
static int64_t quote_with_voice(struct app *app, struct spot spot)
{
	const struct quote *quotes = app->record->quotes;
	const struct quote *at = spot.quote >= 0
		? &quotes[spot.quote]
		: result_quote(app->result, &app->record->events[spot.event], 0);
	if (!at)
		app_say(app, "no words here whose speaker could be followed");
	else if (quote_voice(at).thing == THING_NONE)
		app_say(app, "nobody is named as the speaker of these words");
	else
		return at - quotes;
	return -1;
}

enum app_next spot_follow_voice(struct app *app, const struct request *request)
{
	int direction = request->action == ACTION_NEXT_SAME_VOICE ? 1 : -1;
	struct spot spot = spot_of(app);
	if (spot_is_held(app))
		return APP_DRAW;
	int64_t from = spot.event >= 0 ? quote_with_voice(app, spot) : -1, to = from, next = from;
	for (uint32_t n = 0; n < request->count && next >= 0; n++) {
		next = links_same_voice(spot_threads(app), app->result, (uint32_t)to, direction);
		to = next >= 0 ? next : to;
	}
	if (spot.event < 0)
		app_say(app, "choose words first, whose speaker is to be followed");
	else if (from >= 0 && to == from)
		app_say(app,
			direction > 0 ? "no later words of this speaker"
				      : "no earlier words of this speaker");
	else if (from >= 0 && spot_follow(app, record_ref(THING_QUOTE, (uint32_t)to)))
		say_voice(app, (uint32_t)to);
	return APP_DRAW;
}

/* One step on the trail; false at its end. */
static bool trail_step(struct app *app, int direction)
{
	struct trail *trail = app->trail;
	int next = trail->at + direction;
	if (next < 0 || next >= trail->count)
		return false;
	struct spot here = spot_of(app);
	if (!spot_go(app, trail->steps[next].spot))
		return false;
	trail->steps[trail->at].spot = here;
	trail->at = next;
	return true;
}

enum app_next spot_retrace(struct app *app, const struct request *request)
{
	const struct trail *trail = app->trail;
	int direction = request->action == ACTION_RETRACE_FORWARD ? 1 : -1;
	uint32_t steps = 0;
	if (spot_is_held(app))
		return APP_DRAW;
	while (steps < request->count && trail_step(app, direction))
		steps++;
	if (steps) {
		view_close_all(app);
		if (trail->steps[trail->at].view)
			view_open(app, trail->steps[trail->at].view, NULL);
	} else if (!*app_said(app)) {
		app_say(app,
			direction < 0 ? "this is where you began"
				      : "there is no way forward from here");
	}
	return APP_DRAW;
}

bool spot_return(struct app *app)
{
	const struct trail *trail = app->trail;
	struct spot here = spot_of(app), led = trail->steps[trail->at].spot;
	bool as_led = here.event == led.event && here.quote == led.quote && here.focus == led.focus;
	if (trail->at == 0 || !trail->steps[trail->at - 1].view ||
		(!as_led && here.focus != FOCUS_TIMELINE))
		return false;
	spot_retrace(app, &(struct request){.action = ACTION_RETRACE_BACK, .count = 1});
	return true;
}
