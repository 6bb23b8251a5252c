/* The small things that every reader needs: room in the record's arrays, and words for messages. */
#include "load/loader.h"

#include "base/memory.h"

#include <string.h>

enum { INDEX_MOST = 1 << 28 }; /* what a ref can hold */

const char *loader_kinds(struct loader *load, unsigned things)
{
	/* In the order in which one would say it. */
	static const enum thing order[] = {THING_PERSON, THING_EVENT, THING_QUOTE, THING_ERA,
		THING_PARTY, THING_SOURCE, THING_THEME, THING_VIEW, THING_PARALLEL};
	buf_clear(&load->buf);
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		if (!(things & THING_BIT(order[i])))
			continue;
		things &= ~THING_BIT(order[i]) & ~THING_BIT(THING_EDITOR);
		if (load->buf.len)
			buf_text(&load->buf, things ? ", " : " or ");
		buf_text(&load->buf, form_noun(&forms[order[i]]));
	}
	return buf_string(&load->buf);
}

void loader_where(const struct loader *load, struct place from, struct place to, struct buf *buf)
{
	if (from.file == to.file)
		buf_format(buf, "line %u", to.line);
	else
		buf_format(buf, "%s:%u", diag_file_name(load->diags, to.file), to.line);
}

struct place loader_place(const struct loader *load, struct ref ref)
{
	struct place place;
	const char *thing = form_thing(load->record, ref);
	memcpy(&place, thing + forms[ref.thing].place, sizeof place);
	return place;
}

uint32_t loader_quotes_before(const struct loader *load, struct place place)
{
	uint32_t from = 0, to = load->record->counts[THING_QUOTE];
	while (from < to) {
		uint32_t middle = from + (to - from) / 2;
		if (place_before(load->record->quotes[middle].place, place))
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

void loader_reserve(struct loader *load, size_t bytes)
{
	enum { LEAST = 2 * 1024 * 1024, EVENT_BYTES = 480, QUOTE_BYTES = 240 };
	static const size_t each[THING_COUNT] = {
		[THING_EVENT] = EVENT_BYTES, [THING_QUOTE] = QUOTE_BYTES};
	if (bytes < LEAST)
		return;
	for (int thing = 0; thing < THING_COUNT; thing++) {
		if (!each[thing])
			continue;
		size_t size = mem_large_size(bytes / each[thing] * forms[thing].size);
		form_things_set(load->record, (enum thing)thing, mem_large(size));
		load->capacity[thing] = size / forms[thing].size;
	}
}

void *loader_room(struct loader *load, enum thing thing)
{
	struct record *record = load->record;
	size_t count = record->counts[thing], size = forms[thing].size;
	if (count + 1 >= INDEX_MOST)
		mem_alloc(SIZE_MAX); /* says "out of memory" and ends */
	char *items = mem_grow(form_things(record, thing), &load->capacity[thing], count + 1, size);
	form_things_set(record, thing, items);
	return memset(items + count * size, 0, size);
}

static void odd_id_keep(struct loader *load, enum thing thing, const char *id, struct place place)
{
	const char *at = id;
	while ((unsigned char)(*at - 1) < 0x7f)
		at++;
	if (!*at)
		return;
	load->odd_ids = mem_grow(load->odd_ids, &load->odd_id_capacity, load->odd_id_count + 1,
		sizeof *load->odd_ids);
	load->odd_ids[load->odd_id_count++] = (struct odd_id){
		arena_text(&load->scratch, id, strlen(id)), thing, place};
}

void loader_called(struct loader *load, enum thing thing, const char *id, struct place place)
{
	struct ref ref = record_ref(thing, load->record->counts[thing]);
	if (strcmp(id, "editor") == 0) {
		code_report(load->diags, CODE_RESERVED_ID, place,
			"the id \"editor\" is reserved for whoever wrote the file; choose another");
		unread_word(load, id);
		return;
	}
	struct ref first = ids_add(&load->ids, ref);
	if (first.thing == THING_NONE) {
		odd_id_keep(load, thing, id, place);
		return;
	}
	struct buf where = {0};
	loader_where(load, place, loader_place(load, first), &where);
	if (first.thing != thing)
		unread_word(load, id);
	code_report(load->diags, CODE_DUPLICATE_ID, place, "the id \"%s\" is taken by the %s at %s",
		id, form_noun(&forms[first.thing]), buf_string(&where));
	buf_free(&where);
}

void loader_word(struct loader *load, const struct node *node)
{
	load->words = mem_grow(
		load->words, &load->word_capacity, load->word_count + 1, sizeof *load->words);
	load->words[load->word_count++] = (struct meant_word){
		arena_text(&load->scratch, node->text, node->len), node->place};
}

void loader_use(struct loader *load, struct ref ref)
{
	if (ref.thing >= THING_EDITOR)
		return;
	size_t *capacity = &load->used_capacity[ref.thing], old = *capacity;
	if (ref.index >= old) {
		load->used[ref.thing] = mem_grow(
			load->used[ref.thing], capacity, (size_t)ref.index + 1, 1);
		memset(load->used[ref.thing] + old, 0, *capacity - old);
	}
	load->used[ref.thing][ref.index] = 1;
}

bool loader_used(const struct loader *load, struct ref ref)
{
	return ref.index < load->used_capacity[ref.thing] && load->used[ref.thing][ref.index];
}
