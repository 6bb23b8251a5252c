/* The explorer: the timeline pane and the quote pane, and how they share the screen.
 *
 * Everything on the screen follows from the selected item, the focus and the size; explorer_fit makes
 * both panes agree with them, before a key is answered and before a picture is drawn. */
#include "layout/timeline.h"
#include "layout/words.h"
#include "ui/command.h"
#include "ui/copy.h"
#include "ui/explorer_frame.h"
#include "ui/follow.h"
#include "ui/items.h"
#include "ui/view.h"

#include <string.h>

void explorer_begin(struct app *app, const char *at)
{
	struct explorer *explorer = &app->explorer;
	explorer->list = (struct list){.count = items_count(app)};
	pane_begin(&explorer->pane);
	if (!at)
		return;
	spot_follow(app, record_find(app->result->record, at));
	app->trail = (struct trail){0};
}

void explorer_end(struct app *app)
{
	pane_free(&app->explorer.pane);
	arena_free(&app->explorer.axis_arena);
	arena_free(&app->explorer.fold_arena);
}

static struct fitted fitted_now(const struct app *app)
{
	const struct explorer *explorer = &app->explorer;
	return (struct fitted){
		.rows = app->rows,
		.cols = app->cols,
		.selected = explorer->list.selected,
		.top = explorer->list.top,
		.count = explorer->list.count,
		.focus = explorer->focus,
		.dates = app->dates,
		.alone = explorer->alone,
		.holds = explorer->pane.holds,
	};
}

static bool fitted_same(const struct fitted *a, const struct fitted *b)
{
	return a->rows == b->rows && a->cols == b->cols && a->selected == b->selected &&
		a->top == b->top && a->count == b->count && a->focus == b->focus &&
		a->dates == b->dates && a->alone == b->alone && a->holds == b->holds &&
		a->holds >= 0;
}

void explorer_fit(struct app *app)
{
	struct explorer *explorer = &app->explorer;
	struct fitted now = fitted_now(app);
	if (fitted_same(&now, &explorer->fitted))
		return;
	struct frame frame = frame_of(app);
	struct list_heights by = items_heights(app);
	if (frame.timeline.rows > 0)
		list_settle(&explorer->list, &by, frame.timeline.rows);
	const struct paper paper = {
		.width = frame.quotes.cols,
		.signs = app->signs,
		.form = app->form,
		.dates = app->dates,
	};
	if (frame.quotes.rows > 0)
		pane_fit(&explorer->pane, app, explorer->list.selected, &paper, frame.quotes.rows);
	explorer->fitted = fitted_now(app);
}

/* Goes to another item; in the quote pane its first quotation is selected, else its account. */
static void go(struct app *app, int64_t item)
{
	struct explorer *explorer = &app->explorer;
	uint32_t before = explorer->list.selected;
	list_select(&explorer->list, item);
	if (explorer->list.selected == before) {
		if (item != (int64_t)before)
			app->message = item < (int64_t)before
				? "this is the first page; G leads to the last event"
				: "this is the last event; g leads back to the first page";
		return;
	}
	if (explorer->list.selected == 0)
		explorer->focus = FOCUS_TIMELINE;
	explorer_fit(app);
	if (explorer->focus == FOCUS_QUOTES && explorer->pane.stop_count > 1)
		pane_select(&explorer->pane, 1);
}

static void into_quotes(struct app *app)
{
	struct explorer *explorer = &app->explorer;
	if (explorer->list.selected == 0) {
		go(app, 1);
		return;
	}
	if (items_is_group(app, explorer->list.selected)) {
		items_open(app);
		return;
	}
	if (explorer->focus == FOCUS_QUOTES) {
		links_open(app);
		return;
	}
	explorer->focus = FOCUS_QUOTES;
	explorer_fit(app);
	if (explorer->pane.stop == 0 && explorer->pane.stop_count > 1)
		pane_select(&explorer->pane, 1);
}

/* Steps through the focused pane. */
static void step(struct app *app, int64_t by)
{
	struct explorer *explorer = &app->explorer;
	if (explorer->focus == FOCUS_TIMELINE) {
		go(app, (int64_t)explorer->list.selected + by);
		return;
	}
	bool moved = false;
	bool on = by > 0;
	for (; by > 0 && pane_next(&explorer->pane); by--)
		moved = true;
	for (; by < 0 && pane_previous(&explorer->pane); by++)
		moved = true;
	if (!moved)
		app->message = on ? "the last words here; Space or J lead to the next event"
				  : "the first words here; K leads to the event before";
}

static void page(struct app *app, int part_of_two, int direction)
{
	struct explorer *explorer = &app->explorer;
	struct frame frame = frame_of(app);
	struct list_heights by = items_heights(app);
	bool timeline = explorer->focus == FOCUS_TIMELINE;
	int rows = (timeline ? frame.timeline.rows : frame.quotes.rows) * part_of_two / 2 - 1;
	if (rows < 1)
		rows = 1;
	if (timeline)
		go(app, list_further(&explorer->list, &by, direction * rows));
	else
		pane_scroll(&explorer->pane, direction * rows);
}

