/* The index: pages of speakers, themes, sources, parallels and lesson plans, each with its entries under the eras
 * they belong to. Letters narrow a page to the lines that fit; Enter filters the record to what is
 * selected. Keys are seen before they become actions, since letters are letters here.
 *
 * From above: the title with what has been typed, the eras, the list, and at the foot what is to be
 * known of the selected line, or who sat at the table without a word. Small screens give up the
 * foot first, then the frame. */
#include "layout/voices.h"
#include "layout/voices_foot.h"
#include "query/voices.h"
#include "ui/core/filter.h"
#include "ui/core/frame.h"
#include "ui/core/keybar.h"
#include "ui/core/list.h"
#include "ui/core/narrow.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"
#include "ui/core/view.h"

#include <string.h>

struct index {
	struct voices *pages[VOICES_PAGES]; /* each made when it is first shown */
	uint32_t opening;                   /* which of the filter's openings they are made of */
	enum voices_page page;
	struct narrow narrow; /* the lines of it that fit what is typed */
	uint32_t first_era;   /* the first one shown */
	bool paused;          /* another record is coming, while one types here */
	struct buf typed;     /* what was typed then, and what was selected */
	uint32_t was;
};

static struct index *index_of(const struct app *app)
{
	return view_state(app, &index_view);
}

static void index_forget(struct app *app)
{
	struct index *index = index_of(app);
	for (int page = 0; page < VOICES_PAGES; page++)
		voices_free(index->pages[page]);
	narrow_free(&index->narrow);
	*index = (struct index){.page = index->page,
		.paused = index->paused,
		.typed = index->typed,
		.was = index->was};
}

/* ---- in and out ---- */

/* Another view or day opens something else, of which the pages are made anew. */
static void turn_to(struct app *app, enum voices_page page)
{
	struct index *index = index_of(app);
	if (index->opening != app->filter->openings) {
		index_forget(app);
		index->opening = app->filter->openings;
	}
	index->page = page;
	index->first_era = 0;
	if (!index->pages[page])
		index->pages[page] = voices_make(spot_threads(app), filter_opened(app), page);
	narrow_set(&index->narrow, index->pages[page], "", 0);
}

/* Opens a page, or the page and line of a person, party, source or theme. */
static bool index_open(struct app *app, const struct view_at *at)
{
	struct ref of = at->of;
	if (of.thing == THING_NONE) {
		turn_to(app, (enum voices_page)at->page);
		return true;
	}
	turn_to(app,
		of.thing == THING_VIEW                              ? VOICES_PLANS
			: of.thing == THING_THEME                   ? VOICES_THEMES
			: of.thing == THING_SOURCE && !at->as_voice ? VOICES_SOURCES
								    : VOICES_SPEAKERS);
	struct index *index = index_of(app);
	const struct voices *voices = index->pages[index->page];
	uint32_t found = UINT32_MAX; /* of a party its own line, else the one over its people */
	for (uint32_t n = 0; n < voices->line_count; n++)
		if (ref_same(voices->lines[n].of, of))
			found = n;
	if (found != UINT32_MAX)
		narrow_to(&index->narrow, voices, found);
	else
		app_say(app, "the record has no words of theirs");
	return found != UINT32_MAX;
}

/* What is typed while another record comes is letters before and after. */
static void index_pause(struct app *app)
{
	struct index *index = index_of(app);
	index->paused = view_on_top(app) == &index_view;
	index->was = index->narrow.list.selected;
	buf_clear(&index->typed);
	buf_text(&index->typed, buf_string(&index->narrow.needle.text));
}

static void index_resume(struct app *app)
{
	struct index *index = index_of(app);
	if (!index->paused)
		return;
	view_open(app, &index_view, &(struct view_at){.page = (int)index->page});
	narrow_set(&index->narrow, index->pages[index->page], buf_string(&index->typed),
		index->typed.len);
	list_select(&index->narrow.list, index->was);
}

static void index_end(struct app *app)
{
	buf_free(&index_of(app)->typed);
}

/* ---- the window ---- */

static const struct voices *page_of(const struct app *app)
{
	return index_of(app)->pages[index_of(app)->page];
}

static const struct voices_line *line_at(const struct app *app, uint32_t item)
{
	return &page_of(app)->lines[index_of(app)->narrow.hits[item]];
}

static struct voices_sheet sheet_of(const struct app *app)
{
	struct voices_sheet sheet;
	struct paper paper = app_paper(app, app->cols);
	voices_sheet(&sheet, &paper, app->record, page_of(app), index_of(app)->page,
		index_of(app)->first_era);
	return sheet;
}

