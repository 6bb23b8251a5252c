/* libyaml's events, turned into one small tree at a time.
 *
 * The reader stands in the top-level mapping, in a section's list or in a section's mapping; each
 * call reads one value from there. A value is built without recursion: the open lists and mappings
 * are a stack of `levels`, at most 64 deep with those that hold the item. libyaml hands out
 * events before it has scanned further than a line's key may reach (1024 characters), so stopping at
 * the event of the 65th level stops it before depth costs anything.
 *
 * What is refused but readable (an anchor, a tag, a duplicate key) is reported and reading goes on,
 * so that one run finds them all. */
#include "base/node.h"

#include "base/memory.h"
#include "base/node_input.h"
#include "base/node_keys.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { DEPTH_MOST = 64, ITEM_MOST = 16 * 1024 * 1024 };

enum state { STATE_START, STATE_SECTIONS, STATE_LIST, STATE_MAP, STATE_STOPPED };

/* A list or mapping that is being read. */
struct level {
	struct node *node, *last;
	const struct node *key; /* awaits its value */
	bool unwanted;          /* that value repeats a key: read, but not kept */
	struct node_keys keys;
};

struct node_reader {
	yaml_parser_t parser;
	yaml_event_t event;
	struct node_input input;
	struct diag_list *diags;
	enum state state;
	bool complete;
	struct arena item;       /* the nodes of one item */
	struct arena ids, names; /* the keys of a section's items, of the sections */
	struct node_keys item_keys, section_keys;
	const struct node *section;
	struct place section_value;
	uint32_t index, file;
	struct level levels[DEPTH_MOST];
};

static struct place place_of(const struct node_reader *reader, yaml_mark_t mark)
{
	return (struct place){(uint32_t)mark.line + 1, (uint32_t)mark.column + 1, reader->file};
}

static struct place event_place(const struct node_reader *reader)
{
	return place_of(reader, reader->event.start_mark);
}

static void failure_report(struct node_reader *reader)
{
	const yaml_parser_t *parser = &reader->parser;
	if (parser->error == YAML_MEMORY_ERROR)
		mem_alloc(SIZE_MAX); /* says "out of memory" and ends */
	diag_add(reader->diags, DIAG_ERROR, place_of(reader, parser->problem_mark), "yaml", "%s %s",
		parser->context ? parser->context : "", parser->problem);
}

/* The next event, in place of the one before. False when the file cannot be read further. */
static bool pull(struct node_reader *reader)
{
	yaml_event_delete(&reader->event);
	if (yaml_parser_parse(&reader->parser, &reader->event))
		return true;
	failure_report(reader);
	reader->state = STATE_STOPPED;
	return false;
}

static bool stop(struct node_reader *reader)
{
	reader->state = STATE_STOPPED;
	return false;
}

/* ---- a tree ---- */

static struct node *scalar_build(struct node_reader *reader, struct arena *arena)
{
	const yaml_event_t *event = &reader->event;
	struct node *node = arena_alloc(arena, 1, sizeof *node);
	node->kind = NODE_SCALAR;
	node->place = event_place(reader);
	node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	node->len = event->data.scalar.length;
	node->text = arena_text(arena, (const char *)event->data.scalar.value, node->len);
	return node;
}

static struct node *container_build(struct node_reader *reader, enum node_kind kind)
{
	struct node *node = arena_alloc(&reader->item, 1, sizeof *node);
	node->kind = kind;
	node->place = event_place(reader);
	node->text = "";
	return node;
}

/* Reports what no key may be; *unwanted is set where the key's value is not to be kept. NULL where
 * the file cannot be read further. */
