/* What is laid beside what: the first of two is remembered until the second is chosen. */
#include "ui/views/explorer.h"

#include "query/rounds.h"
#include "ui/core/filter.h"
#include "ui/core/spot.h"
#include "ui/core/view.h"

static struct ref event_of(const struct record *record, struct ref ref)
{
	return ref.thing == THING_QUOTE ? record_ref(THING_EVENT, record->quotes[ref.index].event)
					: ref;
}

/* A quotation beside a quotation; of anything else the events. */
static bool is_same_choice(const struct record *record, struct ref a, struct ref b)
{
	if (a.thing == THING_QUOTE && b.thing == THING_QUOTE)
		return ref_same(a, b);
	return ref_same(event_of(record, a), event_of(record, b));
}

/* What waits to be compared was left out since: it waits on. */
static void say_not_selected(struct app *app, struct ref first)
{
	explorer_of(app)->first = first;
	app_say(app, "what this is to be compared with is not in this selection; \\ shows all");
}

/* From the card, the two rounds of talks that the record likens, else the last two. */
static void compare_rounds(struct app *app)
{
	const struct event *rounds[2];
	if (rounds_find(app->result, rounds))
		view_open(app, &compare_view,
			&(struct view_at){.of = record_event_ref(app->record, rounds[0]),
				.with = record_event_ref(app->record, rounds[1])});
	else if (app->result->event_count < 2)
		app_say(app, "%s, and a comparison takes two%s",
			app->result->event_count ? "there is one event" : "there is no event",
			filter_is_on(app) ? "; \\ shows everything" : "");
	else
		app_say(app,
			"no two rounds of talks here: c on an event, c on another, for any two");
}

bool explorer_is_second(struct app *app)
{
	const struct explorer *explorer = explorer_of(app);
	struct ref first = explorer->first, ref = spot_selected(app);
	bool event = first.thing == THING_EVENT && explorer->focus == FOCUS_TIMELINE;
	return (event || first.thing == THING_QUOTE) && ref.thing == first.thing &&
		!ref_same(ref, first);
}

enum app_next explorer_compare(struct app *app, const struct request *request)
{
	struct explorer *explorer = explorer_of(app);
	struct ref ref = spot_selected(app), before = explorer->first;
	if (ref.thing == THING_NONE) {
		if (before.thing == THING_NONE)
			compare_rounds(app);
		else
			app_say(app, "this page cannot be compared: events and quotations can");
		return APP_DRAW;
	}
	explorer->first = before.thing == THING_NONE ? ref : (struct ref){0};
	if (before.thing == THING_NONE)
		return APP_DRAW;
	if (ref.thing == THING_QUOTE && ref_same(before, ref))
		ref = record_ref(THING_QUOTE, result_rendering(app->result, ref.index));
	if (is_same_choice(app->record, before, ref))
		app_say(app, "taken back; c here and c elsewhere show both side by side");
	else if (!view_open(app, &compare_view, &(struct view_at){.of = before, .with = ref}))
		say_not_selected(app, before);
	return APP_DRAW;
}
