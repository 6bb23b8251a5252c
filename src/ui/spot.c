/* The trail is a list of spots with the present one at `at`; what lies behind it is the way forward, and
 * is cut off when another way is taken. */
#include "ui/spot.h"

#include "ui/items.h"
#include "ui/view.h"

#include <string.h>

struct spot spot_of(const struct app *app)
{
	const struct explorer *explorer = &app->explorer;
	struct spot spot = {-1, -1, explorer->focus};
	if (explorer->list.selected == 0)
		return spot;
	int64_t row = items_row(app, explorer->list.selected);
	const struct event *event = result_event(app->result, (uint32_t)row);
	spot.event = event - app->result->record->events;
	if (explorer->pane.stop > 0 && !items_is_group(app, explorer->list.selected)) {
		const struct quote *quote = result_quote(
			app->result, event, (uint32_t)explorer->pane.stop - 1);
		if (quote)
			spot.quote = quote - app->result->record->quotes;
	}
	return spot;
}

/* The stop of a quotation in the pane of its event; 0 where the filter hides it. */
static int stop_of(const struct app *app, const struct event *event, int64_t quote)
{
	uint32_t count = result_quote_count(app->result, event);
	for (uint32_t n = 0; n < count; n++)
		if (result_quote(app->result, event, n) == &app->result->record->quotes[quote])
			return (int)n + 1;
	return 0;
}

bool spot_go(struct app *app, struct spot spot)
{
	struct explorer *explorer = &app->explorer;
	int64_t row = spot.event < 0 ? -1 : result_row(app->result, (uint32_t)spot.event);
	if (spot.event >= 0 && row < 0) {
		app->message = "that event is hidden by the filter";
		return false;
	}
	while (spot.quote >= 0 && items_is_group(app, items_of_row(app, row)))
		items_zoom(app, (enum unit)(explorer->fold.unit - 1));
	list_select(&explorer->list, items_of_row(app, row));
	explorer->focus = row < 0 ? FOCUS_TIMELINE : spot.focus;
	explorer_fit(app);
	if (spot.quote >= 0)
		pane_select(&explorer->pane,
			stop_of(app, &app->result->record->events[spot.event], spot.quote));
	return true;
}

/* A new spot behind the one at hand, which is kept as it is left. */
static void trail_add(struct trail *trail, struct spot from, struct spot to)
{
	if (trail->compared > trail->at)
		trail->compared = 0; /* that way is cut off */
	trail->spots[trail->at] = from;
	if (trail->at + 1 == TRAIL_SPOTS) {
		memmove(trail->spots, trail->spots + 1, (TRAIL_SPOTS - 1) * sizeof *trail->spots);
		trail->compared -= trail->compared > 0;
	} else {
		trail->at++;
	}
	trail->spots[trail->at] = to;
	trail->count = trail->at + 1;
}

bool spot_step(struct app *app, struct spot to)
{
	struct spot from = spot_of(app);
	if (!spot_go(app, to))
		return false;
	trail_add(&app->trail, from, to);
	return true;
}

bool spot_follow(struct app *app, struct ref ref)
{
	const struct record *record = app->result->record;
	struct spot to = {-1, -1, FOCUS_TIMELINE};
	if (ref.thing == THING_QUOTE)
		to = (struct spot){record->quotes[ref.index].event, ref.index, FOCUS_QUOTES};
	else if (ref.thing == THING_EVENT)
		to.event = ref.index;
	if (!spot_step(app, to))
		return false;
	while (app->depth > 1)
		app_pop(app);
	return true;
}

bool spot_retrace(struct app *app, int direction)
{
	struct trail *trail = &app->trail;
	int next = trail->at + (direction < 0 ? -1 : 1);
	if (next < 0 || next >= trail->count)
		return false;
	struct spot here = spot_of(app);
	if (!spot_go(app, trail->spots[next]))
		return false;
	trail->spots[trail->at] = here;
	trail->at = next;
	return true;
}
