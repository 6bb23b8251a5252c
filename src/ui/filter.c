/* A new result is made beside the old one, and takes its place only when it holds something. */
#include "ui/filter.h"

#include "layout/words.h"
#include "ui/items.h"
#include "ui/view.h"

#include <string.h>

struct search *filter_search(struct app *app)
{
	if (!app->filter.search)
		app->filter.search = search_create(app->record);
	return app->filter.search;
}

static bool run(struct app *app, const char *query, struct arena *arena, struct result *result,
	struct query_problem *problem)
{
	struct select_options asked = app->filter.asked;
	asked.query = *query ? query : NULL;
	asked.search = *query ? filter_search(app) : NULL;
	return select_run(app->record, &asked, arena, result, problem);
}

void filter_begin(struct app *app, const struct select_options *asked)
{
	struct filter *filter = &app->filter;
	struct query_problem problem;
	filter->asked = *asked;
	if (!run(app, "", &filter->opened_arena, &filter->opened, &problem)) {
		filter->asked = (struct select_options){0};
		filter->opened = result_all(app->record);
	}
	filter->result = filter->opened;
	if (asked->query && run(app, asked->query, &filter->arena, &filter->result, &problem))
		buf_text(&filter->query, asked->query);
	app->result = &filter->result;
}

void filter_end(struct app *app)
{
	struct filter *filter = &app->filter;
	arena_free(&filter->opened_arena);
	arena_free(&filter->arena);
	buf_free(&filter->query);
	arena_free(&filter->day_arena);
	buf_free(&filter->days);
	buf_free(&filter->typed);
	buf_free(&filter->said);
	search_free(filter->search);
}

const struct result *app_opened(const struct app *app)
{
	return &app->filter.opened;
}

/* The row of an event, or of the first one behind it that is shown, or the last; -1 is the card. */
static int64_t row_near(const struct app *app, int64_t event)
{
	const struct result *result = app->result;
	if (event < 0)
		return -1;
	int64_t low = 0, high = result->event_count;
	while (low < high) {
		int64_t middle = low + (high - low) / 2;
		if (result_event(result, (uint32_t)middle) - app->record->events < event)
			low = middle + 1;
		else
			high = middle;
	}
	return low < result->event_count ? low : (int64_t)result->event_count - 1;
}

void filter_settle(struct app *app, struct spot spot)
{
	struct explorer *explorer = &app->explorer;
	enum unit unit = explorer->fold.unit;
	explorer->fold.unit = UNIT_EVENT;
	explorer->list.count = items_count(app);
	explorer->axis.paper.width = 0;
	positions_forget(app);
	int64_t row = row_near(app, spot.event);
	list_select(&explorer->list, row + 1);
	items_zoom(app, unit);
	if (row < 0 || unit != UNIT_EVENT)
		return;
	spot.event = result_event(app->result, (uint32_t)row) - app->record->events;
	if (spot.quote >= 0 && app->record->quotes[spot.quote].event != spot.event)
		spot.quote = -1;
	spot_go(app, spot);
}

/* Why a query was not taken: where it is malformed, or what names nothing. */
static void say(struct buf *out, const struct query_problem *problem, bool malformed)
{
	buf_clear(out);
	if (malformed)
		buf_format(out, "column %u: %s", (unsigned)problem->column, problem->reason);
	else if (*problem->reason)
		buf_format(out, "that selects nothing: %s", problem->reason);
	else
		buf_text(out, "that selects nothing");
}

bool app_filter(struct app *app, const char *query)
{
	struct filter *filter = &app->filter;
	struct arena arena = {0};
	struct result result;
	struct query_problem problem = {0};
	bool formed = run(app, query, &arena, &result, &problem);
	if (!formed || (!result.event_count && *query)) {
		say(&filter->said, &problem, !formed);
		app->message = buf_string(&filter->said);
		arena_free(&arena);
		return false;
	}
	struct spot spot = spot_of(app);
	struct buf kept = {0};
	buf_text(&kept, query);
	buf_free(&filter->query);
	filter->query = kept;
	arena_free(&filter->arena);
	filter->arena = arena;
	filter->result = result;
	filter_settle(app, spot);
	find_again(app);
	return true;
}

/* Selects anew for what is asked for now; where nothing is left, `before` is asked for again. */
static bool reopen(struct app *app, const struct select_options *before)
{
	struct filter *filter = &app->filter;
	struct arena opened_arena = {0}, arena = {0};
	struct result opened, result;
	struct query_problem problem = {0};
	const char *query = buf_string(&filter->query);
	bool formed = run(app, "", &opened_arena, &opened, &problem) &&
		run(app, query, &arena, &result, &problem);
	if (!formed || !result.event_count) {
		filter->asked = *before;
		say(&filter->said, &problem, !formed);
		app->message = buf_string(&filter->said);
		arena_free(&opened_arena);
		arena_free(&arena);
		return false;
	}
	struct spot spot = spot_of(app);
	arena_free(&filter->opened_arena);
	arena_free(&filter->arena);
	filter->opened_arena = opened_arena;
	filter->arena = arena;
	filter->opened = opened;
	filter->result = result;
	filter_settle(app, spot);
	find_again(app);
	return true;
}

