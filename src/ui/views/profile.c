/* Who is this: a person, a party or a source, and all that the record has of theirs; of an event, who
 * was there, to choose from. What is shown is made when it is opened; of it, no more is laid out than
 * the window holds. It is a list: its first item is the head, behind which stand the rows of the
 * profile. The selected one is open, and where it is higher than the window, it scrolls. Words have as many
 * lines as the window has room for. */
#include "layout/profile.h"

#include "query/waits.h"
#include "ui/core/bookmarks.h"
#include "ui/core/copy.h"
#include "ui/core/filter.h"
#include "ui/core/frame.h"
#include "ui/core/keybar.h"
#include "ui/core/list.h"
#include "ui/core/secret.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"
#include "ui/core/view.h"

#include <stdio.h>

enum { BACK_MOST = 16 };

struct who {
	struct profile *profile;
	struct list list;
	struct arena arena;       /* of what is being measured */
	int head_rows, open_rows; /* of the head; of the selected item */
	int lines;                /* of words that are not selected */
	int skip;                 /* rows of that one that have been scrolled through */
	struct who_step {
		struct ref of;
		uint32_t selected;
	} back[BACK_MOST]; /* the profiles that led here, the latest last */
	int back_count;
};

static struct who *who_of(const struct app *app)
{
	return view_state(app, &profile_view);
}

static void who_forget(struct app *app)
{
	struct who *who = who_of(app);
	profile_free(who->profile);
	arena_free(&who->arena);
	*who = (struct who){0};
}

/* The row of an item; NULL of the head. */
static const struct profile_row *row_at(const struct who *who, uint32_t item)
{
	return item ? &who->profile->rows[item - 1] : NULL;
}

/* ---- the window ---- */

/* Adds an item as it is to be shown. */
static void item_add(const struct app *app, struct rows *rows, uint32_t item, bool open)
{
	const struct who *who = who_of(app);
	if (item) {
		profile_row_add(rows, app->record, who->profile, item - 1,
			(struct profile_look){.open = open,
				.lines = who->lines,
				.top = item == who->list.top,
				.over = spot_is_over(app),
				.kept = bookmarks_has(app->bookmarks, row_at(who, item)->to)});
		return;
	}
	if (!frame_is_bare(app))
		rows_new(rows);
	const struct result shown = secret_result(app, app->result);
	const struct ref of = who->profile->of;
	profile_head_add(
		rows, app->record, of, of.thing == THING_SOURCE && waits_stance(&shown, of.index));
}

static int measure(const struct app *app, uint32_t item, bool open)
{
	struct who *who = who_of(app);
	struct paper paper = app_paper(app, frame_body(app, 0, 0).cols);
	struct rows rows;
	arena_reset(&who->arena);
	rows_begin(&rows, &who->arena, &paper);
	item_add(app, &rows, item, open);
	return (int)rows.count;
}

static int height_of(const void *what, uint32_t item)
{
	const struct app *app = what;
	const struct who *who = who_of(app);
	if (!item)
		return who->head_rows;
	if (item == who->list.selected)
		return who->open_rows;
	if (who->lines > 1)
		return measure(app, item, false);
	return profile_begins(who->profile, item - 1) ? 2 : 1;
}

static int window_rows(const struct app *app)
{
	return frame_body(app, 0, 0).rows;
}

/* Rows of the selected item that a window cannot show. */
static int skip_most(const struct app *app)
{
	const struct who *who = who_of(app);
	int more = height_of(app, who->list.selected) - window_rows(app);
	return more > 0 ? more : 0;
}

/* Whether the window holds the page with words in so many lines, none of them selected. */
static bool holds(struct app *app, int lines)
{
	struct who *who = who_of(app);
	int room = window_rows(app) - who->head_rows;
	who->lines = lines;
	for (uint32_t item = 1; item < who->list.count && room >= 0; item++)
		room -= measure(app, item, false);
	return room >= 0;
}

/* Gives words as many lines as leave the page whole: measures no more items than the window has rows. */
static void lines_fit(struct app *app)
{
	static const int most[] = {99, 6, 5, 4, 3, 2};
	for (size_t i = 0; i < sizeof most / sizeof *most; i++)
		if (holds(app, most[i]))
			return;
	who_of(app)->lines = 1;
}

