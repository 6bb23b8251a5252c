/* The window of the table and its picture: the lines of the window are laid out, and those beside it, to know their
 * heights. */
#include "ui/positions_window.h"

#include "layout/beside.h"
#include "ui/keybar.h"
#include "ui/view.h"

enum {
	HEAD_ROWS = 2,  /* what a meeting is called, and when it was; */
	HEAD_FROM = 28, /* and an empty one, from so many rows of the screen on */
	WORDS_ROWS = 3, /* of the words behind the selected cell, with an empty one above */
	WORDS_MOST = 6, /* rows of words, where the lines leave some free */
	WORDS_FROM = 16 /* rows of the screen from which there are any */
};

static const struct positions_spot nowhere = {UINT32_MAX, 0, 0};

uint32_t positions_selected(const struct stood *stood)
{
	return stood->lines[stood->list.selected];
}

const struct stand *positions_selected_cell(const struct stood *stood, uint32_t *count)
{
	return positions_cell(&stood->table, positions_selected(stood), stood->meeting, count);
}

/* --- the window ------------------------------------------------------------------------------ */

struct positions_columns positions_columns_of(const struct app *app)
{
	return positions_columns(&app->stood.table, app->cols, app->stood.first);
}

static bool is_framed(const struct app *app)
{
	return app->rows >= 6;
}

static int head_rows(const struct app *app)
{
	return app->rows >= HEAD_FROM ? HEAD_ROWS + 1 : HEAD_ROWS;
}

static int words_rows(const struct app *app)
{
	return app->rows >= WORDS_FROM ? WORDS_ROWS : 0;
}

/* The rows of the screen that lines have. */
int positions_window_rows(const struct app *app)
{
	int rows = is_framed(app) ? app->rows - 4 - head_rows(app) - words_rows(app) : app->rows;
	return rows > 1 ? rows : 1;
}

/* A line begins an issue where the one above it in the list is of another. */
bool positions_is_titled(const struct stood *stood, uint32_t item)
{
	const struct position_line *lines = stood->table.lines;
	return item == 0 ||
		lines[stood->lines[item]].issue.index != lines[stood->lines[item - 1]].issue.index;
}

void positions_item_add(struct rows *rows, const struct app *app, uint32_t item,
	const struct positions_columns *columns, struct positions_spot spot)
{
	const struct stood *stood = &app->stood;
	bool titled = positions_is_titled(stood, item);
	if (titled && item)
		rows_new(rows);
	positions_line_add(rows, app->result->record, &stood->table, columns, stood->lines[item],
		titled, spot);
}

int positions_item_height(const void *what, uint32_t item)
{
	const struct app *app = what;
	struct positions_columns columns = positions_columns_of(app);
	struct arena arena = {0};
	struct rows rows;
	rows_begin(&rows, &arena, &(struct paper){app->cols, app->signs, app->form, app->dates});
	positions_item_add(&rows, app, item, &columns, nowhere);
	arena_free(&arena);
	return (int)rows.count;
}

/* Brings the selected cell into the window. */
static void fit(struct app *app)
{
	struct stood *stood = &app->stood;
	struct list_heights heights = {positions_item_height, app};
	struct positions_columns columns = positions_columns_of(app);
	if (stood->meeting < stood->first)
		stood->first = stood->meeting;
	if (stood->meeting >= stood->first + columns.count)
		stood->first = stood->meeting + 1 - columns.count;
	/* One row is for the title of an issue whose beginning is out of the window. */
	list_settle(&stood->list, &heights, positions_window_rows(app) - 1);
}

/* --- the picture ------------------------------------------------------------------------------- */

const struct hint positions_hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "issue"},
	{{ACTION_BACK, ACTION_INTO}, "meeting"},
	{{ACTION_NONE}, "Enter go there"},
	{{ACTION_PREVIOUS_ERA, ACTION_NEXT_ERA}, "other meetings"},
	{{ACTION_CLOSER}, "one party"},
	{{ACTION_COPY}, "copy"},
	{{ACTION_HELP}, "help"},
	{{ACTION_LEAVE}, "close"},
	{{ACTION_NONE}, NULL},
};

static void begin_rows(struct app *app, struct rows *rows, int width)
{
	rows_begin(rows, &app->draw, &(struct paper){width, app->signs, app->form, app->dates});
}

