/* What stands around the words, quietly: in the first row when it was, in the last one the place in the
 * whole, and above that the axis. It stands in the same rows in all scenes. Small screens have less of
 * it: the axis goes first, then the head. */
#include "ui/views/present.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "ui/core/keybar.h"
#include "ui/core/secret.h"

#include <string.h>

enum {
	MARGIN = STAGE_MARGIN,
	HEAD_GAP = 3, /* between the year and the title of the plan */
	GAP = 2,      /* between its place and what there is to say */
	KEYS_APART = 3,
	HEAD_ROWS = 10, /* of the screen from which there is a head, */
	AXIS_ROWS = 16, /* and an axis, with empty rows between */
	AXIS_COLS = 40,
	FRAME_ROWS = 36, /* at most, in the middle of a larger screen */
	MORE_COLS = 100, /* of a wall on which more keys are named */
	PAGES_MANY = 4,  /* of a table: from so many on it is said how to pass them */
};

/* Where the frame stands: in the middle of a large screen, but in all rows where a table is to come, which
 * needs them. */
static struct area frame_of(const struct app *app)
{
	struct area area = {0, 0, app->rows, app->cols};
	if (app->rows < AXIS_ROWS)
		return area;
	if (!present_of(app)->tables)
		area.rows = area.rows < FRAME_ROWS ? area.rows : FRAME_ROWS;
	area.cols = area.cols < STAGE_WALL ? area.cols : STAGE_WALL;
	area.row = (app->rows - area.rows) / 2;
	area.col = (app->cols - area.cols) / 2;
	return area;
}

static bool has_axis(const struct app *app)
{
	return app->rows >= AXIS_ROWS && app->cols >= AXIS_COLS;
}

/* An empty row between the frame and the words; a table has none to spare but on a large screen. */
static int gap(const struct app *app)
{
	enum scene_kind kind = present_scene(present_of(app))->kind;
	bool table = kind == SCENE_TABLE || kind == SCENE_BESIDE;
	return app->rows >= (table ? FRAME_ROWS : AXIS_ROWS);
}

int present_top(const struct app *app)
{
	return app->rows < HEAD_ROWS ? 0 : frame_of(app).row + 1 + gap(app);
}

int present_height(const struct app *app)
{
	if (app->rows < HEAD_ROWS)
		return app->rows >= 3 ? app->rows - 1 : app->rows;
	return frame_of(app).rows - 2 - has_axis(app) - 2 * gap(app);
}

/* ---- when it was ---- */

/* The first and the last event of the scene at hand; false where it is about none. */
static bool events_of(const struct app *app, const struct event *events[2])
{
	const struct present *present = present_of(app);
	const struct scene *scene = present_scene(present);
	const struct record *record = app->result->record;
	const struct position_table *table = &present->positions[present->scene];
	if (scene->kind == SCENE_WORDS) {
		events[0] = events[1] = &record->events[scene->event];
		return true;
	}
	if (scene->kind == SCENE_TABLE && table->meeting_count) {
		events[0] = table->meetings[0].first;
		events[1] = table->meetings[table->meeting_count - 1].last;
		return true;
	}
	if (scene->kind != SCENE_BESIDE)
		return false;
	for (int side = 0; side < 2; side++) {
		struct ref ref = scene->sides[side];
		events[side] = &record->events[ref.thing == THING_QUOTE
				? record->quotes[ref.index].event
				: ref.index];
	}
	if (events[0] > events[1]) {
		const struct event *later = events[0];
		events[0] = events[1];
		events[1] = later;
	}
	return true;
}

static void year_words(struct buf *words, enum date_mode dates, struct when when)
{
	bool julian;
	const struct date *date = words_date_drawn(dates, when, &julian);
	if (date)
		words_date_year(words, date);
}

/* Whether a title has the year in it: "2022-" begins in 2022. */
static bool says_year(const char *era, const char *year)
{
	size_t len = strspn(year, "0123456789");
	for (; len && *era; era++)
		if (strncmp(era, year, len) == 0)
			return true;
	return false;
}

