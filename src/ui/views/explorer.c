/* Where the explorer stands, and what its actions do.
 *
 * Everything on the screen follows from the selected item, the focus and the size; explorer_fit
 * makes both panes agree with them, before and after an action, and before a picture is drawn. */
#include "ui/views/explorer.h"

#include "base/sorted.h"
#include "layout/event_page.h"
#include "layout/timeline.h"
#include "ui/core/action_table.h"
#include "ui/core/bookmarks.h"
#include "ui/core/command.h"
#include "ui/core/copy.h"
#include "ui/core/filter.h"
#include "ui/core/find.h"
#include "ui/core/spot.h"
#include "ui/core/view.h"

#include <string.h>

/* ---- both panes agree ---- */

static struct fitting fitting_of(const struct app *app)
{
	const struct explorer *explorer = explorer_of(app);
	return (struct fitting){
		.rows = app->rows,
		.cols = app->cols,
		.selected = explorer->list.selected,
		.top = explorer->list.top,
		.count = explorer->list.count,
		.focus = explorer->focus,
		.dates = app->dates,
		.alone = explorer->alone,
		.reading = explorer->reading,
		.holds = explorer->holds,
	};
}

static bool fitting_same(const struct fitting *a, const struct fitting *b)
{
	return a->rows == b->rows && a->cols == b->cols && a->selected == b->selected &&
		a->top == b->top && a->count == b->count && a->focus == b->focus &&
		a->dates == b->dates && a->alone == b->alone && a->reading == b->reading &&
		a->holds == b->holds && a->holds >= 0;
}

/* Another item starts at its top with its own text; another width keeps
 * the selected words in view. */
static void words_fit(struct app *app, struct area area)
{
	struct explorer *explorer = explorer_of(app);
	struct window *words = &explorer->words;
	struct paper paper = app_paper(app, area.cols);
	uint32_t item = explorer->list.selected;
	bool at_hit = explorer->holds == item && words->top == explorer->hit_top;
	if (explorer->holds != item)
		words->stop = words->top = 0;
	if (explorer->holds != item || !window_is_laid(words, &paper)) {
		window_lay(words, &paper);
		items_words_add(&words->rows, app, item);
		window_laid(words);
		explorer->holds = item;
		explorer->hits_search = 0;
		explorer->hit_top = -1;
	}
	if (words->height == area.rows)
		return;
	window_fit(words, area.rows);
	if (at_hit)
		explorer_reveal_in_words(app, app->find->last);
}

/* Units are those of the calendar that is drawn. The event and its words stay as they are. */
static void fold_again(struct app *app)
{
	struct explorer *explorer = explorer_of(app);
	bool alone = !items_is_group(app, explorer->list.selected);
	if (explorer->fold.unit == UNIT_EVENT || explorer->fold.dates == app->dates)
		return;
	items_zoom(app, explorer->fold.unit);
	if (alone && !items_is_group(app, explorer->list.selected))
		explorer->holds = explorer->list.selected;
}

void explorer_fit(struct app *app)
{
	enum { TITLES_MOST = 200 };
	struct explorer *explorer = explorer_of(app);
	fold_again(app);
	if (!explorer->titles) {
		struct paper paper = app_paper(app, app->cols);
		explorer->titles = timeline_need(&paper, app->result->record, TITLES_MOST);
	}
	if (explorer->focus != FOCUS_QUOTES)
		explorer->reading = false;
	struct fitting now = fitting_of(app);
	if (fitting_same(&now, &explorer->fitted))
		return;
	if (now.cols != explorer->fitted.cols)
		find_say_again(app);
	struct panes panes = panes_of(app);
	struct list_heights by = items_heights(app);
	if (panes.timeline.rows > 0)
		list_settle(&explorer->list, &by, panes.timeline.rows);
	if (panes.words.rows > 0)
		words_fit(app, panes.words);
	explorer->fitted = fitting_of(app);
}

