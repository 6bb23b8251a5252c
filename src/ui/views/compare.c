/* Two events or two quotations side by side: rows with the lines of the comparison as stops; what
 * is selected is a line and a side of it. */
#include "layout/compare.h"

#include "query/scenes.h"
#include "ui/core/copy.h"
#include "ui/core/frame.h"
#include "ui/core/keybar.h"
#include "ui/core/secret.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

enum {
	HEAD_ROWS = 2,
	SPACE_FROM = 20 /* rows, for an empty one below the head */
};

struct comparison {
	struct ref sides[COMPARE_SIDES]; /* none before the first */
	struct arena arena;              /* of what follows */
	struct result basis;             /* that it borrows */
	struct compare compare;
	bool made;
	struct compare_place *places; /* of its lines, in the rows of the window */
	struct window window;
	int side;  /* the selected one, */
	int asked; /* and the one asked for, wherever it has something */
};

static struct comparison *comparison_of(const struct app *app)
{
	return view_state(app, &compare_view);
}

static bool make(struct app *app)
{
	struct comparison *comparison = comparison_of(app);
	arena_reset(&comparison->arena);
	window_free(&comparison->window);
	comparison->window.show = WINDOW_LEAST;
	comparison->basis = secret_result(app, scenes_basis(app->result));
	comparison->basis.narrowed = app->result->narrowed;
	comparison->made = compare_refs(&comparison->arena, &comparison->basis,
		comparison->sides[COMPARE_LEFT], comparison->sides[COMPARE_RIGHT],
		&comparison->compare);
	return comparison->made;
}

/* Whether a side would tell, or is later than the lesson has come. */
static bool is_held(const struct app *app, struct ref side)
{
	const struct result shown = secret_result(app, app->result);
	uint32_t event = side.thing == THING_QUOTE ? app->record->quotes[side.index].event
						   : side.index;
	return secret_is(app, side) || result_is_to_come(&shown, &app->record->events[event]);
}

/* Whether two sides would tell whose words a scene shows: a cell rests on them. */
static bool tells(const struct app *app, struct ref left, struct ref right)
{
	struct arena arena = {0};
	struct compare compare;
	bool tells = is_held(app, left) || is_held(app, right);
	if (!tells && secret_is_kept(app) &&
		compare_refs(&arena, scenes_basis(app->result), left, right, &compare))
		for (uint32_t n = 0; n < compare.count && !tells; n++)
			for (int side = 0; side < COMPARE_SIDES; side++)
				tells |= secret_is_now(app, compare.lines[n].cells[side].evidence);
	arena_free(&arena);
	return tells;
}

/* Made anew as it was left, since another filter may show other events near the two. */
static bool reopen(struct app *app)
{
	struct comparison *comparison = comparison_of(app);
	int stop = comparison->window.stop, top = comparison->window.top;
	const struct ref *sides = comparison->sides;
	if (sides[COMPARE_LEFT].thing == THING_NONE)
		return false;
	if (tells(app, sides[COMPARE_LEFT], sides[COMPARE_RIGHT])) {
		secret_say(app);
		return false;
	}
	if (!make(app)) {
		app_say(app, "what was compared here is not in this selection%s",
			spot_is_over(app) ? "" : "; \\ shows all");
		return false;
	}
	comparison->window.stop = stop;
	comparison->window.top = top;
	return true;
}

static bool compare_open(struct app *app, const struct view_at *at)
{
	struct comparison *comparison = comparison_of(app);
	const struct compare *compare = &comparison->compare;
	if (at->of.thing == THING_NONE)
		return reopen(app);
	if (tells(app, at->of, at->with)) {
		secret_say(app);
		return false;
	}
	comparison->sides[COMPARE_LEFT] = at->of;
	comparison->sides[COMPARE_RIGHT] = at->with;
	comparison->side = comparison->asked = COMPARE_LEFT;
	trail_forget(app->trail, &compare_view); /* the one left before is no more */
	if (!make(app))
		return false;
	for (int side = 0; side < COMPARE_SIDES && !compare->quotes[side]; side++)
		comparison->sides[side] = record_event_ref(app->record, compare->events[side]);
	return true;
}

static void compare_forget(struct app *app)
{
	struct comparison *comparison = comparison_of(app);
	window_free(&comparison->window);
	arena_free(&comparison->arena);
	*comparison = (struct comparison){0};
	trail_forget(app->trail, &compare_view);
}

/* ---- the window ---- */

static int head_rows(const struct app *app)
{
	return app->rows < SPACE_FROM ? HEAD_ROWS : HEAD_ROWS + 1;
}

static struct area body_of(const struct app *app)
{
	return frame_body(app, head_rows(app), 0);
}

