/* The rows of a comparison are made when it opens or the width changes, and kept; a picture is a window on
 * them. What is selected is a line and a side of it. */
#include "ui/compare.h"

#include "layout/beside.h"
#include "ui/follow.h"
#include "ui/input.h"
#include "ui/keybar.h"
#include "ui/motion.h"
#include "ui/view.h"

#include <string.h>

enum { COPY_WIDTH = 80 };

static bool make(struct app *app)
{
	struct compared *compared = &app->compared;
	arena_reset(&compared->arena);
	compared->rows.paper.width = 0;
	compared->selected = 0;
	compared->top = 0;
	compared->made = compare_refs(&compared->arena, app->result, compared->sides[COMPARE_LEFT],
		compared->sides[COMPARE_RIGHT], &compared->compare);
	return compared->made;
}

bool compare_open(struct app *app, struct ref left, struct ref right)
{
	struct compared *compared = &app->compared;
	const struct compare *compare = &compared->compare;
	compared->sides[COMPARE_LEFT] = left;
	compared->sides[COMPARE_RIGHT] = right;
	compared->side = COMPARE_LEFT;
	app->trail.compared = 0; /* the one left before is no more */
	if (!make(app))
		return false;
	for (int side = 0; side < COMPARE_SIDES && !compare->quotes[side]; side++)
		compared->sides[side] = record_ref(THING_EVENT,
			(uint32_t)(compare->events[side] - app->result->record->events));
	app_push(app, VIEW_COMPARE);
	return true;
}

void compare_forget(struct app *app)
{
	struct compared *compared = &app->compared;
	arena_free(&compared->arena);
	arena_free(&compared->rows_arena);
	*compared = (struct compared){0};
}

/* --- the window ----------------------------------------------------------------------------- */

/* Rows of the view on a screen: what is left by title, rules and key bar, and the rows of the head. */
static bool is_framed(const struct app *app)
{
	return app->rows >= 6;
}

enum { HEAD_ROWS = 2, SPACE_FROM = 20 }; /* an empty row below the head from so many rows on */

static int head_rows(const struct app *app)
{
	return app->rows < SPACE_FROM ? HEAD_ROWS : HEAD_ROWS + 1;
}

static int top_most(const struct compared *compared)
{
	int most = (int)compared->rows.count - compared->height;
	return most > 0 ? most : 0;
}

static void top_set(struct compared *compared, int top)
{
	int most = top_most(compared);
	compared->top = top > most ? most : top < 0 ? 0 : top;
}

static void show_selected(struct compared *compared)
{
	const struct compare_place *place = &compared->places[compared->selected];
	int first = (int)place->first, last = (int)place->last;
	if (compared->selected == 0)
		first = 0;
	if (first < compared->top || last - first >= compared->height)
		top_set(compared, first);
	else if (last >= compared->top + compared->height)
		top_set(compared, last - compared->height + 1);
}

/* Lays the rows out for the screen; false where there is nothing to lay out. */
static bool fit(struct app *app)
{
	struct compared *compared = &app->compared;
	struct paper paper = {app->cols, app->signs, app->form, app->dates};
	if (!compared->made)
		return false;
	int height = is_framed(app) ? app->rows - 4 - head_rows(app) : app->rows;
	if (height < 1)
		height = 1;
	bool kept = compared->rows.paper.width == paper.width &&
		compared->rows.paper.dates == paper.dates;
	if (kept && compared->height == height)
		return true;
	compared->height = height;
	if (!kept) {
		arena_reset(&compared->rows_arena);
		rows_begin(&compared->rows, &compared->rows_arena, &paper);
		compared->places = arena_alloc(
			&compared->rows_arena, compared->compare.count, sizeof *compared->places);
		compare_add(&compared->rows, &compared->compare, compared->places);
	}
	top_set(compared, compared->top);
	show_selected(compared);
	return true;
}

static void select_line(struct compared *compared, int64_t line)
{
	int64_t last = (int64_t)compared->compare.count - 1;
	compared->selected = line < 0 ? 0 : line > last ? (uint32_t)last : (uint32_t)line;
	show_selected(compared);
}

/* The next or previous line; one that is longer than the window is scrolled through first. */
static void step(struct compared *compared, int direction)
{
	const struct compare_place *place = &compared->places[compared->selected];
	int hidden = direction > 0 ? (int)place->last - (compared->top + compared->height) + 1
				   : compared->top - (int)place->first;
	int half = compared->height > 1 ? compared->height / 2 : 1;
	if (hidden > 0) {
		top_set(compared, compared->top + direction * (hidden < half ? hidden : half));
		return;
	}
	uint32_t before = compared->selected;
	select_line(compared, (int64_t)before + direction);
	place = &compared->places[compared->selected];
	if (direction < 0 && before != compared->selected &&
		(int)(place->last - place->first) >= compared->height)
		top_set(compared, (int)place->last - compared->height + 1);
	if (direction > 0 && before == compared->selected)
		top_set(compared, top_most(compared));
}

