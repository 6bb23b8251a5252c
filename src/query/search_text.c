/* Folding in the order of the timeline: an event, then its quotations. Names are short and come again and again, so
 * those of people are folded once and copied. */
#include "query/search_text.h"

#include "base/memory.h"
#include "model/query.h"
#include "query/threads.h"

#include <string.h>

static void add(struct search *search, const char *text)
{
	if (!text)
		return;
	query_fold(&search->text, text, strlen(text));
	buf_char(&search->text, '\n');
}

static void add_names(struct search *search, const char *name, const struct names *aliases)
{
	add(search, name);
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		add(search, aliases->at[i]);
}

void search_text_names(struct search *search)
{
	const struct record *record = search->record;
	uint32_t count = record->counts[THING_PERSON];
	if (search->people)
		return;
	search->people = mem_alloc((count + (size_t)1) * sizeof *search->people);
	struct buf text = search->text; /* lent to the names */
	search->text = (struct buf){0};
	for (uint32_t i = 0; i < count; i++) {
		search->people[i] = search->text.len;
		add_names(search, record->people[i].name, record->people[i].aliases);
	}
	search->people[count] = search->text.len;
	search->names = search->text;
	search->text = text;
}

static void add_ref(struct search *search, struct ref ref)
{
	const struct record *record = search->record;
	switch ((enum thing)ref.thing) {
	case THING_PERSON: {
		size_t from = search->people[ref.index], to = search->people[ref.index + 1];
		buf_add(&search->text, search->names.text + from, to - from);
		return;
	}
	case THING_PARTY:
		add_names(search, record->parties[ref.index].name,
			record->parties[ref.index].aliases);
		return;
	case THING_THEME:
		add_names(
			search, record->themes[ref.index].title, record->themes[ref.index].aliases);
		return;
	case THING_SOURCE:
		add(search, record->sources[ref.index].name);
		add(search, record->sources[ref.index].fields[SOURCE_TITLE]);
		return;
	case THING_EVENT:
		add(search, record_name(record, ref));
		return;
	default:
		return;
	}
}

static void add_refs(struct search *search, const struct refs *refs)
{
	for (uint32_t i = 0; refs && i < refs->count; i++)
		add_ref(search, refs->at[i]);
}

static void add_event(struct search *search, const struct event *event)
{
	add(search, event->title);
	add(search, event->location);
	add(search, event->summary);
	add(search, event->outcome);
	if (event->more) {
		add(search, event->more->date_text);
		add(search, event->more->duration);
		add(search, event->more->note);
	}
	add_refs(search, event->parties);
	add_refs(search, event->host);
	add_refs(search, event->mediator);
	add_refs(search, event->themes);
	for (uint32_t i = 0; event->people && i < event->people->count; i++) {
		add_ref(search, event->people->at[i].person);
		add(search, event->people->at[i].role);
	}
	for (uint32_t i = 0; event->positions && i < event->positions->count; i++)
		add(search, event->positions->at[i].text);
}

static void add_words(struct search *search, const struct quote *quote)
{
	const struct quote_more *more = quote->more;
	if (!more) {
		add(search, quote->text);
		return;
	}
	add(search, more->prefix);
	add(search, quote->text);
	add(search, more->suffix);
	add(search, more->original);
	add(search, more->translator);
}

static void add_quote(struct search *search, const struct quote *quote)
{
	add_words(search, quote);
	add_ref(search, threads_voice(quote));
	add(search, quote->role);
	add(search, quote->note);
	for (uint32_t i = 0; quote->also_in && i < quote->also_in->count; i++) {
		add(search, quote->also_in->at[i].text);
		add(search, quote->also_in->at[i].note);
	}
	add_refs(search, quote->to);
	add_refs(search, quote->about);
	add_refs(search, quote->themes);
}

void search_text_ready(struct search *search, uint32_t unit)
{
	const struct record *record = search->record;
	if (unit < search->ready || search->ready == search->count)
		return;
	if (!search->starts) {
		search->starts = mem_alloc((search->count + (size_t)1) * sizeof *search->starts);
		search->starts[0] = 0;
	}
	search_text_names(search);
	while (search->ready <= unit && search->ready < search->count) {
		const struct event *event = &record->events[search->event++];
		add_event(search, event);
		search->starts[++search->ready] = search->text.len;
		for (uint32_t i = 0; i < event->quote_count; i++) {
			add_quote(search, &record->quotes[event->first_quote + i]);
			search->starts[++search->ready] = search->text.len;
		}
	}
}
