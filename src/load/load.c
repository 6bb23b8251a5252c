/* Each file is read item by item: the form says what a section holds, and each item becomes a thing
 * of the record. When all files are read, references that pointed forward are followed, the events
 * are put in order and given their eras, and the checks across things run. Errors stop nothing
 * before the end, so that one run finds them all. */
#include "load/load.h"

#include "base/memory.h"
#include "base/node.h"
#include "base/patience.h"
#include "load/begun.h"
#include "load/fields.h"
#include "load/finish.h"
#include "load/hidden.h"
#include "load/import.h"
#include "load/keys.h"
#include "load/known.h"
#include "load/lookup.h"
#include "load/lost.h"
#include "load/mention.h"
#include "load/other_file.h"
#include "load/outside.h"
#include "load/page.h"
#include "load/section.h"
#include "load/section_shape.h"
#include "load/spot.h"
#include "load/things.h"

#include <stdlib.h>
#include <string.h>

/* ---- sections ---- */

/* The section at hand, while its items follow each other. */
struct reading {
	const struct node *section;
	const struct form_field *field; /* NULL: there is no such section */
	/* The section before, where it has nothing in it; and whether it was told that what follows
	 * belongs there. */
	const struct node *empty;
	struct place empty_place;
	bool told;
	size_t last;
	const struct node *before; /* the key of the item before */
	bool strayed;              /* and it was told that the one before belongs elsewhere */
	bool headless;             /* it was told that fields stand here without their id */
};

/* A text of the record. Of several files the first one that gives it holds. */
static void text_section(
	struct loader *load, const struct node_item *item, const struct form_field *field)
{
	struct record *record = load->record;
	load->titled |= (field->flags & FIELD_TITLE) != 0;
	if (!item->whole) {
		if (!item->index)
			code_report(load->diags, CODE_WRONG_SHAPE, item->value->place,
				"\"%s\" takes a single value, not a list or mapping", field->name);
		return;
	}
	struct record other = {.arena = {0}};
	field_read(load, &forms[FORM_RECORD], field, item->value, &other);
	const char *text;
	char *at = (char *)record + field->offset;
	memcpy(&text, (const char *)&other + field->offset, sizeof text);
	if (!text)
		return;
	const char *first;
	memcpy(&first, at, sizeof first);
	if (!first) {
		memcpy(at, &text, sizeof text);
		if (field->flags & FIELD_TITLE)
			load->title = item->value->place;
	} else if (field->flags & FIELD_TITLE && strcmp(first, text) != 0) {
		struct buf where = {0};
		loader_where(load, item->value->place, load->title, &where);
		code_report(load->diags, CODE_TWO_TITLES, item->value->place,
			"another title; that of the first file holds, \"%s\" (%s)", first,
			buf_string(&where));
		buf_free(&where);
	}
}

static void item_unread(struct loader *load, const struct node_item *item)
{
	if (item->key)
		unread_value(load, item->key);
	if (item->value)
		unread_value(load, item->value);
}

/* A section without items: said when what follows is none of them. */
static void empty_report(struct loader *load, const struct reading *reading)
{
	const char *line = reading->empty ? section_example(reading->empty->text) : NULL;
	bool strayed = reading->empty && load->strayed &&
		strcmp(load->strayed->name, reading->empty->text) == 0;
	if (reading->empty && !reading->told && !strayed)
		code_report(load->diags, CODE_EMPTY_VALUE, reading->empty_place,
			"\"%s\" is empty: %s%s%s, or leave it out%s", reading->empty->text,
			line ? "write below it, as an example, \"" : "put something into it",
			line ? line : "", line ? "\"" : "",
			line ? " if nothing names one of them" : "");
}

static bool names_field(const struct form *form, const char *name)
{
	const struct node key = {.text = name};
	size_t last = 0;
	return name && field_named(form, &key, &last);
}

