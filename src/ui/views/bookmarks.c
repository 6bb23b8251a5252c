/* The marked, in the order marked, and at the foot what is selected of them in full. */
#include "ui/core/bookmarks.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"
#include "ui/core/copy.h"
#include "ui/core/frame.h"
#include "ui/core/keybar.h"
#include "ui/core/list.h"
#include "ui/core/secret.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"
#include "ui/core/view.h"
#include "ui/views/passage.h"

#include <stdio.h>

struct marked {
	struct list list;
	int edge; /* where the dates end that have been seen so far */
};

static struct marked *marked_of(const struct app *app)
{
	return view_state(app, &bookmarks_view);
}

static struct list *list_of(const struct app *app)
{
	return &marked_of(app)->list;
}

static bool bookmarks_open(struct app *app, const struct view_at *at)
{
	for (size_t n = 0; n < app->bookmarks->count; n++)
		if (secret_holds(app, app->bookmarks->at[n]))
			return false;
	marked_of(app)->edge = 0;
	return true;
}

/* The list is as long as there are marks. */
static void bookmarks_fit(struct app *app)
{
	struct list *list = list_of(app);
	list->count = (uint32_t)app->bookmarks->count;
	list_select(list, list->selected);
}

static void bookmarks_move(struct app *app, struct motion motion)
{
	list_move(list_of(app), motion);
}

static bool bookmarks_choose(struct app *app, const struct target *target)
{
	return list_choose(list_of(app), target->item);
}

static void say_empty(struct app *app)
{
	app_say(app, "nothing is marked: Esc leads back, and m marks what is selected there");
}

static enum app_next follow(struct app *app, const struct request *request)
{
	if (app->bookmarks->count)
		spot_follow(app, app->bookmarks->at[list_of(app)->selected]);
	else
		say_empty(app);
	return APP_DRAW;
}

static enum app_next take_off(struct app *app, const struct request *request)
{
	if (app->bookmarks->count)
		bookmarks_remove(app->bookmarks, list_of(app)->selected);
	else
		say_empty(app);
	return APP_DRAW;
}

static enum app_next present(struct app *app, const struct request *request)
{
	if (!spot_is_held(app))
		view_open(app, &present_view, &(struct view_at){.bookmarked = true});
	return APP_DRAW;
}

static enum app_next copy(struct app *app, const struct request *request)
{
	enum copy_marked as = request->action == ACTION_COPY ? MARKED_ALL
		: request->action == ACTION_CITE             ? MARKED_CITATIONS
		: request->action == ACTION_COPY_PLAN        ? MARKED_PLAN
							     : MARKED_WORDS;
	if (!app->bookmarks->count) {
		say_empty(app);
		return APP_DRAW;
	}
	return copy_marked(app, as) ? APP_COPY : APP_DRAW;
}

static enum app_next who(struct app *app, const struct request *request)
{
	if (app->bookmarks->count)
		view_open(app, &profile_view,
			&(struct view_at){.of = app->bookmarks->at[list_of(app)->selected]});
	else
		say_empty(app);
	return APP_DRAW;
}

static const struct view_action actions[] = {
	{ACTION_INTO, follow},
	{ACTION_WHO, who},
	{ACTION_MARK, take_off},
	{ACTION_COPY, copy},
	{ACTION_CITE, copy},
	{ACTION_COPY_WORDS, copy},
	{ACTION_COPY_PLAN, copy},
	{ACTION_PRESENT, present},
	{ACTION_MARKED, NULL},
	{ACTION_INDEX, NULL},
	{ACTION_INDEX_THEMES, NULL},
	{ACTION_INDEX_SOURCES, NULL},
	{ACTION_NONE, NULL},
};

static const struct hint hints[] = {
	{{ACTION_INTO}, "go there", "in full"},
	{{ACTION_COPY}, "copy words"},
	{{ACTION_CITE}, "cite"},
	{{ACTION_MARK}, "take off"},
	{{ACTION_PRESENT}, "present", ""},
	{{ACTION_COPY_WORDS}, "words alone"},
	{{ACTION_COPY_PLAN}, "as a plan"},
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_HELP}, "help"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_NONE}, NULL},
};

static struct when when_of(const struct record *record, struct ref ref)
{
	return ref.thing == THING_QUOTE ? when_of_quote(record, &record->quotes[ref.index])
					: when_of_event(&record->events[ref.index]);
}

/* Where dates end: the widest of those that have been in the window stands beside the sign of what is
 * selected. */
static void edge_widen(
	struct marked *marked, const struct rows *rows, const struct app *app, int shown)
{
	enum { SIGN = 2, LEAST = 8 };
	const struct list *list = &marked->list;
	marked->edge = marked->edge < LEAST ? LEAST : marked->edge;
	for (uint32_t n = list->top; n < list->count && (int)(n - list->top) < shown; n++) {
		struct buf text = {0};
		words_date_short(&text, rows->paper.dates,
			when_of(app->record, app->bookmarks->at[n]), (struct when){0});
		int end = SIGN + text_width(rows->paper.form, buf_string(&text), text.len);
		marked->edge = end > marked->edge ? end : marked->edge;
		buf_free(&text);
	}
}

