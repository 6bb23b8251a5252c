/* Wide: the panes side by side. Narrower: the timeline above the words, of which the one that has
 * the keys has the more rows. Tiny: the focused pane and nothing else. The card of the record takes
 * the whole width where the panes are stacked. */
#include "ui/views/explorer.h"

enum {
	TIMELINE_LEAST = 46,  /* columns, side by side: room for most titles */
	TIMELINE_TITLES = 50, /* and for nearly all, */
	TITLES_FROM = 110,    /* from so many columns of the screen on */
	WORDS_MOST = 78,      /* the measure, and the margins around it */
};

static bool is_tiny(const struct app *app)
{
	return app->cols < PANES_TINY_COLS || app->rows < PANES_TINY_ROWS;
}

static bool is_card_alone(const struct app *app)
{
	return app->cols < PANES_WIDE && explorer_of(app)->list.selected == 0;
}

/* One pane takes all of `body`. */
static void give_one(const struct app *app, struct panes *panes, struct area body)
{
	bool quotes = explorer_of(app)->focus == FOCUS_QUOTES ||
		explorer_of(app)->list.selected == 0;
	if (quotes)
		panes->words = body;
	else
		panes->timeline = body;
}

/* The timeline is as narrow as its titles, as long as the words need more. */
static void give_side_by_side(const struct app *app, struct panes *panes, struct area body)
{
	int left = app->cols - 1 - WORDS_MOST;
	int titles = app->cols < TITLES_FROM ? TIMELINE_LEAST : TIMELINE_TITLES;
	left = left < titles ? titles : left;
	panes->divide = left;
	panes->timeline = (struct area){body.row, 0, body.rows, left};
	panes->words = (struct area){body.row, left + 1, body.rows, app->cols - left - 1};
}

static void give_stacked(const struct app *app, struct panes *panes, struct area body)
{
	bool reading = explorer_of(app)->focus == FOCUS_QUOTES;
	int above = reading ? body.rows / 6 : (body.rows - 1) * 2 / 5;
	int least = reading ? 1 : 3;
	above = above < least ? least : above > 14 ? 14 : above;
	panes->timeline = (struct area){body.row, 0, above, app->cols};
	panes->middle_rule = body.row + above;
	panes->words = (struct area){body.row + above + 1, 0, body.rows - above - 1, app->cols};
}

struct panes panes_of(const struct app *app)
{
	struct panes panes = {.title_row = -1,
		.top_rule = -1,
		.middle_rule = -1,
		.bottom_rule = -1,
		.axis_row = -1,
		.divide = -1};
	struct area body = {0, 0, app->rows, app->cols};
	if (is_tiny(app)) {
		give_one(app, &panes, body);
		return panes;
	}
	panes.title_row = 0;
	if (app->rows >= PANES_AXIS_ROWS) {
		panes.axis_row = 1;
		panes.axis_lines = app->cols >= PANES_WIDE ? 2 : 1;
	}
	panes.top_rule = 1 + panes.axis_lines;
	panes.bottom_rule = app->rows - 2;
	panes.key_bar = true;
	body.row = panes.top_rule + 1;
	body.rows = panes.bottom_rule - body.row;
	if (explorer_of(app)->alone || is_card_alone(app))
		give_one(app, &panes, body);
	else if (app->cols >= PANES_WIDE)
		give_side_by_side(app, &panes, body);
	else
		give_stacked(app, &panes, body);
	return panes;
}

/* ---- the lines between them ---- */

static void draw_rule(
	const struct app *app, struct grid *grid, int row, int col, int count, bool heavy)
{
	grid_fill(grid, row, col, count, style_of(heavy ? ROLE_FOCUS : ROLE_RULE),
		heavy ? app->signs->heavy : app->signs->light);
}

static void draw_divide(const struct app *app, struct grid *grid, const struct panes *panes)
{
	const struct style style = style_of(ROLE_RULE);
	bool right = explorer_of(app)->focus == FOCUS_QUOTES;
	for (int row = panes->top_rule + 1; row < panes->bottom_rule; row++)
		grid_fill(grid, row, panes->divide, 1, style, app->signs->vertical);
	draw_rule(app, grid, panes->top_rule, 0, panes->divide, !right);
	draw_rule(app, grid, panes->top_rule, panes->divide + 1, grid->cols - panes->divide - 1,
		right);
	grid_fill(grid, panes->top_rule, panes->divide, 1, style_of(ROLE_FOCUS),
		right ? app->signs->join_top : app->signs->join_top_left);
	grid_fill(grid, panes->bottom_rule, panes->divide, 1, style, app->signs->join_bottom);
}

void panes_draw_rules(const struct app *app, struct grid *grid, const struct panes *panes)
{
	bool words = explorer_of(app)->focus == FOCUS_QUOTES;
	draw_rule(app, grid, panes->bottom_rule, 0, grid->cols, false);
	if (panes->divide >= 0) {
		draw_divide(app, grid, panes);
	} else if (panes->middle_rule >= 0) {
		draw_rule(app, grid, panes->top_rule, 0, grid->cols, !words);
		draw_rule(app, grid, panes->middle_rule, 0, grid->cols, words);
	} else {
		draw_rule(app, grid, panes->top_rule, 0, grid->cols, true);
	}
}