/* Scrolls, and selects the first line that begins in the window. */
static void scroll(struct compared *compared, int rows)
{
	top_set(compared, compared->top + rows);
	uint32_t line = 0;
	while (line + 1 < compared->compare.count &&
		(int)compared->places[line].first < compared->top)
		line++;
	compared->selected = line;
	if (compared->top == 0)
		compared->selected = 0;
}

/* Made anew, since another filter may show other events near the two. */
void compare_reopen(struct app *app)
{
	struct compared *compared = &app->compared;
	uint32_t selected = compared->selected;
	int top = compared->top;
	if (compared->sides[COMPARE_LEFT].thing == THING_NONE)
		return;
	if (!make(app)) {
		app->message = "what was compared here is hidden by the filter";
		return;
	}
	app_push(app, VIEW_COMPARE);
	compared->top = top;
	if (fit(app))
		select_line(compared, selected);
}

/* --- what the keys do ------------------------------------------------------------------------ */

/* The next or previous event or quotation on the selected side. */
static void turn(struct app *app, int direction)
{
	struct compared *compared = &app->compared;
	const struct result *result = app->result;
	const struct record *record = result->record;
	struct ref *ref = &compared->sides[compared->side];
	bool quotes = compared->compare.quotes[0] != NULL;
	int64_t next;
	if (quotes) {
		next = (int64_t)ref->index + direction;
		while (next >= 0 && next < record->counts[THING_QUOTE] &&
			!result_has_quote(result, (uint32_t)next))
			next += direction;
		next = next < record->counts[THING_QUOTE] ? next : -1;
	} else {
		next = result_row(result, ref->index) + direction;
		next = next < result->event_count ? next : -1;
	}
	if (next < 0) {
		app->message = direction > 0 ? "this is the last" : "this is the first";
		return;
	}
	*ref = quotes ? record_ref(THING_QUOTE, (uint32_t)next)
		      : record_ref(THING_EVENT,
				(uint32_t)(result_event(result, (uint32_t)next) - record->events));
	make(app);
}

static void follow(struct app *app)
{
	const struct compared *compared = &app->compared;
	struct ref to = compared->compare.lines[compared->selected].cells[compared->side].evidence;
	if (to.thing == THING_NONE)
		app->message = "the record has nothing on this side";
	else if (spot_follow(app, to))
		app->trail.compared = app->trail.at; /* the spot before this one */
}

static void copy(struct app *app)
{
	const struct compare *compare = &app->compared.compare;
	struct arena arena = {0};
	struct rows rows;
	struct buf *out = &app->clipboard;
	rows_begin(&rows, &arena, &(struct paper){COPY_WIDTH, app->signs, app->form, app->dates});
	compare_head_add(&rows, compare);
	rows_blank(&rows);
	compare_add(&rows, compare, NULL);
	buf_clear(out);
	beside_plain(out, &rows);
	buf_char(out, '\n');
	compare_legend(out, app->signs, compare, COPY_WIDTH);
	buf_char(out, '\n');
	plain_show(app, "Copied, where the terminal allows it.", buf_string(out));
	arena_free(&arena);
}

static bool compare_key(struct app *app, int32_t key, enum app_next *next)
{
	if (key != INPUT_ENTER || app->count || !fit(app))
		return false;
	follow(app);
	*next = APP_DRAW;
	return true;
}

static void move(struct compared *compared, struct motion motion)
{
	int direction = motion.by < 0 ? -1 : 1;
	if (motion.kind == MOTION_TO)
		select_line(compared, motion.by);
	else if (motion.kind == MOTION_ROWS)
		scroll(compared, (int)motion.by);
	else
		for (int64_t n = motion.by * direction; n > 0; n--)
			step(compared, direction);
}