static bool begins_group(const struct app *app, uint32_t item)
{
	if (!index_of(app)->narrow.count || !line_at(app, item)->group)
		return false;
	return item == 0 || strcmp(line_at(app, item)->group, line_at(app, item - 1)->group) != 0;
}

/* A group has an empty row above it, or where names need the room, a row with its name, unless its
 * first line says it. */
static int line_height(const void *what, uint32_t item)
{
	const struct app *app = what;
	bool beside = app->cols >= VOICES_BESIDE_FROM;
	if (!begins_group(app, item) || (beside && index_of(app)->page == VOICES_PARALLELS) ||
		(!beside && line_at(app, item)->heading))
		return 1;
	return item > 0 || !beside ? 2 : 1;
}

static bool is_at_end(const struct app *app)
{
	return index_of(app)->narrow.list.selected + 1 >= index_of(app)->narrow.count;
}

static struct voices_foot foot_of(const struct app *app)
{
	const struct index *index = index_of(app);
	return (struct voices_foot){
		.voices = page_of(app),
		.page = index->page,
		.line = index->narrow.count ? line_at(app, index->narrow.list.selected) : NULL,
		.at_end = is_at_end(app),
		.paper = app_paper(app, app->cols),
		.screen = app->rows,
		.body = frame_body(app, 0, 0).rows,
	};
}

static int foot_rows(const struct app *app)
{
	struct voices_foot foot = foot_of(app);
	return voices_foot_rows(app->record, &foot);
}

/* Below the head row, above the foot. */
static struct area list_area(const struct app *app)
{
	return frame_body(app, 1, foot_rows(app));
}

static int list_rows(const struct app *app)
{
	return list_area(app).rows;
}

/* ---- what the keys do ---- */

/* An entry may stand in a source and be somebody else's words. */
static void say_of_source(struct app *app, struct ref source)
{
	if (threads_of_voice(spot_threads(app), source).count)
		app_say(app, "what stands in this source; by:%s is what it says itself",
			record_id(app->record, source));
	else
		app_say(app, "what stands in this source or rests on it");
}

static enum app_next choose(struct app *app)
{
	struct index *index = index_of(app);
	struct buf query = {0};
	if (!index->narrow.count || spot_is_held(app))
		return APP_DRAW;
	const struct voices_line *line = line_at(app, index->narrow.list.selected);
	if (line->of.thing == THING_VIEW) {
		filter_plan(app, line->of.index);
		return APP_DRAW;
	}
	voices_query(&query, app->record, line, index->page);
	view_close_all(app);
	if (filter_query(app, buf_string(&query)) && index->page == VOICES_SOURCES)
		say_of_source(app, line->of);
	buf_free(&query);
	return APP_DRAW;
}

static void move(struct app *app, int64_t by)
{
	list_select(&index_of(app)->narrow.list, (int64_t)index_of(app)->narrow.list.selected + by);
}

static bool index_choose(struct app *app, const struct target *target)
{
	return list_choose(&index_of(app)->narrow.list, target->item);
}

static enum app_next index_wheel(struct app *app, const struct input *input, int rows)
{
	move(app, rows);
	return APP_DRAW;
}

static void page_by(struct app *app, int direction)
{
	struct list_heights heights = {line_height, app};
	int rows = list_rows(app) > 1 ? list_rows(app) - 1 : 1;
	list_select(&index_of(app)->narrow.list,
		list_further(&index_of(app)->narrow.list, &heights, direction * rows));
}

static bool type(struct app *app, int32_t key)
{
	return narrow_key(app, &index_of(app)->narrow, page_of(app), key);
}

static void index_paste(struct app *app, const char *text, size_t len)
{
	narrow_paste(app, &index_of(app)->narrow, page_of(app), text, len);
}

/* Eras that have no room: the window onto them moves. */
static void scroll_eras(struct app *app, int by)
{
	struct index *index = index_of(app);
	if (by > 0 && index->first_era + 1 < index->pages[index->page]->era_count)
		index->first_era++;
	else if (by < 0 && index->first_era > 0)
		index->first_era--;
}

/* Turns to the next page or the one before; a record without lesson plans has no page of them. */
static void turn_by(struct app *app, int by)
{
	int page = ((int)index_of(app)->page + by + VOICES_PAGES) % VOICES_PAGES;
	if (page == VOICES_PLANS && !app->record->counts[THING_VIEW])
		page = (page + by + VOICES_PAGES) % VOICES_PAGES;
	turn_to(app, (enum voices_page)page);
}

