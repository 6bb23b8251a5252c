/* A file of YAML, read one item at a time into a tree.
 *
 * The reader stands in the top-level mapping, in a section's list or in a section's mapping; each
 * call reads one value from there. Only the keys outlast an item: those of the sections to the end
 * of the file, those of a section's items to the end of the section, to find duplicates.
 *
 * A value is built without recursion: the open lists and mappings are a stack of levels, at most 64
 * deep with those that hold the item. libyaml hands out events before it has scanned further than a
 * line's key may reach (1024 characters), so stopping at the event of the 65th level stops it
 * before depth costs anything. */
#include "base/node.h"

#include "base/buf.h"
#include "base/habit.h"
#include "base/memory.h"
#include "base/node_error.h"
#include "base/node_events.h"
#include "base/node_keys.h"
#include "base/node_lost.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH_MOST = 64, VALUES_MOST = 1000 * 1000, ASKED_MOST = 64 };

/* ---- what a record refuses of YAML although libyaml reads it: reported, and reading goes on
 * ---- */

static void check_marks(
	struct diag_list *diags, struct place place, const char *anchor, const char *tag)
{
	if (anchor)
		diag_add(diags, DIAG_ERROR, place, "anchor",
			"a record has no anchors, and \"&%s\" is one; put a text that begins with "
			"\"&\" in quotation marks",
			anchor);
	if (tag)
		diag_add(diags, DIAG_ERROR, place, "tag",
			"a record has no tags, and \"%s\" is one; put a text that begins with "
			"\"!\" "
			"in quotation marks",
			tag);
}

static void check_alias(struct diag_list *diags, struct place place, const char *name)
{
	diag_add(diags, DIAG_ERROR, place, "alias",
		"a record has no aliases, and \"*%s\" is one; put a text that begins with \"*\" in "
		"quotation marks",
		name);
}

/* Takes NULs out of a text and reports them; returns the new length. */
static size_t check_nul(struct diag_list *diags, struct place place, char *text, size_t len)
{
	if (!memchr(text, '\0', len))
		return len;
	diag_add(diags, DIAG_ERROR, place, "nul",
		"a NUL character (\"\\0\") in this text; delete it");
	size_t to = 0;
	for (size_t at = 0; at < len; at++)
		if (text[at])
			text[to++] = text[at];
	text[to] = '\0';
	return to;
}

/* Takes out of a text what stands for characters that have been refused. */
static size_t check_altered(char *text, size_t len)
{
	static const char substitute[] = "\xef\xbf\xbd";
	char *at = text;
	while ((at = strstr(at, substitute))) {
		len -= sizeof substitute - 1;
		memmove(at, at + sizeof substitute - 1, len - (size_t)(at - text) + 1);
	}
	return len;
}

/* ---- one value as a tree ---- */

/* A list or mapping that is being read. */
struct level {
	struct node *node, *last;
	const struct node *key; /* awaits its value */
	bool unwanted;          /* that value repeats a key: read, but not kept */
	/* A key that was there before and is told of when its value is read; and the first one. */
	const struct node *again, *first;
	struct node_keys keys;
};

struct tree {
	struct node_events *events;
	const struct node_event *event; /* the current one of them */
	struct diag_list *diags;
	const struct node_known *known; /* or NULL */
	struct arena arena;             /* the nodes of one value */
	const struct node *dropped;     /* what was read of it and is not kept */
	bool listed;                    /* it is an item of a list */
	size_t values, depth;
	struct level levels[DEPTH_MOST]; /* `depth` of them are open */
};

/* A scalar with its text behind it, one allocation for both. */
static struct node *scalar_create(
	struct arena *arena, const struct node_event *event, const char *text, size_t len)
{
	struct node *node = arena_raw(arena, sizeof *node + len + 1);
	char *copy = memcpy(node + 1, text, len);
	copy[len] = '\0';
	*node = (struct node){.kind = NODE_SCALAR,
		.plain = event->plain,
		.told = event->altered || event->swallows || event->type == EVENT_ALIAS ||
			event->anchor || event->tag,
		.place = event->place,
		.remark = event->remark,
		.text = copy,
		.len = len};
	return node;
}

/* "*name" or "&name", as it was typed. */
static struct node *named_create(
	struct arena *arena, const struct node_event *event, char mark, const char *name)
{
	struct buf typed = {0};
	buf_char(&typed, mark);
	buf_text(&typed, name);
	struct node *node = scalar_create(arena, event, typed.text, typed.len);
	buf_free(&typed);
	return node;
}

/* An alias, or an anchor or a tag without text: reported, and kept as it was typed. */
static struct node *marked_build(
	struct tree *tree, struct arena *arena, const struct node_event *event)
{
	if (event->type == EVENT_ALIAS) {
		check_alias(tree->diags, event->place, event->text);
		return named_create(arena, event, '*', event->text);
	}
	check_marks(tree->diags, event->place, event->anchor, event->tag);
	if (event->len)
		return scalar_create(arena, event, event->text, event->len);
	return event->tag ? scalar_create(arena, event, event->tag, strlen(event->tag))
			  : named_create(arena, event, '&', event->anchor);
}

