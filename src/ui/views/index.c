/* The index: pages of speakers, themes, sources, parallels and lesson plans, each with its entries
 * under the eras they belong to. Letters narrow a page to the lines that fit; Enter filters the record
 * to what is selected. Keys are seen before they become actions, since letters are letters here. */
#include "ui/views/index.h"

#include "base/memory.h"
#include "layout/voices.h"
#include "layout/words.h"
#include "model/query.h"
#include "query/telling.h"
#include "ui/core/filter.h"
#include "ui/core/find.h"
#include "ui/core/list.h"
#include "ui/core/secret.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"

#include <stdlib.h>
#include <string.h>

static void index_forget(struct app *app)
{
	struct index *index = index_of(app);
	for (int page = 0; page < VOICES_PAGES; page++)
		voices_free(index->pages[page]);
	narrow_free(&index->narrow);
	buf_free(&index->none.typed);
	arena_free(&index->arena);
	*index = (struct index){.page = index->page,
		.paused = index->paused,
		.typed = index->typed,
		.was = index->was};
}

/* ---- in and out ---- */

struct voices *index_make(struct app *app, enum voices_page page)
{
	struct index *index = index_of(app);
	struct voices **made = &index->pages[page];
	const struct result *whole = &index->whole;
	bool part = app->filter->base && page != VOICES_PLANS;
	if (!*made && part)
		*made = voices_make_part(spot_threads(app), &index->base, whole, page);
	else if (!*made)
		*made = voices_make(spot_threads(app), whole, page);
	return *made;
}

/* The era of which a line says most: where not all have room it is shown, with as many of those before it
 * as those behind it leave room for. */
static uint32_t fullest_era(const struct voices *voices)
{
	uint32_t fullest = 0;
	for (uint32_t i = 1; i < voices->era_count; i++)
		if (voices->eras[i].most > voices->eras[fullest].most)
			fullest = i;
	return fullest;
}

/* Another view, day or query leaves something else, of which the pages are made anew, but not what was
 * picked here; and over a
 * scene of a lesson they count what has been told by then. */
static void turn_to(struct app *app, enum voices_page page)
{
	struct index *index = index_of(app);
	struct result whole = secret_result(app, filter_opened(app));
	if (index->change != app->filter->bases ||
		index->telling != telling_number(whole.telling) ||
		index->whole.reached != whole.reached) {
		index_forget(app);
		index->change = app->filter->bases;
		index->whole = whole;
		index->telling = telling_number(whole.telling);
		index->base = filter_base(app, &index->arena);
		index->base = secret_result(app, &index->base);
	}
	index->page = page;
	index_make(app, page);
	index->first_era = fullest_era(index->pages[page]);
	narrow_set(&index->narrow, index->pages[page], "", 0);
}

/* Pages of who speaks tell whose the words of a scene are, by the years in which each does. */
bool index_waits(const struct app *app, enum voices_page page)
{
	return page != VOICES_THEMES && page != VOICES_PLANS && secret_is_kept(app);
}

/* The page of a person, party, source, theme or plan. */
static enum voices_page page_of(const struct view_at *at)
{
	switch ((enum thing)at->of.thing) {
	case THING_NONE:
		return (enum voices_page)at->page;
	case THING_VIEW:
		return VOICES_PLANS;
	case THING_THEME:
		return VOICES_THEMES;
	case THING_SOURCE:
		return at->as_voice ? VOICES_SPEAKERS : VOICES_SOURCES;
	default:
		return VOICES_SPEAKERS;
	}
}

/* Opens a page, or the page and line of a person, party, source or theme. */
static bool index_open(struct app *app, const struct view_at *at)
{
	struct ref of = at->of;
	enum voices_page page = page_of(at);
	if (index_waits(app, page)) {
		secret_say(app);
		return false;
	}
	if (!index_has_page(app, page)) {
		app_say(app, "the record has no lesson plans; truce(5) says how one is written");
		return false;
	}
	turn_to(app, page);
	if (of.thing == THING_NONE)
		return true;
	struct index *index = index_of(app);
	const struct voices *voices = index->pages[index->page];
	uint32_t found = UINT32_MAX; /* of a party its own line, else the one over its people */
	for (uint32_t n = 0; n < voices->line_count; n++)
		if (ref_same(voices->lines[n].of, of))
			found = n;
	if (found != UINT32_MAX)
		narrow_to(&index->narrow, voices, found);
	else
		app_say(app, "%s",
			voices->part ? "& selects no words of theirs; Esc, then \\ shows all"
				     : "the record has no words of theirs");
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
	if (!view_open(app, &index_view, &(struct view_at){.page = (int)index->page}))
		return;
	narrow_set(&index->narrow, index->pages[index->page], buf_string(&index->typed),
		index->typed.len);
	list_select(&index->narrow.list, index->was);
}

static void index_end(struct app *app)
{
	buf_free(&index_of(app)->typed);
	buf_free(&index_of(app)->none.typed);
	arena_free(&index_of(app)->arena);
}