/* Returns how many lines are left below; `used` is how many rows are drawn. */
static uint32_t draw_lines(struct app *app, struct grid *grid, struct area area, int *used)
{
	struct stood *stood = &app->stood;
	struct positions_columns columns = positions_columns_of(app);
	struct positions_spot spot = {positions_selected(stood), stood->meeting, stood->nth};
	int line = 0;
	*used = 0;
	uint32_t item = stood->list.top;
	for (; item < stood->list.count && line < area.rows; item++) {
		struct rows rows;
		begin_rows(app, &rows, grid->cols);
		if (item && item != stood->list.top && positions_is_titled(stood, item))
			line++;
		if (positions_is_titled(stood, item) && line + 1 >= area.rows &&
			item != stood->list.top)
			break; /* no title without a line below it */
		positions_line_add(&rows, app->result->record, &stood->table, &columns,
			stood->lines[item],
			item == stood->list.top || positions_is_titled(stood, item), spot);
		for (uint32_t i = 0; i < rows.count; i++, line++) {
			area_row(grid, app->form, area, line, &rows.at[i], 0);
			if (rows.at[i].stop != 1 || line >= area.rows)
				continue;
			int col = columns.label +
				(int)(stood->meeting - columns.first) * columns.width + 4;
			grid_mark(grid, area.row + line, col, columns.width - 3, STYLE_SELECTED);
			grid->cursor_row = area.row + line;
			grid->cursor_col = col;
		}
		*used = line < area.rows ? line : area.rows;
	}
	return line > area.rows ? stood->list.count - item + 1 : stood->list.count - item;
}

/* The words behind the selected cell: long ones begin higher. */
static void draw_words(struct app *app, struct grid *grid, struct area area)
{
	uint32_t count;
	const struct stand *stands = positions_selected_cell(&app->stood, &count);
	struct rows rows;
	begin_rows(app, &rows, area.cols - 3);
	if (count)
		positions_words_add(&rows, app->result->record, &stands[app->stood.nth], area.rows);
	int least = WORDS_ROWS - 1;
	int high = (int)rows.count < least ? least : (int)rows.count;
	area.row += area.rows - high;
	area.rows = high;
	for (uint32_t i = 0; i < rows.count; i++) {
		struct area at = {area.row, 2, area.rows, area.cols - 2};
		area_row(grid, app->form, at, (int)i, &rows.at[i], 0);
	}
	if (!count)
		area_text(grid, NULL, area, 0, 2, (struct style){ROLE_NOTE, 0},
			"The record has nothing here.");
}

static void draw_legend(struct app *app, struct grid *grid, uint32_t below)
{
	struct area rule = {grid->rows - 2, 0, 1, grid->cols};
	struct buf words = {0};
	buf_text(&words, "  ");
	positions_legend(&words, app->signs, grid->cols - 4);
	buf_char(&words, ' ');
	area_text(grid, NULL, rule, 0, 0, (struct style){ROLE_COUNT_OF, 0}, buf_string(&words));
	int used = text_width(NULL, words.text, words.len);
	buf_clear(&words);
	buf_format(&words, " %u more %s ", (unsigned)below, app->signs->down);
	if (below && used + 16 < grid->cols)
		area_right(grid, NULL, rule, 0, 2, (struct style){ROLE_COUNT_OF, 0},
			buf_string(&words));
	buf_free(&words);
}

/* "6 issues at 2 meetings", and which of them are shown. */
static void title_words(struct buf *words, const struct app *app)
{
	const struct stood *stood = &app->stood;
	struct positions_columns columns = positions_columns_of(app);
	if (!stood->table.line_count)
		return;
	if (stood->party.thing != THING_NONE)
		buf_format(words, "only %s %s ", record_name(app->result->record, stood->party),
			app->signs->dot);
	positions_count_words(words, &stood->table);
	if (columns.count < stood->table.meeting_count)
		buf_format(words, columns.count > 1 ? ", %u to %u shown" : ", number %u shown",
			(unsigned)columns.first + 1, (unsigned)(columns.first + columns.count));
}

void positions_draw(struct app *app, struct grid *grid)
{
	struct stood *stood = &app->stood;
	bool some = stood->table.line_count > 0;
	if (some)
		fit(app);
	struct buf words = {0};
	title_words(&words, app);
	struct buf title = {0};
	buf_text(&title, "Positions");
	filter_words(app, &title);
	struct area area = app_draw_frame(
		app, grid, buf_string(&title), buf_string(&words), positions_hints);
	buf_free(&title);
	buf_free(&words);
	if (!some) {
		area_text(grid, NULL, area, 1, 2, (struct style){ROLE_NOTE, 0},
			positions_none(app->result));
		return;
	}
	if (is_framed(app)) {
		struct positions_columns columns = positions_columns_of(app);
		struct rows head;
		begin_rows(app, &head, grid->cols);
		positions_head_add(&head, app->result, &stood->table, &columns);
		for (int line = 0; line < (int)head.count; line++)
			area_row(grid, app->form, area, line, &head.at[line], 0);
		area.row += head_rows(app);
		area.rows -= head_rows(app) + words_rows(app);
	}
	int used;
	uint32_t below = draw_lines(app, grid, area, &used);
	if (is_framed(app))
		draw_legend(app, grid, below);
	if (is_framed(app) && words_rows(app)) {
		int rows = WORDS_ROWS - 1 + area.rows - used;
		rows = rows < WORDS_MOST ? rows : WORDS_MOST;
		draw_words(app, grid,
			(struct area){
				area.row + area.rows + WORDS_ROWS - rows, 0, rows, grid->cols});
	}
}