/* ---- where it stands ---- */

static bool explorer_begin(struct app *app, const struct view_at *at)
{
	struct explorer *explorer = explorer_of(app);
	explorer->list.count = items_count(app);
	explorer->holds = explorer->hit_top = -1;
	explorer->words.show = WINDOW_TO_TOP;
	return true;
}

static void explorer_end(struct app *app)
{
	struct explorer *explorer = explorer_of(app);
	window_free(&explorer->words);
	arena_free(&explorer->axis_arena);
	arena_free(&explorer->fold_arena);
	arena_free(&explorer->hits_arena);
	buf_free(&explorer->why.words);
}

static struct spot explorer_where(const struct app *app)
{
	const struct explorer *explorer = explorer_of(app);
	struct spot spot = {-1, -1, explorer->focus};
	uint32_t item = explorer->list.selected;
	if (item == 0)
		return spot;
	const struct event *event = items_event(app, item);
	spot.event = record_event_index(app->record, event);
	if (explorer->words.stop > 0 && !items_is_group(app, item)) {
		const struct quote *quote = result_quote(
			app->result, event, (uint32_t)explorer->words.stop - 1);
		if (quote)
			spot.quote = record_quote_index(app->record, quote);
	}
	return spot;
}

/* The stop of a quotation in the words of its event; 0 where the filter hides it. */
static int stop_of(const struct app *app, const struct event *event, int64_t quote)
{
	uint32_t count = result_quote_count(app->result, event);
	for (uint32_t n = 0; n < count; n++)
		if (result_quote(app->result, event, n) == &app->record->quotes[quote])
			return (int)n + 1;
	return 0;
}

static void explorer_go(struct app *app, struct spot spot)
{
	struct explorer *explorer = explorer_of(app);
	int64_t row = spot.event < 0 ? -1 : result_row(app->result, (uint32_t)spot.event);
	if (spot.quote >= 0)
		items_open(app, row);
	list_select(&explorer->list, items_of_row(app, row));
	explorer->focus = row < 0 ? FOCUS_TIMELINE : spot.focus;
	explorer_fit(app);
	window_select(&explorer->words,
		spot.quote >= 0 ? stop_of(app, &app->record->events[spot.event], spot.quote) : 0);
}

/* The row of an event, or of the first one behind it that is shown, or the last; -1 is the card. */
static int64_t row_near(const struct app *app, int64_t event)
{
	const struct result *result = app->result;
	if (event < 0)
		return -1;
	uint32_t row = result_row_from(result, (uint32_t)event);
	return row < result->event_count ? (int64_t)row : (int64_t)result->event_count - 1;
}

static void explorer_settle(struct app *app, struct spot spot)
{
	struct explorer *explorer = explorer_of(app);
	enum unit unit = explorer->fold.unit;
	explorer->fold.unit = UNIT_EVENT;
	explorer->list.count = items_count(app);
	explorer->axis.paper.width = 0;
	explorer->titles = 0;
	explorer->holds = -1;
	int64_t row = row_near(app, spot.event);
	if (row < 0)
		explorer->focus = FOCUS_TIMELINE;
	list_select(&explorer->list, row + 1);
	items_zoom(app, unit);
	find_again(app);
	if (row < 0 || items_is_group(app, items_of_row(app, row)))
		return;
	spot.event = record_event_index(app->record, result_event(app->result, (uint32_t)row));
	if (spot.quote >= 0 && app->record->quotes[spot.quote].event != spot.event)
		spot.quote = -1;
	spot_go(app, spot);
}

static void explorer_keep(struct app *app, struct keeper *keeper)
{
	keeper->ref(keeper, &explorer_of(app)->first);
}

/* ---- moving ---- */