/* What stands behind an empty section under no section's name is an item of it, not indented. */
static void outside_report(
	struct loader *load, struct reading *reading, const struct node_item *item)
{
	const struct node *key = item->section;
	if (!reading->told)
		outside_tell(load, key, reading->empty);
	node_hush(load->reader);
	reading->told = true;
}

/* A plain value at the top that goes by no name known may be the title. */
static void section_find(struct loader *load, struct reading *reading, const struct node_item *item)
{
	const struct node *above = reading->section;
	const struct form_field *above_field = reading->field;
	const struct form *form = &forms[FORM_RECORD];
	const struct node *key = item->section;
	const struct node *empty = reading->empty;
	reading->section = key;
	reading->before = NULL;
	reading->strayed = reading->headless = false;
	reading->field = field_named(form, key, &reading->last);
	if (!reading->field && !key->told)
		reading->field = field_seen(load, form, key);
	if (reading->field && !(empty && strcmp(empty->text, key->text) == 0))
		empty_report(load, reading);
	if (reading->field) {
		reading->empty = NULL;
		return;
	}
	bool item_outside = item->key && above_field && above_field->kind == FIELD_THINGS &&
		forms[form_thing_kind(above_field)].keyed &&
		names_field(&forms[form_thing_kind(above_field)], item->key->text);
	if (!empty && item_outside && !key->told)
		outside_tell(load, key, above);
	else if (empty && !key->told)
		outside_report(load, reading, item);
	else if (!key->told && !(item->cut && item->whole)) { /* else it was told what is cut */
		if (beside_tell(load, key))
			node_hush(load->reader);
		else
			field_unknown(load, form, key);
	}
	const struct form_field *near = field_near(load, form, key->text);
	load->titled |= near ? (near->flags & FIELD_TITLE) != 0 : item->whole;
	unread_value(load, key);
}

/* What stands behind the last item of a section may be its own, and not indented. */
static void thing_section(struct loader *load, const struct node_item *item, enum thing thing)
{
	load->behind = item->behind;
	load->last = item->last;
	thing_read(load, thing, item->key, item->value);
	load->behind = NULL;
}

/* Whether an item has its fields beside it, not indented under it, or is such a field, which is told
 * once; or comes again with what it has not here. */
static bool is_beside(struct loader *load, struct reading *reading, const struct node_item *item,
	const struct form *form)
{
	const struct node *key = item->key, *value = item->value;
	bool plain = value->kind == NODE_SCALAR;
	if (key_strays(load, item, form, reading->before, &reading->strayed))
		return true;
	if (plain && !reading->before && names_field(form, key->text)) {
		if (!reading->headless)
			code_report(load->diags, CODE_WRONG_SHAPE, key->place,
				"\"%s\" is a field of %s; above it belongs a line with the id and "
				"a colon",
				key->text, form->name);
		load->unread.nameless |= THING_BIT(form - forms);
		reading->headless = true;
		return true;
	}
	bool again = plain && !value->len && !item->last && item->behind &&
		(names_field(form, item->behind) || strcmp(item->behind, key->text) == 0);
	if (again)
		reading->before = key;
	return again;
}

/* Whether an item has the name of another section and nothing behind it: the line is indented, and
 * what follows belongs to that section. */
static bool is_indented(struct loader *load, struct reading *reading, const struct node_item *item)
{
	size_t last = 0;
	if (item->whole || !item->key || item->value->kind != NODE_SCALAR || item->value->len)
		return false;
	const struct form_field *section = field_named(&forms[FORM_RECORD], item->key, &last);
	if (!section || section == reading->field || section->kind != FIELD_THINGS ||
		!forms[form_thing_kind(section)].keyed)
		return false;
	code_report(load->diags, CODE_UNKNOWN_FIELD, item->key->place,
		"\"%s\" belongs to a record; begin its line in column 1", item->key->text);
	reading->field = section;
	reading->before = NULL;
	return true;
}

