/* The keys: first those of the view it was opened from, then all from the table of actions, in groups and in one or two columns; it is a list: Enter does
 * the selected thing. Below them stands the legend of marks.
 *
 * The help is laid out anew for each picture: it is small, and nothing of it is kept but the selected
 * action and the scroll. */
#include "layout/card.h"
#include "ui/input.h"
#include "ui/keybar.h"
#include "ui/view.h"

#include <stdio.h>
#include <string.h>

enum {
	TWO_COLUMNS = 78, /* from this width on */
	KEYS_WIDTH = 12,
	LEFT = 2,
};

/* Where an action stands: a line of the text, and the left or the right column. */
struct help_place {
	int line, column;
};

struct help_page {
	struct help_place at[ACTION_COUNT];
	int group_line[GROUP_COUNT], group_column[GROUP_COUNT];
	int columns, lines; /* lines without the legend */
	int lead;           /* lines of the view's own keys, which come first */
};

/* An action that has a line of its own in the group; the one behind it may share it. */
static bool leads_line(int action, enum action_group group)
{
	const struct action_row *row = action_row((enum action)action);
	return row->group == group && row->line;
}

static bool shares_line(int action)
{
	return action < ACTION_COUNT && !action_row((enum action)action)->line;
}

static int group_size(enum action_group group)
{
	int size = 0;
	for (int action = 1; action < ACTION_COUNT; action++)
		size += leads_line(action, group);
	return size;
}

static int hints_count(const struct hint *hints)
{
	int count = 0;
	while (hints && hints[count].label)
		count++;
	return count;
}

/* The view's own keys, then groups one after the other, into the column that is shorter. */
static void page_lay(struct help_page *page, const struct app *app)
{
	int own = hints_count(app_view_below(app)->hints);
	page->columns = app->cols >= TWO_COLUMNS ? 2 : 1;
	page->lead = own ? 3 + (own + page->columns - 1) / page->columns : 1;
	int next[2] = {page->lead, page->lead};
	page->lines = 0;
	for (int group = 0; group < GROUP_COUNT; group++) {
		page->group_line[group] = -1;
		if (!group_size((enum action_group)group))
			continue;
		int column = page->columns == 2 && next[1] < next[0] ? 1 : 0;
		page->group_line[group] = next[column]++;
		page->group_column[group] = column;
		for (int action = 1; action < ACTION_COUNT; action++)
			if (leads_line(action, (enum action_group)group))
				page->at[action] = (struct help_place){next[column]++, column};
		if (next[column] > page->lines)
			page->lines = next[column];
		next[column]++;
	}
}

static int keys_width(const char *text)
{
	return text_width(NULL, text, strlen(text));
}

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
			if (i && keys_width(out) + 1 + keys_width(name) > KEYS_WIDTH - 1)
				return;
			if (*out)
				strcat(out, " ");
			strcat(out, name);
		}
	}
}

static struct area body_of(const struct app *app)
{
	bool tiny = app->rows < 5;
	return (struct area){tiny ? 0 : 2, 0, app->rows - (tiny ? 0 : 4), app->cols};
}

static void keep_in_view(struct app *app, const struct help_page *page)
{
	int height = body_of(app).rows, line = page->at[app->help.selected].line;
	if (line <= page->lead + 1)
		app->help.top = 0;
	else if (line < app->help.top)
		app->help.top = line;
	else if (line >= app->help.top + height)
		app->help.top = line - height + 1;
}

/* The next action in reading order of the same column, or across to the other one. */
static void move(struct app *app, const struct help_page *page, int down, int across)
{
	struct help_place from = page->at[app->help.selected];
	int best = app->help.selected, best_far = 1 << 20;
	for (int action = 1; action < ACTION_COUNT; action++) {
		if (shares_line(action))
			continue;
		struct help_place to = page->at[action];
		int far = (to.line - from.line) * (down ? down : 1);
		if (across ? to.column != from.column + across
			   : to.column != from.column || far <= 0)
			continue;
		if (across && far < 0)
			far = -far;
		if (far < best_far) {
			best_far = far;
			best = action;
		}
	}
	if (best == app->help.selected && down) {
		/* From the foot of a column to the head of the next, and back. */
		for (int action = 1; action < ACTION_COUNT; action++) {
			if (shares_line(action))
				continue;
			struct help_place to = page->at[action];
			int far = down > 0 ? to.line : -to.line;
			if (to.column == from.column + down && far < best_far) {
				best_far = far;
				best = action;
			}
		}
	}
	app->help.selected = best;
	keep_in_view(app, page);
}

static void legend_lay(struct app *app, struct rows *rows)
{
	rows_begin(rows, &app->draw,
		&(struct paper){.width = app->cols, .signs = app->signs, .form = app->form});
	card_legend_add(rows, LEFT + 2);
}

static void scroll(struct app *app, const struct help_page *page, int rows)
{
	struct rows legend;
	legend_lay(app, &legend);
	int most = page->lines + 1 + (int)legend.count - body_of(app).rows;
	int top = app->help.top + rows;
	if (top > most)
		top = most;
	app->help.top = top < 0 ? 0 : top;
}

