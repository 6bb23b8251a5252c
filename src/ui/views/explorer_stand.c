/* Where the explorer stood when a search began, to the row. What is typed then leads from there, whatever
 * was typed before: so a picture does not hang on how many others were drawn on the way to it. */
#include "ui/views/explorer.h"

#include "ui/core/spot.h"

void explorer_remember(struct app *app)
{
	struct explorer *explorer = explorer_of(app);
	explorer_fit(app);
	explorer->stood = (struct stand){
		.fitted = explorer->fitted,
		.unit = explorer->fold.unit,
		.top = explorer->words.top,
		.stop = explorer->words.stop,
		.hit_top = explorer->hit_top,
	};
}

/* Whether the screen and what is shown are as they were. */
static bool is_as_it_was(const struct app *app)
{
	const struct explorer *explorer = explorer_of(app);
	const struct fitting *was = &explorer->stood.fitted;
	return app->rows == was->rows && app->cols == was->cols && app->dates == was->dates &&
		explorer->alone == was->alone;
}

/* Selects the item again, where it is that of the spot still; false where it is not. */
static bool select_again(struct app *app, struct spot spot)
{
	struct explorer *explorer = explorer_of(app);
	const struct stand *stood = &explorer->stood;
	int64_t row = spot.event < 0 ? -1 : result_row(app->result, (uint32_t)spot.event);
	if (!is_as_it_was(app))
		return false;
	if (explorer->fold.unit != stood->unit)
		items_zoom(app, stood->unit);
	if (explorer->list.count != stood->fitted.count ||
		items_of_row(app, row) != stood->fitted.selected)
		return false;
	list_select(&explorer->list, stood->fitted.selected);
	explorer->list.top = stood->fitted.top;
	explorer->focus = stood->fitted.focus;
	return true;
}

void explorer_again(struct app *app, struct spot spot, bool whole)
{
	struct explorer *explorer = explorer_of(app);
	const struct stand *stood = &explorer->stood;
	if (!select_again(app, spot)) {
		if (whole)
			spot_go(app, spot);
		return;
	}
	if (whole)
		explorer_fit(app);
	bool held = explorer->holds == explorer->list.selected;
	explorer->words.top = held ? stood->top : 0;
	explorer->words.stop = held ? stood->stop : 0;
	explorer->hit_top = held ? stood->hit_top : -1;
}
