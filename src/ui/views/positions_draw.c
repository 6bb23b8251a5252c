/* The picture of the positions. The lines of the window are laid out for each picture, and those beside it,
 * to know their heights; below them stand the words behind the selected cell. Small screens give up the
 * words first, then the head. */
#include "ui/views/positions.h"

#include "layout/positions_words.h"
#include "ui/core/filter.h"
#include "ui/core/frame.h"
#include "ui/core/list.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"

enum {
	HEAD_ROWS = 2,   /* what a meeting is called, and when it was; */
	HEAD_LEAST = 7,  /* the first from so many rows of the screen on, */
	DATE_FROM = 10,  /* the second from so many, */
	HEAD_FROM = 28,  /* and an empty one, from so many */
	WORDS_LEAST = 2, /* rows of the words behind the selected cell; an empty one stands above */
	WORDS_FROM = 16, /* rows of the screen from which there are any */
	SIDE_EDGE = 2    /* columns of the rule before what it says of the sides */
};

static const struct positions_spot nowhere = {UINT32_MAX, 0, 0};

/* ---- the window ---- */

void positions_item_add(struct rows *rows, const struct app *app, uint32_t item,
	const struct positions_columns *columns, struct positions_spot spot)
{
	const struct stands *stands = stands_of(app);
	bool titled = stands_titled(stands, item);
	if (titled && item)
		rows_new(rows);
	positions_line_add(
		rows, app->record, &stands->table, columns, stands->lines[item], titled, spot);
}

int positions_item_height(const void *what, uint32_t item)
{
	const struct app *app = what;
	struct positions_columns columns = columns_of(app);
	struct arena arena = {0};
	struct rows rows;
	struct paper paper = app_paper(app, app->cols);
	rows_begin(&rows, &arena, &paper);
	positions_item_add(&rows, app, item, &columns, nowhere);
	arena_free(&arena);
	return (int)rows.count;
}

static int head_rows(const struct app *app)
{
	if (app->rows < HEAD_LEAST)
		return 0;
	if (app->rows < DATE_FROM)
		return HEAD_ROWS - 1;
	return app->rows >= HEAD_FROM ? HEAD_ROWS + 1 : HEAD_ROWS;
}

/* Why a cell has no stand, and where its party stands at another meeting: silence at one is
 * none at all. */
static void why_none_add(struct rows *rows, const struct app *app, const struct position_cell *cell)
{
	const struct stands *stands = stands_of(app);
	struct buf words = {0};
	buf_text(&words, positions_why_none(&stands->table, cell, !spot_is_over(app)));
	if (!cell->hides)
		positions_elsewhere(&words, rows->paper.dates, app->record, &stands->table,
			stands_line(stands), stands->meeting);
	rows_phrase(rows, style_of(ROLE_NOTE), &words, 0, rows->paper.width);
	buf_free(&words);
}

/* What stands at the foot for the selected cell: the words behind the stand, or why there is none;
 * at most `most` rows. */
static struct rows words_lay(const struct app *app, struct arena *arena, int most)
{
	const struct stands *stands = stands_of(app);
	struct position_cell cell = stands_cell(stands);
	struct paper paper = app_paper(app, app->cols - 3 < ROWS_FOOT ? app->cols - 3 : ROWS_FOOT);
	struct rows rows;
	rows_begin(&rows, arena, &paper);
	if (stands->nth < cell.count)
		positions_words_add(&rows, app->record, &cell.stands[stands->nth], most,
			spot_is_over(app) ? "Enter in full" : "Enter go there");
	else
		why_none_add(&rows, app, &cell);
	return rows;
}

/* Words get the rows that they need, as long as these are no more than two in five and the selected line
 * has its own; those that are cut get one in four, since Enter shows them. */
static int words_rows(const struct app *app)
{
	const struct stands *stands = stands_of(app);
	struct arena arena = {0};
	if (app->rows < WORDS_FROM || !stands->table.line_count)
		return 0;
	int body = frame_body(app, head_rows(app), 0).rows;
	int most = body - 2 - positions_item_height(app, stands->list.selected);
	most = most < body * 2 / 5 ? most : body * 2 / 5;
	most = most > WORDS_LEAST ? most : WORDS_LEAST;
	int rows = (int)words_lay(app, &arena, most + 1).count;
	if (rows > most)
		most = most < body / 4 ? most : body / 4;
	most = most > WORDS_LEAST ? most : WORDS_LEAST;
	arena_free(&arena);
	rows = rows < most ? rows : most; /* a few columns hold a letter a row */
	return 1 + (rows > WORDS_LEAST ? rows : WORDS_LEAST);
}

/* The rows of the screen that lines have. */
struct area positions_lines_area(const struct app *app)
{
	return frame_body(app, head_rows(app), words_rows(app));
}

