/* A new result is made beside the old one, and takes its place only when it holds something. */
#include "ui/core/filter.h"

#include "base/memory.h"
#include "base/text.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_query.h"
#include "query/past.h"
#include "ui/core/spot.h"

#include <stdlib.h>
#include <string.h>

struct search *filter_search(struct app *app)
{
	if (!app->filter->search)
		app->filter->search = search_create(app->record);
	return app->filter->search;
}

/* A query: its first bytes were typed, the rest was picked of what those leave. */
struct query_text {
	const char *text;
	size_t base;
};

static struct query_text typed_text(const char *text)
{
	return (struct query_text){text, strlen(text)};
}

static struct query_text text_at_hand(const struct app *app)
{
	return (struct query_text){buf_string(&app->filter->query), app->filter->base};
}

/* Of the record as of the day that is asked for, lest it be made again. */
static bool run(struct app *app, const struct record *record, const struct select_options *asked,
	struct query_text query, struct arena *arena, struct result *result,
	struct query_problem *problem)
{
	struct select_options options = *asked;
	options.query = query.base ? arena_text(arena, query.text, query.base) : NULL;
	options.picked = query.text[query.base] ? query.text + query.base : NULL;
	options.search = *query.text && record == app->record ? filter_search(app) : NULL;
	return select_run(record, &options, arena, result, problem);
}

/* Selects what was asked for, into an empty filter; *problem may have a remark on it. */
static void start(
	struct app *app, const struct select_options *asked, struct query_problem *problem)
{
	struct filter *filter = app->filter;
	filter->asked = *asked;
	filter->changes++;
	filter->openings++;
	filter->bases++;
	int64_t day;
	if (select_day(asked, &day, problem))
		app->record = past_record(app->record, day, &filter->past_arena);
	if (!run(app, app->record, asked, typed_text(""), &filter->opened_arena, &filter->opened,
		    problem)) {
		app->record = record_whole(app->record);
		filter->asked = (struct select_options){0};
		filter->opened = result_all(app->record);
	}
	filter->result = filter->opened;
	struct query_text query = typed_text(asked->query ? asked->query : "");
	if (asked->picked)
		query.base = (size_t)(asked->picked - asked->query);
	if (*query.text &&
		run(app, app->record, &filter->asked, query, &filter->arena, &filter->result,
			problem)) {
		buf_text(&filter->query, query.text);
		filter->base = query.base;
	}
	app->result = &filter->result;
}

void filter_begin(struct app *app, const struct select_options *asked)
{
	struct query_problem problem = {0};
	app->filter = mem_zero(1, sizeof *app->filter);
	start(app, asked, &problem);
	if (app->record->counts[THING_EVENT] && !app->result->event_count)
		app_say(app, "nothing is selected (\\ shows everything)%s%s",
			*problem.reason ? ": " : "", problem.reason);
}

void filter_end(struct app *app)
{
	struct filter *filter = app->filter;
	arena_free(&filter->opened_arena);
	arena_free(&filter->arena);
	buf_free(&filter->query);
	buf_free(&filter->words);
	buf_free(&filter->base_words);
	arena_free(&filter->day_arena);
	arena_free(&filter->past_arena);
	search_free(filter->search);
	free(filter);
}

/* A view of the old record, in the new one; NULL where it is gone. */
static const struct view *view_now(const struct record *record, const struct view *view)
{
	struct ref now = view ? record_find(record, view->id) : (struct ref){0};
	return now.thing == THING_VIEW ? &record->views[now.index] : NULL;
}

