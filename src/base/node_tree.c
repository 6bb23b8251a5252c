/* A value is built without recursion: the open lists and mappings are a stack of levels, at most 64
 * deep with those that hold the item. libyaml hands out events before it has scanned further than a
 * line's key may reach (1024 characters), so stopping at the event of the 65th level stops it
 * before depth costs anything. */
#include "base/node_tree.h"

#include "base/habit.h"
#include "base/node_error.h"
#include "base/node_scalar.h"

enum { DEPTH_MOST = 64, VALUES_MOST = 1000 * 1000 };

/* A list or mapping that is being read. */
struct level {
	struct node *node, *last;
	struct node *holder;    /* of fields, the last one below which there are none */
	const struct node *key; /* awaits its value */
	bool unwanted;          /* that value repeats a key: read, but not kept */
	/* A key that was there before and is told of when its value is read; and the first one. */
	const struct node *again, *first;
	struct node_keys keys;
};

/* A value as far as it has been read. */
struct building {
	struct node_tree *tree;
	size_t outside; /* lists and mappings that are open round it */
	size_t values, depth;
	struct level *levels; /* DEPTH_MOST, of which `depth` are open */
};

/* ---- a key ---- */

/* What no name of a field begins with, and words that begin like "1. id" or "o id". */
static bool is_habit(const struct node *key)
{
	char first = (char)(key->text[0] | 0x20);
	bool letter = first >= 'a' && first <= 'z';
	return key->plain && (!letter || key->text[1] == ' ' || key->text[1] == ')');
}

/* Whether the current event is a key with signs round it that do not belong there, reported. */
static bool key_is_told(const struct node_tree *tree)
{
	struct node_failure failure = node_events_failure(tree->events);
	return node_error_key(&failure, tree->diags);
}

const struct node *node_tree_key(struct node_tree *tree, struct arena *arena,
	struct node_keys *keys, bool *unwanted, const struct node **first)
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
	struct node *key = node_scalar(tree->events, event, arena, tree->diags);
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

/* ---- a value ---- */

void node_tree_drop(struct node_tree *tree, struct node *node)
{
	node->next = tree->dropped;
	tree->dropped = node;
}

/* Whether nothing stands where fields belong. */
static bool is_holder(const struct node_tree *tree, const struct node *node)
{
	return node->kind == NODE_SCALAR && !node->len && node->plain && node->key && tree->known &&
		tree->known->takes_fields(node->key->text, node->key->len);
}

/* Puts a value into the list or mapping that is open. */
static void value_attach(struct node_tree *tree, struct level *level, struct node *node)
{
	if (level->unwanted) {
		node_tree_drop(tree, node);
	} else {
		node->key = level->key;
		if (level->last)
			level->last->next = node;
		else
			level->node->child = node;
		level->last = node;
		level->node->count++;
		if (is_holder(tree, node))
			level->holder = node;
	}
	level->key = NULL;
	level->unwanted = false;
}

/* The current event as a list or mapping without values. */
static struct node *container_create(struct node_tree *tree, const struct node_event *event)
{
	struct node *node = arena_alloc(&tree->arena, 1, sizeof *node);
	node->kind = event->type == EVENT_MAP ? NODE_MAP : NODE_LIST;
	node->place = event->place;
	node->flow = event->flow;
	node->text = "";
	if (event->anchor || event->tag)
		node_marks_refuse(event, tree->diags);
	return node;
}

/* The current event as a value. */
static struct node *value_build(struct building *at)
{
	struct node_tree *tree = at->tree;
	const struct node_event *event = tree->event;
	if (++at->values > VALUES_MOST) {
		node_events_too_large(tree->events, event->place);
		return NULL;
	}
	if (event->type == EVENT_SCALAR || event->type == EVENT_ALIAS)
		return node_scalar(tree->events, event, &tree->arena, tree->diags);
	if (at->outside + at->depth < DEPTH_MOST)
		return container_create(tree, event);
	diag_add(tree->diags, DIAG_ERROR, event->place, "too-deep",
		"lists and mappings are nested more than %d deep here", DEPTH_MOST);
	return NULL;
}

/* "original:" with nothing below it, in a mapping in which a key stands twice: the one behind it, and
 * all between, are its fields. */
static bool level_outdented(const struct node_tree *tree, struct level *level)
{
	struct node *holder = level->holder;
	if (!holder || holder->told || level->node->flow)
		return false;
	bool later = level->first->place.line < holder->place.line;
	holder->told = true;
	node_keys_outdented(tree->diags, holder->key, later ? level->again : level->first);
	return true;
}

/* A value is read to its end: where its key was there before, that is told now. */
static void level_again(const struct node_tree *tree, struct level *level, const struct node *value)
{
	const struct node *first = level->node->child;
	if (!level->again)
		return;
	while (first && first->key != level->first)
		first = first->next;
	/* "quotes:" in two lines: that the first is empty is the same slip. */
	if (level->last && level->last == first && !first->len && first->kind == NODE_SCALAR &&
		level->again->place.line == level->first->place.line + 1)
		level->last->told = true;
	if (level->keys.run != KEYS_RUN_NONE || !level_outdented(tree, level))
		node_keys_again(tree->diags, &level->keys, level->again, level->first, AGAIN_FIELD,
			value, first, tree->known);
	level->again = NULL;
}

/* The last item of the list that has just been closed is told of: it belongs elsewhere. */
static void stray_tell(const struct building *at, const struct level *level)
{
	const struct level *closed = level + 1;
	if (at->depth < DEPTH_MOST && level->last && level->last->kind == NODE_LIST &&
		closed->node == level->last && closed->last)
		closed->last->told = true;
}

static void level_open(struct building *at, struct node *node, bool listed)
{
	at->levels[at->depth++] = (struct level){.node = node, .keys.listed = listed};
}

/* Adds the current event, a key or a value, to the list or mapping that is open. */
static bool level_feed(struct building *at)
{
	struct node_tree *tree = at->tree;
	struct level *level = &at->levels[at->depth - 1];
	if (level->node->kind == NODE_MAP && !level->key) {
		level->key = node_tree_key(
			tree, &tree->arena, &level->keys, &level->unwanted, &level->first);
		level->again = level->first ? level->key : NULL;
		if (level->again && level->keys.run == KEYS_RUN_STRAY)
			stray_tell(at, level);
		return level->key;
	}
	struct node *value = value_build(at);
	if (!value)
		return false;
	value_attach(tree, level, value);
	if (value->kind == NODE_SCALAR)
		level_again(tree, level, value);
	else
		level_open(at, value, level->node->kind == NODE_LIST);
	return true;
}

/* Closes the innermost list or mapping. */
static void level_close(struct building *at, uint32_t remark)
{
	struct node *closed = at->levels[--at->depth].node;
	closed->remark = remark;
	if (at->depth)
		level_again(at->tree, &at->levels[at->depth - 1], closed);
}

struct node *node_tree_build(struct node_tree *tree, size_t outside, bool listed)
{
	struct building at = {.tree = tree, .outside = outside};
	struct node *root = value_build(&at);
	if (!root || root->kind == NODE_SCALAR)
		return root;
	/* Each is set where it is opened. */
	at.levels = arena_raw(&tree->arena, DEPTH_MOST * sizeof *at.levels);
	level_open(&at, root, listed);
	while (at.depth) {
		struct place open = at.levels[at.depth - 1].node->place;
		const struct node_event *event = node_events_next(tree->events, open);
		if (!event)
			return NULL;
		if (event->type == EVENT_CLOSE)
			level_close(&at, event->remark);
		else if (!level_feed(&at))
			return NULL;
	}
	return root;
}