/* Of a day that is known about its month: "January 2024"; of one that is coarser "about 2024". */
static void about_words(struct buf *words, const struct date *date, const struct date_columns *said)
{
	struct buf all = {0};
	date_display(date, &all);
	const char *day = strstr(buf_string(&all), said->day);
	const char *month = day && said->day[0] && said->month[0] ? strchr(day, ' ') : NULL;
	if (month)
		buf_text(words, month + 1);
	else
		buf_format(words, "about %s", said->year);
	buf_free(&all);
}

/* Words of another year than their event's say so: ", words of 2021", ", words of January 2024". */
static void later_words(const struct app *app, struct buf *words)
{
	struct ref of = present_thing(app);
	struct date_columns said;
	struct buf sure = {0};
	bool julian;
	if (of.thing != THING_QUOTE || present_step(present_of(app))->part < 0)
		return;
	const struct record *record = app->result->record;
	const struct date *date = words_date_drawn(
		app->dates, when_of_words(record, &record->quotes[of.index]), &julian);
	if (!date)
		return;
	date_columns(date, &said);
	words_date_year(&sure, date);
	if (said.year[0] && !says_year(buf_string(words), said.year)) {
		buf_format(words, "%swords of ", words->len ? ", " : "");
		if (strcmp(buf_string(&sure), said.year) == 0)
			buf_text(words, said.year);
		else
			about_words(words, date, &said);
	}
	buf_free(&sure);
}

/* "Khasavyurt, 1996", "Istanbul, spring 2022", "1939", "2022 - 2025". */
static void when_words(const struct app *app, struct buf *words)
{
	const struct event *events[2];
	struct buf years[2] = {{0}, {0}};
	if (!events_of(app, events))
		return;
	for (int n = 0; n < 2; n++)
		year_words(&years[n], app->dates, when_of_event(events[n]));
	const char *from = buf_string(&years[0]), *to = buf_string(&years[1]);
	if (events[0] == events[1] && events[0]->era.thing == THING_ERA) {
		const char *era = app->result->record->eras[events[0]->era.index].title;
		buf_text(words, era);
		if (years[0].len && !says_year(era, from))
			buf_format(words, ", %s", from);
	} else {
		buf_text(words, from);
		if (strcmp(from, to) != 0)
			buf_format(words, "%s%s", app->signs->dash, to);
	}
	later_words(app, words);
	buf_free(&years[0]);
	buf_free(&years[1]);
}

/* The title of the plan is left out where there is no room for all of it, and on the page that it
 * stands on anyhow. */
static void draw_head(struct app *app, struct grid *grid, struct area frame)
{
	const struct present *present = present_of(app);
	enum scene_kind kind = present_scene(present)->kind;
	const struct view *plan = present->scenes.plan;
	const struct area area = {frame.row, frame.col, 1, frame.cols};
	struct buf words = {0};
	when_words(app, &words);
	const char *when = buf_kept(&words, &app->draw);
	struct rows rows = app_rows(app, frame.cols);
	rows_new(&rows);
	rows_to(&rows, MARGIN);
	rows_cut_words(&rows, style_of(ROLE_DATE), when, frame.cols - 2 * MARGIN);
	area_row(grid, app->form, area, 0, &rows.at[0], 0);
	int room = frame.cols - 2 * MARGIN - HEAD_GAP - text_width(app->form, when, strlen(when));
	if (plan && kind != SCENE_OPENING &&
		text_width(app->form, plan->title, strlen(plan->title)) <= room)
		area_right(grid, app->form, area, 0, MARGIN, style_of(ROLE_COUNT_OF), plan->title);
	buf_free(&words);
}

/* ---- the axis ---- */

/* Bright is the stretch of time in which the scene lies, or what lies between its events. */
static struct axis_view view_of(const struct app *app)
{
	const struct axis *axis = &present_of(app)->axis;
	struct axis_view view = {DATE_NO_SORT, DATE_NO_SORT, DATE_NO_SORT};
	const struct event *events[2];
	if (!events_of(app, events))
		return view;
	view.first = events[0]->date->sort;
	view.last = events[1]->date->sort;
	if (events[0] != events[1])
		return view;
	view.selected = view.first;
	for (int i = 0; i < axis->count; i++)
		if (view.selected >= axis->stretches[i].first &&
			view.selected <= axis->stretches[i].last) {
			view.first = axis->stretches[i].first;
			view.last = axis->stretches[i].last;
		}
	return view;
}