/* ---- what the keys do ---- */

static bool stands_in(const struct quote *quote, struct ref source)
{
	const struct refs *via = quote->more ? quote->more->via : NULL;
	const struct attestation *at = NULL;
	if (ref_same(quote->source, source) || refs_has(via, source))
		return true;
	while ((at = quote_place_next(quote, at)))
		if (ref_same(at->source, source))
			return true;
	return false;
}

/* How many events are shown for what they name alone: none of their words stands in the source. */
static uint32_t events_naming(const struct result *result, struct ref source)
{
	uint32_t count = 0;
	for (uint32_t row = 0; row < result->event_count; row++) {
		const struct event *event = result_event(result, row);
		const struct quote *quote;
		bool within = false;
		for (uint32_t n = 0; !within && (quote = result_quote(result, event, n)); n++)
			within = stands_in(quote, source);
		count += !within && result_quote_count(result, event) > 0;
	}
	return count;
}

/* "53 entries, 3 more in an event that names it": such an event is shown with all its words, which are
 * printed elsewhere. */
static void source_words(struct app *app, struct buf *words, struct ref source, uint32_t counted)
{
	uint32_t shown = quote_counts_sum(&app->result->quote_kinds);
	bool speaks = threads_of_voice(spot_threads(app), source).count;
	words_number(words, counted, "entry", "entries");
	if (shown > counted) {
		uint32_t events = events_naming(app->result, source);
		buf_text(words, ", ");
		words_figure(words, shown - counted);
		buf_text(words, " more in ");
		if (events == 1)
			buf_text(words, "an event that names it");
		else
			words_number(words, events, "event", "events that name it");
		buf_text(words, speaks ? "" : " as a source");
	}
	if (speaks)
		buf_format(words, "; its own: & by:%s", record_id(app->record, source));
	else
		buf_format(words, "; \\ shows %s", shown > counted ? "all" : "everything again");
}

/* The number that the filter says, and of it the one that the line counted, where there are others. */
static void summed_words(struct app *app, struct buf *words, const char *others, uint32_t counted)
{
	uint32_t shown = quote_counts_sum(&app->result->quote_kinds);
	words_number(words, shown, "entry", "entries");
	if (shown > counted) {
		buf_text(words, ": the index's ");
		words_figure(words, counted);
		buf_text(words, ", and ");
		words_figure(words, shown - counted);
		buf_format(words, " %s", others);
	}
	buf_format(words, "; \\ shows %s", shown > counted ? "all" : "everything again");
}

/* What is shown now, and how many entries there are beside those that the line counted. */
static void say_picked(struct app *app, enum voices_page page, struct ref picked, uint32_t counted)
{
	struct buf words = {0};
	if (page == VOICES_SOURCES)
		source_words(app, &words, picked, counted);
	else if (page == VOICES_SPEAKERS)
		summed_words(app, &words, "of these in other words", counted);
	else if (page == VOICES_THEMES)
		summed_words(app, &words, "at events about it", counted);
	if (words.len)
		app_say(app, "%s", buf_string(&words));
	buf_free(&words);
}

/* Over a scene nothing is selected anew: who it is is shown, where a line is of somebody. */
static enum app_next unfold(struct app *app, const struct voices_line *line)
{
	if (index_unfolds(index_of(app)->page))
		view_open(app, &profile_view, &(struct view_at){.of = line->of});
	else
		spot_is_held(app);
	return APP_DRAW;
}

/* Turns to the next page or the one before; where this one has not what is typed, to the next that
 * has, with what is typed. */
static void turn_by(struct app *app, int by)
{
	int page = (int)index_of(app)->page;
	bool passed = false;
	enum voices_page other;
	if (index_elsewhere(app, by, &other)) {
		struct buf typed = {0};
		buf_text(&typed, buf_string(&index_of(app)->narrow.needle.text));
		turn_to(app, other);
		narrow_set(&index_of(app)->narrow, index_page(app), buf_string(&typed), typed.len);
		if (!index_of(app)->narrow.count)
			narrow_set(&index_of(app)->narrow, index_page(app), "", 0);
		buf_free(&typed);
		return;
	}
	do {
		page = (page + by + VOICES_PAGES) % VOICES_PAGES;
		passed |= index_waits(app, (enum voices_page)page);
	} while (!index_has_page(app, (enum voices_page)page) ||
		index_waits(app, (enum voices_page)page));
	turn_to(app, (enum voices_page)page);
	if (passed)
		app_say(app, "the other pages wait until the lesson has shown who spoke");
}

/* Where no line has what is typed, it leads to the page that has, else to where it is said. */
static void lead_on(struct app *app)
{
	struct buf typed = {0};
	if (index_none(app)->silent.thing != THING_NONE) {
		view_open(app, &profile_view, &(struct view_at){.of = index_none(app)->silent});
	} else if (index_none(app)->fits) {
		turn_by(app, 1);
	} else if (index_none(app)->is_said) {
		buf_text(&typed, buf_string(&index_of(app)->narrow.needle.text));
		view_close_all(app);
		find_go(app, buf_string(&typed));
		buf_free(&typed);
	} else if (spot_is_over(app)) {
		app_say(app, "no line is selected");
	}
}

