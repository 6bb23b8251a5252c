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
#include "base/node_check.h"
#include "base/node_error.h"
#include "base/node_input.h"
#include "base/node_keys.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { DEPTH_MOST = 64, ITEM_MOST = 16 * 1024 * 1024, VALUES_MOST = 1000 * 1000 };

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
	bool flow;          /* the record is written in brackets, as JSON is */
	struct place value; /* the latest scalar in quotation marks, for libyaml's complaints */
	size_t values;      /* of the item so far */
	struct arena item;  /* the nodes of one item */
	struct arena ids, names; /* the keys of a section's items, of the sections */
	struct node_keys item_keys, section_keys;
	const struct node *section;
	struct place section_value;
	uint32_t index, file;
	size_t depth; /* of the levels */
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

static bool stop(struct node_reader *reader)
{
	reader->state = STATE_STOPPED;
	return false;
}

static void item_refuse(struct node_reader *reader, struct place place)
{
	diag_add(reader->diags, DIAG_ERROR, place, "item-too-large",
		"this item is larger than 16 MiB or has more than a million values; "
		"is a quotation mark or a bracket closed too late?");
}

static struct node_failure failure_of(const struct node_reader *reader)
{
	const struct node_input *input = &reader->input;
	size_t mark = input->len >= 3 && !memcmp(input->bytes, "\xef\xbb\xbf", 3) ? 3 : 0;
	return (struct node_failure){.bytes = input->bytes + mark,
		.len = input->len - mark,
		.place = event_place(reader),
		.value = reader->value,
		.open = reader->depth ? reader->levels[reader->depth - 1].node->place
				      : reader->section_value,
		.flow = reader->flow};
}

/* Tells why there is no next event; `last` is the place of the one before. */
static void failure_report(struct node_reader *reader, struct place last)
{
	const yaml_parser_t *parser = &reader->parser;
	if (parser->error == YAML_MEMORY_ERROR)
		mem_alloc(SIZE_MAX); /* says "out of memory" and ends */
	if (reader->input.refused)
		return; /* reported where it was found */
	if (reader->input.too_large) {
		item_refuse(reader, last);
		return;
	}
	struct node_failure failure = failure_of(reader);
	failure.problem = parser->problem;
	failure.context = parser->context;
	failure.place = place_of(reader, parser->problem_mark);
	failure.opened = place_of(reader, parser->context_mark);
	node_error_report(&failure, reader->diags);
}

/* The next event, in place of the one before. False when the file cannot be read further. */
static bool pull(struct node_reader *reader)
{
	struct place last = event_place(reader);
	yaml_event_delete(&reader->event);
	if (yaml_parser_parse(&reader->parser, &reader->event))
		return true;
	failure_report(reader, last);
	return stop(reader);
}

/* ---- a tree ---- */

/* A scalar with its text behind it, one allocation for both. */
static struct node *node_create(
	struct arena *arena, struct place place, const char *text, size_t len)
{
	struct node *node = arena_alloc(arena, 1, sizeof *node + len + 1);
	node->kind = NODE_SCALAR;
	node->place = place;
	node->text = memcpy(node + 1, text, len);
	node->len = len;
	return node;
}

/* "*name" or "&name", as it was typed. */
static const char *marked(struct arena *arena, char mark, const char *name)
{
	size_t len = strlen(name);
	char *typed = arena_alloc(arena, len + 2, 1);
	typed[0] = mark;
	memcpy(typed + 1, name, len);
	return typed;
}