/* Pages through the words of this event, then goes on to the next. */
static void read_on(struct app *app)
{
	struct explorer *explorer = &app->explorer;
	if (frame_is_single(app) && explorer->list.selected > 0)
		explorer->focus = FOCUS_QUOTES;
	explorer_fit(app);
	int page_rows = explorer->pane.height > 2 ? explorer->pane.height - 1 : 1;
	if (explorer->list.selected > 0 && pane_scroll(&explorer->pane, page_rows))
		return;
	if (explorer->list.selected + 1 >= explorer->list.count) {
		app->message = "the end of the record; g leads back to its card";
		return;
	}
	list_select(&explorer->list, (int64_t)explorer->list.selected + 1);
}

static void read_back(struct app *app)
{
	struct explorer *explorer = &app->explorer;
	int page_rows = explorer->pane.height > 2 ? explorer->pane.height - 1 : 1;
	if (pane_scroll(&explorer->pane, -page_rows) || explorer->list.selected == 0)
		return;
	list_select(&explorer->list, (int64_t)explorer->list.selected - 1);
	if (explorer->list.selected == 0)
		explorer->focus = FOCUS_TIMELINE;
	explorer_fit(app);
	pane_end(&explorer->pane);
	if (explorer->list.selected == 0)
		pane_select(&explorer->pane, 0);
}

/* The heading that an item stands under; NULL for the card. */
static const char *heading_of(const struct app *app, int64_t item)
{
	int64_t row = item > 0 ? items_row(app, (uint32_t)item) : -1;
	return row < 0
		? NULL
		: timeline_heading(app->result->record, result_event(app->result, (uint32_t)row));
}

/* The first event of the next era, or of this one and then the one before. */
static void era_step(struct app *app, int direction)
{
	struct explorer *explorer = &app->explorer;
	int64_t item = explorer->list.selected;
	const char *here = heading_of(app, item);
	bool left = false; /* stepping on: this era has been left */
	for (item += direction; item >= 1 && item < explorer->list.count; item += direction) {
		const char *title = heading_of(app, item);
		left |= title != here;
		if ((direction < 0 || left) && title != heading_of(app, item - 1)) {
			go(app, item);
			return;
		}
	}
	if (direction < 0)
		go(app, 0);
	else
		app->message = "this is the last era";
}

/* Out of the words; from the timeline there is no further back. */
static void step_back(struct app *app)
{
	if (app->explorer.focus == FOCUS_TIMELINE)
		app->message = filter_is_on(app) ? "\\ shows everything again, q quits"
						 : "q quits, ? shows all keys";
	app->explorer.focus = FOCUS_TIMELINE;
}

static void other_pane(struct app *app)
{
	if (app->explorer.focus == FOCUS_QUOTES)
		app->explorer.focus = FOCUS_TIMELINE;
	else if (app->explorer.list.selected > 0)
		into_quotes(app);
}

/* The row of the nth event; the last where there are fewer. */
static int64_t count_row(const struct app *app, uint32_t count)
{
	return (int64_t)(count < app->result->event_count ? count : app->result->event_count) - 1;
}

static void zoom(struct app *app, int by)
{
	static const char *const said[UNIT_COUNT] = {
		[UNIT_EVENT] = "every event",
		[UNIT_DAY] = "by days; Enter opens what is folded",
		[UNIT_MONTH] = "by months; Enter opens what is folded",
		[UNIT_YEAR] = "by years; Enter opens what is folded",
		[UNIT_DECADE] = "by decades; Enter opens what is folded",
		[UNIT_CENTURY] = "by centuries; Enter opens what is folded",
	};
	int unit = (int)app->explorer.fold.unit + by;
	unit = unit < UNIT_EVENT ? UNIT_EVENT : unit > UNIT_CENTURY ? UNIT_CENTURY : unit;
	if (unit != (int)app->explorer.fold.unit)
		items_zoom(app, (enum unit)unit);
	app->message = said[unit];
}

static void dates_turn(struct app *app)
{
	static const char *const said[] = {
		[DATES_BOTH] = "dates in both calendars, where the record has both",
		[DATES_NEW_STYLE] = "dates in New Style",
		[DATES_OLD_STYLE] = "dates in Old Style, where the record has them",
	};
	app->dates = (app->dates + 1) % DATES_COUNT;
	app->message = said[app->dates];
	app->explorer.pane.holds = -1;
}

