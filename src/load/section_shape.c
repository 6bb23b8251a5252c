#include "load/section_shape.h"

#include "load/codes.h"
#include "load/shapes.h"

#include <string.h>

/* The first line of what stands in the place of a list is shown as it is to be written. */
static void list_report(struct loader *load, const char *name, const char *what,
	const struct node *key, const struct node *value)
{
	bool shown = key && value->kind == NODE_SCALAR && value->plain && key->place.column > 2 &&
		value->place.line == key->place.line && value->len < 40;
	if (shape_row(load, value) || shape_keyed(load, name, key, value))
		return;
	if (shown)
		code_report(load->diags, CODE_WRONG_SHAPE, key->place,
			"\"%s\" is a list: each line that begins %s has \"- \" before it; write "
			"\"%*s- %s: %s\"",
			name, what, (int)key->place.column - 3, "", key->text, value->text);
	else
		code_report(load->diags, CODE_WRONG_SHAPE, value->place,
			"\"%s\" is a list: each line that begins %s has \"- \" before it", name,
			what);
}

/* The id of an item of what should be no list is shown as it is to be written. */
static void mapping_report(
	struct loader *load, const char *name, const char *what, const struct node *value)
{
	const struct node *id = value->kind == NODE_MAP ? value->child : NULL;
	int column = (int)value->place.column;
	while (id && strcmp(id->key->text, "id") != 0)
		id = id->next;
	if (!id && value->kind == NODE_MAP && !value->flow && value->child &&
		value->child->key->len < 40 && column > 2)
		code_report(load->diags, CODE_WRONG_SHAPE, value->place,
			"\"%s\" is no list: no hyphen stands before the id of %s; begin this line "
			"with "
			"\"%*s%s:\", and so each with an id below",
			name, what, column - 3, "", value->child->key->text);
	else if (!id || id->kind != NODE_SCALAR || !id->len || id->len > 40)
		code_report(load->diags, CODE_WRONG_SHAPE, value->place,
			"\"%s\" is a mapping: each line below it begins with the id of %s and a "
			"colon",
			name, what);
	else if (value->flow && !id->key->plain)
		code_report(load->diags, CODE_WRONG_SHAPE, value->place,
			"\"%s\" is no list, and stands in braces, not in brackets; write \"\"%s\": "
			"{\" in "
			"the place of \"{\"id\": \"%s\",\", and so for each",
			name, id->text, id->text);
	else if (value->flow)
		code_report(load->diags, CODE_WRONG_SHAPE, value->place,
			"\"%s\" is no list; write \"%s:\" before the brace in the place of the "
			"hyphen, and take \"id: %s\" out of the braces; and so for each below",
			name, id->text, id->text);
	else if (id == value->child)
		code_report(load->diags, CODE_WRONG_SHAPE, value->place,
			"\"%s\" is no list; write this line as \"%*s%s:\", and so each with an id "
			"below",
			name, column > 4 ? column - 3 : 1, "", id->text);
	else
		code_report(load->diags, CODE_WRONG_SHAPE, value->place,
			"\"%s\" is no list; write \"%*s%s:\" above this line, a space in the place "
			"of its hyphen, and delete \"id: %s\"; and so for each below",
			name, column > 4 ? column - 3 : 1, "", id->text, id->text);
}

void section_shape_report(
	struct loader *load, const struct node_item *item, const struct form *form)
{
	const char *name = item->section->text;
	if (item->index)
		return;
	if (form->keyed)
		mapping_report(load, name, form->name, item->value);
	else
		list_report(load, name, form->name, item->key, item->value);
}

const char *section_example(const char *name)
{
	static const char *const lines[][2] = {{"eras", "  war: {title: The war, date: 1861/1865}"},
		{"parties", "  union: {name: United States}"},
		{"people", "  lee: {name: Robert E. Lee}"}, {"themes", "  peace: {title: Peace}"},
		{"sources", "  letters: {type: book, title: Official Records}"},
		{"events", "  - {id: letter, date: 1865-04-07, title: A letter}"},
		{"views", "  lesson: {title: A lesson, show: [letter]}"},
		{"parallels",
			"  - {between: [letter, reply], claimed_by: editor, claim: Both ask}"}};
	for (size_t n = 0; n < sizeof lines / sizeof *lines; n++)
		if (!strcmp(lines[n][0], name))
			return lines[n][1];
	return NULL;
}
