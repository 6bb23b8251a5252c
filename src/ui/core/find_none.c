/* A name that was mistyped is near another; so all names of people, parties, themes and places are
 * compared, folded, with the family names by themselves. */
#include "ui/core/find_none.h"

#include "base/suggest.h"
#include "base/text.h"
#include "layout/words.h"
#include "model/query.h"
#include "ui/core/filter.h"
#include "ui/core/spot.h"

#include <string.h>

struct nearest {
	struct suggest suggest;
	struct arena arena;
	const char *name; /* the nearest, as the record has it */
};

static void try_name(struct nearest *nearest, const char *name)
{
	struct buf folded = {0};
	if (!name)
		return;
	query_fold(&folded, name, strlen(name));
	if (suggest_feed(&nearest->suggest, buf_kept(&folded, &nearest->arena)))
		nearest->name = name;
	buf_free(&folded);
}

static void try_thing(struct nearest *nearest, const struct record *record, struct ref ref)
{
	const struct names *aliases = record_aliases(record, ref);
	const char *name = record_name(record, ref), *family = strrchr(name, ' ');
	try_name(nearest, name);
	if (ref.thing == THING_PERSON && family)
		try_name(nearest, family + 1);
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		try_name(nearest, aliases->at[i]);
}

/* The nearest name; NULL where none is near. */
static const char *nearest_name(const struct app *app, const char *text)
{
	static const enum thing kinds[] = {THING_PERSON, THING_PARTY, THING_THEME};
	const struct record *record = app->record;
	struct nearest nearest = {.name = NULL};
	struct buf typed = {0};
	query_fold(&typed, text, strlen(text));
	suggest_start(&nearest.suggest, buf_string(&typed));
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (uint32_t i = 0; i < record->counts[kinds[k]]; i++)
			if (!record_hides(record, record_ref(kinds[k], i)))
				try_thing(&nearest, record, record_ref(kinds[k], i));
	for (uint32_t row = 0; row < app->result->event_count; row++)
		try_name(&nearest, result_event(app->result, row)->location);
	arena_free(&nearest.arena);
	buf_free(&typed);
	return nearest.name;
}

/* Whether it is one date, to whose nearest day the palette leads. */
static bool is_date(const char *text)
{
	struct arena arena = {0};
	struct date date;
	struct date_problem problem;
	bool is = date_parse_typed(&arena, text, strlen(text), &date, &problem);
	arena_free(&arena);
	return is;
}

/* Adds why it is no date, of what begins with a figure. */
static void add_date(struct buf *out, const char *text)
{
	struct arena arena = {0};
	struct date date;
	struct date_problem problem;
	if (!date_parse_typed(&arena, text, strlen(text), &date, &problem))
		buf_format(out, "; a date: %s", problem.reason);
	arena_free(&arena);
}

/* The words, with a space between: hyphens and dashes part words as well. Returns how many. */
static int add_query(struct buf *out, const char *text)
{
	int words = 0;
	bool inside = false;
	size_t bytes;
	for (const char *at = text; *at; at += bytes) {
		bool word = text_is_word(text_decode(at, strlen(at), &bytes)) ||
			(inside && (*at == '\'' || strncmp(at, "’", bytes) == 0));
		if (word && !inside && words++)
			buf_char(out, ' ');
		if (word)
			buf_add(out, at, bytes);
		inside = word;
	}
	return words;
}

uint32_t find_none_query(struct app *app, struct buf *out, const char *text)
{
	struct arena arena = {0};
	struct result result = {0};
	struct query_problem problem = {0};
	struct buf query = {0};
	uint32_t events = 0;
	if (!app->filter->query.len && !spot_is_over(app) && add_query(&query, text) > 1 &&
		filter_try(app, buf_string(&query), &arena, &result, &problem))
		events = result.event_count;
	if (events)
		buf_text(out, buf_string(&query));
	buf_free(&query);
	arena_free(&arena);
	return events;
}

/* Adds that another Enter shows what has the words, though not as they were typed. */
static bool add_all_words(struct app *app, struct buf *out, const char *text)
{
	struct buf query = {0};
	uint32_t events = find_none_query(app, &query, text);
	if (events) {
		buf_text(out, "; Enter again shows ");
		words_number(out, events, "event", "events");
		buf_text(out, " with all its words");
	}
	buf_free(&query);
	return events > 0;
}

void find_none_words(struct app *app, struct buf *out, const char *text,
	const struct pattern *pattern, bool told)
{
	const char *name;
	buf_text(out, "no match");
	if (add_all_words(app, out, text))
		return;
	if (told)
		buf_text(out, "; Enter again shows where it is told of");
	else if (filter_is_on(app))
		buf_text(out, " in what is shown; Esc, then \\ shows everything");
	else if (pattern->days && !pattern->days->yearly && is_date(text))
		buf_text(out, "; : leads to the nearest day");
	else if (!pattern->days && *text >= '0' && *text <= '9')
		add_date(out, text);
	else if ((name = nearest_name(app, text)) != NULL)
		buf_format(out, "; did you mean %s?", name);
	else
		buf_text(out, "; Tab lists names, F1 shows examples");
}
