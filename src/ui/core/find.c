/* What is meant most likely is shown before anything is counted; counting goes on in steps that
 * nobody waits for. The number of the hit at hand is known by counting along from the start, when
 * all are counted, or from the hit before. */
#include "ui/core/find.h"

#include "base/bits.h"
#include "base/memory.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "query/search_best.h"
#include "ui/core/filter.h"
#include "ui/core/find_none.h"
#include "ui/core/named.h"
#include "ui/core/prompt.h"
#include "ui/core/spot.h"

#include <stdlib.h>
#include <string.h>

enum {
	COUNT_FIRST = 1 << 18, /* bytes of text, before the first picture, */
	COUNT_STEP = 1 << 20,  /* and then at once */
	WALK_MOST = 2000,
	YEAR = 4,             /* figures: fewer are no year */
	EVENTS_PER_KEY = 1000 /* are asked for words in another order */
};

void find_begin(struct app *app)
{
	app->find = mem_zero(1, sizeof *app->find);
	app->find->counted = true;
	app->find->searches = 1;
	app->find->from = (struct spot){-1, -1, FOCUS_TIMELINE};
}

void find_end(struct app *app)
{
	struct find *find = app->find;
	buf_free(&find->text);
	buf_free(&find->before);
	buf_free(&find->saying);
	buf_free(&find->told_text);
	arena_free(&find->arena);
	free(find->rows);
	free(find);
}

void find_keep(struct app *app, struct keeper *keeper)
{
	keeper->spot(keeper, &app->find->from);
}

static bool is_on(const struct find *find)
{
	return find->pattern.count > 0;
}

bool find_is_on(const struct app *app)
{
	return is_on(app->find);
}

bool find_pattern(struct app *app, struct arena *arena, const char *text, struct pattern *out)
{
	struct date_problem problem;
	struct date date;
	size_t len = strlen(text);
	if (!pattern_read(filter_search(app), arena, text, len, out))
		return false;
	bool dated = date_typed_len(text, len) == len || (len >= YEAR && text_is_figure(text[0]));
	if (dated)
		query_dates_parse(arena, text, len, &out->days, &problem);
	/* "on Tuesday, 29 March 2022", but not "the 90s" */
	if (!out->days && strpbrk(text, "0123456789") && date_parse_told(arena, text, len, &date) &&
		date_is_one_day(&date))
		out->days = query_spans(arena, &date);
	return true;
}

/* From now on this is what was asked for. */
static void told_of(struct find *find, const char *text)
{
	buf_clear(&find->told_text);
	buf_text(&find->told_text, text);
	find->told_in = NULL;
}

const struct told *find_told(struct app *app)
{
	struct find *find = app->find;
	if (find->told_in != app->record) {
		find->told = find_told_look(app->record, buf_string(&find->told_text));
		find->told_in = app->record;
	}
	return &find->told;
}

static void start(struct app *app, const char *text)
{
	struct find *find = app->find;
	arena_reset(&find->arena);
	buf_clear(&find->text);
	buf_text(&find->text, text);
	find->pattern = (struct pattern){0};
	find->count = (struct search_count){0};
	find->counted = true;
	find->at = 0;
	find->last = (struct ref){0};
	told_of(find, "");
	find->hidden = (struct search_piece){0};
	buf_clear(&find->saying);
	find->searches++;
	find->offered = find->likeliest = false;
	free(find->rows);
	find->rows = NULL;
	if (!find_pattern(app, &find->arena, text, &find->pattern))
		return;
	find->rows = mem_zero(bits_size(app->result->event_count), 1);
	find->count.rows = find->rows;
	find->counted = false;
}

bool find_counting(const struct app *app)
{
	return !app->find->counted;
}

/* An event may be a hit by its date, which then is what was meant. */
static bool is_dated(const struct find *find, const struct event *event)
{
	struct arena scratch = {0};
	bool dated = find->pattern.days &&
		query_spans_touch(find->pattern.days, event->date, &scratch);
	arena_free(&scratch);
	return dated;
}