/* Built for a width, and kept while that stays. */
static void draw_axis(struct app *app, struct grid *grid, struct area frame)
{
	struct present *present = present_of(app);
	struct axis *axis = &present->axis;
	struct paper paper = app_paper(app, frame.cols - 2);
	struct axis_view view;
	if (axis->paper.width != paper.width || axis->paper.dates != paper.dates) {
		arena_reset(&present->axis_arena);
		axis_build(axis, &present->axis_arena, app->result, &paper, 1);
	}
	view = view_of(app);
	struct rows rows = app_rows(app, paper.width);
	axis_add(&rows, axis, &view);
	area_rows(grid, app->form,
		(struct area){frame.row + frame.rows - 2, frame.col + 1, 1, paper.width}, 0, &rows);
}

/* ---- the foot ---- */

/* "page 1 of 2   3 of 11 - text 1 of 4"; on the title of a plan how many scenes follow, at its end
 * nothing. Which of several texts of the scene it is, is told where there is room. */
static void place_words(
	const struct present *present, const struct signs *signs, bool roomy, struct buf *words)
{
	const struct scenes *scenes = &present->scenes;
	const struct scene *scene = present_scene(present);
	const struct stage_step *step = present_step(present);
	if (step->pages > 1 && (step->shows == STAGE_WORDS || !step->words.count))
		buf_format(
			words, "page %u of %u   ", (unsigned)step->page + 1, (unsigned)step->pages);
	if (scene->kind == SCENE_OPENING)
		words_number(words, scenes->numbered, "scene", "scenes");
	else if (scene->kind != SCENE_CLOSING)
		buf_format(words, "%u of %u", (unsigned)(present->scene - scenes->number_first + 1),
			(unsigned)scenes->numbered);
	if (roomy && scene->kind == SCENE_WORDS && scene->count > 1 && step->part >= 0)
		buf_format(words, " %s text %d of %u", signs->dot, step->part + 1,
			(unsigned)scene->count);
}

/* What Space does, where that is more than the next step; "" where nothing follows. */
static const char *space_words(const struct app *app)
{
	const struct present *present = present_of(app);
	const struct scenes *scenes = &present->scenes;
	const struct stage_step *step = present_step(present);
	enum scene_kind kind = present_scene(present)->kind;
	bool last = present->step + 1 == present->stage.step_count;
	if (kind == SCENE_QUESTIONS)
		return "Space begins the questions";
	if (last && present->scene + 1 == scenes->count)
		return "";
	if (step->part == SCENE_ASKED)
		return "Space fills the table";
	if (kind == SCENE_TABLE || kind == SCENE_BESIDE)
		if (step->page + 1 < step->pages)
			return step->pages >= PAGES_MANY ? "Space next page   J next scene"
							 : "Space next page";
	return "Space next";
}

static int width_of(const struct app *app, struct buf *words)
{
	return text_width(app->form, buf_string(words), words->len);
}

static void key_add(struct buf *words, const char *key, int room, bool works)
{
	if (works && (int)words->len + KEYS_APART + (int)strlen(key) <= room)
		buf_format(words, "%*s%s", KEYS_APART, "", key);
}

/* Behind the others those that do something at this step: at the beginning how much time is left is
 * asked, at the end what the class has heard; between the event behind the words and who spoke, and on a wide
 * wall what else opens over a scene. */
static void more_keys(const struct app *app, int room, struct buf *words)
{
	const struct present *present = present_of(app);
	const struct view *plan = present->scenes.plan;
	enum scene_kind kind = present_scene(present)->kind;
	bool open = kind != SCENE_OPENING && !secret_is_kept(app);
	bool wide = open && (app->cols >= MORE_COLS || kind == SCENE_CLOSING);
	key_add(words, "C-g minutes left", room,
		kind == SCENE_OPENING && plan && plan->minutes > 0);
	key_add(words, "w quiz", room, kind == SCENE_CLOSING);
	if (present_looks_at_event(present)) {
		key_add(words, "Esc words", room, true);
	} else {
		key_add(words, "W who", room,
			open && present_step(present)->part >= 0 &&
				present_thing(app).thing == THING_QUOTE);
		key_add(words, "o event", room, open && present_has_event(present));
	}
	key_add(words, "v positions", room, wide && present->has_positions);
	key_add(words, "c beside", room, wide && present_compares(app));
	key_add(words, "i index", room, wide);
}

