/* Folding in the order of the timeline: an event, then its quotations. Names are short and come
 * again and again, so they are folded once and copied. Spaces are squeezed a unit at a time. */
#include "query/search_text.h"

#include "base/memory.h"
#include "base/text.h"
#include "model/form.h"
#include "model/query.h"
#include "query/threads.h"

#include <string.h>

static void add(struct search *search, const char *text)
{
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

/* A source is called by its author, and has its title for another name. */
static void thing_names(struct search *search, struct ref ref)
{
	const struct names *aliases = record_aliases(search->record, ref);
	name_add(search, record_name(search->record, ref));
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		name_add(search, aliases->at[i]);
	if (ref.thing == THING_SOURCE)
		name_add(search, search->record->sources[ref.index].fields[SOURCE_TITLE]);
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
			thing_names(search, record_ref(kinds[k], i));
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

/* ---- units ---- */

static void add_field(struct search *, const struct form_field *, const void *member);

/* The fields that are searched, and of what is nested those that are searched there. */
static void add_fields(struct search *search, const struct form *form, const void *thing)
{
	for (uint8_t n = 0; n < form->count; n++) {
		const struct form_field *field = &form->fields[n];
		const void *member = form_member(form, field, thing);
		if (field->flags & FIELD_SEARCHED && form_has(field, member))
			add_field(search, field, member);
	}
}

static void add_field(struct search *search, const struct form_field *field, const void *member)
{
	if (field->kind == FIELD_REF) {
		add_ref(search, *(const struct ref *)member);
	} else if (field->kind == FIELD_REFS) {
		const struct refs *refs = *(const struct refs *const *)member;
		for (uint32_t i = 0; i < refs->count; i++)
			add_ref(search, refs->at[i]);
	} else if (field->kind == FIELD_FORM) {
		add_fields(search, field->form, member);
	} else if (field->kind == FIELD_FORMS) {
		uint32_t count;
		const char *item = form_list(field, member, &count);
		for (; count; count--, item += field->form->size)
			add_fields(search, field->form, item);
	} else {
		add(search, *(const char *const *)member);
	}
}

/* The source of a thesis speaks, though no field says so. */
static void add_quote(struct search *search, const struct quote *quote)
{
	add_fields(search, &forms[THING_QUOTE], quote);
	if (quote->speaker.thing == THING_NONE)
		add_ref(search, threads_voice(quote));
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
		add_fields(search, &forms[THING_EVENT], event);
		unit_end(search);
		for (uint32_t i = 0; i < event->quote_count; i++) {
			add_quote(search, &record->quotes[event->first_quote + i]);
			unit_end(search);
		}
	}
}
