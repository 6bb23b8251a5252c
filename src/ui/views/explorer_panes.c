/* Wide: the panes side by side. Narrower: the timeline above the words, of which the one that has
 * the keys has the more rows. Tiny: the focused pane and nothing else. The card of the record takes
 * the whole width where the panes are stacked. Very wide: the links of what is selected stand beside
 * the words. */
#include "ui/views/explorer.h"

#include "layout/timeline.h"
#include "ui/core/filter.h"

#include <stdio.h>
#include <string.h>

enum {
	TITLES_LEAST = 42, /* columns of the timeline, side by side: room for titles of 20, */
	TITLES_FEW =
		50, /* of 28: for longer ones the words give way only where there is more room */
	WORDS_MOST = 78, /* the measure, and the margins around it */
};

static bool is_tiny(const struct app *app)
{
	return app->cols < PANES_TINY_COLS || app->rows < PANES_TINY_ROWS;
}

static bool is_card_alone(const struct app *app)
{
	return app->cols < PANES_WIDE && explorer_of(app)->list.selected == 0;
}

/* The card, and a row that stands for several events, have no links. */
static bool has_links(const struct app *app)
{
	uint32_t item = explorer_of(app)->list.selected;
	return item > 0 && !items_is_group(app, item);
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

/* The columns that the titles need, within what they may have. */
static int titles_columns(const struct app *app, int most)
{
	int need = explorer_of(app)->titles;
	need = need && need < most ? need : most;
	return need > TITLES_LEAST ? need : TITLES_LEAST;
}

/* Long titles are whole where words keep a good measure beside them. */
static int titles_most(const struct app *app, int beside_measure)
{
	enum { WORDS_GOOD = 64, TITLES_MANY = 56 };
	int most = app->cols - 1 - WORDS_GOOD;
	most = most > TITLES_MANY ? TITLES_MANY : most;
	most = most > beside_measure ? most : beside_measure;
	return most > TITLES_FEW ? most : TITLES_FEW;
}

/* The timeline is as narrow as its titles, unless it has room to say who speaks as well. */
static void give_side_by_side(const struct app *app, struct panes *panes, struct area body)
{
	int left = app->cols - 1 - WORDS_MOST;
	if (left < TIMELINE_SPEAKERS)
		left = titles_columns(app, titles_most(app, left));
	panes->divide = left;
	panes->timeline = (struct area){body.row, 0, body.rows, left};
	panes->words = (struct area){body.row, left + 1, body.rows, app->cols - left - 1};
}

/* Words and links share what the titles leave, up to a measure each. What has no links, the card or
 * a row of several events, has the room of both, so that nothing moves from one to the other. */
static void give_three(const struct app *app, struct panes *panes, struct area body)
{
	int titles = titles_columns(app, TITLES_FEW + (app->cols - PANES_THREE) / 4);
	int words = (app->cols - titles - 1) / 2;
	words = words > WORDS_MOST ? WORDS_MOST : words;
	int links = app->cols - titles - words - 2;
	links = links > WORDS_MOST ? WORDS_MOST : links;
	int left = app->cols - words - links - 2;
	panes->divide = left;
	panes->timeline = (struct area){body.row, 0, body.rows, left};
	panes->words = (struct area){body.row, left + 1, body.rows, app->cols - left - 1};
	if (!has_links(app))
		return;
	panes->words.cols = words;
	panes->divide_links = left + 1 + words;
	panes->links = (struct area){body.row, left + 2 + words, body.rows, links};
}

static void give_stacked(const struct app *app, struct panes *panes, struct area body)
{
	enum { WORDS_FEW = 20 }; /* rows of them: who reads with one key has at least these */
	bool reading = explorer_of(app)->focus == FOCUS_QUOTES;
	int above = reading ? body.rows / 8 : (body.rows - 1) * 2 / 5;
	int least = reading ? 1 : 3;
	above = above < least ? least : above > 14 ? 14 : above;
	if (explorer_of(app)->reading && body.rows - above - 1 < WORDS_FEW) {
		panes->words = body;
		return;
	}
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
		.divide = -1,
		.divide_links = -1};
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
	else if (app->cols >= PANES_THREE)
		give_three(app, &panes, body);
	else if (app->cols >= PANES_WIDE)
		give_side_by_side(app, &panes, body);
	else
		give_stacked(app, &panes, body);
	return panes;
}