static void who_fit(struct app *app)
{
	struct who *who = who_of(app);
	struct list_heights heights = {height_of, app};
	who->head_rows = measure(app, 0, true);
	lines_fit(app);
	who->open_rows = measure(app, who->list.selected, true);
	list_settle(&who->list, &heights, window_rows(app));
	if (who->skip > skip_most(app))
		who->skip = skip_most(app);
	if (skip_most(app))
		who->list.top = who->list.selected;
}

static void who_select(struct app *app, int64_t item)
{
	struct who *who = who_of(app);
	list_select(&who->list, item);
	who->skip = 0;
	who_fit(app);
}

/* ---- in and out ---- */

/* Leaves out what would tell whose words a scene shows. */
static void withhold(struct app *app, struct profile *profile)
{
	uint32_t kept = 0;
	if (!spot_is_over(app) || !profile->count)
		return;
	struct profile_row *rows = arena_alloc(&profile->arena, profile->count, sizeof *rows);
	for (uint32_t n = 0; n < profile->count; n++)
		if (!secret_is(app, profile->rows[n].to))
			rows[kept++] = profile->rows[n];
	profile->rows = rows;
	profile->count = kept;
}

static void show(struct app *app, struct profile *profile)
{
	struct who *who = who_of(app);
	withhold(app, profile);
	profile_free(who->profile);
	who->profile = profile;
	who->list = (struct list){.count = profile->count + 1};
	who->skip = 0;
}

static struct profile *profile_of(struct app *app, struct ref of)
{
	const struct result shown = secret_result(app, app->result);
	return profile_make(spot_threads(app), &shown, of);
}

static void make(struct app *app, struct ref of)
{
	show(app, profile_of(app, of));
}

/* Selects the words that one comes from, where the head is seen above them. */
static void select_words(struct app *app, struct ref words)
{
	struct who *who = who_of(app);
	for (uint32_t n = 0; n < who->profile->count; n++) {
		const struct profile_row *row = &who->profile->rows[n];
		if (row->kind == PROFILE_ROLE || !ref_same(row->to, words))
			continue;
		who_select(app, n + 1);
		if (who->list.top || skip_most(app))
			who_select(app, 0);
		return;
	}
}

/* Whose page it is: of words their voice; of a likeness who claims it; of an event with one person
 * that person. None, having said why, where nobody is named. */
static struct ref subject_of(struct app *app, struct ref of)
{
	const struct record *record = app->record;
	static const struct ref nobody;
	if (of.thing != THING_NONE && record_hides(record, of)) {
		app_say(app, "as of this day that was not public yet%s",
			spot_is_over(app) ? "" : "; \\ shows everything");
		return nobody;
	}
	if (of.thing == THING_QUOTE) {
		const struct quote *quote = &record->quotes[of.index];
		of = quote_voice(quote);
		if (of.thing == THING_NONE)
			app_say(app, "nobody is named as the speaker of these words");
	} else if (of.thing == THING_PARALLEL) {
		of = record->parallels[of.index].claimed_by;
	} else if (of.thing == THING_NONE) {
		app_say(app, "choose words first, whose speaker is to be shown; i lists them all");
	}
	switch ((enum thing)of.thing) {
	case THING_EVENT:
	case THING_PERSON:
	case THING_PARTY:
	case THING_SOURCE:
	case THING_NONE:
		return of;
	case THING_EDITOR:
		app_say(app, "the editor is who wrote this record");
		return nobody;
	default:
		app_say(app, "this is nobody: choose words, or who is named beside them");
		return nobody;
	}
}

static bool who_open(struct app *app, const struct view_at *at)
{
	struct who *who = who_of(app);
	struct ref from = at->of.thing == THING_NONE ? spot_selected(app) : at->of;
	if (secret_holds(app, from))
		return false;
	struct ref of = subject_of(app, from);
	if (of.thing == THING_NONE)
		return false;
	struct profile *profile = profile_of(app, of);
	if (of.thing == THING_EVENT && !profile->count) {
		app_say(app, "nobody is named at this event");
		profile_free(profile);
		return false;
	}
	who->back_count = 0;
	show(app, profile);
	if (of.thing == THING_EVENT && profile->count == 1) /* one guest needs no list */
		make(app, profile->rows[0].to);
	if (from.thing == THING_QUOTE)
		select_words(app, from);
	return true;
}

