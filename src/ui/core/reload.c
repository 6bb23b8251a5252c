/* Another record in place of the old one.
 *
 * What is kept from one to the next is kept as indices of the record, and all of it is named in one
 * list, keep_all. The list is gone through three times: the ids of what the indices name are
 * written down, each with its place in the new record; the indices are put in the place of the old
 * ones; and all of them are found to be in range. All else of a record is forgotten. */
#include "ui/core/app.h"

#include "base/memory.h"
#include "layout/words.h"
#include "ui/core/bookmarks.h"
#include "ui/core/filter.h"
#include "ui/core/find.h"
#include "ui/core/pointer.h"
#include "ui/core/spot.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Every index of the record that outlives it. */
static void keep_all(struct app *app, struct spot *here, struct keeper *keeper)
{
	keeper->spot(keeper, here);
	find_keep(app, keeper);
	trail_keep(app->trail, keeper);
	bookmarks_keep(app->bookmarks, keeper);
	for (int view = 0; view < app->view_count; view++)
		if (app->views[view].ops->keep)
			app->views[view].ops->keep(app, keeper);
}

struct anchor {
	const char *id;
	struct ref now; /* in the new record; none where it is gone */
	bool is_quote;
};

struct anchors {
	struct keeper keeper; /* first, so that a keeper is the anchors it belongs to */
	const struct record *old, *record;
	struct anchor *at;
	size_t count, capacity;
};

static int anchor_order(const void *a, const void *b)
{
	const struct anchor *left = a, *right = b;
	if (left->is_quote != right->is_quote)
		return left->is_quote - right->is_quote;
	return strcmp(left->id, right->id);
}

/* ---- writing the ids down ---- */

static bool note_ref(struct keeper *keeper, struct ref *ref)
{
	struct anchors *anchors = (struct anchors *)keeper;
	if (ref->thing == THING_NONE)
		return true;
	anchors->at = mem_grow(
		anchors->at, &anchors->capacity, anchors->count + 1, sizeof *anchors->at);
	anchors->at[anchors->count++] = (struct anchor){
		.id = record_id(anchors->old, *ref), .is_quote = ref->thing == THING_QUOTE};
	return true;
}

static bool note_spot(struct keeper *keeper, struct spot *spot)
{
	struct ref event = record_ref(THING_EVENT, (uint32_t)spot->event);
	struct ref quote = record_ref(THING_QUOTE, (uint32_t)spot->quote);
	if (spot->event >= 0)
		note_ref(keeper, &event);
	if (spot->quote >= 0)
		note_ref(keeper, &quote);
	return true;
}

static void anchor_resolve(struct anchors *anchors, struct ref now)
{
	struct anchor like = {
		.id = record_id(anchors->record, now), .is_quote = now.thing == THING_QUOTE};
	struct anchor *found = bsearch(
		&like, anchors->at, anchors->count, sizeof *anchors->at, anchor_order);
	if (found)
		found->now = now;
}

/* Sorts the ids, each once, and looks for them in one walk through the new record. */
static void anchors_resolve(struct anchors *anchors)
{
	size_t kept = 0;
	if (!anchors->count)
		return;
	qsort(anchors->at, anchors->count, sizeof *anchors->at, anchor_order);
	for (size_t i = 1; i < anchors->count; i++)
		if (anchor_order(&anchors->at[kept], &anchors->at[i]) != 0)
			anchors->at[++kept] = anchors->at[i];
	anchors->count = kept + 1;
	for (uint32_t i = 0; i < anchors->record->counts[THING_EVENT]; i++)
		anchor_resolve(anchors, record_ref(THING_EVENT, i));
	for (uint32_t i = 0; i < anchors->record->counts[THING_QUOTE]; i++)
		anchor_resolve(anchors, record_ref(THING_QUOTE, i));
}

/* ---- putting the new indices in the place of the old ---- */

static bool renew_ref(struct keeper *keeper, struct ref *ref)
{
	struct anchors *anchors = (struct anchors *)keeper;
	if (ref->thing == THING_NONE)
		return true;
	struct anchor like = {
		.id = record_id(anchors->old, *ref), .is_quote = ref->thing == THING_QUOTE};
	const struct anchor *found = bsearch(
		&like, anchors->at, anchors->count, sizeof *anchors->at, anchor_order);
	*ref = found->now;
	return ref->thing != THING_NONE;
}

