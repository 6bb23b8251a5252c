/* Things move when events are put in order; where they stand in the files does not, so that is what
 * their fields are found by. Most are noted in the order of the files, so a note is what has changed since the
 * one before, in a byte where it is small: five for most. They are unpacked and sorted when the first is
 * looked for: a record that has no problem never pays for that. */
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

/* ---- notes ---- */

/* A note begins with the number of its field, and what it has besides. */
enum { NOTE_NUMBER = 1, NOTE_FILE = 2, NOTE_BITS = 2 };

/* A number in groups of seven bits, the lowest first. */
static unsigned char *pack(unsigned char *to, uint32_t number)
{
	for (; number >= 0x80; number >>= 7)
		*to++ = (unsigned char)(number | 0x80);
	*to++ = (unsigned char)number;
	return to;
}

static uint32_t unpack(const unsigned char **from)
{
	uint32_t number = 0;
	for (int shift = 0;; shift += 7) {
		unsigned char byte = *(*from)++;
		number |= (uint32_t)(byte & 0x7f) << shift;
		if (byte < 0x80)
			return number;
	}
}

/* A small number where one line is near the other, above it or below. */
static uint32_t way(uint32_t from, uint32_t to)
{
	uint32_t by = to - from;
	return by << 1 ^ (by >> 31 ? UINT32_MAX : 0);
}

static uint32_t way_end(uint32_t from, uint32_t way)
{
	return from + (way >> 1 ^ (way & 1 ? UINT32_MAX : 0));
}

/* The number of a field, of which few are noted. */
static uint32_t field_number(struct places *places, const struct form_field *field)
{
	uint32_t number = 0;
	while (number < places->field_count && places->fields[number] != field)
		number++;
	if (number == places->field_count) {
		places->fields = mem_grow(places->fields, &places->field_capacity,
			places->field_count + 1, sizeof *places->fields);
		places->fields[places->field_count++] = field;
	}
	return number;
}

static void add(struct places *places, struct placed placed)
{
	enum { NOTE_MOST = 7 * 5 };
	struct place item = placed.item;
	uint32_t field = field_number(places, placed.field);
	places->notes = mem_grow(
		places->notes, &places->note_capacity, places->note_len + NOTE_MOST, 1);
	unsigned char *from = places->notes + places->note_len, *to = from;
	unsigned more = (placed.number ? NOTE_NUMBER : 0) |
		(item.file != places->item.file ? NOTE_FILE : 0);
	to = pack(to, field << NOTE_BITS | more);
	if (more & NOTE_NUMBER)
		to = pack(to, placed.number);
	if (more & NOTE_FILE)
		to = pack(to, item.file);
	to = pack(to, way(places->item.line, item.line));
	to = pack(to, item.column);
	to = pack(to, way(item.line, placed.line));
	to = pack(to, placed.column);
	places->note_len += (size_t)(to - from);
	places->note_count++;
	places->item = item;
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

/* ---- looking them up ---- */

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

/* Unpacks what was noted since it was done last. */
static void sort(struct places *places)
{
	const unsigned char *from = places->notes;
	struct place item = {0};
	if (!places->note_count)
		return;
	places->at = mem_resize(places->at, places->count + places->note_count, sizeof *places->at);
	for (; places->note_count; places->note_count--) {
		struct placed *placed = &places->at[places->count++];
		uint32_t head = unpack(&from);
		placed->field = places->fields[head >> NOTE_BITS];
		placed->number = head & NOTE_NUMBER ? unpack(&from) : 0;
		item.file = head & NOTE_FILE ? unpack(&from) : item.file;
		item.line = way_end(item.line, unpack(&from));
		item.column = unpack(&from);
		placed->item = item;
		placed->line = way_end(item.line, unpack(&from));
		placed->column = unpack(&from);
	}
	places->note_len = 0;
	places->item = (struct place){0};
	qsort(places->at, places->count, sizeof *places->at, compare);
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
	free(places->notes);
	free(places->fields);
	*places = (struct places){0};
}
