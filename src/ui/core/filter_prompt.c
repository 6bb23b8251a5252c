/* Both open empty, with what is asked for at present as the line that Up brings back. */
#include "ui/core/filter_prompt.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "ui/core/completion.h"
#include "ui/core/filter.h"
#include "ui/core/prompt.h"
#include "ui/core/spot.h"

#include <string.h>

/* ---- a day ---- */

/* The days on which something happened; of those that were typed, where they were. */
static bool day_offer_event(
	struct app *app, struct candidates *list, const struct date_yearly *typed, uint32_t row)
{
	int fit = FIT_NOT;
	struct buf day = {0};
	if (row >= app->result->event_count)
		return false;
	const struct event *event = result_event(app->result, row);
	if (!date_is_one_day(event->date))
		return true;
	words_date_one(&day, app->dates, when_of_event(event));
	if (typed && date_yearly_touches(typed, event->date->earliest, event->date->latest))
		fit = FIT_WHOLE;
	candidates_try(list, buf_string(&day), TEXT_OF_ID, &fit);
	candidates_try(list, event->title, TEXT_OF_HELP, &fit);
	if (!candidates_have(list, buf_string(&day)) && candidates_want(list, fit))
		candidates_keep(list,
			&(struct candidate){
				.text = buf_string(&day), .help = event->title, .fit = fit});
	buf_free(&day);
	return true;
}

static void day_offer(struct app *app, struct candidates *list, uint32_t things)
{
	struct date_yearly days;
	bool yearly = date_yearly_typed(list->typed, strlen(list->typed), &days);
	for (; !list->all && things > 0; things--)
		list->all = candidates_are_enough(list) ||
			!day_offer_event(app, list, yearly ? &days : NULL, list->next++);
}

/* What is no date but fits one day of all that are listed means that day: "30 March" needs no year. */
static void day_lead(struct app *app, const char *text)
{
	struct arena arena = {0};
	struct date day;
	struct date_problem problem;
	struct candidates *list = prompt_candidates(app);
	list->leads = list->takes = *text && list->all && list->fits == 1 &&
		!date_parse_typed(&arena, text, strlen(text), &day, &problem);
	arena_free(&arena);
}

static void day_changed(struct app *app, const char *text)
{
	day_lead(app, text);
	if (!*text)
		prompt_note(app, false, "%s",
			app->filter->asked.as_of
				? "Enter shows all, Up the last day; ? shows examples"
				: "a date, as 30 March 2022; ? shows examples");
}

/* The last event that has words, of the last few; or NULL. */
static const struct event *last_with_words(const struct result *result)
{
	enum { LOOKED_AT = 64 };
	const struct event *found = NULL;
	for (uint32_t n = 1; n <= LOOKED_AT && n <= result->event_count && !found; n++) {
		const struct event *event = result_event(result, result->event_count - n);
		found = result_quote_count(result, event) ? event : NULL;
	}
	return found;
}

/* From the card, and from other times, one asks for what was known last; who is at an event of that era stays
 * there. */
static void day_goes(struct app *app)
{
	const struct result *result = app->result;
	struct buf day = {0};
	int64_t at = spot_of(app).event;
	const struct event *last = result->event_count
		? result_event(result, result->event_count - 1)
		: NULL;
	const struct event *spoken = last_with_words(result);
	bool words = spoken && spoken != last;
	last = words ? spoken : last;
	if (!last || (at >= 0 && ref_same(app->record->events[at].era, last->era))) {
		app_say(app,
			"only what was public by that day; G leads to the last of it, \\ shows "
			"all");
		return;
	}
	spot_step(app, spot_at(app, record_event_ref(app->record, last)));
	words_date(&day, app->dates, (struct when){.date = app->filter->asked.as_of});
	app_say(app, "the last %s known by %s; k goes back in time, \\ shows all",
		words ? "words" : "that was", buf_string(&day));
	buf_free(&day);
}

