/* Who stood where: issues by meetings, each cell with the words behind it. The table is made when
 * the view is opened, and kept until what is shown changes. */
#include "ui/views/positions.h"

#include "query/scenes.h"
#include "query/telling.h"
#include "ui/core/copy.h"
#include "ui/core/filter.h"
#include "ui/core/list.h"
#include "ui/core/secret.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"

static const struct positions_spot nowhere = {UINT32_MAX, 0, 0};

static void positions_forget(struct app *app)
{
	struct positions_table *positions = positions_of(app);
	arena_free(&positions->arena);
	*positions = (struct positions_table){0};
	trail_forget(app->trail, &positions_view); /* the cell left before is no more */
}

/* Whether it would tell whose words a scene shows: a stand rests on them. */
static bool tells(const struct app *app, const struct position_table *table)
{
	bool tells = false;
	for (uint32_t i = 0; i < table->stand_count && !tells; i++) {
		const struct stand *stand = &table->stands[i];
		struct ref rests = stand->position->quote;
		if (rests.thing != THING_QUOTE)
			rests = record_event_ref(app->record, stand->event);
		tells = stand->selected && secret_is_now(app, rests);
	}
	return tells;
}

/* The event at hand, whose meeting is to be seen: over a scene what that hands on, else
 * where the explorer stands; NULL for none. */
static const struct event *event_at_hand(const struct app *app, const struct view_at *at)
{
	struct ref of = at->of;
	if (of.thing == THING_NONE && !spot_is_over(app))
		of = spot_selected(app);
	if (of.thing == THING_QUOTE)
		return &app->record->events[app->record->quotes[of.index].event];
	return of.thing == THING_EVENT ? &app->record->events[of.index] : NULL;
}

/* What the result selects, but for what a lesson is still to tell; what is later than all that it has
 * shown is told where it was asked for again, until the next scene. */
static void make(struct app *app, bool again)
{
	struct positions_table *positions = positions_of(app);
	struct result shown = secret_result(app, app->result);
	bool same = positions->change == app->filter->changes &&
		positions->telling == telling_number(shown.telling) &&
		positions->reached == shown.reached;
	shown.ahead = again || (same && positions->ahead);
	if (same && positions->ahead == shown.ahead)
		return;
	positions_forget(app);
	positions->ahead = shown.ahead;
	positions->change = app->filter->changes;
	positions->telling = telling_number(shown.telling);
	positions->reached = shown.reached;
	stands_begin(&positions->stands, &positions->arena, &shown);
	stands_open(&positions->stands, &shown, columns_of(app).count);
	if (positions->stands.table.line_count)
		stands_to_asked(&positions->stands, app->record, buf_string(&app->filter->query),
			app->filter->query.len);
}

/* Whether what the words on the wall rest on stands in the table that a lesson has no secrets from. */
static bool waits(const struct app *app)
{
	struct arena arena = {0};
	struct position_table table;
	if (!secret_is_kept(app))
		return false;
	scenes_positions(&arena, app->result, NULL, &table);
	bool is = tells(app, &table);
	arena_free(&arena);
	return is;
}

/* Whether the table has no line only since a lesson is still to come to the words behind them. */
static bool is_all_to_come(const struct app *app)
{
	const struct position_table *table = &stands_of(app)->table;
	const struct result shown = secret_result(app, app->result);
	bool any = false;
	for (uint32_t i = 0; i < table->stand_count && !any; i++)
		any = result_waits(&shown, table->stands[i].position->quote);
	return any && !table->line_count;
}

/* The column of the event at hand; over a scene also the line of an issue that the words there are
 * about, where they are others than before. */
static void to_hand(struct app *app, const struct event *of, struct ref shown)
{
	struct positions_table *positions = positions_of(app);
	if (of && of != positions->of)
		stands_to_event(&positions->stands, of);
	if (shown.thing == THING_QUOTE && !ref_same(shown, positions->shown))
		stands_to_issue(&positions->stands, app->record->quotes[shown.index].themes);
	positions->of = of;
	positions->shown = shown;
}

static bool positions_open(struct app *app, const struct view_at *at)
{
	struct positions_table *positions = positions_of(app);
	const struct result shown = secret_result(app, app->result);
	const struct event *of = event_at_hand(app, at);
	if (waits(app)) {
		secret_say(app);
		return false;
	}
	bool asked_again = positions->refused && positions->reached == shown.reached &&
		positions->telling == telling_number(shown.telling);
	make(app, asked_again);
	positions->refused = false;
	to_hand(app, of, at->of);
	const struct position_table *table = &positions->stands.table;
	if (table->ahead && table->line_count)
		app_say(app, "Esc back   what is later than this scene waits; v again shows it");
	if (table->line_count || (!table->ahead && !is_all_to_come(app)))
		return true;
	positions->refused = table->ahead;
	app_say(app, "%s",
		table->ahead
			? "all positions are of a time still to come; v again shows them"
			: "no position here may be shown yet: each rests on words still to come");
	return false;
}

