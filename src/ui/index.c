/* A list of the lines that fit what has been typed. Keys are seen before they become actions, since letters are
 * letters here. */
#include "ui/index.h"

#include "base/memory.h"
#include "ui/follow.h"
#include "ui/index_draw.h"
#include "ui/view.h"

#include <stdlib.h>
#include <string.h>

void index_forget(struct app *app)
{
	struct index *index = &app->index;
	for (int page = 0; page < VOICES_PAGES; page++)
		voices_free(index->pages[page]);
	free(index->hits);
	buf_free(&index->needle);
	*index = (struct index){.page = VOICES_SPEAKERS};
}

/* Finds the lines that fit; the best of them is selected, or the one at `keep` where it fits. */
static void narrow(struct index *index, uint32_t keep)
{
	const struct voices *voices = index->pages[index->page];
	struct buf needle = {0};
	uint32_t best = 0, kept = UINT32_MAX;
	int most = 0;
	text_fold(&needle, buf_string(&index->needle), index->needle.len);
	index->hits = mem_resize(index->hits, voices->line_count, sizeof *index->hits);
	index->hit_count = 0;
	for (uint32_t n = 0; n < voices->line_count; n++) {
		int score = voices_match(&voices->lines[n], buf_string(&needle));
		if (!score)
			continue;
		if (score > most) {
			most = score;
			best = index->hit_count;
		}
		if (n == keep)
			kept = index->hit_count;
		index->hits[index->hit_count++] = n;
	}
	buf_free(&needle);
	index->list = (struct list){.count = index->hit_count ? index->hit_count : 1};
	list_select(&index->list, kept != UINT32_MAX ? kept : best);
}

/* Whether the pages show what is open now; another day opens something else. */
static bool is_current(const struct app *app)
{
	const struct result *was = &app->index.made_of, *now = app_opened(app);
	return was->events == now->events && was->event_count == now->event_count &&
		was->quotes == now->quotes &&
		memcmp(&was->quote_kinds, &now->quote_kinds, sizeof now->quote_kinds) == 0;
}

static void turn_to(struct app *app, enum voices_page page)
{
	struct index *index = &app->index;
	if (!is_current(app)) {
		index_forget(app);
		index->made_of = *app_opened(app);
	}
	index->page = page;
	index->first_era = 0;
	buf_clear(&index->needle);
	if (!index->pages[page])
		index->pages[page] = voices_make(links_threads(app), app_opened(app), page);
	narrow(index, UINT32_MAX);
}

void index_open(struct app *app, enum voices_page page)
{
	turn_to(app, page);
	app_push(app, VIEW_INDEX);
}

void index_open_at(struct app *app, struct ref ref, bool voice)
{
	enum voices_page page = ref.thing == THING_THEME ? VOICES_THEMES
		: ref.thing == THING_SOURCE && !voice    ? VOICES_SOURCES
							 : VOICES_SPEAKERS;
	turn_to(app, page);
	const struct voices *voices = app->index.pages[page];
	for (uint32_t n = 0; n < voices->line_count; n++)
		if (voices->lines[n].of.thing == ref.thing &&
			voices->lines[n].of.index == ref.index) {
			narrow(&app->index, n);
			app_push(app, VIEW_INDEX);
			return;
		}
	app->message = "the record has no words of theirs";
}

/* ---- choosing ---- */

static void add_id(
	struct buf *query, const struct record *record, struct ref ref, const char *before)
{
	buf_text(query, before);
	buf_text(query, record_id(record, ref));
}

/* The events that a parallel names, else its eras. */
static void parallel_query(struct buf *query, const struct record *record, uint32_t n)
{
	static const enum thing things[] = {THING_EVENT, THING_ERA};
	const struct refs *between = record->parallels[n].between;
	for (size_t k = 0; k < 2 && !query->len; k++)
		for (uint32_t i = 0; i < between->count; i++)
			if (between->at[i].thing == things[k])
				add_id(query, record, between->at[i],
					query->len  ? ","
						: k ? "era:"
						    : "id:");
}

/* What selects a line of the index. */
static void line_query(
	struct buf *query, const struct record *record, struct ref of, enum voices_page page)
{
	if (of.thing == THING_PARALLEL)
		parallel_query(query, record, of.index);
	else
		add_id(query, record, of,
			page == VOICES_THEMES            ? "theme:"
				: page == VOICES_SOURCES ? "source:"
							 : "speaker:");
}

