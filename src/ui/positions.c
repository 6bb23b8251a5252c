/* The table is made when the view is first opened, and kept until what is shown changes. */
#include "ui/positions_window.h"

#include "layout/beside.h"
#include "ui/input.h"
#include "ui/keybar.h"
#include "ui/motion.h"
#include "ui/view.h"

enum { COPY_WIDTH = 80 };

static const struct positions_spot nowhere = {UINT32_MAX, 0, 0};

static bool same_ref(struct ref a, struct ref b)
{
	return a.thing == b.thing && a.index == b.index;
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
	if (!stood->made) {
		stood->made = true;
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

/* --- what the keys do ------------------------------------------------------------------------- */

/* The next or previous stand of the column, cell by cell. */
static void step(struct stood *stood, int direction)
{
	uint32_t count, before = stood->list.selected;
	positions_selected_cell(stood, &count);
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
	positions_selected_cell(stood, &count);
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
	struct positions_columns columns = positions_columns_of(app);
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
	struct ref before = stood->table.lines[positions_selected(stood)].party;
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
	const struct stand *stands = positions_selected_cell(&app->stood, &count);
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
		positions_item_add(&rows, app, item, &columns, nowhere);
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
	struct list_heights heights = {positions_item_height, app};
	list_select(&stood->list, list_further(&stood->list, &heights, rows));
	stood->nth = 0;
}

static void move(struct app *app, struct motion motion)
{
	struct stood *stood = &app->stood;
	int direction = motion.by < 0 ? -1 : 1;
	if (motion.kind == MOTION_ROWS) {
		page(app, (int)motion.by);
	} else if (motion.kind == MOTION_TO) {
		list_select(&stood->list, motion.by);
		stood->nth = 0;
	} else {
		for (int64_t n = motion.by * direction; n > 0; n--)
			step(stood, direction);
	}
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
	struct motion motion = motion_of(action, count, counted, positions_window_rows(app));
	if (motion.kind != MOTION_NONE) {
		move(app, motion);
		return APP_DRAW;
	}
	switch (action) {
	case ACTION_INTO:
	case ACTION_OTHER_PANE:
		column_select(stood, (int64_t)stood->meeting + 1);
		break;
	case ACTION_BACK:
		column_select(stood, (int64_t)stood->meeting - 1);
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

const struct view_ops positions_view = {.name = "in the positions",
	.hints = positions_hints,
	.key = positions_key,
	.apply = positions_apply,
	.draw = positions_draw};