/* What moves in the list or leads out of it; false for all that the line may take. */
static bool list_key(struct app *app, int32_t key, enum app_next *next)
{
	struct index *index = index_of(app);
	switch (key) {
	case INPUT_UP:
	case INPUT_CTRL('p'):
		move(app, -1);
		return true;
	case INPUT_DOWN:
	case INPUT_CTRL('n'):
		move(app, 1);
		return true;
	case INPUT_PAGE_DOWN:
	case INPUT_CTRL('f'):
		page_by(app, 1);
		return true;
	case INPUT_PAGE_UP:
	case INPUT_CTRL('b'):
		page_by(app, -1);
		return true;
	case INPUT_HOME:
		list_select(&index->narrow.list, 0);
		return true;
	case INPUT_END:
		list_select(&index->narrow.list, index->narrow.list.count);
		return true;
	case INPUT_LEFT:
	case INPUT_RIGHT:
		scroll_eras(app, key == INPUT_RIGHT ? 1 : -1);
		return true;
	case INPUT_TAB:
		turn_by(app, 1);
		return true;
	case INPUT_ENTER:
		*next = choose(app);
		return true;
	case INPUT_ESCAPE:
	case INPUT_CTRL('c'):
		view_close(app);
		return true;
	default:
		return false;
	}
}

/* Left and Right by words are for the line, where it has a text. */
static bool index_key(struct app *app, int32_t key, enum app_next *next)
{
	int32_t plain = key & ~INPUT_HELD;
	bool by_words = (plain == INPUT_LEFT || plain == INPUT_RIGHT) &&
		(key & (INPUT_CONTROL | INPUT_ALT));
	*next = APP_DRAW;
	if (key == (INPUT_TAB | INPUT_SHIFT)) {
		turn_by(app, -1);
		return true;
	}
	if (by_words && index_of(app)->narrow.needle.text.len)
		return type(app, key);
	bool letter = (key & INPUT_ALT) && plain < INPUT_FIRST_NAMED && plain != INPUT_ESCAPE;
	return list_key(app, letter ? key : plain, next) || type(app, key);
}

static enum app_next who(struct app *app, const struct request *request)
{
	struct index *index = index_of(app);
	if (!index->narrow.count)
		app_say(app, "no line is selected");
	else
		view_open(app, &profile_view,
			&(struct view_at){.of = line_at(app, index->narrow.list.selected)->of});
	return APP_DRAW;
}

/* What no letter says: the few actions that lie on other keys. */
static const struct view_action actions[] = {
	{ACTION_WHO, who},
	{ACTION_RETRACE_BACK, NULL},
	{ACTION_RETRACE_FORWARD, NULL},
	{ACTION_NONE, NULL},
};

/* ---- the picture ---- */

static void draw_lines(struct app *app, struct grid *grid, struct area area)
{
	struct index *index = index_of(app);
	struct voices_sheet sheet = sheet_of(app);
	struct list_heights heights = {line_height, app};
	struct paper paper = app_paper(app, app->cols);
	struct buf needle = {0};
	narrow_fold(&index->narrow, &needle);
	list_settle(&index->narrow.list, &heights, area.rows);
	int line = 0;
	for (uint32_t item = index->narrow.list.top; item < index->narrow.count && line < area.rows;
		item++) {
		bool selected = item == index->narrow.list.selected;
		uint8_t flags = selected ? STYLE_SELECTED : 0;
		if (line_height(app, item) == 2) {
			if (!sheet.groups_beside)
				area_text(grid, app->form, area, line, 1, style_of(ROLE_ERA),
					line_at(app, item)->group);
			line += sheet.groups_beside && item == index->narrow.list.top ? 0 : 1;
		}
		struct rows rows;
		rows_begin(&rows, &app->draw, &paper);
		voices_line_add(&rows, app->record, line_at(app, item), &sheet,
			begins_group(app, item) || item == index->narrow.list.top,
			buf_string(&needle));
		area_row(grid, app->form, area, line, &rows.at[0], flags);
		target_item(app, area, line, 1, 0, item);
		if (selected && line < area.rows)
			area_select(grid, area, line, sheet.name - 1, sheet.edge - sheet.name + 1,
				app->signs->selected);
		line++;
	}
	buf_free(&needle);
}

static void draw_foot(struct app *app, struct grid *grid, struct area area)
{
	struct rows rows;
	struct voices_foot foot = foot_of(app);
	voices_foot_add(&rows, &app->draw, app->record, &foot, foot.body);
	if ((int)rows.count > area.rows && index_of(app)->page == VOICES_SPEAKERS)
		voices_foot_add(&rows, &app->draw, app->record, &foot, area.rows);
	for (uint32_t i = 0; i < rows.count && (int)i < area.rows; i++)
		area_row(grid, app->form, area, (int)i, &rows.at[i], 0);
	/* What the foot cannot hold is said to go on. */
	if ((int)rows.count > area.rows)
		area_right(
			grid, NULL, area, area.rows - 1, 0, style_of(ROLE_NOTE), app->signs->cut);
}