/* A scalar; an alias and a tag without text stay as they were typed, and are reported. */
static struct node *scalar_build(struct node_reader *reader, struct arena *arena)
{
	const yaml_event_t *event = &reader->event;
	struct place place = event_place(reader);
	if (event->type == YAML_ALIAS_EVENT) {
		const char *name = (const char *)event->data.alias.anchor;
		node_check_alias(reader->diags, place, name);
		struct node *typed = node_create(
			arena, place, marked(arena, '*', name), strlen(name) + 1);
		typed->plain = true;
		return typed;
	}
	const char *value = (const char *)event->data.scalar.value;
	const char *anchor = (const char *)event->data.scalar.anchor;
	const char *tag = (const char *)event->data.scalar.tag;
	yaml_scalar_style_t style = event->data.scalar.style;
	size_t len = event->data.scalar.length;
	if (anchor || tag) {
		node_check_marks(reader->diags, place, anchor, tag);
		if (!len) {
			value = tag ? tag : marked(arena, '&', anchor);
			len = strlen(value);
		}
	}
	struct node *node = node_create(arena, place, value, len);
	char *text = (char *)(node + 1);
	bool escapes = style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	if (reader->input.paired)
		node->len = node_input_unpair(&reader->input, text, node->len, escapes);
	if (escapes)
		node->len = node_check_nul(reader->diags, place, text, node->len);
	if (escapes || style == YAML_SINGLE_QUOTED_SCALAR_STYLE)
		reader->value = place;
	node->plain = style == YAML_PLAIN_SCALAR_STYLE;
	return node;
}

static struct node *container_build(struct node_reader *reader)
{
	const yaml_event_t *event = &reader->event;
	struct node *node = arena_alloc(&reader->item, 1, sizeof *node);
	node->place = event_place(reader);
	node->text = "";
	node->kind = event->type == YAML_MAPPING_START_EVENT ? NODE_MAP : NODE_LIST;
	const yaml_char_t *anchor = node->kind == NODE_MAP ? event->data.mapping_start.anchor
							   : event->data.sequence_start.anchor;
	const yaml_char_t *tag = node->kind == NODE_MAP ? event->data.mapping_start.tag
							: event->data.sequence_start.tag;
	if (anchor || tag)
		node_check_marks(
			reader->diags, node->place, (const char *)anchor, (const char *)tag);
	return node;
}

/* The current event as a key. *unwanted is set where its value is not to be kept. NULL where the
 * file cannot be read further. */
