/* From above: title, rule, body, rule, key bar. Only these functions count rows from an edge. */
#include "ui/core/frame.h"

#include "layout/rows.h"

#include <string.h>

enum { FRAME_FROM = 6, ROWS_ABOVE = 2, ROWS_BELOW = 2 };

bool frame_is_bare(const struct app *app)
{
	return app->rows < FRAME_FROM;
}

struct area frame_body(const struct app *app, int head, int foot)
{
	if (frame_is_bare(app))
		return (struct area){0, 0, app->rows, app->cols};
	int rows = app->rows - ROWS_ABOVE - ROWS_BELOW - head - foot;
	int lack = rows < 1 ? 1 - rows : 0; /* the head gives way, then the foot */
	return (struct area){
		ROWS_ABOVE + (head > lack ? head - lack : 0), 0, rows + lack, app->cols};
}

struct area frame_head(const struct app *app, int head, int foot)
{
	struct area whole = frame_body(app, 0, 0), body = frame_body(app, head, foot);
	return (struct area){whole.row, 0, body.row - whole.row, whole.cols};
}

struct area frame_line(const struct app *app, int left)
{
	int col = left < app->cols ? left : app->cols - 1;
	int cols = app->cols - left - 1;
	return (struct area){app->rows - 1, col, 1, cols > 1 ? cols : 1};
}

void frame_title(struct app *app, struct grid *grid, const char *title, const char *more)
{
	struct area area = {0, 0, 1, grid->cols};
	struct rows rows = app_rows(app, grid->cols);
	rows_new(&rows);
	rows_to(&rows, 1);
	int room = text_width(app->form, more, strlen(more));
	bool fits = room + 8 < grid->cols - 3;
	rows_cut_words(&rows, style_of(ROLE_TITLE), title, grid->cols - 2 - (fits ? room + 2 : 0));
	area_row(grid, app->form, area, 0, &rows.at[0], 0);
	if (fits)
		area_right(grid, app->form, area, 0, 1, style_of(ROLE_COUNT_OF), more);
}

void frame_limits(const struct app *app, struct grid *grid, int from)
{
	if (frame_is_bare(app))
		return;
	grid_role(grid, 0, from + 1, grid->cols, ROLE_TITLE, ROLE_WARN);
}

struct area frame_upper_rule(const struct app *app)
{
	return (struct area){ROWS_ABOVE - 1, 0, 1, app->cols};
}

void frame_rule(struct app *app, struct grid *grid)
{
	grid_fill(grid, 1, 0, grid->cols, style_of(ROLE_FOCUS), app->signs->heavy);
}

void frame_lower_rule(struct app *app, struct grid *grid)
{
	grid_fill(grid, grid->rows - 2, 0, grid->cols, style_of(ROLE_RULE), app->signs->light);
}

void frame_draw(struct app *app, struct grid *grid, const char *title, const char *more)
{
	if (frame_is_bare(app))
		return;
	int width = text_width(app->form, title, strlen(title)) +
		text_width(app->form, more, strlen(more));
	frame_title(app, grid, title, width + 4 <= grid->cols ? more : "");
	frame_rule(app, grid);
	frame_lower_rule(app, grid);
}

void frame_foot(struct app *app, struct grid *grid, int row)
{
	if (row > ROWS_ABOVE - 1 && row < grid->rows - ROWS_BELOW)
		grid_fill(grid, row, 0, grid->cols, style_of(ROLE_RULE), app->signs->light);
}

static struct area lower_rule(const struct grid *grid)
{
	return (struct area){grid->rows - 2, 0, 1, grid->cols};
}

enum { LEGEND_SPACES = 3 }; /* round a legend */

/* How many lines there are below: in whole words, and in fewer, step by step. */
enum below { BELOW_WHOLE, BELOW_SHORT, BELOW_LEAST, BELOW_STEPS };

/* Of many it is no help to know how many. */
static void below_words(
	struct buf *words, const struct signs *signs, uint32_t below, enum below step)
{
	enum { MANY = 50 };
	buf_clear(words);
	if (below > MANY) {
		buf_format(words, " more %s ", step == BELOW_LEAST ? signs->down : "below");
		return;
	}
	buf_format(words, " %u", (unsigned)below);
	if (step != BELOW_LEAST)
		buf_format(words, "%s line%s", step == BELOW_WHOLE ? " more" : "",
			below == 1 ? "" : "s");
	buf_text(words, " below ");
}

int frame_legend_room(const struct grid *grid, uint32_t below)
{
	struct buf words = {0};
	int room = grid->cols - LEGEND_SPACES - 1;
	if (below) {
		below_words(&words, signs_find(true), below, BELOW_LEAST); /* as wide as others */
		room = grid->cols - LEGEND_SPACES - text_width(NULL, words.text, words.len);
	}
	buf_free(&words);
	return room;
}

void frame_legend(struct app *app, struct grid *grid, const char *legend, uint32_t below)
{
	enum { APART = 6, EDGE = 2 }; /* from the legend to what is below, and behind that */
	const struct style style = {ROLE_COUNT_OF, 0, 0};
	struct buf words = {0};
	int free = grid->cols - text_width(NULL, legend, strlen(legend)) - LEGEND_SPACES;
	bool placed = !below;
	if (frame_is_bare(app))
		return;
	buf_format(&words, "  %s ", legend);
	if (*legend)
		area_text(grid, NULL, lower_rule(grid), 0, 0, style, words.text);
	for (int step = 0; step < BELOW_STEPS && !placed; step++) {
		bool last = step == BELOW_LEAST;
		below_words(&words, app->signs, below, (enum below)step);
		placed = text_width(NULL, words.text, words.len) + (last ? 0 : APART) <= free;
		if (placed)
			area_right(grid, NULL, lower_rule(grid), 0, last ? 0 : EDGE, style,
				words.text);
	}
	buf_free(&words);
}

void frame_note(struct app *app, struct grid *grid, const char *text)
{
	if (!frame_is_bare(app))
		area_right(grid, NULL, lower_rule(grid), 0, 1, (struct style){ROLE_COUNT_OF, 0, 0},
			text);
}

void frame_below(struct app *app, struct grid *grid, uint32_t below)
{
	struct buf words = {0};
	if (below) {
		below_words(&words, app->signs, below, BELOW_WHOLE);
		frame_note(app, grid, buf_string(&words));
	}
	buf_free(&words);
}
