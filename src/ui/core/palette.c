/* What there is stands in parts, which are gone through one after the other: few things first, then
 * events and quotations, of which there may be many. Of what fits as well the earlier part comes
 * first; what is typed in full means an action before an id, and that before a name. */
#include "ui/core/palette.h"

#include "base/text.h"
#include "layout/words_date.h"
#include "ui/core/action_table.h"
#include "ui/core/find.h"
#include "ui/core/named.h"
#include "ui/core/spot.h"
#include "ui/core/view.h"

#include <stdlib.h>
#include <string.h>

uint32_t palette_number(const char *text)
{
	size_t len = strlen(text);
	if (!len || len > 3 || strspn(text, "0123456789") != len)
		return 0;
	return (uint32_t)strtoul(text, NULL, 10);
}

static const char *const quits[] = {"q", "wq", "x", "qa", "exit", "q!"};

bool palette_quits(const char *text)
{
	for (size_t i = 0; i < sizeof quits / sizeof *quits; i++)
		if (strcmp(text, quits[i]) == 0)
			return true;
	return false;
}

/* ---- what is kept ---- */

/* Keeps what fits so well; `help` is emptied. */
static void keep(struct candidates *list, int fit, const char *text, struct buf *help,
	const char *key, struct ref of)
{
	candidates_keep(list,
		&(struct candidate){
			.text = text, .help = buf_string(help), .key = key, .fit = fit, .of = of});
	buf_clear(help);
}

static void keep_word(struct candidates *list, int fit, const char *text, const char *help)
{
	if (candidates_want(list, fit))
		candidates_keep(list, &(struct candidate){.text = text, .help = help, .fit = fit});
}

/* ---- what is typed in full ---- */

static void event_words(struct buf *out, const struct app *app, const struct event *event)
{
	words_date_one(out, app->dates, when_of_event(event));
	buf_text(out, out->len ? ": " : "");
	buf_text(out, event->title);
}

static void offer_number(struct app *app, struct candidates *list, const char *text)
{
	uint32_t number = palette_number(text);
	struct buf help = {0};
	if (!number || number > app->result->event_count)
		return;
	const struct event *event = result_event(app->result, number - 1);
	event_words(&help, app, event);
	list->fits++;
	keep(list, FIT_MEANT, text, &help, NULL, record_event_ref(app->record, event));
	buf_free(&help);
}

static void offer_date(struct candidates *list, const char *text)
{
	struct arena arena = {0};
	struct date date;
	struct date_problem problem;
	struct date_yearly days;
	if (date_yearly_typed(text, strlen(text), &days))
		keep_word(list, FIT_WHOLE, text,
			days.short_year ? "a day of such a year: its first event, or the nearest"
					: "a day of any year: its first event, or the nearest");
	else if (date_parse_typed(&arena, text, strlen(text), &date, &problem))
		keep_word(list, FIT_WHOLE, text, "a date: its first event, or the nearest one");
	arena_free(&arena);
}

void palette_begin(struct app *app, const char *text, size_t cursor, struct candidates *list)
{
	size_t len = strlen(text);
	candidates_begin(list, text, 0, len);
	list->leads = list->needle.len && strcmp(text, "theme") != 0; /* which one is asked */
	if (strspn(text, "0123456789") == len && len && len <= 3) {
		offer_number(app, list, text);
		list->all = true; /* a number means nothing else */
		return;
	}
	if (palette_quits(text) && !app->options.kiosk)
		keep_word(list, FIT_MEANT, text, "quit truce");
	if (strcmp(text, "w") == 0)
		keep_word(list, FIT_MEANT, text, "truce writes no file");
	if (list->needle.len)
		offer_date(list, text);
}

/* ---- actions and colours ---- */

