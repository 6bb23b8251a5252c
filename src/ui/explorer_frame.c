/* Wide: the panes side by side. Narrower: the timeline above the words. Tiny: the focused pane and
 * nothing else. The card of the record takes the whole width where the panes are stacked. */
#include "ui/explorer_frame.h"

#include "layout/words.h"
#include "ui/items.h"

#include <stdio.h>
#include <string.h>

enum { TIMELINE_LEAST = 50, TIMELINE_MOST = 66 };

static bool is_tiny(const struct app *app)
{
	return app->cols < FRAME_TINY_COLS || app->rows < FRAME_TINY_ROWS;
}

static bool is_card_alone(const struct app *app)
{
	return app->cols < FRAME_WIDE && app->explorer.list.selected == 0;
}

bool frame_is_single(const struct app *app)
{
	return is_tiny(app) || app->explorer.alone;
}

/* One pane takes all of `body`. */
static void give_one(const struct app *app, struct frame *frame, struct area body)
{
	bool quotes = app->explorer.focus == FOCUS_QUOTES || app->explorer.list.selected == 0;
	if (quotes)
		frame->quotes = body;
	else
		frame->timeline = body;
}

static void give_side_by_side(const struct app *app, struct frame *frame, struct area body)
{
	int left = app->cols * 12 / 25;
	left = left < TIMELINE_LEAST ? TIMELINE_LEAST : left > TIMELINE_MOST ? TIMELINE_MOST : left;
	frame->divide = left;
	frame->timeline = (struct area){body.row, 0, body.rows, left};
	frame->quotes = (struct area){body.row, left + 1, body.rows, app->cols - left - 1};
}

static void give_stacked(const struct app *app, struct frame *frame, struct area body)
{
	int above = (body.rows - 1) * 2 / 5;
	above = above < 3 ? 3 : above > 14 ? 14 : above;
	frame->timeline = (struct area){body.row, 0, above, app->cols};
	frame->middle_rule = body.row + above;
	frame->quotes = (struct area){body.row + above + 1, 0, body.rows - above - 1, app->cols};
}

struct frame frame_of(const struct app *app)
{
	struct frame frame = {.title_row = -1,
		.top_rule = -1,
		.middle_rule = -1,
		.bottom_rule = -1,
		.divide = -1};
	struct area body = {0, 0, app->rows, app->cols};
	if (is_tiny(app)) {
		give_one(app, &frame, body);
		return frame;
	}
	frame.title_row = 0;
	if (app->rows >= FRAME_AXIS_ROWS) {
		frame.axis_row = 1;
		frame.axis_lines = app->cols >= FRAME_WIDE ? 2 : 1;
	}
	frame.top_rule = 1 + frame.axis_lines;
	frame.bottom_rule = app->rows - 2;
	frame.key_bar = true;
	body.row = frame.top_rule + 1;
	body.rows = frame.bottom_rule - body.row;
	if (app->explorer.alone || is_card_alone(app))
		give_one(app, &frame, body);
	else if (app->cols >= FRAME_WIDE)
		give_side_by_side(app, &frame, body);
	else
		give_stacked(app, &frame, body);
	return frame;
}

static void draw_rule(
	const struct app *app, struct grid *grid, int row, int col, int count, bool heavy)
{
	grid_fill(grid, row, col, count, (struct style){heavy ? ROLE_FOCUS : ROLE_RULE, 0},
		heavy ? app->signs->heavy : app->signs->light);
}