static enum app_next help_apply(struct app *app, enum action action, uint32_t count, bool counted)
{
	(void)counted;
	struct help_page page;
	page_lay(&page, app);
	if (app->help.selected == 0)
		app->help.selected = ACTION_NEXT;
	int height = body_of(app).rows;
	enum action chosen = (enum action)app->help.selected;
	switch (action) {
	case ACTION_NEXT:
	case ACTION_PREVIOUS:
		while (count--)
			move(app, &page, action == ACTION_NEXT ? 1 : -1, 0);
		return APP_DRAW;
	case ACTION_INTO:
		app_pop(app);
		if (chosen == ACTION_HELP)
			return APP_DRAW;
		enum app_next next = app_act(app, chosen, 1, false);
		return next == APP_NOTHING ? APP_DRAW : next;
	case ACTION_OTHER_PANE:
		move(app, &page, 0, page.at[app->help.selected].column ? -1 : 1);
		return APP_DRAW;
	case ACTION_READ_ON:
	case ACTION_PAGE_DOWN:
	case ACTION_HALF_DOWN:
		scroll(app, &page, action == ACTION_HALF_DOWN ? height / 2 : height - 1);
		return APP_DRAW;
	case ACTION_READ_BACK:
	case ACTION_PAGE_UP:
	case ACTION_HALF_UP:
		scroll(app, &page, -(action == ACTION_HALF_UP ? height / 2 : height - 1));
		return APP_DRAW;
	case ACTION_FIRST:
		app->help.selected = ACTION_NEXT;
		app->help.top = 0;
		return APP_DRAW;
	case ACTION_LAST:
		scroll(app, &page, 1 << 16);
		return APP_DRAW;
	case ACTION_BACK:
	case ACTION_ESCAPE:
	case ACTION_HELP:
		app_pop(app);
		return APP_DRAW;
	default:
		return APP_NOTHING;
	}
}

static void draw_entry(struct app *app, struct grid *grid, struct area area,
	const struct help_page *page, enum action action)
{
	int width = area.cols / page->columns;
	struct area column = area;
	column.col += page->at[action].column * width;
	column.cols = width;
	int line = page->at[action].line - app->help.top;
	bool selected = app->help.selected == (int)action;
	uint8_t flags = selected ? STYLE_SELECTED : 0;
	char keys[64];
	keys_text(app, (int)action, keys);
	if (line < 0 || line >= area.rows)
		return;
	area_text(grid, NULL, column, line, LEFT + 2, (struct style){ROLE_KEY, flags}, keys);
	struct rows label;
	rows_begin(&label, &app->draw,
		&(struct paper){.width = width, .signs = app->signs, .form = app->form});
	rows_new(&label);
	rows_to(&label, LEFT + 2 + KEYS_WIDTH);
	rows_cut(&label, (struct style){ROLE_HELP, flags}, action_row(action)->line,
		width - LEFT - 3 - KEYS_WIDTH);
	area_row(grid, app->form, column, line, &label.at[0], 0);
	if (selected) {
		area_text(grid, NULL, column, line, LEFT, (struct style){ROLE_FOCUS, flags},
			app->signs->selected);
		grid->cursor_row = column.row + line;
		grid->cursor_col = column.col + LEFT;
	}
}

/* The keys of the view below, which are not selected from: they act in it. */
static void draw_own(
	struct app *app, struct grid *grid, struct area area, const struct help_page *page)
{
	const struct view_ops *view = app_view_below(app);
	int count = hints_count(view->hints), lines = page->lead - 3;
	for (int i = 0; i < count; i++) {
		char keys[36];
		const char *label = keybar_hint(&view->hints[i], keys);
		int line = 2 + i % lines - app->help.top;
		int col = i / lines * (area.cols / page->columns) + LEFT + 2;
		area_text(grid, NULL, area, line, col, (struct style){ROLE_KEY, 0}, keys);
		area_text(grid, NULL, area, line, col + KEYS_WIDTH, (struct style){ROLE_HELP, 0},
			label);
	}
	if (count)
		area_text(grid, NULL, area, 1 - app->help.top, LEFT, (struct style){ROLE_ERA, 0},
			"In this view");
}

static void draw_legend(struct app *app, struct grid *grid, struct area area, int line)
{
	struct rows rows;
	legend_lay(app, &rows);
	for (uint32_t i = 0; i < rows.count; i++)
		area_row(grid, app->form, area, line + (int)i, &rows.at[i], 0);
}

static const struct hint hints[] = {
	{{ACTION_INTO}, "do it"},
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_OTHER_PANE}, "other column"},
	{{ACTION_READ_ON}, "more"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_QUIT}, "quit truce"},
	{{ACTION_NONE}, NULL},
};

static void help_draw(struct app *app, struct grid *grid)
{
	struct help_page page;
	page_lay(&page, app);
	if (app->help.selected == 0)
		app->help.selected = ACTION_NEXT;
	struct area area = body_of(app);
	draw_own(app, grid, area, &page);
	for (int group = 0; group < GROUP_COUNT; group++)
		if (page.group_line[group] >= 0)
			area_text(grid, NULL, area, page.group_line[group] - app->help.top,
				page.group_column[group] * (area.cols / page.columns) + LEFT,
				(struct style){ROLE_ERA, 0},
				action_group_name((enum action_group)group));
	for (int action = 1; action < ACTION_COUNT; action++)
		if (!shares_line(action))
			draw_entry(app, grid, area, &page, (enum action)action);
	draw_legend(app, grid, area, page.lines + 1 - app->help.top);
	if (area.row == 0)
		return;
	const char *place = app_view_below(app)->name;
	if (!place)
		place = app->explorer.focus == FOCUS_QUOTES ? "in the quotations"
							    : "in the timeline";
	app_draw_title(app, grid, "Keys", place);
	grid_fill(grid, 1, 0, grid->cols, (struct style){ROLE_FOCUS, 0}, app->signs->heavy);
	grid_fill(grid, grid->rows - 2, 0, grid->cols, (struct style){ROLE_RULE, 0},
		app->signs->light);
	app_draw_keybar(app, grid, hints);
}

const struct view_ops help_view = {.apply = help_apply, .draw = help_draw};