static const struct node *key_build(
	struct node_reader *reader, struct arena *arena, struct node_keys *keys, bool *unwanted)
{
	*unwanted = false;
	if (reader->event.type != YAML_SCALAR_EVENT) {
		diag_add(reader->diags, DIAG_ERROR, event_place(reader), "bad-key",
			"a key must be a word");
		stop(reader);
		return NULL;
	}
	const struct node *key = scalar_build(reader, arena);
	const struct node *first = node_keys_add(keys, arena, key);
	if (first) {
		diag_add(reader->diags, DIAG_ERROR, key->place, "duplicate-key",
			"duplicate key \"%s\"; the first is at line %u", key->text,
			first->place.line);
		*unwanted = true;
	}
	return key;
}

/* Puts a value into the list or mapping that is open. */
static void value_attach(struct level *level, struct node *node)
{
	if (!level->unwanted) {
		node->key = level->key;
		if (level->last)
			level->last->next = node;
		else
			level->node->child = node;
		level->last = node;
		level->node->count++;
	}
	level->key = NULL;
	level->unwanted = false;
}

/* Builds the value that begins with the current event, and leaves its last event current.
 * `outside` lists and mappings are open around it. NULL where the file cannot be read further. */
static const struct node *tree_build(struct node_reader *reader, size_t outside)
{
	size_t depth = 0;
	const struct node *root = NULL;
	do {
		struct level *level = depth ? &reader->levels[depth - 1] : NULL;
		yaml_event_type_t type = reader->event.type;
		if (root && !depth)
			return root;
		if (root && !pull(reader))
			return NULL;
		type = reader->event.type;
		if (type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT) {
			depth--;
			continue;
		}
		if (level && level->node->kind == NODE_MAP && !level->key) {
			level->key = key_build(
				reader, &reader->item, &level->keys, &level->unwanted);
			if (!level->key)
				return NULL;
			continue;
		}
		struct node *node;
		if (type == YAML_SCALAR_EVENT)
			node = scalar_build(reader, &reader->item);
		else if (type == YAML_ALIAS_EVENT)
			node = container_build(reader, NODE_SCALAR);
		else
			node = container_build(
				reader, type == YAML_MAPPING_START_EVENT ? NODE_MAP : NODE_LIST);
		if (level)
			value_attach(level, node);
		if (!root)
			root = node;
		if (node->kind != NODE_SCALAR) {
			if (outside + depth >= DEPTH_MOST) {
				diag_add(reader->diags, DIAG_ERROR, node->place, "too-deep",
					"more than %d levels of nesting", DEPTH_MOST);
				stop(reader);
				return NULL;
			}
			reader->levels[depth++] = (struct level){.node = node};
		}
	} while (true);
}

/* ---- sections and items ---- */

/* Reads up to the top-level mapping. */
static bool record_open(struct node_reader *reader)
{
	if (!pull(reader) || !pull(reader))
		return false;
	if (reader->event.type == YAML_STREAM_END_EVENT) {
		diag_add(reader->diags, DIAG_ERROR, (struct place){.file = reader->file},
			"empty-file", "there is nothing in this file");
		return stop(reader);
	}
	if (!pull(reader))
		return false;
	if (reader->event.type != YAML_MAPPING_START_EVENT) {
		diag_add(reader->diags, DIAG_ERROR, event_place(reader), "no-record",
			"a record is a mapping: it begins with a line like \"title: The Peace\"");
		return stop(reader);
	}
	reader->state = STATE_SECTIONS;
	return true;
}

/* Reads from the end of the top-level mapping to the end of the file. */
static bool record_close(struct node_reader *reader)
{
	if (!pull(reader) || !pull(reader))
		return false;
	if (reader->event.type == YAML_STREAM_END_EVENT)
		reader->complete = true;
	else
		diag_add(reader->diags, DIAG_ERROR, event_place(reader), "second-document",
			"a second document begins here");
	return stop(reader);
}

static void item_fill(struct node_reader *reader, struct node_item *item, const struct node *key,
	const struct node *value)
{
	*item = (struct node_item){
		.section = reader->section, .key = key, .value = value, .index = reader->index++};
}

enum step { STEP_ITEM, STEP_ON, STEP_END };