/* The nth action that moves, or of the others, which one sooner looks for by name. */
static enum action nth_action(uint32_t n, bool moves)
{
	static const enum action_group groups[] = {
		GROUP_FINDING, GROUP_USING, GROUP_FOLLOWING, GROUP_MOVING};
	for (size_t group = moves ? 3 : 0; group < (moves ? 4 : 3); group++)
		for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
			if (action_row((enum action)action)->group == groups[group] && !n--)
				return (enum action)action;
	return ACTION_NONE;
}

/* What leads out of a kiosk is not offered there; nor is the prompt that one types in. */
static bool is_offered(const struct app *app, enum action action)
{
	bool out = action == ACTION_QUIT || action == ACTION_LEAVE || action == ACTION_SUSPEND ||
		action == ACTION_EDIT;
	return action != ACTION_COMMAND && !(app->options.kiosk && out);
}

static bool offer_row(struct app *app, struct candidates *list, enum action action)
{
	const struct action_row *row = action_row(action);
	char key[16];
	int fit = FIT_NOT;
	if (action == ACTION_NONE)
		return false;
	if (!is_offered(app, action))
		return true;
	candidates_try(list, row->name, TEXT_OF_ID, &fit);
	candidates_try(list, row->line, TEXT_OF_HELP, &fit);
	candidates_try(list, row->help, TEXT_OF_HELP, &fit);
	fit += fit == FIT_WHOLE ? 3 : 0;
	if (!candidates_want(list, fit))
		return true;
	input_key_name(row->keys[0], key);
	candidates_keep(list,
		&(struct candidate){.text = row->name,
			.help = row->help,
			.key = row->keys[0] == INPUT_NONE ? NULL : key,
			.fit = fit});
	return true;
}

static bool offer_action(struct app *app, struct candidates *list, enum thing thing, uint32_t n)
{
	return offer_row(app, list, nth_action(n, false));
}

static bool offer_motion(struct app *app, struct candidates *list, enum thing thing, uint32_t n)
{
	return offer_row(app, list, nth_action(n, true));
}

static bool offer_colour(struct app *app, struct candidates *list, enum thing thing, uint32_t n)
{
	const struct theme_look *theme = theme_at((int)n);
	int fit = FIT_NOT;
	if (!theme)
		return false;
	candidates_try(list, theme->command, TEXT_OF_ID, &fit);
	candidates_try(list, "colours", TEXT_OF_HELP, &fit);
	candidates_try(list, "colors", TEXT_OF_HELP, &fit);
	keep_word(list, fit + (fit == FIT_WHOLE ? 2 : 0), theme->command, theme->help);
	return true;
}

/* ---- things of the record ---- */

/* Sources are many: an author or letters of a name stand behind what is said, but for one that says
 * something itself, a whole name, and figures, which are of its day. */
static bool is_source_meant(
	struct app *app, const struct candidates *list, const struct record *record, struct ref ref)
{
	const char *const *fields = record->sources[ref.index].fields;
	int fit = FIT_NOT;
	candidates_try(list, record_id(record, ref), TEXT_OF_ID, &fit);
	candidates_try(list, fields[SOURCE_SHORT], TEXT_OF_ID, &fit);
	candidates_try(list, fields[SOURCE_TITLE], TEXT_OF_ID, &fit);
	return fit == FIT_WHOLE || strpbrk(list->typed, "0123456789") ||
		threads_of_voice(spot_threads(app), ref).count > 0;
}

static bool offer_thing(struct app *app, struct candidates *list, enum thing thing, uint32_t n)
{
	const struct record *record = app->record;
	struct ref ref = record_ref(thing, n);
	bool typed = thing == THING_VIEW || thing == THING_ERA; /* by its id alone, as ever */
	int fit = FIT_NOT;
	if (n >= record->counts[thing])
		return false;
	if (record_hides(record, ref))
		return true;
	candidates_try_names(list, record, ref, &fit);
	fit += typed && fit == FIT_WHOLE ? 1 : 0;
	if (thing == THING_SOURCE && fit > FIT_INSIDE && !is_source_meant(app, list, record, ref))
		fit = FIT_INSIDE;
	if (candidates_want(list, fit)) {
		struct buf help = {0};
		named_words(&help, record, ref, true, list);
		keep(list, fit, record_id(record, ref), &help, NULL, ref);
		buf_free(&help);
	}
	return true;
}

