/* Rows are added kind by kind. Words come from the threads and are sorted by their dates; events are
 * walked in the order of the timeline. A role that was said once is found again by sorting: they are
 * in the order of their letters while the first of each is kept, then in that of time. */
#include "query/profile.h"

#include "base/memory.h"
#include "query/waits.h"

#include <stdlib.h>
#include <string.h>

struct making {
	struct threads *threads;
	const struct result *result;
	const struct record *record;
	struct ref of;
	struct profile_row *rows;
	size_t count, capacity;
};

/* When the words were said; of those of which that is not known, when they became known. */
static const struct date *date_of(const struct record *record, const struct quote *quote)
{
	const struct date *said = quote_said(record, quote);
	const struct date *date = said ? said : quote_public(record, quote);
	return date ? date : record->events[quote->event].date;
}

static void row_add(struct making *making, struct profile_row row)
{
	making->rows = mem_grow(
		making->rows, &making->capacity, making->count + 1, sizeof *making->rows);
	making->rows[making->count++] = row;
}

/* Of what is not listed, how much there is: what is not selected, and of that which is what a lesson is
 * still to come to. */
struct left_out {
	uint32_t hidden, to_come;
};

static void left_out_add(struct making *making, enum profile_kind kind, struct left_out left)
{
	if (left.hidden)
		row_add(making, (struct profile_row){.kind = kind, .count = left.hidden});
	if (left.to_come)
		row_add(making,
			(struct profile_row){.kind = kind, .count = left.to_come, .to_come = true});
}

/* Whether words are selected, whether or not they wait. */
static bool is_selected(const struct making *making, uint32_t quote)
{
	struct result result = *making->result;
	result.telling = NULL;
	return result_has_quote(&result, quote);
}

/* ---- words ---- */

struct timed {
	const struct date *date;
	uint32_t quote;
};

static int by_time(const void *a, const void *b)
{
	const struct timed *left = a, *right = b;
	int order = date_compare_ordered(left->date, 0, right->date, 0);
	return order ? order : (left->quote > right->quote) - (left->quote < right->quote);
}

/* The words of a thread; without those whose voice is `but`. */
static void words_add(
	struct making *making, enum profile_kind kind, struct thread thread, struct ref but)
{
	const struct record *record = making->record;
	struct timed *words = mem_zero((size_t)thread.count + 1, sizeof *words);
	struct left_out left = {0};
	uint32_t count = 0;
	for (uint32_t n = 0; n < thread.count; n++) {
		const struct quote *quote = &record->quotes[thread.at[n]];
		if (record_hides(record, record_ref(THING_QUOTE, thread.at[n])) ||
			(but.thing != THING_NONE && ref_same(quote_voice(quote), but)))
			continue;
		if (!is_selected(making, thread.at[n]))
			left.hidden++;
		else if (waits_thing(making->result, record_ref(THING_QUOTE, thread.at[n])))
			left.to_come++;
		else
			words[count++] = (struct timed){date_of(record, quote), thread.at[n]};
	}
	qsort(words, count, sizeof *words, by_time);
	for (uint32_t n = 0; n < count; n++)
		row_add(making,
			(struct profile_row){
				.kind = kind, .to = record_ref(THING_QUOTE, words[n].quote)});
	free(words);
	left_out_add(making, kind, left);
}

/* The sources in which the words stand, in the order of the files. */
static void printed_add(struct making *making, struct thread thread)
{
	const struct record *record = making->record;
	uint32_t sources = record->counts[THING_SOURCE];
	uint32_t *counts = mem_zero((size_t)sources + 1, sizeof *counts);
	uint32_t *later = mem_zero((size_t)sources + 1, sizeof *later);
	struct left_out left = {0};
	for (uint32_t n = 0; n < thread.count; n++) {
		struct ref source = record->quotes[thread.at[n]].source;
		bool waits = waits_thing(making->result, record_ref(THING_QUOTE, thread.at[n]));
		if (source.thing == THING_SOURCE && !ref_same(source, making->of))
			(waits ? later : counts)[source.index]++;
	}
	for (uint32_t n = 0; n < sources; n++)
		if (counts[n] && !record_hides(record, record_ref(THING_SOURCE, n)))
			row_add(making,
				(struct profile_row){.kind = PROFILE_PRINTED,
					.to = record_ref(THING_SOURCE, n),
					.count = counts[n]});
		else
			left.to_come += later[n] > 0;
	left_out_add(making, PROFILE_PRINTED, left);
	free(later);
	free(counts);
}