static void choose(struct app *app)
{
	struct index *index = &app->index;
	struct buf query = {0};
	if (!index->hit_count)
		return;
	const struct voices_line *line = &index->pages[index->page]
						  ->lines[index->hits[index->list.selected]];
	line_query(&query, app->result->record, line->of, index->page);
	while (app->depth > 1)
		app_pop(app);
	bool at_card = spot_of(app).event < 0;
	if (app_filter(app, buf_string(&query)) && at_card) {
		const char *said = app->message;
		const struct event *first = result_event(app->result, 0);
		spot_follow(app, record_ref(THING_EVENT, (uint32_t)(first - app->record->events)));
		app->message = said;
	}
	buf_free(&query);
}

/* ---- keys ---- */

static void move(struct app *app, int64_t by)
{
	list_select(&app->index.list, (int64_t)app->index.list.selected + by);
}

static void page_by(struct app *app, int direction)
{
	struct list_heights heights = index_heights(app);
	int rows = index_rows(app) > 1 ? index_rows(app) - 1 : 1;
	list_select(&app->index.list, list_further(&app->index.list, &heights, direction * rows));
}

static uint32_t selected_line(const struct index *index)
{
	return index->hit_count ? index->hits[index->list.selected] : UINT32_MAX;
}

/* Takes off the last cluster of what was typed, or the last word, or all. */
static void erase(struct app *app, int32_t key)
{
	struct index *index = &app->index;
	const char *text = buf_string(&index->needle);
	size_t len = index->needle.len, last = 0;
	for (size_t at = 0; at < len; at += text_cluster(text + at, len - at))
		last = at;
	if (key == INPUT_CTRL('u'))
		last = 0;
	while (key == INPUT_CTRL('w') && last && text[last - 1] != ' ')
		last--;
	if (!len)
		return;
	index->needle.text[index->needle.len = last] = '\0';
	narrow(index, selected_line(index));
}

static bool type(struct app *app, int32_t key)
{
	enum { NEEDLE_MOST = 64 };
	char bytes[4];
	struct index *index = &app->index;
	if (key < INPUT_SPACE || key >= INPUT_FIRST_NAMED || text_is_harmful(key))
		return false;
	if (key == '/' && !index->needle.len)
		return true; /* whoever means to search may type on */
	size_t len = text_encode(key, bytes);
	if (index->needle.len + len <= NEEDLE_MOST) {
		buf_add(&index->needle, bytes, len);
		narrow(index, UINT32_MAX);
	}
	return true;
}

/* Eras that have no room: the window onto them moves. */
static void scroll_eras(struct app *app, int by)
{
	struct index *index = &app->index;
	if (by > 0 && index->first_era + 1 < index->pages[index->page]->era_count)
		index->first_era++;
	else if (by < 0 && index->first_era > 0)
		index->first_era--;
}

static bool index_key(struct app *app, int32_t key, enum app_next *next)
{
	struct index *index = &app->index;
	*next = APP_DRAW;
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
		list_select(&index->list, 0);
		return true;
	case INPUT_END:
		list_select(&index->list, index->list.count);
		return true;
	case INPUT_LEFT:
	case INPUT_RIGHT:
		scroll_eras(app, key == INPUT_RIGHT ? 1 : -1);
		return true;
	case INPUT_TAB:
		turn_to(app, (enum voices_page)((index->page + 1) % VOICES_PAGES));
		return true;
	case INPUT_ENTER:
		choose(app);
		return true;
	case INPUT_ESCAPE:
	case INPUT_CTRL('c'):
		app_pop(app);
		return true;
	case INPUT_ERASE:
	case INPUT_CTRL('h'):
	case INPUT_CTRL('u'):
	case INPUT_CTRL('w'):
		erase(app, key);
		return true;
	default:
		return type(app, key);
	}
}

/* What no letter says: the few actions that lie on other keys. */
static enum app_next index_apply(struct app *app, enum action action, uint32_t count, bool counted)
{
	(void)counted;
	switch (action) {
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

const struct view_ops index_view = {.name = "in the index",
	.hints = index_hints,
	.key = index_key,
	.apply = index_apply,
	.draw = index_draw};