static struct node *scalar_build(struct tree *tree, struct arena *arena)
{
	const struct node_event *event = tree->event;
	struct node *node;
	if (event->type == EVENT_ALIAS || event->anchor || event->tag)
		node = marked_build(tree, arena, event);
	else
		node = scalar_create(arena, event, event->text, event->len);
	char *text = (char *)(node + 1);
	if (node_events_altered(tree->events))
		node->len = check_altered(text, node->len);
	if (event->paired)
		node->len = node_events_unpair(tree->events, text, node->len, event->escapes);
	if (event->escapes)
		node->len = check_nul(tree->diags, node->place, text, node->len);
	return node;
}

/* The current event as a list or mapping without values. */
static struct node *tree_container(struct tree *tree)
{
	const struct node_event *event = tree->event;
	struct node *node = arena_alloc(&tree->arena, 1, sizeof *node);
	node->kind = event->type == EVENT_MAP ? NODE_MAP : NODE_LIST;
	node->place = event->place;
	node->flow = event->flow;
	node->text = "";
	if (event->anchor || event->tag)
		check_marks(tree->diags, node->place, event->anchor, event->tag);
	return node;
}

/* What no name of a field begins with, and words that begin like "1. id" or "o id". */
static bool is_habit(const struct node *key)
{
	char first = (char)(key->text[0] | 0x20);
	bool letter = first >= 'a' && first <= 'z';
	return key->plain && (!letter || key->text[1] == ' ' || key->text[1] == ')');
}

/* Whether the current event is a key with signs round it that do not belong there, reported. */
static bool key_is_told(struct tree *tree)
{
	struct node_failure failure = node_events_failure(tree->events);
	return node_error_key(&failure, tree->diags);
}

/* The current event as a key; NULL where it can be none. *unwanted is set where its value is not to
 * be kept, and *first where that is so because it was there before, and is to be told of. */
static const struct node *tree_key(struct tree *tree, struct arena *arena, struct node_keys *keys,
	bool *unwanted, const struct node **first)
{
	const struct node_event *event = tree->event;
	if (event->type != EVENT_SCALAR && event->type != EVENT_ALIAS) {
		if (key_is_told(tree))
			return NULL;
		diag_add(tree->diags, DIAG_ERROR, event->place, "complex-key",
			"a list or mapping stands where a field's name should; a text that begins "
			"with a bracket must be in quotation marks");
		return NULL;
	}
	struct node *key = scalar_build(tree, arena);
	/* What follows is not read: behind a bullet the lines below begin too far right. */
	if (is_habit(key) &&
		(key_is_told(tree) ||
			habit_report(tree->diags, key->place, key->text, key->text + key->len)))
		return NULL;
	bool ordinary = event->ascii && key->len && key->text[0] != '<';
	*first = NULL;
	*unwanted = !ordinary && !node_key_check(tree->diags, key);
	if (*unwanted)
		return key;
	*first = node_keys_add(keys, arena, key);
	*unwanted = *first != NULL || keys->runs_on; /* what follows is of the next item */
	if (*first && !node_keys_repeat(keys, tree->diags, key, *first, tree->known))
		*first = NULL;
	return key;
}

static void value_drop(struct tree *tree, struct node *node)
{
	node->next = tree->dropped;
	tree->dropped = node;
}