void filter_renew(struct app *app)
{
	struct filter *filter = app->filter;
	struct select_options asked = filter->asked;
	struct buf query = filter->query;
	struct query_problem problem;
	asked.view = view_now(app->record, asked.view);
	app->options.asked.view = view_now(app->record, app->options.asked.view);
	asked.query = query.len ? buf_string(&query) : NULL;
	asked.picked = query.len ? asked.query + filter->base : NULL;
	asked.search = NULL;
	search_free(filter->search);
	arena_free(&filter->opened_arena);
	arena_free(&filter->arena);
	arena_free(&filter->past_arena);
	filter->search = NULL;
	filter->query = (struct buf){0};
	filter->base = 0;
	start(app, &asked, &problem);
	filter->asked.query = filter->asked.picked = NULL; /* they lie in `query` */
	if (query.len && !filter->result.event_count) {
		buf_clear(&filter->query);
		filter->base = 0;
		filter->bases++;
		filter->result = filter->opened;
	}
	buf_free(&query);
}

const struct result *filter_opened(const struct app *app)
{
	return &app->filter->opened;
}

void filter_why_not(struct buf *out, const struct query_problem *problem, bool malformed)
{
	buf_clear(out);
	if (malformed && problem->origin == ORIGIN_QUERY)
		buf_format(out, "column %u: %s", (unsigned)problem->column, problem->reason);
	else if (malformed)
		buf_format(out, "%s: %s",
			problem->origin == ORIGIN_VIEW_QUERY           ? "the plan's query"
				: problem->origin == ORIGIN_VIEW_AS_OF ? "the plan's as_of"
								       : "the day",
			problem->reason);
	else if (*problem->reason && problem->origin == ORIGIN_VIEW_QUERY)
		buf_format(out, "this plan shows nothing: %s", problem->reason);
	else if (*problem->reason)
		buf_format(out, "nothing: %s", problem->reason);
	else
		buf_text(out, "that selects nothing");
}

static void say_why_not(struct app *app, const struct query_problem *problem, bool malformed)
{
	struct buf why = {0};
	filter_why_not(&why, problem, malformed);
	app_say(app, "%s", buf_string(&why));
	buf_free(&why);
}

bool filter_try(struct app *app, const char *query, struct arena *arena, struct result *result,
	struct query_problem *problem)
{
	return run(
		app, app->record, &app->filter->asked, typed_text(query), arena, result, problem);
}

bool filter_try_day(struct app *app, const struct date *day, struct arena *arena,
	struct result *result, struct query_problem *problem)
{
	struct select_options asked = app->filter->asked;
	asked.as_of = day;
	return run(app, app->record, &asked, text_at_hand(app), arena, result, problem);
}

/* What is to be shown, made beside what is. */
struct anew {
	struct arena past_arena, opened_arena, arena;
	const struct record *record;
	struct result opened, result;
};

static void anew_free(struct anew *anew)
{
	arena_free(&anew->past_arena);
	arena_free(&anew->opened_arena);
	arena_free(&anew->arena);
}

static bool anew_make(struct app *app, const struct select_options *asked, bool opens,
	struct query_text query, struct anew *anew, struct query_problem *problem)
{
	int64_t day;
	if (!select_day(asked, &day, problem))
		return false;
	anew->record = past_record(app->record, day, &anew->past_arena);
	return (!opens ||
		       run(app, anew->record, asked, typed_text(""), &anew->opened_arena,
			       &anew->opened, problem)) &&
		run(app, anew->record, asked, query, &anew->arena, &anew->result, problem);
}

/* Another day is another record. */
static void record_take(struct app *app, struct anew *anew)
{
	struct filter *filter = app->filter;
	app_forget(app);
	app_take(app, anew->record);
	search_free(filter->search);
	filter->search = NULL;
	arena_free(&filter->past_arena);
	filter->past_arena = anew->past_arena;
}

/* Selects anew: what `asked` says, unless that is what is opened now, and of it what the query
 * does. The explorer stands where it was, or near it. Where nothing would be left, and under a
 * presentation, nothing changes, and the message says why. */
