/* The explorer: the timeline pane and the quote pane, and how they share the screen.
 *
 * Everything on the screen follows from the selected item, the focus and the size; explorer_fit makes
 * both panes agree with them, before a key is answered and before a picture is drawn. */
#include "layout/timeline.h"
#include "layout/words.h"
#include "ui/command.h"
#include "ui/copy.h"
#include "ui/explorer_frame.h"
#include "ui/keybar.h"
#include "ui/view.h"

#include <string.h>

static int item_height(const void *what, uint32_t item)
{
	const struct app *app = what;
	return item == 0 ? 1 : timeline_height(app->result, item - 1);
}

static struct list_heights heights(const struct app *app)
{
	return (struct list_heights){item_height, app};
}

void explorer_begin(struct app *app, const char *at)
{
	struct explorer *explorer = &app->explorer;
	explorer->list = (struct list){.count = app->result->event_count + 1};
	pane_begin(&explorer->pane);
	if (!at)
		return;
	spot_follow(app, record_find(app->result->record, at));
	app->trail = (struct trail){0};
}

void explorer_end(struct app *app)
{
	pane_free(&app->explorer.pane);
	arena_free(&app->explorer.axis_arena);
}

void explorer_fit(struct app *app)
{
	struct explorer *explorer = &app->explorer;
	struct frame frame = frame_of(app);
	struct list_heights by = heights(app);
	if (frame.timeline.rows > 0)
		list_settle(&explorer->list, &by, frame.timeline.rows);
	const struct paper paper = {
		.width = frame.quotes.cols,
		.signs = app->signs,
		.form = app->form,
		.dates = app->dates,
	};
	if (frame.quotes.rows > 0)
		pane_fit(&explorer->pane, app->result, explorer->list.selected, &paper,
			frame.quotes.rows);
}

/* Goes to another item; in the quote pane its first quotation is selected, else its account. */
static void go(struct app *app, int64_t item)
{
	struct explorer *explorer = &app->explorer;
	uint32_t before = explorer->list.selected;
	list_select(&explorer->list, item);
	if (explorer->list.selected == before)
		return;
	if (explorer->list.selected == 0)
		explorer->focus = FOCUS_TIMELINE;
	explorer_fit(app);
	if (explorer->focus == FOCUS_QUOTES && explorer->pane.stop_count > 1)
		pane_select(&explorer->pane, 1);
}

static void into_quotes(struct app *app)
{
	struct explorer *explorer = &app->explorer;
	if (explorer->list.selected == 0) {
		go(app, 1);
		return;
	}
	if (explorer->focus == FOCUS_QUOTES)
		return;
	explorer->focus = FOCUS_QUOTES;
	explorer_fit(app);
	if (explorer->pane.stop == 0 && explorer->pane.stop_count > 1)
		pane_select(&explorer->pane, 1);
}

/* Steps through the focused pane. */
static void step(struct app *app, int64_t by)
{
	struct explorer *explorer = &app->explorer;
	if (explorer->focus == FOCUS_TIMELINE) {
		go(app, (int64_t)explorer->list.selected + by);
		return;
	}
	for (; by > 0 && pane_next(&explorer->pane); by--)
		;
	for (; by < 0 && pane_previous(&explorer->pane); by++)
		;
}

static void page(struct app *app, int part_of_two, int direction)
{
	struct explorer *explorer = &app->explorer;
	struct frame frame = frame_of(app);
	struct list_heights by = heights(app);
	bool timeline = explorer->focus == FOCUS_TIMELINE;
	int rows = (timeline ? frame.timeline.rows : frame.quotes.rows) * part_of_two / 2 - 1;
	if (rows < 1)
		rows = 1;
	if (timeline)
		go(app, list_further(&explorer->list, &by, direction * rows));
	else
		pane_scroll(&explorer->pane, direction * rows);
}

/* Pages through the words of this event, then goes on to the next. */
static void read_on(struct app *app)
{
	struct explorer *explorer = &app->explorer;
	if (frame_is_single(app) && explorer->list.selected > 0)
		explorer->focus = FOCUS_QUOTES;
	explorer_fit(app);
	int page_rows = explorer->pane.height > 2 ? explorer->pane.height - 1 : 1;
	if (explorer->list.selected > 0 && pane_scroll(&explorer->pane, page_rows))
		return;
	if (explorer->list.selected + 1 >= explorer->list.count) {
		app->message = "the end of the record; g leads back to its card";
		return;
	}
	list_select(&explorer->list, (int64_t)explorer->list.selected + 1);
}

