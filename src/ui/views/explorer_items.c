/* An item is a row of the result or, where the timeline is folded, a group of them. */
#include "ui/views/explorer.h"

#include "layout/card.h"
#include "layout/event_page.h"
#include "layout/timeline.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "ui/core/filter.h"
#include "ui/core/spot.h"

#include <string.h>

/* The ways in that the card names; the last one where there are lesson plans below. */
static const struct card_way ways[] = {
	{"Space", "read on, from the first event to the last word"},
	{"/, &, @", "find a word or a day; filter; go back to a day"},
	{"v, s, i", "who stood where; what each source says; who speaks"},
	{"c, p, w", "two rounds side by side; show a class; who said it?"},
};

/* Those of a plan: what it is for comes first; then, where it has some, its scenes. */
static const struct card_way plan_ways[] = {
	{"p", "start the lesson: show it to the class, scene by scene"},
	{"Enter", "its scenes, to begin with one of them"},
	{"Space", "read its events, from the first to the last word"},
	{"/, &, @", "find a word or a day; filter; go back to a day"},
	{"v, s, i", "who stood where; what each source says; who speaks"},
	{"c, w", "two rounds side by side; who said it?"},
};

_Static_assert(sizeof plan_ways > sizeof ways, "the card has room for either, and one more");

enum {
	WAYS = sizeof ways / sizeof *ways,
	PLAN_WAYS = sizeof plan_ways / sizeof *plan_ways,
	READ_WAY = 0,
	SCENES_WAY = 1
};

static void ways_of_plan(struct card_way *all, bool has_scenes)
{
	int count = 0;
	for (int n = 0; n < PLAN_WAYS; n++)
		if (n != SCENES_WAY || has_scenes)
			all[count++] = plan_ways[n];
}

static const struct fold *fold_of(const struct app *app)
{
	const struct fold *fold = &explorer_of(app)->fold;
	return fold->unit == UNIT_EVENT ? NULL : fold;
}

uint32_t items_count(const struct app *app)
{
	const struct fold *fold = fold_of(app);
	return 1 + (fold ? fold->count : app->result->event_count);
}

static int item_height(const void *what, uint32_t item)
{
	const struct app *app = what;
	const struct fold *fold = fold_of(app);
	if (item == 0)
		return 1;
	return fold ? fold_height(fold, app->result, item - 1)
		    : timeline_height(app->result, item - 1);
}

struct list_heights items_heights(const struct app *app)
{
	return (struct list_heights){item_height, app};
}

int64_t items_row(const struct app *app, uint32_t item)
{
	const struct fold *fold = fold_of(app);
	if (item == 0)
		return -1;
	return fold ? fold->rows[fold->groups[item - 1].first] : item - 1;
}

const struct event *items_event(const struct app *app, uint32_t item)
{
	return item ? result_event(app->result, (uint32_t)items_row(app, item)) : NULL;
}

uint32_t items_of_row(const struct app *app, int64_t row)
{
	const struct fold *fold = fold_of(app);
	if (row < 0)
		return 0;
	return 1 + (fold ? fold->group[row] : (uint32_t)row);
}

bool items_is_group(const struct app *app, uint32_t item)
{
	const struct fold *fold = fold_of(app);
	return fold && item > 0 && fold->groups[item - 1].count > 1;
}

void items_add(struct rows *rows, const struct app *app, uint32_t item, bool whole)
{
	const struct fold *fold = fold_of(app);
	if (item == 0) {
		rows_new(rows);
		rows_to(rows, 1);
		rows_cut(rows, style_of(ROLE_TEXT), ITEMS_RECORD, rows->paper.width - 2);
	} else if (fold) {
		fold_add(rows, fold, app->result, item - 1);
	} else {
		timeline_add(rows, app->result, item - 1, whole);
	}
}

/* "Only ceasefire: 9 events, 31 hidden"; nothing where there is no query. */
static void selected_words(struct buf *out, const struct app *app)
{
	uint32_t count = app->result->event_count;
	if (!*filter_typed(app))
		return;
	buf_format(out, "Only %s: ", filter_told(app));
	words_number(out, count, "event", "events");
	buf_text(out, ", ");
	words_figure(out, result_known(app->result)->event_count - count);
	buf_text(out, " hidden");
}

