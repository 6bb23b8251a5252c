/* From era to era: by their first events, or while something is looked for by their first matches. */
#include "ui/views/explorer.h"

#include "layout/timeline.h"
#include "ui/core/find.h"
#include "ui/core/view.h"

/* The heading that an item stands under; NULL for the card. */
static const char *heading_of(const struct app *app, int64_t item)
{
	return item > 0 ? timeline_heading(app->record, items_event(app, (uint32_t)item)) : NULL;
}

/* The first item of the era of another one; where nothing stands under a heading the card. */
static int64_t era_begin(const struct app *app, int64_t item)
{
	const char *title = heading_of(app, item);
	while (item > 0 && heading_of(app, item - 1) == title)
		item--;
	return item;
}

/* The first item behind it, or how many there are. */
static int64_t era_end(const struct app *app, int64_t item)
{
	const char *title = heading_of(app, item);
	while (item < explorer_of(app)->list.count && heading_of(app, item) == title)
		item++;
	return item;
}

/* Goes to a match from an event on, or before it; false where there is none, or no event. */
static bool match_from(struct app *app, int64_t item, enum search_way way)
{
	const struct event *event = item > 0 && item < explorer_of(app)->list.count
		? items_event(app, (uint32_t)item)
		: NULL;
	return event && find_step_to(app, record_event_ref(app->record, event), way);
}

/* The first match of the next era that has one, or of the one before. */
static bool step_by_matches(struct app *app, int64_t item, bool on)
{
	if (on)
		return match_from(app, era_end(app, item), SEARCH_AT);
	return match_from(app, era_begin(app, item), SEARCH_PREVIOUS) &&
		match_from(app, era_begin(app, explorer_of(app)->list.selected), SEARCH_AT);
}

/* The first event of this era, and then of the one before. */
static int64_t item_back(const struct app *app, int64_t item)
{
	int64_t begin = era_begin(app, item);
	return item > begin ? begin : begin > 1 ? era_begin(app, begin - 1) : 0;
}

enum app_next explorer_step_era(struct app *app, const struct request *request)
{
	bool on = request->action == ACTION_NEXT_ERA;
	int64_t item = explorer_of(app)->list.selected;
	if (find_is_on(app)) {
		if (!step_by_matches(app, item, on))
			app_say(app, "no match in %s era; n and N go through all",
				on ? "a later" : "an earlier");
		return APP_DRAW;
	}
	int64_t to = on ? era_end(app, item) : item_back(app, item);
	if (to < explorer_of(app)->list.count)
		explorer_to_item(app, to);
	else
		app_say(app, "this is the last era");
	return APP_DRAW;
}