/* Puts a value into the list or mapping that is open. */
static void value_attach(struct tree *tree, struct level *level, struct node *node)
{
	if (level->unwanted) {
		value_drop(tree, node);
	} else {
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

/* The current event as a value; `depth` lists and mappings are open round it. */
static struct node *value_build(struct tree *tree, size_t depth)
{
	const struct node_event *event = tree->event;
	if (++tree->values > VALUES_MOST) {
		node_events_too_large(tree->events, event->place);
		return NULL;
	}
	if (event->type == EVENT_SCALAR || event->type == EVENT_ALIAS)
		return scalar_build(tree, &tree->arena);
	if (depth < DEPTH_MOST)
		return tree_container(tree);
	diag_add(tree->diags, DIAG_ERROR, event->place, "too-deep",
		"lists and mappings are nested more than %d deep here", DEPTH_MOST);
	return NULL;
}

/* A value is read to its end: where its key was there before, that is told now. */
static void level_again(struct tree *tree, struct level *level, const struct node *value)
{
	const struct node *first = level->node->child;
	if (!level->again)
		return;
	while (first && first->key != level->first)
		first = first->next;
	node_keys_again(tree->diags, &level->keys, level->again, level->first, AGAIN_FIELD, value,
		first, tree->known);
	level->again = NULL;
}

/* The last item of the list that has just been closed is told of: it belongs elsewhere. */
static void stray_tell(struct tree *tree, const struct level *level)
{
	const struct level *closed = level + 1;
	if (tree->depth < DEPTH_MOST && level->last && level->last->kind == NODE_LIST &&
		closed->node == level->last && closed->last)
		closed->last->told = true;
}

/* Adds the current event, a key or a value, to the list or mapping that is open. */
static bool level_feed(struct tree *tree, size_t outside)
{
	struct level *level = &tree->levels[tree->depth - 1];
	if (level->node->kind == NODE_MAP && !level->key) {
		level->key = tree_key(
			tree, &tree->arena, &level->keys, &level->unwanted, &level->first);
		level->again = level->first ? level->key : NULL;
		if (level->again && level->keys.run == KEYS_RUN_STRAY)
			stray_tell(tree, level);
		return level->key;
	}
	struct node *value = value_build(tree, outside + tree->depth);
	if (!value)
		return false;
	value_attach(tree, level, value);
	if (value->kind == NODE_SCALAR)
		level_again(tree, level, value);
	if (value->kind != NODE_SCALAR)
		tree->levels[tree->depth++] = (struct level){
			.node = value, .keys.listed = level->node->kind == NODE_LIST};
	return true;
}

/* Closes the innermost list or mapping. */
static void tree_close(struct tree *tree, uint32_t remark)
{
	struct node *closed = tree->levels[--tree->depth].node;
	closed->remark = remark;
	if (tree->depth)
		level_again(tree, &tree->levels[tree->depth - 1], closed);
}

/* Builds the value that begins with the current event, and leaves its last event current. NULL
 * where the file cannot be read further, which has been reported. `outside` lists and mappings are
 * open round it. */
static struct node *tree_build(struct tree *tree, size_t outside)
{
	tree->values = 0;
	struct node *root = value_build(tree, outside);
	if (!root || root->kind == NODE_SCALAR)
		return root;
	tree->levels[0] = (struct level){.node = root, .keys.listed = tree->listed};
	tree->depth = 1;
	while (tree->depth) {
		struct place open = tree->levels[tree->depth - 1].node->place;
		const struct node_event *event = node_events_next(tree->events, open);
		if (!event)
			return NULL;
		if (event->type == EVENT_CLOSE)
			tree_close(tree, event->remark);
		else if (!level_feed(tree, outside))
			return NULL;
	}
	return root;
}

/* ---- the reader ---- */

enum state { STATE_START, STATE_SECTIONS, STATE_LIST, STATE_MAP, STATE_STOPPED };

/* What was looked at behind an item, before it was given: nothing, the current event, that and the
 * end of the section before it, or that there is none. */
enum ahead { AHEAD_NONE, AHEAD_EVENT, AHEAD_CLOSED, AHEAD_FAILED };

struct node_reader {
	struct node_events *events;
	struct tree tree; /* of the item */
	struct diag_list *diags;
	enum state state;
	enum ahead ahead;
	bool complete;
	bool alone; /* the section is none, but a field that is not indented */
	uint32_t index;
	uint32_t
		asked; /* sections that were looked at for a loss: each costs a way through the file */
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
		: ahead == AHEAD_EVENT  ? reader->tree.event
					: node_events_next(reader->events, reader->open);
}

/* Whether a key in column 1 is a field that belongs to what stands round it. */
static bool section_alone(struct node_reader *reader, struct place key)
{
	if (++reader->asked > ASKED_MOST)
		return false;
	struct node_failure failure = node_events_failure(reader->events);
	return node_lost_alone(&failure, key);
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
		tree_container(&reader->tree); /* for its checks */
		reader->state = STATE_SECTIONS;
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
	value_drop(&reader->tree, value);
	return item_give(reader, item, NULL, NULL, false);
}

/* Goes into the list or mapping of a section. */
static enum step section_enter(struct node_reader *reader, enum state state)
{
	tree_container(&reader->tree); /* for its checks */
	arena_reset(&reader->ids);
	reader->item_keys = (struct node_keys){0};
	reader->state = state;
	return STEP_ON;
}

/* Reads a section's key and the beginning of its value. */
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
	const struct node *first;
	reader->section = tree_key(
		&reader->tree, &reader->names, &reader->section_keys, &unwanted, &first);
	if (reader->section && section_lost(reader, first))
		return STEP_STOP;
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
	if (known && event->type == EVENT_MAP)
		return section_enter(reader, STATE_MAP);
	reader->tree.listed = false;
	struct node *value = tree_build(&reader->tree, 1);
	if (!value)
		return STEP_STOP;
	return known ? item_give(reader, item, NULL, value, true) : item_drop(reader, item, value);
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
		const struct node *first;
		key = tree_key(&reader->tree, &reader->ids, &reader->item_keys, &unwanted, &first);
		if (key && first)
			node_keys_again(reader->diags, &reader->item_keys, key, first, AGAIN_ITEM,
				NULL, NULL, NULL);
		if (!key || !pull(reader))
			return STEP_STOP;
	}
	reader->tree.listed = reader->state == STATE_LIST;
	struct node *value = tree_build(&reader->tree, 2);
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
	return node->remark ? node_events_remark(reader->events, node->remark) : NULL;
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
	reader->tree = (struct tree){.events = reader->events,
		.event = node_events_current(reader->events),
		.diags = diags};
	return reader;
}

void node_know(struct node_reader *reader, const struct node_known *known)
{
	reader->tree.known = known;
	node_events_know(reader->events, known);
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