static void draw_divide(const struct app *app, struct grid *grid, const struct frame *frame)
{
	const struct style style = {ROLE_RULE, 0};
	bool right = app->explorer.focus == FOCUS_QUOTES;
	for (int row = frame->top_rule + 1; row < frame->bottom_rule; row++)
		grid_fill(grid, row, frame->divide, 1, style, app->signs->vertical);
	draw_rule(app, grid, frame->top_rule, 0, frame->divide, !right);
	draw_rule(app, grid, frame->top_rule, frame->divide + 1, grid->cols - frame->divide - 1,
		right);
	grid_fill(grid, frame->top_rule, frame->divide, 1, (struct style){ROLE_FOCUS, 0},
		right ? app->signs->join_top : app->signs->join_top_left);
	grid_fill(grid, frame->bottom_rule, frame->divide, 1, style, app->signs->join_bottom);
}

/* What stands in a rule, with a space on either side. */
static void rule_text(const struct app *app, struct grid *grid, int row, int col, const char *text)
{
	char said[80];
	snprintf(said, sizeof said, " %s ", text);
	grid_put(grid, app->form, row, col, grid->cols - col, (struct style){ROLE_COUNT_OF, 0},
		said, strlen(said));
}

/* The number of the selected event, of a folded row its first one's. */
static unsigned event_number(const struct app *app)
{
	return (unsigned)items_row(app, app->explorer.list.selected) + 1;
}

static struct quote_counts kinds_of(const struct result *result, const struct event *event)
{
	struct quote_counts counts = {0};
	const struct quote *quote;
	for (uint32_t n = 0; (quote = result_quote(result, event, n)); n++)
		counts.of[quote->kind]++;
	return counts;
}

/* Of an event's words which are selected, else how many there are. */
static void draw_words_place(const struct app *app, struct grid *grid, const struct frame *frame)
{
	static const char *const names[] = {
		[QUOTE_QUOTATION] = "quotation",
		[QUOTE_PARAPHRASE] = "report",
		[QUOTE_THESIS] = "view",
	};
	const struct explorer *explorer = &app->explorer;
	uint32_t item = explorer->list.selected;
	int stops = explorer->pane.stop_count - 1;
	if (item == 0 || stops <= 0 || items_is_group(app, item))
		return;
	const struct event *event = result_event(app->result, (uint32_t)items_row(app, item));
	struct buf text = {0};
	int stop = explorer->pane.stop;
	if (explorer->focus == FOCUS_QUOTES && stop > 0) {
		const struct quote *quote = result_quote(app->result, event, (uint32_t)stop - 1);
		buf_format(&text, "%s %d of %d", quote ? names[quote->kind] : "", stop, stops);
	} else {
		struct quote_counts counts = kinds_of(app->result, event);
		words_counts(&text, app->signs, &counts);
	}
	rule_text(app, grid, frame->bottom_rule, frame->quotes.col + 2, buf_string(&text));
	buf_free(&text);
}

static void draw_places(const struct app *app, struct grid *grid, const struct frame *frame)
{
	const struct explorer *explorer = &app->explorer;
	char text[64];
	if (frame->timeline.rows > 0 && explorer->list.selected > 0 && frame->middle_rule < 0) {
		snprintf(text, sizeof text, "%u of %u", event_number(app),
			(unsigned)app->result->event_count);
		rule_text(app, grid, frame->bottom_rule, 2, text);
	}
	if (frame->quotes.rows <= 0)
		return;
	draw_words_place(app, grid, frame);
	int percent = pane_percent(&explorer->pane);
	if ((int)explorer->pane.rows.count > frame->quotes.rows) {
		snprintf(text, sizeof text, "%d %%%s%s", percent, percent < 100 ? " " : "",
			percent < 100 ? app->signs->down : "");
		rule_text(app, grid, frame->bottom_rule,
			grid->cols - text_width(NULL, text, strlen(text)) - 4, text);
	}
}

static int buf_width(const struct app *app, const struct buf *buf)
{
	return text_width(app->form, buf->text, buf->len);
}

