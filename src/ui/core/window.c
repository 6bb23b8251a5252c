/* Stops are found in the rows once, when they are laid; all else is arithmetic on them. */
#include "ui/core/window.h"

void window_free(struct window *window)
{
	arena_free(&window->arena);
	*window = (struct window){0};
}

void window_lay(struct window *window, const struct paper *paper)
{
	arena_reset(&window->arena);
	rows_begin(&window->rows, &window->arena, paper);
}

static int stops_count(const struct rows *rows)
{
	int count = 0;
	for (uint32_t i = 0; i < rows->count; i++)
		if (rows->at[i].stop >= count)
			count = rows->at[i].stop + 1;
	return count;
}

void window_laid(struct window *window)
{
	const struct rows *rows = &window->rows;
	int count = stops_count(rows);
	window->stops = arena_alloc(&window->arena, (size_t)count, sizeof *window->stops);
	window->stop_count = count;
	for (uint32_t i = rows->count; i-- > 0;)
		if (rows->at[i].stop >= 0)
			window->stops[rows->at[i].stop].first = (int)i;
	for (uint32_t i = 0; i < rows->count; i++)
		if (rows->at[i].stop >= 0)
			window->stops[rows->at[i].stop].last = (int)i;
	if (window->stop >= count)
		window->stop = count ? count - 1 : 0;
	window->height = 0; /* to be fitted */
}

bool window_is_laid(const struct window *window, const struct paper *paper)
{
	return window->rows.arena && window->rows.paper.width == paper->width &&
		window->rows.paper.dates == paper->dates;
}

/* ---- what is in view ---- */

static int top_most(const struct window *window)
{
	int most = (int)window->rows.count - window->height;
	return most > 0 ? most : 0;
}

static void top_set(struct window *window, int64_t top)
{
	int64_t most = top_most(window);
	window->top = (int)(top > most ? most : top < 0 ? 0 : top);
}

static void stop_show(struct window *window)
{
	if (!window->stop_count)
		return;
	struct window_stop at = window->stops[window->stop];
	bool above = at.first < window->top, below = at.last >= window->top + window->height;
	if (window->show == WINDOW_TO_TOP) {
		if (above || below)
			top_set(window, at.first);
	} else if (window->stop == 0 && at.last < window->height) {
		top_set(window, 0); /* with what stands above the first */
	} else if (above || at.last - at.first >= window->height) {
		top_set(window, at.first);
	} else if (below) {
		top_set(window, at.last - window->height + 1);
	}
}

/* Whether any of the selected stop is in view. */
static bool stop_in_view(const struct window *window)
{
	if (!window->stop_count)
		return true;
	struct window_stop at = window->stops[window->stop];
	return at.last >= window->top && at.first < window->top + window->height;
}

void window_fit(struct window *window, int height)
{
	if (window->height == height)
		return;
	window->height = height;
	top_set(window, window->top);
	if (window->show == WINDOW_TO_TOP || !stop_in_view(window))
		stop_show(window);
}

/* ---- moving ---- */

void window_select(struct window *window, int64_t stop)
{
	int64_t last = window->stop_count - 1;
	stop = stop > last ? last : stop;
	window->stop = stop < 0 ? 0 : (int)stop;
	stop_show(window);
}

void window_begin(struct window *window, int64_t stop)
{
	enum { SOME = 3 };
	bool at_top = window->top == 0;
	window_select(window, stop);
	if (at_top && window->stop_count &&
		window->stops[window->stop].first + SOME <= window->height)
		window->top = 0;
}

void window_reveal(struct window *window, int stop, int first, int last, int covered)
{
	int height = window->height > covered ? window->height - covered : 1;
	window_select(window, stop);
	if (first >= window->top && last < window->top + height)
		return;
	int above = height - 1 - (last - first);
	above = above > height / 3 ? height / 3 : above > 0 ? above : 0;
	top_set(window, first - above);
	if (first >= window->top + height) /* the last rows, which something covers */
		window->top = first - height + 1;
}