/* What is later than the lesson has come is asked for once more; where nothing is, the key closes what
 * it opened. */
static enum app_next again(struct app *app, const struct request *request)
{
	struct positions_table *positions = positions_of(app);
	const struct event *of = positions->of;
	const struct ref shown = positions->shown;
	if (!positions->stands.table.ahead) {
		view_close(app);
		return APP_DRAW;
	}
	make(app, true);
	to_hand(app, of, shown);
	return APP_DRAW;
}

static int positions_height(const struct app *app)
{
	return positions_lines_area(app).rows;
}

/* The rows of a line at the top of the window: below the title of its issue. */
static int top_height(const struct app *app, uint32_t item)
{
	bool titled = stands_titled(stands_of(app), item);
	return positions_item_height(app, item) + (titled ? -(item > 0) : 1);
}

/* The last line that so many rows have room for, and how many they are down to its end. */
static uint32_t last_whole(const struct app *app, int rows, int *used)
{
	const struct list *list = &stands_of(app)->list;
	uint32_t last = list->top;
	*used = top_height(app, last);
	while (last + 1 < list->count && *used + positions_item_height(app, last + 1) <= rows)
		*used += positions_item_height(app, ++last);
	return last;
}

/* Whether the lines from one to another have room in so many rows, under the title of the first. */
static bool fits(const struct app *app, uint32_t top, uint32_t last, int rows)
{
	int used = top_height(app, top);
	for (uint32_t item = top + 1; item <= last && used <= rows; item++)
		used += positions_item_height(app, item);
	return used <= rows;
}

/* Brings the selected cell into the window, with as little movement as can be: with the line before it, and
 * the one behind it where these have room; where the words below gave rows back, what had gone above the
 * window for them comes again. */
static void positions_fit(struct app *app)
{
	struct stands *stands = stands_of(app);
	struct list *list = &stands->list;
	int used;
	if (!stands->table.line_count)
		return;
	stands_fit(stands, columns_of(app).count);
	int rows = positions_lines_area(app).rows;
	uint32_t before = list->selected ? list->selected - 1 : 0;
	uint32_t after = list->selected + (list->selected + 1 < list->count);
	if (list->top > before)
		list->top = before;
	while (list->top < list->selected && !fits(app, list->top, after, rows))
		list->top++;
	uint32_t last = last_whole(app, rows, &used);
	while (list->top > 0 && fits(app, list->top - 1, last, rows))
		list->top--;
}

/* ---- what the keys do ---- */

/* Goes so many rows on, but not past a line that has not been shown whole: the words below may take more rows
 * there than here. */
static void page(struct app *app, int rows)
{
	struct stands *stands = stands_of(app);
	struct list_heights heights = {positions_item_height, app};
	int used;
	uint32_t to = list_further(&stands->list, &heights, rows);
	uint32_t unseen = last_whole(app, positions_height(app), &used) + 1;
	bool beyond = unseen > stands->list.selected && unseen < to;
	stands_to_line(stands, beyond ? unseen : to);
}

static void positions_move(struct app *app, struct motion motion)
{
	struct stands *stands = stands_of(app);
	if (!stands->table.line_count)
		return;
	int direction = motion.by < 0 ? -1 : 1;
	if (motion.kind == MOTION_ROWS) {
		page(app, (int)motion.by);
	} else if (motion.kind == MOTION_TO) {
		stands_to_line(stands, motion.by);
	} else {
		for (int64_t n = motion.by * direction; n > 0 && stands_step(stands, direction);
			n--)
			;
	}
}

/* The stand of a cell in that row of its line: the last that begins above it. */
static uint32_t nth_at(const struct app *app, uint32_t item, uint32_t meeting, int row)
{
	const struct stands *stands = stands_of(app);
	struct positions_columns columns = columns_of(app);
	struct positions_spot spot = {stands->lines[item], meeting, 0};
	struct position_cell cell = positions_cell(&stands->table, spot.line, meeting);
	struct paper paper = app_paper(app, app->cols);
	struct arena arena = {0};
	bool titled = item == stands->list.top || stands_titled(stands, item);
	uint32_t size = cell.count + cell.hides;
	for (spot.nth = size ? size - 1 : 0; spot.nth > 0; spot.nth--) {
		struct rows rows;
		rows_begin(&rows, &arena, &paper);
		positions_line_add(
			&rows, app->record, &stands->table, &columns, spot.line, titled, spot);
		uint32_t begins = 0;
		while (begins < rows.count && rows.at[begins].stop != 1)
			begins++;
		if ((int)begins <= row)
			break;
	}
	arena_free(&arena);
	return spot.nth;
}