/* The keys that whoever stands in front of a class needs, on every scene: as many as there is room for, the
 * way on and help before the others; those that can wait only beside all that is said of the place. */
static void keys_words(const struct app *app, int beside_all, int room, struct buf *words)
{
	static const char *const rest[] = {
		"b blank   ? keys   q ends", "? keys   q ends", "? keys", ""};
	const struct present *present = present_of(app);
	bool begins = present_scene(present)->kind == SCENE_OPENING || !present->moved;
	const char *space = space_words(app);
	int taken = *space ? (int)strlen(space) + KEYS_APART : 0, n = 0;
	while (*rest[n] && (int)strlen(rest[n]) > (n ? room : beside_all) - taken)
		n++;
	if (taken - KEYS_APART > room)
		return;
	const char *larger = begins && app->cols > STAGE_WALL
		? "   Ctrl and + makes the letters larger"
		: "";
	buf_format(words, "%s%*s%s", space, *space && *rest[n] ? KEYS_APART : 0, "", rest[n]);
	if (!n)
		more_keys(app, beside_all - (int)strlen(larger), words);
	buf_text(words, larger);
}

/* What there is to say. The keys are never cut, but left out where there is no room for them beside the
 * place; where it begins they come before it. */
static void note_words(
	const struct app *app, int beside_all, int beside_place, int all, struct buf *note)
{
	const struct present *present = present_of(app);
	if (*app_said(app))
		buf_text(note, app_said(app));
	else if (present->number)
		buf_format(note, "%u: then Enter", (unsigned)present->number);
	else
		keys_words(app, beside_all, present->moved ? beside_place : all, note);
}

/* The last row: the place in the whole, and what there is to say, which takes the row for itself where
 * there is no room for both. */
static void draw_foot(struct app *app, struct grid *grid, struct area frame)
{
	const struct present *present = present_of(app);
	const struct style style = style_of(ROLE_COUNT_OF);
	const struct area area = {frame.row + frame.rows - 1, frame.col, 1, frame.cols};
	struct buf place = {0}, whole = {0}, note = {0};
	place_words(present, app->signs, false, &place);
	place_words(present, app->signs, true, &whole);
	int room = frame.cols - 2 * MARGIN;
	note_words(app, room - width_of(app, &whole) - GAP, room - width_of(app, &place) - GAP,
		frame.cols - 1, &note);
	int needed = width_of(app, &note);
	int beside = room - (needed ? needed + GAP : 0);
	if (width_of(app, &whole) <= beside)
		area_right(grid, app->form, area, 0, MARGIN, style, buf_string(&whole));
	else if (!needed || width_of(app, &place) <= beside)
		area_right(grid, app->form, area, 0, MARGIN, style, buf_string(&place));
	int left = needed > room ? 1 : MARGIN;
	struct rows rows = app_rows(app, frame.cols);
	rows_new(&rows);
	rows_to(&rows, left);
	rows_cut(&rows, style, buf_kept(&note, &app->draw), frame.cols - left);
	area_rows(grid, app->form, area, 0, &rows);
	if (!*app_said(app) || strstr(buf_string(&note), "   "))
		keybar_words(app, area, left, buf_string(&note));
	buf_free(&whole);
	buf_free(&place);
	buf_free(&note);
}

void present_draw_frame(struct app *app, struct grid *grid)
{
	const struct area frame = frame_of(app);
	app->message_drawn = true;
	if (grid->rows >= HEAD_ROWS)
		draw_head(app, grid, frame);
	if (has_axis(app))
		draw_axis(app, grid, frame);
	if (grid->rows >= 3)
		draw_foot(app, grid, frame);
}