/* ---- the lines between them ---- */

/* The line above a pane, heavy where it has the keys, with its name in it. */
static void draw_rule(const struct app *app, struct grid *grid, int row, int col, int count,
	bool heavy, const char *name)
{
	enum { NAME_LEFT = 2, NAME_MOST = 512 };
	char said[NAME_MOST];
	grid_fill(grid, row, col, count, style_of(heavy ? ROLE_FOCUS : ROLE_RULE),
		heavy ? app->signs->heavy : app->signs->light);
	int len = snprintf(said, sizeof said, " %s ", name);
	int columns = len < NAME_MOST ? text_width(app->form, said, (size_t)len) : count;
	if (columns + 2 * NAME_LEFT <= count)
		grid_put(grid, app->form, row, col + NAME_LEFT, columns,
			style_of(heavy ? ROLE_FOCUS : ROLE_COUNT_OF), said, (size_t)len);
}

static const char timeline_name[] = "Timeline", links_name[] = "Links";

/* Of the pane in which the selected row can be read. */
static const char *words_name(const struct app *app)
{
	uint32_t item = explorer_of(app)->list.selected;
	if (item == 0)
		return ITEMS_RECORD;
	return items_is_group(app, item) ? "Events" : "Words";
}

/* The words alone say of which event they are, since no row of the timeline does. */
static void draw_rule_alone(const struct app *app, struct grid *grid, int row)
{
	enum { AROUND = 8 }; /* columns of the rule and its blanks */
	const struct event *event = items_event(app, explorer_of(app)->list.selected);
	struct buf name = {0};
	buf_text(&name, words_name(app));
	if (event && !items_is_group(app, explorer_of(app)->list.selected)) {
		buf_format(&name, " %s ", app->signs->dot);
		filter_title(&name, app, event->title,
			grid->cols - AROUND - (int)strlen(words_name(app)) - 3);
	}
	draw_rule(app, grid, row, 0, grid->cols, true, buf_string(&name));
	buf_free(&name);
}

/* The line between two panes, from rule to rule; heavy on the side of the one that has the keys. */
static void draw_divide(const struct app *app, struct grid *grid, const struct panes *panes,
	int col, bool left, bool right)
{
	const struct style style = style_of(ROLE_RULE);
	for (int row = panes->top_rule + 1; row < panes->bottom_rule; row++)
		grid_fill(grid, row, col, 1, style, app->signs->vertical);
	grid_fill(grid, panes->top_rule, col, 1, left || right ? style_of(ROLE_FOCUS) : style,
		left            ? app->signs->join_top_left
			: right ? app->signs->join_top
				: app->signs->join_top_light);
	grid_fill(grid, panes->bottom_rule, col, 1, style, app->signs->join_bottom);
}

static void draw_divides(const struct app *app, struct grid *grid, const struct panes *panes)
{
	bool links = panes->divide_links >= 0 && view_on_top(app) == &links_view;
	bool words = !links && explorer_of(app)->focus == FOCUS_QUOTES;
	const struct area *area = &panes->words;
	draw_rule(app, grid, panes->top_rule, 0, panes->divide, !words && !links, timeline_name);
	draw_rule(app, grid, panes->top_rule, area->col, area->cols, words, words_name(app));
	draw_divide(app, grid, panes, panes->divide, !words && !links, words);
	if (panes->divide_links < 0)
		return;
	draw_rule(
		app, grid, panes->top_rule, panes->links.col, panes->links.cols, links, links_name);
	draw_divide(app, grid, panes, panes->divide_links, words, links);
}

void panes_draw_rules(const struct app *app, struct grid *grid, const struct panes *panes)
{
	bool words = explorer_of(app)->focus == FOCUS_QUOTES;
	grid_fill(grid, panes->bottom_rule, 0, grid->cols, style_of(ROLE_RULE), app->signs->light);
	if (panes->divide >= 0) {
		draw_divides(app, grid, panes);
	} else if (panes->middle_rule >= 0) {
		draw_rule(app, grid, panes->top_rule, 0, grid->cols, !words, timeline_name);
		draw_rule(app, grid, panes->middle_rule, 0, grid->cols, words, words_name(app));
	} else if (panes->words.rows > 0) {
		draw_rule_alone(app, grid, panes->top_rule);
	} else {
		draw_rule(app, grid, panes->top_rule, 0, grid->cols, true, timeline_name);
	}
}