/* To another profile, and back from it. */
static void go_on(struct app *app, struct ref of)
{
	struct who *who = who_of(app);
	if (ref_same(of, who->profile->of))
		return;
	if (who->back_count == BACK_MOST) {
		for (int n = 1; n < BACK_MOST; n++)
			who->back[n - 1] = who->back[n];
		who->back_count--;
	}
	who->back[who->back_count++] = (struct who_step){who->profile->of, who->list.selected};
	make(app, of);
}

static enum app_next back(struct app *app, const struct request *request)
{
	struct who *who = who_of(app);
	if (!who->back_count) {
		view_close(app);
		return APP_DRAW;
	}
	struct who_step step = who->back[--who->back_count];
	make(app, step.of);
	who_select(app, step.selected);
	return APP_DRAW;
}

/* ---- what the keys do ---- */

/* Through an item that is higher than the window, half of it at a time. */
static bool scroll(struct app *app, int direction)
{
	struct who *who = who_of(app);
	int most = skip_most(app), by = window_rows(app) / 2;
	int skip = who->skip + direction * (by < 1 ? 1 : by);
	skip = skip < 0 ? 0 : skip > most ? most : skip;
	if (skip == who->skip)
		return false;
	who->skip = skip;
	return true;
}

static void who_move(struct app *app, struct motion motion)
{
	struct who *who = who_of(app);
	struct list_heights heights = {height_of, app};
	int direction = motion.by < 0 ? -1 : 1;
	if (motion.kind == MOTION_TO) {
		who_select(app, motion.by);
		return;
	}
	if (scroll(app, direction))
		return;
	if (motion.kind == MOTION_STEP)
		who_select(app, (int64_t)who->list.selected + motion.by);
	else
		who_select(app, list_further(&who->list, &heights, (int)motion.by));
	if (direction < 0)
		who->skip = skip_most(app);
}

static bool who_choose(struct app *app, const struct target *target)
{
	uint32_t before = who_of(app)->list.selected;
	who_select(app, target->item);
	return who_of(app)->list.selected == before;
}

static enum app_next show_all(struct app *app)
{
	struct who *who = who_of(app);
	struct ref of = who->profile->of;
	uint32_t item = who->list.selected;
	if (spot_is_held(app))
		return APP_DRAW;
	filter_show_all(app, &(struct request){ACTION_SHOW_ALL, 1, false});
	if (!view_is_open(app, &profile_view))
		return APP_DRAW;
	make(app, of);
	who_select(app, item);
	return APP_DRAW;
}

static enum app_next follow(struct app *app, const struct request *request)
{
	struct who *who = who_of(app);
	const struct profile_row *row = row_at(who, who->list.selected);
	struct ref to = row ? row->to : who->profile->of;
	if (to.thing == THING_EVENT || to.thing == THING_QUOTE)
		spot_follow(app, to);
	else if (to.thing == THING_NONE)
		return show_all(app);
	else if (row)
		go_on(app, to);
	else
		view_open(app, &index_view, &(struct view_at){.of = to, .as_voice = true});
	return APP_DRAW;
}

static enum app_next mark(struct app *app, const struct request *request)
{
	const struct who *who = who_of(app);
	const struct profile_row *row = row_at(who, who->list.selected);
	if (row && (row->to.thing == THING_EVENT || row->to.thing == THING_QUOTE))
		bookmarks_turn(app, row->to);
	else
		app_say(app, "choose words or an event, which can be marked");
	return APP_DRAW;
}

/* The words that are selected; none else. */
static struct ref words_selected(const struct who *who)
{
	static const struct ref none;
	const struct profile_row *row = row_at(who, who->list.selected);
	return row && row->to.thing == THING_QUOTE ? row->to : none;
}

static enum app_next copy(struct app *app, const struct request *request)
{
	struct ref words = words_selected(who_of(app));
	if (words.thing == THING_NONE) {
		app_say(app, "choose words, which are copied with their citation");
		return APP_DRAW;
	}
	copy_quote(app, words.index, request->action == ACTION_CITE);
	return APP_COPY;
}

/* Of another's words that one; else it closes, as asked for twice. */
static enum app_next ask(struct app *app, const struct request *request)
{
	struct who *who = who_of(app);
	const struct profile_row *row = row_at(who, who->list.selected);
	struct ref to = row ? row->to : who->profile->of;
	if (to.thing == THING_QUOTE)
		to = quote_voice(&app->record->quotes[to.index]);
	if (to.thing == THING_NONE || to.thing == THING_EVENT || ref_same(to, who->profile->of))
		view_close(app);
	else
		go_on(app, to);
	return APP_DRAW;
}