static bool day_accept(struct app *app, const char *text, struct ref meant)
{
	struct arena arena = {0};
	struct date day;
	struct date_problem problem;
	struct query_problem no_day;
	int64_t last;
	bool done = false;
	if (!*text) {
		done = filter_day(app, NULL);
	} else if (strcmp(text, "today") == 0 || strcmp(text, "now") == 0) {
		done = filter_day(app, NULL);
		if (done && !filter_is_on(app))
			app_say(app, "as of today is all that the record has: it is shown");
	} else if (!date_parse_typed(&arena, text, strlen(text), &day, &problem) &&
		!date_parse_told(&arena, text, strlen(text), &day)) {
		prompt_note(app, true, "%s", problem.reason);
	} else if (!query_day(&day, &last, &no_day)) {
		prompt_note(app, true, "%s", no_day.reason);
	} else {
		done = filter_day(app, &day);
		if (done) {
			day_goes(app);
		} else {
			app_unsay(app);
			prompt_note(app, true, "nothing of what is shown was public by then");
		}
	}
	arena_free(&arena);
	return done;
}

static const struct prompt_ops day_ops = {
	.kind = PROMPT_DAY,
	.label = "as of ",
	.changed = day_changed,
	.accept = day_accept,
	.list = {.begin = candidates_begin_line, .offer = day_offer},
};

enum app_next filter_prompt_day(struct app *app, const struct request *request)
{
	const struct date *day = app->filter->asked.as_of;
	struct buf typed = {0};
	if (day)
		words_date(&typed, app->dates, (struct when){.date = day});
	prompt_open(app, &day_ops, "");
	prompt_remember(app, buf_string(&typed));
	buf_free(&typed);
	return APP_DRAW;
}

/* ---- a query ---- */

/* What the list would make of a value of which nothing is typed; NULL for nothing. */
static const char *completed(const struct app *app)
{
	const struct candidates *list = prompt_candidates(app);
	return list->field && list->count ? list->at[0].text : NULL;
}

/* Brings to the front who is meant by the beginning of a name: the one party, else the one person. */
static void lead_begun(struct candidates *list)
{
	static const enum thing kinds[] = {THING_PARTY, THING_PERSON};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds && list->all; k++) {
		uint32_t count = 0, at = 0;
		for (uint32_t i = 0; i < list->count; i++)
			if (list->at[i].begun == kinds[k])
				count++, at = i;
		if (count == 1)
			candidates_first(list, at, FIT_MEANT + 1);
		if (count)
			return;
	}
}

/* What Enter takes is marked in the list. The words are, as they are typed, where they select something:
 * they stand among what is listed, first but for whose name is being typed, and the party whose people
 * they name. Else the first is, which is what was meant. NULL where the list leads to nothing. */
static const struct candidate *lead(
	struct candidates *list, const char *text, const struct result *selected)
{
	bool bare = !list->field;
	if (list->selected != CANDIDATE_NONE || !list->needle.len || !list->count)
		return NULL;
	if (bare)
		lead_begun(list);
	if (selected && bare && candidates_want(list, FIT_MEANT))
		candidates_keep(list,
			&(struct candidate){.text = list->typed,
				.help = "as words",
				.fit = FIT_MEANT,
				.as_typed = true,
				.counts = true,
				.counted = true,
				.events = selected->event_count,
				.quotes = selected->quote_kinds});
	/* A field is taken by its name, not for what is said of it. */
	bool meant = !list->at[0].goes_on || list->at[0].fit >= FIT_START;
	list->leads = list->takes = selected ? bare : meant;
	return list->takes ? &list->at[0] : NULL;
}