/* ---- the picture ---- */

const struct hint positions_hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "issue"},
	{{ACTION_BACK, ACTION_INTO}, "column"},
	{{ACTION_NONE}, "Enter go there", "Enter in full"},
	{{ACTION_PREVIOUS_ERA, ACTION_NEXT_ERA}, "meetings"},
	{{ACTION_CLOSER}, "one party"},
	{{ACTION_COPY}, "copy"},
	{{ACTION_HELP}, "help"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_NONE}, NULL},
};

/* Where all meetings are shown. */
static const struct hint whole_hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "issue"},
	{{ACTION_BACK, ACTION_INTO}, "meeting"},
	{{ACTION_NONE}, "Enter go there", "Enter in full"},
	{{ACTION_CLOSER}, "one party"},
	{{ACTION_COPY}, "copy"},
	{{ACTION_HELP}, "help"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_NONE}, NULL},
};

/* The rows of a line are drawn from here on: not the first where the selected stand would not be
 * seen then. */
static uint32_t first_row(const struct rows *rows, int room)
{
	uint32_t selected = 0;
	int below = room > 3; /* a row of what goes on below it */
	while (selected < rows->count && rows->at[selected].stop != 1)
		selected++;
	if (selected == rows->count || (int)rows->count <= room ||
		(int)selected + 1 + below <= room)
		return 0;
	uint32_t above = (uint32_t)room / 2, last = rows->count - (uint32_t)room;
	return selected - above < last ? selected - above : last;
}

static void draw_selected(struct app *app, struct grid *grid, int row)
{
	struct positions_columns columns = columns_of(app);
	int nth = (int)(stands_of(app)->meeting - columns.first);
	int col = columns.label + nth * columns.width + 4;
	grid_mark(grid, row, col, columns.width - 3, STYLE_SELECTED);
	grid->cursor_row = row;
	grid->cursor_col = col;
}

static void note_cells(
	struct app *app, struct area area, int line, uint32_t item, int first, int rows)
{
	struct positions_columns columns = columns_of(app);
	for (uint32_t i = 0; i < columns.count; i++) {
		struct area cell = {
			area.row, columns.label + (int)i * columns.width, area.rows, columns.width};
		target_item(
			app, cell, line, rows, first, (int64_t)item << 32 | (columns.first + i));
	}
}

/* A line that has no room for all of its rows is left for the next page, unless it is the first. Returns
 * how many lines are left below, that one included. */
static uint32_t draw_lines(struct app *app, struct grid *grid, struct area area)
{
	struct stands *stands = stands_of(app);
	struct positions_columns columns = columns_of(app);
	struct positions_spot spot = {stands_line(stands), stands->meeting, stands->nth};
	int line = 0;
	uint32_t item = stands->list.top;
	for (; item < stands->list.count && line < area.rows; item++) {
		struct rows rows = app_rows(app, grid->cols);
		bool top = item == stands->list.top, titled = top || stands_titled(stands, item);
		positions_line_add(&rows, app->record, &stands->table, &columns,
			stands->lines[item], titled, spot);
		line += !top && titled;
		if (!top && line + (int)rows.count > area.rows)
			break;
		uint32_t first = top ? first_row(&rows, area.rows) : 0;
		note_cells(app, area, line, item, (int)first, (int)(rows.count - first));
		for (uint32_t i = first; i < rows.count; i++) {
			area_row(grid, app->form, area, line, &rows.at[i], 0);
			if (rows.at[i].stop == 1 && line < area.rows)
				draw_selected(app, grid, area.row + line);
			line++;
		}
	}
	return stands->list.count - item + (line > area.rows && item == stands->list.top + 1);
}

/* At the end of the rows that they have. */
static void draw_words(struct app *app, struct grid *grid, struct area area)
{
	const struct stands *stands = stands_of(app);
	struct rows rows = words_lay(app, &app->draw, area.rows);
	if (stands->nth < stands_cell(stands).count)
		target_key(app, area, INPUT_ENTER);
	area_rows(grid, app->form, (struct area){area.row, 2, area.rows, area.cols - 2}, 0, &rows);
}

static void draw_legend(struct app *app, struct grid *grid, uint32_t below)
{
	struct buf legend = {0};
	struct positions_columns columns = columns_of(app);
	positions_legend(&legend, app->signs, &stands_of(app)->table, &columns,
		frame_legend_room(grid, below));
	frame_legend(app, grid, buf_string(&legend), below);
	buf_free(&legend);
}

