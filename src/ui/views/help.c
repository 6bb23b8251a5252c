/* The keys: first those of the view it was opened from, then all from the table of actions, in
 * groups and in one or two columns; it is a list: Enter does the selected thing. */
#include "ui/views/help.h"

#include "ui/core/action_table.h"
#include "ui/core/frame.h"
#include "ui/core/prompt.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"

#include <stdio.h>

enum {
	FAR = 10000,    /* lines; there are fewer */
	CLICK_FROM = 72 /* columns, the title speaks of the mouse */
};

static bool help_open(struct app *app, const struct view_at *at)
{
	struct help *help = help_of(app);
	help->selected = ACTION_NEXT;
	window_scroll(&help->window, -help->window.top);
	return true;
}

static void help_end(struct app *app)
{
	window_free(&help_of(app)->window);
}

/* ---- moving ---- */

static void keep_in_view(struct help *help)
{
	struct window *window = &help->window;
	int line = help->at[help->selected].line, lines = help->at[help->selected].lines;
	if (line <= help->lead + 1)
		window_scroll(window, -window->top);
	else if (line < window->top)
		window_scroll(window, line - window->top);
	else if (line + lines > window->top + window->height)
		window_scroll(window, line + lines - window->height - window->top);
}

/* The nearest action for which `far` has a distance, 0 or more, or the one selected. */
static int nearest(
	const struct help *help, int (*far)(struct help_place, struct help_place, int), int by)
{
	struct help_place from = help->at[help->selected];
	int best = help->selected, best_far = -1;
	for (int action = 1; action < ACTION_COUNT; action++) {
		int this_far = !help_has_line(action) ? -1 : far(from, help->at[action], by);
		if (this_far >= 0 && (best_far < 0 || this_far < best_far)) {
			best_far = this_far;
			best = action;
		}
	}
	return best;
}

/* Down or up the same column. */
static int far_along(struct help_place from, struct help_place to, int by)
{
	int far = (to.line - from.line) * by;
	return to.column == from.column && far > 0 ? far : -1;
}

/* From the foot of a column to the head of the next, and back. */
static int far_round(struct help_place from, struct help_place to, int by)
{
	return to.column == from.column + by ? (by > 0 ? to.line : FAR - to.line) : -1;
}

/* Across to the other column. */
static int far_across(struct help_place from, struct help_place to, int by)
{
	int far = to.line - from.line;
	return to.column == from.column + by ? (far < 0 ? -far : far) : -1;
}

static enum app_next step(struct app *app, const struct request *request)
{
	struct help *help = help_of(app);
	int by = request->action == ACTION_NEXT ? 1 : -1;
	if (help->alone) {
		window_scroll(&help->window, by * (int64_t)request->count);
		return APP_DRAW;
	}
	for (uint32_t n = request->count; n > 0; n--) {
		int to = nearest(help, far_along, by);
		if (to == help->selected)
			to = nearest(help, far_round, by);
		if (to == help->selected)
			break;
		help->selected = to;
	}
	keep_in_view(help);
	return APP_DRAW;
}

static enum app_next other_column(struct app *app, const struct request *request)
{
	struct help *help = help_of(app);
	if (help->alone)
		return APP_NOTHING;
	int before = help->selected, column = help->at[before].column;
	help->selected = nearest(help, far_across, 1);
	for (; help->selected == before && column > 0; column--) /* from the last to the first */
		help->selected = nearest(help, far_across, -column);
	keep_in_view(help);
	return APP_DRAW;
}

static enum app_next first(struct app *app, const struct request *request)
{
	struct help *help = help_of(app);
	help->selected = ACTION_NEXT;
	if (help->alone)
		window_scroll(&help->window, -help->window.top);
	else
		keep_in_view(help);
	return APP_DRAW;
}

static enum app_next last(struct app *app, const struct request *request)
{
	window_end(&help_of(app)->window);
	return APP_DRAW;
}

static void help_move(struct app *app, struct motion motion)
{
	if (motion.kind == MOTION_ROWS)
		window_scroll(&help_of(app)->window, motion.by);
}

static bool help_choose(struct app *app, const struct target *target)
{
	struct help *help = help_of(app);
	int before = help->selected;
	help->selected = (int)target->item;
	return help->selected == before;
}

