/* A pending reference is looked up once more, now that all ids are known. What is still unknown waits
 * until all the others have been followed (unknown.c), and so does what is known as something else. */
#include "load/finish.h"

#include "base/memory.h"
#include "load/unknown.h"

#include <stdlib.h>
#include <string.h>

struct resolving {
	struct loader *load;
	struct unknowns unknowns;
	bool complete;
};

static void ref_resolve(void *context, const struct form_field *field, struct ref *ref)
{
	struct resolving *resolving = context;
	struct loader *load = resolving->load;
	if (ref->thing != THING_NONE || !ref->index)
		return;
	const struct pending *pending = &load->pending[ref->index - 1];
	struct ref other = {THING_NONE, 0};
	*ref = other;
	for (unsigned space = 0; space < SPACE_COUNT; space++) {
		struct ref found = ids_find(&load->ids, (enum id_space)space, pending->id);
		if (found.thing == THING_NONE)
			continue;
		if (pending->things & THING_BIT(found.thing)) {
			loader_use(load, found);
			*ref = found;
			return;
		}
		other = found;
	}
	if (strcmp(pending->id, "editor") == 0)
		other = (struct ref){THING_EDITOR, 0};
	if (unread_holds(load, pending->id) ||
		(other.thing == THING_NONE && pending->things & load->unread.nameless))
		return;
	if (other.thing != THING_NONE || resolving->complete)
		unknown_add(&resolving->unknowns, (struct unknown){pending, field, other});
}

void resolve_pending(struct loader *load, bool complete)
{
	struct resolving resolving = {.load = load, .complete = complete};
	const struct form_visit visit = {.ref = ref_resolve, .context = &resolving};
	if (load->pending_count)
		form_refs_all(load->record, &visit);
	unknown_report(load, &resolving.unknowns, complete);
}

/* ---- from what is likened to the parallels ---- */

/* The list of a thing that a parallel can name; NULL of any other. */
static const struct refs **list_of(struct record *record, struct ref ref)
{
	if (ref.thing == THING_EVENT && ref.index < record->counts[THING_EVENT])
		return &record->events[ref.index].parallels;
	if (ref.thing == THING_ERA && ref.index < record->counts[THING_ERA])
		return &record->eras[ref.index].parallels;
	return NULL;
}

/* Adds the parallel to the list of the thing, once; a list is made for `room`, all that may
 * come. */
static void list_add(struct record *record, struct ref ref, uint32_t parallel, uint32_t room)
{
	const struct refs **list = list_of(record, ref);
	struct refs *refs;
	if (!list)
		return;
	if (!*list) {
		refs = arena_alloc(&record->arena, 1, sizeof *refs + room * sizeof *refs->at);
		*list = refs;
	} else {
		refs = (struct refs *)(uintptr_t)*list;
	}
	if (!refs->count || refs->at[refs->count - 1].index != parallel)
		refs->at[refs->count++] = record_ref(THING_PARALLEL, parallel);
}

/* Counted first, so that each list is one piece of the arena; then filled, in the order of the
 * files. */
void parallels_spread(struct record *record)
{
	uint32_t count = record->counts[THING_PARALLEL], events = record->counts[THING_EVENT];
	if (!count)
		return;
	uint32_t *room = mem_zero((size_t)events + record->counts[THING_ERA], sizeof *room);
	for (int filling = 0; filling < 2; filling++) {
		for (uint32_t i = 0; i < count; i++) {
			const struct refs *between = record->parallels[i].between;
			for (uint32_t k = 0; between && k < between->count; k++) {
				struct ref ref = between->at[k];
				if (!list_of(record, ref))
					continue;
				uint32_t *need = &room[ref.thing == THING_ERA ? events + ref.index
									      : ref.index];
				if (filling)
					list_add(record, ref, i, *need);
				else
					++*need;
			}
		}
	}
	free(room);
}

/* ---- from renderings to utterances ---- */

/* The first of those joined so far; the way there is shortened for the next. */
static uint32_t first_of(uint32_t *joined, uint32_t quote)
{
	while (joined[quote] != quote)
		quote = joined[quote] = joined[joined[quote]];
	return quote;
}

/* The quotation that another says it is the same as, or none. */
static struct ref same_as(const struct quote *quote)
{
	struct ref none = {THING_NONE, 0};
	return quote->more && quote->more->same_as.thing == THING_QUOTE ? quote->more->same_as
									: none;
}

void utterances_join(struct record *record)
{
	uint32_t count = record->counts[THING_QUOTE], *joined = NULL;
	for (uint32_t i = 0; i < count; i++) {
		struct ref same = same_as(&record->quotes[i]);
		if (same.thing == THING_NONE)
			continue;
		if (!joined) {
			joined = arena_alloc(&record->arena, count, sizeof *joined);
			for (uint32_t n = 0; n < count; n++)
				joined[n] = n;
		}
		uint32_t one = first_of(joined, i), other = first_of(joined, same.index);
		joined[one > other ? one : other] = one < other ? one : other;
	}
	if (!joined)
		return;
	uint32_t *next = arena_alloc(&record->arena, count, sizeof *next);
	for (uint32_t i = 0; i < count; i++)
		next[i] = joined[i] = first_of(joined, i);
	for (uint32_t i = count; i--;) /* each behind the first, before those that came so far */
		if (joined[i] != i) {
			next[i] = next[joined[i]];
			next[joined[i]] = i;
		}
	record->utterances = joined;
	record->renderings = next;
}
