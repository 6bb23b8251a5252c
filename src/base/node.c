/* A file of YAML, read one item at a time.
 *
 * The reader stands in the top-level mapping, in a section's list or in a section's mapping; each
 * call reads one value from there. Only the keys outlast an item: those of the sections to the end
 * of the file, those of a section's items to the end of the section, to find duplicates. */
#include "base/node.h"

#include "base/memory.h"
#include "base/node_error.h"
#include "base/node_events.h"
#include "base/node_keys.h"
#include "base/node_lost.h"
#include "base/node_row.h"
#include "base/node_scalar.h"
#include "base/node_tree.h"

#include <stdlib.h>
#include <string.h>

enum { ASKED_MOST = 64 };

enum state { STATE_START, STATE_SECTIONS, STATE_LIST, STATE_MAP, STATE_STOPPED };

/* What was looked at behind an item, before it was given: nothing, the current event, that and the
 * end of the section before it, or that there is none. */
enum ahead { AHEAD_NONE, AHEAD_EVENT, AHEAD_CLOSED, AHEAD_FAILED };

struct node_reader {
	struct node_events *events;
	struct node_tree tree; /* of the item */
	struct diag_list *diags;
	enum state state;
	enum ahead ahead;
	bool complete;
	bool takes_any, listed; /* see node_take_any; and the file is such a list */
	bool alone;             /* the section is none, but a field that is not indented */
	uint32_t index;
	uint32_t asked;    /* sections that were looked at for a loss */
	struct line key;   /* the last of them that node_lost_alone was asked about */
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
	static const struct node_event closed = {.type = EVENT_CLOSE};
	enum ahead ahead = reader->ahead;
	reader->ahead = ahead == AHEAD_CLOSED ? AHEAD_EVENT : AHEAD_NONE;
	return ahead == AHEAD_FAILED    ? NULL
		: ahead == AHEAD_CLOSED ? &closed
		: ahead == AHEAD_EVENT  ? node_events_current(reader->events)
					: node_events_next(reader->events, reader->open);
}

/* Whether a key in column 1 is a field that belongs to what stands round it. */
static bool section_alone(struct node_reader *reader, struct place key)
{
	if (node_events_stored(reader->events) || ++reader->asked > ASKED_MOST)
		return false;
	struct node_failure failure = node_events_failure(reader->events);
	return node_lost_alone(&failure, key, &reader->key);
}

/* Looks for what is behind an item, up to the next item or section. Returns whether it may be the
 * item's own rest, since it cannot be read. */
static bool look_ahead(struct node_reader *reader, struct node_item *item)
{
	const struct node_event *event = pull(reader);
	bool last = event && event->type == EVENT_CLOSE && reader->state != STATE_SECTIONS;
	if (last)
		event = pull(reader);
	reader->ahead = !event ? AHEAD_FAILED : last ? AHEAD_CLOSED : AHEAD_EVENT;
	item->last = last;
	if (event && event->type == EVENT_SCALAR && (last || reader->state == STATE_MAP))
		item->behind = event->text;
	return !event ||
		(last && event->type == EVENT_SCALAR && section_alone(reader, event->place));
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
		node_marks_refuse(event, reader->diags);
		reader->state = STATE_SECTIONS;
		return true;
	}
	if (event->type == EVENT_LIST && reader->takes_any) {
		static const struct node nameless = {.text = ""};
		node_marks_refuse(event, reader->diags);
		reader->listed = true;
		reader->section = &nameless;
		reader->state = STATE_LIST;
		return true;
	}
	if (event->type == EVENT_SCALAR && !event->len)
		return empty_refuse(reader, event->place);
	struct node_failure failure = node_events_failure(reader->events);
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
			"a second document begins here; a file holds one record: delete the line "
			"\"---\" or \"...\"");
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
		.dropped = reader->tree.dropped,
		.whole = whole};
	return STEP_ITEM;
}

static enum step item_drop(struct node_reader *reader, struct node_item *item, struct node *value)
{
	node_tree_drop(&reader->tree, value);
	return item_give(reader, item, NULL, NULL, false);
}

/* Goes into the list or mapping of a section, the current event. */
static enum step section_enter(struct node_reader *reader, enum state state)
{
	node_marks_refuse(node_events_current(reader->events), reader->diags);
	arena_reset(&reader->ids);
	reader->item_keys = (struct node_keys){0};
	reader->state = state;
	return STEP_ON;
}

/* Whether no section is meant, but lines that have lost their indentation: that is told, and the file is
 * not read further. Asked of a name that is none of a section, or comes again. */
static bool section_lost(struct node_reader *reader, const struct node *first)
{
	const struct node *key = reader->section;
	const struct node_known *known = reader->tree.known;
	if (!known || ++reader->asked > ASKED_MOST ||
		(!first && known->stands_beside(key->text, key->len, "events", 6)))
		return false;
	struct node_failure failure = node_events_failure(reader->events);
	return node_lost_report(&failure, key->place, reader->diags);
}

/* The next line that begins in column 1 with a name. */
static struct row section_after(const struct node_failure *failure, struct row row)
{
	do
		row = row_after(failure->bytes, failure->len, row);
	while (row.line.number && (row.column > 1 || row.dash || !row.name));
	return row;
}

