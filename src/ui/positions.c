/* The table is made when the view is first opened, and again when what is shown has changed; a picture
 * lays out the lines of the window and those beside it. */
#include "ui/positions.h"

#include "layout/beside.h"
#include "ui/input.h"
#include "ui/keybar.h"
#include "ui/view.h"

#include <string.h>

enum {
	COPY_WIDTH = 80,
	HEAD_ROWS = 2,  /* what a meeting is called, and when it was; */
	HEAD_FROM = 28, /* and an empty one, from so many rows of the screen on */
	WORDS_ROWS = 3, /* of the words behind the selected cell, with an empty one above */
	WORDS_FROM = 16 /* rows of the screen from which there are any */
};

static const struct positions_spot nowhere = {UINT32_MAX, 0, 0};

static bool same_ref(struct ref a, struct ref b)
{
	return a.thing == b.thing && a.index == b.index;
}

static bool is_of(const struct stood *stood, const struct result *result)
{
	return stood->of.record == result->record && stood->of.events == result->events &&
		stood->of.event_count == result->event_count &&
		stood->of.quotes == result->quotes &&
		memcmp(&stood->of.quote_kinds, &result->quote_kinds,
			sizeof stood->of.quote_kinds) == 0;
}

/* The lines of the one party, or all. */
static void lines_choose(struct stood *stood)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < stood->table.line_count; i++)
		if (stood->party.thing == THING_NONE ||
			same_ref(stood->table.lines[i].party, stood->party))
			stood->lines[count++] = i;
	stood->list = (struct list){.count = count ? count : 1};
	stood->nth = 0;
}

void positions_open(struct app *app)
{
	struct stood *stood = &app->stood;
	if (!is_of(stood, app->result)) {
		positions_forget(app);
		stood->of = *app->result;
		positions_collect(&stood->arena, app->result, &stood->table);
		stood->lines = arena_alloc(
			&stood->arena, stood->table.line_count, sizeof *stood->lines);
		lines_choose(stood);
	}
	app_push(app, VIEW_POSITIONS);
}

void positions_forget(struct app *app)
{
	arena_free(&app->stood.arena);
	app->stood = (struct stood){0};
}

static uint32_t line_of(const struct stood *stood)
{
	return stood->lines[stood->list.selected];
}

static const struct stand *cell_of(const struct stood *stood, uint32_t *count)
{
	return positions_cell(&stood->table, line_of(stood), stood->meeting, count);
}

/* --- the window ------------------------------------------------------------------------------ */

static struct positions_columns columns_of(const struct app *app)
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
static int window_rows(const struct app *app)
{
	int rows = is_framed(app) ? app->rows - 4 - head_rows(app) - words_rows(app) : app->rows;
	return rows > 1 ? rows : 1;
}

/* A line begins an issue where the one above it in the list is of another. */
static bool is_titled(const struct stood *stood, uint32_t item)
{
	const struct position_line *lines = stood->table.lines;
	return item == 0 ||
		!same_ref(lines[stood->lines[item]].issue, lines[stood->lines[item - 1]].issue);
}

static void item_add(struct rows *rows, const struct app *app, uint32_t item,
	const struct positions_columns *columns, struct positions_spot spot)
{
	const struct stood *stood = &app->stood;
	bool titled = is_titled(stood, item);
	if (titled && item)
		rows_new(rows);
	positions_line_add(rows, app->result->record, &stood->table, columns, stood->lines[item],
		titled, spot);
}

static int item_height(const void *what, uint32_t item)
{
	const struct app *app = what;
	struct positions_columns columns = columns_of(app);
	struct arena arena = {0};
	struct rows rows;
	rows_begin(&rows, &arena, &(struct paper){app->cols, app->signs, app->form, app->dates});
	item_add(&rows, app, item, &columns, nowhere);
	arena_free(&arena);
	return (int)rows.count;
}

/* Brings the selected cell into the window. */
static void fit(struct app *app)
{
	struct stood *stood = &app->stood;
	struct list_heights heights = {item_height, app};
	struct positions_columns columns = columns_of(app);
	if (stood->meeting < stood->first)
		stood->first = stood->meeting;
	if (stood->meeting >= stood->first + columns.count)
		stood->first = stood->meeting + 1 - columns.count;
	/* One row is for the title of an issue whose beginning is out of the window. */
	list_settle(&stood->list, &heights, window_rows(app) - 1);
}

/* --- what the keys do ------------------------------------------------------------------------- */

