/* Authors write the fields of a kind in the same order nearly every time, so what followed a field last is
 * tried first behind it, and the table is searched only where an author has changed habits. */
#include "load/fields.h"

#include "base/suggest.h"
#include "load/language.h"
#include "load/values.h"

#include <stdlib.h>
#include <string.h>

static bool is_named(const struct field *field, const struct node *key)
{
	return field->len == key->len && memcmp(field->name, key->text, key->len) == 0;
}

static void unknown_report(struct loader *load, const struct shape *shape, const struct node *key)
{
	struct suggest suggest;
	suggest_start(&suggest, key->text);
	if (diag_wanted(load->diags, DIAG_ERROR, key->place))
		for (size_t i = 0; i < shape->count; i++)
			suggest_feed(&suggest, shape->fields[i].name);
	const char *best = suggest_best(&suggest);
	code_report(load->diags, CODE_UNKNOWN_FIELD, key->place, "unknown field \"%s\" in %s%s%s%s",
		key->text, shape->name, best ? "; did you mean \"" : "", best ? best : "",
		best ? "\"?" : "");
}

const struct field *field_find(
	struct loader *load, const struct shape *shape, const struct node *key, size_t *last)
{
	uint8_t *habit = &load->habits[shape->number][*last];
	if (!is_named(&shape->fields[*habit], key)) {
		uint8_t at = 0;
		while (at < shape->count && !is_named(&shape->fields[at], key))
			at++;
		if (at == shape->count) {
			unknown_report(load, shape, key);
			return NULL;
		}
		*habit = at;
	}
	*last = *habit + 1u;
	return &shape->fields[*habit];
}

/* Asked of every field: most are told by their length. */
static bool is_null(const struct node *node)
{
	return node->plain && node->len <= 4 && node_is_null(node);
}

const struct node *fields_node(const struct node *map, const char *name)
{
	const struct node *node = map->kind == NODE_MAP ? map->child : NULL;
	while (node && (node->key->text[0] != name[0] || strcmp(node->key->text, name) != 0))
		node = node->next;
	return node && !is_null(node) ? node : NULL;
}

static void word_read(
	struct loader *load, const struct words *words, const struct node *node, uint8_t *into)
{
	for (uint8_t i = 0; i < words->count; i++)
		if (*words->at[i] && strcmp(words->at[i], node->text) == 0) {
			*into = i;
			return;
		}
	struct suggest suggest;
	suggest_start(&suggest, node->text);
	if (diag_wanted(load->diags, code_table[words->code].level, node->place))
		for (uint8_t i = 0; i < words->count; i++)
			suggest_feed(&suggest, words->at[i]);
	const char *best = suggest_best(&suggest);
	if (best) {
		code_report(load->diags, words->code, node->place,
			"no %s is called \"%s\"; did you mean \"%s\"?", words->what, node->text,
			best);
		return;
	}
	struct buf all = {0};
	if (words->advice)
		buf_text(&all, words->advice);
	for (uint8_t i = 0; !words->advice && i < words->count; i++)
		if (*words->at[i])
			buf_format(&all, "%s%s", all.len ? ", " : "there are ", words->at[i]);
	code_report(load->diags, words->code, node->place, "no %s is called \"%s\"; %s",
		words->what, node->text, buf_string(&all));
	buf_free(&all);
}

static void language_read(struct loader *load, const struct node *node, const char **into)
{
	const char *text = value_text(load, node);
	if (language_valid(text))
		*into = text;
	else
		code_report(load->diags, CODE_BAD_LANGUAGE, node->place,
			"\"%s\" is not a language tag; write one like en, pt-BR or zh-Hant", text);
}

/* How many values a list holds, or a plain value stands for; 0, having said why, of anything else. */
static uint32_t list_count(struct loader *load, const char *name, const struct node *node)
{
	if (node->kind == NODE_LIST && node->count)
		return node->count;
	if (node->kind == NODE_LIST)
		code_report(load->diags, CODE_EMPTY_VALUE, node->place,
			"the list \"%s\" is empty: put something into it, or leave the field out",
			name);
	else if (node->kind == NODE_MAP)
		code_report(load->diags, CODE_WRONG_SHAPE, node->place,
			"\"%s\" takes a list, as in [this, that], not a mapping", name);
	else if (value_plain(load, name, node))
		return 1;
	return 0;
}

