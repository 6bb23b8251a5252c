#include "ui/core/picture.h"

#include "base/xml_text.h"

#include <string.h>

/* ---- the formats ---- */

static void rows_add(const struct picture *picture, int colors, struct buf *out)
{
	for (int row = 0; row < picture->grid->rows; row++) {
		grid_row_text(picture->grid, row, false, picture->theme, colors, out);
		buf_char(out, '\n');
	}
}

static void picture_text(const struct picture *picture, struct buf *out)
{
	rows_add(picture, picture->colors, out);
}

static void picture_ansi(const struct picture *picture, struct buf *out)
{
	rows_add(picture, 256, out);
}

static const struct picture_format formats[] = {
	{"text", "the characters alone; in colours on a terminal", picture_text, false},
	{"ansi", "with colours, for cat and less -R", picture_ansi, true},
	{"html", "a page, its text to be copied", picture_html, true},
	{"svg", "a drawing that may be enlarged", picture_svg, true},
};

enum { FORMATS = sizeof formats / sizeof *formats };

const struct picture_format *picture_at(int n)
{
	return n >= 0 && n < FORMATS ? &formats[n] : NULL;
}

const struct picture_format *picture_find(const char *name)
{
	for (int n = 0; n < FORMATS; n++)
		if (strcmp(formats[n].name, name) == 0)
			return &formats[n];
	return NULL;
}

/* ---- shapes ---- */

static const struct picture_shape shapes[] = {
	{"─", 1, 1, 0, 0, 0, false},
	{"━", 2, 2, 0, 0, 0, false},
	{"│", 0, 0, 1, 1, 0, false},
	{"┬", 1, 1, 0, 1, 0, false},
	{"┴", 1, 1, 1, 0, 0, false},
	{"┼", 1, 1, 1, 1, 0, false},
	{"┭", 2, 1, 0, 1, 0, false},
	{"┮", 1, 2, 0, 1, 0, false},
	{"▁", 0, 0, 0, 0, 1, false},
	{"▂", 0, 0, 0, 0, 2, false},
	{"▃", 0, 0, 0, 0, 3, false},
	{"▄", 0, 0, 0, 0, 4, false},
	{"▅", 0, 0, 0, 0, 5, false},
	{"▆", 0, 0, 0, 0, 6, false},
	{"▇", 0, 0, 0, 0, 7, false},
	{"█", 0, 0, 0, 0, 8, false},
	{"▌", 0, 0, 0, 0, 0, true},
};

const struct picture_shape *picture_shape_of(const struct cell *cell)
{
	for (size_t n = 0; n < sizeof shapes / sizeof *shapes; n++)
		if (cell->len == strlen(shapes[n].sign) &&
			memcmp(cell->text, shapes[n].sign, cell->len) == 0)
			return &shapes[n];
	return NULL;
}

/* ---- runs ---- */

/* The ink of a style; without a theme no more than its attributes. */
static struct ink ink_of(const struct picture *picture, struct style style)
{
	return palette_ink(picture->theme ? picture->theme : theme_find("mono"), style);
}

struct ink picture_paper(const struct picture *picture)
{
	return ink_of(picture, style_of(ROLE_TEXT));
}

/* One character of a font that every reader has in the width of a column: of Latin, Greek,
 * Cyrillic. */
static bool is_plain(const struct cell *cell)
{
	unsigned char first = (unsigned char)cell->text[0];
	return cell->width == 1 && (cell->len <= 1 || (cell->len == 2 && first < 0xd5));
}

/* Whether two cells are drawn alike; most neighbours say so themselves. */
static bool is_alike(const struct picture *picture, const struct cell *a, const struct cell *b)
{
	bool same = a->style.role == b->style.role && a->style.flags == b->style.flags &&
		a->style.color == b->style.color;
	return same || palette_same(ink_of(picture, a->style), ink_of(picture, b->style));
}

struct picture_run picture_run_at(const struct picture *picture, int row, int col)
{
	const struct cell *cell = grid_at(picture->grid, row, col);
	struct picture_run run = {
		col, cell->width == 2 ? 2 : 1, is_plain(cell), ink_of(picture, cell->style)};
	while (run.plain && col + run.cols < picture->grid->cols && is_plain(cell + run.cols) &&
		is_alike(picture, cell, cell + run.cols))
		run.cols++;
	return run;
}

void picture_run_text(
	const struct picture *picture, int row, struct picture_run run, struct buf *out)
{
	for (int col = run.col; col < run.col + run.cols; col++) {
		const struct cell *cell = grid_at(picture->grid, row, col);
		if (cell->len)
			xml_text(out, cell->text, cell->len);
		else if (cell->width)
			buf_char(out, ' ');
	}
}
