/* Cells in one array, row by row. Everything that enters a cell has come through text_cell, which
 * makes it harmless. */
#include "ui/core/grid.h"

#include "base/memory.h"
#include "base/order.h"

#include <stdlib.h>
#include <string.h>

static const struct cell blank = {.width = 1, .style = {ROLE_TEXT, 0}};

void grid_resize(struct grid *grid, int rows, int cols)
{
	grid->rows = rows < 1 ? 1 : rows;
	grid->cols = cols < 1 ? 1 : cols;
	free(grid->cells);
	grid->cells = mem_zero((size_t)grid->rows * (size_t)grid->cols, sizeof *grid->cells);
	grid_clear(grid);
}

void grid_free(struct grid *grid)
{
	free(grid->cells);
	*grid = (struct grid){0};
}

void grid_clear(struct grid *grid)
{
	for (int col = 0; col < grid->cols; col++)
		grid->cells[col] = blank;
	for (int row = 1; row < grid->rows; row++)
		memcpy(grid_at(grid, row, 0), grid->cells, (size_t)grid->cols * sizeof blank);
	grid->cursor_row = grid->cursor_col = 0;
	grid->cursor_seen = grid->runs_left = false;
}

struct cell *grid_at(const struct grid *grid, int row, int col)
{
	return &grid->cells[(size_t)row * (size_t)grid->cols + (size_t)col];
}

/* A cell written over one half of a wide one leaves no other half standing. */
static void cell_clear(struct grid *grid, int row, int col)
{
	struct cell *cell = grid_at(grid, row, col);
	if (cell->width == 0 && col > 0)
		*grid_at(grid, row, col - 1) = blank;
	if (cell->width == 2 && col + 1 < grid->cols)
		*grid_at(grid, row, col + 1) = blank;
	*cell = blank;
}

/* A character of ASCII that text_cell would show as it is: no mark can follow it. */
static bool is_plain(const char *text, const char *end)
{
	return *text >= ' ' && *text <= '~' && (end - text == 1 || (unsigned char)text[1] < 0x80);
}

/* Room for what begins in this cell; no wide character is left cut in half. */
static struct cell *cell_take(struct grid *grid, int row, int col, struct style style)
{
	struct cell *cell = grid_at(grid, row, col);
	if (cell->width != 1)
		cell_clear(grid, row, col);
	*cell = (struct cell){.width = 1, .style = style};
	return cell;
}

static void shown_put(struct grid *grid, int row, int col, struct style style, const char *shown,
	size_t bytes, int width)
{
	struct cell *cell = cell_take(grid, row, col, style);
	if (!(bytes == 1 && shown[0] == ' ')) {
		memcpy(cell->text, shown, bytes);
		cell->len = (uint8_t)bytes;
	}
	if (width == 2) {
		cell_take(grid, row, col + 1, style)->width = 0;
		cell->width = 2;
	}
}

/* Letters that run from right to left begin with one of these bytes, though not all that do are such. */
static bool runs_left(const char *shown, size_t bytes)
{
	unsigned char first = (unsigned char)*shown;
	return ((first >= 0xd6 && first <= 0xe0) || first >= 0xef) &&
		order_begins_right(shown, bytes);
}

int grid_put(struct grid *grid, const struct text_form *form, int row, int col, int most,
	struct style style, const char *text, size_t len)
{
	if (row < 0 || row >= grid->rows || col < 0 || col >= grid->cols)
		return 0;
	if (most > grid->cols - col)
		most = grid->cols - col;
	const char *end = text + len;
	int pending = 0, used = 0, width = 1;
	char shown[TEXT_CELL_MOST];
	size_t bytes;
	bool left = false;
	for (; used < most && text < end; used += width) {
		if (!pending && is_plain(text, end)) {
			shown_put(grid, row, col + used, style, text++, 1, width = 1);
			continue;
		}
		width = text_cell(form, &text, end, &pending, shown, &bytes);
		if (width < 0 || used + width > most)
			break;
		if (width > 0 && bytes <= sizeof shown) {
			shown_put(grid, row, col + used, style, shown, bytes, width);
			left = left || runs_left(shown, bytes);
		}
	}
	if (left)
		grid_line(grid, row, col, used, false);
	return used;
}

/* The sign is asked about once: rules are long, and drawn in every picture. */
void grid_fill(struct grid *grid, int row, int col, int count, struct style style, const char *sign)
{
	int end = col + count < grid->cols ? col + count : grid->cols;
	col = col < 0 ? 0 : col;
	if (grid_put(grid, NULL, row, col, end - col, style, sign, strlen(sign)) != 1)
		return;
	for (int i = col + 1; i < end; i++)
		*cell_take(grid, row, i, style) = *grid_at(grid, row, col);
}

void grid_mark(struct grid *grid, int row, int col, int count, uint8_t flags)
{
	if (row < 0 || row >= grid->rows)
		return;
	for (int i = col < 0 ? 0 : col; i < col + count && i < grid->cols; i++)
		grid_at(grid, row, i)->style.flags |= flags;
}

void grid_role(struct grid *grid, int row, int col, int count, enum role from, enum role to)
{
	if (row < 0 || row >= grid->rows)
		return;
	for (int i = col < 0 ? 0 : col; i < col + count && i < grid->cols; i++) {
		struct style *style = &grid_at(grid, row, i)->style;
		if (style->role == from)
			style->role = (uint8_t)to;
	}
}

void grid_language(struct grid *grid, int row, int col, int count, uint8_t language)
{
	if (row < 0 || row >= grid->rows)
		return;
	for (int i = col < 0 ? 0 : col; i < col + count && i < grid->cols; i++)
		grid_at(grid, row, i)->style.language = language;
}

static bool look_equal(struct look a, struct look b)
{
	return a.color == b.color && a.color256 == b.color256 && a.back == b.back &&
		a.back256 == b.back256 && a.bold == b.bold && a.dim == b.dim &&
		a.italic == b.italic && a.underline == b.underline && a.reverse == b.reverse;
}

void grid_row_text(const struct grid *grid, int row, bool full, const struct theme_look *theme,
	int colors, struct buf *out)
{
	int end = grid->cols;
	while (!full && end > 0 && grid_at(grid, row, end - 1)->len == 0 &&
		grid_at(grid, row, end - 1)->width == 1)
		end--;
	struct look plain = theme ? theme_resolve(theme, blank.style) : (struct look){0};
	struct look now = plain;
	for (int col = 0; col < end; col++) {
		const struct cell *cell = grid_at(grid, row, col);
		if (theme && cell->width) {
			struct look next = theme_resolve(theme, cell->style);
			if (!look_equal(next, now)) {
				buf_text(out, "\033[0m");
				look_sgr(out, next, colors);
			}
			now = next;
		}
		if (cell->len)
			buf_add(out, cell->text, cell->len);
		else if (cell->width)
			buf_char(out, ' ');
	}
	if (theme && !look_equal(now, plain))
		buf_text(out, "\033[0m");
}