/* Reads a section's key and the beginning of its value. */
static enum step section_step(struct node_reader *reader, struct node_item *item)
{
	bool unwanted;
	if (!pull(reader))
		return STEP_END;
	if (reader->event.type == YAML_MAPPING_END_EVENT) {
		record_close(reader);
		return STEP_END;
	}
	reader->section = key_build(reader, &reader->names, &reader->section_keys, &unwanted);
	if (!reader->section || !pull(reader))
		return STEP_END;
	reader->index = 0;
	reader->section_value = event_place(reader);
	if (reader->event.type == YAML_SEQUENCE_START_EVENT) {
		reader->state = STATE_LIST;
		return STEP_ON;
	}
	if (reader->event.type == YAML_MAPPING_START_EVENT) {
		arena_reset(&reader->ids);
		reader->item_keys = (struct node_keys){0};
		reader->state = STATE_MAP;
		return STEP_ON;
	}
	const struct node *value = tree_build(reader, 1);
	if (!value)
		return STEP_END;
	item_fill(reader, item, NULL, value);
	item->whole = true;
	return STEP_ITEM;
}

/* A section without items is handed out as a whole. */
static enum step section_end(struct node_reader *reader, struct node_item *item)
{
	enum node_kind kind = reader->state == STATE_MAP ? NODE_MAP : NODE_LIST;
	reader->state = STATE_SECTIONS;
	if (reader->index)
		return STEP_ON;
	struct node *value = container_build(reader, kind);
	value->place = reader->section_value;
	item_fill(reader, item, NULL, value);
	item->whole = true;
	return STEP_ITEM;
}

static enum step item_step(struct node_reader *reader, struct node_item *item)
{
	const struct node *key = NULL;
	bool unwanted = false;
	if (!pull(reader))
		return STEP_END;
	if (reader->event.type == YAML_SEQUENCE_END_EVENT ||
		reader->event.type == YAML_MAPPING_END_EVENT)
		return section_end(reader, item);
	if (reader->state == STATE_MAP) {
		key = key_build(reader, &reader->ids, &reader->item_keys, &unwanted);
		if (!key || !pull(reader))
			return STEP_END;
	}
	const struct node *value = tree_build(reader, 2);
	if (!value)
		return STEP_END;
	if (unwanted)
		return STEP_ON;
	item_fill(reader, item, key, value);
	return STEP_ITEM;
}

bool node_next(struct node_reader *reader, struct node_item *item)
{
	if (reader->state == STATE_START && !record_open(reader))
		return false;
	while (reader->state != STATE_STOPPED) {
		arena_reset(&reader->item);
		reader->input.limit = reader->input.at + ITEM_MOST;
		enum step step = reader->state == STATE_SECTIONS ? section_step(reader, item)
								 : item_step(reader, item);
		if (step != STEP_ON)
			return step == STEP_ITEM;
	}
	return false;
}

bool node_is_null(const struct node *node)
{
	return !node || (node->plain && (!strcmp(node->text, "null") || !strcmp(node->text, "~")));
}

bool node_complete(const struct node_reader *reader)
{
	return reader->complete;
}

struct node_reader *node_open(const char *bytes, size_t len, uint32_t file, struct diag_list *diags)
{
	struct node_reader *reader = mem_zero(1, sizeof *reader);
	reader->diags = diags;
	reader->file = file;
	reader->input = (struct node_input){
		.bytes = bytes, .len = len, .limit = ITEM_MOST, .diags = diags, .file = file};
	if (!yaml_parser_initialize(&reader->parser))
		mem_alloc(SIZE_MAX); /* says "out of memory" and ends */
	yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input(&reader->parser, node_input_read, &reader->input);
	return reader;
}

void node_close(struct node_reader *reader)
{
	if (!reader)
		return;
	yaml_event_delete(&reader->event);
	yaml_parser_delete(&reader->parser);
	arena_free(&reader->item);
	arena_free(&reader->ids);
	arena_free(&reader->names);
	free(reader);
}