/* The next or previous stand of the column, cell by cell. */
static void step(struct stood *stood, int direction)
{
	uint32_t count, before = stood->list.selected;
	cell_of(stood, &count);
	if (direction > 0 && stood->nth + 1 < count) {
		stood->nth++;
		return;
	}
	if (direction < 0 && stood->nth) {
		stood->nth--;
		return;
	}
	list_select(&stood->list, (int64_t)before + direction);
	if (stood->list.selected == before)
		return;
	cell_of(stood, &count);
	stood->nth = direction < 0 && count ? count - 1 : 0;
}

static void column_select(struct stood *stood, int64_t meeting)
{
	int64_t last = (int64_t)stood->table.meeting_count - 1;
	stood->meeting = meeting < 0 ? 0 : meeting > last ? (uint32_t)last : (uint32_t)meeting;
	stood->nth = 0;
}

/* Shows the next or previous columns, as many as fit. */
static void turn(struct app *app, int direction)
{
	struct stood *stood = &app->stood;
	struct positions_columns columns = columns_of(app);
	uint32_t count = stood->table.meeting_count;
	if (columns.count >= count) {
		app->message = "all meetings are shown";
		return;
	}
	int64_t first = (int64_t)stood->first + direction * (int64_t)columns.count;
	if (first > (int64_t)(count - columns.count))
		first = count - columns.count;
	stood->first = first < 0 ? 0 : (uint32_t)first;
	column_select(stood, direction > 0 ? stood->first + columns.count - 1 : stood->first);
}

/* The party of the selected line alone, then the next one, then all again. */
static void party_turn(struct app *app)
{
	struct stood *stood = &app->stood;
	struct ref before = stood->table.lines[line_of(stood)].party;
	if (stood->party.thing == THING_NONE) {
		stood->party = before;
	} else {
		/* The nearest party behind this one that stands anywhere. */
		struct ref next = {0};
		for (uint32_t i = 0; i < stood->table.line_count; i++) {
			struct ref party = stood->table.lines[i].party;
			if (party.index > stood->party.index &&
				(next.thing == THING_NONE || party.index < next.index))
				next = party;
		}
		stood->party = next;
	}
	lines_choose(stood);
	app->message = stood->party.thing == THING_NONE ? "all parties" : NULL;
}

static void follow(struct app *app)
{
	uint32_t count;
	const struct stand *stands = cell_of(&app->stood, &count);
	if (!count) {
		app->message = "the record has nothing in this cell";
		return;
	}
	const struct stand *stand = &stands[app->stood.nth];
	struct ref to = stand->position->quote;
	if (to.thing != THING_QUOTE)
		to = record_ref(
			THING_EVENT, (uint32_t)(stand->event - app->result->record->events));
	spot_follow(app, to);
}

static void copy(struct app *app)
{
	const struct stood *stood = &app->stood;
	struct arena arena = {0};
	struct rows rows;
	struct buf *out = &app->clipboard;
	struct positions_columns columns = positions_columns(
		&stood->table, COPY_WIDTH, stood->first);
	rows_begin(&rows, &arena, &(struct paper){COPY_WIDTH, app->signs, app->form, app->dates});
	positions_head_add(&rows, app->result, &stood->table, &columns);
	for (uint32_t item = 0; item < stood->list.count; item++) {
		if (!item)
			rows_new(&rows);
		item_add(&rows, app, item, &columns, nowhere);
	}
	buf_clear(out);
	beside_plain(out, &rows);
	buf_char(out, '\n');
	positions_legend(out, app->signs, COPY_WIDTH);
	buf_char(out, '\n');
	plain_show(app, "Copied, where the terminal allows it.", buf_string(out));
	arena_free(&arena);
}

static void page(struct app *app, int rows)
{
	struct stood *stood = &app->stood;
	struct list_heights heights = {item_height, app};
	list_select(&stood->list, list_further(&stood->list, &heights, rows));
	stood->nth = 0;
}

static bool positions_key(struct app *app, int32_t key, enum app_next *next)
{
	if (key != INPUT_ENTER || app->count || !app->stood.table.line_count)
		return false;
	follow(app);
	*next = APP_DRAW;
	return true;
}

