/* Behind the text of a row stand its backgrounds. A run of plain characters is told how long it is,
 * so that it is that long in any font; any other cell stands in the middle of its columns. */
#include "ui/core/picture.h"

#include "base/text.h"
#include "base/xml_text.h"

#include <string.h>

/* Of a cell, in units of the picture. */
enum { WIDTH = 10, HEIGHT = 20, SIZE = 16, BASELINE = 15, LIGHT = 1, HEAVY = 3 };

static void head_add(const struct picture *picture, struct ink paper, struct buf *out)
{
	int width = picture->grid->cols * WIDTH, height = picture->grid->rows * HEIGHT;
	struct buf title = {0};
	text_show(NULL, &title, picture->title, strlen(picture->title));
	buf_format(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
		"viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"title\">\n<title "
		"id=\"title\">",
		width, height, width, height);
	xml_text(out, buf_string(&title), title.len);
	buf_format(out,
		"</title>\n<style>text{font:%dpx ui-monospace,\"DejaVu Sans Mono\",\"Noto Sans "
		"Mono\",Menlo,Consolas,\"Liberation Mono\",\"Noto Sans Mono CJK SC\",monospace;"
		"white-space:pre}.b{font-weight:bold}.i{font-style:italic}</style>\n<rect "
		"width=\"%d\" height=\"%d\" fill=\"#%06x\"/>\n",
		SIZE, width, height, (unsigned)paper.back);
	buf_free(&title);
}

static void back_add(int row, struct picture_run run, struct buf *out)
{
	buf_format(out,
		"<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\" "
		"shape-rendering=\"crispEdges\"/>\n",
		run.col * WIDTH, row * HEIGHT, run.cols * WIDTH, HEIGHT, (unsigned)run.ink.back);
}

/* The backgrounds of a row; what follows in the same is one rectangle. */
static void backs_add(const struct picture *picture, int row, uint32_t paper, struct buf *out)
{
	struct picture_run all = {0};
	for (int col = 0; col < picture->grid->cols;) {
		struct picture_run run = picture_run_at(picture, row, col);
		col += run.cols;
		if (all.cols && all.ink.back == run.ink.back) {
			all.cols += run.cols;
			continue;
		}
		if (all.cols && all.ink.back != paper)
			back_add(row, all, out);
		all = run;
	}
	if (all.ink.back != paper)
		back_add(row, all, out);
}

static int thick(int weight)
{
	return weight > 1 ? HEAVY : LIGHT;
}

static void line_add(int x, int y, int width, int height, uint32_t color, struct buf *out)
{
	buf_format(out, "<path d=\"M%d %dh%dv%dh-%dz\" fill=\"#%06x\"/>\n", x, y, width, height,
		width, (unsigned)color);
}

/* Over `cols` cells of the same sign. */
static void shape_add(const struct picture_shape *shape, int row, int col, int cols, uint32_t color,
	struct buf *out)
{
	int x = col * WIDTH, y = row * HEIGHT, width = cols * WIDTH;
	int middle = x + WIDTH / 2, center = y + HEIGHT / 2;
	if (shape->left && shape->left == shape->right)
		line_add(x, center - thick(shape->left) / 2, width, thick(shape->left), color, out);
	else if (shape->left) {
		line_add(x, center - thick(shape->left) / 2, WIDTH / 2 + 1, thick(shape->left),
			color, out);
		line_add(middle, center - thick(shape->right) / 2, WIDTH / 2, thick(shape->right),
			color, out);
	}
	if (shape->up || shape->down)
		line_add(middle, shape->up ? y : center, LIGHT,
			(shape->up && shape->down) ? HEIGHT : HEIGHT / 2, color, out);
	if (shape->eighths) {
		int height = HEIGHT * shape->eighths / 8;
		line_add(x, y + HEIGHT - height, width, height, color, out);
	}
	if (shape->half)
		line_add(x, y, WIDTH / 2, HEIGHT, color, out);
}

/* How many cells from a column on have its sign in its ink: at least 1. */
static int same_signs(const struct picture *picture, int row, int col, struct ink ink)
{
	const struct picture_shape *shape = picture_shape_of(grid_at(picture->grid, row, col));
	int cols = 1;
	while (!shape->up && !shape->down && !shape->half && col + cols < picture->grid->cols &&
		picture_shape_of(grid_at(picture->grid, row, col + cols)) == shape &&
		palette_same(ink, picture_run_at(picture, row, col + cols).ink))
		cols++;
	return cols;
}

/* A run without the spaces around it, of which none is left where there is nothing else to see. */
static struct picture_run trimmed(const struct picture *picture, int row, struct picture_run run)
{
	if (!run.plain || run.ink.underline)
		return run;
	while (run.cols && grid_at(picture->grid, row, run.col)->len == 0) {
		run.col++;
		run.cols--;
	}
	while (run.cols && grid_at(picture->grid, row, run.col + run.cols - 1)->len == 0)
		run.cols--;
	return run;
}

static void words_add(
	const struct picture *picture, int row, struct picture_run run, struct buf *out)
{
	int x = run.col * WIDTH, width = run.cols * WIDTH;
	buf_format(out, "<text y=\"%d\" fill=\"#%06x\"", row * HEIGHT + BASELINE,
		(unsigned)run.ink.text);
	if (run.ink.bold || run.ink.italic)
		buf_format(out, " class=\"%s%s%s\"", run.ink.bold ? "b" : "",
			run.ink.bold && run.ink.italic ? " " : "", run.ink.italic ? "i" : "");
	if (run.ink.underline)
		buf_text(out, " text-decoration=\"underline\"");
	if (run.plain)
		buf_format(out, " x=\"%d\" textLength=\"%d\">", x, width);
	else
		buf_format(out, " x=\"%d\" text-anchor=\"middle\">", x + width / 2);
	picture_run_text(picture, row, run, out);
	buf_text(out, "</text>\n");
}

static void row_add(const struct picture *picture, int row, struct buf *out)
{
	for (int col = 0; col < picture->grid->cols;) {
		struct picture_run run = picture_run_at(picture, row, col);
		const struct picture_shape *shape = picture_shape_of(
			grid_at(picture->grid, row, col));
		if (shape) {
			int cols = same_signs(picture, row, col, run.ink);
			shape_add(shape, row, col, cols, run.ink.text, out);
			col += cols;
			continue;
		}
		struct picture_run seen = trimmed(picture, row, run);
		if (seen.cols)
			words_add(picture, row, seen, out);
		col += run.cols;
	}
}

void picture_svg(const struct picture *picture, struct buf *out)
{
	struct ink paper = picture_paper(picture);
	head_add(picture, paper, out);
	for (int row = 0; row < picture->grid->rows; row++) {
		backs_add(picture, row, paper.back, out);
		row_add(picture, row, out);
	}
	buf_text(out, "</svg>\n");
}