static const struct node *key_build(
	struct node_reader *reader, struct arena *arena, struct node_keys *keys, bool *unwanted)
{
	if (reader->event.type != YAML_SCALAR_EVENT && reader->event.type != YAML_ALIAS_EVENT) {
		diag_add(reader->diags, DIAG_ERROR, event_place(reader), "complex-key",
			"a list or mapping stands where a field's name should; a text that begins "
			"with a bracket must be in quotation marks");
		stop(reader);
		return NULL;
	}
	/* As many bytes as characters from mark to mark: nothing but printable ASCII. */
	const struct node *key = scalar_build(reader, arena);
	bool ascii = key->plain &&
		reader->event.end_mark.index - reader->event.start_mark.index == key->len;
	*unwanted = (!ascii || !key->len || key->text[0] == '<') &&
		!node_check_key(reader->diags, key);
	if (*unwanted)
		return key;
	const struct node *first = node_keys_add(keys, arena, key);
	if (first)
		node_check_duplicate(reader->diags, key, first);
	*unwanted = first != NULL;
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

/* The current event as a value; `depth` lists and mappings are open round it. NULL where the file
 * cannot be read further. */
static struct node *value_build(struct node_reader *reader, size_t depth)
{
	if (++reader->values > VALUES_MOST) {
		item_refuse(reader, event_place(reader));
		stop(reader);
		return NULL;
	}
	if (reader->event.type == YAML_SCALAR_EVENT || reader->event.type == YAML_ALIAS_EVENT)
		return scalar_build(reader, &reader->item);
	if (depth >= DEPTH_MOST) {
		diag_add(reader->diags, DIAG_ERROR, event_place(reader), "too-deep",
			"lists and mappings are nested more than %d deep here", DEPTH_MOST);
		stop(reader);
		return NULL;
	}
	return container_build(reader);
}

/* Adds what the current event is to the list or mapping that is open: a key, or a value, which is
 * then in *value. False where the file cannot be read further. */
static bool level_feed(
	struct node_reader *reader, struct level *level, size_t depth, struct node **value)
{
	*value = NULL;
	if (level->node->kind == NODE_MAP && !level->key) {
		level->key = key_build(reader, &reader->item, &level->keys, &level->unwanted);
		return level->key;
	}
	*value = value_build(reader, depth);
	if (*value)
		value_attach(level, *value);
	return *value;
}

/* Builds the value that begins with the current event, and leaves its last event current.
 * `outside` lists and mappings are open round it. NULL where the file cannot be read further. */
static const struct node *tree_build(struct node_reader *reader, size_t outside)
{
	struct node *root = value_build(reader, outside);
	if (!root || root->kind == NODE_SCALAR)
		return root;
	reader->levels[0] = (struct level){.node = root};
	reader->depth = 1;
	while (reader->depth) {
		if (!pull(reader))
			return NULL;
		if (reader->event.type == YAML_SEQUENCE_END_EVENT ||
			reader->event.type == YAML_MAPPING_END_EVENT) {
			reader->depth--;
			continue;
		}
		struct node *value;
		if (!level_feed(reader, &reader->levels[reader->depth - 1], outside + reader->depth,
			    &value))
			return NULL;
		if (value && value->kind != NODE_SCALAR)
			reader->levels[reader->depth++] = (struct level){.node = value};
	}
	return root;
}

/* ---- sections and items ---- */

static bool empty_refuse(struct node_reader *reader)
{
	diag_add(reader->diags, DIAG_ERROR, (struct place){.file = reader->file}, "empty-file",
		"there is nothing in it; a record begins with a line like \"title: The Peace\"");
	return stop(reader);
}

static void directives_check(struct node_reader *reader)
{
	const yaml_event_t *event = &reader->event;
	if (event->data.document_start.version_directive ||
		event->data.document_start.tag_directives.start !=
			event->data.document_start.tag_directives.end)
		diag_add(reader->diags, DIAG_ERROR, event_place(reader), "directive",
			"a record has no directives; delete this line");
}

/* Reads up to the top-level mapping. */
static bool record_open(struct node_reader *reader)
{
	if (!pull(reader) || !pull(reader))
		return false;
	if (reader->event.type == YAML_STREAM_END_EVENT)
		return empty_refuse(reader);
	directives_check(reader);
	if (!pull(reader))
		return false;
	if (reader->event.type == YAML_MAPPING_START_EVENT) {
		container_build(reader); /* for its checks */
		reader->state = STATE_SECTIONS;
		return true;
	}
	if (reader->event.type == YAML_SCALAR_EVENT && !reader->event.data.scalar.length)
		return empty_refuse(reader);
	struct node_failure failure = failure_of(reader);
	node_error_root(&failure, reader->diags, reader->event.type == YAML_SEQUENCE_START_EVENT);
	return stop(reader);
}

/* Reads from the end of the top-level mapping to the end of the file. */
static bool record_close(struct node_reader *reader)
{
	if (!pull(reader) || !pull(reader))
		return false;
	if (reader->event.type == YAML_STREAM_END_EVENT)
		reader->complete = !reader->input.altered;
	else
		diag_add(reader->diags, DIAG_ERROR, event_place(reader), "second-document",
			"a second document begins here; a file holds one record");
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
	bool merge = unwanted && (!reader->section->len || !strcmp(reader->section->text, "<<"));
	if (merge)
		return tree_build(reader, 1) ? STEP_ON : STEP_END;
	reader->index = 0;
	reader->section_value = event_place(reader);
	if (reader->event.type == YAML_SEQUENCE_START_EVENT) {
		container_build(reader); /* for its checks */
		reader->state = STATE_LIST;
		return STEP_ON;
	}
	if (reader->event.type == YAML_MAPPING_START_EVENT) {
		container_build(reader);
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
	struct node *value = arena_alloc(&reader->item, 1, sizeof *value);
	value->kind = reader->state == STATE_MAP ? NODE_MAP : NODE_LIST;
	value->place = reader->section_value;
	value->text = "";
	reader->state = STATE_SECTIONS;
	if (reader->index)
		return STEP_ON;
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
	reader->input.limit = reader->input.at + ITEM_MOST;
	if (reader->state == STATE_START && !record_open(reader))
		return false;
	while (reader->state != STATE_STOPPED) {
		arena_reset(&reader->item);
		reader->values = 0;
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
	reader->input = node_input_open(bytes, len, file, diags);
	for (size_t i = reader->input.at; i < len && strchr(" \t\r\n{[", bytes[i]); i++)
		reader->flow |= bytes[i] == '{' || bytes[i] == '[';
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
