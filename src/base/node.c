/* The reader stands in the top-level mapping, in a section's list or in a section's mapping; each
 * call reads one value from there. Only the keys outlast an item: those of the sections to the end of
 * the file, those of a section's items to the end of the section, to find duplicates. */
#include "base/node.h"

#include "base/memory.h"
#include "base/node_error.h"
#include "base/node_events.h"
#include "base/node_keys.h"
#include "base/node_tree.h"

#include <stdlib.h>
#include <string.h>

enum state { STATE_START, STATE_SECTIONS, STATE_LIST, STATE_MAP, STATE_STOPPED };

struct node_reader {
	struct node_events *events;
	struct node_tree tree; /* of the item */
	struct diag_list *diags;
	enum state state;
	bool complete;
	uint32_t index;
	struct place open; /* the value of the section, or the top-level mapping */
	const struct node *section;
	struct arena ids, names; /* the keys of a section's items, of the sections */
	struct node_keys item_keys, section_keys;
};

static bool stop(struct node_reader *reader)
{
	reader->state = STATE_STOPPED;
	return false;
}

static const struct node_event *pull(struct node_reader *reader)
{
	return node_events_next(reader->events, reader->open);
}

static bool empty_refuse(struct node_reader *reader, struct place place)
{
	diag_add(reader->diags, DIAG_ERROR, (struct place){.file = place.file}, "empty-file",
		"there is nothing in it; a record begins with a line like \"title: The Peace\"");
	return stop(reader);
}

/* Reads up to the top-level mapping. */
static bool record_open(struct node_reader *reader)
{
	const struct node_event *event = pull(reader);
	if (!event || !(event = pull(reader)))
		return stop(reader);
	if (event->type == EVENT_END)
		return empty_refuse(reader, event->place);
	if (event->directives)
		diag_add(reader->diags, DIAG_ERROR, event->place, "directive",
			"a record has no directives; delete this line");
	event = pull(reader);
	if (!event)
		return stop(reader);
	reader->open = event->place;
	if (event->type == EVENT_MAP) {
		node_tree_container(&reader->tree); /* for its checks */
		reader->state = STATE_SECTIONS;
		return true;
	}
	if (event->type == EVENT_SCALAR && !event->len)
		return empty_refuse(reader, event->place);
	struct node_failure failure = node_events_scene(reader->events);
	node_error_root(&failure, reader->diags, event->type == EVENT_LIST);
	return stop(reader);
}

/* Reads from the end of the top-level mapping to the end of the file. */
static bool record_close(struct node_reader *reader)
{
	const struct node_event *event = pull(reader);
	if (!event || !(event = pull(reader)))
		return stop(reader);
	if (event->type == EVENT_END)
		reader->complete = !node_events_altered(reader->events);
	else
		diag_add(reader->diags, DIAG_ERROR, event->place, "second-document",
			"a second document begins here; a file holds one record");
	return stop(reader);
}

enum step { STEP_ITEM, STEP_ON, STEP_STOP };

static enum step item_give(struct node_reader *reader, struct node_item *item,
	const struct node *key, const struct node *value, bool whole)
{
	*item = (struct node_item){.section = reader->section,
		.key = key,
		.value = value,
		.index = reader->index++,
		.whole = whole};
	return STEP_ITEM;
}

/* Goes into the list or mapping of a section. */
static enum step section_enter(struct node_reader *reader, enum state state)
{
	node_tree_container(&reader->tree); /* for its checks */
	arena_reset(&reader->ids);
	reader->item_keys = (struct node_keys){0};
	reader->state = state;
	return STEP_ON;
}

/* Reads a section's key and the beginning of its value. */
static enum step section_step(struct node_reader *reader, struct node_item *item)
{
	bool unwanted;
	const struct node_event *event = pull(reader);
	if (!event)
		return STEP_STOP;
	if (event->type == EVENT_CLOSE) {
		record_close(reader);
		return STEP_STOP;
	}
	reader->section = node_tree_key(
		&reader->tree, &reader->names, &reader->section_keys, &unwanted);
	if (!reader->section || !(event = pull(reader)))
		return STEP_STOP;
	bool known = reader->section->len && strcmp(reader->section->text, "<<") != 0;
	reader->index = 0;
	reader->open = event->place;
	if (known && event->type == EVENT_LIST)
		return section_enter(reader, STATE_LIST);
	if (known && event->type == EVENT_MAP)
		return section_enter(reader, STATE_MAP);
	const struct node *value = node_tree_build(&reader->tree, 1);
	if (!value)
		return STEP_STOP;
	return known ? item_give(reader, item, NULL, value, true) : STEP_ON;
}

/* A section without items is handed out as a whole. */
static enum step section_leave(struct node_reader *reader, struct node_item *item)
{
	enum node_kind kind = reader->state == STATE_MAP ? NODE_MAP : NODE_LIST;
	reader->state = STATE_SECTIONS;
	if (reader->index)
		return STEP_ON;
	struct node *value = arena_alloc(&reader->tree.arena, 1, sizeof *value);
	value->kind = kind;
	value->place = reader->open;
	value->text = "";
	return item_give(reader, item, NULL, value, true);
}

static enum step item_step(struct node_reader *reader, struct node_item *item)
{
	const struct node *key = NULL;
	bool unwanted = false;
	const struct node_event *event = pull(reader);
	if (!event)
		return STEP_STOP;
	if (event->type == EVENT_CLOSE)
		return section_leave(reader, item);
	if (reader->state == STATE_MAP) {
		key = node_tree_key(&reader->tree, &reader->ids, &reader->item_keys, &unwanted);
		if (!key || !pull(reader))
			return STEP_STOP;
	}
	const struct node *value = node_tree_build(&reader->tree, 2);
	if (!value)
		return STEP_STOP;
	return unwanted ? STEP_ON : item_give(reader, item, key, value, false);
}

bool node_next(struct node_reader *reader, struct node_item *item)
{
	if (reader->state == STATE_START && !record_open(reader))
		return false;
	while (reader->state != STATE_STOPPED) {
		arena_reset(&reader->tree.arena);
		node_events_item(reader->events);
		enum step step = reader->state == STATE_SECTIONS ? section_step(reader, item)
								 : item_step(reader, item);
		if (step == STEP_ITEM)
			return true;
		if (step == STEP_STOP)
			stop(reader);
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
	reader->open = (struct place){1, 1, file};
	reader->events = node_events_open(bytes, len, file, diags);
	reader->tree = (struct node_tree){.events = reader->events,
		.event = node_events_current(reader->events),
		.diags = diags};
	return reader;
}

void node_close(struct node_reader *reader)
{
	if (!reader)
		return;
	node_events_close(reader->events);
	arena_free(&reader->tree.arena);
	arena_free(&reader->ids);
	arena_free(&reader->names);
	free(reader);
}