/* What is said of a theme, where the query is that theme alone. */
static const char *selected_note(const struct app *app)
{
	static const char theme[] = "theme:";
	const char *query = filter_typed(app);
	const struct record *record = app->result->record;
	if (strncmp(query, theme, sizeof theme - 1) != 0)
		return NULL;
	for (uint32_t n = 0; n < record->counts[THING_THEME]; n++)
		if (strcmp(record->themes[n].id, query + sizeof theme - 1) == 0)
			return record->themes[n].note;
	return NULL;
}

static void card(struct rows *rows, const struct app *app)
{
	const struct record *record = app->result->record;
	const struct view *view = app->filter->asked.view;
	struct card_way all[PLAN_WAYS + 1] = {{0}};
	struct buf selected = {0}, plans = {0}, day = {0};
	uint32_t count = view ? 0 : card_plans(record);
	selected_words(&selected, app);
	words_number(&plans, count, "lesson plan for a class", "lesson plans for a class");
	if (view)
		ways_of_plan(all, app->result->order_count);
	else
		memcpy(all, ways, sizeof ways);
	if (!view && app->options.mouse)
		all[READ_WAY].leads = "read on, to the last word; the mouse works as well";
	if (count)
		all[WAYS] = (struct card_way){"Enter", buf_kept(&plans, rows->arena)};
	if (app->filter->asked.as_of)
		words_date(&day, app->dates, (struct when){.date = app->filter->asked.as_of});
	card_add(rows, app->result, view,
		&(struct card_selected){selected.len ? buf_kept(&selected, rows->arena) : NULL,
			selected_note(app), day.len ? buf_kept(&day, rows->arena) : NULL},
		all);
	buf_free(&day);
	buf_free(&selected);
	buf_free(&plans);
}

void items_words_add(struct rows *rows, struct app *app, uint32_t item)
{
	if (item == 0)
		card(rows, app);
	else if (items_is_group(app, item))
		fold_page_add(rows, fold_of(app), app->result, item - 1);
	else
		event_page_add(rows, app->result, spot_threads(app), items_event(app, item));
}

uint32_t items_quotes(const struct app *app, uint32_t item)
{
	return item && !items_is_group(app, item)
		? result_quote_count(app->result, items_event(app, item))
		: 0;
}

/* What is shown, folded by a unit: it is made once until something else is shown. */
static struct fold folded(struct app *app, enum unit unit)
{
	struct explorer *explorer = explorer_of(app);
	struct fold *fold = &explorer->folds[unit];
	if (explorer->folds_change != app->filter->changes || explorer->folds_dates != app->dates) {
		memset(explorer->folds, 0, sizeof explorer->folds);
		arena_reset(&explorer->fold_arena);
		explorer->folds_change = app->filter->changes;
		explorer->folds_dates = app->dates;
	}
	if (fold->unit != unit)
		fold_build(fold, &explorer->fold_arena, app->result, unit, app->dates);
	return *fold;
}

void items_zoom(struct app *app, enum unit unit)
{
	struct explorer *explorer = explorer_of(app);
	int64_t row = items_row(app, explorer->list.selected);
	explorer->fold = unit == UNIT_EVENT ? (struct fold){.unit = UNIT_EVENT} : folded(app, unit);
	explorer->list.count = items_count(app);
	list_select(&explorer->list, items_of_row(app, row));
	explorer->list.top = explorer->list.selected;
	explorer->holds = -1;
	if (items_is_group(app, explorer->list.selected))
		explorer->focus = FOCUS_TIMELINE;
}

void items_open(struct app *app, int64_t row)
{
	struct explorer *explorer = explorer_of(app);
	while (items_is_group(app, items_of_row(app, row)))
		items_zoom(app, (enum unit)(explorer->fold.unit - 1));
	list_select(&explorer->list, items_of_row(app, row));
}
