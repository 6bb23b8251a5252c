/* What is drawn of the axis: the bars, and the years before or above them. */
#include "layout/axis_scale.h"

/* The bar over a column: a ground line where nothing is, else one of seven heights. */
static const char *bar_of(const struct axis *axis, int col)
{
	uint32_t events = axis->density[col];
	uint32_t height = events ? (events * 7 + axis->most - 1) / axis->most : 0;
	return axis->paper.signs->bars[height];
}

struct axis_window {
	int first, last, selected; /* columns, -1 for none */
};

static struct axis_window window_of(const struct axis *axis, const struct axis_view *view)
{
	struct axis_window window = {-1, -1, -1};
	if (view->first != DATE_NO_SORT)
		window.first = axis_column(axis, view->first);
	if (view->last != DATE_NO_SORT)
		window.last = axis_column(axis, view->last);
	if (view->selected != DATE_NO_SORT)
		window.selected = axis_column(axis, view->selected);
	return window;
}

/* In one line a stretch is named by its year, but for the one selected: over a single column by the year of
 * that event; else, where it has its name of its second year, by the first while an event of that one is
 * selected, as a December does not stand under the year that follows. */
static int64_t year_shown(const struct axis *axis, int n, const struct axis_view *view)
{
	const struct axis_stretch *stretch = &axis->stretches[n];
	int64_t day = view->selected;
	if (day == DATE_NO_SORT || day < stretch->first || day > stretch->last)
		return stretch->year;
	int64_t year = axis_year_of(stretch, day);
	bool names = stretch->cols == 1 || year == axis_first_year(axis, n);
	return names && axis_label_width(year) == axis_label_width(stretch->year) ? year
										  : stretch->year;
}

/* The bars, bright where the window stands; in one line the selected column has the sign for it. */
static void add_bars(struct rows *rows, const struct axis *axis, const struct axis_view *view)
{
	const struct signs *signs = axis->paper.signs;
	const struct axis_window window = window_of(axis, view);
	rows_new(rows);
	for (int i = 0; i < axis->count; i++) {
		const struct axis_stretch *stretch = &axis->stretches[i];
		if (i && !axis->tight) {
			rows_to(rows, stretch->label - axis_break_cols(axis) + 1);
			for (int n = 0; n < axis->lines; n++)
				rows_text(rows, style_of(ROLE_RULE), signs->broken);
		}
		if (axis->lines == 1 && axis_has_label(axis, i)) {
			char label[AXIS_LABEL];
			axis_label_text(year_shown(axis, i, view), label);
			rows_to(rows, stretch->label);
			rows_copy(rows, style_of(ROLE_SOURCE), label);
		}
		rows_to(rows, stretch->col);
		for (int col = stretch->col; col < stretch->col + stretch->cols; col++) {
			bool here = col == window.selected;
			bool inside = col >= window.first && col <= window.last;
			rows_text(rows,
				(struct style){here || inside ? ROLE_FOCUS : ROLE_RULE,
					axis->hits[col] ? STYLE_HIT : 0},
				here && axis->lines == 1 ? signs->here : bar_of(axis, col));
		}
	}
}

/* A year above its column. */
struct axis_label {
	struct axis_year at;
	int over, end; /* where its stretch ends, and where there is room until the next */
};

enum { LABEL_GAP = 2 };

/* Years between two labels of a stretch: 1, 2, 5, 10, ..., so that they do not touch. */
static int64_t label_step(const struct axis_stretch *stretch, int64_t first, int64_t last)
{
	int one = axis_label_width(first), other = axis_label_width(last);
	int room = LABEL_GAP + (one > other ? one : other);
	int64_t step = 1, years = last - first + 1;
	for (int i = 0; step * stretch->cols < years * room; i++)
		step = i % 3 == 1 ? step / 2 * 5 : step * 2;
	return step;
}

