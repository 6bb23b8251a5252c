#include "page/paint.h"

#include "base/memory.h"
#include "layout/palette.h"
#include "page/page.h"
#include "ui/core/picture.h"

#include <stdlib.h>
#include <string.h>

static void word_add(struct buf *out, uint32_t word)
{
	buf_add(out, (const char *)&word, sizeof word);
}

static void word_set(struct buf *out, size_t at, uint32_t word)
{
	memcpy(out->text + at, &word, sizeof word);
}

void paint_forget(struct paint *paint)
{
	for (int i = 0; i < paint->count; i++)
		buf_free(&paint->rows[i]);
	free(paint->rows);
	paint->rows = NULL;
	paint->count = 0;
}

void paint_free(struct paint *paint)
{
	paint_forget(paint);
	buf_free(&paint->row);
	buf_free(&paint->told);
}

/* ---- runs ---- */

static uint32_t flags_of(struct picture_run run)
{
	return (run.ink.bold ? PAGE_BOLD : 0) | (run.ink.italic ? PAGE_ITALIC : 0) |
		(run.ink.underline ? PAGE_UNDERLINE : 0) | (run.plain ? PAGE_PLAIN : 0);
}

static uint8_t language_at(const struct grid *grid, int row, int col)
{
	return grid_at(grid, row, col)->style.language;
}

static void cells_add(struct buf *out, const struct grid *grid, int row, struct picture_run run)
{
	for (int col = run.col; col < run.col + run.cols; col++) {
		const struct cell *cell = grid_at(grid, row, col);
		if (cell->len)
			buf_add(out, cell->text, cell->len);
		else if (cell->width)
			buf_char(out, ' ');
	}
}

static void run_add(
	struct buf *out, const struct grid *grid, int row, struct picture_run run, uint32_t flags)
{
	word_add(out, (uint32_t)run.col | (uint32_t)run.cols << 16);
	word_add(out, run.ink.text);
	word_add(out, run.ink.back);
	word_add(out, flags_of(run) | flags | (uint32_t)language_at(grid, row, run.col) << 8);
	size_t bytes = out->len;
	word_add(out, 0);
	cells_add(out, grid, row, run);
	word_set(out, bytes, (uint32_t)(out->len - bytes - sizeof(uint32_t)));
	while (out->len % sizeof(uint32_t))
		buf_char(out, '\0');
}

/* A line in which something runs from right to left, and what of it is still to come. */
struct line {
	int from, to; /* columns */
	bool right;
};

/* The line that a column stands in, if it is one; returns the flags of a run there. */
static uint32_t line_at(const struct grid *grid, int row, int col, struct line *line)
{
	if (col < line->to)
		return PAGE_LINE_ON;
	line->from = col;
	line->to = col + grid_line_at(grid, row, col, &line->right);
	return line->to == col ? 0 : line->right ? PAGE_LINE_RIGHT : PAGE_LINE_LEFT;
}

/* Where a run has to end: with its language, with its line, and before the next. */
static int run_cols(
	const struct grid *grid, int row, struct picture_run run, const struct line *line)
{
	bool right;
	int cols = 1;
	if (!run.plain)
		return run.cols;
	while (cols < run.cols &&
		language_at(grid, row, run.col + cols) == language_at(grid, row, run.col) &&
		(run.col < line->to ? run.col + cols < line->to
				    : !grid_line_at(grid, row, run.col + cols, &right)))
		cols++;
	return cols;
}

static void row_tell(struct buf *out, const struct picture *picture, int row)
{
	const struct grid *grid = picture->grid;
	struct line line = {0};
	uint32_t runs = 0;
	buf_clear(out);
	word_add(out, (uint32_t)row);
	word_add(out, 0);
	for (int col = 0; col < grid->cols; runs++) {
		struct picture_run run = picture_run_at(picture, row, col);
		uint32_t flags = line_at(grid, row, col, &line);
		run.cols = run_cols(grid, row, run, &line);
		run_add(out, grid, row, run, flags);
		col += run.cols;
	}
	word_set(out, sizeof(uint32_t), runs);
}

/* ---- the picture ---- */

static bool row_is_new(struct paint *paint, int row)
{
	struct buf *old = &paint->rows[row], *new = &paint->row;
	if (old->len == new->len && memcmp(buf_string(old), buf_string(new), new->len) == 0)
		return false;
	struct buf swap = *old;
	*old = *new;
	*new = swap;
	return true;
}

const struct buf *paint_grid(
	struct paint *paint, const struct grid *grid, const struct theme_look *theme)
{
	struct picture picture = {.grid = grid, .theme = theme, .colors = 256};
	struct ink paper = picture_paper(&picture);
	struct buf *told = &paint->told;
	uint32_t painted = 0;
	if (paint->count != grid->rows) {
		paint_forget(paint);
		paint->rows = mem_zero((size_t)grid->rows, sizeof *paint->rows);
		paint->count = grid->rows;
	}
	buf_clear(told);
	word_add(told, 0);
	word_add(told, paper.text);
	word_add(told, paper.back);
	word_add(told, (uint32_t)grid->cursor_row);
	word_add(told, (uint32_t)grid->cursor_col);
	word_add(told, grid->cursor_seen);
	for (int row = 0; row < grid->rows; row++) {
		row_tell(&paint->row, &picture, row);
		if (!row_is_new(paint, row))
			continue;
		buf_add(told, paint->rows[row].text, paint->rows[row].len);
		painted++;
	}
	word_set(told, 0, painted);
	return told;
}