static void refs_read(struct loader *load, const struct field *field, const struct node *node,
	const struct refs **into)
{
	uint32_t count = list_count(load, field->name, node);
	if (!count)
		return;
	struct refs *refs = arena_alloc(
		&load->record->arena, 1, sizeof *refs + count * sizeof *refs->at);
	const struct node *at = node->kind == NODE_LIST ? node->child : node;
	for (; count; count--, at = at->next)
		if (value_plain(load, field->name, at))
			refs->at[refs->count++] = value_ref(load, at, field->things);
	*into = refs;
}

static void names_read(struct loader *load, const struct field *field, const struct node *node,
	const struct names **into)
{
	uint32_t count = list_count(load, field->name, node);
	if (!count)
		return;
	struct names *names = arena_alloc(
		&load->record->arena, 1, sizeof *names + count * sizeof *names->at);
	const struct node *at = node->kind == NODE_LIST ? node->child : node;
	for (; count; count--, at = at->next)
		if (value_plain(load, field->name, at))
			names->at[names->count++] = value_text(load, at);
	*into = names;
}

static void text_read(
	struct loader *load, const struct field *field, const struct node *node, const char **into)
{
	*into = value_text(load, node);
	const char *lost;
	size_t len;
	if (field->title && load->cuts.count && cuts_hit(&load->cuts, node, &lost, &len))
		code_report(load->diags, CODE_TITLE_CUT, node->place,
			"this title ends before \"%.*s\", which is a comment to YAML; put the "
			"title in quotation "
			"marks",
			len > 40 ? 40 : (int)len, lost);
}

static void id_read(struct loader *load, const struct node *node, const char **into)
{
	const char *id = value_id(load, node);
	if (id)
		*into = arena_text(&load->record->arena, id, strlen(id));
}

void field_read(struct loader *load, const struct field *field, const struct node *node, void *into)
{
	enum field_kind kind = (enum field_kind)field->kind;
	void *at = (char *)into + field->offset;
	if (kind == FIELD_OTHER)
		field->read(load, node, into);
	else if (kind == FIELD_REFS)
		refs_read(load, field, node, at);
	else if (kind == FIELD_NAMES)
		names_read(load, field, node, at);
	else if (kind == FIELD_DATE || kind == FIELD_DATE_OS)
		*(const struct date **)at = value_date(
			load, field->name, node, kind == FIELD_DATE_OS);
	else if (!value_plain(load, field->name, node))
		return;
	else if (kind == FIELD_TEXT)
		text_read(load, field, node, at);
	else if (kind == FIELD_REF)
		*(struct ref *)at = value_ref(load, node, field->things);
	else if (kind == FIELD_ID)
		id_read(load, node, at);
	else if (kind == FIELD_WORD)
		word_read(load, field->words, node, at);
	else if (kind == FIELD_LANGUAGE)
		language_read(load, node, at);
	else
		value_integer(load, field->name, node, at);
}

bool fields_read(struct loader *load, const struct shape *shape, const struct node *node,
	struct place place, void *into)
{
	if (node->kind != NODE_MAP) {
		code_report(load->diags,
			node->kind == NODE_SCALAR && !node->len ? CODE_EMPTY_VALUE
								: CODE_WRONG_SHAPE,
			node->place,
			"%s is written as fields, each \"name: value\"; there is %s here",
			shape->name,
			node->kind == NODE_LIST ? "a list"
				: node->len     ? "a plain value"
						: "nothing");
		return false;
	}
	uint64_t seen = 0;
	size_t last = 0, needed = 0;
	for (const struct node *child = node->child; child; child = child->next) {
		const struct field *field = field_find(load, shape, child->key, &last);
		if (!field || is_null(child))
			continue;
		seen |= UINT64_C(1) << (field - shape->fields);
		needed += field->needs != NULL;
		field_read(load, field, child, into);
	}
	for (size_t i = 0; needed < shape->needed && i < shape->count; i++)
		if (shape->fields[i].needs && !(seen >> i & 1))
			code_report(load->diags, CODE_MISSING_FIELD, place, "%s needs %s (\"%s\")",
				shape->name, shape->fields[i].needs, shape->fields[i].name);
	return true;
}

void fields_each(struct loader *load, const char *name, const struct node *list, void *into,
	void (*read)(struct loader *, const struct node *, void *into))
{
	if (list->kind == NODE_LIST && list->count) {
		for (const struct node *at = list->child; at; at = at->next)
			read(load, at, into);
		return;
	}
	bool empty = list->kind == NODE_SCALAR ? !list->len : !list->count;
	code_report(load->diags, empty ? CODE_EMPTY_VALUE : CODE_WRONG_SHAPE, list->place,
		empty ? "\"%s\" is empty: put something into it, or leave the field out"
		      : "\"%s\" takes a list: begin each of its items with \"- \"",
		name);
}
