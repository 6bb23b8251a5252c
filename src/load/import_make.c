/* Nodes are made as node_tree.c makes them; ids of the words that a thing is called by. */
#include "load/import_form.h"

#include "base/memory.h"
#include "base/text.h"

#include <string.h>

/* ---- nodes ---- */

static struct node *make_node(struct import *import, enum node_kind kind, struct place place)
{
	struct node *node = arena_alloc(&import->arena, 1, sizeof *node);
	node->kind = kind;
	node->place = place;
	node->text = "";
	return node;
}

struct making make_map(struct import *import, struct place place)
{
	return (struct making){.node = make_node(import, NODE_MAP, place)};
}

struct making make_list(struct import *import, struct place place)
{
	return (struct making){.node = make_node(import, NODE_LIST, place)};
}

struct node *make_text(struct import *import, const char *text, size_t len, struct place place)
{
	struct node *node = make_node(import, NODE_SCALAR, place);
	node->text = arena_text(&import->arena, text, len);
	node->len = len;
	return node;
}

void make_add(struct import *import, struct making *making, const char *key, struct node *value)
{
	if (key) {
		struct node *name = make_node(import, NODE_SCALAR, value->place);
		name->text = key;
		name->len = strlen(key);
		value->key = name;
	}
	if (making->last)
		making->last->next = value;
	else
		making->node->child = value;
	making->last = value;
	making->node->count++;
}

void make_field(struct import *import, struct making *making, const char *key, const char *text,
	struct place place)
{
	if (text && *text)
		make_add(import, making, key, make_text(import, text, strlen(text), place));
}

void make_same(
	struct import *import, struct making *making, const char *key, const struct node *node)
{
	if (!import_plain(node))
		return;
	make_add(import, making, key, make_text(import, node->text, node->len, node->place));
	import_take(import, node);
}

/* ---- what stands in the file ---- */

bool import_plain(const struct node *node)
{
	return node && node->kind == NODE_SCALAR && !node_is_null(node) &&
		node->text[strspn(node->text, " \t\r\n")];
}

const struct node *import_field(const struct node *map, const char *key)
{
	const struct node *node = map && map->kind == NODE_MAP ? map->child : NULL;
	while (node && strcmp(node->key->text, key) != 0)
		node = node->next;
	return node && (node->kind != NODE_SCALAR || import_plain(node)) ? node : NULL;
}

/* ---- ids ---- */

enum { ID_MOST = 64, ID_WORDS = 40 };

static bool is_id(const char *text, size_t len)
{
	size_t bytes, count = 0;
	for (size_t at = 0; at < len; at += bytes, count++) {
		int32_t c = text_decode(text + at, len - at, &bytes);
		bool first = text_is_letter(c);
		if (!first && (!at || !(text_is_word(c) || c == '-' || c == '_')))
			return false;
	}
	return count && count <= ID_MOST;
}

/* Appends the words of a text with hyphens between them, some forty letters of them. */
static void words_add(struct buf *id, const char *text)
{
	size_t len = strlen(text), bytes, count = 0, start = id->len, word = 0;
	bool apart = false;
	for (size_t at = 0; at < len; at += bytes) {
		int32_t c = text_decode(text + at, len - at, &bytes);
		if (c == '\'' || c == 0x2019 || text_kind(c) >= TEXT_DIRECTION)
			continue;
		if (!text_is_word(c)) {
			apart = true;
			continue;
		}
		if (count++ >= ID_WORDS) {
			if (!apart && word > start)
				id->len = word; /* a word that is begun */
			break;
		}
		if (apart && id->len > start) {
			word = id->len;
			buf_char(id, '-');
		}
		apart = false;
		char small = text_small(text[at]);
		buf_add(id, c < 0x80 ? &small : text + at, bytes);
	}
}

static bool is_taken(struct import *import, enum id_space space, const char *id)
{
	return strcmp(id, "editor") == 0 ||
		ids_find(&import->load->ids, space, id).thing != THING_NONE ||
		import_name(&import->ids[space], &import->kept, id, strlen(id))->number;
}

