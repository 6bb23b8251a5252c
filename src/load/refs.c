/* The lists of a record are const for everyone who holds it; while it is made they are ours to change. */
#include "load/refs.h"

#include <stdint.h>

struct visit {
	void (*call)(void *context, struct ref *);
	void *context;
};

/* The list without its const: it was allocated writable, in the record's arena. */
static void *writable(const void *list)
{
	return (void *)(uintptr_t)list;
}

static void visit_list(const struct visit *visit, const struct refs *list)
{
	struct refs *refs = writable(list);
	for (uint32_t i = 0; refs && i < refs->count; i++)
		visit->call(visit->context, &refs->at[i]);
}

static void visit_event(const struct visit *visit, struct event *event)
{
	visit_list(visit, event->parties);
	visit_list(visit, event->host);
	visit_list(visit, event->mediator);
	visit_list(visit, event->source);
	visit_list(visit, event->themes);
	visit->call(visit->context, &event->era);
	struct participants *people = writable(event->people);
	for (uint32_t i = 0; people && i < people->count; i++)
		visit->call(visit->context, &people->at[i].person);
	struct positions *positions = writable(event->positions);
	for (uint32_t i = 0; positions && i < positions->count; i++) {
		visit->call(visit->context, &positions->at[i].issue);
		visit->call(visit->context, &positions->at[i].party);
		visit->call(visit->context, &positions->at[i].quote);
		visit->call(visit->context, &positions->at[i].source);
	}
	struct event_more *more = writable(event->more);
	if (more)
		visit->call(visit->context, &more->after);
}

static void visit_quote(const struct visit *visit, struct quote *quote)
{
	visit->call(visit->context, &quote->speaker);
	visit->call(visit->context, &quote->source);
	visit_list(visit, quote->to);
	visit_list(visit, quote->themes);
	visit_list(visit, quote->answers);
	visit_list(visit, quote->about);
	struct attestations *also_in = writable(quote->also_in);
	for (uint32_t i = 0; also_in && i < also_in->count; i++)
		visit->call(visit->context, &also_in->at[i].source);
}

void refs_each(struct record *record, void (*call)(void *context, struct ref *), void *context)
{
	const struct visit visit = {call, context};
	for (uint32_t i = 0; i < record->counts[THING_PERSON]; i++)
		call(context, &record->people[i].party);
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++)
		visit_event(&visit, &record->events[i]);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		visit_quote(&visit, &record->quotes[i]);
	for (uint32_t i = 0; i < record->counts[THING_VIEW]; i++)
		visit_list(&visit, record->views[i].show);
	for (uint32_t i = 0; i < record->counts[THING_PARALLEL]; i++) {
		visit_list(&visit, record->parallels[i].between);
		visit_list(&visit, record->parallels[i].disputed_by);
		call(context, &record->parallels[i].claimed_by);
		call(context, &record->parallels[i].source);
	}
}
