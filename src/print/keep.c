/* One pass over what is selected marks what it refers to, a bit for each thing; what is marked
 * brings what it refers to itself, as people bring their parties. Views and parallels are looked at
 * last, since they stay only when what they show or liken does, and then bring whoever else they
 * name. */
#include "print/keep.h"

#include "base/bits.h"
#include "base/memory.h"

#include <stdlib.h>

static void mark(void *context, const struct form_field *field, struct ref *ref);

static bool enters(void *context, const struct form *form, const void *item)
{
	return keep_says(context, form, item);
}

static void mark_refs(struct keep *keep, const struct form *form, const void *thing)
{
	const struct form_visit visit = {.ref = mark, .enters = enters, .context = keep};
	form_refs(form, thing, &visit);
}

/* What a parallel likens decides whether it stays, and is not kept for its sake. */
static void mark(void *context, const struct form_field *field, struct ref *ref)
{
	struct keep *keep = context;
	uint8_t *bits = keep->bits[ref->thing];
	if (!bits || field->flags & FIELD_TWO || bit_get(bits, ref->index))
		return;
	bit_set(bits, ref->index);
	mark_refs(keep, &forms[ref->thing], form_thing(keep->result->record, *ref));
}

static void mark_event(struct keep *keep, const struct event *event)
{
	mark_refs(keep, &forms[THING_EVENT], event);
	uint32_t count = result_quote_count(keep->result, event);
	for (uint32_t n = 0; n < count; n++)
		mark_refs(keep, &forms[THING_QUOTE], result_quote(keep->result, event, n));
}

static void renderings_find(struct keep *keep)
{
	const uint32_t whole = UINT32_MAX, cut = UINT32_MAX - 1;
	const struct record *record = keep->result->record;
	uint32_t count = record->counts[THING_QUOTE], *renderings = NULL;
	if (!record->utterances)
		return;
	renderings = mem_alloc(count * sizeof *renderings);
	for (uint32_t n = 0; n < count; n++)
		renderings[n] = whole;
	for (uint32_t n = 0; n < count; n++)
		if (!result_has_quote(keep->result, n))
			renderings[record->utterances[n]] = cut;
	for (uint32_t n = 0; n < count; n++) {
		uint32_t *first = &renderings[record->utterances[n]];
		if (*first == cut && result_has_quote(keep->result, n))
			*first = n;
	}
	keep->renderings = renderings;
}

void keep_begin(struct keep *keep, const struct result *result)
{
	static const enum thing named[] = {
		THING_ERA, THING_PARTY, THING_THEME, THING_SOURCE, THING_PERSON};
	static const enum thing last[] = {THING_VIEW, THING_PARALLEL};
	const struct record *record = result->record;
	*keep = (struct keep){.result = result};
	if (!result->events && !result->quotes && !record->whole)
		return;
	for (size_t n = 0; n < sizeof named / sizeof *named; n++)
		keep->bits[named[n]] = mem_zero(bits_size(record->counts[named[n]]), 1);
	renderings_find(keep);
	for (uint32_t row = 0; row < result->event_count; row++)
		mark_event(keep, result_event(result, row));
	for (size_t n = 0; n < sizeof last / sizeof *last; n++)
		for (struct ref ref = {last[n], 0}; ref.index < record->counts[last[n]];
			ref.index++) {
			const void *thing = form_thing(record, ref);
			if (!record_hides(record, ref) && keep_says(keep, &forms[last[n]], thing))
				mark_refs(keep, &forms[last[n]], thing);
		}
}

void keep_free(struct keep *keep)
{
	for (int thing = 0; thing < THING_COUNT; thing++)
		free(keep->bits[thing]);
	free(keep->renderings);
	*keep = (struct keep){0};
}

bool keep_has(const struct keep *keep, struct ref ref)
{
	const struct result *result = keep->result;
	switch (ref.thing) {
	case THING_NONE:
		return false;
	case THING_EVENT:
		return result_row(result, ref.index) >= 0;
	case THING_QUOTE:
		return result_has_quote(result, ref.index);
	default:
		return !record_hides(result->record, ref) &&
			(!keep->bits[ref.thing] || bit_get(keep->bits[ref.thing], ref.index));
	}
}

struct ref keep_same_as(const struct keep *keep, uint32_t quote)
{
	const struct record *record = keep->result->record;
	const struct quote_more *more = record->quotes[quote].more;
	uint32_t first = keep->renderings ? keep->renderings[quote_utterance(record, quote)]
					  : UINT32_MAX;
	if (first == UINT32_MAX)
		return more ? more->same_as : record_ref(THING_NONE, 0);
	return first == quote ? record_ref(THING_NONE, 0) : record_ref(THING_QUOTE, first);
}

uint32_t keep_count(const struct keep *keep, const struct refs *refs)
{
	uint32_t count = 0;
	for (uint32_t n = 0; refs && n < refs->count; n++)
		count += keep_has(keep, refs->at[n]);
	return count;
}

/* Whether of a plan's list something is left that it names; scenes are no plan without what they
 * were about. */
static bool plan_is_left(const struct keep *keep, const struct view *view)
{
	bool left = !view_names(view);
	for (uint32_t n = 0; !left && n < view->show->count; n++)
		left = !view->show->at[n].scene &&
			keep_says(keep, &forms[FORM_STEP], &view->show->at[n]);
	return left;
}

/* Whether the selection leaves the field: it takes away events and quotations, and brings all
 * else. */
static bool is_left(const struct keep *keep, const struct form *form,
	const struct form_field *field, const void *thing)
{
	const unsigned taken = THING_BIT(THING_EVENT) | THING_BIT(THING_QUOTE);
	const void *member = form_member(form, field, thing);
	if (!form_has(field, member))
		return false;
	if (field->form == &forms[FORM_STEP])
		return plan_is_left(keep, thing);
	if (!(field->things & taken))
		return true;
	return field->kind == FIELD_REF ? keep_has(keep, *(const struct ref *)member)
					: keep_count(keep, *(const struct refs *const *)member) > 0;
}

bool keep_says(const struct keep *keep, const struct form *form, const void *thing)
{
	bool says = !form->either;
	for (uint8_t i = 0; i < form->count; i++) {
		const struct form_field *field = &form->fields[i];
		const void *member = form_member(form, field, thing);
		if (field->flags & FIELD_TWO && form_has(field, member) &&
			keep_count(keep, *(const struct refs *const *)member) < 2)
			return false;
		if (!says && field->flags & (FIELD_EITHER | FIELD_OR))
			says = is_left(keep, form, field, thing);
	}
	return says;
}
