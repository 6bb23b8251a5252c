/* The explorer keeps indices of the record in spots and marks. What they name is written down as ids, these are
 * looked up in the new record in one walk through it, and the indices are put in the place of the old ones. */
#include "ui/reload.h"

#include "base/memory.h"
#include "layout/words.h"
#include "ui/view.h"

#include <stdlib.h>
#include <string.h>

struct anchor {
	const char *id;
	struct ref now; /* in the new record; none where it is gone */
	bool is_quote;
};

struct anchors {
	struct anchor *at;
	size_t count, capacity;
};

static struct ref event_ref(int64_t event)
{
	return event < 0 ? (struct ref){0} : record_ref(THING_EVENT, (uint32_t)event);
}

static struct ref quote_ref(int64_t quote)
{
	return quote < 0 ? (struct ref){0} : record_ref(THING_QUOTE, (uint32_t)quote);
}

static struct anchor anchor_of(const struct record *record, struct ref ref)
{
	return (struct anchor){.id = record_id(record, ref), .is_quote = ref.thing == THING_QUOTE};
}

static int anchor_order(const void *a, const void *b)
{
	const struct anchor *left = a, *right = b;
	if (left->is_quote != right->is_quote)
		return left->is_quote - right->is_quote;
	return strcmp(left->id, right->id);
}

static void anchors_add(struct anchors *anchors, const struct record *record, struct ref ref)
{
	if (ref.thing == THING_NONE)
		return;
	anchors->at = mem_grow(
		anchors->at, &anchors->capacity, anchors->count + 1, sizeof *anchors->at);
	anchors->at[anchors->count++] = anchor_of(record, ref);
}

static void anchors_add_spot(
	struct anchors *anchors, const struct record *record, const struct spot *spot)
{
	anchors_add(anchors, record, event_ref(spot->event));
	anchors_add(anchors, record, quote_ref(spot->quote));
}

static struct anchor *anchors_find(const struct anchors *anchors, const struct anchor *like)
{
	return anchors->count
		? bsearch(like, anchors->at, anchors->count, sizeof *anchors->at, anchor_order)
		: NULL;
}

/* All that has the id of one in the new record gets its place there; of equal ones bsearch finds any. */
static void anchors_set(struct anchors *anchors, const struct record *record, struct ref now)
{
	struct anchor like = anchor_of(record, now);
	struct anchor *found = anchors_find(anchors, &like);
	if (!found)
		return;
	while (found > anchors->at && anchor_order(found - 1, &like) == 0)
		found--;
	for (; found < anchors->at + anchors->count && anchor_order(found, &like) == 0; found++)
		found->now = now;
}

static void anchors_resolve(struct anchors *anchors, const struct record *record)
{
	if (anchors->count)
		qsort(anchors->at, anchors->count, sizeof *anchors->at, anchor_order);
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++)
		anchors_set(anchors, record, record_ref(THING_EVENT, i));
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		anchors_set(anchors, record, record_ref(THING_QUOTE, i));
}

/* What a ref of the old record is in the new one. */
static struct ref anchors_now(
	const struct anchors *anchors, const struct record *old, struct ref ref)
{
	if (ref.thing == THING_NONE)
		return ref;
	struct anchor like = anchor_of(old, ref);
	const struct anchor *found = anchors_find(anchors, &like);
	return found ? found->now : (struct ref){0};
}

/* A quotation may stand at another event now. An event that is gone leaves the spot at -1, false. */
static bool spot_renew(const struct anchors *anchors, const struct record *old,
	const struct record *record, struct spot *spot)
{
	struct ref event = anchors_now(anchors, old, event_ref(spot->event));
	struct ref quote = anchors_now(anchors, old, quote_ref(spot->quote));
	bool gone = spot->event >= 0 && event.thing == THING_NONE;
	spot->event = event.thing == THING_NONE ? -1 : (int64_t)event.index;
	spot->quote = -1;
	if (quote.thing == THING_NONE)
		return !gone;
	spot->quote = quote.index;
	spot->event = record->quotes[quote.index].event;
	return true;
}

static void trail_renew(const struct anchors *anchors, const struct record *old,
	const struct record *record, struct trail *trail)
{
	int kept = 0, at = trail->at;
	for (int i = 0; i < trail->count; i++) {
		struct spot spot = trail->spots[i];
		if (!spot_renew(anchors, old, record, &spot) && i != trail->at) {
			at -= i < trail->at;
			continue;
		}
		trail->spots[kept++] = spot;
	}
	trail->count = kept;
	trail->at = at;
}