static const char *id_take(struct import *import, enum id_space space, const char *id)
{
	struct import_name *name = import_name(&import->ids[space], &import->kept, id, strlen(id));
	name->number = 1;
	return name->text;
}

/* The same with a number behind it where it is taken. How far that has come is remembered. */
static const char *id_free(struct import *import, enum id_space space, const char *id)
{
	if (!is_taken(import, space, id))
		return id_take(import, space, id);
	struct buf next = {0};
	uint32_t number = import_name(&import->ids[space], &import->kept, id, strlen(id))->number;
	number = number ? number : 1;
	do {
		buf_clear(&next);
		buf_format(&next, "%s-%u", id, ++number);
	} while (is_taken(import, space, buf_string(&next)));
	import_name(&import->ids[space], &import->kept, id, strlen(id))->number = number;
	const char *taken = id_take(import, space, buf_string(&next));
	buf_free(&next);
	return taken;
}

const char *import_id(
	struct import *import, enum id_space space, const char *text, const char *other)
{
	struct buf words = {0}, id = {0};
	words_add(&words, text);
	const char *from = buf_string(&words);
	size_t bytes;
	if (!words.len || !text_is_letter(text_decode(from, words.len, &bytes))) {
		buf_text(&id, other);
		if (words.len)
			buf_char(&id, '-');
	}
	text_normal(&id, from, words.len);
	const char *best = is_id(buf_string(&id), id.len) ? buf_string(&id) : other;
	const char *taken = id_free(import, space, best);
	buf_free(&words);
	buf_free(&id);
	return taken;
}

const char *import_id_own(struct import *import, enum id_space space, const struct node *own,
	const char *text, const char *other)
{
	if (!import_plain(own))
		return import_id(import, space, text, other);
	struct buf id = {0};
	text_normal(&id, own->text, own->len);
	import_take(import, own);
	bool good = is_id(own->text, own->len) && is_id(buf_string(&id), id.len);
	if (!good || is_taken(import, space, buf_string(&id)))
		import_tell(import, CODE_LEFT_OUT, own->place,
			"an id that a record cannot have, or that is taken, is left out for "
			"another");
	const char *taken = good ? id_free(import, space, buf_string(&id))
				 : import_id(import, space, text, other);
	buf_free(&id);
	return taken;
}

/* ---- what is told ---- */

enum { TOLD_MOST = 40 };

static void tell(
	struct import *import, enum code code, struct place place, const char *what, bool field)
{
	for (size_t i = 0; i < import->told_count; i++) {
		struct import_told *told = &import->told[i];
		if (told->field == field && strcmp(told->what, what) == 0) {
			told->count++;
			if (place_before(place, told->first))
				told->first = place;
			return;
		}
	}
	if (field && import->told_count >= TOLD_MOST) {
		tell(import, code, place, "other fields have no place in a record", false);
		return;
	}
	import->told = mem_grow(
		import->told, &import->told_room, import->told_count + 1, sizeof *import->told);
	import->told[import->told_count++] = (struct import_told){
		code, arena_text(&import->kept, what, strlen(what)), field, place, 1};
}

void import_left(struct import *import, struct place place, const char *name)
{
	tell(import, CODE_LEFT_OUT, place, name, true);
}

void import_tell(struct import *import, enum code code, struct place place, const char *sentence)
{
	tell(import, code, place, sentence, false);
}

void import_report(struct import *import)
{
	for (size_t i = 0; i < import->told_count; i++) {
		const struct import_told *told = &import->told[i];
		struct buf times = {0};
		if (told->count > 1)
			buf_format(&times, " (%u times, here first)", told->count);
		if (told->field)
			code_report(import->load->diags, told->code, told->first,
				"\"%s\" has no place in a record, and is left out%s", told->what,
				buf_string(&times));
		else
			code_report(import->load->diags, told->code, told->first, "%s%s",
				told->what, buf_string(&times));
		buf_free(&times);
	}
}