static void compare_fit(struct app *app)
{
	struct comparison *comparison = comparison_of(app);
	struct window *window = &comparison->window;
	struct paper paper = app_paper(app, app->cols);
	if (!comparison->made)
		return;
	if (!window_is_laid(window, &paper)) {
		window_lay(window, &paper);
		comparison->places = arena_alloc(
			&window->arena, comparison->compare.count, sizeof *comparison->places);
		compare_add(&window->rows, &comparison->compare, comparison->places);
		for (uint32_t n = 0; n < comparison->compare.count; n++)
			for (uint32_t row = comparison->places[n].first;
				row <= comparison->places[n].last; row++)
				window->rows.at[row].stop = (int)n;
		window_laid(window);
	}
	window_fit(window, body_of(app).rows);
}

static int compare_height(const struct app *app)
{
	return body_of(app).rows;
}

static bool is_empty(const struct comparison *comparison, int side)
{
	const struct compare_line *line = &comparison->compare.lines[comparison->window.stop];
	return line->cells[side].evidence.thing == THING_NONE && !line->cells[side].left_out;
}

/* Where one side of a line has nothing, the other is selected. */
static void compare_move(struct app *app, struct motion motion)
{
	struct comparison *comparison = comparison_of(app);
	window_move(&comparison->window, motion);
	comparison->side = comparison->asked;
	if (is_empty(comparison, comparison->side) && !is_empty(comparison, !comparison->side))
		comparison->side = !comparison->side;
}

static void side_take(struct app *app, int side)
{
	comparison_of(app)->side = comparison_of(app)->asked = side;
}

static bool compare_choose(struct app *app, const struct target *target)
{
	struct comparison *comparison = comparison_of(app);
	int stop = comparison->window.stop, side = comparison->side;
	window_select(&comparison->window, target->item);
	side_take(app, target->part);
	return comparison->window.stop == stop && comparison->side == side;
}

/* ---- what the keys do ---- */

static enum app_next close(struct app *app, const struct request *request)
{
	view_close(app);
	return APP_DRAW;
}

static enum app_next left(struct app *app, const struct request *request)
{
	side_take(app, COMPARE_LEFT);
	return APP_DRAW;
}

static enum app_next right(struct app *app, const struct request *request)
{
	side_take(app, COMPARE_RIGHT);
	return APP_DRAW;
}

static enum app_next other_side(struct app *app, const struct request *request)
{
	side_take(app, !comparison_of(app)->side);
	return APP_DRAW;
}

/* The event or quotation of the result behind or before one; -1 at the end. */
static int64_t beside(const struct app *app, struct ref ref, int direction)
{
	const struct result *result = app->result;
	int64_t count = app->record->counts[THING_QUOTE], next = (int64_t)ref.index + direction;
	if (ref.thing == THING_QUOTE) {
		while (next >= 0 && next < count && !result_has_quote(result, (uint32_t)next))
			next += direction;
		return next < count ? next : -1;
	}
	next = result_row(result, ref.index) + direction;
	if (next < 0 || next >= result->event_count)
		return -1;
	return record_event_index(app->record, result_event(result, (uint32_t)next));
}

/* The next or previous event or quotation on the selected side. */
static enum app_next turn(struct app *app, const struct request *request)
{
	struct comparison *comparison = comparison_of(app);
	struct ref to = comparison->sides[comparison->side];
	struct ref other = comparison->sides[!comparison->side];
	int direction = request->action == ACTION_NEXT_ERA ? 1 : -1;
	bool passed = false;
	int64_t next;
	while ((next = beside(app, to, direction)) >= 0) {
		to = record_ref((enum thing)to.thing, (uint32_t)next);
		if (!tells(app, to, other))
			break;
		passed = true;
	}
	if (next < 0 && passed)
		secret_say(app);
	else if (next < 0)
		app_say(app, direction > 0 ? "this is the last" : "this is the first");
	if (next < 0)
		return APP_DRAW;
	comparison->sides[comparison->side] = to;
	make(app);
	return APP_DRAW;
}

static enum app_next follow(struct app *app)
{
	const struct comparison *comparison = comparison_of(app);
	const struct compare_line *line = &comparison->compare.lines[comparison->window.stop];
	struct ref to = line->cells[comparison->side].evidence;
	if (line->cells[comparison->side].left_out)
		secret_say_left_out(app);
	else if (to.thing == THING_NONE)
		app_say(app, "the record has nothing on this side");
	else if (line->field == COMPARE_STAND
			? spot_unfold_position(app, line->cells[comparison->side].position,
				  line->cells[comparison->side].event)
			: spot_unfold(app, to))
		trail_leave(app->trail, &compare_view);
	return APP_DRAW;
}

/* Enter goes there, where Right selects a side. */
static bool compare_key(struct app *app, int32_t key, enum app_next *next)
{
	if (key != INPUT_ENTER || app->count || !comparison_of(app)->made)
		return false;
	*next = follow(app);
	return true;
}