/* One marked thing in a row: its date, then its title, or who speaks and the words. */
static void row_add(struct rows *rows, const struct record *record, struct ref ref, int dated)
{
	bool is_quote = ref.thing == THING_QUOTE;
	const struct quote *quote = is_quote ? &record->quotes[ref.index] : NULL;
	const struct event *event = &record->events[quote ? quote->event : ref.index];
	int width = rows->paper.width, edge = dated < width ? dated : width - 1;
	struct buf text = {0};
	rows_new(rows);
	if (record_hides(record, ref)) {
		rows_to(rows, dated + 2);
		rows_text(rows, style_of(ROLE_NOTE), "not known by this day");
		return;
	}
	words_date_short(&text, rows->paper.dates, when_of(record, ref), (struct when){0});
	rows_to(rows, 1); /* beside the selection, however wide it is */
	rows_right(rows, edge, style_of(ROLE_DATE), buf_string(&text));
	buf_clear(&text);
	rows_to(rows, dated + 2);
	if (!quote) {
		rows_cut(rows, style_of(ROLE_TITLE), event->title, width - dated - 3);
	} else {
		words_speaker_short(&text, record, quote);
		buf_text(&text, ": ");
		struct tongue words = {text.len, 0, words_language_number(quote->language)};
		words_quoted(&text, rows->paper.signs, quote, quote->text);
		words.to = text.len;
		const char *line = buf_kept(&text, rows->arena);
		rows_cut(rows, style_of(ROLE_TEXT), line, width - dated - 3);
		rows_tongue(rows, rows->count - 1, line, words);
	}
	buf_free(&text);
}

static int one_row(const void *what, uint32_t item)
{
	(void)what, (void)item;
	return 1;
}

static const struct list_heights one_row_each = {one_row, NULL};

/* Rows of the foot with its rule: as many whatever is selected, so that nothing moves; a low screen has
 * the list alone. */
static int foot_rows(const struct app *app)
{
	enum { FROM = 16, MOST = 14 };
	int half = frame_body(app, 0, 0).rows / 2;
	if (app->rows < FROM || !app->bookmarks->count)
		return 0;
	return half < MOST ? half : MOST;
}

/* The one selected in full; what has no room is said to go on. */
static void foot_draw(struct app *app, struct grid *grid, struct area area)
{
	enum { LEFT = 2 };
	struct ref of = app->bookmarks->at[list_of(app)->selected];
	struct rows rows = app_rows(app, area.cols);
	int right = area.cols < LEFT + ROWS_FOOT ? area.cols : LEFT + ROWS_FOOT;
	if (record_hides(app->record, of))
		return;
	passage_add(app, &rows, of, LEFT, right);
	uint32_t shown = (uint32_t)area.rows < rows.count ? (uint32_t)area.rows : rows.count;
	for (uint32_t n = 0; n < shown; n++)
		area_row(grid, app->form, area, (int)n, &rows.at[n], 0);
	if (shown < rows.count)
		frame_note(app, grid, " goes on: Enter ");
}

static void list_draw(struct app *app, struct grid *grid, struct area area)
{
	const struct bookmarks *bookmarks = app->bookmarks;
	struct list *list = list_of(app);
	struct rows rows = app_rows(app, area.cols);
	list_settle(list, &one_row_each, area.rows);
	edge_widen(marked_of(app), &rows, app, area.rows);
	for (uint32_t n = list->top; n < list->count && (int)(n - list->top) < area.rows; n++) {
		int line = (int)(n - list->top);
		row_add(&rows, app->record, bookmarks->at[n], marked_of(app)->edge);
		area_row(grid, app->form, area, line, &rows.at[rows.count - 1], 0);
		target_item(app, area, line, 1, 0, n);
		if (n == list->selected)
			area_select(grid, area, line, 0, area.cols, app->signs->selected);
	}
}

static void bookmarks_draw(struct app *app, struct grid *grid)
{
	if (!app->bookmarks->count) {
		area_text(grid, NULL, keybar_frame(app, grid, "Marked", "", keybar_none), 1, 2,
			style_of(ROLE_NOTE),
			"Nothing is marked yet: m marks an event or a quotation.");
		return;
	}
	struct area area = keybar_frame(app, grid, "Marked", "in the order marked", hints);
	int foot = foot_rows(app);
	area.rows -= foot;
	list_draw(app, grid, area);
	if (!foot)
		return;
	frame_foot(app, grid, area.row + area.rows);
	foot_draw(
		app, grid, (struct area){area.row + area.rows + 1, area.col, foot - 1, area.cols});
}

const struct view_ops bookmarks_view = {
	.name = "among the marked",
	.state_size = sizeof(struct marked),
	.hints = hints,
	.actions = actions,
	.stays = true,
	.open = bookmarks_open,
	.fit = bookmarks_fit,
	.move = bookmarks_move,
	.choose = bookmarks_choose,
	.draw = bookmarks_draw,
};