static void hidden_is_date(struct app *app, const struct event *event)
{
	struct find *find = app->find;
	const struct form *form = &forms[THING_EVENT];
	struct buf words = {0};
	words_date(&words, app->dates, when_of_event(event));
	find->hidden.text = buf_kept(&words, &find->arena);
	for (uint8_t n = 0; n < form->count; n++)
		if (strcmp(form->fields[n].name, "date") == 0)
			find->hidden.field = &form->fields[n];
	buf_free(&words);
}

/* Goes to a hit, so that it is seen, or it is known why it is one. */
static void go_to(struct app *app, struct ref hit)
{
	struct find *find = app->find;
	find->last = hit;
	find->hidden = (struct search_piece){0};
	if (!spot_go(app, spot_at(app, hit)) || explorer_view.reveal(app, hit))
		return;
	if (hit.thing == THING_EVENT && is_dated(find, &app->record->events[hit.index]))
		hidden_is_date(app, &app->record->events[hit.index]);
	else
		search_pieces(filter_search(app), &find->pattern, hit, &find->hidden, 1);
}

/* Which of the hits this one is; 0 where there are too many before it to walk along. */
static uint32_t number_of(struct app *app, struct ref hit)
{
	struct find *find = app->find;
	struct ref at = {0};
	for (uint32_t n = 1; n <= WALK_MOST; n++) {
		if (!search_find(
			    filter_search(app), &find->pattern, app->result, at, SEARCH_NEXT, &at))
			return 0;
		if (ref_same(at, hit))
			return n;
	}
	return 0;
}

void find_count(struct app *app)
{
	struct find *find = app->find;
	if (find->counted)
		return;
	find->counted = search_count(filter_search(app), &find->pattern, app->result, &find->count,
		find->count.next ? COUNT_STEP : COUNT_FIRST);
	if (!find->counted)
		return;
	if (!find->at && find->last.thing != THING_NONE)
		find->at = number_of(app, find->last);
	find_say_again(app);
}

/* Notes that nothing has the words as they are typed, but Enter shows what has them all, or some, or finds a word
 * that is near; false where nothing has, or the record is too large to ask at every key. */
static bool note_words(struct app *app, struct buf *out)
{
	struct find *find = app->find;
	const char *text = buf_string(&find->text);
	struct offer offer = {0};
	struct buf near = {0};
	if (app->result->event_count > EVENTS_PER_KEY)
		return false;
	find_offer(app, text, &offer);
	told_of(find, text);
	bool told = find_told_is(find_told(app));
	if (offer.kind == OFFER_ALL || (offer.kind != OFFER_NONE && !told)) {
		buf_clear(out);
		buf_text(out, "no such phrase; Enter: ");
		find_offer_words(&offer, out);
		find->offered = true;
	} else if (!told && find_none_near(app, text, &find->pattern, &near)) {
		buf_clear(out);
		buf_format(out, "no match; Enter finds %s", buf_string(&near));
		find->offered = true;
	}
	buf_free(&near);
	buf_free(&offer.query);
	return find->offered;
}

static void note_count(struct app *app)
{
	const struct find *find = app->find;
	struct buf count = {0};
	find_hit_words(app, &count);
	bool none = find->counted && !find->count.events && !find->count.quotes;
	if (none && !note_words(app, &count))
		buf_text(&count, "; F1 shows examples");
	prompt_note(app, none, "%s", buf_string(&count));
	buf_free(&count);
}

static void from_here(struct app *app)
{
	app->find->from = spot_of(app);
	explorer_view.remember(app);
}