static enum app_next explorer_apply(
	struct app *app, enum action action, uint32_t count, bool counted)
{
	struct explorer *explorer = &app->explorer;
	explorer_fit(app);
	switch (action) {
	case ACTION_NEXT:
		step(app, count);
		break;
	case ACTION_PREVIOUS:
		step(app, -(int64_t)count);
		break;
	case ACTION_NEXT_EVENT:
		go(app, (int64_t)explorer->list.selected + count);
		break;
	case ACTION_PREVIOUS_EVENT:
		go(app, (int64_t)explorer->list.selected - count);
		break;
	case ACTION_INTO:
		into_quotes(app);
		break;
	case ACTION_ESCAPE:
		if (find_clear(app) || compare_take_back(app))
			break;
		step_back(app);
		break;
	case ACTION_BACK:
		step_back(app);
		break;
	case ACTION_OTHER_PANE:
		other_pane(app);
		break;
	case ACTION_READ_ON:
		read_on(app);
		break;
	case ACTION_READ_BACK:
		read_back(app);
		break;
	case ACTION_PAGE_DOWN:
		page(app, 2, 1);
		break;
	case ACTION_PAGE_UP:
		page(app, 2, -1);
		break;
	case ACTION_HALF_DOWN:
		page(app, 1, 1);
		break;
	case ACTION_HALF_UP:
		page(app, 1, -1);
		break;
	case ACTION_FIRST:
		go(app, 0);
		break;
	case ACTION_LAST:
		go(app,
			counted ? (int64_t)items_of_row(app, count_row(app, count))
				: (int64_t)explorer->list.count - 1);
		break;
	case ACTION_NEXT_ERA:
		era_step(app, 1);
		break;
	case ACTION_PREVIOUS_ERA:
		era_step(app, -1);
		break;
	case ACTION_NEXT_SAME_VOICE:
		follow_voice(app, 1, count);
		break;
	case ACTION_PREVIOUS_SAME_VOICE:
		follow_voice(app, -1, count);
		break;
	case ACTION_RETRACE_BACK:
		follow_retrace(app, -1, count);
		break;
	case ACTION_RETRACE_FORWARD:
		follow_retrace(app, 1, count);
		break;
	case ACTION_INDEX:
		index_open(app, VOICES_SPEAKERS);
		break;
	case ACTION_INDEX_THEMES:
		index_open(app, VOICES_THEMES);
		break;
	case ACTION_INDEX_SOURCES:
		index_open(app, VOICES_SOURCES);
		break;
	case ACTION_COMPARE:
		compare_choose(app);
		break;
	case ACTION_POSITIONS:
		positions_open(app);
		break;
	case ACTION_MARK:
		marks_toggle(app);
		break;
	case ACTION_MARKED:
		app_push(app, VIEW_MARKED);
		break;
	case ACTION_COPY:
	case ACTION_CITE:
		if (copy_selected(app, action == ACTION_CITE))
			return APP_COPY;
		app->message = "choose an event or a quotation to copy";
		break;
	case ACTION_PRESENT:
		present_open(app);
		break;
	case ACTION_QUIZ:
		quiz_open(app);
		break;
	case ACTION_WHERE:
		copy_where(app);
		break;
	case ACTION_DATES:
		dates_turn(app);
		break;
	case ACTION_CLOSER:
		zoom(app, -1);
		break;
	case ACTION_WIDER:
		zoom(app, 1);
		break;
	case ACTION_WHOLE:
		zoom(app, UNIT_COUNT);
		break;
	case ACTION_FIND:
		find_open(app);
		break;
	case ACTION_FIND_NEXT:
	case ACTION_FIND_PREVIOUS:
		while (count--)
			find_next(app, action == ACTION_FIND_NEXT ? 1 : -1);
		break;
	case ACTION_FILTER:
		filter_open(app);
		break;
	case ACTION_SHOW_ALL:
		filter_show_all(app);
		break;
	case ACTION_AS_OF:
		filter_open_day(app);
		break;
	case ACTION_COMMAND:
		command_open(app);
		break;
	case ACTION_ZOOM_PANE:
		explorer->alone = !explorer->alone;
		break;
	case ACTION_HELP:
		app_push(app, VIEW_HELP);
		break;
	default:
		return APP_NOTHING;
	}
	explorer_fit(app);
	return APP_DRAW;
}

static void explorer_draw(struct app *app, struct grid *grid)
{
	struct explorer *explorer = &app->explorer;
	explorer_fit(app);
	struct frame frame = frame_of(app);
	if (frame.quotes.rows > 0)
		pane_draw(
			app, &explorer->pane, grid, frame.quotes, explorer->focus == FOCUS_QUOTES);
	if (frame.timeline.rows > 0)
		timeline_draw(app, grid, frame.timeline);
	frame_draw(app, grid, &frame);
	compare_draw_first(app, grid, frame.quotes);
	if (frame.key_bar && !compare_draw_waiting(app, grid))
		explorer_hints_draw(app, grid);
}

/* Hits are counted on while nobody types. */
static int explorer_wake(const struct app *app)
{
	return find_counting(app) ? 0 : -1;
}

static enum app_next explorer_tick(struct app *app, int ms)
{
	(void)ms;
	find_count(app);
	return APP_DRAW;
}

const struct view_ops explorer_view = {
	.apply = explorer_apply,
	.mouse = explorer_mouse,
	.draw = explorer_draw,
	.wake = explorer_wake,
	.tick = explorer_tick,
};
