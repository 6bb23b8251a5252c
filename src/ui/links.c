/* A page of rows with the links as its stops; the selected one is open. The page is short (query/links.h) and
 * laid out anew for each picture and each key; what is kept is the list, the selection and the scroll. */
#include "ui/links.h"

#include "layout/links.h"
#include "ui/copy.h"
#include "ui/follow.h"
#include "ui/index.h"
#include "ui/keybar.h"
#include "ui/motion.h"
#include "ui/view.h"

#include <stdio.h>

struct threads *links_threads(struct app *app)
{
	struct linked *linked = &app->linked;
	if (!linked->threads)
		linked->threads = threads_create(app->result->record);
	return linked->threads;
}

void links_forget(struct app *app)
{
	struct linked *linked = &app->linked;
	threads_free(linked->threads);
	arena_free(&linked->arena);
	buf_free(&linked->said);
	*linked = (struct linked){0};
}

static bool leads_on(const struct link_list *list, uint32_t n)
{
	return list->at[n].to.thing != THING_NONE;
}

static void find(struct app *app, struct ref of)
{
	struct linked *linked = &app->linked;
	arena_reset(&linked->arena);
	linked->list = links_find(
		&linked->arena, links_threads(app), app_opened(app), of, linked->all);
}

bool links_show_all(struct app *app)
{
	struct linked *linked = &app->linked;
	if (linked->all)
		return false;
	linked->all = true;
	find(app, linked->list.of);
	return true;
}

void links_open(struct app *app)
{
	struct linked *linked = &app->linked;
	struct spot spot = spot_of(app);
	if (spot.event < 0)
		return;
	struct ref of = spot.quote >= 0 ? record_ref(THING_QUOTE, (uint32_t)spot.quote)
					: record_ref(THING_EVENT, (uint32_t)spot.event);
	bool same = linked->list.of.thing == of.thing && linked->list.of.index == of.index;
	if (!same)
		linked->all = false;
	find(app, of);
	if (!same || linked->selected >= linked->list.count) {
		linked->selected = 0;
		linked->top = 0;
		while (linked->selected + 1 < linked->list.count &&
			!leads_on(&linked->list, linked->selected))
			linked->selected++;
	}
	app_push(app, VIEW_LINKS);
}

/* ---- the page ---- */

static struct area body_of(const struct app *app)
{
	bool tiny = app->rows < 6;
	return (struct area){tiny ? 0 : 2, 0, app->rows - (tiny ? 0 : 4), app->cols};
}

struct page {
	struct rows rows;
	int first, last; /* rows of the selected link */
	int height;
};

static void page_lay(struct app *app, struct page *page, struct arena *arena)
{
	const struct linked *linked = &app->linked;
	struct area area = body_of(app);
	page->height = area.rows;
	rows_begin(&page->rows, arena,
		&(struct paper){.width = area.cols,
			.signs = app->signs,
			.form = app->form,
			.dates = app->dates});
	if (area.rows > 5)
		rows_blank(&page->rows);
	links_head_add(&page->rows, app->result->record, linked->list.of,
		area.rows > 9 ? area.rows / 3 : 2);
	links_add(&page->rows, app->result->record, &linked->list, linked->selected);
	page->first = page->last = 0;
	for (uint32_t i = page->rows.count; i-- > 0;) {
		if (page->rows.at[i].stop != (int)linked->selected)
			continue;
		if (!page->last)
			page->last = (int)i;
		page->first = (int)i;
	}
}

static void top_set(struct linked *linked, const struct page *page, int top)
{
	int most = (int)page->rows.count - page->height;
	if (top > most)
		top = most;
	linked->top = top < 0 ? 0 : top;
}

/* Brings the selected link into view, its beginning where it is too long; with the first one its head. */
static void show_selected(struct linked *linked, const struct page *page)
{
	int top = linked->top;
	if (page->last < page->height && !linked->selected)
		top = 0;
	else if (page->last - page->first >= page->height || page->first < top)
		top = page->first;
	else if (page->last >= top + page->height)
		top = page->last - page->height + 1;
	top_set(linked, page, top);
}

/* Selects the next link that leads on; the last of them stays. */
static bool select_step(struct linked *linked, int direction)
{
	int64_t n = linked->selected;
	do {
		n += direction;
		if (n < 0 || n >= linked->list.count)
			return false;
	} while (!leads_on(&linked->list, (uint32_t)n));
	linked->selected = (uint32_t)n;
	return true;
}

/* One step: a link that is longer than the window is scrolled through first. */
static void step(struct app *app, int direction)
{
	struct linked *linked = &app->linked;
	struct arena arena = {0};
	struct page page;
	page_lay(app, &page, &arena);
	int hidden = direction > 0 ? page.last - (linked->top + page.height) + 1
				   : linked->top - page.first;
	int half = page.height > 1 ? page.height / 2 : 1;
	if (hidden > 0) {
		top_set(linked, &page, linked->top + direction * (hidden < half ? hidden : half));
	} else if (select_step(linked, direction)) {
		page_lay(app, &page, &arena);
		show_selected(linked, &page);
	} else {
		/* Beyond the last link may stand one that leads nowhere, above the first the head. */
		top_set(linked, &page, linked->top + direction * half);
	}
	arena_free(&arena);
}

static void page_step(struct app *app, int64_t rows)
{
	struct linked *linked = &app->linked;
	int direction = rows < 0 ? -1 : 1;
	for (int64_t n = rows * direction; n > 0; n -= 2)
		if (!select_step(linked, direction))
			break;
	step(app, 0);
}

