/* What is typed in full is tried in this order: what quits, a theme of colour, an action's name, an
 * event's number (up to three digits: four are a year), words behind "/", an id, a date; then the best
 * of what the list offers is meant. Ids are looked for, and the list is finished, on Enter only, since
 * that grows with the record. */
#include "ui/core/command.h"

#include "base/look.h"
#include "base/suggest.h"
#include "base/text.h"
#include "layout/words.h"
#include "ui/core/action_table.h"
#include "ui/core/filter.h"
#include "ui/core/find.h"
#include "ui/core/palette.h"
#include "ui/core/prompt.h"
#include "ui/core/spot.h"

#include <string.h>

/* "there are 40 events"; "9 events are shown", where a filter hides others. */
static void note_count(struct app *app, bool warns)
{
	uint32_t count = app->result->event_count;
	bool all = count == result_known(app->result)->event_count;
	struct buf events = {0};
	words_number(&events, count, "event", "events");
	prompt_note(app, warns, "%s%s%s",
		!all                 ? ""
			: count == 1 ? "there is "
				     : "there are ",
		buf_string(&events),
		all                  ? ""
			: count == 1 ? " is shown"
				     : " are shown");
	buf_free(&events);
}

/* Whether a theme of colour is asked for; *theme is NULL where there is none of that name. */
static bool theme_asked(const char *text, const struct theme_look **theme)
{
	*theme = NULL;
	for (int n = 0; theme_at(n); n++)
		if (strcmp(theme_at(n)->command, text) == 0)
			*theme = theme_at(n);
	return strncmp(text, "theme ", 6) == 0 || strcmp(text, "theme") == 0;
}

static void note_themes(struct app *app, bool warns)
{
	struct buf names = {0};
	for (int n = 0; theme_at(n); n++)
		buf_format(&names, "%s%s",
			!n                        ? ""
				: theme_at(n + 1) ? ", "
						  : " or ",
			theme_at(n)->name);
	prompt_note(app, warns, "theme %s", buf_string(&names));
	buf_free(&names);
}

static void command_changed(struct app *app, const char *text)
{
	uint32_t number = palette_number(text);
	const struct theme_look *theme;
	if (theme_asked(text, &theme) && !theme)
		note_themes(app, false);
	else if (number > app->result->event_count)
		note_count(app, false);
	else if (!*text)
		prompt_note(app, false, "where to go, or what to do; ? shows examples");
}

static struct ref ref_of_event(const struct app *app, const struct event *event)
{
	return record_event_ref(app->record, event);
}

/* The event of one day that lies nearest to a day, in whatever year of those; NULL where there is none. */
static const struct event *nearest_yearly(const struct app *app, const struct date_yearly *days)
{
	enum { MONTH = 32, YEAR = 12 * MONTH };
	const struct event *best = NULL;
	int64_t best_far = INT64_MAX;
	for (uint32_t row = 0; row < app->result->event_count; row++) {
		const struct event *event = result_event(app->result, row);
		if (!date_is_one_day(event->date))
			continue;
		struct date_civil civil = date_to_civil(event->date->earliest, false);
		if (days->short_year && civil.year % 100 != days->year)
			continue;
		int64_t day = date_yearly_day(civil.month, civil.day);
		int64_t far = day > days->to ? day - days->to : days->from - day;
		far = far > YEAR - far ? YEAR - far : far;
		if (far < best_far) {
			best = event;
			best_far = far;
		}
	}
	return best;
}

/* The first event of a day of any year, else the one nearest to it. */
static bool go_to_yearly(struct app *app, const struct date_yearly *days)
{
	for (uint32_t row = 0; row < app->result->event_count; row++) {
		const struct event *event = result_event(app->result, row);
		if (date_yearly_touches(days, event->date->earliest, event->date->latest))
			return spot_follow(app, ref_of_event(app, event));
	}
	const struct event *near = nearest_yearly(app, days);
	if (!near || !spot_follow(app, ref_of_event(app, near)))
		return false;
	app_say(app, "nothing is of that day, in %s; this is the nearest",
		days->short_year ? "such a year" : "any year");
	return true;
}

/* The first event that touches the date, else the one nearest to it. */
static bool go_to_date(struct app *app, const char *text)
{
	struct arena arena = {0};
	struct date date;
	struct date_problem problem;
	struct date_yearly days;
	if (date_yearly_typed(text, strlen(text), &days))
		return go_to_yearly(app, &days);
	bool is_date = date_parse_typed(&arena, text, strlen(text), &date, &problem);
	uint32_t best = 0;
	int64_t best_far = INT64_MAX;
	for (uint32_t row = 0; is_date && row < app->result->event_count && best_far > 0; row++) {
		const struct date *one = result_event(app->result, row)->date;
		int64_t far = 0;
		if (one->latest < date.earliest)
			far = date.earliest -
				(one->latest > DATE_UNKNOWN_START ? one->latest : one->sort);
		else if (one->earliest > date.latest)
			far = one->earliest - date.latest;
		if (far < best_far) {
			best = row;
			best_far = far;
		}
	}
	arena_free(&arena);
	if (!is_date || best_far == INT64_MAX)
		return false;
	return spot_follow(app, ref_of_event(app, result_event(app->result, best)));
}

