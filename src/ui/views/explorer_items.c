/* An item is a row of the result or, where the timeline is folded, a group of them. */
#include "ui/views/explorer.h"

#include "layout/card.h"
#include "layout/event_page.h"
#include "layout/timeline.h"
#include "layout/words.h"
#include "ui/core/filter.h"

/* The ways in that the card names. */
static const struct card_way ways[] = {
	{"Space", "read on, from the first event to the last word"},
	{"/ &", "find a word; show only what a query selects"},
	{"i", "whose voices are here, and whose are missing"},
	{"c v", "two rounds of talks side by side; who stood where"},
	{"p w", "show it to a class; who said it?"},
	{NULL, NULL},
};

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
		rows_cut(rows, style_of(ROLE_TITLE), app->result->record->title,
			rows->paper.width - 2);
	} else if (fold) {
		fold_add(rows, fold, app->result, item - 1);
	} else {
		timeline_add(rows, app->result, item - 1, whole);
	}
}

/* "Only ceasefire: 9 events, 31 hidden"; nothing where there is no query. */
static void selected_words(struct buf *out, const struct app *app)
{
	const char *query = filter_typed(app);
	uint32_t count = app->result->event_count;
	if (!*query)
		return;
	buf_format(out, "Only %s: ", query);
	words_number(out, count, "event", "events");
	buf_text(out, ", ");
	words_figure(out, result_known(app->result)->event_count - count);
	buf_text(out, " hidden");
}

void items_words_add(struct rows *rows, const struct app *app, uint32_t item)
{
	if (item == 0) {
		struct buf selected = {0};
		selected_words(&selected, app);
		card_add(rows, app->result, app->filter->asked.view,
			selected.len ? buf_kept(&selected, rows->arena) : NULL, ways);
		buf_free(&selected);
	} else if (items_is_group(app, item))
		fold_page_add(rows, fold_of(app), app->result, item - 1);
	else
		event_page_add(rows, app->result, items_event(app, item));
}

void items_zoom(struct app *app, enum unit unit)
{
	struct explorer *explorer = explorer_of(app);
	int64_t row = items_row(app, explorer->list.selected);
	arena_reset(&explorer->fold_arena);
	explorer->fold = (struct fold){.unit = UNIT_EVENT};
	if (unit != UNIT_EVENT)
		fold_build(&explorer->fold, &explorer->fold_arena, app->result, unit, app->dates);
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