static void item_read(struct loader *load, struct reading *reading, const struct node_item *item)
{
	for (const struct node *at = item->dropped; at; at = at->next)
		unread_value(load, at);
	if (!item->value && reading->field && reading->field->kind == FIELD_THINGS)
		load->unread.nameless |= THING_BIT(form_thing_kind(reading->field));
	if (item->value && item->section != reading->section)
		section_find(load, reading, item);
	if (!item->value || !reading->field || item->cut) {
		load->titled |= item->cut;
		item_unread(load, item);
		return;
	}
	if (item->value->remark) {
		struct node value = *item->value;
		value.key = item->whole ? item->section : item->key;
		lost_report(load, reading->field, &value);
	}
	if (item->whole && node_is_null(item->value))
		return;
	if (reading->field->kind != FIELD_THINGS) {
		text_section(load, item, reading->field);
		return;
	}
	if (is_indented(load, reading, item))
		return;
	const struct form_field *section = item->key
		? section_missing(load, &forms[form_thing_kind(reading->field)], item)
		: NULL;
	if (section) {
		reading->field = section;
		reading->before = NULL;
	}
	enum thing thing = form_thing_kind(reading->field);
	const struct form *form = &forms[thing];
	if (!item->whole && item->key && form->keyed &&
		(begun_item(load, form, item) || is_beside(load, reading, item, form))) {
		item_unread(load, item);
		return;
	}
	reading->before = item->key;
	if (!item->whole && !item->key && section_doubled(load, item->value)) {
		item_unread(load, item);
		return;
	}
	if (!item->whole && (item->key != NULL) == forms[thing].keyed) {
		thing_section(load, item, thing);
		return;
	}
	item_unread(load, item);
	if (item->whole)
		load->unread.nameless |= THING_BIT(thing);
	if (item->value->told)
		return;
	if (item->whole && (item->value->kind != NODE_SCALAR || !item->value->len)) {
		reading->empty = item->section;
		reading->empty_place = item->value->place;
		reading->told = false;
		return;
	}
	section_shape_report(load, item, &forms[thing]);
	node_hush(load->reader);
}

/* ---- files ---- */

/* A file of another program. Returns whether it was read to its end. */
static bool file_import(struct loader *load, const struct load_input *input, uint32_t file,
	const struct other_file *other)
{
	struct reading reading = {0};
	struct node_item item;
	if (!other->read_as) {
		code_report(load->diags, CODE_OTHER_FILE, (struct place){.file = file},
			"this is %s; %s", other->what, other->advice);
		return false;
	}
	struct import *import = import_open(load, input, file, other);
	load->paged = page_find(input->bytes, input->len);
	spot_foreign(load, file);
	while (import_next(import, &item))
		item_read(load, &reading, &item);
	if (!load->untitled) {
		load->untitled = import_title(import);
		load->untitled_file = file;
	}
	return import_close(import);
}

/* Looks through the bytes for what is not seen in the texts alone, some lines at a time, so that the file is
 * brought into the cache once. */
static void file_look(struct loader *load, const struct load_input *input, uint32_t file)
{
	enum { SOME = 64 * 1024 };
	const char *at = input->bytes, *end = at + input->len, *to;
	for (load->paged = false; at < end; at = to) {
		to = end - at > SOME ? memchr(at + SOME, '\n', (size_t)(end - at) - SOME) : NULL;
		to = to ? to + 1 : end;
		bool marked = at == input->bytes && to - at >= 3 && !memcmp(at, "\xef\xbb\xbf", 3);
		hidden_comments(load, file, marked ? at + 3 : at, to);
		load->paged = load->paged || page_find(at, (size_t)(to - at));
	}
}