void explorer_say_end(struct app *app, bool on)
{
	if (!app->result->event_count)
		app_say(app, "%s",
			filter_is_on(app) ? "no event is shown; \\ shows everything"
					  : "the record has no event yet");
	else
		app_say(app, "%s",
			on ? "this is the last event; g leads back to the first page"
			   : "this is the first page; G leads to the last event");
}

void explorer_say_end_of_words(struct app *app, bool on)
{
	const struct explorer *explorer = explorer_of(app);
	if (on && explorer->list.selected + 1 == explorer->list.count)
		explorer_say_end(app, true);
	else
		app_say(app, "%s",
			on ? "the last words here; Space or J lead to the next event"
			   : "the first words here; K leads to the event before");
}

void explorer_to_item(struct app *app, int64_t item)
{
	struct explorer *explorer = explorer_of(app);
	uint32_t before = explorer->list.selected;
	struct spot from = spot_of(app);
	list_select(&explorer->list, item);
	if (explorer->list.selected == before) {
		if (item == (int64_t)before && before && before + 1 < explorer->list.count)
			app_say(app, "this is that event");
		else
			explorer_say_end(app, item >= (int64_t)before && before);
		return;
	}
	if (explorer->list.selected == 0)
		explorer->focus = FOCUS_TIMELINE;
	explorer_fit(app);
	if (explorer->focus == FOCUS_QUOTES && items_quotes(app, explorer->list.selected))
		window_begin(&explorer->words, 1);
	explorer_read_left(app, from);
}

/* The next or previous event, or in the quote pane quotation. */
static enum app_next step(struct app *app, const struct request *request)
{
	struct explorer *explorer = explorer_of(app);
	bool on = request->action == ACTION_NEXT;
	int64_t by = on ? request->count : -(int64_t)request->count;
	if (explorer->focus == FOCUS_TIMELINE)
		explorer_to_item(app, (int64_t)explorer->list.selected + by);
	else if (explorer->list.selected == 0)
		explorer_card_step(app, by);
	else if (!window_move(&explorer->words, (struct motion){MOTION_STEP, by}))
		explorer_say_end_of_words(app, on);
	return APP_DRAW;
}

static enum app_next step_event(struct app *app, const struct request *request)
{
	int64_t by = request->action == ACTION_NEXT_EVENT ? request->count
							  : -(int64_t)request->count;
	explorer_to_item(app, (int64_t)explorer_of(app)->list.selected + by);
	return APP_DRAW;
}

static enum app_next page(struct app *app, const struct request *request)
{
	struct explorer *explorer = explorer_of(app);
	struct panes panes = panes_of(app);
	struct list_heights by = items_heights(app);
	enum action action = request->action;
	bool timeline = explorer->focus == FOCUS_TIMELINE;
	bool half = action == ACTION_HALF_DOWN || action == ACTION_HALF_UP;
	int rows = timeline ? panes.timeline.rows : panes.words.rows;
	rows = (half ? rows / 2 : rows) - 1;
	rows = rows < 1 ? 1 : rows;
	if (action == ACTION_PAGE_UP || action == ACTION_HALF_UP)
		rows = -rows;
	if (timeline)
		explorer_to_item(app, list_further(&explorer->list, &by, rows));
	else if (!window_scroll(&explorer->words, rows))
		explorer_say_end_of_words(app, rows > 0);
	return APP_DRAW;
}

static enum app_next first(struct app *app, const struct request *request)
{
	struct explorer *explorer = explorer_of(app);
	bool below = explorer->focus == FOCUS_QUOTES || explorer->words.top > 0;
	if (explorer->list.selected > 0 || !below) {
		explorer_to_item(app, 0);
		return APP_DRAW;
	}
	explorer_card_out(app);
	window_begin(&explorer->words, 0);
	return APP_DRAW;
}

