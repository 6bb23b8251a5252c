/* The keys: first those of the view it was opened from, then all from the table of actions, in
 * groups and in one or two columns; it is a list: Enter does the selected thing. Below them
 * stands the legend of marks.
 *
 * Lines are counted before they are laid out: an action stands on a line, in the
 * left or the right column. */
#include "layout/card.h"
#include "ui/core/action_table.h"
#include "ui/core/frame.h"
#include "ui/core/keybar.h"
#include "ui/core/palette.h"
#include "ui/core/prompt.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

#include <stdio.h>
#include <string.h>

enum {
	TWO_COLUMNS = 78,  /* from this width on */
	COLUMN_MOST = 60,  /* which holds the legend as well: */
	LEGEND_FROM = 120, /* from this width on it stands below the left one */
	KEYS_LEAST = 12,
	KEYS_MOST = 14,
	LEFT = 2,
	LINES_MOST = ACTION_COUNT + 4 * GROUP_COUNT + 40,
};

struct help {
	int selected;       /* an action */
	int columns, width; /* of a column */
	int keys;           /* columns of its keys */
	int lines;          /* without the legend */
	int lead;           /* lines of the view's own keys, which come first */
	bool alone;         /* and are all there is */
	int legend;         /* the line of the left column at which it begins; -1: below all */
	struct help_place {
		int line, column;
	} at[ACTION_COUNT], groups[GROUP_COUNT];
	struct window window;
};

static struct help *help_of(const struct app *app)
{
	return view_state(app, &help_view);
}

static bool help_open(struct app *app, const struct view_at *at)
{
	struct help *help = help_of(app);
	if (!help->selected)
		help->selected = ACTION_NEXT;
	return true;
}

static void help_end(struct app *app)
{
	window_free(&help_of(app)->window);
}

/* ---- where the actions stand ---- */

static int keys_width(const char *text)
{
	return text_width(NULL, text, strlen(text));
}

/* The action behind one may share its line. */
static bool shares_line(int action)
{
	return action < ACTION_COUNT && !action_row((enum action)action)->line;
}

/* Among questions, and over a scene, no key does anything but those of the view: no other is shown. */
static bool is_alone(const struct app *app)
{
	const struct view_ops *view = view_under(app, &help_view);
	return view->name && (view == &quiz_view || spot_is_over(app));
}

/* The keys of the view below that hold there. */
static int own_hints(const struct app *app, struct hint own[HINTS_MOST])
{
	return keybar_holds(app, view_under(app, &help_view)->hints, own);
}

/* In how many columns the view's own keys stand: in one where a line of them would be cut. */
static int own_columns(const struct help *help, const struct app *app)
{
	struct hint hints[HINTS_MOST];
	int count = own_hints(app, hints), columns = help->columns;
	for (int i = 0; i < count; i++) {
		char keys[36];
		const char *label = keybar_hint(&hints[i], keys);
		if (keys_width(label) > help->width - LEFT - 3 - help->keys)
			columns = 1;
	}
	return columns;
}

/* The view's own keys, then groups one after the other, into the column that is shorter. */
static void places_find(struct help *help, const struct app *app)
{
	struct hint hints[HINTS_MOST];
	int own = own_hints(app, hints);
	help->columns = app->cols >= TWO_COLUMNS ? 2 : 1;
	help->width = app->cols / help->columns;
	if (help->columns == 2 && help->width > COLUMN_MOST)
		help->width = COLUMN_MOST;
	help->keys = help->width == COLUMN_MOST ? KEYS_MOST : KEYS_LEAST;
	int beside = own_columns(help, app);
	help->lead = own ? 3 + (own + beside - 1) / beside : 1;
	int next[2] = {help->lead, help->lead};
	help->lines = 0;
	help->legend = -1;
	help->alone = is_alone(app);
	if (help->alone) {
		help->lines = help->lead - 2;
		return;
	}
	for (int group = 0; group < GROUP_COUNT; group++) {
		int column = help->columns == 2 && next[1] < next[0] ? 1 : 0;
		help->groups[group] = (struct help_place){next[column]++, column};
		for (int action = 1; action < ACTION_COUNT; action++)
			if (!shares_line(action) &&
				action_row((enum action)action)->group == (enum action_group)group)
				help->at[action] = (struct help_place){next[column]++, column};
		if (next[column] > help->lines)
			help->lines = next[column];
		next[column]++;
	}
	if (help->width == COLUMN_MOST && app->cols >= LEGEND_FROM)
		help->legend = next[0];
}

/* ---- the rows ---- */

/* The arrows have signs, where the screen can show them. */
static void key_text(const struct app *app, int32_t key, char out[16])
{
	static const char *const arrows[] = {"↑", "↓", "←", "→"};
	if (key >= INPUT_UP && key <= INPUT_RIGHT && app->signs == signs_find(false))
		snprintf(out, 16, "%s", arrows[key - INPUT_UP]);
	else
		input_key_name(key, out);
}

