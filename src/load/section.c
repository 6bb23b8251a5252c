/* What a thing is its fields say. */
#include "load/section.h"

#include "base/node_row.h"
#include "load/codes.h"
#include "model/form.h"

#include <string.h>

/* How many fields of a mapping the form has. */
static uint32_t fields_of(const struct form *form, const struct node *map)
{
	uint32_t count = 0;
	for (const struct node *at = map->child; at; at = at->next)
		count += form_field_named(form, at->key->text) != NULL;
	return count;
}

const struct form_field *section_missing(
	struct loader *load, const struct form *form, const struct node_item *item)
{
	const struct node *map = item->value;
	const struct form_field *found = NULL;
	const struct form *record = &forms[FORM_RECORD];
	if (!item->key || map->kind != NODE_MAP || !map->count || map->told || fields_of(form, map))
		return NULL;
	for (uint8_t i = 0; i < record->count; i++) {
		const struct form_field *field = &record->fields[i];
		if (field->kind != FIELD_THINGS || !forms[form_thing_kind(field)].keyed ||
			fields_of(&forms[form_thing_kind(field)], map) < map->count)
			continue;
		if (found)
			return NULL;
		found = field;
	}
	if (found && found != load->strayed)
		code_report(load->diags, CODE_UNKNOWN_FIELD, item->key->place,
			"\"%s\" has the fields of %s, which stands below \"%s:\"; put that line "
			"above this, "
			"or move this there",
			item->key->text, forms[form_thing_kind(found)].name, found->name);
	if (found)
		load->strayed = found;
	return found;
}

bool section_wrapped(struct loader *load, const struct form *form, const struct node *map)
{
	const struct node *id = map->kind == NODE_MAP && map->count == 1 && !map->key ? map->child
										      : NULL;
	if (!id || map->flow || id->kind != NODE_MAP || id->flow || strpbrk(id->key->text, " \t") ||
		!form_field_named(form, "id") || form_field_named(form, id->key->text) ||
		!fields_of(form, id))
		return false;
	code_report(load->diags, CODE_WRONG_SHAPE, id->key->place,
		"the id of %s stands behind \"id:\"; write \"%*s- id: %s\", and begin the lines of "
		"its "
		"fields in column %u",
		form->name, (int)id->key->place.column > 2 ? (int)id->key->place.column - 3 : 0, "",
		id->key->text, (unsigned)id->key->place.column);
	return true;
}

bool section_indented(struct loader *load, const struct form *form, const struct node *child)
{
	const struct form_field *field = form_field_named(&forms[FORM_RECORD], child->key->text);
	if (!field || field->kind != FIELD_THINGS || form == &forms[FORM_RECORD] ||
		child->kind != NODE_SCALAR || child->len || !child->plain)
		return false;
	load->strayed = field;
	code_report(load->diags, CODE_UNKNOWN_FIELD, child->key->place,
		"\"%s\" belongs to a record; begin its line in column 1", child->key->text);
	return true;
}

bool section_doubled(struct loader *load, const struct node *item)
{
	const struct node *id = item->kind == NODE_MAP && item->count == 1 ? item->child : NULL;
	if (!id || item->flow || strcmp(id->key->text, "id") != 0 ||
		!diag_wanted(load->diags, DIAG_ERROR, item->place) ||
		!row_is_doubled(load->diags, item->place))
		return false;
	code_report(load->diags, CODE_DUPLICATE_ID, item->place,
		"this line stands twice; delete one of the two");
	return true;
}