static enum app_next compare_apply(
	struct app *app, enum action action, uint32_t count, bool counted)
{
	struct compared *compared = &app->compared;
	if (action == ACTION_ESCAPE || action == ACTION_COMPARE || !fit(app)) {
		app_pop(app);
		return APP_DRAW;
	}
	struct motion motion = motion_of(action, count, counted, compared->height);
	if (motion.kind != MOTION_NONE) {
		move(compared, motion);
		return APP_DRAW;
	}
	switch (action) {
	case ACTION_BACK:
		compared->side = COMPARE_LEFT;
		break;
	case ACTION_INTO:
		compared->side = COMPARE_RIGHT;
		break;
	case ACTION_OTHER_PANE:
		compared->side = !compared->side;
		break;
	case ACTION_NEXT_ERA:
		turn(app, 1);
		break;
	case ACTION_PREVIOUS_ERA:
		turn(app, -1);
		break;
	case ACTION_COPY:
		copy(app);
		return APP_COPY;
	case ACTION_HELP:
		app_push(app, VIEW_HELP);
		break;
	case ACTION_RETRACE_BACK:
	case ACTION_RETRACE_FORWARD:
		follow_retrace(app, action == ACTION_RETRACE_BACK ? -1 : 1, count);
		break;
	default:
		return APP_NOTHING;
	}
	return APP_DRAW;
}

/* --- the picture ------------------------------------------------------------------------------ */

static const struct hint hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_BACK, ACTION_INTO}, "side"},
	{{ACTION_NONE}, "Enter go there"},
	{{ACTION_PREVIOUS_ERA, ACTION_NEXT_ERA}, "another here"},
	{{ACTION_READ_ON}, "on"},
	{{ACTION_COPY}, "copy"},
	{{ACTION_HELP}, "help"},
	{{ACTION_LEAVE}, "close"},
	{{ACTION_NONE}, NULL},
};

static void draw_window(struct app *app, struct grid *grid, struct area area)
{
	const struct compared *compared = &app->compared;
	const struct compare_columns columns = compare_columns(app->cols);
	const struct compare_place *place = &compared->places[compared->selected];
	for (int line = 0; line < area.rows; line++)
		if (compared->top + line < (int)compared->rows.count)
			area_row(grid, app->form, area, line,
				&compared->rows.at[compared->top + line], 0);
	int line = (int)place->side[compared->side] - compared->top;
	int col = columns.left[compared->side] - (columns.stacked ? 3 : 2);
	line = line < 0 ? 0 : line;
	if (line >= area.rows)
		return;
	area_text(grid, NULL, area, line, col, (struct style){ROLE_FOCUS, 0}, app->signs->selected);
	grid_mark(grid, area.row + line, col, columns.width + columns.left[compared->side] - col,
		STYLE_SELECTED);
	grid->cursor_row = area.row + line;
	grid->cursor_col = area.col + col;
}

/* The legend, and how far one has read, in the rule above the key bar. */
static void draw_foot(struct app *app, struct grid *grid)
{
	const struct compared *compared = &app->compared;
	const struct style style = {ROLE_COUNT_OF, 0};
	struct area rule = {grid->rows - 2, 0, 1, grid->cols};
	struct buf words = {0};
	int below = (int)compared->rows.count - compared->top - compared->height;
	buf_text(&words, "  ");
	compare_legend(&words, app->signs, &compared->compare, grid->cols - 4);
	buf_char(&words, ' ');
	area_text(grid, NULL, rule, 0, 0, style, buf_string(&words));
	int used = text_width(NULL, words.text, words.len);
	buf_clear(&words);
	buf_format(
		&words, " %d more %s %s ", below, below == 1 ? "line" : "lines", app->signs->down);
	if (below > 0 && used + 22 < grid->cols)
		area_right(grid, NULL, rule, 0, 2, style, buf_string(&words));
	buf_free(&words);
}

static void compare_draw(struct app *app, struct grid *grid)
{
	const struct compared *compared = &app->compared;
	bool some = fit(app);
	struct buf apart = {0};
	if (some)
		compare_span_words(&apart, &compared->compare);
	struct area area = app_draw_frame(app, grid,
		some ? compare_title(&compared->compare) : "Compare", buf_string(&apart), hints);
	buf_free(&apart);
	if (!some)
		return;
	if (is_framed(app)) {
		struct rows head;
		rows_begin(&head, &app->draw,
			&(struct paper){grid->cols, app->signs, app->form, app->dates});
		compare_head_add(&head, &compared->compare);
		for (int line = 0; line < HEAD_ROWS && line < (int)head.count; line++)
			area_row(grid, app->form, area, line, &head.at[line], 0);
		area.row += head_rows(app);
		area.rows -= head_rows(app);
		draw_foot(app, grid);
	}
	draw_window(app, grid, area);
}

const struct view_ops compare_view = {.name = "in the comparison",
	.hints = hints,
	.key = compare_key,
	.apply = compare_apply,
	.draw = compare_draw};
