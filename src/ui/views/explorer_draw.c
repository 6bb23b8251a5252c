/* What stands in the panes, in the rules between them, and above and below them. */
#include "ui/views/explorer.h"

#include "layout/timeline.h"
#include "layout/words.h"
#include "ui/core/bookmarks.h"
#include "ui/core/filter.h"
#include "ui/core/find.h"
#include "ui/core/find_years.h"
#include "ui/core/frame.h"
#include "ui/core/keybar.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

static int buf_width(const struct app *app, const struct buf *buf)
{
	return text_width(app->form, buf->text, buf->len);
}

/* What stands in a rule, with a space on either side. */
static void rule_text(const struct app *app, struct grid *grid, int row, int col, const char *text)
{
	struct buf said = {0};
	buf_format(&said, " %s ", text);
	grid_put(grid, app->form, row, col, grid->cols - col, style_of(ROLE_COUNT_OF), said.text,
		said.len);
	buf_free(&said);
}

/* The number of the selected event, of a folded row its first one's. */
static unsigned event_number(const struct app *app)
{
	return (unsigned)items_row(app, explorer_of(app)->list.selected) + 1;
}

static struct quote_counts kinds_of(const struct result *result, const struct event *event)
{
	struct quote_counts counts = {0};
	const struct quote *quote;
	for (uint32_t n = 0; (quote = result_quote(result, event, n)); n++)
		counts.of[quote->kind]++;
	return counts;
}

/* Of an event's words which are selected and what they are, "2 of 3: a view"; else how many there are, or why
 * the event is shown. */
static void draw_words_place(struct app *app, struct grid *grid, const struct panes *panes)
{
	static const char *const names[] = {
		[QUOTE_QUOTATION] = "a quotation",
		[QUOTE_PARAPHRASE] = "a report",
		[QUOTE_THESIS] = "a view",
	};
	const struct explorer *explorer = explorer_of(app);
	uint32_t item = explorer->list.selected;
	int stop = explorer->words.stop, quotes = (int)items_quotes(app, item);
	if (item == 0 || items_is_group(app, item))
		return;
	enum { AROUND = 16 }; /* columns of the rule, and of how much has been read */
	const struct event *event = items_event(app, item);
	struct buf text = {0};
	if (explorer->focus == FOCUS_QUOTES && stop > quotes) {
		buf_text(&text, "about this entry");
	} else if (explorer->focus == FOCUS_QUOTES && stop > 0) {
		const struct quote *quote = result_quote(app->result, event, (uint32_t)stop - 1);
		buf_format(&text, "%d of %d: %s", stop, quotes, names[quote->kind]);
		const char *why = explorer_why(
			app, panes->words.cols - AROUND - 2 - buf_width(app, &text));
		buf_format(&text, "%s%s", *why ? "; " : "", why);
	} else if (*explorer_why(app, panes->words.cols - AROUND)) {
		buf_text(&text, explorer_why(app, panes->words.cols - AROUND));
	} else if (quotes) {
		struct quote_counts counts = kinds_of(app->result, event);
		words_counts(&text, app->signs, &counts);
		if (buf_width(app, &text) > panes->words.cols - AROUND) {
			buf_clear(&text);
			words_number(&text, (uint64_t)quotes, "entry", "entries");
		}
	}
	if (text.len)
		rule_text(app, grid, panes->bottom_rule, panes->words.col + 2, buf_string(&text));
	buf_free(&text);
}

static void draw_places(struct app *app, struct grid *grid, const struct panes *panes)
{
	const struct explorer *explorer = explorer_of(app);
	char text[64];
	if (panes->timeline.rows > 0 && explorer->list.selected > 0 && panes->middle_rule < 0) {
		snprintf(text, sizeof text, "%u of %u", event_number(app),
			(unsigned)app->result->event_count);
		rule_text(app, grid, panes->bottom_rule, 2, text);
	}
	if (panes->words.rows <= 0)
		return;
	draw_words_place(app, grid, panes);
	const struct window *words = &explorer->words;
	int percent = window_percent(words);
	if ((int)words->rows.count <= panes->words.rows)
		return;
	snprintf(text, sizeof text, "%d %%%s%s", percent, percent < 100 ? " " : "",
		percent < 100 ? app->signs->down : "");
	rule_text(app, grid, panes->bottom_rule,
		panes->words.col + panes->words.cols - text_width(NULL, text, strlen(text)) - 4,
		text);
}

/* How many pieces of each kind there are; in less room how many quotations, or nothing. */
static void counts_add(const struct app *app, struct buf *counts, int room)
{
	const struct quote_counts *kinds = &app->result->quote_kinds;
	size_t before = counts->len;
	buf_format(counts, " %s ", app->signs->dot);
	words_counts(counts, app->signs, kinds);
	if (buf_width(app, counts) <= room)
		return;
	buf_cut(counts, before);
	buf_format(counts, " %s ", app->signs->dot);
	words_number(counts, kinds->of[QUOTE_QUOTATION], "quotation", "quotations");
	if (buf_width(app, counts) > room)
		buf_cut(counts, before);
}