/* "j k ↓ ↑": the keys of a line's one or two actions in turn, as many as there is room for. */
static void keys_text(const struct app *app, int action, char out[64])
{
	char name[16];
	int actions = shares_line(action + 1) ? 2 : 1;
	out[0] = '\0';
	for (int i = 0; i < ACTION_KEYS_MOST; i++) {
		for (int n = 0; n < actions; n++) {
			int32_t key = action_row((enum action)(action + n))->keys[i];
			if (key == INPUT_NONE)
				return;
			key_text(app, key, name);
			if (i && keys_width(out) + 1 + keys_width(name) > KEYS_LEAST - 1)
				return;
			if (*out)
				strcat(out, " ");
			strcat(out, name);
		}
	}
}

/* Keys, and behind them what they do, in a column of the row at hand. */
static void entry_add(struct rows *rows, const struct help *help, int left, const char *keys,
	const char *label, int width)
{
	rows_to(rows, left + LEFT + 2);
	rows_copy(rows, style_of(ROLE_KEY), keys);
	rows_to(rows, left + LEFT + 2 + help->keys);
	rows_cut(rows, style_of(ROLE_HELP), label, width);
}

/* The keys of the view below, which are not selected from: they act in it. */
static void own_add(struct rows *rows, const struct help *help, const struct app *app, int line)
{
	struct hint hints[HINTS_MOST];
	int count = own_hints(app, hints), lines = help->lead - 3;
	int width = help->width;
	if (line == 1 && count) {
		rows_to(rows, LEFT);
		rows_text(rows, style_of(ROLE_ERA), "In this view");
	}
	for (int i = line - 2; line >= 2 && line < 2 + lines && i < count; i += lines) {
		char keys[36];
		const char *label = keybar_hint(&hints[i], keys);
		entry_add(rows, help, (i / lines) * width, keys, label,
			rows->paper.width - (i / lines) * width - LEFT - 2 - help->keys);
	}
}

static bool stands_at(struct help_place at, int line, int column)
{
	return at.line == line && at.column == column;
}

static void column_add(
	struct rows *rows, const struct help *help, const struct app *app, int line, int column)
{
	int width = help->width, left = column * width;
	for (int group = 0; group < GROUP_COUNT; group++)
		if (stands_at(help->groups[group], line, column)) {
			rows_to(rows, left + LEFT);
			rows_text(rows, style_of(ROLE_ERA),
				action_group_name((enum action_group)group));
		}
	for (int action = 1; action < ACTION_COUNT; action++) {
		char keys[64];
		if (shares_line(action) || !stands_at(help->at[action], line, column))
			continue;
		if (action == help->selected) {
			rows_to(rows, left + LEFT);
			rows_text(rows, style_of(ROLE_FOCUS), app->signs->selected);
		}
		keys_text(app, action, keys);
		entry_add(rows, help, left, keys, action_row((enum action)action)->line,
			width - LEFT - 3 - help->keys);
	}
}

/* A row of the legend in the left column. */
static void legend_line_add(struct rows *rows, const struct rows *signs, int line)
{
	if (line < 0 || line >= (int)signs->count)
		return;
	for (const struct span *span = signs->at[line].spans; span; span = span->next) {
		rows_to(rows, span->column);
		rows_add(rows, span->style, span->text, span->len);
	}
}

static void help_fit(struct app *app)
{
	struct help *help = help_of(app);
	struct paper paper = app_paper(app, app->cols);
	struct rows *rows = &help->window.rows;
	places_find(help, app);
	window_lay(&help->window, &paper);
	bool legend = view_under(app, &help_view) != &quiz_view;
	struct rows signs = rows_part(rows, help->width);
	if (help->legend >= 0)
		card_legend_add(&signs, LEFT + 2);
	for (int line = 0; line <= help->lines || line < help->legend + (int)signs.count; line++) {
		rows_new(rows);
		own_add(rows, help, app, line);
		if (help->legend >= 0)
			legend_line_add(rows, &signs, line - help->legend);
		for (int column = 0; !help->alone && column < help->columns; column++)
			column_add(rows, help, app, line, column);
	}
	if (help->alone)
		rows_new(rows);
	if (legend && help->legend < 0)
		card_legend_add(rows, LEFT + 2);
	window_laid(&help->window);
	window_fit(&help->window, frame_body(app, 0, 0).rows);
}

/* ---- moving ---- */

static void keep_in_view(struct help *help)
{
	struct window *window = &help->window;
	int line = help->at[help->selected].line;
	if (line <= help->lead + 1)
		window_scroll(window, -window->top);
	else if (line < window->top)
		window_scroll(window, line - window->top);
	else if (line >= window->top + window->height)
		window_scroll(window, line - window->height + 1 - window->top);
}

