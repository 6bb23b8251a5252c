/* Things move when events are put in order; where they stand in the files does not, so that is what
 * their fields are found by. Most are noted in the order of the files. They are sorted when the
 * first is looked for: a record that has no problem never pays for that. */
#include "load/places.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct placed {
	struct place item;
	uint32_t number; /* of an item of a list, from 1; 0 is the field's value */
	const struct form_field *field;
	uint32_t line, column;
};

void places_reserve(struct places *places, size_t count)
{
	size_t size = mem_large_size(count * sizeof *places->at);
	places->at = mem_large(size);
	places->capacity = size / sizeof *places->at;
}

static void add(struct places *places, struct placed placed)
{
	places->at = mem_grow(places->at, &places->capacity, places->count + 1, sizeof *places->at);
	places->at[places->count++] = placed;
	places->sorted = false;
}

void places_add(struct places *places, struct place item, const struct form_field *field,
	const struct node *node)
{
	add(places, (struct placed){item, 0, field, node->place.line, node->place.column});
	if (node->kind != NODE_LIST || field->kind == FIELD_FORMS)
		return;
	uint32_t number = 0;
	for (const struct node *at = node->child; at; at = at->next)
		add(places,
			(struct placed){item, ++number, field, at->place.line, at->place.column});
}

static int item_compare(struct place a, struct place b)
{
	if (a.file != b.file)
		return a.file < b.file ? -1 : 1;
	if (a.line != b.line)
		return a.line < b.line ? -1 : 1;
	return (a.column > b.column) - (a.column < b.column);
}

static int compare(const void *a, const void *b)
{
	const struct placed *one = a, *two = b;
	return item_compare(one->item, two->item);
}

static void sort(struct places *places)
{
	if (!places->sorted && places->count)
		qsort(places->at, places->count, sizeof *places->at, compare);
	places->sorted = true;
}

/* The first that is noted of the item. */
static size_t first_of(const struct places *places, struct place item)
{
	size_t low = 0, high = places->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (item_compare(places->at[middle].item, item) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct place find(
	struct places *places, struct place item, const char *field, uint32_t number)
{
	struct place place = item;
	sort(places);
	for (size_t i = first_of(places, item); i < places->count; i++) {
		const struct placed *at = &places->at[i];
		if (item_compare(at->item, item) != 0)
			break;
		if (strcmp(at->field->name, field) != 0)
			continue;
		if (at->number == number)
			return (struct place){at->line, at->column, item.file};
		if (!at->number)
			place = (struct place){at->line, at->column, item.file};
	}
	return place;
}

struct place places_of(struct places *places, struct place item, const char *field)
{
	return find(places, item, field, 0);
}

struct place places_entry(
	struct places *places, struct place item, const char *field, uint32_t number)
{
	return find(places, item, field, number + 1);
}

void places_free(struct places *places)
{
	free(places->at);
	*places = (struct places){0};
}