static bool select_anew(
	struct app *app, const struct select_options *asked, struct query_text query)
{
	struct filter *filter = app->filter;
	bool opens = asked != &filter->asked;
	struct anew anew = {.record = NULL};
	struct query_problem problem = {0};
	if (spot_is_held(app))
		return false;
	bool formed = anew_make(app, asked, opens, query, &anew, &problem);
	if (!formed || (!anew.result.event_count && (opens || *query.text))) {
		say_why_not(app, &problem, !formed);
		if (formed && !*problem.reason && asked->view != filter->asked.view)
			app_say(app, "%s",
				anew.opened.event_count
					? "the query leaves nothing of this plan; \\ takes it off"
					: asked->as_of
					? "nothing of this plan was known by that day"
					: "this plan shows nothing; truce check says why");
		anew_free(&anew);
		return false;
	}
	struct spot spot = spot_of(app);
	struct buf kept = {0};
	if (opens || query.base != filter->base ||
		strncmp(query.text, buf_string(&filter->query), query.base) != 0)
		filter->bases++;
	buf_text(&kept, query.text); /* which may be the one at hand */
	buf_free(&filter->query);
	filter->query = kept;
	filter->base = query.base;
	bool turns = anew.record != app->record;
	if (turns)
		record_take(app, &anew);
	if (opens) {
		arena_free(&filter->opened_arena);
		filter->opened_arena = anew.opened_arena;
		filter->opened = anew.opened;
		filter->asked = *asked;
		filter->openings++;
	}
	arena_free(&filter->arena);
	filter->arena = anew.arena;
	filter->result = anew.result;
	filter->changes++;
	explorer_view.settle(app, spot);
	if (turns)
		app_resume(app);
	if (*problem.reason)
		app_say(app, "%s", problem.reason);
	return true;
}

/* Whoever asks for something wants to see it: from the card, and where what was selected is hidden now, the
 * first event that the query selects is gone to; `first`: from everywhere, and `<` leads back. */
static bool ask(struct app *app, struct query_text query, bool first)
{
	int64_t was = spot_of(app).event;
	if (!select_anew(app, &app->filter->asked, query))
		return false;
	if (!app->result->event_count || !*query.text)
		return true; /* of an empty record, or everything */
	struct spot to = spot_at(app, record_event_ref(app->record, result_event(app->result, 0)));
	int64_t row = was < 0 ? 0 : result_row(app->result, (uint32_t)was);
	if (was < 0 || (first && row > 0))
		spot_step(app, to);
	else if (row < 0)
		spot_go(app, to);
	return true;
}

bool filter_query(struct app *app, const char *query)
{
	return ask(app, typed_text(query), false);
}

bool filter_pick(struct app *app, const char *query)
{
	struct query_text at_hand = text_at_hand(app);
	struct buf text = {0};
	buf_add(&text, at_hand.text, at_hand.base);
	if (text.len)
		buf_char(&text, ' ');
	size_t base = text.len;
	buf_text(&text, query);
	bool picked = ask(app, (struct query_text){buf_string(&text), base}, true);
	buf_free(&text);
	return picked;
}

struct result filter_base(struct app *app, struct arena *arena)
{
	const struct filter *filter = app->filter;
	struct query_text at_hand = text_at_hand(app);
	struct query_problem problem;
	struct result base = filter->opened;
	if (at_hand.base)
		run(app, app->record, &filter->asked,
			typed_text(arena_text(arena, at_hand.text, at_hand.base)), arena, &base,
			&problem);
	return base;
}

static bool filter_view(struct app *app, const struct view *view)
{
	struct select_options asked = app->filter->asked;
	asked.view = view;
	return select_anew(app, &asked, text_at_hand(app));
}

bool filter_plan(struct app *app, uint32_t plan)
{
	if (!filter_view(app, &record_whole(app->record)->views[plan]))
		return false;
	view_close_all(app);
	spot_step(app, (struct spot){-1, -1, FOCUS_TIMELINE});
	app_say(app, "p starts this lesson; \\ leaves it and shows everything again");
	return true;
}

bool filter_plan_leave(struct app *app)
{
	if (!filter_view(app, NULL))
		return false;
	app_say(app, "the lesson plan is left; Enter leads to it again");
	return true;
}