/* While something is looked for, in which years its words were said, if need be in the place of the rest;
 * false where that has no room. */
static bool hits_add(const struct app *app, struct buf *counts, int room)
{
	enum { APART = 3 };
	struct buf hits = {0};
	bool has = find_years_words(app, &hits, room);
	if (has && buf_width(app, counts) + APART + buf_width(app, &hits) > room)
		buf_clear(counts);
	else if (has)
		buf_format(counts, " %s ", app->signs->dot);
	buf_text(counts, buf_string(&hits));
	buf_free(&hits);
	return has;
}

/* What is left of a number's room: what stands beside the last event stands beside the first. */
static int figures_spare(const struct app *app, const struct buf *counts, bool numbered)
{
	struct buf last = {0};
	uint32_t count = app->result->event_count;
	if (numbered)
		buf_format(&last, "event %u of %u", (unsigned)count, (unsigned)count);
	int spare = numbered ? buf_width(app, &last) - buf_width(app, counts) : 0;
	buf_free(&last);
	return spare;
}

static void draw_title(struct app *app, struct grid *grid)
{
	const struct result *result = app->result;
	struct buf counts = {0}, title = {0}, filter = {0};
	bool wide = app->cols >= PANES_WIDE;
	bool numbered = !wide && explorer_of(app)->list.selected > 0;
	if (numbered)
		buf_format(&counts, "event %u of %u", event_number(app),
			(unsigned)result->event_count);
	else
		words_number(&counts, result->event_count, "event", "events");
	int spare = figures_spare(app, &counts, numbered);
	uint32_t known = result_known(result)->event_count;
	if (result->event_count < known)
		buf_format(&counts, ", %u hidden", (unsigned)(known - result->event_count));
	const char *name = result->record->title;
	filter_words(app, &filter, app->cols - 1 - buf_width(app, &counts));
	int room = app->cols - 4 - buf_width(app, &filter) -
		text_width(app->form, name, strlen(name));
	int alone = app->cols - 4 - buf_width(app, &filter); /* without the title */
	/* Beside what a filter shows other counts would be taken for its own. */
	enum { LEAST = 12 }; /* columns that the frame keeps beside them */
	bool hits = !filter.len &&
		hits_add(app, &counts, room < app->cols - LEAST ? room : app->cols - LEAST);
	if (!hits && (wide || !filter.len))
		counts_add(app, &counts, !wide ? room - spare : filter.len ? alone : INT_MAX);
	/* Where there is no room for both, what the filter says comes before the title. */
	if (!filter.len || (wide && buf_width(app, &counts) <= room))
		buf_format(&title, "%s%s", name, filter.len ? " " : "");
	int named = buf_width(app, &title);
	/* Before the first of what it says stand a space and a dot. */
	size_t lead = title.len ? 1 : strlen(app->signs->dot) + 2;
	buf_text(&title, filter.len ? filter.text + lead : "");
	buf_free(&filter);
	frame_title(app, grid, buf_string(&title), buf_string(&counts));
	frame_limits(app, grid, named);
	buf_free(&title);
	buf_free(&counts);
}

static int64_t sort_of(const struct app *app, uint32_t item)
{
	return items_event(app, item)->date->sort;
}

/* What is clicked of the axis: a year that is written, by its stretch, or else a day. */
static void note_axis(struct app *app, struct area area, const struct axis_view *view)
{
	const struct axis *axis = &explorer_of(app)->axis;
	struct axis_year years[AXIS_YEARS];
	target_place(app, area, 0, area.rows, PART_AXIS, 0);
	for (int n = axis_years(axis, view, years) - 1; n >= 0; n--) {
		struct area at = {area.row, years[n].col, 1, years[n].width};
		target_place(app, at, 0, 1, PART_YEAR,
			years[n].year * AXIS_STRETCHES + years[n].stretch);
	}
}

/* Hits are marked as they are counted, each once; all of them where the axis or the search is another. */
static void mark_axis(struct app *app, bool rebuilt)
{
	struct explorer *explorer = explorer_of(app);
	const struct find *find = app->find;
	bool anew = rebuilt || explorer->axis_search != find->searches;
	axis_hits(&explorer->axis, app->result, find->rows, anew ? 0 : explorer->axis_marked,
		find->count.row_end);
	explorer->axis_search = find->searches;
	explorer->axis_marked = find->count.row_end;
}