/* The nearest action for which `far` has a distance, 0 or more, or the one selected. */
static int nearest(
	const struct help *help, int (*far)(struct help_place, struct help_place, int), int by)
{
	struct help_place from = help->at[help->selected];
	int best = help->selected, best_far = -1;
	for (int action = 1; action < ACTION_COUNT; action++) {
		int this_far = shares_line(action) ? -1 : far(from, help->at[action], by);
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
	return to.column == from.column + by ? (by > 0 ? to.line : LINES_MOST - to.line) : -1;
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
	help->selected = nearest(help, far_across, help->at[help->selected].column ? -1 : 1);
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

static enum app_next do_selected(struct app *app, const struct request *request)
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
		return do_selected(app, request);
	view_close(app);
	return APP_DRAW;
}

/* ---- finding a key ---- */

static void narrow_changed(struct app *app, const char *text)
{
	const struct candidates *list = prompt_candidates(app);
	if (!*text)
		prompt_note(app, false, "what is it to do? as copy, mark, quit");
	else if (!list->count)
		prompt_note(app, true, "no key does that");
}

/* The keys of the view below come first. */
static void narrow_begin(struct app *app, const char *text, size_t cursor, struct candidates *list)
{
	struct hint hints[HINTS_MOST];
	candidates_begin_choice(app, text, cursor, list);
	own_hints(app, hints);
	for (const struct hint *hint = hints; hint->label; hint++) {
		char keys[36];
		int fit = FIT_NOT;
		const char *label = keybar_hint(hint, keys);
		candidates_try(list, label, TEXT_OF_ID, &fit);
		if (list->needle.len && candidates_want(list, fit))
			candidates_keep(list,
				&(struct candidate){.text = label,
					.help = "in this view",
					.key = keys,
					.fit = fit});
	}
}

/* The hint of the view below that was chosen; NULL where it was an action. */
static const struct hint *hint_of(
	const struct app *app, const struct candidate *chosen, struct hint hints[HINTS_MOST])
{
	char keys[36];
	own_hints(app, hints);
	for (const struct hint *hint = hints; hint->label; hint++)
		if (strcmp(keybar_hint(hint, keys), chosen->text) == 0)
			return strcmp(chosen->help, "in this view") == 0 ? hint : NULL;
	return NULL;
}

/* What no action does, its own key does. */
static void do_hint(struct app *app, const struct hint *hint)
{
	char keys[36];
	const char *label = keybar_hint(hint, keys);
	if (hint->actions[0] != ACTION_NONE) {
		help_of(app)->selected = (int)hint->actions[0];
		app->next = do_selected(app, NULL);
		return;
	}
	view_close(app);
	app_say(app, "%s: %s", keys, label);
}

/* Does what is chosen; where nothing is typed, all keys are shown again. */
static bool narrow_accept(struct app *app, const char *text, struct ref meant)
{
	const struct candidate *chosen = candidates_chosen(prompt_candidates(app));
	if (!*text)
		return true;
	if (!chosen)
		return false;
	struct hint hints[HINTS_MOST];
	const struct hint *hint = hint_of(app, chosen, hints);
	if (hint) {
		do_hint(app, hint);
		return true;
	}
	help_of(app)->selected = action_named(chosen->text);
	app->next = do_selected(app, NULL);
	return true;
}

static void narrow_offer(struct app *app, struct candidates *list, uint32_t things)
{
	if (is_alone(app))
		list->all = true;
	else
		palette_offer_actions(app, list, things);
}

static const struct prompt_ops narrow_ops = {
	.kind = PROMPT_HELP,
	.does = "find ",
	.label = "/",
	.changed = narrow_changed,
	.accept = narrow_accept,
	.begin = narrow_begin,
	.offer = narrow_offer,
	.listed_below = true,
};

static enum app_next narrow(struct app *app, const struct request *request)
{
	prompt_open(app, &narrow_ops, "");
	return APP_DRAW;
}

static const struct view_action actions[] = {
	{ACTION_FIND, narrow},
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

/* ---- the picture ---- */

static void note_actions(struct app *app, struct area area)
{
	const struct help *help = help_of(app);
	int width = help->width;
	for (int action = 1; action < ACTION_COUNT; action++) {
		struct help_place at = help->at[action];
		struct area column = {area.row, area.col + at.column * width, area.rows, width};
		if (!shares_line(action))
			target_item(app, column, at.line - help->window.top, 1, 0, action);
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
	bool whole = !window_above(&help->window) && !window_below(&help->window);
	struct area area = keybar_frame(
		app, grid, "Keys", place, help->alone ? alone_hints + whole : hints);
	if (prompt_is_for(app, &narrow_ops)) {
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
	int col = area.col + at.column * help->width + LEFT;
	grid_mark(grid, area.row + line, col, help->width - LEFT - 1, STYLE_SELECTED);
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
	.fit = help_fit,
	.move = help_move,
	.choose = help_choose,
	.draw = help_draw,
};