/* Scrolls half a window towards what is hidden of the selected stop; false where nothing is. */
static bool step_within(struct window *window, int direction)
{
	struct window_stop at = window->stops[window->stop];
	int hidden = direction > 0 ? at.last - (window->top + window->height) + 1
				   : window->top - at.first;
	int half = window->height > 1 ? window->height / 2 : 1;
	if (hidden <= 0)
		return false;
	top_set(window, window->top + direction * (hidden < half ? hidden : half));
	return true;
}

bool window_step(struct window *window, int direction)
{
	int next = window->stop + direction, before = window->top;
	if (!window->stop_count)
		return window_scroll(window, direction);
	if (step_within(window, direction))
		return true;
	if (next < 0 || next >= window->stop_count) {
		/* What stands above the first stop or below the last one. */
		int half = window->height > 1 ? window->height / 2 : 1;
		if (window->show == WINDOW_LEAST)
			top_set(window, window->top + direction * half);
		return window->top != before;
	}
	window_select(window, next);
	struct window_stop at = window->stops[next];
	if (direction < 0 && at.last - at.first >= window->height)
		top_set(window, at.last - window->height + 1);
	return true;
}

/* The stop that the window is about: the first that begins in it, else the one that fills it. */
static int stop_in_window(const struct window *window)
{
	int stop = 0;
	for (int i = 0; i < window->stop_count; i++) {
		if (window->stops[i].first > window->top)
			return window->stops[i].first < window->top + window->height ? i : stop;
		stop = i;
		if (window->stops[i].first == window->top)
			return i;
	}
	return stop;
}

bool window_scroll(struct window *window, int64_t rows)
{
	int before = window->top;
	top_set(window, before + rows);
	if (window->top == before)
		return false;
	window->stop = window->stop_count ? stop_in_window(window) : 0;
	return true;
}

int window_stop_at(const struct window *window, int row)
{
	int low = 0, high = window->stop_count > 0 ? window->stop_count - 1 : 0;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (window->stops[middle].last < row)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void window_end(struct window *window)
{
	top_set(window, top_most(window));
	window->stop = window->stop_count ? window->stop_count - 1 : 0;
}

bool window_move(struct window *window, struct motion motion)
{
	int direction = motion.by < 0 ? -1 : 1, before = window->stop;
	bool moved = false;
	if (!window->stop_count)
		return window_scroll(
			window, motion.kind == MOTION_TO ? motion.by - window->top : motion.by);
	switch (motion.kind) {
	case MOTION_TO:
		window_select(window, motion.by);
		return true;
	case MOTION_ROWS:
		if (window_scroll(window, motion.by))
			return true;
		window_select(window, direction > 0 ? window->stop_count - 1 : 0);
		return window->stop != before;
	default:
		for (int64_t n = motion.by * direction; n > 0 && window_step(window, direction);
			n--)
			moved = true;
		return moved;
	}
}

/* ---- the picture ---- */

int window_percent(const struct window *window)
{
	int shown = window->top + window->height, all = (int)window->rows.count;
	return shown >= all || !all ? 100 : shown * 100 / all;
}

int window_above(const struct window *window)
{
	return window->top;
}

int window_below(const struct window *window)
{
	int below = (int)window->rows.count - window->top - window->height;
	return below > 0 ? below : 0;
}

void window_draw(const struct window *window, struct grid *grid, const struct text_form *form,
	struct area area)
{
	int rows = (int)window->rows.count - window->top;
	for (int line = 0; line < area.rows && line < rows; line++)
		area_row(grid, form, area, line, &window->rows.at[window->top + line], 0);
}

void window_cursor(const struct window *window, struct grid *grid, struct area area, int row)
{
	if (row < window->top || row >= window->top + area.rows || row >= (int)window->rows.count)
		row = window->top;
	grid->cursor_row = area.row + row - window->top;
	grid->cursor_col = area.col +
		(row < (int)window->rows.count ? row_text_column(&window->rows.at[row]) : 0);
}