/* The axis is built for a width, and kept while that stays. */
static void draw_axis(struct app *app, struct grid *grid, const struct panes *panes)
{
	struct explorer *explorer = explorer_of(app);
	const struct result *result = app->result;
	struct paper paper = app_paper(app, grid->cols);
	bool rebuilt = explorer->axis.paper.width != paper.width ||
		explorer->axis.paper.dates != paper.dates ||
		explorer->axis.lines != panes->axis_lines;
	if (rebuilt) {
		arena_reset(&explorer->axis_arena);
		axis_build(
			&explorer->axis, &explorer->axis_arena, result, &paper, panes->axis_lines);
	}
	mark_axis(app, rebuilt);
	struct axis_view view = {DATE_NO_SORT, DATE_NO_SORT, DATE_NO_SORT};
	uint32_t selected = explorer->list.selected;
	if (selected)
		view.selected = sort_of(app, selected);
	if (selected && panes->timeline.rows > 0 && explorer->window_last > 0) {
		uint32_t first = explorer->list.top ? explorer->list.top : 1;
		view.first = sort_of(app, first);
		view.last = sort_of(app, explorer->window_last);
	}
	struct rows rows = app_rows(app, grid->cols);
	axis_add(&rows, &explorer->axis, &view);
	struct area area = {panes->axis_row, 0, panes->axis_lines, grid->cols};
	area_rows(grid, app->form, area, 0, &rows);
	note_axis(app, area, &view);
}

static void draw_lines(struct app *app, struct grid *grid, const struct panes *panes)
{
	if (panes->title_row < 0)
		return;
	draw_title(app, grid);
	if (panes->axis_row >= 0)
		draw_axis(app, grid, panes);
	panes_draw_rules(app, grid, panes);
	draw_places(app, grid, panes);
}

/* ---- the timeline ---- */

/* Whether this event, or a quotation of it, waits to be compared. */
static bool is_first(const struct app *app, uint32_t event)
{
	struct ref first = explorer_of(app)->first;
	if (first.thing == THING_QUOTE)
		return app->record->quotes[first.index].event == event;
	return first.thing == THING_EVENT && first.index == event;
}

static bool timeline_has_keys(const struct app *app)
{
	return explorer_of(app)->focus == FOCUS_TIMELINE && view_on_top(app) != &links_view;
}

/* What lies over an item: its marks, and its selection, which is as bright as the pane that has the
 * keys. */
static void draw_over(struct app *app, struct grid *grid, struct area area, int line, uint32_t item,
	const struct row *row)
{
	const struct explorer *explorer = explorer_of(app);
	const struct style style = style_of(ROLE_FOCUS);
	if (item && !items_is_group(app, item)) {
		uint32_t event = record_event_index(app->record, items_event(app, item));
		int behind = timeline_mark_column(row) + 1;
		if (bookmarks_within(app->bookmarks, app->record, event))
			area_text(grid, NULL, area, line, behind, style, app->signs->marked);
		if (is_first(app, event))
			area_text(grid, NULL, area, line, behind, style, app->signs->only_left);
	}
	if (item != explorer->list.selected)
		return;
	bool keys = timeline_has_keys(app);
	area_text(grid, NULL, area, line, 0, style_of(keys ? ROLE_FOCUS : ROLE_RULE),
		app->signs->selected);
	if (!keys) {
		grid_role(grid, area.row + line, area.col, area.cols, ROLE_TEXT, ROLE_TITLE);
		return;
	}
	int title = item ? timeline_mark_column(row) + 2 : 1;
	grid_mark(grid, area.row + line, area.col, area.cols, STYLE_SELECTED);
	area_cursor(grid, area, line, title < area.cols ? title : 1);
}

/* The items of the window, from its top. */
static void draw_timeline(struct app *app, struct grid *grid, struct area area)
{
	struct explorer *explorer = explorer_of(app);
	uint32_t top = explorer->list.top;
	int line = 0;
	target_place(app, area, 0, area.rows, PART_TIMELINE, 0);
	for (uint32_t item = top; item < explorer->list.count && line < area.rows; item++) {
		bool whole = item == explorer->list.selected || item == top || item == 1;
		struct rows rows = app_rows(app, area.cols);
		items_add(&rows, app, item, whole);
		if (item == top && (int)rows.count > area.rows)
			line = area.rows - (int)rows.count; /* its own row is the last */
		area_rows(grid, app->form, area, line, &rows);
		hits_mark_item(app, grid, area, line, &rows, item);
		target_item(app, area, line, (int)rows.count, PART_ITEM, item);
		line += (int)rows.count;
		explorer->window_last = item;
		if (line <= area.rows)
			draw_over(app, grid, area, line - 1, item, &rows.at[rows.count - 1]);
	}
}

/* ---- the words ---- */