/* ---- events ---- */

/* Whether one was at an event, and as what, where that is said. */
static bool takes_part(const struct event *event, struct ref of, const char **role)
{
	*role = NULL;
	for (uint32_t n = 0; event->people && n < event->people->count; n++)
		if (ref_same(event->people->at[n].person, of)) {
			*role = event->people->at[n].role;
			return true;
		}
	bool host = refs_has(event->host, of), mediator = refs_has(event->mediator, of);
	if (host || mediator)
		*role = host ? "host" : "mediator";
	return host || mediator || refs_has(event->parties, of);
}

static void parts_add(struct making *making)
{
	const struct record *record = making->record;
	struct left_out left = {0};
	for (uint32_t n = 0; n < record->counts[THING_EVENT]; n++) {
		struct ref event = record_ref(THING_EVENT, n);
		const char *role;
		if (record_hides(record, event) ||
			!takes_part(&record->events[n], making->of, &role))
			continue;
		if (result_row(making->result, n) < 0)
			left.hidden++;
		else if (waits_thing(making->result, event))
			left.to_come++;
		else
			row_add(making,
				(struct profile_row){
					.kind = PROFILE_PART, .to = event, .role = role});
	}
	left_out_add(making, PROFILE_PART, left);
}

/* ---- roles ---- */

struct titled {
	const char *role;
	const struct date *date;
	struct ref where;
};

static int by_date(const void *a, const void *b)
{
	const struct titled *left = a, *right = b;
	int order = date_compare_ordered(left->date, 0, right->date, 0);
	if (!order)
		order = (left->where.thing > right->where.thing) -
			(left->where.thing < right->where.thing);
	return order ? order
		     : (left->where.index > right->where.index) -
			(left->where.index < right->where.index);
}

static int by_role(const void *a, const void *b)
{
	const struct titled *left = a, *right = b;
	int order = strcmp(left->role, right->role);
	return order ? order : by_date(a, b);
}

/* All that gives them a role, in any order; caller frees. */
static struct titled *roles_find(struct making *making, struct thread thread, size_t *count)
{
	const struct record *record = making->record;
	uint32_t events = making->of.thing == THING_PERSON ? record->counts[THING_EVENT] : 0;
	struct titled *roles = mem_zero((size_t)thread.count + events + 1, sizeof *roles);
	*count = 0;
	for (uint32_t n = 0; n < thread.count; n++) {
		const struct quote *quote = &record->quotes[thread.at[n]];
		struct ref ref = record_ref(THING_QUOTE, thread.at[n]);
		if (quote->role && !record_hides(record, ref))
			roles[(*count)++] = (struct titled){
				quote->role, date_of(record, quote), ref};
	}
	for (uint32_t n = 0; n < events; n++) {
		const struct event *event = &record->events[n];
		for (uint32_t k = 0; event->people && k < event->people->count; k++) {
			const struct participant *one = &event->people->at[k];
			if (!one->role || !ref_same(one->person, making->of) ||
				record_hides(record, record_ref(THING_EVENT, n)))
				continue;
			roles[(*count)++] = (struct titled){
				one->role, event->date, record_ref(THING_EVENT, n)};
			break;
		}
	}
	return roles;
}

static void roles_add(struct making *making, struct thread thread)
{
	size_t count, kept = 0;
	struct left_out left = {0};
	struct titled *roles = roles_find(making, thread, &count);
	qsort(roles, count, sizeof *roles, by_role);
	for (size_t n = 0; n < count; n++)
		if (!kept || strcmp(roles[n].role, roles[kept - 1].role) != 0)
			roles[kept++] = roles[n];
	qsort(roles, kept, sizeof *roles, by_date);
	for (size_t n = 0; n < kept; n++)
		if (waits_thing(making->result, roles[n].where))
			left.to_come++;
		else
			row_add(making,
				(struct profile_row){.kind = PROFILE_ROLE,
					.to = roles[n].where,
					.role = roles[n].role});
	left_out_add(making, PROFILE_ROLE, left);
	free(roles);
}

/* ---- who was at an event ---- */

struct guests {
	struct making *making;
	uint8_t *seen[THING_COUNT];
};