/* The nth of the links that lead on, or the last. */
static void select_nth(struct app *app, int64_t n)
{
	while (select_step(&app->linked, -1))
		;
	while (n-- > 0 && select_step(&app->linked, 1))
		;
	step(app, 0);
}

static void move(struct app *app, struct motion motion)
{
	int direction = motion.by < 0 ? -1 : 1;
	if (motion.kind == MOTION_TO)
		select_nth(app, motion.by);
	else if (motion.kind == MOTION_ROWS)
		page_step(app, motion.by);
	else
		for (int64_t n = motion.by * direction, most = app->linked.list.count + 100;
			n > 0 && most > 0; n--, most--)
			step(app, direction);
}

/* ---- the view ---- */

/* Copies the words that the selected link leads to, else those that the links belong to. */
static enum app_next copy_link(struct app *app, bool citation_alone)
{
	const struct linked *linked = &app->linked;
	const struct link *link = linked->list.count ? &linked->list.at[linked->selected] : NULL;
	struct ref of = linked->list.of;
	if (link && link->to.thing == THING_QUOTE && !link->more)
		of = link->to;
	if (of.thing == THING_QUOTE)
		copy_quote(app, of.index, citation_alone);
	else if (!copy_selected(app, citation_alone))
		return APP_DRAW;
	return APP_COPY;
}

static enum app_next links_apply(struct app *app, enum action action, uint32_t count, bool counted)
{
	struct linked *linked = &app->linked;
	struct motion motion = motion_of(action, count, counted, body_of(app).rows);
	if (motion.kind != MOTION_NONE) {
		move(app, motion);
		return APP_DRAW;
	}
	switch (action) {
	case ACTION_INTO:
		follow_link(app, &linked->list.at[linked->selected]);
		break;
	case ACTION_COPY:
	case ACTION_CITE:
		return copy_link(app, action == ACTION_CITE);
	case ACTION_BACK:
	case ACTION_ESCAPE:
		app_pop(app);
		break;
	case ACTION_HELP:
		app_push(app, VIEW_HELP);
		break;
	case ACTION_RETRACE_BACK:
		follow_retrace(app, -1, count);
		break;
	case ACTION_RETRACE_FORWARD:
		follow_retrace(app, 1, count);
		break;
	case ACTION_NEXT_SAME_VOICE:
		follow_voice(app, 1, count);
		break;
	case ACTION_PREVIOUS_SAME_VOICE:
		follow_voice(app, -1, count);
		break;
	case ACTION_INDEX:
		index_open(app, VOICES_SPEAKERS);
		break;
	case ACTION_INDEX_THEMES:
		index_open(app, VOICES_THEMES);
		break;
	case ACTION_INDEX_SOURCES:
		index_open(app, VOICES_SOURCES);
		break;
	default:
		return APP_NOTHING;
	}
	return APP_DRAW;
}

static const struct hint hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_INTO}, "follow"},
	{{ACTION_RETRACE_BACK, ACTION_RETRACE_FORWARD}, "back, forward"},
	{{ACTION_NEXT_SAME_VOICE, ACTION_PREVIOUS_SAME_VOICE}, "same speaker"},
	{{ACTION_COPY, ACTION_CITE}, "copy, cite"},
	{{ACTION_BACK}, "close"},
	{{ACTION_HELP}, "help"},
	{{ACTION_NONE}, NULL},
};

/* How many links lead on, and which of them is selected. */
static void draw_place(struct app *app, struct grid *grid)
{
	const struct linked *linked = &app->linked;
	uint32_t all = 0, here = 0;
	for (uint32_t n = 0; n < linked->list.count; n++) {
		all += leads_on(&linked->list, n);
		if (n == linked->selected)
			here = all;
	}
	char text[48];
	snprintf(text, sizeof text, " %u of %u ", (unsigned)here, (unsigned)all);
	area_right(grid, NULL, (struct area){grid->rows - 2, 0, 1, grid->cols}, 0, 1,
		(struct style){ROLE_COUNT_OF, 0}, text);
}

static void links_draw(struct app *app, struct grid *grid)
{
	struct linked *linked = &app->linked;
	struct page page;
	page_lay(app, &page, &app->draw);
	/* Another size may have moved the selected link out of view. */
	if (page.first >= linked->top + page.height || page.last < linked->top)
		show_selected(linked, &page);
	top_set(linked, &page, linked->top);
	struct area area = app_draw_frame(app, grid, "Links", app->result->record->title, hints);
	for (int line = 0; line < area.rows; line++) {
		int row = linked->top + line;
		if (row >= (int)page.rows.count)
			break;
		bool selected = page.rows.at[row].stop == (int)linked->selected;
		area_row(grid, app->form, area, line, &page.rows.at[row],
			row == page.first ? STYLE_SELECTED : 0);
		if (selected)
			area_text(grid, NULL, area, line, 1, (struct style){ROLE_FOCUS, 0},
				row == page.first ? app->signs->selected : "");
	}
	if (page.first >= linked->top && page.first < linked->top + area.rows) {
		grid->cursor_row = area.row + page.first - linked->top;
		grid->cursor_col = area.col + 1;
	}
	if (area.row)
		draw_place(app, grid);
}

const struct view_ops links_view = {
	.name = "among the links", .hints = hints, .apply = links_apply, .draw = links_draw};