/* Where the widest of the card's rows ends. */
static int card_edge(const struct rows *rows)
{
	int edge = 0;
	for (uint32_t i = 0; i < rows->count; i++)
		for (const struct span *span = rows->at[i].spans; span; span = span->next)
			edge = span->column + span->width > edge ? span->column + span->width
								 : edge;
	return edge;
}

/* The selected lesson plan of the card. */
static void draw_plan(
	struct app *app, struct grid *grid, struct area area, const struct window_stop *at)
{
	const struct window *words = &explorer_of(app)->words;
	const struct row *row = &words->rows.at[at->first];
	int left = row->spans ? row->spans->column : 0, edge = card_edge(&words->rows);
	for (int line = at->first - words->top; line <= at->last - words->top; line++)
		if (line >= 0 && line < area.rows)
			grid_mark(grid, area.row + line, area.col + left, edge - left,
				STYLE_SELECTED);
	if (at->first >= words->top)
		area_select(grid, area, at->first - words->top, left > 1 ? left - 2 : 0, 0,
			app->signs->selected);
}

/* The bar and the cursor of the selected stop. */
static void draw_stop(struct app *app, struct grid *grid, struct area area)
{
	const struct window *words = &explorer_of(app)->words;
	struct window_stop at = {0, 0};
	if (words->stop_count)
		at = words->stops[words->stop];
	int first = at.first - words->top, last = at.last - words->top;
	if (explorer_of(app)->list.selected == 0) {
		draw_plan(app, grid, area, &at);
		return;
	}
	const struct style style = style_of(
		view_on_top(app) == &links_view ? ROLE_RULE : ROLE_FOCUS);
	for (int line = first > 0 ? first : 0; line <= last && line < area.rows; line++)
		area_text(grid, app->form, area, line, 0, style, app->signs->bar);
	window_cursor(words, grid, area, at.first > words->top ? at.first : words->top);
}

/* What stands beside a stop of the words: that it waits to be compared, or is marked; NULL for none. */
static const char *sign_of(const struct app *app, struct ref stop)
{
	struct ref first = explorer_of(app)->first;
	if (first.thing == THING_QUOTE && ref_same(first, stop))
		return app->signs->only_left;
	return bookmarks_has(app->bookmarks, stop) ? app->signs->marked : NULL;
}

static void draw_signs(struct app *app, struct grid *grid, struct area area)
{
	const struct window *words = &explorer_of(app)->words;
	const struct record *record = app->record;
	int64_t event = spot_of(app).event;
	for (int line = 0; event >= 0 && line < area.rows; line++) {
		int stop = window_stop_at(words, words->top + line);
		if (stop < 0 || words->stops[stop].first != words->top + line)
			continue;
		struct ref ref = record_ref(THING_EVENT, (uint32_t)event);
		if (stop > 0)
			ref = record_ref(THING_QUOTE,
				(uint32_t)(result_quote(app->result, &record->events[event],
						   (uint32_t)stop - 1) -
					record->quotes));
		const char *sign = sign_of(app, ref);
		if (sign)
			area_text(grid, NULL, area, line, 1, style_of(ROLE_FOCUS), sign);
	}
}

static void draw_words(struct app *app, struct grid *grid, struct area area)
{
	const struct explorer *explorer = explorer_of(app);
	const struct window *words = &explorer->words;
	window_draw(words, grid, app->form, area);
	target_place(app, area, 0, area.rows, PART_WORDS, 0);
	target_stops(app, words, area, PART_STOP);
	explorer_card_note(app, area);
	hits_mark_words(app, grid, area);
	if (explorer->focus == FOCUS_QUOTES)
		draw_stop(app, grid, area);
}

/* While the links have the keys, a click beside them leads back out of them. */
static void draw_links(struct app *app, struct grid *grid, const struct panes *panes)
{
	if (panes->links.rows <= 0)
		return;
	if (view_on_top(app) == &links_view) {
		target_cover(app);
		target_key(app, panes->timeline, INPUT_ESCAPE);
		target_key(app, panes->words, INPUT_ESCAPE);
	} else {
		target_item(app, panes->links, 0, panes->links.rows, PART_LINKS, 0);
	}
	view_ready(app, &links_view);
	links_view.draw_beside(app, grid, panes->links);
}

void explorer_draw(struct app *app, struct grid *grid)
{
	struct panes panes = panes_of(app);
	if (panes.words.rows > 0)
		draw_words(app, grid, panes.words);
	if (panes.timeline.rows > 0)
		draw_timeline(app, grid, panes.timeline);
	draw_lines(app, grid, &panes);
	if (panes.words.rows > 0)
		draw_signs(app, grid, panes.words);
	draw_links(app, grid, &panes);
	if (view_on_top(app) == &links_view)
		keybar_draw(app, grid, links_view.hints);
	else if (panes.key_bar)
		explorer_bar_draw(app, grid);
}
