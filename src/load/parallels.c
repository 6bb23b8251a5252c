/* Counted first, so that each list is one piece of the arena; then filled, in the order of the files. */
#include "load/parallels.h"

#include "base/memory.h"

#include <stdlib.h>

/* The list of a thing that a parallel can name; NULL of any other. */
static const struct refs **list_of(struct record *record, struct ref ref)
{
	if (ref.thing == THING_EVENT && ref.index < record->counts[THING_EVENT])
		return &record->events[ref.index].parallels;
	if (ref.thing == THING_ERA && ref.index < record->counts[THING_ERA])
		return &record->eras[ref.index].parallels;
	return NULL;
}

/* Adds the parallel to the list of the thing, once; a list is made for `room`, all that may come. */
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
