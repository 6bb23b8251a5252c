/* A field that stands under another name, or behind the item and not indented, is not missing. Sets of
 * fields are bits, as the form numbers them. */
#include "load/missing.h"

#include "load/keys.h"

/* "id", "compare" or "scene": those of the set, first what the form has first. */
static void either_names(
	struct buf *names, const struct form *form, uint64_t set, const char *joined)
{
	const struct form_field *of[FORM_FIELDS_MOST];
	uint8_t count = 0;
	for (unsigned flag = FIELD_EITHER; flag <= FIELD_OR; flag <<= 1)
		for (uint8_t i = 0; i < form->count; i++)
			if (form->fields[i].flags & flag && set >> i & 1)
				of[count++] = &form->fields[i];
	for (uint8_t i = 0; i < count; i++)
		buf_format(names, "%s\"%s\"", !i ? "" : i + 1 < count ? ", " : joined, of[i]->name);
}

/* Of the fields of which one must be there: none is, or more than the one that may. */
static void either_report(
	struct loader *load, const struct form *form, uint64_t seen, struct place place)
{
	uint64_t either = load->either[form - forms], given = seen & either;
	if (!either || (given && !(form->alone && given & (given - 1))))
		return;
	struct buf names = {0};
	either_names(&names, form, given ? given : either, given ? " and " : " or ");
	if (!given)
		code_report(load->diags, CODE_MISSING_FIELD, place, "%s needs %s (%s)", form->name,
			form->either, buf_string(&names));
	else
		code_report(load->diags, CODE_SHOWS_TWO, place,
			"%s is one thing, and here are %s: make an entry of each", form->name,
			buf_string(&names));
	buf_free(&names);
}

/* Of the fields from `at` on those that the form has: none, where the mapping round them has all. */
static uint64_t misplaced_find(
	const struct form *form, const struct form *outer, const struct node *at)
{
	uint64_t all = 0;
	bool misplaced = false;
	size_t last = 0, other = 0;
	for (; at; at = at->next) {
		uint64_t bit = field_bit(form, field_named(form, at->key, &last));
		all |= bit;
		misplaced |= bit && !field_named(outer, at->key, &other);
	}
	return misplaced ? all : 0;
}

/* What stands behind a list, not indented, may belong to the last mapping in it, and what follows. */
static uint64_t behind_find(
	const struct loader *load, const struct form *form, const struct node *map)
{
	uint64_t found = 0;
	const struct level *level = load->level;
	for (; level && level->at && (map == level->at || !map->next);
		map = level->map, level = level->outer)
		found |= misplaced_find(form, level->form, level->at->next);
	if (level || !load->behind)
		return found;
	const struct node key = {.text = load->behind}, field = {.key = &key};
	size_t last = 0;
	if (!load->last)
		return found | field_bit(form, field_named(form, &key, &last));
	return misplaced_find(form, &forms[FORM_RECORD], &field) ? UINT64_MAX : found;
}

/* The fields that may be there under names that none has, or in a text that holds what is none of it;
 * a name that is near none may be any. */
static uint64_t meant_find(struct loader *load, const struct form *form, const struct node *map)
{
	uint64_t found = behind_find(load, form, map);
	size_t last = 0;
	for (const struct node *at = map->child; at; at = at->next) {
		if (at->told && at->kind == NODE_SCALAR)
			found = UINT64_MAX;
		if (field_named(form, at->key, &last))
			continue;
		const struct form_field *near = field_near(load, form, at->key->text);
		found |= near ? field_bit(form, near) : UINT64_MAX;
	}
	return found;
}

/* The line of a source to add, by the id of one that was read already, else with the source. */
static void source_example(
	const struct loader *load, const struct form_field *field, struct buf *to)
{
	const struct record *record = load->record;
	if (field->things != THING_BIT(THING_SOURCE))
		return;
	if (record->counts[THING_SOURCE] && *record->sources[0].id)
		buf_format(to, "; add a line with the id of one, as \"%s: %s\"", field->name,
			record->sources[0].id);
	else
		buf_format(to,
			"; add a line with its id, as \"%s: memoirs\", and the source under "
			"\"sources\", as \"  memoirs: {type: book, title: Memoirs}\"",
			field->name);
}

/* What was misspelt is not missing, nor is what could not be read. */
void missing_report(struct loader *load, const struct form *form, const struct node *map,
	uint64_t seen, struct place place)
{
	uint64_t missing = load->needed[form - forms] & ~seen, either = load->either[form - forms];
	if (load->cut || (!missing && (!either || (seen & either && !form->alone))))
		return;
	uint64_t meant = meant_find(load, form, map);
	missing &= ~meant;
	for (uint8_t i = 0; missing && i < form->count; i++) {
		struct buf example = {0};
		if (!(missing >> i & 1))
			continue;
		source_example(load, &form->fields[i], &example);
		code_report(load->diags, CODE_MISSING_FIELD, place, "%s needs %s (\"%s\")%s",
			form->name, form->fields[i].needs, form->fields[i].name,
			buf_string(&example));
		buf_free(&example);
	}
	if (!(meant & either))
		either_report(load, form, seen, place);
}

bool missing_doubt(const struct loader *load, const struct form *form, const struct node *map)
{
	return load->cut || unread_at(load, map->place) || behind_find(load, form, map);
}
