/* What a field takes is told by its kind; each kind is read by a function of its own. */
#include "load/fields.h"

#include "load/comma.h"
#include "load/keys.h"
#include "load/lost.h"
#include "load/missing.h"
#include "load/outside.h"
#include "load/section.h"
#include "load/shapes.h"
#include "load/things.h"
#include "load/traces.h"
#include "load/values.h"

#include <stdlib.h>
#include <string.h>

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

/* How many values a list holds, or a plain value stands for; 0, having said why, of anything
 * else. */
static uint32_t list_count(
	struct loader *load, const struct form_field *field, const struct node *node)
{
	if (node->kind == NODE_LIST && node->count)
		return node->count;
	if (node->kind == NODE_LIST)
		code_report(load->diags, CODE_EMPTY_VALUE, node->place,
			"the list \"%s\" is empty: put something into it, or leave the field out",
			field->name);
	else if (node->kind == NODE_MAP)
		shape_no_list(load, field, node);
	else if (value_plain(load, field->name, node))
		return 1;
	return 0;
}

/* What stands in a list has no key; what does has been asked about. */
static void entry_lost(struct loader *load, const struct form_field *field, const struct node *node)
{
	if (node->remark && !node->key)
		lost_report(load, field, node);
}

static void refs_read(struct loader *load, const struct form_field *field, const struct node *node,
	const struct refs **into)
{
	uint32_t count = list_count(load, field, node);
	if (!count)
		return;
	struct refs *refs = arena_alloc(
		&load->record->arena, 1, sizeof *refs + count * sizeof *refs->at);
	const struct node *at = node->kind == NODE_LIST ? node->child : node;
	size_t pending = load->pending_count;
	for (; count; count--, at = at->next) {
		entry_lost(load, field, at);
		if (shape_single(load, field, at))
			refs->at[refs->count++] = value_ref(load, at, field->things);
	}
	for (; pending < load->pending_count; pending++)
		load->pending[pending].listed = true;
	*into = refs;
}

/* The text is looked through once for all that would be told of it. */
static const char *text_kept(
	struct loader *load, const struct form_field *field, const struct node *node)
{
	unsigned traces = traces_find(node->text, node->len);
	traces_report(load, field, node, traces);
	return traces & (TRACE_UNSEEN | TRACE_SHARP) ? value_text(load, node)
						     : value_words(load, node);
}

static void names_read(struct loader *load, const struct form_field *field, const struct node *node,
	const struct names **into)
{
	uint32_t count = list_count(load, field, node);
	if (!count)
		return;
	struct names *names = arena_alloc(
		&load->record->arena, 1, sizeof *names + count * sizeof *names->at);
	const struct node *at = node->kind == NODE_LIST ? node->child : node;
	for (; count; count--, at = at->next) {
		entry_lost(load, field, at);
		if (!shape_single(load, field, at))
			continue;
		names->at[names->count++] = text_kept(load, field, at);
	}
	if (node->kind == NODE_SCALAR)
		shape_one_name(load, field, node);
	*into = names;
}

static void text_read(struct loader *load, const struct form_field *field, const struct node *node,
	const char **into)
{
	shape_last_comma(load, field, node);
	*into = text_kept(load, field, node);
}

void id_read(
	struct loader *load, const struct form *form, const struct node *node, const char **into)
{
	const char *id = value_id(load, node);
	if (!id) {
		unread_value(load, node);
		return;
	}
	*into = arena_text(&load->record->arena, id, strlen(id));
	loader_called(load, (enum thing)(form - forms), *into, node->place);
}

/* ---- what is nested ---- */

/* How many mappings a list holds; 0, having said why, of anything else. */
static uint32_t items_count(struct loader *load, const char *name, const struct node *list)
{
	if (list->kind == NODE_LIST && list->count)
		return list->count;
	unread_value(load, list);
	bool empty = list->kind == NODE_SCALAR ? !list->len : !list->count;
	if (empty && (list->told || outside_items(load, list)))
		return 0;
	const struct node *first = list->kind == NODE_MAP && !list->flow ? list->child : NULL;
	if (first && first->kind == NODE_SCALAR && first->plain && first->len < 40 &&
		first->key->place.column > 2 && first->place.line == first->key->place.line) {
		code_report(load->diags, CODE_WRONG_SHAPE, list->place,
			"\"%s\" takes a list: begin each of its items with \"- \"; write "
			"\"%*s- %s: %s\"",
			name, (int)first->key->place.column - 3, "", first->key->text, first->text);
		return 0;
	}
	code_report(load->diags, empty ? CODE_EMPTY_VALUE : CODE_WRONG_SHAPE, list->place,
		empty ? "\"%s\" is empty: put something into it, or leave the field out"
		      : "\"%s\" takes a list: begin each of its items with \"- \"",
		name);
	return 0;
}