/* A target is a line and a meeting; its part, how many rows of the line are out of the window. */
static bool positions_choose(struct app *app, const struct target *target)
{
	struct stands *stands = stands_of(app);
	const struct stands before = *stands;
	uint32_t item = (uint32_t)(target->item >> 32), meeting = (uint32_t)target->item;
	uint32_t nth = nth_at(app, item, meeting, target->part + target->row);
	stands_to_line(stands, item);
	stands_to_column(stands, meeting);
	stands->nth = nth;
	return stands->list.selected == before.list.selected && stands->meeting == before.meeting &&
		stands->nth == before.nth;
}

static void follow(struct app *app)
{
	struct position_cell cell = stands_cell(stands_of(app));
	if (stands_of(app)->nth >= cell.count) {
		if (cell.hides)
			secret_say_left_out(app);
		else
			app_say(app, "the record has nothing in this cell");
		return;
	}
	const struct stand *stand = &cell.stands[stands_of(app)->nth];
	if (spot_unfold_position(app, stand->position, stand->event))
		trail_leave(app->trail, &positions_view);
}

static bool positions_key(struct app *app, int32_t key, enum app_next *next)
{
	struct stands *stands = stands_of(app);
	*next = APP_DRAW;
	if (app->count || !stands->table.line_count)
		return false;
	if (key == (INPUT_TAB | INPUT_SHIFT))
		stands_to_column(stands, (int64_t)stands->meeting - 1);
	else if (key == INPUT_ENTER)
		follow(app);
	else
		return false;
	return true;
}

static enum app_next column(struct app *app, const struct request *request)
{
	struct stands *stands = stands_of(app);
	if (!stands->table.line_count)
		return APP_NOTHING;
	int by = request->action == ACTION_BACK ? -1 : 1;
	uint32_t before = stands->meeting;
	stands_to_column(stands, (int64_t)stands->meeting + by);
	if (stands->meeting == before)
		app_say(app, "there is no meeting further on this side");
	return APP_DRAW;
}

/* Shows the next or previous columns, as many as fit. */
static enum app_next turn(struct app *app, const struct request *request)
{
	struct stands *stands = stands_of(app);
	if (!stands->table.line_count)
		return APP_NOTHING;
	bool on = request->action == ACTION_NEXT_ERA;
	uint32_t before = stands->first;
	if (!stands_turn(stands, columns_of(app).count, on ? 1 : -1))
		app_say(app, "all meetings are shown");
	else if (stands->first == before)
		app_say(app,
			on ? "these are the last meetings; [ leads back"
			   : "these are the first meetings; ] leads on");
	return APP_DRAW;
}

/* The party of the selected line alone, then the next one, then all again. */
static enum app_next turn_party(struct app *app, const struct request *request)
{
	struct stands *stands = stands_of(app);
	if (!stands->table.line_count)
		return APP_NOTHING;
	stands_turn_party(stands);
	if (stands->party.thing == THING_NONE)
		app_say(app, "all parties");
	return APP_DRAW;
}

static enum app_next copy(struct app *app, const struct request *request)
{
	const struct stands *stands = stands_of(app);
	struct rows rows = app_rows(app, COPY_WIDTH);
	struct buf legend = {0};
	if (!stands->table.line_count)
		return APP_NOTHING;
	struct positions_columns columns = positions_columns(
		&stands->table, COPY_WIDTH, stands->first);
	positions_head_add(&rows, app->record, &stands->table, &columns);
	for (uint32_t item = 0; item < stands->list.count; item++) {
		if (!item)
			rows_new(&rows);
		positions_item_add(&rows, app, item, &columns, nowhere);
	}
	positions_legend(&legend, app->signs, &stands->table, &columns, COPY_WIDTH);
	copy_table(app, &rows, buf_string(&legend));
	buf_free(&legend);
	return APP_COPY;
}

static const struct view_action actions[] = {
	{ACTION_INTO, column},
	{ACTION_OTHER_PANE, column},
	{ACTION_BACK, column},
	{ACTION_NEXT_ERA, turn},
	{ACTION_PREVIOUS_ERA, turn},
	{ACTION_CLOSER, turn_party},
	{ACTION_COPY, copy},
	{ACTION_POSITIONS, again},
	{ACTION_INDEX, NULL},
	{ACTION_INDEX_THEMES, NULL},
	{ACTION_INDEX_SOURCES, NULL},
	{ACTION_RETRACE_BACK, NULL},
	{ACTION_RETRACE_FORWARD, NULL},
	{ACTION_NONE, NULL},
};

const struct view_ops positions_view = {
	.name = "in the positions",
	.state_size = sizeof(struct positions_table),
	.hints = positions_hints,
	.actions = actions,
	.open = positions_open,
	.forget = positions_forget,
	.fit = positions_fit,
	.key = positions_key,
	.height = positions_height,
	.move = positions_move,
	.choose = positions_choose,
	.draw = positions_draw,
};
