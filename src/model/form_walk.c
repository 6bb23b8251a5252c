/* How to go by the tables of the form. A struct's member is found by its offset; what few things have
 * stands in a struct of its own, one pointer away. */
#include "model/form.h"

#include <string.h>

/* A pointer that stands at an address. */
static const void *pointer_at(const void *at)
{
	const void *pointer;
	memcpy(&pointer, at, sizeof pointer);
	return pointer;
}

bool form_has(const struct form_field *field, const void *member)
{
	if (!member)
		return false;
	switch ((enum form_kind)field->kind) {
	case FIELD_INTEGER:
		return *(const int64_t *)member != 0;
	case FIELD_WORD:
	case FIELD_TRUTH:
		return *(const uint8_t *)member != 0;
	case FIELD_REF:
		return ((const struct ref *)member)->thing != THING_NONE;
	case FIELD_FORM:
		for (uint8_t i = 0; i < field->form->count; i++)
			if (form_has(&field->form->fields[i],
				    form_member(field->form, &field->form->fields[i], member)))
				return true;
		return false;
	case FIELD_THINGS:
		return false;
	default:
		return pointer_at(member) != NULL;
	}
}

const struct form_field *form_field_named(const struct form *form, const char *name)
{
	for (uint8_t i = 0; i < form->count; i++)
		if (strcmp(form->fields[i].name, name) == 0)
			return &form->fields[i];
	return NULL;
}

const struct form_field *form_plain(const struct form *form)
{
	for (uint8_t i = 0; i < form->count; i++)
		if (form->fields[i].flags & FIELD_PLAIN && !form->fields[i].words)
			return &form->fields[i];
	return NULL;
}

const struct form_field *form_plain_word(const struct form *form)
{
	for (uint8_t i = 0; i < form->count; i++)
		if (form->fields[i].flags & FIELD_PLAIN && form->fields[i].words)
			return &form->fields[i];
	return NULL;
}

const struct form_field *form_plain_of(const struct form *form, const char *text)
{
	const struct form_field *word = form_plain_word(form);
	for (uint8_t i = 0; word && i < word->words->count; i++)
		if (*word->words->at[i] && strcmp(word->words->at[i], text) == 0)
			return word;
	return form_plain(form);
}

enum thing form_thing_kind(const struct form_field *field)
{
	int thing = THING_NONE;
	while (!(field->things >> thing & 1))
		thing++;
	return (enum thing)thing;
}

const char *form_section(const struct form *form)
{
	const struct form *record = &forms[FORM_RECORD];
	for (uint8_t i = 0; i < record->count; i++)
		if (record->fields[i].kind == FIELD_THINGS &&
			&forms[form_thing_kind(&record->fields[i])] == form)
			return record->fields[i].name;
	return NULL;
}

const char *form_list(const struct form_field *field, const void *member, uint32_t *count)
{
	const char *list = pointer_at(member);
	*count = list ? *(const uint32_t *)(const void *)list : 0;
	return list ? list + field->form->list : NULL;
}

/* ---- things ---- */

void *form_things(const struct record *record, enum thing thing)
{
	void *items;
	memcpy(&items, (const char *)record + forms[thing].items, sizeof items);
	return items;
}

void form_things_set(struct record *record, enum thing thing, void *items)
{
	memcpy((char *)record + forms[thing].items, &items, sizeof items);
}

const void *form_thing(const struct record *record, struct ref ref)
{
	const char *items = form_things(record, (enum thing)ref.thing);
	return items + (size_t)ref.index * forms[ref.thing].size;
}

/* ---- references ---- */

static bool holds_refs(const struct form_field *field)
{
	return field->kind == FIELD_REF || field->kind == FIELD_REFS || field->form;
}

/* The lists of a record are const for whoever holds it; they were allocated to be written. */
static struct ref *writable(const struct ref *ref)
{
	return (struct ref *)(uintptr_t)ref;
}

static void member_refs(
	const struct form_field *field, const void *member, const struct form_visit *visit)
{
	if (field->kind == FIELD_REF) {
		visit->ref(visit->context, field, writable(member));
	} else if (field->kind == FIELD_REFS) {
		const struct refs *refs = pointer_at(member);
		for (uint32_t i = 0; refs && i < refs->count; i++)
			visit->ref(visit->context, field, writable(&refs->at[i]));
	} else if (field->kind == FIELD_FORM) {
		form_refs(field->form, member, visit);
	} else if (field->kind == FIELD_FORMS) {
		uint32_t count;
		const char *item = form_list(field, member, &count);
		for (; count; count--, item += field->form->size)
			if (!visit->enters || visit->enters(visit->context, field->form, item))
				form_refs(field->form, item, visit);
	}
}

void form_refs(const struct form *form, const void *thing, const struct form_visit *visit)
{
	for (uint8_t i = 0; i < form->count; i++) {
		const struct form_field *field = &form->fields[i];
		const void *member = holds_refs(field) ? form_member(form, field, thing) : NULL;
		if (member)
			member_refs(field, member, visit);
	}
}

/* The fields that hold references are picked once for all things of a kind. */
void form_refs_all(struct record *record, const struct form_visit *visit)
{
	for (int thing = THING_ERA; thing < THING_EDITOR; thing++) {
		const struct form *form = &forms[thing];
		const struct form_field *fields[FORM_FIELDS_MOST];
		size_t count = 0;
		for (uint8_t i = 0; i < form->count; i++)
			if (holds_refs(&form->fields[i]))
				fields[count++] = &form->fields[i];
		const char *at = form_things(record, (enum thing)thing);
		for (uint32_t n = count ? record->counts[thing] : 0; n; n--, at += form->size)
			for (size_t i = 0; i < count; i++) {
				const void *member = form_member(form, fields[i], at);
				if (member)
					member_refs(fields[i], member, visit);
			}
	}
}
