/* The timeline pane: the items of the window, drawn from its top. */
#include "layout/timeline.h"
#include "ui/items.h"
#include "ui/view.h"

/* What lies over an item: its selection, and its mark. */
static void draw_over(struct app *app, struct grid *grid, struct area area, int line, uint32_t item)
{
	struct explorer *explorer = &app->explorer;
	int64_t row = items_row(app, item);
	if (row >= 0 && !items_is_group(app, item)) {
		const struct event *event = result_event(app->result, (uint32_t)row);
		uint32_t index = (uint32_t)(event - app->result->record->events);
		if (marks_has(&app->marks, (struct ref){THING_EVENT, index & 0xfffffff}))
			area_text(grid, NULL, area, line, TIMELINE_TITLE - 1,
				(struct style){ROLE_FOCUS, 0}, app->signs->marked);
		if (compare_is_first(app, index))
			area_text(grid, NULL, area, line, TIMELINE_TITLE - 1,
				(struct style){ROLE_FOCUS, 0}, app->signs->only_left);
	}
	if (item != explorer->list.selected)
		return;
	area_text(grid, NULL, area, line, 0, (struct style){ROLE_FOCUS, 0}, app->signs->selected);
	grid_mark(grid, area.row + line, area.col, area.cols, STYLE_SELECTED);
	if (explorer->focus == FOCUS_TIMELINE) {
		grid->cursor_row = area.row + line;
		grid->cursor_col = area.col;
	}
}

void timeline_draw(struct app *app, struct grid *grid, struct area area)
{
	struct explorer *explorer = &app->explorer;
	uint32_t top = explorer->list.top;
	int line = 0;
	for (uint32_t item = top; item < explorer->list.count && line < area.rows; item++) {
		bool whole = item == explorer->list.selected || item == top || item == 1;
		struct rows rows;
		rows_begin(&rows, &app->draw,
			&(struct paper){area.cols, app->signs, app->form, app->dates});
		items_add(&rows, app, item, whole);
		for (uint32_t i = 0; i < rows.count; i++) {
			area_row(grid, app->form, area, line + (int)i, &rows.at[i], 0);
			find_mark(app, grid, area, line + (int)i, &rows.at[i]);
		}
		line += (int)rows.count;
		explorer->window_last = item;
		if (line <= area.rows)
			draw_over(app, grid, area, line - 1, item);
	}
}