/* The last event, or the one of a number, or the last where there are fewer. */
static enum app_next last(struct app *app, const struct request *request)
{
	uint32_t count = app->result->event_count;
	uint32_t nth = request->count < count ? request->count : count;
	explorer_to_item(app,
		request->counted ? (int64_t)items_of_row(app, (int64_t)nth - 1)
				 : (int64_t)explorer_of(app)->list.count - 1);
	return APP_DRAW;
}

/* ---- in and out ---- */

bool explorer_leads_to_words(struct app *app)
{
	uint32_t item = explorer_of(app)->list.selected;
	const struct event *event = items_event(app, item);
	return items_quotes(app, item) && !(event && event_page_is_compared(app->result, event));
}

static enum app_next into(struct app *app, const struct request *request)
{
	struct explorer *explorer = explorer_of(app);
	if (explorer_is_second(app))
		return explorer_compare(app, request);
	if (explorer->list.selected == 0) {
		if (!explorer_card_into(app))
			explorer_to_item(app, 1);
	} else if (items_is_group(app, explorer->list.selected)) {
		items_open(app, items_row(app, explorer->list.selected));
	} else if (explorer->focus == FOCUS_QUOTES) {
		view_open(app, &links_view, NULL);
	} else {
		explorer->focus = FOCUS_QUOTES;
		explorer_fit(app);
		if (explorer->words.stop == 0 && explorer_leads_to_words(app))
			window_begin(&explorer->words, 1);
	}
	return APP_DRAW;
}

/* Out of the words, or of a plan that was opened on the card; from the timeline there is no further back. */
static enum app_next back(struct app *app, const struct request *request)
{
	struct explorer *explorer = explorer_of(app);
	bool timeline = explorer->focus == FOCUS_TIMELINE;
	if (timeline && explorer->list.selected == 0 && explorer->entered &&
		app->filter->asked.view) {
		explorer->entered = false;
		filter_plan_leave(app);
		return APP_DRAW;
	}
	if (timeline)
		app_say(app,
			filter_is_on(app) ? "\\ shows everything again, q quits"
					  : "q quits, ? shows all keys");
	explorer->focus = FOCUS_TIMELINE;
	explorer_card_out(app);
	return APP_DRAW;
}

/* What waits to be compared is left before the explorer is. */
static enum app_next leave(struct app *app, const struct request *request)
{
	struct ref *waiting = &explorer_of(app)->first;
	if (waiting->thing == THING_NONE)
		return action_row(ACTION_LEAVE)->run(app, request);
	*waiting = (struct ref){0};
	app_say(app, "nothing is compared any more; q again quits");
	return APP_DRAW;
}

/* One thing is taken back at a time: the search, what waits to be compared, the step out of a table, the
 * words. */
static enum app_next escape(struct app *app, const struct request *request)
{
	struct ref *waiting = &explorer_of(app)->first;
	if (find_clear(app))
		return APP_DRAW;
	if (waiting->thing == THING_NONE)
		return spot_return(app) ? APP_DRAW : back(app, request);
	*waiting = (struct ref){0};
	return APP_DRAW;
}

static enum app_next other_pane(struct app *app, const struct request *request)
{
	struct explorer *explorer = explorer_of(app);
	if (explorer->focus == FOCUS_QUOTES && panes_of(app).links.rows > 0)
		view_open(app, &links_view, NULL);
	else if (explorer->focus == FOCUS_QUOTES)
		back(app, request);
	else if (explorer->list.selected > 0 || explorer->words.stop_count > 1)
		into(app, request);
	else
		app_say(app, "the first page is one pane; j leads to the first event");
	return APP_DRAW;
}

