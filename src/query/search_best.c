/* What is meant most likely. Titles are short, so all of them are folded, once, a line each, and
 * looked through at every answer; the words only near by:
 *
 *     0              8       12
 *     signing\n      pact\n  the end of the pact\n       "pact" is event 1 whole, and begins a
 *     event 0        1       2                           word in event 2
 */
#include "query/search_best.h"

#include "base/memory.h"
#include "base/text.h"
#include "model/query.h"
#include "query/search_text.h"

#include <string.h>

enum {
	WORDS_BYTES = 1 << 20, /* of folded text are looked through for words, */
	WORDS_HITS = 200       /* and so many hits */
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
};

/* Events come in order. */
static void consider(struct best *best, uint32_t event, enum rank rank)
{
	bool later = best->event < best->from && event >= best->from;
	if (rank == RANK_NONE || rank < best->rank || (rank == best->rank && !later) ||
		result_row(best->result, event) < 0)
		return;
	best->rank = rank;
	best->event = event;
}

/* ---- titles ---- */

static void titles_ready(struct search *search)
{
	const struct record *record = search->record;
	uint32_t count = record->counts[THING_EVENT];
	if (search->titled)
		return;
	search->titled = mem_alloc((count + (size_t)1) * sizeof *search->titled);
	for (uint32_t n = 0; n < count; n++) {
		const char *title = record->events[n].title;
		search->titled[n] = search->titles.len;
		if (title && !record_hides(record, record_ref(THING_EVENT, n)))
			query_fold(&search->titles, title, strlen(title));
		buf_char(&search->titles, '\n');
	}
	search->titled[count] = search->titles.len;
}

static enum rank rank_in(const char *start, const char *end, const char *at, size_t len)
{
	if (at == start && at + len == end)
		return RANK_TITLE;
	return text_is_word(text_last(start, (size_t)(at - start))) ? RANK_INSIDE : RANK_WORD;
}

static void consider_titles(struct best *best, const struct needle *needle)
{
	const struct search *search = best->search;
	const char *text = buf_string(&search->titles), *end = text + search->titles.len;
	uint32_t event = 0;
	for (const char *at = text; (at = needle_find(needle, at, end)) != NULL;) {
		size_t offset = (size_t)(at - text);
		while (search->titled[event + 1] <= offset)
			event++;
		const char *behind = text + search->titled[event + 1];
		enum rank rank = rank_in(text + search->titled[event], behind - 1, at, needle->len);
		consider(best, event, rank);
		at = rank == RANK_INSIDE ? at + 1 : behind;
	}
}

/* ---- dates ---- */

static bool begins_in(const struct query_span *days, const struct date *date, struct arena *scratch)
{
	const struct query_span *span = query_spans(scratch, date);
	bool begins = false;
	for (; days && span && !begins; days = days->next)
		begins = span->from >= days->from && span->from <= days->to;
	arena_reset(scratch);
	return begins;
}

static void consider_dates(struct best *best, const struct query_span *days)
{
	const struct record *record = best->search->record;
	struct arena scratch = {0};
	for (uint32_t n = 0; days && n < record->counts[THING_EVENT]; n++) {
		const struct date *date = record->events[n].date;
		if (record_hides(record, record_ref(THING_EVENT, n)) ||
			!query_spans_touch(days, date, &scratch))
			continue;
		consider(best, n, begins_in(days, date, &scratch) ? RANK_TITLE : RANK_TOUCHED);
	}
	arena_free(&scratch);
}

/* ---- words ---- */

/* Whether the pattern stands in a quotation's words, or in the name of who speaks. */
static bool is_spoken(struct search *search, const struct pattern *pattern, struct ref hit)
{
	struct search_piece pieces[4];
	if (hit.thing != THING_QUOTE)
		return false;
	uint32_t count = search_pieces(search, pattern, hit, pieces, 4);
	for (uint32_t n = 0; n < count && n < 4; n++) {
		const struct form_field *field = pieces[n].field, *within = pieces[n].within;
		if (!field || strcmp(field->name, "speaker") == 0 ||
			((within ? within : field)->flags & FIELD_WORDS))
			return true;
	}
	return false;
}

/* From a hit on to the first that is spoken near by. */
static bool find_spoken(struct search *search, const struct pattern *pattern,
	const struct result *result, struct ref *hit)
{
	struct ref at = *hit;
	for (int n = 0; n < WORDS_HITS; n++) {
		if (is_spoken(search, pattern, at)) {
			*hit = at;
			return true;
		}
		if (!search_find_near(search, pattern, result, at, WORDS_BYTES, &at))
			return false;
	}
	return false;
}

bool search_best(struct search *search, const struct pattern *pattern, const struct result *result,
	struct ref from, struct ref *hit)
{
	struct best best = {.search = search, .result = result};
	struct ref first;
	if (from.thing == THING_EVENT)
		best.from = from.index;
	else if (from.thing == THING_QUOTE)
		best.from = search->record->quotes[from.index].event;
	titles_ready(search);
	for (uint32_t i = 0; i < pattern->count; i++)
		consider_titles(&best, &pattern->needles[i]);
	consider_dates(&best, pattern->days);
	if (best.rank != RANK_NONE) {
		*hit = record_ref(THING_EVENT, best.event);
		return true;
	}
	/* Behind `from` first, then from the beginning; what is not spoken only where nothing is. */
	const struct ref starts[] = {from, {0}};
	bool found = false;
	for (int n = 0; n < 2; n++) {
		if (!search_find(search, pattern, result, starts[n], SEARCH_AT, &first))
			continue;
		*hit = found ? *hit : first;
		found = true;
		if (find_spoken(search, pattern, result, &first)) {
			*hit = first;
			return true;
		}
	}
	return found;
}
