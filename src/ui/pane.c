#include "ui/pane.h"

#include "ui/items.h"
#include "ui/view.h"

#include <string.h>

void pane_begin(struct pane *pane)
{
	*pane = (struct pane){.holds = -1};
}

void pane_free(struct pane *pane)
{
	arena_free(&pane->arena);
}

/* Finds the first and last row of each stop. */
static void stops_find(struct pane *pane)
{
	int count = 1;
	for (uint32_t i = 0; i < pane->rows.count; i++)
		if (pane->rows.at[i].stop >= count)
			count = pane->rows.at[i].stop + 1;
	pane->stops = arena_alloc(&pane->arena, (size_t)count, sizeof *pane->stops);
	pane->stop_count = count;
	for (int i = 0; i < count; i++)
		pane->stops[i].first = -1;
	for (uint32_t i = 0; i < pane->rows.count; i++) {
		int stop = pane->rows.at[i].stop;
		if (stop < 0)
			continue;
		if (pane->stops[stop].first < 0)
			pane->stops[stop].first = (int)i;
		pane->stops[stop].last = (int)i;
	}
	if (pane->stops[0].first < 0)
		pane->stops[0].first = 0;
}

static int top_most(const struct pane *pane)
{
	int most = (int)pane->rows.count - pane->height;
	return most > 0 ? most : 0;
}

static void top_set(struct pane *pane, int top)
{
	if (top > top_most(pane))
		top = top_most(pane);
	pane->top = top < 0 ? 0 : top;
}

/* A stop that is not in view whole is brought to the top: one reads on from there. */
static void stop_show(struct pane *pane)
{
	struct pane_stop at = pane->stops[pane->stop];
	if (at.first < pane->top || at.last >= pane->top + pane->height)
		top_set(pane, at.first);
}

void pane_fit(struct pane *pane, const struct app *app, uint32_t item, const struct paper *paper,
	int height)
{
	bool same_item = pane->holds == item;
	if (same_item && pane->rows.paper.width == paper->width && pane->height == height)
		return;
	pane->height = height > 0 ? height : 1;
	if (!same_item || pane->rows.paper.width != paper->width) {
		arena_reset(&pane->arena);
		rows_begin(&pane->rows, &pane->arena, paper);
		items_account_add(&pane->rows, app, item);
		stops_find(pane);
		pane->holds = item;
	}
	if (!same_item)
		pane->stop = pane->top = 0;
	top_set(pane, pane->top);
	stop_show(pane);
}

void pane_select(struct pane *pane, int stop)
{
	if (stop >= pane->stop_count)
		stop = pane->stop_count - 1;
	pane->stop = stop < 0 ? 0 : stop;
	stop_show(pane);
}

bool pane_next(struct pane *pane)
{
	int hidden = pane->stops[pane->stop].last - (pane->top + pane->height) + 1;
	int step = pane->height > 1 ? pane->height / 2 : 1;
	if (hidden > 0) {
		top_set(pane, pane->top + (hidden < step ? hidden : step));
		return true;
	}
	if (pane->stop + 1 >= pane->stop_count)
		return false;
	pane_select(pane, pane->stop + 1);
	return true;
}

bool pane_previous(struct pane *pane)
{
	int hidden = pane->top - pane->stops[pane->stop].first;
	int step = pane->height > 1 ? pane->height / 2 : 1;
	if (hidden > 0) {
		top_set(pane, pane->top - (hidden < step ? hidden : step));
		return true;
	}
	if (pane->stop == 0)
		return false;
	struct pane_stop at = pane->stops[--pane->stop];
	if (at.last - at.first >= pane->height)
		top_set(pane, at.last - pane->height + 1);
	else
		stop_show(pane);
	return true;
}

/* The stop that the window is about: the first that begins in it, else the one that fills it. */
static int stop_in_window(const struct pane *pane)
{
	int stop = 0;
	for (int i = 0; i < pane->stop_count; i++) {
		if (pane->stops[i].first > pane->top)
			return pane->stops[i].first < pane->top + pane->height ? i : stop;
		stop = i;
		if (pane->stops[i].first == pane->top)
			return i;
	}
	return stop;
}

bool pane_scroll(struct pane *pane, int rows)
{
	int before = pane->top;
	top_set(pane, before + rows);
	if (pane->top == before)
		return false;
	pane->stop = stop_in_window(pane);
	return true;
}

void pane_end(struct pane *pane)
{
	top_set(pane, top_most(pane));
	pane->stop = pane->stop_count - 1;
}

int pane_percent(const struct pane *pane)
{
	int shown = pane->top + pane->height, all = (int)pane->rows.count;
	return shown >= all || !all ? 100 : shown * 100 / all;
}

void pane_draw(
	struct app *app, const struct pane *pane, struct grid *grid, struct area area, bool focused)
{
	const struct text_form *form = pane->rows.paper.form;
	const struct pane_stop at = pane->stops[pane->stop];
	for (int line = 0; line < area.rows && pane->top + line < (int)pane->rows.count; line++) {
		int index = pane->top + line;
		area_row(grid, form, area, line, &pane->rows.at[index], 0);
		find_mark(app, grid, area, line, &pane->rows.at[index]);
		if (focused && index >= at.first && index <= at.last)
			area_text(grid, form, area, line, 0, (struct style){ROLE_FOCUS, 0},
				pane->rows.paper.signs->bar);
	}
	if (focused) {
		int line = at.first - pane->top;
		grid->cursor_row = area.row + (line > 0 ? line : 0);
		grid->cursor_col = area.col;
	}
}