static void draw_title(struct app *app, struct grid *grid)
{
	const struct result *result = app->result;
	struct buf counts = {0}, title = {0}, filter = {0};
	bool wide = app->cols >= FRAME_WIDE;
	filter_words(app, &filter);
	if (!wide && app->explorer.list.selected > 0)
		buf_format(&counts, "%u of ", event_number(app));
	words_number(&counts, result->event_count, "event", "events");
	if (result->event_count < app->record->counts[THING_EVENT])
		buf_format(&counts, ", %u hidden",
			(unsigned)(app->record->counts[THING_EVENT] - result->event_count));
	if (wide || !filter.len) {
		buf_format(&counts, " %s ", app->signs->dot);
		words_counts(&counts, app->signs, &result->quote_kinds);
	}
	/* Where there is no room for both, what the filter says comes before the title. */
	int room = app->cols - 4 - buf_width(app, &counts) - buf_width(app, &filter);
	const char *name = result->record->title;
	if (!filter.len || (wide && text_width(app->form, name, strlen(name)) <= room))
		buf_format(&title, "%s%s", name, filter.len ? " " : "");
	/* Before the first of what it says stand a space and a dot. */
	size_t lead = title.len ? 1 : strlen(app->signs->dot) + 2;
	buf_text(&title, filter.len ? filter.text + lead : "");
	buf_free(&filter);
	app_draw_title(app, grid, buf_string(&title), buf_string(&counts));
	buf_free(&title);
	buf_free(&counts);
}

static int64_t sort_of(const struct app *app, uint32_t item)
{
	return result_event(app->result, (uint32_t)items_row(app, item))->date->sort;
}

/* The axis is built for a width, and kept while that stays. */
static void draw_axis(struct app *app, struct grid *grid, const struct frame *frame)
{
	struct explorer *explorer = &app->explorer;
	const struct result *result = app->result;
	struct paper paper = {grid->cols, app->signs, app->form, app->dates};
	bool rebuilt = explorer->axis.paper.width != paper.width ||
		explorer->axis.lines != frame->axis_lines;
	if (rebuilt) {
		arena_reset(&explorer->axis_arena);
		axis_build(
			&explorer->axis, &explorer->axis_arena, result, &paper, frame->axis_lines);
	}
	if (rebuilt || explorer->axis_hits != app->find.changes) {
		axis_hits(&explorer->axis, result, app->find.rows);
		explorer->axis_hits = app->find.changes;
	}
	struct axis_view view = {DATE_NO_SORT, DATE_NO_SORT, DATE_NO_SORT};
	uint32_t selected = explorer->list.selected;
	if (selected)
		view.selected = sort_of(app, selected);
	if (selected && frame->timeline.rows > 0 && explorer->window_last > 0) {
		uint32_t first = explorer->list.top ? explorer->list.top : 1;
		view.first = sort_of(app, first);
		view.last = sort_of(app, explorer->window_last);
	}
	struct rows rows;
	rows_begin(&rows, &app->draw, &paper);
	axis_add(&rows, &explorer->axis, &view);
	struct area area = {frame->axis_row, 0, frame->axis_lines, grid->cols};
	for (uint32_t i = 0; i < rows.count; i++)
		area_row(grid, app->form, area, (int)i, &rows.at[i], 0);
}

void frame_draw(struct app *app, struct grid *grid, const struct frame *frame)
{
	if (frame->title_row < 0)
		return;
	draw_title(app, grid);
	if (frame->axis_row >= 0)
		draw_axis(app, grid, frame);
	bool quotes = app->explorer.focus == FOCUS_QUOTES;
	draw_rule(app, grid, frame->bottom_rule, 0, grid->cols, false);
	if (frame->divide >= 0) {
		draw_divide(app, grid, frame);
	} else if (frame->middle_rule >= 0) {
		draw_rule(app, grid, frame->top_rule, 0, grid->cols, !quotes);
		draw_rule(app, grid, frame->middle_rule, 0, grid->cols, quotes);
	} else {
		draw_rule(app, grid, frame->top_rule, 0, grid->cols, true);
	}
	draw_places(app, grid, frame);
}