static bool offer_event(struct app *app, struct candidates *list, enum thing thing, uint32_t row)
{
	int fit = FIT_NOT;
	if (row >= app->result->event_count)
		return false;
	const struct event *event = result_event(app->result, row);
	candidates_try(list, event->id, TEXT_OF_ID, &fit);
	candidates_try(list, event->title, TEXT_OF_NAME, &fit);
	fit += fit == FIT_WHOLE ? 1 : 0;
	if (strpbrk(buf_string(&list->needle), "0123456789")) {
		struct buf date = {0};
		words_date_one(&date, app->dates, when_of_event(event));
		candidates_try(list, buf_string(&date), TEXT_OF_ID, &fit);
		buf_free(&date);
	}
	if (candidates_want(list, fit)) {
		struct buf help = {0};
		event_words(&help, app, event);
		keep(list, fit, event->id, &help, NULL, record_event_ref(app->record, event));
		buf_free(&help);
	}
	return true;
}

static bool offer_quote(struct app *app, struct candidates *list, enum thing thing, uint32_t n)
{
	int fit = FIT_NOT;
	if (!named_try_quote(app, list, n, &fit))
		return false;
	fit += fit == FIT_WHOLE ? 1 : 0;
	if (candidates_want(list, fit)) {
		const struct quote *quote = &app->record->quotes[n];
		struct buf help = {0};
		const struct tongue words = named_quote_words(&help, app, quote);
		candidates_keep(list,
			&(struct candidate){.text = quote->id,
				.help = buf_string(&help),
				.words = words,
				.fit = fit,
				.of = record_ref(THING_QUOTE, n)});
		buf_free(&help);
	}
	return true;
}

/* ---- words ---- */

/* What the record says somewhere is found there, unless something is called so. */
static bool offer_words(struct app *app, struct candidates *list, enum thing thing, uint32_t n)
{
	enum { LEAST = 3, FIT = FIT_INSIDE + 5 };
	struct buf text = {0};
	if (n > 0 || text_is_figure(*list->typed) ||
		text_length(list->typed, strlen(list->typed)) < LEAST ||
		!find_has(app, list->typed))
		return false;
	buf_format(&text, "/%s", list->typed);
	keep_word(list, FIT, buf_string(&text), "find this in the words and titles");
	buf_free(&text);
	return true;
}

/* ---- part by part ---- */

/* What offers the nth of its things; false behind the last. */
struct part {
	bool (*offer)(struct app *, struct candidates *, enum thing, uint32_t n);
	enum thing thing; /* where it offers several kinds */
};

/* Goes through parts. */
static void offer_parts(struct app *app, struct candidates *list, uint32_t things,
	const struct part *parts, size_t count)
{
	for (; !list->all && things > 0; things--) {
		const struct part *part = &parts[list->part];
		if (part->offer(app, list, part->thing, list->next++))
			continue;
		list->next = 0;
		list->all = ++list->part == count;
	}
}

void palette_offer(struct app *app, struct candidates *list, uint32_t things)
{
	static const struct part parts[] = {{offer_action}, {offer_words},
		{offer_thing, THING_VIEW}, {offer_thing, THING_PERSON}, {offer_thing, THING_PARTY},
		{offer_thing, THING_THEME}, {offer_thing, THING_SOURCE}, {offer_thing, THING_ERA},
		{offer_colour}, {offer_motion}, {offer_event}, {offer_quote}};
	offer_parts(app, list, things, parts, sizeof parts / sizeof *parts);
	list->all = list->all || candidates_are_enough(list);
}

void palette_offer_actions(struct app *app, struct candidates *list, uint32_t things)
{
	static const struct part parts[] = {{offer_action}, {offer_motion}};
	offer_parts(app, list, things, parts, sizeof parts / sizeof *parts);
}
