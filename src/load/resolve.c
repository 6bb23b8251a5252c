/* A pending reference is looked up once more, now that all ids are known. What is still unknown gets the
 * nearest id of the right kind, or the id of the thing that goes by that name; what is known
 * as something else is an error of its own. */
#include "load/resolve.h"

#include "base/suggest.h"

#include <string.h>

static enum code unknown_code(unsigned things)
{
	static const struct {
		enum thing thing;
		enum code code;
	} order[] = {
		{THING_PERSON, CODE_UNKNOWN_PERSON}, /* and whoever else may speak */
		{THING_EVENT, CODE_UNKNOWN_EVENT},   /* and eras or quotations beside it */
		{THING_QUOTE, CODE_UNKNOWN_QUOTATION},
		{THING_ERA, CODE_UNKNOWN_ERA},
		{THING_PARTY, CODE_UNKNOWN_PARTY},
		{THING_THEME, CODE_UNKNOWN_THEME},
	};
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		if (things & THING_BIT(order[i].thing))
			return order[i].code;
	return CODE_UNKNOWN_SOURCE;
}

static bool goes_by(const struct record *record, struct ref ref, const char *word)
{
	const struct form *form = &forms[ref.thing];
	if (ref.thing == THING_EVENT || ref.thing == THING_QUOTE || ref.thing == THING_PARALLEL)
		return false;
	if (strcmp(record_name(record, ref), word) == 0)
		return true;
	for (uint8_t i = 0; i < form->count; i++) {
		if (form->fields[i].kind != FIELD_NAMES)
			continue;
		const struct names *const *names = form_member(
			form, &form->fields[i], form_thing(record, ref));
		for (uint32_t k = 0; names && *names && k < (*names)->count; k++)
			if (strcmp((*names)->at[k], word) == 0)
				return true;
	}
	return false;
}

/* What may have been meant, or none. */
static struct ref nearest(const struct loader *load, const struct pending *pending)
{
	struct ref best = {THING_NONE, 0};
	struct suggest suggest;
	suggest_start(&suggest, pending->id);
	if (pending->things & THING_BIT(THING_EDITOR) && suggest_feed(&suggest, "editor"))
		best = record_ref(THING_EDITOR, 0);
	for (unsigned thing = THING_ERA; thing <= THING_PARALLEL; thing++) {
		if (!(pending->things & THING_BIT(thing)))
			continue;
		for (struct ref ref = record_ref((enum thing)thing, 0);
			ref.index < load->record->counts[thing]; ref.index++) {
			const char *id = record_id(load->record, ref);
			if (!id || !*id)
				continue;
			if (goes_by(load->record, ref, pending->id))
				return ref;
			if (suggest_feed(&suggest, id))
				best = ref;
		}
	}
	return best;
}

static void unknown_report(struct loader *load, const struct pending *pending)
{
	struct ref near = {THING_NONE, 0};
	struct buf hint = {0};
	if (diag_wanted(load->diags, DIAG_ERROR, pending->place))
		near = nearest(load, pending);
	const char *kind = loader_kinds(load, pending->things);
	if (near.thing != THING_NONE)
		buf_format(&hint, "; did you mean \"%s\"?", record_id(load->record, near));
	if (near.thing != THING_NONE && near.thing != THING_EDITOR) {
		kind = loader_kind(near);
		buf_text(&hint, " (");
		loader_where(load, pending->place, loader_place(load, near), &hint);
		buf_char(&hint, ')');
	}
	code_report(load->diags, unknown_code(pending->things), pending->place, "no %s \"%s\"%s",
		kind, pending->id, buf_string(&hint));
	buf_free(&hint);
}

static const char *article(const char *word)
{
	return strchr("aeiou", *word) ? "an" : "a";
}

static void wrong_report(struct loader *load, const struct pending *pending, struct ref other)
{
	const char *kind = loader_kind(other), *kinds = loader_kinds(load, pending->things);
	struct buf is = {0};
	if (other.thing == THING_EDITOR) {
		buf_text(&is, "whoever wrote the file");
	} else {
		buf_format(&is, "%s %s (", article(kind), kind);
		loader_where(load, pending->place, loader_place(load, other), &is);
		buf_char(&is, ')');
	}
	code_report(load->diags, CODE_WRONG_KIND, pending->place,
		"\"%s\" is %s; here belongs %s %s", pending->id, buf_string(&is), article(kinds),
		kinds);
	buf_free(&is);
}

struct resolving {
	struct loader *load;
	bool complete;
};

static void ref_resolve(void *context, const struct form_field *field, struct ref *ref)
{
	(void)field;
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
	if (other.thing != THING_NONE)
		wrong_report(load, pending, other);
	else if (resolving->complete)
		unknown_report(load, pending);
}

void resolve_pending(struct loader *load, bool complete)
{
	struct resolving resolving = {load, complete};
	const struct form_visit visit = {.ref = ref_resolve, .context = &resolving};
	if (load->pending_count)
		form_refs_all(load->record, &visit);
}
