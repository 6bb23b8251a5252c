/* A click does what keys would: it selects, and on what is selected it is Enter. */
#include "ui/views/explorer.h"

#include "ui/core/action_table.h"
#include "ui/core/spot.h"

enum { WHEEL_ROWS = 3 };

static bool is_in(const struct area *area, const struct input *input)
{
	return input->row >= area->row && input->row < area->row + area->rows &&
		input->col >= area->col && input->col < area->col + area->cols;
}

/* The item at a line of the timeline's window, with the headings above it; -1 below the last. */
static int64_t item_at(const struct app *app, int line)
{
	const struct list *list = &explorer_of(app)->list;
	struct list_heights heights = items_heights(app);
	for (uint32_t item = list->top; item < list->count; item++) {
		line -= heights.of(heights.what, item);
		if (line < 0)
			return item;
	}
	return -1;
}

static enum app_next click_timeline(struct app *app, int line)
{
	struct explorer *explorer = explorer_of(app);
	int64_t item = item_at(app, line);
	if (item < 0)
		return APP_NOTHING;
	bool again = item == explorer->list.selected && explorer->focus == FOCUS_TIMELINE;
	explorer->focus = FOCUS_TIMELINE;
	list_select(&explorer->list, item);
	explorer_fit(app);
	return again ? action_do(app, &(struct request){ACTION_INTO, 1, false}) : APP_DRAW;
}

static enum app_next click_words(struct app *app, int line)
{
	struct explorer *explorer = explorer_of(app);
	struct window *words = &explorer->words;
	int row = words->top + line;
	int stop = row < (int)words->rows.count ? words->rows.at[row].stop : -1;
	if (stop < 0 || explorer->list.selected == 0)
		return APP_NOTHING;
	bool again = stop == words->stop && explorer->focus == FOCUS_QUOTES;
	explorer->focus = FOCUS_QUOTES;
	explorer_fit(app);
	window_select(words, stop);
	return again ? action_do(app, &(struct request){ACTION_INTO, 1, false}) : APP_DRAW;
}

static enum app_next click_axis(struct app *app, int col)
{
	int64_t row = axis_row_near(&explorer_of(app)->axis, app->result, col);
	if (row < 0)
		return APP_NOTHING;
	const struct event *event = result_event(app->result, (uint32_t)row);
	return spot_step(app,
		       (struct spot){record_event_index(app->record, event), -1, FOCUS_TIMELINE})
		? APP_DRAW
		: APP_NOTHING;
}

static enum app_next turn_wheel(
	struct app *app, const struct panes *panes, const struct input *input, int rows)
{
	struct explorer *explorer = explorer_of(app);
	struct list_heights heights = items_heights(app);
	if (is_in(&panes->words, input)) {
		window_scroll(&explorer->words, rows);
	} else if (is_in(&panes->timeline, input)) {
		list_select(&explorer->list, list_further(&explorer->list, &heights, rows));
		explorer_fit(app);
	} else {
		return APP_NOTHING;
	}
	return APP_DRAW;
}

enum app_next explorer_mouse(struct app *app, const struct input *input)
{
	explorer_fit(app);
	struct panes panes = panes_of(app);
	struct area axis = {panes.axis_row, 0, panes.axis_lines, app->cols};
	if (input->button == INPUT_WHEEL_UP)
		return turn_wheel(app, &panes, input, -WHEEL_ROWS);
	if (input->button == INPUT_WHEEL_DOWN)
		return turn_wheel(app, &panes, input, WHEEL_ROWS);
	if (is_in(&panes.words, input))
		return click_words(app, input->row - panes.words.row);
	if (is_in(&panes.timeline, input))
		return click_timeline(app, input->row - panes.timeline.row);
	if (panes.axis_row >= 0 && is_in(&axis, input))
		return click_axis(app, input->col);
	return APP_NOTHING;
}
