/* The card's lesson plans: Enter leads into them, and opens the one that is selected. Stop 0 is the
 * card's own text, the nth stop the nth plan. */
#include "ui/views/explorer.h"

#include "layout/card.h"
#include "ui/core/filter.h"

/* The plan that is selected, by its place in the record; -1 where none is. */
static int64_t plan_selected(const struct app *app)
{
	const struct explorer *explorer = explorer_of(app);
	if (explorer->list.selected != 0 || explorer->focus != FOCUS_QUOTES ||
		explorer->words.stop < 1)
		return -1;
	return card_plan(app->result->record, explorer->words.stop);
}

bool explorer_card_into(struct app *app)
{
	struct explorer *explorer = explorer_of(app);
	int64_t plan = plan_selected(app);
	if (explorer->list.selected != 0 || explorer->words.stop_count < 2)
		return false;
	if (plan >= 0) {
		filter_plan(app, (uint32_t)plan);
		return true;
	}
	explorer->focus = FOCUS_QUOTES;
	explorer_fit(app);
	window_select(&explorer->words, 1);
	return true;
}

void explorer_card_out(struct app *app)
{
	struct explorer *explorer = explorer_of(app);
	if (explorer->list.selected != 0)
		return;
	explorer->focus = FOCUS_TIMELINE;
	window_select(&explorer->words, 0);
	window_fit(&explorer->words, explorer->words.height);
}

void explorer_card_step(struct app *app, int64_t by)
{
	struct explorer *explorer = explorer_of(app);
	if (!window_move(&explorer->words, (struct motion){MOTION_STEP, by}))
		app_say(app, "this is the last lesson plan; Enter opens it, Esc leads back");
	if (explorer->words.stop == 0)
		explorer_card_out(app);
}

enum app_next explorer_card_present(struct app *app, const struct request *request)
{
	int64_t plan = plan_selected(app);
	if (plan < 0 || filter_plan(app, (uint32_t)plan))
		view_open(app, &present_view, NULL);
	return APP_DRAW;
}
