/* Asked only where a file cannot be read as it stands, so all forms are gone through. */
#include "load/known.h"

#include "model/form.h"

#include <string.h>

static const struct form_field *find(const struct form *form, const char *name, size_t len)
{
	for (size_t i = 0; i < form->count; i++)
		if (strlen(form->fields[i].name) == len &&
			memcmp(form->fields[i].name, name, len) == 0)
			return &form->fields[i];
	return NULL;
}

static bool stands_beside(const char *name, size_t len, const char *beside, size_t beside_len)
{
	for (size_t i = 0; i < FORM_COUNT; i++)
		if (find(&forms[i], name, len) && (!beside || find(&forms[i], beside, beside_len)))
			return true;
	return false;
}

/* Ids, or what may be written as one. */
static bool is_list(const struct form_field *field)
{
	return field->kind == FIELD_REFS || field->kind == FIELD_NAMES ||
		(field->kind == FIELD_FORMS && form_plain(field->form));
}

/* Of a field that takes one id in some items and several in others nothing is known. */
static bool takes_list(const char *name, size_t len)
{
	bool any = false;
	for (size_t i = 0; i < FORM_COUNT; i++) {
		const struct form_field *field = find(&forms[i], name, len);
		if (!field || field->kind == FIELD_THINGS)
			continue;
		if (!is_list(field))
			return false;
		any = true;
	}
	return any;
}

static bool takes_lines(const char *name, size_t len)
{
	for (size_t i = 0; i < FORM_COUNT; i++) {
		const struct form_field *field = find(&forms[i], name, len);
		if (field &&
			(field->kind == FIELD_FORM || field->kind == FIELD_FORMS ||
				field->kind == FIELD_THINGS))
			return true;
	}
	return false;
}

static bool takes_fields(const char *name, size_t len)
{
	for (size_t i = 0; i < FORM_COUNT; i++) {
		const struct form_field *field = find(&forms[i], name, len);
		if (field && (field->kind == FIELD_FORM || field->kind == FIELD_FORMS) &&
			!form_plain(field->form) && !find(field->form, "id", 2))
			return true;
	}
	return false;
}

static struct node_shape shape_of(const struct form_field *field)
{
	const struct form *form = field->form;
	bool keyed;
	switch (field->kind) {
	case FIELD_THINGS:
		form = &forms[form_thing_kind(field)];
		keyed = form->keyed;
		return (struct node_shape){keyed ? TAKES_ENTRIES : TAKES_LIST, form};
	case FIELD_FORM:
		return (struct node_shape){TAKES_MAP, form};
	case FIELD_FORMS:
		return (struct node_shape){TAKES_LIST |
				(field->flags & FIELD_ONE ? TAKES_MAP : 0u) |
				(form_plain(form) ? TAKES_MIXED : 0u),
			form};
	case FIELD_REFS:
	case FIELD_NAMES:
		return (struct node_shape){TAKES_PLAIN | TAKES_LIST, NULL};
	case FIELD_DATE:
	case FIELD_DATE_OS:
		return (struct node_shape){TAKES_PLAIN | TAKES_LIST | TAKES_MAP, NULL};
	default:
		return (struct node_shape){TAKES_PLAIN, NULL};
	}
}

static int field_at(const void *form, const char *name, size_t len, struct node_shape *shape)
{
	const struct form *at = form ? form : &forms[FORM_RECORD];
	const struct form_field *field = find(at, name, len);
	if (!field)
		return -1;
	*shape = shape_of(field);
	return (int)(field - at->fields);
}

const struct node_known known_fields = {.stands_beside = stands_beside,
	.takes_list = takes_list,
	.takes_lines = takes_lines,
	.takes_fields = takes_fields,
	.field = field_at};
