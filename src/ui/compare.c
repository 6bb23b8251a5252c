/* The rows of a comparison are made when it opens or the width changes, and kept; a picture is a window on
 * them. What is selected is a line and a side of it. */
#include "ui/compare.h"

#include "layout/beside.h"
#include "ui/input.h"
#include "ui/keybar.h"
#include "ui/view.h"

#include <string.h>

enum { COPY_WIDTH = 80 };

static bool same_ref(struct ref a, struct ref b)
{
	return a.thing == b.thing && a.index == b.index;
}

static struct ref event_of(const struct record *record, struct ref ref)
{
	return ref.thing == THING_QUOTE ? record_ref(THING_EVENT, record->quotes[ref.index].event)
					: ref;
}

/* A quotation beside a quotation; of anything else the events. */
static bool is_same_choice(const struct record *record, struct ref a, struct ref b)
{
	if (a.thing == THING_QUOTE && b.thing == THING_QUOTE)
		return same_ref(a, b);
	return same_ref(event_of(record, a), event_of(record, b));
}

static bool make(struct app *app)
{
	struct compared *compared = &app->compared;
	arena_reset(&compared->arena);
	compared->rows.paper.width = 0;
	compared->made = compare_refs(&compared->arena, app->result, compared->sides[COMPARE_LEFT],
		compared->sides[COMPARE_RIGHT], &compared->compare);
	return compared->made;
}

void compare_choose(struct app *app)
{
	struct compared *compared = &app->compared;
	struct spot spot = spot_of(app);
	if (spot.event < 0) {
		app->message = "the card cannot be compared: events and quotations can";
		return;
	}
	struct ref ref = record_ref(THING_EVENT, (uint32_t)spot.event);
	if (spot.quote >= 0 && spot.focus == FOCUS_QUOTES)
		ref = record_ref(THING_QUOTE, (uint32_t)spot.quote);
	if (compared->first.thing == THING_NONE) {
		compared->first = ref;
		return;
	}
	struct ref first = compared->first;
	compared->first = (struct ref){0};
	if (is_same_choice(app->result->record, first, ref))
		return;
	compared->sides[COMPARE_LEFT] = first;
	compared->sides[COMPARE_RIGHT] = ref;
	compared->selected = 0;
	compared->side = COMPARE_LEFT;
	compared->top = 0;
	if (make(app))
		app_push(app, VIEW_COMPARE);
	else
		app->message = "what was to be compared with this is hidden by the filter";
}

bool compare_take_back(struct app *app)
{
	bool waited = app->compared.first.thing != THING_NONE;
	app->compared.first = (struct ref){0};
	return waited;
}

bool compare_is_first(const struct app *app, uint32_t event)
{
	struct ref first = app->compared.first;
	return first.thing != THING_NONE && event_of(app->result->record, first).index == event;
}

void compare_draw_first(struct app *app, struct grid *grid, struct area quotes)
{
	const struct pane *pane = &app->explorer.pane;
	const struct result *result = app->result;
	struct ref first = app->compared.first;
	int64_t event = spot_of(app).event;
	if (first.thing != THING_QUOTE || quotes.rows <= 0 ||
		event != result->record->quotes[first.index].event)
		return;
	for (int stop = 1; stop < pane->stop_count; stop++)
		if (result_quote(result, &result->record->events[event], (uint32_t)stop - 1) ==
			&result->record->quotes[first.index])
			area_text(grid, NULL, quotes, pane->stops[stop].first - pane->top, 1,
				(struct style){ROLE_FOCUS, 0}, app->signs->only_left);
}

bool compare_draw_waiting(struct app *app, struct grid *grid)
{
	static const char what[] = "compare ", with[] = " with: go to another, c",
			  back[] = "   Esc takes it back";
	struct ref first = app->compared.first;
	struct area area = {grid->rows - 1, 0, 1, grid->cols};
	const struct style style = {ROLE_HELP, 0};
	if (first.thing == THING_NONE || app->message || app->count)
		return false;
	const struct record *record = app->result->record;
	struct buf name = {0};
	if (first.thing == THING_QUOTE) {
		const struct quote *quote = &record->quotes[first.index];
		bool exact = quote->kind == QUOTE_QUOTATION;
		buf_format(&name, "%s%s", exact ? app->signs->open : "", quote->text);
	} else {
		buf_text(&name, record->events[first.index].title);
	}
	int room = grid->cols - 2 - (int)(sizeof what + sizeof with);
	bool all = room - (int)sizeof back >= 12;
	struct rows rows;
	rows_begin(&rows, &app->draw,
		&(struct paper){.width = grid->cols, .signs = app->signs, .form = app->form});
	rows_new(&rows);
	rows_to(&rows, 1);
	rows_text(&rows, style, what);
	rows_cut(&rows, (struct style){ROLE_TITLE, 0},
		arena_text(&app->draw, buf_string(&name), name.len),
		all ? room - (int)sizeof back : room);
	rows_text(&rows, style, with);
	if (all)
		rows_text(&rows, style, back);
	area_row(grid, app->form, area, 0, &rows.at[0], 0);
	buf_free(&name);
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
		next = result_row(result, event_of(record, *ref).index) + direction;
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
	compared->selected = 0;
	compared->top = 0;
}

static void follow(struct app *app)
{
	const struct compared *compared = &app->compared;
	struct ref to = compared->compare.lines[compared->selected].cells[compared->side].evidence;
	if (to.thing == THING_NONE)
		app->message = "the record has nothing on this side";
	else
		spot_follow(app, to);
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

static enum app_next compare_apply(
	struct app *app, enum action action, uint32_t count, bool counted)
{
	struct compared *compared = &app->compared;
	if (action == ACTION_ESCAPE || action == ACTION_COMPARE || !fit(app)) {
		app_pop(app);
		return APP_DRAW;
	}
	switch (action) {
	case ACTION_NEXT:
	case ACTION_NEXT_EVENT:
		while (count--)
			step(compared, 1);
		break;
	case ACTION_PREVIOUS:
	case ACTION_PREVIOUS_EVENT:
		while (count--)
			step(compared, -1);
		break;
	case ACTION_BACK:
		compared->side = COMPARE_LEFT;
		break;
	case ACTION_INTO:
		compared->side = COMPARE_RIGHT;
		break;
	case ACTION_OTHER_PANE:
		compared->side = !compared->side;
		break;
	case ACTION_READ_ON:
	case ACTION_PAGE_DOWN:
		scroll(compared, compared->height > 1 ? compared->height - 1 : 1);
		break;
	case ACTION_READ_BACK:
	case ACTION_PAGE_UP:
		scroll(compared, compared->height > 1 ? 1 - compared->height : -1);
		break;
	case ACTION_HALF_DOWN:
		scroll(compared, compared->height / 2 + 1);
		break;
	case ACTION_HALF_UP:
		scroll(compared, -compared->height / 2 - 1);
		break;
	case ACTION_FIRST:
		select_line(compared, 0);
		break;
	case ACTION_LAST:
		select_line(compared,
			counted ? (int64_t)count - 1 : (int64_t)compared->compare.count - 1);
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
	buf_char(&words, ' ');
	compare_legend(&words, app->signs, &compared->compare, grid->cols - 4);
	buf_char(&words, ' ');
	area_text(grid, NULL, rule, 0, 1, style, buf_string(&words));
	int used = 1 + text_width(NULL, words.text, words.len);
	buf_clear(&words);
	buf_format(&words, " %d more %s ", below, app->signs->down);
	if (below > 0 && used + 16 < grid->cols)
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

const struct view_ops compare_view = {
	.key = compare_key, .apply = compare_apply, .draw = compare_draw};