static enum app_next positions_apply(
	struct app *app, enum action action, uint32_t count, bool counted)
{
	struct stood *stood = &app->stood;
	if (action == ACTION_ESCAPE || action == ACTION_POSITIONS) {
		app_pop(app);
		return APP_DRAW;
	}
	if (action == ACTION_HELP) {
		app_push(app, VIEW_HELP);
		return APP_DRAW;
	}
	if (!stood->table.line_count)
		return APP_NOTHING;
	int rows = window_rows(app);
	switch (action) {
	case ACTION_NEXT:
	case ACTION_NEXT_EVENT:
		while (count--)
			step(stood, 1);
		break;
	case ACTION_PREVIOUS:
	case ACTION_PREVIOUS_EVENT:
		while (count--)
			step(stood, -1);
		break;
	case ACTION_INTO:
	case ACTION_OTHER_PANE:
		column_select(stood, (int64_t)stood->meeting + 1);
		break;
	case ACTION_BACK:
		column_select(stood, (int64_t)stood->meeting - 1);
		break;
	case ACTION_READ_ON:
	case ACTION_PAGE_DOWN:
		page(app, rows - 1);
		break;
	case ACTION_READ_BACK:
	case ACTION_PAGE_UP:
		page(app, 1 - rows);
		break;
	case ACTION_HALF_DOWN:
		page(app, rows / 2 + 1);
		break;
	case ACTION_HALF_UP:
		page(app, -rows / 2 - 1);
		break;
	case ACTION_FIRST:
		list_select(&stood->list, 0);
		stood->nth = 0;
		break;
	case ACTION_LAST:
		list_select(&stood->list,
			counted ? (int64_t)count - 1 : (int64_t)stood->list.count - 1);
		stood->nth = 0;
		break;
	case ACTION_NEXT_ERA:
		turn(app, 1);
		break;
	case ACTION_PREVIOUS_ERA:
		turn(app, -1);
		break;
	case ACTION_CLOSER:
		party_turn(app);
		break;
	case ACTION_COPY:
		copy(app);
		return APP_COPY;
	default:
		return APP_NOTHING;
	}
	return APP_DRAW;
}

/* --- the picture ------------------------------------------------------------------------------- */

static const struct hint hints[] = {
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

/* Returns how many lines are left below. */
static uint32_t draw_lines(struct app *app, struct grid *grid, struct area area)
{
	struct stood *stood = &app->stood;
	struct positions_columns columns = columns_of(app);
	struct positions_spot spot = {line_of(stood), stood->meeting, stood->nth};
	int line = 0;
	uint32_t item = stood->list.top;
	for (; item < stood->list.count && line < area.rows; item++) {
		struct rows rows;
		begin_rows(app, &rows, grid->cols);
		if (item && item != stood->list.top && is_titled(stood, item))
			line++;
		if (is_titled(stood, item) && line + 1 >= area.rows && item != stood->list.top)
			break; /* no title without a line below it */
		positions_line_add(&rows, app->result->record, &stood->table, &columns,
			stood->lines[item], item == stood->list.top || is_titled(stood, item),
			spot);
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
	}
	return line > area.rows ? stood->list.count - item + 1 : stood->list.count - item;
}

/* The words behind the selected cell. */
static void draw_words(struct app *app, struct grid *grid, struct area area)
{
	uint32_t count;
	const struct stand *stands = cell_of(&app->stood, &count);
	struct rows rows;
	begin_rows(app, &rows, area.cols - 3);
	if (count)
		positions_words_add(&rows, app->result->record, &stands[app->stood.nth], area.rows);
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
	buf_char(&words, ' ');
	positions_legend(&words, app->signs, grid->cols - 4);
	buf_char(&words, ' ');
	area_text(grid, NULL, rule, 0, 1, (struct style){ROLE_COUNT_OF, 0}, buf_string(&words));
	int used = 1 + text_width(NULL, words.text, words.len);
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
	struct positions_columns columns = columns_of(app);
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

static void positions_draw(struct app *app, struct grid *grid)
{
	struct stood *stood = &app->stood;
	bool some = stood->table.line_count > 0;
	if (some)
		fit(app);
	struct buf words = {0};
	title_words(&words, app);
	struct area area = app_draw_frame(app, grid, "Positions", buf_string(&words), hints);
	buf_free(&words);
	if (!some) {
		area_text(grid, NULL, area, 1, 2, (struct style){ROLE_NOTE, 0},
			positions_none(app->result));
		return;
	}
	if (is_framed(app)) {
		struct positions_columns columns = columns_of(app);
		struct rows head;
		begin_rows(app, &head, grid->cols);
		positions_head_add(&head, app->result, &stood->table, &columns);
		for (int line = 0; line < (int)head.count; line++)
			area_row(grid, app->form, area, line, &head.at[line], 0);
		area.row += head_rows(app);
		area.rows -= head_rows(app) + words_rows(app);
	}
	uint32_t below = draw_lines(app, grid, area);
	if (is_framed(app))
		draw_legend(app, grid, below);
	if (is_framed(app) && words_rows(app))
		draw_words(app, grid,
			(struct area){area.row + area.rows + 1, 0, WORDS_ROWS - 1, grid->cols});
}

const struct view_ops positions_view = {
	.key = positions_key, .apply = positions_apply, .draw = positions_draw};