static void things_read(
	struct loader *load, const struct form_field *field, const struct node *node)
{
	const struct node *first = node->kind == NODE_MAP ? node->child : NULL;
	if (first && shape_keyed(load, field->name, first->key, first)) {
		unread_value(load, node);
		return;
	}
	uint32_t count = items_count(load, field->name, node);
	for (const struct node *at = count ? node->child : NULL; at; at = at->next)
		if ((at->told && at->kind == NODE_MAP) || section_doubled(load, at))
			unread_value(load, at);
		else
			thing_read(load, form_thing_kind(field), NULL, at);
}

/* The plain value that stands for a mapping. What no word was meant by may be one misspelt. */
static void plain_read(
	struct loader *load, const struct form *form, const struct node *node, void *into)
{
	const struct form_field *word = form_plain_word(form);
	const struct form_field *plain = form_plain_of(form, node->text);
	size_t pending = load->pending_count;
	field_read(load, form, plain, node, into);
	if (plain == word)
		loader_word(load, node);
	else if (load->pending_count > pending) {
		load->pending[pending].word = word;
		load->pending[pending].listed = true;
	}
}

/* Whether an item of a list is a plain value that holds something. The list is not at fault where it
 * is none. */
static bool entry_plain(struct loader *load, const struct form *form, const struct node *node)
{
	if (!node->told && value_is_plain(node))
		return true;
	if (node->told || shape_twice(load, node))
		unread_value(load, node);
	else if (node->kind == NODE_SCALAR)
		code_report(load->diags, CODE_EMPTY_VALUE, node->place, "%s %s", form->name,
			lost_empty(load, node, "write something, or take it out"));
	else if (!shape_nested(load, node))
		code_report(load->diags, CODE_WRONG_SHAPE, node->place,
			"%s is a single value or a mapping, not a list: make an entry of each",
			form->name);
	return false;
}

/* A mapping, or the plain value that stands for one. */
static void form_read(
	struct loader *load, const struct form_field *field, const struct node *node, void *into)
{
	const struct form *form = field->form;
	bool plain = form_plain(form) != NULL;
	entry_lost(load, field, node);
	if (form->place)
		memcpy((char *)into + form->place, &node->place, sizeof node->place);
	if (plain && shape_is_cut(load, field, node))
		return;
	if (!plain || node->kind == NODE_MAP)
		fields_read(load, form, node, node->place, into);
	else if (node->key ? shape_single(load, field, node) : entry_plain(load, form, node))
		plain_read(load, form, node, into);
}

static void forms_read(struct loader *load, const struct form_field *field, const struct node *node,
	const void **into)
{
	const struct form *form = field->form;
	bool single = node->kind != NODE_LIST &&
		(field->flags & FIELD_ONE || (node->kind == NODE_SCALAR && form_plain(form)));
	if (!single && form_plain(form) && shape_is_bare(node)) {
		shape_no_list(load, field, node);
		return;
	}
	uint32_t count = single ? 1 : items_count(load, field->name, node);
	if (!count)
		return;
	char *list = arena_alloc(&load->record->arena, 1, form->list + (size_t)count * form->size);
	char *at = list + form->list;
	memcpy(list, &count, sizeof count);
	*into = list;
	for (node = single ? node : node->child; count;
		count--, node = node->next, at += form->size)
		form_read(load, field, node, at);
}

/* ---- fields ---- */

/* Where the field's value goes; what few things have gets its room when the first of it comes. */
static void *member_room(
	struct loader *load, const struct form *form, const struct form_field *field, void *into)
{
	void *at = into;
	if (field->flags & FIELD_MORE) {
		char *pointer = (char *)into + form->more;
		memcpy(&at, pointer, sizeof at);
		if (!at) {
			at = arena_alloc(&load->record->arena, 1, form->more_size);
			memcpy(pointer, &at, sizeof at);
		}
	}
	return (char *)at + field->offset;
}

