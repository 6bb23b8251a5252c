/* What runs from right to left is turned round at the end: until then a column of the grid is a place
 * in the text, for marks, hits and what is drawn over it. A line is remembered in its cells, so that
 * one that is drawn over is forgotten with them. */
#include "ui/core/grid.h"

#include "base/memory.h"
#include "base/order.h"

#include <stdlib.h>
#include <string.h>

/* In cell.line. */
enum { LINE_IN = 1, LINE_BEGINS = 2, LINE_FROM_RIGHT = 4 };

void grid_line(struct grid *grid, int row, int col, int cols, bool right)
{
	if (row < 0 || row >= grid->rows)
		return;
	int first = col < 0 ? 0 : col, end = col + cols < grid->cols ? col + cols : grid->cols;
	for (int i = first; i < end; i++)
		grid_at(grid, row, i)->line = (uint8_t)(LINE_IN | (i == first ? LINE_BEGINS : 0) |
			(right ? LINE_FROM_RIGHT : 0));
	grid->runs_left = true;
}

/* Whether the cells are whole characters: a line may have been drawn over in its midst. */
static bool is_whole(const struct cell *from, const struct cell *to)
{
	return from->width > 0 && to[-1].width < 2;
}

int grid_line_at(const struct grid *grid, int row, int col, bool *right)
{
	const struct cell *from = grid_at(grid, row, col), *to = from + 1;
	const struct cell *end = grid_at(grid, row, 0) + grid->cols;
	if (!(from->line & LINE_BEGINS))
		return 0;
	while (to < end && to->line & LINE_IN && !(to->line & LINE_BEGINS))
		to++;
	*right = from->line & LINE_FROM_RIGHT;
	return is_whole(from, to) ? (int)(to - from) : 0;
}

/* The characters of a line. One that joins letters, or keeps them apart, stands for itself in the
 * text, and for no cell. */
struct line {
	struct cell *cells; /* copies; width 0 for a joiner */
	int32_t *text, *seen, *shown;
	int32_t count;
};

enum { JOINERS_MOST = TEXT_CELL_MOST }; /* in a cell */

static struct line line_new(int cols)
{
	size_t n = (size_t)cols * (1 + JOINERS_MOST);
	return (struct line){
		.cells = mem_alloc(n * sizeof(struct cell)),
		.text = mem_alloc(n * sizeof(int32_t)),
		.seen = mem_alloc(n * sizeof(int32_t)),
		.shown = mem_alloc(n * sizeof(int32_t)),
	};
}

static void line_free(struct line *line)
{
	free(line->cells);
	free(line->text);
	free(line->seen);
	free(line->shown);
}

static void line_add(struct line *line, const struct cell *cell, int32_t code_point)
{
	line->cells[line->count] = *cell;
	line->text[line->count++] = code_point;
}

static bool is_joiner(int32_t code_point)
{
	return code_point == 0x200c || code_point == 0x200d;
}

static void line_read(struct line *line, const struct cell *from, const struct cell *to)
{
	line->count = 0;
	for (const struct cell *cell = from; cell < to; cell++) {
		size_t bytes = 0;
		if (!cell->width)
			continue;
		line_add(line, cell, cell->len ? text_decode(cell->text, cell->len, &bytes) : ' ');
		for (size_t at = bytes; at < cell->len; at += bytes) {
			int32_t mark = text_decode(cell->text + at, cell->len - at, &bytes);
			if (is_joiner(mark))
				line_add(line, &(struct cell){0}, mark);
		}
	}
}

/* Puts another base below the marks of the cell, where it has the room. */
static void cell_turn(struct cell *cell, int32_t code_point)
{
	char base[4];
	size_t bytes = text_encode(code_point, base), old;
	text_decode(cell->text, cell->len, &old);
	if (!cell->len || cell->len - old + bytes > sizeof cell->text)
		return;
	memmove(cell->text + bytes, cell->text + old, cell->len - old);
	memcpy(cell->text, base, bytes);
	cell->len = (uint8_t)(cell->len - old + bytes);
}

static void line_write(const struct line *line, struct cell *to)
{
	for (int32_t i = 0; i < line->count; i++) {
		int32_t from = line->seen[i];
		struct cell cell = line->cells[from];
		if (!cell.width)
			continue;
		if (line->shown[from] != line->text[from])
			cell_turn(&cell, line->shown[from]);
		cell.line = 0;
		*to++ = cell;
		if (cell.width == 2)
			*to++ = (struct cell){.style = cell.style};
	}
}

/* Where the character that stood in a column is seen, of a line that begins in column `from`. */
static int column_seen(const struct line *line, int from, int col)
{
	int32_t of = 0, i = 0;
	for (int at = from; of < line->count && at + line->cells[of].width <= col; of++)
		at += line->cells[of].width;
	while (of < line->count && !line->cells[of].width)
		of++;
	for (; i < line->count && line->seen[i] != of; i++)
		from += line->cells[line->seen[i]].width;
	return from;
}

/* Where the character that is seen in a column stands in the text. */
static int column_read(const struct line *line, int from, int col)
{
	int32_t i = 0;
	for (int at = from; i < line->count; i++) {
		at += line->cells[line->seen[i]].width;
		if (at > col)
			break;
	}
	for (int32_t of = 0; i < line->count && of < line->seen[i]; of++)
		from += line->cells[of].width;
	return i < line->count ? from : col;
}

static void row_order(struct grid *grid, struct line *line, int row)
{
	struct cell *cell = grid_at(grid, row, 0), *end = cell + grid->cols, *from;
	for (; cell < end; cell++) {
		if (!(cell->line & LINE_IN))
			continue;
		for (from = cell++;
			cell < end && cell->line & LINE_IN && !(cell->line & LINE_BEGINS);)
			cell++;
		line_read(line, from, cell);
		int first = (int)(from - grid_at(grid, row, 0));
		bool has_cursor = row == grid->cursor_row && grid->cursor_col >= first &&
			grid->cursor_col < first + (int)(cell - from);
		if (is_whole(from, cell) &&
			order_line(line->text, line->count, from->line & LINE_FROM_RIGHT,
				line->seen, line->shown)) {
			line_write(line, from);
			if (has_cursor)
				grid->cursor_col = column_seen(line, first, grid->cursor_col);
		}
		cell--;
	}
}

int grid_column_read(const struct grid *grid, int row, int col)
{
	if (!grid->runs_left || !order_is_known() || col < 0 || col >= grid->cols ||
		!(grid_at(grid, row, col)->line & LINE_IN))
		return col;
	const struct cell *start = grid_at(grid, row, 0), *end = start + grid->cols;
	const struct cell *from = start + col, *to = from + 1;
	while (from > start && !(from->line & LINE_BEGINS))
		from--;
	while (to < end && to->line & LINE_IN && !(to->line & LINE_BEGINS))
		to++;
	struct line line = line_new(grid->cols);
	line_read(&line, from, to);
	if (is_whole(from, to) &&
		order_line(
			line.text, line.count, from->line & LINE_FROM_RIGHT, line.seen, line.shown))
		col = column_read(&line, (int)(from - start), col);
	line_free(&line);
	return col;
}

void grid_order(struct grid *grid)
{
	if (!grid->runs_left || !order_is_known())
		return;
	struct line line = line_new(grid->cols);
	for (int row = 0; row < grid->rows; row++)
		row_order(grid, &line, row);
	line_free(&line);
}
