/* What is meant most likely. Of who is called what was typed it is their own words, in an event whose
 * title names them before all others. Titles are short, so all of them are folded, once, a line each; a title
 * that is the pattern is a line that is, and else the hits are walked from where the search began:
 *
 *      0              8       12
 *     \nsigning\n      pact\n  the end of the pact\n       "pact" is event 1 whole, and begins a
 *      event 0        1       2                           word in event 2
 */
#include "query/search_best.h"

#include "base/memory.h"
#include "base/text.h"
#include "model/query.h"
#include "query/search_text.h"

#include <string.h>

enum {
	TITLES_HITS = 1 << 14, /* of titles so many hits are looked at, but for whole titles */
	WORDS_BYTES = 1 << 20, /* of folded text are looked through for words, */
	WORDS_HITS = 200,      /* and so many hits */
	DAY_EVENTS = 1000      /* of the days at hand so many events are stepped back over */
};

/* How well a title or a date fits. */
enum rank {
	RANK_NONE,
	RANK_TOUCHED, /* the event goes on in those days */
	RANK_INSIDE,  /* in a word of the title */
	RANK_WORD,    /* it begins a word of the title */
	RANK_TITLE    /* it is the title, or the event begins in those days */
};

struct best {
	const struct search *search;
	const struct result *result;
	uint32_t from; /* events before it come last */
	uint32_t event;
	enum rank rank;
	/* The same of events without words by their titles alone, which come behind words that have it. */
	uint32_t silent;
	enum rank silent_rank;
};

/* Of two that are as good, in whatever order they are found. */
static bool is_sooner(const struct best *best, uint32_t event, uint32_t than)
{
	bool behind = event >= best->from;
	return behind != (than >= best->from) ? behind : event < than;
}

/* Whether a title or a date was typed whole, or the event has words that are selected. */
static bool is_meant(const struct best *best, uint32_t event, enum rank rank)
{
	bool titled = rank == RANK_WORD || rank == RANK_INSIDE;
	return !titled ||
		result_quote_count(best->result, &best->search->record->events[event]) > 0;
}

/* Whether the event is the best one so far. */
static bool consider(struct best *best, uint32_t event, enum rank rank)
{
	bool meant = is_meant(best, event, rank);
	uint32_t *than = meant ? &best->event : &best->silent;
	enum rank *ranked = meant ? &best->rank : &best->silent_rank;
	if (rank < *ranked || (rank == *ranked && !is_sooner(best, event, *than)) ||
		result_row(best->result, event) < 0)
		return false;
	*ranked = rank;
	*than = event;
	return meant;
}

/* ---- titles ---- */

static void titles_ready(struct search *search)
{
	const struct record *record = search->record;
	uint32_t count = record->counts[THING_EVENT];
	if (search->titled)
		return;
	search->titled = mem_alloc((count + (size_t)1) * sizeof *search->titled);
	buf_char(&search->titles, '\n');
	for (uint32_t n = 0; n < count; n++) {
		const char *title = record->events[n].title;
		search->titled[n] = search->titles.len;
		if (title && !record_hides(record, record_ref(THING_EVENT, n)))
			query_fold(&search->titles, title, strlen(title));
		buf_char(&search->titles, '\n');
	}
	search->titled[count] = search->titles.len;
}