static void find_changed(struct app *app, const char *text)
{
	struct find *find = app->find;
	struct ref hit;
	start(app, text);
	if (!is_on(find)) {
		explorer_view.again(app, find->from, true);
		prompt_note(app, false, "words, names, places, dates; ? shows examples");
		return;
	}
	if (search_best(
		    filter_search(app), &find->pattern, app->result, spot_ref(find->from), &hit)) {
		explorer_view.again(app, find->from, spot_at(app, hit).event == find->from.event);
		go_to(app, hit);
	} else {
		find->counted = true; /* none of all */
		explorer_view.again(app, find->from, true);
	}
	find->likeliest = true;
	find_count(app);
	note_count(app);
}

bool find_has(struct app *app, const char *text)
{
	enum { NEAR = 1 << 20 };
	struct arena arena = {0};
	struct pattern pattern;
	struct ref hit;
	bool has = find_pattern(app, &arena, text, &pattern) &&
		search_find_near(
			filter_search(app), &pattern, app->result, (struct ref){0}, NEAR, &hit);
	arena_free(&arena);
	return has;
}

/* The number of the next hit, from that of the one before it. */
static uint32_t number_beside(const struct find *find, uint32_t before, int direction, bool round)
{
	uint32_t all = find->count.events + find->count.quotes;
	if (round)
		return direction > 0 ? 1 : find->counted ? all : 0;
	return before ? before + (uint32_t)direction : 0;
}

/* Goes to the hit of that number; 0 where it is not known. */
static void arrive(struct app *app, struct ref hit, uint32_t number, bool round)
{
	struct find *find = app->find;
	find->at = number ? number : number_of(app, hit);
	find->likeliest = false;
	go_to(app, hit);
	find_count(app);
	find_say(app, round);
}

/* Goes to the next or the previous hit. */
static void step(struct app *app, int direction)
{
	struct find *find = app->find;
	struct search *search = filter_search(app);
	enum search_way way = direction > 0 ? SEARCH_NEXT : SEARCH_PREVIOUS;
	struct ref hit, from = spot_selected(app);
	bool round = false;
	if (!search_find(search, &find->pattern, app->result, from, way, &hit)) {
		round = search_find_round(search, &find->pattern, app->result, from, way, &hit);
		if (!round) {
			find_count(app);
			app_say(app, "no match%s",
				filter_is_on(app) ? " in what is shown; \\ shows everything" : "");
			return;
		}
	}
	/* One may have walked away from the last hit. */
	uint32_t before = find->at && ref_same(from, find->last) ? find->at : 0;
	arrive(app, hit, number_beside(find, before, direction, round), round);
}

bool find_step_to(struct app *app, struct ref from, enum search_way way)
{
	struct find *find = app->find;
	struct ref hit;
	if (!search_find(filter_search(app), &find->pattern, app->result, from, way, &hit))
		return false;
	arrive(app, hit, 0, false);
	return true;
}

/* Nothing was typed: what was looked for last is looked for again, from here on. */
static void repeat(struct app *app)
{
	struct find *find = app->find;
	if (!find->before.len) {
		app_say(app, "nothing was looked for yet");
		return;
	}
	start(app, buf_string(&find->before));
	told_of(find, buf_string(&find->before));
	step(app, 1);
}

/* Shows what has the words of an offer. */
static void take(struct app *app, const char *text, const struct offer *offer)
{
	struct find *find = app->find;
	struct buf words = {0};
	find_clear(app);
	explorer_view.again(app, find->from, true);
	if (offer->kind == OFFER_ONE) {
		find_go(app, buf_string(&offer->query));
		return;
	}
	filter_query(app, buf_string(&offer->query));
	told_of(find, text);
	find_told_words(find_told(app), false, &words);
	app_say(app, "only what has %s words, not as one phrase; \\ shows all%s%s",
		offer->kind == OFFER_ALL ? "all these" : "these", words.len ? "; " : "",
		buf_string(&words));
	buf_free(&words);
}

/* Nothing has it as it was typed: another Enter shows what has its words, or where it is told of, or looks for the
 * name it is near to. */
