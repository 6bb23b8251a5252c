/* A click does what keys would: it selects, and on what is selected it is Enter. */
#include "ui/views/explorer.h"

#include "ui/core/spot.h"
#include "ui/core/target.h"

static bool is_in(const struct area *area, const struct input *input)
{
	return input->row >= area->row && input->row < area->row + area->rows &&
		input->col >= area->col && input->col < area->col + area->cols;
}

static bool choose_item(struct app *app, int64_t item)
{
	struct explorer *explorer = explorer_of(app);
	bool here = explorer->focus == FOCUS_TIMELINE;
	struct spot from = spot_of(app);
	explorer->focus = FOCUS_TIMELINE;
	bool chosen = list_choose(&explorer->list, item);
	explorer_read_left(app, from);
	return chosen && here;
}

/* Of the words, or a lesson plan of the card, whose own text leads out of these. */
static bool choose_stop(struct app *app, int64_t stop)
{
	struct explorer *explorer = explorer_of(app);
	bool here = explorer->focus == FOCUS_QUOTES && explorer->words.stop == stop;
	if (explorer->list.selected == 0 && stop == 0) {
		explorer->focus = FOCUS_TIMELINE; /* what was clicked stays where it is */
		explorer->words.stop = 0;
		return false;
	}
	explorer->focus = FOCUS_QUOTES;
	explorer_fit(app);
	window_select(&explorer->words, stop);
	return here;
}

static void choose_row(struct app *app, int64_t row)
{
	if (row < 0)
		return;
	const struct event *event = result_event(app->result, (uint32_t)row);
	spot_step(app, (struct spot){record_event_index(app->record, event), -1, FOCUS_TIMELINE});
}

static void choose_day(struct app *app, int col)
{
	choose_row(app, axis_row_near(&explorer_of(app)->axis, app->result, col));
}

/* A year and its stretch, as they were noted: of a year before our era the rest is made positive. */
static void choose_year(struct app *app, int64_t item)
{
	int64_t stretch = ((item % AXIS_STRETCHES) + AXIS_STRETCHES) % AXIS_STRETCHES;
	choose_row(app,
		axis_row_of_year(&explorer_of(app)->axis, app->result, (int)stretch,
			(item - stretch) / AXIS_STRETCHES));
}

/* A pane that is clicked beside what it holds has the focus. */
static void choose_pane(struct app *app, enum focus focus)
{
	struct explorer *explorer = explorer_of(app);
	if (focus == FOCUS_TIMELINE || explorer->words.stop_count > 0)
		explorer->focus = explorer->list.selected == 0 ? FOCUS_TIMELINE : focus;
}

bool explorer_choose(struct app *app, const struct target *target)
{
	switch ((enum explorer_part)target->part) {
	case PART_ITEM:
		return choose_item(app, target->item);
	case PART_STOP:
		return choose_stop(app, target->item);
	case PART_AXIS:
		choose_day(app, target->col);
		break;
	case PART_YEAR:
		choose_year(app, target->item);
		break;
	case PART_TIMELINE:
		choose_pane(app, FOCUS_TIMELINE);
		break;
	case PART_WORDS:
		choose_pane(app, FOCUS_QUOTES);
		break;
	case PART_LINKS:
		view_open(app, &links_view, NULL);
		break;
	}
	return false;
}

enum app_next explorer_wheel(struct app *app, const struct input *input, int rows)
{
	struct explorer *explorer = explorer_of(app);
	struct panes panes = panes_of(app);
	struct list_heights heights = items_heights(app);
	if (is_in(&panes.timeline, input))
		explorer_to_item(app, list_further(&explorer->list, &heights, rows));
	else if (!is_in(&panes.words, input))
		return APP_NOTHING;
	else if (!window_scroll(&explorer->words, rows) && explorer->list.selected)
		explorer_say_end_of_words(app, rows > 0);
	return APP_DRAW;
}
