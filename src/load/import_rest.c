/* What is read of an item is remembered, in a table of its nodes; the rest of it is told of when it is done.
 * So a form cannot forget what it does not know. A new item begins with another number, by which what the
 * table holds of the one before is free. */
#include "load/import_form.h"

#include "base/memory.h"

#include <stdlib.h>

static size_t slot_of(const struct import_taken *taken, const struct node *node)
{
	size_t at = (size_t)((uintptr_t)node / sizeof(void *) * 0x9E3779B97F4A7C15u >> 20);
	for (;; at++) {
		const struct import_mark *mark = &taken->marks[at &= taken->capacity - 1];
		if (mark->item != taken->item || mark->node == node)
			return at;
	}
}

static void grow(struct import_taken *taken)
{
	struct import_taken more = {
		.capacity = taken->capacity ? taken->capacity * 2 : 256, .item = taken->item};
	more.marks = mem_zero(more.capacity, sizeof *more.marks);
	for (size_t i = 0; i < taken->capacity; i++)
		if (taken->marks[i].item == taken->item)
			more.marks[slot_of(&more, taken->marks[i].node)] = taken->marks[i];
	more.count = taken->count;
	free(taken->marks);
	*taken = more;
}

static bool is_taken(const struct import *import, const struct node *node)
{
	const struct import_taken *taken = &import->taken;
	return taken->count && taken->marks[slot_of(taken, node)].item == taken->item;
}

void import_take(struct import *import, const struct node *node)
{
	struct import_taken *taken = &import->taken;
	if (taken->count >= taken->capacity / 2)
		grow(taken);
	struct import_mark *mark = &taken->marks[slot_of(taken, node)];
	taken->count += mark->item != taken->item;
	*mark = (struct import_mark){node, taken->item};
}

void import_pass(struct import *import, const struct node *node)
{
	const struct node *child = node && node->kind != NODE_SCALAR ? node->child : NULL;
	if (node)
		import_take(import, node);
	for (; child; child = child->next)
		import_pass(import, child);
}

/* Whether something in it was read; and whether there is anything that was not. */
static bool was_read(const struct import *import, const struct node *node, bool *rest)
{
	if (is_taken(import, node))
		return true;
	if (node->kind == NODE_SCALAR) {
		*rest |= import_plain(node);
		return false;
	}
	bool read = false;
	for (const struct node *child = node->child; child; child = child->next)
		read |= was_read(import, child, rest);
	return read;
}

/* Tells of the parts of a value of which some was read, of any other that it is left out. What is in a list is
 * called by the name of the list. */
static void rest_tell(struct import *import, const struct node *node, const struct node *key)
{
	bool rest = false, read = was_read(import, node, &rest);
	if (!rest)
		return;
	if (!read) {
		import_left(import, node->key ? node->key->place : node->place, key->text);
		import_pass(import, node);
		return;
	}
	for (const struct node *child = node->child; child; child = child->next)
		rest_tell(import, child, child->key ? child->key : key);
}

void import_rest(struct import *import, const struct node *node, const struct node *key)
{
	if (node && node->kind == NODE_MAP)
		for (const struct node *child = node->child; child; child = child->next)
			rest_tell(import, child, child->key);
	else if (node)
		rest_tell(import, node, key);
}

void import_rest_forget(struct import *import)
{
	import->taken.item++;
	import->taken.count = 0;
}