void field_read(struct loader *load, const struct form *form, const struct form_field *field,
	const struct node *node, void *into)
{
	enum form_kind kind = (enum form_kind)field->kind;
	if (kind == FIELD_THINGS) {
		things_read(load, field, node);
		return;
	}
	void *at = member_room(load, form, field, into);
	if (kind == FIELD_REFS)
		refs_read(load, field, node, at);
	else if (kind == FIELD_NAMES)
		names_read(load, field, node, at);
	else if (kind == FIELD_DATE || kind == FIELD_DATE_OS)
		*(const struct date **)at = value_date(load, form, field, node);
	else if (kind == FIELD_FORM)
		form_read(load, field, node, at);
	else if (kind == FIELD_FORMS)
		forms_read(load, field, node, at);
	else if (!shape_single(load, field, node))
		return;
	else if (kind == FIELD_TEXT)
		text_read(load, field, node, at);
	else if (kind == FIELD_REF)
		*(struct ref *)at = value_ref(load, node, field->things);
	else if (kind == FIELD_ID)
		id_read(load, form, node, at);
	else if (kind == FIELD_WORD || kind == FIELD_TRUTH || kind == FIELD_WORD_TEXT)
		value_word(load, field, node, at);
	else if (kind == FIELD_LANGUAGE)
		value_language(load, node, at);
	else if (kind == FIELD_DIGEST)
		value_digest(load, field, node, at);
	else
		value_integer(load, field->name, node, field->flags & FIELD_COUNTED, at);
}

/* Of a date given in both calendars, both must be the same; given in Old Style alone, it is the
 * date. */
static void dates_join(struct loader *load, const struct form *form, const struct form_field *field,
	const struct node *node, void *into)
{
	const struct date *old_style = *(const struct date *const *)form_member(form, field, into);
	const struct date **date = member_room(load, form, field - 1, into);
	if (*date && old_style)
		value_dates_differ(load, field[-1].name, *date, old_style, node->place);
	else if (old_style)
		*date = old_style;
}

/* Nobody is to meet NULL where a text must be. */
static void texts_begin(struct loader *load, const struct form *form, void *into)
{
	const struct form_field *field = form->fields;
	for (uint64_t left = load->needed[form - forms]; left; left >>= 1, field++)
		if (left & 1 && (field->kind == FIELD_TEXT || field->kind == FIELD_ID))
			*(const char **)member_room(load, form, field, into) = "";
}

static void place_note(struct loader *load, const struct form *form, const struct form_field *field,
	const struct node *node, const void *into)
{
	struct place item;
	memcpy(&item, (const char *)into + form->place, sizeof item);
	places_add(&load->places, item, field, node);
}

/* A value that is refused is known no more than one whose key is. Returns whether it was read. */
static bool child_read(struct loader *load, const struct form *form, const struct form_field *field,
	const struct node *child, void *into)
{
	size_t errors = diag_count(load->diags, DIAG_ERROR), pending = load->pending_count;
	field_read(load, form, field, child, into);
	if (field->flags & FIELD_PLAIN && load->pending_count > pending) {
		load->pending[pending].word = form_plain_word(form);
		load->pending[pending].mapped = true;
	}
	bool nested = field->kind >= FIELD_FORM;
	if (!child->len && !child->child) { /* any of them may be meant */
		const struct form_field *plain = field->form ? form_plain(field->form) : NULL;
		load->unread.lost |= field->things | (plain ? plain->things : 0);
	}
	if (!child->told && (nested || diag_count(load->diags, DIAG_ERROR) == errors))
		return true;
	unread_value(load, child);
	return false;
}

/* "Norland" for "{name: Norland}", where a party needs a name and nothing else. */
static void fields_show(struct buf *act, const struct form *form, const struct node *node)
{
	enum { SHOWN_MOST = 60 };
	const char *only = NULL;
	for (uint8_t i = 0; i < form->count; i++) {
		if (form->fields[i].needs && only)
			return;
		only = form->fields[i].needs ? form->fields[i].name : only;
		if (form->fields[i].needs && form->fields[i].words)
			return;
	}
	if (!only || node->kind != NODE_SCALAR || !node->len || node->len > SHOWN_MOST ||
		strpbrk(node->text, "\"\n\\"))
		return;
	const char *mark = strpbrk(node->text, ",[]{}#:&*!|>'%@`") ? "\"" : "";
	buf_format(act, ", so write \"{%s: %s%s%s}\"", only, mark, node->text, mark);
}