bool app_filter_view(struct app *app, const struct view *view)
{
	struct select_options before = app->filter.asked;
	app->filter.asked.view = view;
	return reopen(app, &before);
}

bool app_filter_day(struct app *app, const struct date *day)
{
	struct filter *filter = &app->filter;
	struct select_options before = filter->asked;
	struct date kept = filter->day;
	struct arena arena = {0};
	if (day) {
		filter->day = *day;
		filter->day.edtf = arena_text(&arena, day->edtf, strlen(day->edtf));
	}
	filter->asked.as_of = day ? &filter->day : NULL;
	if (!reopen(app, &before)) {
		filter->day = kept;
		arena_free(&arena);
		return false;
	}
	arena_free(&filter->day_arena);
	filter->day_arena = arena;
	return true;
}

bool filter_is_on(const struct app *app)
{
	const struct filter *filter = &app->filter;
	return filter->query.len || filter->asked.view || filter->asked.as_of;
}

void filter_show_all(struct app *app)
{
	struct filter *filter = &app->filter;
	struct select_options before = filter->asked;
	if (!filter_is_on(app)) {
		app->message = "everything is shown; & filters, @ goes back to a day";
		return;
	}
	buf_clear(&filter->query);
	filter->asked.view = NULL;
	filter->asked.as_of = NULL;
	if (!reopen(app, &before))
		return;
	buf_clear(&filter->said);
	buf_text(&filter->said, "everything is shown again: ");
	words_number(&filter->said, app->result->event_count, "event", "events");
	app->message = buf_string(&filter->said);
}

static bool day_accept(struct app *app, const char *text)
{
	struct prompt *prompt = &app->prompt;
	struct arena arena = {0};
	struct date day;
	struct date_problem problem;
	bool done = false;
	if (!*text) {
		done = app_filter_day(app, NULL);
	} else if (!date_parse(&arena, text, strlen(text), &day, &problem)) {
		buf_clear(&prompt->note);
		buf_text(&prompt->note, problem.reason);
		prompt->warns = true;
	} else {
		done = app_filter_day(app, &day);
		if (!done) {
			app->message = NULL;
			buf_clear(&prompt->note);
			buf_text(&prompt->note, "nothing of what is shown was public by then");
			prompt->warns = true;
		}
	}
	arena_free(&arena);
	return done;
}

static void day_changed(struct app *app, const char *text)
{
	if (!*text)
		buf_text(&app->prompt.note,
			"a date, as 2022-03-30; empty for all that is known now");
}

static const struct prompt_ops day_ops = {
	.label = "as of ",
	.changed = day_changed,
	.accept = day_accept,
};

void filter_open_day(struct app *app)
{
	const struct date *day = app->filter.asked.as_of;
	prompt_open(app, &day_ops, day ? day->edtf : "", &app->filter.days);
}

/* Says what the query would select, or where it is malformed. */
static void filter_changed(struct app *app, const char *text)
{
	struct prompt *prompt = &app->prompt;
	struct arena arena = {0};
	struct result result;
	struct query_problem problem = {0};
	if (!*text) {
		query_hint(&prompt->note);
	} else if (!run(app, text, &arena, &result, &problem)) {
		say(&prompt->note, &problem, true);
		prompt->warns = true;
	} else if (!result.event_count) {
		say(&prompt->note, &problem, false);
		prompt->warns = true;
	} else {
		words_number(&prompt->note, result.event_count, "event", "events");
		buf_format(&prompt->note, " %s ", app->signs->dot);
		words_counts(&prompt->note, app->signs, &result.quote_kinds);
	}
	arena_free(&arena);
}

static bool filter_accept(struct app *app, const char *text)
{
	if (app_filter(app, text))
		return true;
	app->message = NULL;
	filter_changed(app, text);
	return false;
}

static const struct prompt_ops filter_ops = {
	.label = "& ",
	.changed = filter_changed,
	.accept = filter_accept,
};

void filter_open(struct app *app)
{
	prompt_open(app, &filter_ops, buf_string(&app->filter.query), &app->filter.typed);
}

void filter_words(const struct app *app, struct buf *out)
{
	const struct filter *filter = &app->filter;
	if (filter->asked.view)
		buf_format(out, " %s %s", app->signs->dot, filter->asked.view->title);
	if (filter->asked.as_of) {
		buf_format(out, " %s as of ", app->signs->dot);
		date_display(filter->asked.as_of, out);
	}
	if (filter->query.len)
		buf_format(out, " %s only %s", app->signs->dot, filter->query.text);
}
