/* Folding in the order of the timeline: an event, then its quotations. Names are short and come
 * again and again, so they are folded once and copied. Spaces are squeezed a unit at a time. */
#include "query/search_text.h"

#include "base/memory.h"
#include "base/text.h"
#include "model/query.h"
#include "query/threads.h"

#include <string.h>

static void add(struct search *search, const char *text)
{
	if (!text)
		return;
	text_fold(&search->text, text, strlen(text));
	buf_char(&search->text, '\n');
}

/* ---- names ---- */

static void name_add(struct search *search, const char *name)
{
	if (!name)
		return;
	query_fold(&search->names, name, strlen(name));
	buf_char(&search->names, '\n');
}

static void names_add_all(struct search *search, const char *name, const struct names *aliases)
{
	name_add(search, name);
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		name_add(search, aliases->at[i]);
}

static void thing_names(struct search *search, enum thing kind, uint32_t index)
{
	const struct record *record = search->record;
	switch (kind) {
	case THING_PERSON:
		names_add_all(search, record->people[index].name, record->people[index].aliases);
		return;
	case THING_PARTY:
		names_add_all(search, record->parties[index].name, record->parties[index].aliases);
		return;
	case THING_THEME:
		names_add_all(search, record->themes[index].title, record->themes[index].aliases);
		return;
	default:
		name_add(search, record->sources[index].name);
		name_add(search, record->sources[index].fields[SOURCE_TITLE]);
	}
}

void search_text_names(struct search *search)
{
	static const enum thing kinds[] = {THING_PERSON, THING_PARTY, THING_THEME, THING_SOURCE};
	if (search->named[kinds[0]])
		return;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		uint32_t count = search->record->counts[kinds[k]];
		size_t *starts = mem_alloc((count + (size_t)1) * sizeof *starts);
		for (uint32_t i = 0; i < count; i++) {
			starts[i] = search->names.len;
			thing_names(search, kinds[k], i);
		}
		starts[count] = search->names.len;
		search->named[kinds[k]] = starts;
	}
}

const char *search_text_named(const struct search *search, struct ref ref, const char **end)
{
	const size_t *starts = search->named[ref.thing] + ref.index;
	*end = buf_string(&search->names) + starts[1];
	return buf_string(&search->names) + starts[0];
}

static void add_ref(struct search *search, struct ref ref)
{
	if (search->named[ref.thing]) {
		const char *end, *names = search_text_named(search, ref, &end);
		buf_add(&search->text, names, (size_t)(end - names));
	} else if (ref.thing == THING_EVENT) {
		add(search, search->record->events[ref.index].title);
	}
}

static void add_refs(struct search *search, const struct refs *refs)
{
	for (uint32_t i = 0; refs && i < refs->count; i++)
		add_ref(search, refs->at[i]);
}

/* ---- units ---- */

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

static void unit_end(struct search *search)
{
	query_squeeze(&search->text, search->starts[search->ready]);
	search->starts[++search->ready] = search->text.len;
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
		unit_end(search);
		for (uint32_t i = 0; i < event->quote_count; i++) {
			add_quote(search, &record->quotes[event->first_quote + i]);
			unit_end(search);
		}
	}
}