static void draw_place(struct app *app, struct grid *grid)
{
	const struct index *index = index_of(app);
	struct buf text = {0};
	voices_uncounted(&text, app->signs, page_of(app));
	buf_format(&text, " %u of %u ",
		(unsigned)(index->narrow.count ? index->narrow.list.selected + 1 : 0),
		(unsigned)index->narrow.count);
	frame_note(app, grid, buf_string(&text));
	buf_free(&text);
}

/* Letters are letters here, so these keys are not those of the table of actions. */
static const struct hint hints[] = {
	{{ACTION_NONE}, "type to narrow"},
	{{ACTION_NONE}, "Enter only this"},
	{{ACTION_NONE}, "Tab pages"},
	{{ACTION_NONE}, "F3 who?"},
	{{ACTION_NONE}, "Down next"},
	{{ACTION_NONE}, "Esc close"},
	{{ACTION_NONE}, "F1 help"},
	{{ACTION_NONE}, NULL},
};

/* Where not all eras have room. */
static const struct hint more_hints[] = {
	{{ACTION_NONE}, "type to narrow"},
	{{ACTION_NONE}, "Enter only this"},
	{{ACTION_NONE}, "Tab pages"},
	{{ACTION_NONE}, "Right later"},
	{{ACTION_NONE}, "F3 who?"},
	{{ACTION_NONE}, "Esc close"},
	{{ACTION_NONE}, "F1 help"},
	{{ACTION_NONE}, NULL},
};

/* Of lesson plans. */
static const struct hint plan_hints[] = {
	{{ACTION_NONE}, "type to narrow"},
	{{ACTION_NONE}, "Enter open"},
	{{ACTION_NONE}, "Tab next page"},
	{{ACTION_NONE}, "Down next"},
	{{ACTION_NONE}, "Esc close"},
	{{ACTION_NONE}, "F1 help"},
	{{ACTION_NONE}, NULL},
};

static void title_text(struct buf *out, const struct app *app)
{
	const struct index *index = index_of(app);
	buf_text(out, voices_title(index->page));
	if (index->narrow.needle.text.len)
		buf_format(out, "  /%s", buf_string(&index->narrow.needle.text));
}

static void draw_nothing(struct app *app, struct grid *grid, struct area area)
{
	const struct select_options *asked = &app->filter->asked;
	grid->cursor_row = area.row + (area.rows > 1 ? 1 : 0);
	area_text(grid, NULL, area, 1, 2, style_of(ROLE_NOTE),
		index_of(app)->narrow.needle.text.len
			? "No line has these letters; Backspace takes one back."
			: voices_none(index_of(app)->page, asked->view || asked->as_of));
}

static void draw_head(struct app *app, struct grid *grid, const struct voices_sheet *sheet)
{
	struct rows rows = app_rows(app, app->cols);
	voices_head_add(&rows, app->record, page_of(app), sheet);
	area_row(grid, app->form, frame_body(app, 0, 0), 0, &rows.at[0], 0);
}

static void index_draw(struct app *app, struct grid *grid)
{
	const struct voices *voices = page_of(app);
	struct buf title = {0}, counts = {0};
	title_text(&title, app);
	voices_counts(&counts, app->signs, voices, index_of(app)->page);
	struct voices_sheet sheet = sheet_of(app);
	keybar_frame(app, grid, buf_string(&title), buf_string(&counts),
		index_of(app)->page == VOICES_PLANS       ? plan_hints
			: sheet.count < voices->era_count ? more_hints
							  : hints);
	buf_free(&title);
	buf_free(&counts);
	if (!frame_is_bare(app)) {
		narrow_mark(app, &index_of(app)->narrow, grid,
			1 + (int)strlen(voices_title(index_of(app)->page)) + 3);
		draw_head(app, grid, &sheet);
		draw_place(app, grid);
	}
	struct area area = list_area(app);
	if (index_of(app)->narrow.count)
		draw_lines(app, grid, area);
	else
		draw_nothing(app, grid, area);
	int foot = foot_rows(app);
	if (foot)
		draw_foot(
			app, grid, (struct area){area.row + area.rows + 1, 0, foot - 1, app->cols});
}

const struct view_ops index_view = {
	.name = "in the index",
	.state_size = sizeof(struct index),
	.hints = hints,
	.actions = actions,
	.types = true,
	.open = index_open,
	.forget = index_forget,
	.end = index_end,
	.pause = index_pause,
	.resume = index_resume,
	.key = index_key,
	.paste = index_paste,
	.choose = index_choose,
	.wheel = index_wheel,
	.draw = index_draw,
};