static enum app_next choose(struct app *app)
{
	struct index *index = index_of(app);
	struct buf query = {0};
	if (!index->narrow.count) {
		lead_on(app);
		return APP_DRAW;
	}
	const struct voices_line *line = index_line(app, index->narrow.list.selected);
	if (spot_is_over(app))
		return unfold(app, line);
	if (line->of.thing == THING_VIEW) {
		filter_plan(app, line->of.index);
		return APP_DRAW;
	}
	if (index_page(app)->part && !line->total && line->of.thing != THING_PARALLEL) {
		app_say(app, "& selects nothing of it; Esc, then \\ shows everything");
		return APP_DRAW;
	}
	const struct ref picked = line->of;
	uint32_t counted = line->total;
	voices_query(&query, app->record, line, index->page);
	view_close_all(app);
	if (filter_pick(app, buf_string(&query)))
		say_picked(app, index->page, picked, counted);
	buf_free(&query);
	return APP_DRAW;
}

static void move(struct app *app, int64_t by)
{
	list_select(&index_of(app)->narrow.list, (int64_t)index_of(app)->narrow.list.selected + by);
}

/* An era, by its head: what the query would do that names it. */
static void choose_era(struct app *app, int64_t column)
{
	struct buf query = {0};
	if (spot_is_held(app))
		return;
	buf_format(&query, "era:%s", record_id(app->record, index_page(app)->eras[column].era));
	view_close_all(app);
	filter_pick(app, buf_string(&query));
	buf_free(&query);
}

static bool index_choose(struct app *app, const struct target *target)
{
	if (target->kind == TARGET_PLACE && target->part == INDEX_PAGE) {
		if (index_waits(app, (enum voices_page)target->item))
			secret_say(app);
		else
			turn_to(app, (enum voices_page)target->item);
		return false;
	}
	if (target->kind == TARGET_PLACE) {
		choose_era(app, target->item);
		return false;
	}
	return list_choose(&index_of(app)->narrow.list, target->item);
}

static enum app_next index_wheel(struct app *app, const struct input *input, int rows)
{
	move(app, rows);
	return APP_DRAW;
}

static void page_by(struct app *app, int direction)
{
	struct list_heights heights = {index_line_height, app};
	int rows = index_rows(app) > 1 ? index_rows(app) - 1 : 1;
	list_select(&index_of(app)->narrow.list,
		list_further(&index_of(app)->narrow.list, &heights, direction * rows));
}

static bool type(struct app *app, int32_t key)
{
	return narrow_key(app, &index_of(app)->narrow, index_page(app), key);
}

static void index_paste(struct app *app, const char *text, size_t len)
{
	narrow_paste(app, &index_of(app)->narrow, index_page(app), text, len);
}

/* Eras that have no room: the window onto them moves, and from the last on to the first. */
static void scroll_eras(struct app *app, int by)
{
	struct index *index = index_of(app);
	struct voices_sheet sheet = index_sheet(app);
	uint32_t eras = index->pages[index->page]->era_count;
	if (by > 0)
		index->first_era = sheet.first + sheet.count < eras ? sheet.first + 1 : 0;
	else if (eras)
		index->first_era = (sheet.first ? sheet.first : eras) - 1;
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

/* What is no letter while nothing is typed; a name with a q in it has other letters. */
static bool first_key(struct app *app, int32_t key)
{
	if (key == 'q')
		view_close(app);
	else if (key == INPUT_SPACE)
		page_by(app, 1);
	return key == 'q' || key == INPUT_SPACE;
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
	bool first = !letter && !index_of(app)->narrow.needle.text.len;
	if (first && plain == '?') /* shows the keys: no name begins with it */
		return false;
	if (first && first_key(app, plain))
		return true;
	return list_key(app, letter ? key : plain, next) || type(app, key);
}

static enum app_next who(struct app *app, const struct request *request)
{
	struct index *index = index_of(app);
	if (!index->narrow.count && index_none(app)->silent.thing != THING_NONE)
		view_open(app, &profile_view, &(struct view_at){.of = index_none(app)->silent});
	else if (!index->narrow.count)
		app_say(app, "no line is selected");
	else
		view_open(app, &profile_view,
			&(struct view_at){.of = index_line(app, index->narrow.list.selected)->of});
	return APP_DRAW;
}

/* What no letter says: the few actions that lie on other keys. */
static const struct view_action actions[] = {
	{ACTION_WHO, who},
	{ACTION_RETRACE_BACK, NULL},
	{ACTION_RETRACE_FORWARD, NULL},
	{ACTION_NONE, NULL},
};

const struct view_ops index_view = {
	.name = "in the index",
	.state_size = sizeof(struct index),
	.hints = index_hints,
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