/* "6 issues on 2 dates"; where not all are shown "6 issues · dates 3–4 of 4". */
static void title_words(struct buf *words, const struct app *app)
{
	const struct stands *stands = stands_of(app);
	struct positions_columns columns = columns_of(app);
	if (!stands->table.line_count)
		return;
	if (stands->party.thing != THING_NONE)
		buf_format(words, "only %s %s ", record_name(app->record, stands->party),
			app->signs->dot);
	positions_count_words(words, &stands->table, &columns, app->signs);
}

/* "← earlier: 29 March 2022" or "later: 2 June 2025 →": the nearest meeting beyond the first
 * or last column; where that has no room, "← earlier". Nothing where there is none. */
static void side_words(struct buf *words, const struct app *app, bool later)
{
	const struct position_table *table = &stands_of(app)->table;
	struct positions_columns columns = columns_of(app);
	struct buf date = {0};
	if (later ? columns.first + columns.count >= table->meeting_count : !columns.first)
		return;
	uint32_t at = later ? columns.first + columns.count : columns.first - 1;
	words_date_one(&date, app->dates, when_of_event(table->meetings[at].main));
	for (int dated = 1; dated >= 0; dated--) {
		buf_clear(words);
		if (later)
			buf_text(words, " later");
		else
			buf_format(words, " %s earlier", app->signs->earlier);
		if (dated && date.len)
			buf_format(words, ": %s", buf_string(&date));
		if (later)
			buf_format(words, " %s", app->signs->later);
		buf_char(words, ' ');
		if (text_width(app->form, words->text, words->len) + SIDE_EDGE <= app->cols / 2)
			break;
	}
	buf_free(&date);
}

/* What lies to the sides, in the rule above the columns. */
static void draw_sides(struct app *app, struct grid *grid)
{
	const struct style style = style_of(ROLE_COUNT_OF);
	struct area rule = frame_upper_rule(app);
	for (int later = 0; later < 2; later++) {
		struct buf words = {0};
		side_words(&words, app, later);
		int cols = text_width(app->form, buf_string(&words), words.len);
		int col = later ? grid->cols - SIDE_EDGE - cols : SIDE_EDGE;
		if (cols && cols + SIDE_EDGE <= grid->cols / 2) {
			area_text(grid, app->form, rule, 0, col, style, buf_string(&words));
			target_button(app, rule, 0, col, cols, later ? ']' : '[');
		}
		buf_free(&words);
	}
}

static void draw_head(struct app *app, struct grid *grid)
{
	struct positions_columns columns = columns_of(app);
	struct rows rows = app_rows(app, grid->cols);
	positions_head_add(&rows, app->record, &stands_of(app)->table, &columns);
	area_rows(grid, app->form, frame_head(app, head_rows(app), words_rows(app)), 0, &rows);
}

/* Why there is no table, and where there is one. */
static void draw_none(struct app *app, struct grid *grid, struct area area)
{
	const struct position_table *table = &stands_of(app)->table;
	struct rows rows = app_rows(app, grid->cols - 3);
	rows_paragraph(&rows, style_of(ROLE_NOTE), positions_none(app->result, table), 0,
		rows.paper.width);
	if (filter_is_on(app) && view_below(app) == &explorer_view)
		rows_paragraph(
			&rows, style_of(ROLE_NOTE), "q, then \\ shows all.", 0, rows.paper.width);
	area_rows(grid, app->form, (struct area){area.row + 1, 2, area.rows - 1, area.cols - 2}, 0,
		&rows);
}

static const struct hint *hints_of(const struct app *app)
{
	const struct position_table *table = &stands_of(app)->table;
	if (!table->line_count)
		return keybar_none;
	return columns_of(app).count < table->meeting_count ? positions_hints : whole_hints;
}

void positions_draw(struct app *app, struct grid *grid)
{
	struct buf words = {0}, title = {0};
	bool bare = frame_is_bare(app);
	title_words(&words, app);
	buf_text(&title, "Positions");
	filter_words(app, &title,
		app->cols - 4 - text_width(app->form, buf_string(&words), words.len) -
			(int)title.len);
	struct area area = keybar_frame(
		app, grid, buf_string(&title), buf_string(&words), hints_of(app));
	frame_limits(app, grid, (int)strlen("Positions"));
	buf_free(&title);
	buf_free(&words);
	if (!stands_of(app)->table.line_count) {
		draw_none(app, grid, area);
		return;
	}
	if (!bare) {
		draw_sides(app, grid);
		draw_head(app, grid);
	}
	area = positions_lines_area(app);
	uint32_t below = draw_lines(app, grid, area);
	if (bare)
		return;
	draw_legend(app, grid, below);
	int rows = words_rows(app) - 1;
	if (rows <= 0)
		return;
	frame_foot(app, grid, area.row + area.rows);
	draw_words(app, grid, (struct area){area.row + area.rows + 1, 0, rows, grid->cols});
}