static const struct view_action actions[] = {
	{ACTION_INTO, follow},
	{ACTION_BACK, back},
	{ACTION_ESCAPE, back},
	{ACTION_LEAVE, back},
	{ACTION_COPY, copy},
	{ACTION_CITE, copy},
	{ACTION_MARK, mark},
	{ACTION_MARKED, NULL},
	{ACTION_WHO, ask},
	{ACTION_RETRACE_BACK, NULL},
	{ACTION_RETRACE_FORWARD, NULL},
	{ACTION_INDEX, NULL},
	{ACTION_INDEX_THEMES, NULL},
	{ACTION_INDEX_SOURCES, NULL},
	{ACTION_NONE, NULL},
};

static const struct hint hints[] = {
	{{ACTION_NEXT, ACTION_PREVIOUS}, "move"},
	{{ACTION_INTO}, "go there", "in full"},
	{{ACTION_COPY, ACTION_CITE}, "copy, cite"},
	{{ACTION_MARK}, "mark"},
	{{ACTION_INDEX}, "index"},
	{{ACTION_HELP}, "help"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_NONE}, NULL},
};

/* Where what is selected stands in the files. */
static struct app_place who_place(const struct app *app)
{
	const struct who *who = who_of(app);
	const struct profile_row *row = row_at(who, who->list.selected);
	struct ref of = row && row->to.thing != THING_NONE ? row->to : who->profile->of;
	const struct record *record = app->record;
	struct place place = of.thing == THING_QUOTE ? record->quotes[of.index].place
		: of.thing == THING_EVENT            ? record->events[of.index].place
		: of.thing == THING_PERSON           ? record->people[of.index].place
		: of.thing == THING_PARTY            ? record->parties[of.index].place
						     : record->sources[of.index].place;
	return (struct app_place){record->files[place.file], place.line ? place.line : 1};
}

/* ---- the picture ---- */

/* Draws an item from one of its rows on; returns the line behind it. */
static int item_draw(struct app *app, struct grid *grid, struct area area, int line, uint32_t item)
{
	const struct who *who = who_of(app);
	bool selected = item == who->list.selected;
	struct rows rows = app_rows(app, area.cols);
	item_add(app, &rows, item, selected);
	int mark = item ? profile_marked(who->profile, item - 1) : !frame_is_bare(app);
	int row = selected ? who->skip : 0;
	if (mark < row)
		mark = row;
	int end = area.cols - 1 < PROFILE_EDGE ? area.cols - 1 : PROFILE_EDGE;
	int from = line + mark - row, on = item ? rows_going_on(&rows, (uint32_t)mark) : 0;
	for (; row < (int)rows.count && line < area.rows; row++, line++) {
		bool marked = selected && row == mark;
		area_row(grid, app->form, area, line, &rows.at[row], 0);
		if (selected && row > mark && row <= mark + on)
			area_text(grid, NULL, area, line, 1, style_of(ROLE_FOCUS), app->signs->bar);
		if (marked)
			area_select(grid, area, line, 1, end - 1, app->signs->selected);
	}
	if (from < line)
		target_item(app, area, from, line - from, 0, item);
	return line;
}

static void who_draw(struct app *app, struct grid *grid)
{
	const struct who *who = who_of(app);
	bool event = who->profile->of.thing == THING_EVENT;
	struct area area = keybar_frame(
		app, grid, event ? "Who was there?" : "Who is this?", app->record->title, hints);
	char place[48];
	int line = 0;
	snprintf(place, sizeof place, " %u of %u ", (unsigned)who->list.selected,
		(unsigned)who->profile->count);
	if (who->list.selected)
		frame_note(app, grid, place);
	for (uint32_t item = who->list.top; item < who->list.count && line < area.rows; item++)
		line = item_draw(app, grid, area, line, item);
}

const struct view_ops profile_view = {
	.name = "about who speaks",
	.state_size = sizeof(struct who),
	.hints = hints,
	.actions = actions,
	.open = who_open,
	.forget = who_forget,
	.fit = who_fit,
	.move = who_move,
	.choose = who_choose,
	.draw = who_draw,
	.place = who_place,
};