static void read_back(struct app *app)
{
	struct explorer *explorer = &app->explorer;
	int page_rows = explorer->pane.height > 2 ? explorer->pane.height - 1 : 1;
	if (pane_scroll(&explorer->pane, -page_rows) || explorer->list.selected == 0)
		return;
	list_select(&explorer->list, (int64_t)explorer->list.selected - 1);
	if (explorer->list.selected == 0)
		explorer->focus = FOCUS_TIMELINE;
	explorer_fit(app);
	pane_end(&explorer->pane);
	if (explorer->list.selected == 0)
		pane_select(&explorer->pane, 0);
}

/* The first event of the next era, or of this one and then the one before. */
static void era_step(struct app *app, int direction)
{
	struct explorer *explorer = &app->explorer;
	const struct result *result = app->result;
	int64_t item = explorer->list.selected;
	const char *here = item
		? timeline_heading(result->record, result_event(result, (uint32_t)item - 1))
		: NULL;
	bool left = false; /* stepping back: the start of an era has been left */
	for (item += direction; item >= 1 && item < explorer->list.count; item += direction) {
		uint32_t row = (uint32_t)item - 1;
		const char *title = timeline_heading(result->record, result_event(result, row));
		bool first = row == 0 ||
			title != timeline_heading(result->record, result_event(result, row - 1));
		left |= title != here;
		if (first && (direction < 0 || left)) {
			go(app, item);
			return;
		}
	}
	if (direction < 0)
		go(app, 0);
	else
		app->message = "this is the last era";
}

static void other_pane(struct app *app)
{
	if (app->explorer.focus == FOCUS_QUOTES)
		app->explorer.focus = FOCUS_TIMELINE;
	else if (app->explorer.list.selected > 0)
		into_quotes(app);
}

static void dates_turn(struct app *app)
{
	static const char *const said[] = {
		[DATES_BOTH] = "dates in both calendars, where the record has both",
		[DATES_NEW_STYLE] = "dates in New Style",
		[DATES_OLD_STYLE] = "dates in Old Style, where the record has them",
	};
	app->dates = (app->dates + 1) % DATES_COUNT;
	app->message = said[app->dates];
	app->explorer.pane.holds = -1;
}

static enum app_next explorer_apply(
	struct app *app, enum action action, uint32_t count, bool counted)
{
	struct explorer *explorer = &app->explorer;
	explorer_fit(app);
	switch (action) {
	case ACTION_NEXT:
		step(app, count);
		break;
	case ACTION_PREVIOUS:
		step(app, -(int64_t)count);
		break;
	case ACTION_NEXT_EVENT:
		go(app, (int64_t)explorer->list.selected + count);
		break;
	case ACTION_PREVIOUS_EVENT:
		go(app, (int64_t)explorer->list.selected - count);
		break;
	case ACTION_INTO:
		into_quotes(app);
		break;
	case ACTION_BACK:
	case ACTION_ESCAPE:
		explorer->focus = FOCUS_TIMELINE;
		break;
	case ACTION_OTHER_PANE:
		other_pane(app);
		break;
	case ACTION_READ_ON:
		read_on(app);
		break;
	case ACTION_READ_BACK:
		read_back(app);
		break;
	case ACTION_PAGE_DOWN:
		page(app, 2, 1);
		break;
	case ACTION_PAGE_UP:
		page(app, 2, -1);
		break;
	case ACTION_HALF_DOWN:
		page(app, 1, 1);
		break;
	case ACTION_HALF_UP:
		page(app, 1, -1);
		break;
	case ACTION_FIRST:
		go(app, 0);
		break;
	case ACTION_LAST:
		go(app, counted ? (int64_t)count : (int64_t)explorer->list.count - 1);
		break;
	case ACTION_NEXT_ERA:
		era_step(app, 1);
		break;
	case ACTION_PREVIOUS_ERA:
		era_step(app, -1);
		break;
	case ACTION_MARK:
		marks_toggle(app);
		break;
	case ACTION_MARKED:
		app_push(app, VIEW_MARKED);
		break;
	case ACTION_COPY:
	case ACTION_CITE:
		if (copy_selected(app, action == ACTION_CITE))
			return APP_COPY;
		app->message = "choose an event or a quotation to copy";
		break;
	case ACTION_WHERE:
		copy_where(app);
		break;
	case ACTION_DATES:
		dates_turn(app);
		break;
	case ACTION_COMMAND:
		command_open(app);
		break;
	case ACTION_ZOOM_PANE:
		explorer->alone = !explorer->alone;
		break;
	case ACTION_HELP:
		app_push(app, VIEW_HELP);
		break;
	default:
		return APP_NOTHING;
	}
	explorer_fit(app);
	return APP_DRAW;
}