static void marks_renew(
	const struct anchors *anchors, const struct record *old, struct marks *marks)
{
	size_t kept = 0;
	for (size_t i = 0; i < marks->count; i++) {
		struct ref now = anchors_now(anchors, old, marks->at[i]);
		if (now.thing != THING_NONE)
			marks->at[kept++] = now;
	}
	marks->count = kept;
	marks->list.count = (uint32_t)kept;
	list_select(&marks->list, marks->list.selected);
}

/* A view of the old record, in the new one; NULL where it is gone. */
static const struct view *view_renew(const struct record *record, const struct view *view)
{
	if (!view)
		return NULL;
	struct ref now = record_find(record, view->id);
	return now.thing == THING_VIEW ? &record->views[now.index] : NULL;
}

/* The same view and the same query, on the record at hand. One that selects nothing any more is given up. */
static void filter_renew(struct app *app)
{
	struct filter *filter = &app->filter;
	struct select_options asked = filter->asked;
	struct buf query = filter->query;
	asked.view = view_renew(app->record, asked.view);
	app->options.asked.view = view_renew(app->record, app->options.asked.view);
	asked.query = query.len ? buf_string(&query) : NULL;
	asked.search = NULL;
	search_free(filter->search);
	arena_free(&filter->opened_arena);
	arena_free(&filter->arena);
	filter->search = NULL;
	filter->query = (struct buf){0};
	filter_begin(app, &asked);
	filter->asked.query = NULL; /* it lies in `query` */
	if (query.len && !filter->result.event_count) {
		buf_clear(&filter->query);
		filter->result = filter->opened;
	}
	buf_free(&query);
}

/* Of the views above the explorer those remain that hold nothing of a record. */
static void views_renew(struct app *app)
{
	int kept = 1;
	for (int i = 1; i < app->depth; i++)
		if (app->views[i] == VIEW_HELP || app->views[i] == VIEW_MARKED ||
			app->views[i] == VIEW_PLAIN || app->views[i] == VIEW_PROMPT)
			app->views[kept++] = app->views[i];
	app->depth = kept;
}

void app_replace(struct app *app, const struct record *record)
{
	const struct record *old = app->record;
	struct present presented;
	bool presenting = present_pause(app, &presented);
	struct spot spot = spot_of(app);
	struct anchors anchors = {0};
	int64_t last = (int64_t)record->counts[THING_EVENT] - 1, was = spot.event;
	struct ref first = app->compared.first;
	anchors_add_spot(&anchors, old, &spot);
	bool finding = app->find.text.len > 0;
	if (finding)
		anchors_add_spot(&anchors, old, &app->find.from);
	anchors_add(&anchors, old, first);
	for (int i = 0; i < app->trail.count; i++)
		anchors_add_spot(&anchors, old, &app->trail.spots[i]);
	for (size_t i = 0; i < app->marks.count; i++)
		anchors_add(&anchors, old, app->marks.at[i]);
	anchors_resolve(&anchors, record);
	if (!spot_renew(&anchors, old, record, &spot))
		spot.event = was < last ? was : last; /* what stands in its place */
	if (finding)
		spot_renew(&anchors, old, record, &app->find.from);
	trail_renew(&anchors, old, record, &app->trail);
	marks_renew(&anchors, old, &app->marks);
	app_forget(app);
	app->compared.first = anchors_now(&anchors, old, first);
	app->record = record;
	app->message = NULL;
	views_renew(app);
	filter_renew(app);
	app->explorer.pane.holds = -1;
	filter_settle(app, spot);
	find_again(app);
	free(anchors.at);
	struct buf said = {0};
	buf_text(&said, "read again: ");
	words_number(&said, record->counts[THING_EVENT], "event", "events");
	buf_format(&said, " %s ", app->signs->dot);
	words_counts(&said, app->signs, &record->quote_kinds);
	app_say(app, buf_string(&said));
	buf_free(&said);
	if (presenting)
		present_resume(app, &presented);
}

bool reload_asked(struct app *app)
{
	const struct record *record = app->record;
	if (record->built_in) {
		app->message = "built in, without a file: truce print -f yaml > lesson.yaml, "
			       "then truce lesson.yaml";
		return false;
	}
	for (int i = 0; record->files[i]; i++)
		if (strcmp(record->files[i], "-") == 0) {
			app->message =
				"standard input is no file: keep it in one, then truce lesson.yaml";
			return false;
		}
	return true;
}

struct app_place reload_place(const struct app *app)
{
	struct spot spot = spot_of(app);
	const struct record *record = app->record;
	struct place place = {.line = 1};
	if (spot.quote >= 0)
		place = record->quotes[spot.quote].place;
	else if (spot.event >= 0)
		place = record->events[spot.event].place;
	return (struct app_place){record->files[place.file], place.line ? place.line : 1};
}