static enum app_next zoom(struct app *app, const struct request *request)
{
	static const char *const said[UNIT_COUNT] = {
		[UNIT_EVENT] = "every event",
		[UNIT_DAY] = "by days; Enter opens what is folded",
		[UNIT_MONTH] = "by months; Enter opens what is folded",
		[UNIT_YEAR] = "by years; Enter opens what is folded",
		[UNIT_DECADE] = "by decades; Enter opens what is folded",
		[UNIT_CENTURY] = "by centuries; Enter opens what is folded",
	};
	struct explorer *explorer = explorer_of(app);
	int by = request->action == ACTION_CLOSER ? -1
		: request->action == ACTION_WIDER ? 1
						  : UNIT_COUNT;
	int unit = (int)explorer->fold.unit + by;
	unit = unit < UNIT_EVENT ? UNIT_EVENT : unit > UNIT_CENTURY ? UNIT_CENTURY : unit;
	if (unit != (int)explorer->fold.unit)
		items_zoom(app, (enum unit)unit);
	app_say(app, "%s", said[unit]);
	return APP_DRAW;
}

static enum app_next one_pane(struct app *app, const struct request *request)
{
	struct explorer *explorer = explorer_of(app);
	bool one = explorer->alone || (explorer->reading && panes_of(app).timeline.rows <= 0);
	explorer->alone = !one;
	explorer->reading = false;
	app_say(app, "%s", explorer->alone ? "the focused pane alone; z shows both" : "both panes");
	return APP_DRAW;
}

/* ---- what is selected ---- */

static enum app_next copy(struct app *app, const struct request *request)
{
	if (copy_selected(app, request->action == ACTION_CITE))
		return APP_COPY;
	app_say(app, "choose an event or a quotation to copy");
	return APP_DRAW;
}

/* ---- finding ---- */

/* Hits are counted on while nobody types. */
static int explorer_wake(const struct app *app)
{
	return find_counting(app) ? 0 : -1;
}

static enum app_next explorer_tick(struct app *app, int ms)
{
	find_count(app);
	return APP_DRAW;
}

static struct area explorer_beside(const struct app *app)
{
	return panes_of(app).links;
}

/* ---- the view ---- */

static const struct view_action actions[] = {
	{ACTION_NEXT, step},
	{ACTION_PREVIOUS, step},
	{ACTION_NEXT_EVENT, step_event},
	{ACTION_PREVIOUS_EVENT, step_event},
	{ACTION_INTO, into},
	{ACTION_BACK, back},
	{ACTION_ESCAPE, escape},
	{ACTION_LEAVE, leave},
	{ACTION_OTHER_PANE, other_pane},
	{ACTION_READ_ON, explorer_read_on},
	{ACTION_READ_BACK, explorer_read_back},
	{ACTION_PAGE_DOWN, page},
	{ACTION_PAGE_UP, page},
	{ACTION_HALF_DOWN, page},
	{ACTION_HALF_UP, page},
	{ACTION_FIRST, first},
	{ACTION_LAST, last},
	{ACTION_NEXT_ERA, explorer_step_era},
	{ACTION_PREVIOUS_ERA, explorer_step_era},
	{ACTION_CLOSER, zoom},
	{ACTION_WIDER, zoom},
	{ACTION_WHOLE, zoom},
	{ACTION_COMMAND, command_open},
	{ACTION_COMPARE, explorer_compare},
	{ACTION_COPY, copy},
	{ACTION_CITE, copy},
	{ACTION_PRESENT, explorer_card_present},
	{ACTION_ZOOM_PANE, one_pane},
	{ACTION_NONE, NULL},
};

const struct view_ops explorer_view = {
	.state_size = sizeof(struct explorer),
	.actions = actions,
	.takes_all = true,
	.stays = true,
	.open = explorer_begin,
	.end = explorer_end,
	.keep = explorer_keep,
	.fit = explorer_fit,
	.choose = explorer_choose,
	.wheel = explorer_wheel,
	.draw = explorer_draw,
	.wake = explorer_wake,
	.tick = explorer_tick,
	.where = explorer_where,
	.go = explorer_go,
	.settle = explorer_settle,
	.reveal = explorer_reveal,
	.second = explorer_is_second,
	.remember = explorer_remember,
	.again = explorer_again,
	.beside = explorer_beside,
};
