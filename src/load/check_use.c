/* Whoever follows a reference marks the thing it leads to (loader_use); what has no mark is not used. */
#include "load/checks.h"

/* A thing whose id is at fault has that for a problem. */
static bool is_used(const struct loader *load, struct ref ref)
{
	if (ref.index < load->used_capacity[ref.thing] && load->used[ref.thing][ref.index])
		return true;
	const char *id = record_id(load->record, ref);
	struct ref holder = ids_find(&load->ids, id_space((enum thing)ref.thing), id);
	return holder.thing != ref.thing || holder.index != ref.index;
}

void check_use(struct loader *load)
{
	static const struct {
		enum thing thing;
		enum code code;
	} kinds[] = {
		{THING_PARTY, CODE_UNUSED_PARTY},
		{THING_THEME, CODE_UNUSED_THEME},
		{THING_SOURCE, CODE_UNUSED_SOURCE},
		{THING_PERSON, CODE_UNUSED_PERSON},
	};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		enum thing thing = kinds[k].thing;
		for (struct ref ref = {thing, 0}; ref.index < load->record->counts[thing];
			ref.index++)
			if (!is_used(load, ref))
				code_report(load->diags, kinds[k].code, loader_place(load, ref),
					"nothing refers to the %s \"%s\"", loader_kind(ref),
					record_id(load->record, ref));
	}
}
