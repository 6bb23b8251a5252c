/* A row is a list of spans, each put at its column; what lies beyond the edge is cut. */
#include "ui/core/area.h"

#include "base/order.h"

#include <string.h>

/* The words in another language among those of a span, which begins in a column. */
static void span_language(
	struct grid *grid, const struct text_form *form, int row, int col, const struct span *span)
{
	const struct tongue *tongue = span->tongue;
	int before = text_width(form, span->text, tongue->from);
	int columns = text_width(form, span->text + tongue->from, tongue->to - tongue->from);
	grid_language(grid, row, col + before, columns, tongue->language);
}

void area_row(struct grid *grid, const struct text_form *form, struct area area, int line,
	const struct row *row, uint8_t flags)
{
	if (line < 0 || line >= area.rows)
		return;
	for (const struct span *span = row->spans; span; span = span->next) {
		struct style style = span->style;
		style.flags |= flags;
		int used = grid_put(grid, form, area.row + line, area.col + span->column,
			area.cols - span->column, style, span->text, span->len);
		if (order_begins_right(span->text, span->len))
			grid_line(grid, area.row + line, area.col + span->column, used, true);
		if (span->tongue)
			span_language(grid, form, area.row + line, area.col + span->column, span);
	}
	for (const struct span *span = row->spans; span; span = span->next)
		if (span->to)
			grid_line(grid, area.row + line, area.col + span->from,
				(span->to < area.cols ? span->to : area.cols) - span->from, true);
}

void area_rows(struct grid *grid, const struct text_form *form, struct area area, int line,
	const struct rows *rows)
{
	for (uint32_t i = 0; i < rows->count; i++)
		area_row(grid, form, area, line + (int)i, &rows->at[i], 0);
}

int area_text(struct grid *grid, const struct text_form *form, struct area area, int line, int col,
	struct style style, const char *text)
{
	if (line < 0 || line >= area.rows || col < 0)
		return 0;
	return grid_put(grid, form, area.row + line, area.col + col, area.cols - col, style, text,
		strlen(text));
}

int area_right(struct grid *grid, const struct text_form *form, struct area area, int line,
	int margin, struct style style, const char *text)
{
	int col = area.cols - margin - text_width(form, text, strlen(text));
	if (col < 0)
		return area.cols;
	area_text(grid, form, area, line, col, style, text);
	return col;
}

void area_select(struct grid *grid, struct area area, int line, int col, int cols, const char *sign)
{
	area_text(grid, NULL, area, line, col, style_of(ROLE_FOCUS), sign);
	grid_mark(grid, area.row + line, area.col + col, cols, STYLE_SELECTED);
	area_cursor(grid, area, line, col + 1);
}

void area_select_on(
	struct grid *grid, struct area area, int line, int count, int col, const char *bar)
{
	for (int i = 1; i <= count && line + i < area.rows; i++)
		area_text(grid, NULL, area, line + i, col, style_of(ROLE_FOCUS), bar);
}

void area_cursor(struct grid *grid, struct area area, int line, int col)
{
	grid->cursor_row = area.row + line;
	grid->cursor_col = area.col + col;
	for (int at = col; line < area.rows && at < area.cols; at++) {
		const struct cell *cell = grid_at(grid, area.row + line, area.col + at);
		if (cell->len && cell->text[0] != ' ') {
			grid->cursor_col = area.col + at;
			return;
		}
	}
}