/* Adds how to ask for either, of years that are typed one behind the other: nothing is of both. */
static void add_either(struct buf *out, const char *text)
{
	struct buf either = {0};
	int years = 0;
	for (const char *at = text; *at && years >= 0; at += strspn(at, " ")) {
		size_t len = strcspn(at, " ");
		years = len == 4 && strspn(at, "0123456789") == len ? years + 1 : -1;
		buf_text(&either, years > 1 ? "," : "");
		buf_add(&either, at, len);
		at += len;
	}
	if (years > 1)
		buf_format(out, "; either: %s", buf_string(&either));
	buf_free(&either);
}

/* Whether who types it wants all of the record back. */
static bool means_all(const char *text)
{
	static const char *const all[] = {
		"all", "everything", "show all", "clear", "reset", "none"};
	for (size_t n = 0; n < sizeof all / sizeof *all; n++)
		if (strcmp(text, all[n]) == 0)
			return true;
	return false;
}

/* Says what the query would select, or where it is malformed; of one that is being typed, how it goes
 * on. */
static void query_say(struct app *app, const char *typed, bool typing)
{
	const char *text = filter_asked(typed);
	enum { LISTED_FROM = 60 }; /* columns */
	struct arena arena = {0};
	struct result result;
	struct query_problem problem = {0};
	struct buf note = {0};
	bool formed = !*text || filter_try(app, text, &arena, &result, &problem);
	bool some = formed && *text && result.event_count;
	bool all = means_all(typed);
	const struct candidate *leads = typing && !all
		? lead(prompt_candidates(app), text, some ? &result : NULL)
		: NULL;
	if (all) {
		buf_text(&note, "Enter shows all; in marks it is the word");
	} else if (!*text) {
		buf_text(&note,
			app->filter->query.len
				? "Enter shows all, Up the last query; ? shows examples"
				: "words, a date, or one of these; ? shows examples");
	} else if (leads && !leads->as_typed) {
		buf_format(&note, "Enter takes %s", leads->text);
	} else if (!some && typing && completed(app)) {
		buf_format(&note, "Tab takes %s", completed(app));
	} else if (!some) {
		filter_why_not(&note, &problem, !formed);
		add_either(&note, text);
	} else if (*problem.reason) {
		words_number(&note, result.event_count, "event", "events");
		buf_format(&note, ": %s", problem.reason);
	} else if (!leads || app->cols < LISTED_FROM) { /* else the list says so */
		words_number(&note, result.event_count, "event", "events");
		buf_format(&note, " %s ", app->signs->dot);
		words_counts(&note, app->signs, &result.quote_kinds);
	}
	bool goes_on = typing && ((leads && !leads->as_typed) || completed(app));
	bool warns = *text && (!some || *problem.reason) && !goes_on;
	prompt_note(app, warns, "%s", buf_string(&note));
	buf_free(&note);
	arena_free(&arena);
}

static void query_changed(struct app *app, const char *text)
{
	query_say(app, text, true);
}

static void query_count(struct app *app, const char *text, struct candidate *candidate)
{
	struct arena arena = {0};
	struct result result;
	struct query_problem problem = {0};
	if (filter_try(app, filter_asked(text), &arena, &result, &problem)) {
		candidate->events = result.event_count;
		candidate->quotes = result.quote_kinds;
	} else {
		candidate->counts = false; /* something else in the line is not well-formed */
	}
	arena_free(&arena);
}

static bool query_accept(struct app *app, const char *text, struct ref meant)
{
	if (means_all(text)) {
		filter_show_all(app, NULL);
		return true;
	}
	if (filter_query(app, filter_asked(text)))
		return true;
	app_unsay(app);
	query_say(app, text, false);
	return false;
}

static const struct prompt_ops query_ops = {
	.kind = PROMPT_QUERY,
	.does = "only ",
	.label = "& ",
	.changed = query_changed,
	.accept = query_accept,
	.list = {.begin = completion_begin, .offer = completion_offer, .count = query_count},
};

enum app_next filter_prompt(struct app *app, const struct request *request)
{
	prompt_open(app, &query_ops, "");
	prompt_remember(app, filter_typed(app));
	return APP_DRAW;
}