enum app_next help_do_selected(struct app *app, const struct request *request)
{
	enum action chosen = (enum action)help_of(app)->selected;
	view_close(app);
	if (chosen == ACTION_HELP)
		return APP_DRAW;
	enum app_next next = action_do(app, &(struct request){chosen, 1, false});
	return next == APP_NOTHING ? APP_DRAW : next;
}

/* Where none is selected it closes. */
static enum app_next into(struct app *app, const struct request *request)
{
	if (!help_of(app)->alone)
		return help_do_selected(app, request);
	view_close(app);
	return APP_DRAW;
}

static const struct view_action actions[] = {
	{ACTION_FIND, help_find},
	{ACTION_NEXT, step},
	{ACTION_PREVIOUS, step},
	{ACTION_OTHER_PANE, other_column},
	{ACTION_FIRST, first},
	{ACTION_LAST, last},
	{ACTION_INTO, into},
	{ACTION_NONE, NULL},
};

static const struct hint hints[] = {
	{{ACTION_INTO}, "do it"},
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_FIND}, "find a key"},
	{{ACTION_READ_ON}, "more"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_QUIT}, "quit truce"},
	{{ACTION_NONE}, NULL},
};

static const struct hint alone_hints[] = {
	{{ACTION_READ_ON, ACTION_READ_BACK}, "more, back"},
	{{ACTION_FIND}, "find a key"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_NONE}, NULL},
};

/* The hints, without Space where nothing more comes. */
static const struct hint *hints_now(const struct help *help, struct hint out[HINTS_MOST])
{
	int count = 0;
	if (help->alone)
		return alone_hints + (!window_above(&help->window) && !window_below(&help->window));
	for (const struct hint *hint = hints; hint->label; hint++)
		if (hint->actions[0] != ACTION_READ_ON || window_below(&help->window))
			out[count++] = *hint;
	out[count] = (struct hint){{ACTION_NONE}, NULL};
	return out;
}

/* ---- the picture ---- */

static void note_actions(struct app *app, struct area area)
{
	const struct help *help = help_of(app);
	int width = help->width;
	for (int action = 1; action < ACTION_COUNT; action++) {
		struct help_place at = help->at[action];
		struct area column = {area.row, area.col + at.column * width, area.rows, width};
		if (help_has_line(action))
			target_item(app, column, at.line - help->window.top, at.lines, 0, action);
	}
}

static void help_draw(struct app *app, struct grid *grid)
{
	const struct help *help = help_of(app);
	const struct help_place at = help->at[help->selected];
	const char *place = view_under(app, &help_view)->name;
	if (!place)
		place = spot_of(app).focus == FOCUS_QUOTES ? "in the quotations"
							   : "in the timeline";
	char title[80];
	snprintf(title, sizeof title, "%s%s", place,
		app->mouse && app->cols >= CLICK_FROM && !help->alone
			? "; a second click on a row does it"
			: "");
	struct hint now[HINTS_MOST];
	struct area area = keybar_frame(app, grid, "Keys", title, hints_now(help, now));
	if (help_finds(app)) {
		candidates_draw(app, grid, prompt_candidates(app), area);
		return;
	}
	window_draw(&help->window, grid, app->form, area);
	window_cursor(&help->window, grid, area, help->window.top);
	frame_below(app, grid, (uint32_t)window_below(&help->window));
	if (help->alone)
		return;
	note_actions(app, area);
	int line = at.line - help->window.top;
	if (line < 0 || line >= area.rows)
		return;
	int col = area.col + at.column * help->width + HELP_LEFT;
	for (int i = 0; i < at.lines && line + i < area.rows; i++)
		grid_mark(grid, area.row + line + i, col, help->width - HELP_LEFT - 1,
			STYLE_SELECTED);
	grid->cursor_row = area.row + line;
	grid->cursor_col = col;
}

const struct view_ops help_view = {
	.state_size = sizeof(struct help),
	.hints = hints,
	.actions = actions,
	.stays = true,
	.open = help_open,
	.end = help_end,
	.fit = help_lay,
	.move = help_move,
	.choose = help_choose,
	.draw = help_draw,
};