/* Whether with the key at hand all sections come again, those that the file begins with at least. */
static bool record_again(struct node_reader *reader)
{
	enum { LEAST = 3 };
	struct node_failure failure = node_events_failure(reader->events);
	struct row first = row_numbered(failure.bytes, failure.len, 1), again;
	uint32_t count = 0;
	if (++reader->asked > ASKED_MOST)
		return false;
	again = row_numbered(failure.bytes, failure.len, reader->section->place.line);
	if (first.line.number && !first.name)
		first = row_after(failure.bytes, failure.len, first);
	if (again.column != 1)
		return false;
	while (first.line.number && again.line.number && first.name && again.name &&
		first.len == again.len && !memcmp(first.name, again.name, first.len)) {
		count++;
		first = section_after(&failure, first);
		again = section_after(&failure, again);
	}
	return count >= LEAST || (count > 1 && !again.line.number);
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
	node_events_hush(reader->events, false);
	const struct node *first;
	reader->section = node_tree_key(
		&reader->tree, &reader->names, &reader->section_keys, &unwanted, &first);
	if (reader->section && section_lost(reader, first))
		return STEP_STOP;
	if (reader->section && first && record_again(reader)) {
		diag_add(reader->diags, DIAG_ERROR, reader->section->place, "second-document",
			"a second record begins here, and a file holds one; put it into a file of "
			"its own, or "
			"what stands below each of its lines in column 1 below the same line "
			"above");
		return STEP_STOP;
	}
	reader->alone = reader->section && section_alone(reader, reader->section->place);
	if (reader->section && first && !reader->alone)
		node_keys_again(reader->diags, &reader->section_keys, reader->section, first,
			AGAIN_SECTION, NULL, NULL, reader->tree.known);
	if (!reader->section || !(event = pull(reader)))
		return STEP_STOP;
	bool known = reader->section->len && strcmp(reader->section->text, "<<") != 0;
	reader->index = 0;
	reader->open = event->place;
	if (known && event->type == EVENT_LIST)
		return section_enter(reader, STATE_LIST);
	if (known && event->type == EVENT_MAP && !reader->takes_any)
		return section_enter(reader, STATE_MAP);
	struct node *value = node_tree_build(&reader->tree, 1, false);
	if (!value)
		return STEP_STOP;
	return known ? item_give(reader, item, NULL, value, true) : item_drop(reader, item, value);
}

/* A section without items is handed out as a whole. */
static enum step section_leave(struct node_reader *reader, struct node_item *item)
{
	if (reader->listed) {
		record_close(reader);
		return STEP_STOP;
	}
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
		const struct node *first;
		key = node_tree_key(
			&reader->tree, &reader->ids, &reader->item_keys, &unwanted, &first);
		if (key && first)
			node_keys_again(reader->diags, &reader->item_keys, key, first, AGAIN_ITEM,
				NULL, NULL, NULL);
		if (!key || !pull(reader))
			return STEP_STOP;
	}
	struct node *value = node_tree_build(&reader->tree, 2, reader->state == STATE_LIST);
	if (!value)
		return STEP_STOP;
	return unwanted ? item_drop(reader, item, value)
			: item_give(reader, item, key, value, false);
}

bool node_next(struct node_reader *reader, struct node_item *item)
{
	if (reader->state == STATE_START && !record_open(reader))
		return false;
	while (reader->state != STATE_STOPPED) {
		arena_reset(&reader->tree.arena);
		reader->tree.dropped = NULL;
		node_events_item(reader->events);
		enum step step = reader->state == STATE_SECTIONS ? section_step(reader, item)
								 : item_step(reader, item);
		if (step == STEP_ITEM) {
			node_events_item(reader->events);
			item->cut = look_ahead(reader, item) || reader->alone;
			return true;
		}
		if (step == STEP_STOP)
			stop(reader);
	}
	return false;
}

bool node_is_null(const struct node *node)
{
	return !node || (node->plain && (!strcmp(node->text, "null") || !strcmp(node->text, "~")));
}

const struct remark *node_remark(const struct node_reader *reader, const struct node *node)
{
	return reader && node->remark ? node_events_remark(reader->events, node->remark) : NULL;
}

bool node_complete(const struct node_reader *reader)
{
	return reader->complete;
}

struct node_reader *node_open(const char *bytes, size_t len, uint32_t file,
	const struct stored *stored, struct diag_list *diags)
{
	struct node_reader *reader = mem_zero(1, sizeof *reader);
	reader->diags = diags;
	reader->open = (struct place){1, 1, file};
	reader->events = node_events_open(bytes, len, file, stored, diags);
	reader->tree = (struct node_tree){.events = reader->events,
		.event = node_events_current(reader->events),
		.diags = diags};
	return reader;
}

void node_take_any(struct node_reader *reader)
{
	reader->takes_any = true;
}

void node_know(struct node_reader *reader, const struct node_known *known)
{
	reader->tree.known = known;
	node_events_know(reader->events, known);
}

void node_give(struct node_reader *reader)
{
	node_events_give(reader->events);
}

void node_hush(struct node_reader *reader)
{
	if (reader)
		node_events_hush(reader->events, true);
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