/* The event in whose title a byte stands. */
static uint32_t event_at(const struct search *search, size_t offset)
{
	uint32_t low = 0, high = search->record->counts[THING_EVENT];
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (search->titled[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The first title of those between two places that is the needle. */
static void consider_whole(
	struct best *best, const struct needle *line, const char *at, const char *end)
{
	const char *text = best->search->titles.text;
	while ((at = needle_find(line, at, end)) != NULL) {
		at++;
		uint32_t event = event_at(best->search, (size_t)(at - text));
		if (consider(best, event, RANK_TITLE))
			return;
	}
}

/* The first in which it begins a word, else the first that has it; *most hits are left to look at. */
static void consider_within(struct best *best, const struct needle *needle, const char *at,
	const char *end, uint32_t *most)
{
	const char *text = best->search->titles.text;
	for (; *most && (at = needle_find(needle, at, end)) != NULL; at++, --*most) {
		bool inside = text_is_word(text_last(text, (size_t)(at - text)));
		enum rank rank = inside ? RANK_INSIDE : RANK_WORD;
		if (rank < best->rank)
			continue;
		uint32_t event = event_at(best->search, (size_t)(at - text));
		if (consider(best, event, rank) && rank == RANK_WORD)
			return;
	}
}

static void consider_titles(struct best *best, const struct needle *needle)
{
	const struct search *search = best->search;
	const char *text = buf_string(&search->titles), *end = text + search->titles.len;
	const char *from = text + search->titled[best->from];
	struct buf whole = {0};
	uint32_t most = TITLES_HITS;
	const char *any = needle_find(needle, from, end);
	if (!any)
		any = needle_find(needle, text, from);
	if (!any)
		return;
	buf_char(&whole, '\n');
	buf_add(&whole, needle->text, needle->len);
	buf_char(&whole, '\n');
	struct needle line = {buf_string(&whole), whole.len, false, needle->aim};
	line.aim.one++;
	line.aim.other = 0; /* where the line begins */
	consider_whole(best, &line, from - 1, end);
	if (best->rank != RANK_TITLE || best->event < best->from)
		consider_whole(best, &line, text, from);
	if (best->rank != RANK_TITLE) {
		consider_within(best, needle, from, end, &most);
		if (best->rank != RANK_WORD || best->event < best->from)
			consider_within(best, needle, text, from, &most);
	}
	buf_free(&whole);
}

/* ---- dates ---- */

static void consider_dates(struct best *best, const struct query_span *days)
{
	const struct search *search = best->search;
	size_t first = search_days_from(search, best->from);
	for (size_t n = 0; n < search->day_count; n++) {
		size_t place = (first + n) % search->day_count;
		const struct search_days *span = &search->days[place];
		for (const struct query_span *day = days; day; day = day->next) {
			bool begins = query_span_touches(day, span->from, span->from);
			if (!query_span_touches(day, span->from, span->to))
				continue;
			if (consider(best, span->event, begins ? RANK_TITLE : RANK_TOUCHED) &&
				begins)
				return;
		}
	}
}

static bool begins_in(const struct record *record, uint32_t event, const struct query_span *days)
{
	int64_t day = record->events[event].date->earliest;
	bool begins = false;
	for (; days && !begins; days = days->next)
		begins = query_span_touches(days, day, day);
	return begins;
}

/* Who is within those days already is led to where they begin. */
static uint32_t from_first(
	const struct record *record, uint32_t from, const struct query_span *days)
{
	for (int n = 0; n < DAY_EVENTS && from > 0 && begins_in(record, from, days) &&
		begins_in(record, from - 1, days);
		n++)
		from--;
	return from;
}

/* ---- words ---- */

/* From a hit on to the first that is spoken near by. */
static bool find_spoken(struct search *search, const struct pattern *pattern,
	const struct result *result, struct ref *hit)
{
	struct ref at = *hit;
	for (int n = 0; n < WORDS_HITS; n++) {
		if (search_is_spoken(search, pattern, at)) {
			*hit = at;
			return true;
		}
		if (!search_find_near(search, pattern, result, at, WORDS_BYTES, &at))
			return false;
	}
	return false;
}

/* ---- people ---- */

static bool is_by(const struct pattern *pattern, const struct record *record, uint32_t quote)
{
	struct ref speaker = record->quotes[quote].speaker;
	for (uint32_t i = 0; i < pattern->people_count; i++)
		if (ref_same(speaker, record_ref(THING_PERSON, pattern->people[i])))
			return true;
	return false;
}

/* The first words of an event that are theirs. */
static bool find_own_in(const struct best *best, const struct pattern *pattern, struct ref *hit)
{
	const struct record *record = best->search->record;
	const struct event *event = &record->events[best->event];
	for (uint32_t n = 0; n < event->quote_count; n++) {
		uint32_t quote = event->first_quote + n;
		if (result_has_quote(best->result, quote) && is_by(pattern, record, quote)) {
			*hit = record_ref(THING_QUOTE, quote);
			return true;
		}
	}
	return false;
}

/* Their first words behind a place, or behind the beginning if there are some before it, if they stand
 * near by. */
static bool find_own(struct search *search, const struct pattern *pattern,
	const struct result *result, struct ref from, bool round, struct ref *hit)
{
	struct ref at = *hit;
	bool found = round ? search_find_round(search, pattern, result, from, SEARCH_AT, &at)
			   : search_find(search, pattern, result, from, SEARCH_AT, &at);
	for (int n = 0; found && n < WORDS_HITS; n++) {
		if (at.thing == THING_QUOTE && is_by(pattern, search->record, at.index)) {
			*hit = at;
			return true;
		}
		found = search_find_near(search, pattern, result, at, WORDS_BYTES, &at);
	}
	return false;
}

bool search_best(struct search *search, const struct pattern *pattern, const struct result *result,
	struct ref from, struct ref *hit)
{
	struct best best = {.search = search, .result = result};
	struct ref first;
	uint64_t met = search->met;
	if (from.thing == THING_EVENT)
		best.from = from.index;
	else if (from.thing == THING_QUOTE)
		best.from = search->record->quotes[from.index].event;
	titles_ready(search);
	for (uint32_t i = 0; i < pattern->count; i++)
		consider_titles(&best, &pattern->needles[i]);
	if (pattern->days) {
		best.from = from_first(search->record, best.from, pattern->days);
		search_days_ready(search);
		consider_dates(&best, pattern->days);
	}
	if (pattern->people_count &&
		((best.rank != RANK_NONE && find_own_in(&best, pattern, hit)) ||
			find_own(search, pattern, result, from, false, hit) ||
			find_own(search, pattern, result, from, true, hit)))
		return true;
	if (best.rank != RANK_NONE) {
		*hit = record_ref(THING_EVENT, best.event);
		return true;
	}
	/* Behind `from` first, then from the beginning; what is not spoken only where nothing is. */
	bool found = false;
	for (int n = 0; n < 2; n++) {
		if (!(n ? search_find_round : search_find)(
			    search, pattern, result, from, SEARCH_AT, &first))
			continue;
		*hit = found ? *hit : first;
		found = true;
		if (find_spoken(search, pattern, result, &first)) {
			*hit = first;
			return true;
		}
	}
	if (best.silent_rank != RANK_NONE) {
		*hit = record_ref(THING_EVENT, best.silent);
		return true;
	}
	if (search->met == met)
		search_found_none(search, pattern);
	return found;
}
