/* What of the panes is a hit of the search, and the way to the one at which it stands.
 *
 * The hits in the words are found for the stops in view, and kept while those are the same; those in
 * the rows of the timeline are found as the rows are drawn. */
#include "ui/views/explorer.h"

#include "ui/core/filter.h"
#include "ui/core/find.h"

enum { COVERED = 2 }; /* rows at the end of a tiny pane, by what is typed and said */

/* The hits in the words from one stop to another, and maybe in more. */
static const struct hits *hits_in_words(struct app *app, int first, int last)
{
	struct explorer *explorer = explorer_of(app);
	const struct window *words = &explorer->words;
	uint32_t item = explorer->list.selected;
	if (explorer->hits_search == app->find->searches && explorer->hits_first <= first &&
		explorer->hits_last >= last)
		return &explorer->hits;
	explorer->hits_search = app->find->searches;
	explorer->hits_first = first;
	explorer->hits_last = last;
	explorer->hits = (struct hits){0};
	arena_reset(&explorer->hits_arena);
	if (!find_is_on(app) || item == 0 || explorer->holds != item || !words->stop_count)
		return &explorer->hits;
	const struct hits_of of = {filter_search(app), &app->find->pattern, app->result};
	explorer->hits = items_is_group(app, item)
		? hits_in_list(&explorer->hits_arena, of.pattern, &words->rows)
		: hits_in_page(&explorer->hits_arena, &of, &words->rows, words->stops[first].first,
			  words->stops[last].last, items_event(app, item));
	return &explorer->hits;
}

/* ---- marks ---- */

static void mark(
	struct grid *grid, struct area area, int line, const struct hit_part *part, bool here)
{
	int width = part->width;
	if (line < 0 || line >= area.rows)
		return;
	if (part->column + width > area.cols)
		width = area.cols - part->column;
	grid_mark(grid, area.row + line, area.col + part->column, width,
		here ? STYLE_HIT | STYLE_HERE : STYLE_HIT);
}

/* The stop of the hit at which the search stands, of an event its own text; -1 where the words do
 * not hold it. */
static int stop_of_hit(const struct app *app, struct ref hit)
{
	const struct explorer *explorer = explorer_of(app);
	uint32_t item = explorer->list.selected;
	if (item == 0 || items_is_group(app, item) || hit.thing == THING_NONE)
		return -1;
	const struct event *event = items_event(app, item);
	if (hit.thing == THING_EVENT)
		return record_event_index(app->record, event) == hit.index ? 0 : -1;
	const struct quote *quote = &app->record->quotes[hit.index], *at = NULL;
	int low = 1, high = 1 + (int)items_quotes(app, item); /* quotations rise */
	while (low < high) {
		int middle = low + (high - low) / 2;
		at = result_quote(app->result, event, (uint32_t)middle - 1);
		if (at < quote)
			low = middle + 1;
		else
			high = middle;
	}
	if (low <= (int)items_quotes(app, item))
		at = result_quote(app->result, event, (uint32_t)low - 1);
	return at == quote ? low : -1;
}

/* The stop behind the quotations, which is the event's as well; -1 where there is none. */
static int stop_about(const struct app *app)
{
	const struct explorer *explorer = explorer_of(app);
	int stop = 1 + (int)items_quotes(app, explorer->list.selected);
	return stop < explorer->words.stop_count ? stop : -1;
}

void hits_mark_words(struct app *app, struct grid *grid, struct area area)
{
	const struct window *words = &explorer_of(app)->words;
	int stop = stop_of_hit(app, app->find->last), top = words->top;
	const struct hits *hits = hits_in_words(
		app, window_stop_at(words, top), window_stop_at(words, top + area.rows - 1));
	if (!hits->count)
		return;
	const struct hit_part *here = stop < 0 ? NULL : hits_first(hits, stop);
	if (!here && stop == 0)
		here = hits_first(hits, stop_about(app));
	uint32_t low = 0, high = hits->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if ((int)hits->at[middle].row < top)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < hits->count && (int)hits->at[low].row < top + area.rows; low++)
		mark(grid, area, (int)hits->at[low].row - top, &hits->at[low],
			here && hits->at[low].hit == here->hit);
}

void hits_mark_item(struct app *app, struct grid *grid, struct area area, int line,
	const struct rows *rows, uint32_t item)
{
	if (!find_is_on(app) || item == 0 || items_is_group(app, item))
		return;
	struct ref event = record_event_ref(app->record, items_event(app, item));
	struct hits hits = hits_in_list(&app->draw, &app->find->pattern, rows);
	bool here = ref_same(app->find->last, event) && hits.count &&
		hits_in_title(&hits, rows) == &hits.at[0];
	for (uint32_t i = 0; i < hits.count; i++)
		mark(grid, area, line + (int)hits.at[i].row, &hits.at[i], here && i == 0);
}

/* ---- the way to a hit ---- */

/* Whether the row of an event in the timeline shows a hit in its title. */
static bool is_in_row(struct app *app, struct area area)
{
	struct paper paper = app_paper(app, area.cols);
	struct arena arena = {0};
	struct rows rows;
	rows_begin(&rows, &arena, &paper);
	items_add(&rows, app, explorer_of(app)->list.selected, true);
	struct hits hits = hits_in_list(&arena, &app->find->pattern, &rows);
	bool found = hits_in_title(&hits, &rows);
	arena_free(&arena);
	return found;
}

bool explorer_reveal_in_words(struct app *app, struct ref hit)
{
	struct explorer *explorer = explorer_of(app);
	int stop = stop_of_hit(app, hit);
	if (stop < 0)
		return false;
	const struct hits *hits = hits_in_words(app, stop, stop);
	const struct hit_part *first = hits_first(hits, stop);
	if (!first && stop == 0 && stop_about(app) > 0) {
		stop = stop_about(app);
		hits = hits_in_words(app, stop, stop);
		first = hits_first(hits, stop);
	}
	if (!first)
		return false;
	const struct hit_part *last = first, *end = hits->at + hits->count;
	for (const struct hit_part *at = first; at < end; at++)
		if (at->hit == first->hit)
			last = at;
	window_reveal(&explorer->words, stop, (int)first->row, (int)last->row,
		panes_of(app).key_bar ? 0 : COVERED);
	explorer->hit_top = explorer->words.top;
	return true;
}

bool explorer_reveal(struct app *app, struct ref hit)
{
	struct explorer *explorer = explorer_of(app);
	uint32_t event = hit.thing == THING_QUOTE ? app->record->quotes[hit.index].event
						  : hit.index;
	explorer->hit_top = -1;
	items_open(app, result_row(app->result, event));
	explorer_fit(app);
	struct panes panes = panes_of(app);
	if (panes.words.rows > 0)
		return explorer_reveal_in_words(app, hit);
	if (is_in_row(app, panes.timeline))
		return true;
	enum focus before = explorer->focus;
	explorer->focus = FOCUS_QUOTES;
	explorer_fit(app);
	if (explorer_reveal_in_words(app, hit))
		return true;
	explorer->focus = before;
	explorer_fit(app);
	return false;
}