/* A quotation may stand at another event now. */
static bool renew_spot(struct keeper *keeper, struct spot *spot)
{
	const struct anchors *anchors = (const struct anchors *)keeper;
	struct ref event = {0}, quote = {0};
	if (spot->event >= 0)
		event = record_ref(THING_EVENT, (uint32_t)spot->event);
	if (spot->quote >= 0)
		quote = record_ref(THING_QUOTE, (uint32_t)spot->quote);
	bool still = renew_ref(keeper, &event);
	bool said = spot->quote >= 0 && renew_ref(keeper, &quote);
	spot->event = event.thing == THING_NONE ? -1 : (int64_t)event.index;
	spot->quote = -1;
	if (!said)
		return still;
	spot->quote = quote.index;
	spot->event = anchors->record->quotes[quote.index].event;
	return true;
}

/* ---- in range ---- */

static bool assert_ref(struct keeper *keeper, struct ref *ref)
{
	const struct record *record = ((const struct anchors *)keeper)->record;
	(void)record, (void)ref;
	assert(ref->thing == THING_NONE || ref->index < record->counts[ref->thing]);
	return true;
}

static bool assert_spot(struct keeper *keeper, struct spot *spot)
{
	const struct record *record = ((const struct anchors *)keeper)->record;
	(void)record, (void)spot;
	assert(spot->event < (int64_t)record->counts[THING_EVENT]);
	assert(spot->quote < (int64_t)record->counts[THING_QUOTE]);
	assert(spot->quote < 0 || record->quotes[spot->quote].event == spot->event);
	return true;
}

/* ---- replacing the record ---- */

void app_forget(struct app *app)
{
	for (int view = 0; view < app->view_count; view++)
		if (app->views[view].ops->pause)
			app->views[view].ops->pause(app);
	for (int view = 0; view < app->view_count; view++)
		if (app->views[view].ops->forget)
			app->views[view].ops->forget(app);
	threads_free(app->threads);
	app->threads = NULL;
}

void app_take(struct app *app, const struct record *record)
{
	int kept = 1;
	pointer_lift(app);
	app->record = record;
	app->before_depth = app->depth;
	memcpy(app->before, app->stack, sizeof app->before);
	for (int i = 1; i < app->depth; i++)
		if (app->stack[i]->stays)
			app->stack[kept++] = app->stack[i];
	app->depth = kept;
}

/* Which of the views that were open it was; behind them all where it was none. */
static int level_before(const struct app *app, const struct view_ops *view)
{
	int level = 0;
	while (level < app->before_depth && app->before[level] != view)
		level++;
	return level;
}

/* Whatever goes on comes back to where it lay, above or below what has stayed. */
void app_resume(struct app *app)
{
	for (int view = 0; view < app->view_count; view++)
		if (app->views[view].ops->resume)
			app->views[view].ops->resume(app);
	for (int i = 2; i < app->depth; i++) {
		const struct view_ops *view = app->stack[i];
		int to = i, level = level_before(app, view);
		for (; to > 1 && level_before(app, app->stack[to - 1]) > level; to--)
			app->stack[to] = app->stack[to - 1];
		app->stack[to] = view;
	}
}

static void say_counts(struct app *app)
{
	struct buf said = {0};
	words_number(&said, result_known(app->result)->event_count, "event", "events");
	buf_format(&said, " %s ", app->signs->dot);
	words_counts(&said, app->signs, &app->record->quote_kinds);
	app_say(app, "read again: %s", buf_string(&said));
	buf_free(&said);
}

void app_replace(struct app *app, const struct record *record)
{
	struct anchors anchors = {
		{note_spot, note_ref}, record_whole(app->record), record, NULL, 0, 0};
	int64_t last = (int64_t)record->counts[THING_EVENT] - 1;
	app_forget(app);
	struct spot here = spot_of(app);
	int64_t was = here.event;
	keep_all(app, &here, &anchors.keeper);
	anchors_resolve(&anchors);
	anchors.keeper = (struct keeper){renew_spot, renew_ref};
	keep_all(app, &here, &anchors.keeper);
	if (was >= 0 && here.event < 0)
		here.event = was < last ? was : last; /* what stands in its place */
	anchors.keeper = (struct keeper){assert_spot, assert_ref};
	keep_all(app, &here, &anchors.keeper);
	free(anchors.at);
	app_unsay(app); /* what was said was said of the old one */
	app_take(app, record);
	filter_renew(app);
	explorer_view.settle(app, here);
	say_counts(app);
	app_resume(app);
}
