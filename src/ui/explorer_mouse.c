#include "ui/explorer_frame.h"
#include "ui/items.h"
#include "ui/mouse.h"
#include "ui/view.h"

enum { WHEEL_ROWS = 3 };

static bool is_in(const struct area *area, const struct input *input)
{
	return input->row >= area->row && input->row < area->row + area->rows &&
		input->col >= area->col && input->col < area->col + area->cols;
}

/* The item at a line of the timeline's window, with the headings above it; -1 below the last. */
static int64_t item_at(const struct app *app, int line)
{
	const struct list *list = &app->explorer.list;
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
	struct explorer *explorer = &app->explorer;
	int64_t item = item_at(app, line);
	if (item < 0)
		return APP_NOTHING;
	bool again = item == explorer->list.selected && explorer->focus == FOCUS_TIMELINE;
	explorer->focus = FOCUS_TIMELINE;
	list_select(&explorer->list, item);
	explorer_fit(app);
	return again ? app_act(app, ACTION_INTO, 1, false) : APP_DRAW;
}

static enum app_next click_quotes(struct app *app, int line)
{
	struct explorer *explorer = &app->explorer;
	struct pane *pane = &explorer->pane;
	int row = pane->top + line;
	int stop = row < (int)pane->rows.count ? pane->rows.at[row].stop : -1;
	if (stop < 0 || explorer->list.selected == 0)
		return APP_NOTHING;
	bool again = stop == pane->stop && explorer->focus == FOCUS_QUOTES;
	explorer->focus = FOCUS_QUOTES;
	explorer_fit(app);
	pane_select(pane, stop);
	return again ? app_act(app, ACTION_INTO, 1, false) : APP_DRAW;
}

static enum app_next click_axis(struct app *app, int col)
{
	int64_t row = axis_row_near(&app->explorer.axis, app->result, col);
	if (row < 0)
		return APP_NOTHING;
	const struct event *event = result_event(app->result, (uint32_t)row);
	return spot_step(app, (struct spot){event - app->record->events, -1, FOCUS_TIMELINE})
		? APP_DRAW
		: APP_NOTHING;
}

static enum app_next turn_wheel(
	struct app *app, const struct frame *frame, const struct input *input, int rows)
{
	struct explorer *explorer = &app->explorer;
	struct list_heights heights = items_heights(app);
	if (is_in(&frame->quotes, input)) {
		pane_scroll(&explorer->pane, rows);
	} else if (is_in(&frame->timeline, input)) {
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
	struct frame frame = frame_of(app);
	struct area axis = {frame.axis_row, 0, frame.axis_lines, app->cols};
	if (input->button == INPUT_WHEEL_UP)
		return turn_wheel(app, &frame, input, -WHEEL_ROWS);
	if (input->button == INPUT_WHEEL_DOWN)
		return turn_wheel(app, &frame, input, WHEEL_ROWS);
	if (is_in(&frame.quotes, input))
		return click_quotes(app, input->row - frame.quotes.row);
	if (is_in(&frame.timeline, input))
		return click_timeline(app, input->row - frame.timeline.row);
	if (frame.axis_row >= 0 && is_in(&axis, input))
		return click_axis(app, input->col);
	return APP_NOTHING;
}