/* Returns whether the file was read to its end. */
static bool file_read_items(struct loader *load, const struct load_input *input, uint32_t file)
{
	struct other_file other;
	if (other_file(input->bytes, input->len, input->name, &other))
		return file_import(load, input, file, &other);
	struct node_reader *reader = node_open(
		input->bytes, input->len, file, load->built_in, load->diags);
	struct reading reading = {0};
	struct node_item item;
	load->reader = reader;
	node_know(reader, &known_fields);
	node_give(reader);
	file_look(load, input, file);
	while (node_next(reader, &item))
		item_read(load, &reading, &item);
	bool complete = node_complete(reader);
	if (complete)
		empty_report(load, &reading);
	node_close(reader);
	diag_file_past(load->diags, file, input->len);
	return complete;
}

static bool goes_on(const struct loader *load)
{
	return patience_lasts(diag_waits(load->diags));
}

static void finish(struct loader *load, bool complete)
{
	struct record *record = load->record;
	if (!record->title && load->untitled) {
		record->title = load->untitled;
		record->remarks++;
		code_report(load->diags, CODE_TO_FINISH,
			(struct place){.file = load->untitled_file},
			"it has no title, and is called by the name of the file: write \"title:\" "
			"and "
			"a better one");
	}
	if (!record->title && !load->titled && complete)
		code_report(load->diags, CODE_MISSING_FIELD, (struct place){1, 1, 0},
			"a record needs a title (\"title\"): put a line like \"title: The Peace\" "
			"above the others");
	languages_finish(&load->languages, load->diags);
	resolve_pending(load, complete);
	if (goes_on(load))
		order_events(load);
	if (goes_on(load))
		eras_assign(load);
	if (goes_on(load))
		parallels_spread(record);
	if (goes_on(load))
		utterances_join(record);
	if (goes_on(load))
		checks_run(load, complete);
}

static void names_keep(struct record *record, const struct load_input *inputs, size_t count)
{
	const char **names = arena_alloc(&record->arena, count + 1, sizeof *names);
	for (size_t i = 0; i < count; i++)
		names[i] = arena_text(&record->arena, inputs[i].name, strlen(inputs[i].name));
	record->files = names;
}

static void loader_free(struct loader *load)
{
	ids_free(&load->ids);
	places_free(&load->places);
	for (int i = 0; i < THING_COUNT; i++)
		free(load->used[i]);
	free(load->pending);
	free(load->aliases);
	free(load->words);
	free(load->unread.slots);
	lookup_free(load->lookup);
	mention_free(load->mention_words);
	free(load->odd_ids);
	free(load->shelves);
	arena_free(&load->scratch);
	buf_free(&load->buf);
	buf_free(&load->foreign);
}

struct record *load_record(const struct load_input *inputs, size_t count,
	const struct stored *built_in, struct diag_list *diags)
{
	struct record *record = mem_zero(1, sizeof *record);
	struct loader load = {
		.record = record,
		.diags = diags,
		.ids = {.record = record},
	};
	size_t errors = diag_count(diags, DIAG_ERROR);
	bool complete = true;
	record->built_in = built_in != NULL;
	load.built_in = built_in;
	fields_begin(&load);
	names_keep(record, inputs, count);
	size_t bytes = 0;
	for (size_t i = 0; i < count; i++)
		bytes += inputs[i].len;
	loader_reserve(&load, bytes);
	for (size_t i = 0; i < count; i++) {
		uint32_t file = diag_file(diags, inputs[i].name, inputs[i].bytes, inputs[i].len);
		if (!file_read_items(&load, &inputs[i], file))
			complete = false;
	}
	if (goes_on(&load))
		finish(&load, complete);
	loader_free(&load);
	if (diag_count(diags, DIAG_ERROR) == errors && goes_on(&load))
		return record;
	record_free(record);
	return NULL;
}

bool load_tells(const char *code)
{
	static const enum code told[] = {CODE_READ_AS, CODE_LEFT_OUT, CODE_TO_FINISH};
	for (size_t i = 0; i < sizeof told / sizeof *told; i++)
		if (strcmp(code_table[told[i]].word, code) == 0)
			return true;
	return false;
}