/* Shows all that can be typed here to a function: actions, colours, ids. */
static void words_each(const struct app *app, void (*feed)(void *, const char *), void *to)
{
	static const enum thing things[] = {THING_ERA, THING_VIEW, THING_PERSON, THING_PARTY,
		THING_THEME, THING_SOURCE, THING_EVENT, THING_QUOTE};
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
		feed(to, action_row((enum action)action)->name);
	for (int n = 0; theme_at(n); n++)
		feed(to, theme_at(n)->command);
	for (size_t k = 0; k < sizeof things / sizeof *things; k++)
		for (uint32_t i = 0; i < app->record->counts[things[k]]; i++)
			if (!record_hides(app->record, record_ref(things[k], i)))
				feed(to, record_id(app->record, record_ref(things[k], i)));
}

static void feed_suggest(void *suggest, const char *word)
{
	suggest_feed(suggest, word);
}

/* What has figures is meant as a date: why it is none, or has no year. */
static void note_date(struct app *app, const char *text)
{
	struct arena arena = {0};
	struct date date;
	struct date_problem problem = {0, "a date needs its year"};
	date_parse_typed(&arena, text, strlen(text), &date, &problem);
	prompt_note(app, true, "%s", problem.reason);
	arena_free(&arena);
}

static void note_alike(struct app *app, const char *text, const char *best)
{
	struct buf why = {0};
	look_explain(&why, text, best, NULL);
	prompt_note(app, true, "not known; %s", buf_string(&why));
	buf_free(&why);
}

static void say_unknown(struct app *app, const char *text)
{
	struct suggest suggest;
	suggest_start(&suggest, text);
	words_each(app, feed_suggest, &suggest);
	const char *best = suggest_best(&suggest);
	const struct theme_look *theme;
	if (theme_asked(text, &theme))
		note_themes(app, true);
	else if (palette_number(text))
		note_count(app, true);
	else if (best && look_same(text, best))
		note_alike(app, text, best);
	else if (best)
		prompt_note(app, true, "not known; did you mean %s?", best);
	else if (strpbrk(text, "0123456789"))
		note_date(app, text);
	else
		prompt_note(app, true, "nothing is called so; / finds words, F1 shows examples");
}

/* Goes to an event, a quotation or an era, opens a plan, or the index at what it lists. */
static void go_to(struct app *app, struct ref ref)
{
	switch ((enum thing)ref.thing) {
	case THING_EVENT:
	case THING_QUOTE:
		spot_follow(app, ref);
		break;
	case THING_ERA:
		spot_follow_era(app, ref);
		break;
	case THING_VIEW:
		filter_plan(app, ref.index);
		break;
	default:
		view_open(app, &index_view, &(struct view_at){.of = ref});
	}
}

/* What is typed in full; false where it is nothing of that. *done is what the prompt is told. */
static bool do_typed(struct app *app, const char *text, bool *done)
{
	enum action action = action_named(text);
	uint32_t number = palette_number(text);
	const struct theme_look *theme;
	*done = true;
	if (palette_quits(text)) {
		app->next = action_do(app, &(struct request){ACTION_QUIT, 1, false});
	} else if (strcmp(text, "w") == 0) {
		app_say(app, "truce writes no file: the record is edited in an editor");
	} else if (*text == '/' && text[1]) {
		*done = find_words(app, text + 1);
	} else if (theme_asked(text, &theme) && theme) {
		app->theme = strcmp(theme->name, "auto") == 0 ? NULL : theme;
	} else if (action != ACTION_NONE) {
		app->next = action_do(app, &(struct request){action, 1, false});
	} else if (number && number <= app->result->event_count) {
		*done = spot_follow(app, ref_of_event(app, result_event(app->result, number - 1)));
	} else {
		struct ref ref = record_find(app->result->record, text);
		if (ref.thing == THING_NONE || ref.thing == THING_PARALLEL)
			return go_to_date(app, text);
		go_to(app, ref);
	}
	return true;
}

/* The best of what fits; false where nothing does. */
static bool do_best(struct app *app, bool *done)
{
	struct candidates *list = prompt_candidates(app);
	while (!list->all)
		palette_offer(app, list, UINT32_MAX);
	if (!list->count || !list->leads)
		return false;
	*done = true;
	if (list->at[0].of.thing == THING_NONE)
		return do_typed(app, list->at[0].text, done);
	go_to(app, list->at[0].of);
	return true;
}

static bool command_accept(struct app *app, const char *text, struct ref meant)
{
	bool done = true;
	if (meant.thing != THING_NONE)
		go_to(app, meant);
	else if (*text && !do_typed(app, text, &done) && !do_best(app, &done)) {
		say_unknown(app, text);
		return false;
	}
	return done;
}

static const struct prompt_ops command_ops = {
	.kind = PROMPT_COMMAND,
	.does = "go to ",
	.label = ":",
	.changed = command_changed,
	.accept = command_accept,
	.list = {.begin = palette_begin, .offer = palette_offer},
};

enum app_next command_open(struct app *app, const struct request *request)
{
	prompt_open(app, &command_ops, "");
	return APP_DRAW;
}
