/* A value is built without recursion: the open lists and mappings are a stack of levels, at most
 * 64 deep with those that hold the item. libyaml hands out events before it has scanned further
 * than a line's key may reach (1024 characters), so stopping at the event of the 65th level stops
 * it before depth costs anything.
 *
 * What is refused but readable (an anchor, a tag, a duplicate key) is reported and reading goes on,
 * so that one run finds them all. */
#include "base/node_tree.h"

#include "base/buf.h"
#include "base/node_check.h"

#include <string.h>

enum { VALUES_MOST = 1000 * 1000 };

/* A scalar with its text behind it, one allocation for both. */
static struct node *scalar_create(
	struct arena *arena, const struct node_event *event, const char *text, size_t len)
{
	struct node *node = arena_raw(arena, sizeof *node + len + 1);
	char *copy = memcpy(node + 1, text, len);
	copy[len] = '\0';
	*node = (struct node){.kind = NODE_SCALAR,
		.plain = event->plain,
		.place = event->place,
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
	struct node_tree *tree, struct arena *arena, const struct node_event *event)
{
	if (event->type == EVENT_ALIAS) {
		node_check_alias(tree->diags, event->place, event->text);
		return named_create(arena, event, '*', event->text);
	}
	node_check_marks(tree->diags, event->place, event->anchor, event->tag);
	if (event->len)
		return scalar_create(arena, event, event->text, event->len);
	return event->tag ? scalar_create(arena, event, event->tag, strlen(event->tag))
			  : named_create(arena, event, '&', event->anchor);
}

static struct node *scalar_build(struct node_tree *tree, struct arena *arena)
{
	const struct node_event *event = tree->event;
	struct node *node;
	if (event->type == EVENT_ALIAS || event->anchor || event->tag)
		node = marked_build(tree, arena, event);
	else
		node = scalar_create(arena, event, event->text, event->len);
	char *text = (char *)(node + 1);
	if (event->paired)
		node->len = node_events_unpair(tree->events, text, node->len, event->escapes);
	if (event->escapes)
		node->len = node_check_nul(tree->diags, node->place, text, node->len);
	return node;
}

struct node *node_tree_container(struct node_tree *tree)
{
	const struct node_event *event = tree->event;
	struct node *node = arena_alloc(&tree->arena, 1, sizeof *node);
	node->kind = event->type == EVENT_MAP ? NODE_MAP : NODE_LIST;
	node->place = event->place;
	node->text = "";
	if (event->anchor || event->tag)
		node_check_marks(tree->diags, node->place, event->anchor, event->tag);
	return node;
}

const struct node *node_tree_key(
	struct node_tree *tree, struct arena *arena, struct node_keys *keys, bool *unwanted)
{
	const struct node_event *event = tree->event;
	if (event->type != EVENT_SCALAR && event->type != EVENT_ALIAS) {
		diag_add(tree->diags, DIAG_ERROR, event->place, "complex-key",
			"a list or mapping stands where a field's name should; a text that begins "
			"with a bracket must be in quotation marks");
		return NULL;
	}
	const struct node *key = scalar_build(tree, arena);
	bool ordinary = event->ascii && key->len && key->text[0] != '<';
	*unwanted = !ordinary && !node_check_key(tree->diags, key);
	if (*unwanted)
		return key;
	const struct node *first = node_keys_add(keys, arena, key);
	if (first)
		node_check_duplicate(tree->diags, key, first);
	*unwanted = first != NULL;
	return key;
}

/* Puts a value into the list or mapping that is open. */
static void value_attach(struct node_level *level, struct node *node)
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

/* The current event as a value; `depth` lists and mappings are open round it. */
static struct node *value_build(struct node_tree *tree, size_t depth)
{
	const struct node_event *event = tree->event;
	if (++tree->values > VALUES_MOST) {
		node_events_too_large(tree->events, event->place);
		return NULL;
	}
	if (event->type == EVENT_SCALAR || event->type == EVENT_ALIAS)
		return scalar_build(tree, &tree->arena);
	if (depth < NODE_DEPTH_MOST)
		return node_tree_container(tree);
	diag_add(tree->diags, DIAG_ERROR, event->place, "too-deep",
		"lists and mappings are nested more than %d deep here", NODE_DEPTH_MOST);
	return NULL;
}

/* Adds the current event, a key or a value, to the list or mapping that is open. */
static bool level_feed(struct node_tree *tree, size_t outside)
{
	struct node_level *level = &tree->levels[tree->depth - 1];
	if (level->node->kind == NODE_MAP && !level->key) {
		level->key = node_tree_key(tree, &tree->arena, &level->keys, &level->unwanted);
		return level->key;
	}
	struct node *value = value_build(tree, outside + tree->depth);
	if (!value)
		return false;
	value_attach(level, value);
	if (value->kind != NODE_SCALAR)
		tree->levels[tree->depth++] = (struct node_level){.node = value};
	return true;
}

const struct node *node_tree_build(struct node_tree *tree, size_t outside)
{
	tree->values = 0;
	struct node *root = value_build(tree, outside);
	if (!root || root->kind == NODE_SCALAR)
		return root;
	tree->levels[0] = (struct node_level){.node = root};
	tree->depth = 1;
	while (tree->depth) {
		struct place open = tree->levels[tree->depth - 1].node->place;
		const struct node_event *event = node_events_next(tree->events, open);
		if (!event)
			return NULL;
		if (event->type == EVENT_CLOSE)
			tree->depth--;
		else if (!level_feed(tree, outside))
			return NULL;
	}
	return root;
}
