/* What is typed is tried in this order: q and w, an action's name, an event's number (up to
 * three digits: four are a year), a theme of colour, an id, a date. Ids are looked for on Enter and Tab only, since
 * that grows with the record. */
#include "ui/core/command.h"

#include "base/look.h"
#include "base/suggest.h"
#include "base/text.h"
#include "layout/words.h"
#include "ui/core/action_table.h"
#include "ui/core/filter.h"
#include "ui/core/prompt.h"
#include "ui/core/spot.h"

#include <stdlib.h>
#include <string.h>

/* 1 to 999, or 0. */
static uint32_t number_of(const char *text)
{
	size_t len = strlen(text);
	if (!len || len > 3)
		return 0;
	for (size_t i = 0; i < len; i++)
		if (text[i] < '0' || text[i] > '9')
			return 0;
	return (uint32_t)strtoul(text, NULL, 10);
}

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
	enum action action = action_named(text);
	uint32_t number = number_of(text);
	const struct theme_look *theme;
	if (theme_asked(text, &theme) && theme)
		prompt_note(app, false, "%s", theme->help);
	else if (theme_asked(text, &theme))
		note_themes(app, false);
	else if (action != ACTION_NONE)
		prompt_note(app, false, "%s", action_row(action)->help);
	else if (number && number <= app->result->event_count)
		prompt_note(app, false, "%s", result_event(app->result, number - 1)->title);
	else if (number)
		note_count(app, false);
	else if (!*text)
		prompt_note(app, false,
			"an id, a date, a number, a lesson plan, an action; Tab completes");
}

static struct ref ref_of_event(const struct app *app, const struct event *event)
{
	return record_event_ref(app->record, event);
}

/* The first event that touches the date, else the one nearest to it. */
static bool go_to_date(struct app *app, const char *text)
{
	struct arena arena = {0};
	struct date date;
	struct date_problem problem;
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

/* Shows all that can be typed here, actions and ids, to a function. */
static void words_each(const struct app *app, void (*feed)(void *, const char *), void *to)
{
	static const enum thing things[] = {THING_ERA, THING_VIEW, THING_EVENT, THING_QUOTE};
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
	if (number_of(text))
		note_count(app, true);
	else if (best && look_same(text, best))
		note_alike(app, text, best);
	else if (best)
		prompt_note(app, true, "not known; did you mean %s?", best);
	else if (strpbrk(text, "0123456789"))
		note_date(app, text);
	else
		prompt_note(app, true, "no id, date, number or action; Tab completes those");
}

static bool command_accept(struct app *app, const char *text)
{
	uint32_t number = number_of(text);
	enum action action = action_named(text);
	const struct theme_look *theme;
	if (!*text)
		return true;
	if (strcmp(text, "q") == 0) {
		app->next = action_do(app, &(struct request){ACTION_QUIT, 1, false});
		return true;
	}
	if (strcmp(text, "w") == 0) {
		app_say(app, "truce writes no file: the record is edited in an editor");
		return true;
	}
	if (theme_asked(text, &theme)) {
		if (!theme)
			note_themes(app, true);
		else
			app->theme = strcmp(theme->name, "auto") == 0 ? NULL : theme;
		return theme;
	}
	if (action != ACTION_NONE) {
		app->next = action_do(app, &(struct request){action, 1, false});
		return true;
	}
	if (number && number <= app->result->event_count) {
		const struct event *event = result_event(app->result, number - 1);
		return spot_follow(app, ref_of_event(app, event));
	}
	struct ref ref = record_find(app->result->record, text);
	if (ref.thing == THING_EVENT || ref.thing == THING_QUOTE) {
		spot_follow(app, ref);
		return true;
	}
	if (ref.thing == THING_ERA) {
		spot_follow_era(app, ref);
		return true;
	}
	if (ref.thing == THING_VIEW) {
		filter_plan(app, ref.index);
		return true;
	}
	if (go_to_date(app, text))
		return true;
	say_unknown(app, text);
	return false;
}

/* The words that begin with what is typed, cut to what they have in common. */
struct common {
	const char *typed, *first;
	size_t len; /* of what is common */
	int words;
};

static void feed_common(void *to, const char *word)
{
	struct common *common = to;
	if (strncmp(word, common->typed, strlen(common->typed)) != 0)
		return;
	if (!common->words++) {
		common->first = word;
		common->len = strlen(word);
		return;
	}
	size_t same = 0;
	while (same < common->len && word[same] == common->first[same])
		same++;
	while (same && text_is_inside(common->first[same]))
		same--;
	common->len = same;
}

static void command_complete(struct app *app, const char *text, struct buf *out)
{
	struct common common = {.typed = text};
	words_each(app, feed_common, &common);
	if (common.words)
		buf_add(out, common.first, common.len);
}

static const struct prompt_ops command_ops = {
	.kind = PROMPT_COMMAND,
	.label = ":",
	.changed = command_changed,
	.accept = command_accept,
	.complete = command_complete,
};

enum app_next command_open(struct app *app, const struct request *request)
{
	prompt_open(app, &command_ops, "");
	return APP_DRAW;
}