/* Where the file cannot be read behind a plain value, it is told why, and that is what is wrong. */
static void map_refuse(struct loader *load, const struct form *form, const struct node *node)
{
	unread_value(load, node);
	if (node->told || (load->cut && node->kind == NODE_SCALAR && node->len) ||
		shape_row(load, node) || shape_twice(load, node) || shape_text_line(load, node) ||
		outside_value(load, node))
		return;
	if (node->kind == NODE_LIST && node->flow && node->child && node->child->kind == NODE_MAP) {
		code_report(load->diags, CODE_WRONG_SHAPE, node->place,
			"the fields of %s stand in braces; write \"{\" and \"}\" for \"[\" and "
			"\"]\"",
			form->name);
		return;
	}
	buf_clear(&load->buf);
	fields_show(&load->buf, form, node);
	if (!load->buf.len && shape_is_hyphen(load, node))
		buf_text(&load->buf, " but a hyphen; delete this line");
	code_report(load->diags,
		node->kind == NODE_SCALAR && !node->len ? CODE_EMPTY_VALUE : CODE_WRONG_SHAPE,
		node->place, "%s is written as fields, each \"name: value\"; there is %s here%s",
		form->name,
		node->kind == NODE_LIST ? "a list"
			: node->len     ? "a plain value"
					: "nothing",
		buf_string(&load->buf));
}

/* Most things of a kind have the same fields: the one is asked first that came behind this one before. */
static const struct form_field *field_next(
	struct loader *load, const struct form *form, const struct node *key, size_t *last)
{
	uint8_t *guess = &load->follows[form - forms][*last];
	const struct form_field *field = &form->fields[*guess];
	if (strcmp(field->name, key->text) == 0) {
		*last = (size_t)*guess + 1;
		return field;
	}
	field = field_named(form, key, last);
	if (field)
		*guess = (uint8_t)(field - form->fields);
	return field;
}

bool fields_read(struct loader *load, const struct form *form, const struct node *node,
	struct place place, void *into)
{
	texts_begin(load, form, into);
	if (node->kind != NODE_MAP) {
		map_refuse(load, form, node);
		unread_mapping(load, place);
		return false;
	}
	if (shape_pair(load, form, node) || section_wrapped(load, form, node)) {
		unread_value(load, node);
		unread_mapping(load, place);
		return false;
	}
	uint64_t seen = 0;
	size_t last = 0;
	bool whole = true;
	const struct node *old_style = NULL;
	const struct form_field *field, *old_field = NULL;
	struct level level = {.form = form, .map = node, .outer = load->level};
	load->level = &level;
	for (const struct node *child = node->child; child; child = child->next) {
		field = field_next(load, form, child->key, &last);
		level_step(&level, child);
		if (!field && !(field = field_seen(load, form, child->key))) {
			if (!child->key->told && !section_indented(load, form, child))
				field_unknown(load, form, child->key);
			unread_value(load, child);
			whole = false;
		}
		if (field && child->remark)
			lost_report(load, field, child);
		if (!field || is_null(child))
			continue;
		seen |= field_bit(form, field);
		if (node->flow && child->kind == NODE_SCALAR && !child->plain)
			comma_inside_report(load, form, node, child);
		if (field->flags & FIELD_PLACED)
			place_note(load, form, field, child, into);
		whole &= child_read(load, form, field, child, into) && !child->told;
		level_enter(&level, field);
		if (field->kind == FIELD_DATE_OS) {
			old_style = child;
			old_field = field;
		}
	}
	load->level = level.outer;
	if (!whole)
		unread_mapping(load, place);
	missing_report(load, form, node, seen, place);
	if (old_style)
		dates_join(load, form, old_field, old_style, into);
	return true;
}

void fields_begin(struct loader *load)
{
	for (int n = 0; n < FORM_COUNT; n++)
		for (uint8_t i = 0; i < forms[n].count; i++) {
			const struct form_field *field = &forms[n].fields[i];
			uint64_t bit = UINT64_C(1) << i;
			load->needed[n] |= field->needs ? bit : 0;
			load->either[n] |= field->flags & (FIELD_EITHER | FIELD_OR) ? bit : 0;
		}
}
