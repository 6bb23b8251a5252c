/* What a grid shows stands in a picture where the grid has it: every cell is drawn once, by its text
 * or by lines, in its own columns; and no text of a cell is anything but text. */
#include "ui/core/picture.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { COLS = 24, CELL = 10 };

static const char *const rows[] = {
	"plain words, and more",
	"  <b> & \"q\" ]]> -->",
	"河上和约 one 河",
	"Nguye\u0302\u0303n Ho\u0300a n\u0303",
	"──┮──  ▁▂▃█ ▌x │",
	"لام ab",
	"лист ◇ – …",
};
enum { ROWS = sizeof rows / sizeof *rows };

static void fill(struct grid *grid)
{
	grid_resize(grid, ROWS, COLS);
	for (int row = 0; row < ROWS; row++)
		grid_put(grid, NULL, row, 0, COLS, style_of(ROLE_TEXT), rows[row],
			strlen(rows[row]));
	grid_put(grid, NULL, 0, 6, COLS, style_of(ROLE_TITLE), "words", 5);
	grid_mark(grid, 2, 9, 3, STYLE_SELECTED);
}

/* The text of a stretch of cells, escaped. */
static const char *cells_text(const struct picture *picture, int row, int col, int cols)
{
	static char kept[1024];
	struct buf buf = {0};
	picture_run_text(picture, row, (struct picture_run){.col = col, .cols = cols}, &buf);
	snprintf(kept, sizeof kept, "%s", buf_string(&buf));
	buf_free(&buf);
	return kept;
}

/* Each <text> of the drawing, by the place it says it has: what it shows is what the grid has there,
 * and it says how wide that is, or stands in the middle of one cell. */
static void texts_check(const struct picture *picture, const char *svg, bool seen[ROWS][COLS])
{
	for (const char *at = svg; (at = strstr(at, "<text y=\"")); at++) {
		const char *x = strstr(at, " x=\""), *text = strchr(at, '>') + 1;
		const char *length = strstr(at, " textLength=\""), *end = strstr(text, "</text>");
		int row = atoi(at + 9) / 20, place = atoi(x + 4), col = place / CELL, cols = 1;
		char shown[256];
		snprintf(shown, sizeof shown, "%.*s", (int)(end - text), text);
		if (length && length < text) {
			cols = atoi(length + 13) / CELL;
		} else if (place % CELL == 0) { /* the middle of two columns */
			cols = 2;
			col--;
		}
		assert_string_equal(shown, cells_text(picture, row, col, cols));
		for (int n = col; n < col + cols; n++) {
			assert_false(seen[row][n]);
			seen[row][n] = true;
		}
	}
}

static void test_svg_has_each_cell(void **state)
{
	(void)state;
	struct grid grid = {0};
	struct buf svg = {0};
	bool seen[ROWS][COLS] = {{false}};
	fill(&grid);
	struct picture picture = {.grid = &grid, .theme = theme_find("dark"), .title = "A <title>"};
	picture_find("svg")->write(&picture, &svg);
	texts_check(&picture, buf_string(&svg), seen);
	for (int row = 0; row < ROWS; row++)
		for (int col = 0; col < COLS; col++) {
			const struct cell *cell = grid_at(&grid, row, col);
			const struct cell *shows = cell->width || !col ? cell : cell - 1;
			if (shows->len)
				assert_true(seen[row][col] == !picture_shape_of(shows));
		}
	assert_non_null(strstr(buf_string(&svg), "A &lt;title&gt;</title>"));
	assert_null(strstr(buf_string(&svg), "<b>"));
	assert_null(strstr(buf_string(&svg), "]]>"));
	buf_free(&svg);
	grid_free(&grid);
}

/* Without its tags and escapes the page is the text of the grid. */
static void test_html_is_the_text(void **state)
{
	(void)state;
	struct grid grid = {0};
	struct buf html = {0}, plain = {0};
	fill(&grid);
	struct picture picture = {.grid = &grid, .theme = theme_find("light"), .title = "t"};
	picture_find("html")->write(&picture, &html);
	const char *at = strstr(buf_string(&html), "<pre>") + 5;
	const char *end = strstr(at, "</pre>");
	for (; at < end; at++) {
		static const struct {
			const char *escape;
			char is;
		} escapes[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}};
		size_t n = 0;
		while (n < 4 && strncmp(at, escapes[n].escape, strlen(escapes[n].escape)) != 0)
			n++;
		if (*at == '<') {
			at = strchr(at, '>');
		} else if (n < 4) {
			buf_char(&plain, escapes[n].is);
			at += strlen(escapes[n].escape) - 1;
		} else {
			buf_char(&plain, *at);
		}
	}
	struct buf expected = {0};
	for (int row = 0; row < ROWS; row++) {
		grid_row_text(&grid, row, true, NULL, 0, &expected);
		buf_char(&expected, '\n');
	}
	assert_string_equal(buf_string(&plain), buf_string(&expected));
	buf_free(&html);
	buf_free(&plain);
	buf_free(&expected);
	grid_free(&grid);
}

/* What each theme leaves to the terminal can be read on the paper that a picture brings. */
static void test_paper(void **state)
{
	(void)state;
	struct grid grid = {0};
	grid_resize(&grid, 1, 1);
	for (int n = 0; theme_at(n); n++) {
		struct picture picture = {.grid = &grid, .theme = theme_at(n)};
		struct ink paper = picture_paper(&picture);
		assert_true((paper.text & 0xff) / 2 > (paper.back & 0xff) ||
			(paper.back & 0xff) / 2 > (paper.text & 0xff));
	}
	grid_free(&grid);
}

/* The script of the page has the same table, "sign": [left, right, up, down, eighths, half]. */
static void test_a_page_draws_the_same_shapes(void **state)
{
	(void)state;
	struct file_bytes bytes;
	struct diag_list *diags = diag_create();
	const char *name = "src/page/paint.js";
	assert_true(file_read(name, diag_file(diags, name, NULL, 0), diags, &bytes));
	char *script = strndup(bytes.bytes, bytes.len);
	const char *at = strstr(script, "const shapes = {"), *end = strchr(at, '}');
	int count = 0;
	for (at = strchr(at, '"'); at && at < end; at = strchr(at, '"'), count++) {
		struct cell cell = {.len = (uint8_t)(strchr(at + 1, '"') - at - 1)};
		int sides[5] = {0};
		char half[8] = "";
		memcpy(cell.text, at + 1, cell.len);
		at += cell.len + 2;
		assert_in_range(sscanf(at, ": [%d, %d, %d, %d, %d, %4[a-z]", &sides[0], &sides[1],
					&sides[2], &sides[3], &sides[4], half),
			4, 6);
		const struct picture_shape *shape = picture_shape_of(&cell);
		assert_non_null(shape);
		assert_int_equal(shape->left, sides[0]);
		assert_int_equal(shape->right, sides[1]);
		assert_int_equal(shape->up, sides[2]);
		assert_int_equal(shape->down, sides[3]);
		assert_int_equal(shape->eighths, sides[4]);
		assert_int_equal(shape->half, strcmp(half, "true") == 0);
	}
	assert_int_equal(count, 17);
	free(script);
	file_release(&bytes);
	diag_free(diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_svg_has_each_cell),
		cmocka_unit_test(test_html_is_the_text),
		cmocka_unit_test(test_paper),
		cmocka_unit_test(test_a_page_draws_the_same_shapes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