static void guest_add(
	struct guests *guests, enum profile_kind kind, struct ref who, const char *role)
{
	if (who.thing == THING_NONE || !guests->seen[who.thing] ||
		guests->seen[who.thing][who.index] || record_hides(guests->making->record, who))
		return;
	guests->seen[who.thing][who.index] = 1;
	row_add(guests->making, (struct profile_row){.kind = kind, .to = who, .role = role});
}

static void guests_add(struct guests *guests, enum profile_kind kind, const struct refs *refs)
{
	for (uint32_t n = 0; refs && n < refs->count; n++)
		guest_add(guests, kind, refs->at[n], NULL);
}

/* Of words to come no more is said than how many there are. */
static void speakers_add(struct guests *guests, const struct event *event)
{
	const struct making *making = guests->making;
	struct left_out left = {0};
	for (uint32_t n = 0; n < result_quote_count(making->result, event); n++) {
		const struct quote *quote = result_quote(making->result, event, n);
		struct ref ref = record_ref(THING_QUOTE, record_quote_index(making->record, quote));
		if (waits_thing(making->result, ref))
			left.to_come++;
		else
			guest_add(guests, PROFILE_SPEAKS, quote_voice(quote), NULL);
	}
	left_out_add(guests->making, PROFILE_SPEAKS, left);
}

static void event_make(struct making *making)
{
	static const enum thing things[] = {THING_PERSON, THING_PARTY, THING_SOURCE};
	enum { THINGS = sizeof things / sizeof *things };
	const struct record *record = making->record;
	const struct event *event = &record->events[making->of.index];
	struct guests guests = {.making = making};
	for (size_t n = 0; n < THINGS; n++)
		guests.seen[things[n]] = mem_zero((size_t)record->counts[things[n]] + 1, 1);
	bool waits = result_people_wait(making->result, event);
	for (uint32_t n = 0; !waits && event->people && n < event->people->count; n++)
		guest_add(&guests, PROFILE_PRESENT, event->people->at[n].person,
			event->people->at[n].role);
	left_out_add(making, PROFILE_PRESENT,
		(struct left_out){.to_come = waits ? event->people->count : 0});
	speakers_add(&guests, event);
	guests_add(&guests, PROFILE_HOST, event->host);
	guests_add(&guests, PROFILE_MEDIATOR, event->mediator);
	guests_add(&guests, PROFILE_SIDE, event->parties);
	for (size_t n = 0; n < THINGS; n++)
		free(guests.seen[things[n]]);
}

/* ---- all of it ---- */

static void people_add(struct making *making)
{
	const struct record *record = making->record;
	struct left_out left = {0};
	for (uint32_t n = 0; n < record->counts[THING_PERSON]; n++) {
		struct ref person = record_ref(THING_PERSON, n);
		if (!ref_same(record->people[n].party, making->of) || record_hides(record, person))
			continue;
		if (waits_thing(making->result, person))
			left.to_come++;
		else
			row_add(making, (struct profile_row){.kind = PROFILE_PEOPLE, .to = person});
	}
	left_out_add(making, PROFILE_PEOPLE, left);
}

static void voice_make(struct making *making)
{
	static const struct ref nobody;
	struct ref of = making->of;
	struct thread own = threads_of_voice(making->threads, of);
	if (of.thing == THING_PERSON)
		roles_add(making, own);
	words_add(making, PROFILE_SAYS, own, nobody);
	if (of.thing == THING_SOURCE) {
		words_add(making, PROFILE_PRINTS, threads_of_source(making->threads, of.index), of);
		return;
	}
	if (of.thing == THING_PARTY) {
		roles_add(making, own);
		people_add(making);
	}
	parts_add(making);
	words_add(making, PROFILE_SPOKEN_OF, threads_about(making->threads, of), nobody);
	printed_add(making, own);
}

struct profile *profile_make(struct threads *threads, const struct result *result, struct ref of)
{
	struct making making = {
		.threads = threads, .result = result, .record = result->record, .of = of};
	struct profile *profile = mem_zero(1, sizeof *profile);
	if (of.thing == THING_EVENT)
		event_make(&making);
	else
		voice_make(&making);
	profile->of = of;
	profile->count = (uint32_t)making.count;
	profile->rows = arena_copy(&profile->arena, making.rows, making.count, sizeof *making.rows);
	free(making.rows);
	return profile;
}

void profile_free(struct profile *profile)
{
	if (profile)
		arena_free(&profile->arena);
	free(profile);
}
