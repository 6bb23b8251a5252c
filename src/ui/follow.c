/* Every way from words to others ends at a spot, which the trail keeps; the rest are views of their own. */
#include "ui/follow.h"

#include "layout/words.h"
#include "ui/view.h"

static void follow_era(struct app *app, uint32_t era)
{
	const struct record *record = app->result->record;
	for (uint32_t row = 0; row < app->result->event_count; row++) {
		const struct event *event = result_event(app->result, row);
		if (event->era.thing == THING_ERA && event->era.index == era) {
			spot_follow(
				app, record_ref(THING_EVENT, (uint32_t)(event - record->events)));
			return;
		}
	}
	app->message = "no event of that era is shown";
}

/* All of a long group, as far as a list is to be read; of what is beyond, a query selects the answers. */
static void follow_rest(struct app *app, const struct link *link)
{
	if (links_show_all(app))
		return;
	if (link->kind == LINK_SPOKEN_OF) {
		app->message = "more than a list should hold: search for what they say";
		return;
	}
	struct buf query = {0};
	buf_format(&query, "answers:%s", record_id(app->record, link->to));
	if (app_filter(app, buf_string(&query)))
		while (app->depth > 1)
			app_pop(app);
	buf_free(&query);
}

/* Words in the text of the source that printed them, where there are texts. */
static bool follow_into_text(struct app *app, const struct link *link)
{
	struct ref of = app->linked.list.of;
	return of.thing == THING_QUOTE && link->to.thing == THING_SOURCE &&
		link->kind != LINK_ALSO_SAYS && texts_open(app, of.index, link->also);
}

void follow_link(struct app *app, const struct link *link)
{
	switch ((enum thing)link->to.thing) {
	case THING_EVENT:
	case THING_QUOTE:
		if (link->more)
			follow_rest(app, link);
		else
			spot_follow(app, link->to);
		break;
	case THING_ERA:
		follow_era(app, link->to.index);
		break;
	case THING_SOURCE:
		if (follow_into_text(app, link))
			break;
		/* fall through */
	case THING_THEME:
	case THING_PERSON:
	case THING_PARTY:
		index_open_at(app, link->to, link->kind == LINK_ALSO_SAYS);
		break;
	default:
		break;
	}
}

static void say_voice(struct app *app, uint32_t quote)
{
	const struct quote *at = &app->result->record->quotes[quote];
	struct thread thread = threads_of_voice(links_threads(app), threads_voice(at));
	struct buf *said = &app->linked.said;
	buf_clear(said);
	words_figure(said, (uint64_t)thread_find(thread, quote) + 1);
	buf_text(said, " of ");
	words_figure(said, thread.count);
	buf_text(said, " by ");
	words_speaker_short(said, app->result->record, at);
	app->message = buf_string(said);
}

void follow_voice(struct app *app, int direction, uint32_t count)
{
	struct spot spot = spot_of(app);
	if (spot.event < 0)
		return;
	const struct event *event = &app->result->record->events[spot.event];
	if (spot.quote < 0) { /* the account: as if its first words were selected */
		const struct quote *first = result_quote(app->result, event, 0);
		if (!first) {
			app->message = "no words here whose speaker could be followed";
			return;
		}
		spot.quote = first - app->result->record->quotes;
	}
	if (threads_voice(&app->result->record->quotes[spot.quote]).thing == THING_NONE) {
		app->message = "nobody is named as the speaker of these words";
		return;
	}
	int64_t to = spot.quote, next = to;
	while (count-- && next >= 0) {
		to = next;
		next = links_same_voice(links_threads(app), app->result, (uint32_t)to, direction);
	}
	if (next >= 0)
		to = next;
	if (to == spot.quote)
		app->message = direction > 0 ? "no later words of this speaker"
					     : "no earlier words of this speaker";
	else if (spot_follow(app, record_ref(THING_QUOTE, (uint32_t)to)))
		say_voice(app, (uint32_t)to);
}

void follow_retrace(struct app *app, int direction, uint32_t count)
{
	bool moved = false;
	while (count-- && spot_retrace(app, direction))
		moved = true;
	if (moved) {
		while (app->depth > 1)
			app_pop(app);
		if (app->trail.at + 1 == app->trail.compared)
			compare_reopen(app);
	} else if (!app->message) {
		app->message = direction < 0 ? "this is where you began"
					     : "there is no way forward from here";
	}
}