/* Whole, over its own stretch and behind the last one, or not at all. */
static int label_put(
	const struct axis *axis, int n, struct axis_label *labels, int count, int col, int64_t year)
{
	const struct axis_stretch *stretch = &axis->stretches[n];
	struct axis_label label = {.at = {col, axis_label_width(year), n, year},
		.over = stretch->col + stretch->cols,
		.end = n + 1 < axis->count ? axis->stretches[n + 1].label - 1 : axis->paper.width};
	bool touches = count && labels[count - 1].at.col + labels[count - 1].at.width >= col;
	if (touches || col + label.at.width > label.over || count == AXIS_YEARS)
		return count;
	labels[count] = label;
	return count + 1;
}

/* The column of the first day of a year. */
static int year_column(const struct axis *axis, int n, int64_t year)
{
	return axis_column(axis, axis_year_begin(axis, n, year));
}

/* The first label of a stretch: its first year, or where there is no room for both the one that it is
 * named by. */
static int label_first(
	const struct axis *axis, int n, struct axis_label *labels, int count, int64_t year)
{
	int64_t named = axis->stretches[n].year;
	int col = axis->stretches[n].col, turn = year_column(axis, n, named);
	if (named != year && turn <= col + axis_label_width(year))
		return label_put(axis, n, labels, count, turn, named);
	return label_put(axis, n, labels, count, col, year);
}

static int labels_collect(const struct axis *axis, struct axis_label labels[AXIS_YEARS])
{
	int count = 0;
	for (int i = 0; i < axis->count; i++) {
		const struct axis_stretch *stretch = &axis->stretches[i];
		int64_t year = axis_first_year(axis, i),
			last = axis_year_of(stretch, stretch->last);
		int64_t step = label_step(stretch, year, last);
		if (axis_has_label(axis, i))
			count = label_first(axis, i, labels, count, year);
		for (year = year - year % step + step; year <= last; year += step)
			if (year > axis_first_year(axis, i))
				count = label_put(
					axis, i, labels, count, year_column(axis, i, year), year);
	}
	return count;
}

/* A year that stands in the way of the sign over the selected column stands behind it, and may then
 * reach over the break. False where there is no room for it. */
static bool label_clear(struct axis_label *label, const struct axis_label *next, int selected)
{
	struct axis_year *at = &label->at;
	if (selected < 0 || selected < at->col - 1 || selected > at->col + at->width)
		return true;
	at->col = selected + 2;
	int end = at->col + at->width;
	return at->col < label->over && end <= label->end && (!next || end < next->at.col);
}

int axis_years(
	const struct axis *axis, const struct axis_view *view, struct axis_year out[AXIS_YEARS])
{
	struct axis_label labels[AXIS_YEARS];
	int count = 0, kept = 0, selected = window_of(axis, view).selected;
	if (axis->lines == 2)
		count = labels_collect(axis, labels);
	for (int i = 0; i < count; i++)
		if (label_clear(&labels[i], i + 1 < count ? &labels[i + 1] : NULL, selected))
			out[kept++] = labels[i].at;
	for (int i = 0; axis->lines == 1 && i < axis->count; i++) {
		int64_t year = year_shown(axis, i, view);
		if (axis_has_label(axis, i))
			out[kept++] = (struct axis_year){
				axis->stretches[i].label, axis_label_width(year), i, year};
	}
	return kept;
}

/* The years at their columns, and the sign over the selected column. */
static void add_years(struct rows *rows, const struct axis *axis, const struct axis_view *view)
{
	struct axis_year years[AXIS_YEARS];
	int count = axis_years(axis, view, years), at = window_of(axis, view).selected;
	bool pointed = at < 0;
	rows_new(rows);
	for (int i = 0; i <= count; i++) {
		char text[AXIS_LABEL];
		if (!pointed && (i == count || at < years[i].col)) {
			rows_to(rows, at);
			rows_text(rows, style_of(ROLE_FOCUS), axis->paper.signs->here);
			pointed = true;
		}
		if (i == count)
			continue;
		axis_label_text(years[i].year, text);
		rows_to(rows, years[i].col);
		rows_copy(rows, style_of(ROLE_SOURCE), text);
	}
}

void axis_add(struct rows *rows, const struct axis *axis, const struct axis_view *view)
{
	if (!axis->count)
		return;
	if (axis->lines == 2)
		add_years(rows, axis, view);
	add_bars(rows, axis, view);
}