static enum app_next copy(struct app *app, const struct request *request)
{
	const struct compare *compare = &comparison_of(app)->compare;
	struct rows rows = app_rows(app, COPY_WIDTH);
	struct buf legend = {0};
	if (!comparison_of(app)->made)
		return APP_NOTHING;
	compare_head_add(&rows, compare);
	rows_blank(&rows);
	compare_add(&rows, compare, NULL);
	compare_legend(&legend, app->signs, compare, COPY_WIDTH);
	copy_table(app, &rows, buf_string(&legend));
	buf_free(&legend);
	return APP_COPY;
}

static const struct view_action actions[] = {
	{ACTION_BACK, left},
	{ACTION_INTO, right},
	{ACTION_OTHER_PANE, other_side},
	{ACTION_NEXT_ERA, turn},
	{ACTION_PREVIOUS_ERA, turn},
	{ACTION_COPY, copy},
	{ACTION_COMPARE, close},
	{ACTION_INDEX, NULL},
	{ACTION_INDEX_THEMES, NULL},
	{ACTION_INDEX_SOURCES, NULL},
	{ACTION_RETRACE_BACK, NULL},
	{ACTION_RETRACE_FORWARD, NULL},
	{ACTION_NONE, NULL},
};

/* ---- the picture ---- */

static const struct hint hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_BACK, ACTION_INTO}, "side"},
	{{ACTION_NONE}, "Enter go there", "Enter in full"},
	{{ACTION_READ_ON}, "next page"},
	{{ACTION_PREVIOUS_ERA, ACTION_NEXT_ERA}, "another here"},
	{{ACTION_COPY}, "copy"},
	{{ACTION_HELP}, "help"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_NONE}, NULL},
};

static void draw_selected(struct app *app, struct grid *grid, struct area area)
{
	const struct comparison *comparison = comparison_of(app);
	const struct window *window = &comparison->window;
	const struct compare_columns columns = compare_columns(app->cols);
	const struct compare_place *place = &comparison->places[window->stop];
	int line = (int)place->side[comparison->side] - window->top;
	int edge = columns.left[comparison->side], col = edge - (columns.stacked ? 3 : 1);
	line = line < 0 ? 0 : line;
	if (line >= area.rows)
		return;
	area_select(grid, area, line, col, columns.width + edge - col, app->signs->selected);
}

/* The left half of a line is its left side, or what stands above the right one. */
static void note_sides(struct app *app, struct area area)
{
	const struct comparison *comparison = comparison_of(app);
	const struct window *window = &comparison->window;
	const struct compare_columns columns = compare_columns(app->cols);
	struct area right = area;
	target_stops(app, window, area, COMPARE_LEFT);
	if (columns.stacked) {
		for (uint32_t n = 0; n < comparison->compare.count; n++) {
			const struct compare_place *place = &comparison->places[n];
			target_item(app, area, (int)place->side[COMPARE_RIGHT] - window->top,
				(int)(place->last + 1 - place->side[COMPARE_RIGHT]), COMPARE_RIGHT,
				n);
		}
		return;
	}
	right.col = columns.left[COMPARE_RIGHT] - 2;
	right.cols -= right.col;
	target_stops(app, window, right, COMPARE_RIGHT);
}

static void draw_foot(struct app *app, struct grid *grid)
{
	const struct comparison *comparison = comparison_of(app);
	struct buf legend = {0};
	uint32_t below = (uint32_t)window_below(&comparison->window);
	compare_legend(&legend, app->signs, &comparison->compare, frame_legend_room(grid, below));
	frame_legend(app, grid, buf_string(&legend), below);
	buf_free(&legend);
}

static void draw_head(struct app *app, struct grid *grid)
{
	struct area area = frame_head(app, HEAD_ROWS, 0);
	struct rows rows = app_rows(app, grid->cols);
	compare_head_add(&rows, &comparison_of(app)->compare);
	area_rows(grid, app->form, area, 0, &rows);
}

static void compare_draw(struct app *app, struct grid *grid)
{
	const struct comparison *comparison = comparison_of(app);
	struct buf apart = {0};
	if (!comparison->made) {
		keybar_frame(app, grid, "Compare", "", hints);
		return;
	}
	compare_span_words(&apart, &comparison->compare);
	keybar_frame(app, grid, compare_title(&comparison->compare), buf_string(&apart), hints);
	buf_free(&apart);
	if (!frame_is_bare(app)) {
		draw_head(app, grid);
		draw_foot(app, grid);
	}
	struct area area = body_of(app);
	window_draw(&comparison->window, grid, app->form, area);
	note_sides(app, area);
	draw_selected(app, grid, area);
}

const struct view_ops compare_view = {
	.name = "in the comparison",
	.state_size = sizeof(struct comparison),
	.hints = hints,
	.actions = actions,
	.open = compare_open,
	.forget = compare_forget,
	.fit = compare_fit,
	.key = compare_key,
	.height = compare_height,
	.move = compare_move,
	.choose = compare_choose,
	.draw = compare_draw,
};
