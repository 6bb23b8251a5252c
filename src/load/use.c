/* Whoever follows a reference marks the thing it leads to (loader_use); what has no mark is not
 * used. */
#include "load/finish.h"
#include "load/loader.h"

/* A thing whose id is at fault has that for a problem. */
static bool is_used(const struct loader *load, struct ref ref)
{
	if (loader_used(load, ref))
		return true;
	const char *id = record_id(load->record, ref);
	if (unread_holds(load, id) || load->unread.lost & THING_BIT(ref.thing))
		return true;
	struct ref holder = ids_find(&load->ids, id_space((enum thing)ref.thing), id);
	return holder.thing != ref.thing || holder.index != ref.index;
}

/* Of a bibliography it is told how many are not used, not which. */
static bool is_shelved(struct loader *load, struct ref ref, bool used)
{
	uint32_t file = loader_place(load, ref).file;
	size_t at = 0;
	while (at < load->shelf_count && load->shelves[at].file != file)
		at++;
	if (at == load->shelf_count || ref.thing != THING_SOURCE)
		return false;
	load->shelves[at].count++;
	load->shelves[at].unused += !used;
	return true;
}

static void shelves_tell(struct loader *load)
{
	for (size_t i = 0; i < load->shelf_count; i++) {
		const struct shelf *shelf = &load->shelves[i];
		if (shelf->unused)
			code_report(load->diags, CODE_UNUSED_SOURCE,
				(struct place){.file = shelf->file},
				"nothing refers to %u of its %u sources", shelf->unused,
				shelf->count);
	}
}

void use_check(struct loader *load)
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
			ref.index++) {
			bool used = is_used(load, ref);
			if (!is_shelved(load, ref, used) && !used)
				code_report(load->diags, kinds[k].code, loader_place(load, ref),
					"nothing refers to the %s \"%s\"", form_noun(&forms[thing]),
					record_id(load->record, ref));
		}
	}
	shelves_tell(load);
}