/* Selects anew, by a day of whoever asks, which is kept. */
static bool select_day_anew(
	struct app *app, const struct view *view, const struct date *day, struct query_text query)
{
	struct filter *filter = app->filter;
	struct select_options asked = filter->asked;
	struct arena arena = {0};
	asked.view = view;
	asked.as_of = day;
	if (!select_anew(app, &asked, query))
		return false;
	if (day) {
		filter->day = *day;
		filter->day.edtf = arena_text(&arena, day->edtf, strlen(day->edtf));
		filter->asked.as_of = &filter->day;
	}
	arena_free(&filter->day_arena);
	filter->day_arena = arena;
	return true;
}

bool filter_day(struct app *app, const struct date *day)
{
	return select_day_anew(app, app->filter->asked.view, day, text_at_hand(app));
}

bool filter_show(
	struct app *app, const struct view *view, const struct date *day, const char *query)
{
	return select_day_anew(app, view, day, typed_text(query));
}

bool filter_is_on(const struct app *app)
{
	const struct filter *filter = app->filter;
	return filter->query.len || filter->asked.view || filter->asked.as_of;
}

enum app_next filter_show_all(struct app *app, const struct request *request)
{
	struct select_options asked = app->filter->asked;
	if (!filter_is_on(app)) {
		app_say(app, "everything is shown; & filters, @ goes back to a day");
		return APP_DRAW;
	}
	asked.view = NULL;
	asked.as_of = NULL;
	if (!select_anew(app, &asked, typed_text("")))
		return APP_DRAW;
	struct buf count = {0};
	words_number(&count, app->result->event_count, "event", "events");
	app_say(app, "everything is shown again: %s", buf_string(&count));
	buf_free(&count);
	return APP_DRAW;
}

void filter_title(struct buf *out, const struct app *app, const char *title, int room)
{
	size_t len = strlen(title);
	int cut = text_width(app->form, app->signs->cut, strlen(app->signs->cut));
	bool whole = text_width(app->form, title, len) <= room;
	while (!whole && len && text_width(app->form, title, len) + cut > room) {
		while (len && title[len - 1] != ' ')
			len--;
		while (len && title[len - 1] == ' ')
			len--;
	}
	len = len ? len : strcspn(title, " ");
	buf_add(out, title, len);
	buf_text(out, whole || !title[len] ? "" : app->signs->cut);
}

void filter_words(const struct app *app, struct buf *out, int room)
{
	const struct filter *filter = app->filter;
	struct buf rest = {0};
	if (filter->asked.as_of) {
		buf_format(&rest, " %s as of ", app->signs->dot);
		words_date(&rest, app->dates, (struct when){.date = filter->asked.as_of});
	}
	if (filter->query.len)
		buf_format(&rest, " %s only %s", app->signs->dot, filter_told(app));
	if (filter->asked.view) {
		buf_format(out, " %s ", app->signs->dot);
		filter_title(out, app, filter->asked.view->title,
			room - 3 - text_width(app->form, buf_string(&rest), rest.len));
	}
	buf_text(out, buf_string(&rest));
	buf_free(&rest);
}

static void tell(const struct app *app)
{
	struct filter *filter = app->filter;
	if (filter->told == filter->changes)
		return;
	filter->told = filter->changes;
	buf_clear(&filter->words);
	buf_clear(&filter->base_words);
	words_query(&filter->words, app->record, buf_string(&filter->query), filter->query.len);
	words_query(&filter->base_words, app->record, buf_string(&filter->query), filter->base);
}

const char *filter_told(const struct app *app)
{
	tell(app);
	return buf_string(&app->filter->words);
}

const char *filter_base_told(const struct app *app)
{
	tell(app);
	return buf_string(&app->filter->base_words);
}

const char *filter_typed(const struct app *app)
{
	return app->filter->query.len ? app->filter->query.text : "";
}

const char *filter_asked(const char *text)
{
	static const char only[] = "only ";
	size_t len = sizeof only - 1;
	const char *rest = text + (strncmp(text, only, len) == 0 ? len : 0);
	rest += strspn(rest, " ");
	return *rest ? rest : text;
}