static bool accept_none(struct app *app, const char *text)
{
	struct find *find = app->find;
	struct buf words = {0};
	struct offer offer;
	bool done = true;
	struct buf near = {0};
	find_offer(app, text, &offer);
	told_of(find, text);
	const struct told told = *find_told(app);
	bool elsewhere = find_told_is(&told) && offer.kind != OFFER_ALL;
	if (find->offered && elsewhere) {
		struct ref of = told.theme.thing ? told.theme : told.source;
		find_clear(app);
		explorer_view.again(app, find->from, true);
		done = view_open(app, &index_view, &(struct view_at){.of = of});
	} else if (find->offered && offer.kind != OFFER_NONE) {
		take(app, text, &offer);
	} else if (find->offered && find_none_near(app, text, &find->pattern, &near)) {
		find_clear(app);
		find_go(app, buf_string(&near));
	} else {
		find_none_words(app, &words, text, &find->pattern, &offer, find_told_is(&told));
		prompt_note(app, true, "%s", buf_string(&words));
		find->offered = true;
		done = false;
	}
	buf_free(&words);
	buf_free(&near);
	buf_free(&offer.query);
	return done;
}

static bool find_accept(struct app *app, const char *text, struct ref meant)
{
	struct find *find = app->find;
	struct spot here = spot_of(app);
	if (!*text) {
		repeat(app);
		return true;
	}
	if (!is_on(find) || (find->counted && !find->count.events && !find->count.quotes)) {
		return accept_none(app, text);
	}
	buf_clear(&find->before);
	buf_text(&find->before, text);
	told_of(find, text);
	explorer_view.again(app, find->from, true);
	spot_step(app, here);
	if (find->last.thing != THING_NONE)
		go_to(app, find->last);
	find_say(app, false);
	return true;
}

bool find_words(struct app *app, const char *text)
{
	from_here(app);
	find_changed(app, text);
	app->find->offered = true; /* there is no second Enter at that prompt */
	if (find_accept(app, text, (struct ref){0}))
		return true;
	find_clear(app);
	return false;
}

void find_go(struct app *app, const char *text)
{
	struct find *find = app->find;
	struct ref hit;
	from_here(app);
	start(app, text);
	if (!is_on(find) ||
		!search_best(filter_search(app), &find->pattern, app->result, spot_ref(find->from),
			&hit)) {
		find_clear(app);
		app_say(app, "no match");
		return;
	}
	find->likeliest = true;
	go_to(app, hit);
	find_count(app);
	find_accept(app, text, (struct ref){0});
}

static void find_cancel(struct app *app)
{
	find_clear(app);
	explorer_view.again(app, app->find->from, true);
}

static void find_work(struct app *app)
{
	find_count(app);
	note_count(app);
}

static const struct prompt_ops find_ops = {
	.kind = PROMPT_FIND,
	.does = "find ",
	.label = "/",
	.changed = find_changed,
	.accept = find_accept,
	.cancel = find_cancel,
	.busy = find_counting,
	.work = find_work,
	.list = {.begin = candidates_begin_line, .offer = named_offer, .on_tab = true},
};

enum app_next find_open(struct app *app, const struct request *request)
{
	from_here(app);
	prompt_open(app, &find_ops, "");
	return APP_DRAW;
}

enum app_next find_next(struct app *app, const struct request *request)
{
	if (is_on(app->find))
		step(app, request->action == ACTION_FIND_NEXT ? 1 : -1);
	else if (*filter_typed(app))
		app_say(app, "no search, but a filter is on: j goes to the next of these events");
	else
		app_say(app, "nothing is looked for yet: / begins a search");
	return APP_DRAW;
}

bool find_clear(struct app *app)
{
	bool was_on = is_on(app->find);
	start(app, "");
	return was_on;
}

void find_again(struct app *app)
{
	struct buf text = {0};
	app->find->told_in = NULL; /* another record may lie where the one before did */
	if (!is_on(app->find))
		return;
	buf_text(&text, buf_string(&app->find->text));
	start(app, buf_string(&text));
	told_of(app->find, buf_string(&text));
	find_count(app);
	buf_free(&text);
}