/* The record itself stands above its first event. */
static int draw_card_row(struct app *app, struct grid *grid, struct area area, uint8_t flags)
{
	struct rows rows;
	rows_begin(&rows, &app->draw,
		&(struct paper){.width = area.cols, .signs = app->signs, .form = app->form});
	rows_new(&rows);
	rows_to(&rows, 1);
	rows_cut(&rows, (struct style){ROLE_TITLE, 0}, app->result->record->title, area.cols - 3);
	area_row(grid, app->form, area, 0, &rows.at[0], flags);
	return 1;
}

static void draw_timeline(struct app *app, struct grid *grid, struct area area)
{
	struct explorer *explorer = &app->explorer;
	int line = 0;
	for (uint32_t item = explorer->list.top; item < explorer->list.count && line < area.rows;
		item++) {
		bool selected = item == explorer->list.selected;
		uint8_t flags = selected ? STYLE_SELECTED : 0;
		struct area below = {area.row + line, area.col, area.rows - line, area.cols};
		int used;
		if (item == 0) {
			used = draw_card_row(app, grid, below, flags);
		} else {
			struct rows rows;
			rows_begin(&rows, &app->draw,
				&(struct paper){area.cols, app->signs, app->form, app->dates});
			timeline_add(&rows, app->result, item - 1,
				selected || item == explorer->list.top || item == 1);
			used = (int)rows.count;
			for (int i = 0; i < used; i++)
				area_row(grid, app->form, below, i, &rows.at[i],
					i == used - 1 ? flags : 0);
		}
		line += used;
		explorer->window_last = item;
		if (selected && line <= area.rows) {
			int row = area.row + line - 1;
			area_text(grid, NULL, area, line - 1, 0, (struct style){ROLE_FOCUS, flags},
				app->signs->selected);
			grid_mark(grid, row, area.col, area.cols, STYLE_SELECTED);
			if (explorer->focus == FOCUS_TIMELINE) {
				grid->cursor_row = row;
				grid->cursor_col = area.col;
			}
		}
	}
}

static const struct hint timeline_hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_INTO}, "into the words"},
	{{ACTION_READ_ON}, "read on"},
	{{ACTION_NEXT_ERA, ACTION_PREVIOUS_ERA}, "era"},
	{{ACTION_FIRST, ACTION_LAST}, "first, last"},
	{{ACTION_ZOOM_PANE}, "one pane"},
	{{ACTION_HELP}, "help"},
	{{ACTION_LEAVE}, "quit"},
	{{ACTION_NONE}, NULL},
};

static const struct hint quotes_hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "quotation"},
	{{ACTION_NEXT_EVENT, ACTION_PREVIOUS_EVENT}, "event"},
	{{ACTION_READ_ON}, "read on"},
	{{ACTION_BACK}, "back"},
	{{ACTION_ZOOM_PANE}, "one pane"},
	{{ACTION_HELP}, "help"},
	{{ACTION_LEAVE}, "quit"},
	{{ACTION_NONE}, NULL},
};

static const struct hint card_hints[] = {
	{{ACTION_READ_ON}, "begin"},
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_NEXT_ERA, ACTION_PREVIOUS_ERA}, "era"},
	{{ACTION_HELP}, "all keys"},
	{{ACTION_LEAVE}, "quit"},
	{{ACTION_NONE}, NULL},
};

static void explorer_draw(struct app *app, struct grid *grid)
{
	struct explorer *explorer = &app->explorer;
	explorer_fit(app);
	struct frame frame = frame_of(app);
	if (frame.quotes.rows > 0)
		pane_draw(&explorer->pane, grid, frame.quotes, explorer->focus == FOCUS_QUOTES);
	if (frame.timeline.rows > 0)
		draw_timeline(app, grid, frame.timeline);
	frame_draw(app, grid, &frame);
	if (frame.key_bar)
		app_draw_keybar(app, grid,
			explorer->list.selected == 0              ? card_hints
				: explorer->focus == FOCUS_QUOTES ? quotes_hints
								  : timeline_hints);
}

const struct view_ops explorer_view = {NULL, explorer_apply, explorer_draw};
