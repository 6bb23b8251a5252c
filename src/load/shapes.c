/* What was meant is told by how it is written: brackets that were typed, dashes, or a colon that made
 * a field's name of the beginning of a text. */
#include "load/shapes.h"

#include "base/node_stray.h"
#include "base/table.h"
#include "base/text.h"
#include "load/called.h"
#include "load/keys.h"
#include "load/known.h"
#include "load/standin.h"
#include "load/unread.h"
#include "load/values.h"

#include <string.h>

bool shape_is_text(const struct form_field *field)
{
	return field->kind == FIELD_TEXT || field->kind == FIELD_NAMES || field->kind == FIELD_FORM;
}

static bool is_empty(const struct node *node)
{
	return node_is_null(node) || (node->kind == NODE_SCALAR && !node->len);
}

bool shape_is_bare(const struct node *map)
{
	const struct node *at = map->kind == NODE_MAP ? map->child : NULL;
	bool bare = at != NULL;
	for (; at && bare; at = at->next)
		bare = is_empty(at);
	return bare;
}

static void bare_write(struct buf *list, const struct node *map)
{
	for (const struct node *at = map->child; at && list->len < 100; at = at->next)
		buf_format(list, "%s%s", at == map->child ? "" : ", ", at->key->text);
}

/* "We have spent: more", on the line below the field's name. */
static bool is_cut_by_colon(const struct form_field *field, const struct node *node)
{
	return shape_is_text(field) && node->kind == NODE_MAP && !node->flow && node->child &&
		node->child->key->plain;
}

static void colon_report(
	struct loader *load, const struct form_field *field, const struct node *map)
{
	const struct node *key = map->child->key;
	struct place place = key->place;
	place.column += (uint32_t)text_length(key->text, key->len);
	if (map->key)
		diag_add(load->diags, DIAG_ERROR, place, "unquoted-colon",
			"a colon and a space inside a text; write \"%s: >-\" above it",
			field->name);
	else
		diag_add(load->diags, DIAG_ERROR, place, "unquoted-colon",
			"a colon and a space inside a text; put the text in quotation marks");
}

bool shape_is_cut(struct loader *load, const struct form_field *field, const struct node *node)
{
	bool cut = is_cut_by_colon(field, node) && strchr(node->child->key->text, ' ');
	if (cut)
		colon_report(load, field, node);
	return cut;
}

static void list_report(
	struct loader *load, const struct form_field *field, const struct node *list)
{
	struct buf hint = {0};
	if (standin_list_report(load, field->name, list))
		return;
	if (field->kind == FIELD_REF)
		called_one(field, &hint);
	else if (shape_is_text(field) && list->flow)
		buf_text(&hint, "; a text that begins with [ belongs in quotation marks");
	else if (shape_is_text(field))
		buf_format(&hint, "; write one text, without the dashes, under \"%s: >-\"",
			field->name);
	code_report(load->diags, CODE_WRONG_SHAPE, list->place,
		"\"%s\" takes a single value, not a list%s", field->name, buf_string(&hint));
	buf_free(&hint);
}

static void map_report(struct loader *load, const struct form_field *field, const struct node *map)
{
	struct buf hint = {0};
	if (shape_is_bare(map) && map->flow && map->count == 1)
		buf_format(&hint, "; leave the braces out: %s", map->child->key->text);
	else if (field->kind == FIELD_REFS && map->flow && map->count == 1 &&
		map->child->kind == NODE_SCALAR && map->child->plain && map->child->len)
		buf_format(&hint, "; for two write \"%s, %s\", with a comma", map->child->key->text,
			map->child->text);
	else if (field->kind == FIELD_REF || field->kind == FIELD_REFS)
		buf_format(
			&hint, "; write the id of the %s alone", loader_kinds(load, field->things));
	else if (shape_is_text(field) && map->flow)
		buf_text(&hint, "; a text that begins with { belongs in quotation marks");
	code_report(load->diags, CODE_WRONG_SHAPE, map->place,
		"\"%s\" takes a single value, not a mapping%s", field->name, buf_string(&hint));
	buf_free(&hint);
}

bool shape_single(struct loader *load, const struct form_field *field, const struct node *node)
{
	if (node->kind == NODE_SCALAR)
		return value_plain(load, field->name, node);
	if (is_cut_by_colon(field, node))
		colon_report(load, field, node);
	else if (node->kind == NODE_LIST)
		list_report(load, field, node);
	else
		map_report(load, field, node);
	return false;
}

void shape_no_list(struct loader *load, const struct form_field *field, const struct node *node)
{
	struct buf list = {0};
	if (shape_is_bare(node))
		bare_write(&list, node);
	code_report(load->diags, CODE_WRONG_SHAPE, node->place,
		"\"%s\" takes a list, as in [%s], not a mapping", field->name,
		list.len ? buf_string(&list) : "this, that");
	buf_free(&list);
}

void shape_one_name(struct loader *load, const struct form_field *field, const struct node *node)
{
	if (node->plain && (strstr(node->text, ", ") || strchr(node->text, ';')) && node->len < 100)
		code_report(load->diags, CODE_ONE_NAME, node->place,
			"\"%s\" has one name here, \"%s\"; for several write a list in brackets, "
			"for one put it in quotation marks",
			field->name, node->text);
}

void shape_last_comma(struct loader *load, const struct form_field *field, const struct node *node)
{
	char last = node->len ? node->text[node->len - 1] : '\0';
	bool words = strcmp(field->name, "text") == 0 || strcmp(field->name, "prefix") == 0 ||
		strcmp(field->name, "suffix") == 0;
	if (node->plain && (last == ',' || last == ';') && !words)
		code_report(load->diags, CODE_LAST_COMMA, node->place,
			"\"%s\" ends with \"%c\"; delete it if it is not part of the text",
			field->name, last);
}

/* The line is read as it was typed: of several rows the text is all in one. */
bool shape_row(struct loader *load, const struct node *node)
{
	size_t len;
	const char *bytes = diag_file_bytes(load->diags, node->place.file, &len);
	if (node->kind != NODE_SCALAR || !node->plain || !node->len || !bytes ||
		!diag_wanted(load->diags, DIAG_ERROR, node->place))
		return false;
	struct row row = row_placed(load->diags, node->place);
	return row.line.number && row.field == node->place.column &&
		table_report(load->diags, node->place, bytes, row, &known_fields, &load->table);
}

bool shape_twice(struct loader *load, const struct node *node)
{
	size_t len;
	const char *bytes = diag_file_bytes(load->diags, node->place.file, &len);
	if (node->kind != NODE_LIST || node->flow || !bytes ||
		!diag_wanted(load->diags, DIAG_ERROR, node->place))
		return false;
	struct row row = row_placed(load->diags, node->place);
	if (row.dash == row.column || row.column >= node->place.column)
		return false;
	buf_clear(&load->buf);
	row_item_text(&load->buf, row, row.column);
	code_report(load->diags, CODE_WRONG_SHAPE, node->place, "a hyphen too many; %s",
		buf_string(&load->buf));
	return true;
}

bool shape_nested(struct loader *load, const struct node *node)
{
	struct buf list = {0};
	const struct node *at = node->kind == NODE_LIST && node->flow ? node->child : NULL;
	for (; at && at->kind == NODE_SCALAR && at->plain; at = at->next)
		buf_format(&list, "%s%s", list.len ? ", " : "", at->text);
	bool shown = list.len && list.len < 100 && !at;
	if (shown)
		code_report(load->diags, CODE_WRONG_SHAPE, node->place,
			"brackets stand within brackets; write \"%s\" in the place of \"[%s]\"",
			buf_string(&list), buf_string(&list));
	buf_free(&list);
	return shown;
}

bool shape_pair(struct loader *load, const struct form *form, const struct node *map)
{
	const struct form_field *plain = form_plain(form), *text = plain;
	const struct node *value = map->kind == NODE_MAP ? map->child : NULL;
	if (!plain || form_plain_word(form) || !map->flow || map->count != 1 ||
		value->kind != NODE_SCALAR || !value->len || !value->key->plain ||
		value->len + value->key->len > 80 || value->key->told ||
		form_field_named(form, value->key->text))
		return false;
	while (text < form->fields + form->count && text->kind != FIELD_TEXT)
		text++;
	if (text == form->fields + form->count || field_near(load, form, value->key->text) == plain)
		return false;
	unread_value(load, value->key);
	unread_value(load, value);
	code_report(load->diags, CODE_WRONG_SHAPE, map->place,
		"a colon stands between two values; for two write \"%s, %s\", for one "
		"\"{%s: %s, %s: %s}\"",
		value->key->text, value->text, plain->name, value->key->text, text->name,
		value->text);
	return true;
}

bool shape_text_line(struct loader *load, const struct node *node)
{
	size_t len;
	const char *bytes = diag_file_bytes(load->diags, node->place.file, &len);
	if (node->kind != NODE_SCALAR || !node->plain || !node->len || node->key || !bytes ||
		!diag_wanted(load->diags, DIAG_ERROR, node->place))
		return false;
	struct row row = row_placed(load->diags, node->place);
	return row.line.number && row.field == node->place.column &&
		stray_text_report(load->diags, node->place, bytes, row);
}

bool shape_is_hyphen(struct loader *load, const struct node *node)
{
	if (node->kind != NODE_SCALAR || node->len || node->key || !node->plain ||
		!diag_wanted(load->diags, DIAG_ERROR, node->place))
		return false;
	struct row row = row_placed(load->diags, node->place);
	return row.line.number && row.dash && row.at == row.end;
}

bool shape_keyed(
	struct loader *load, const char *name, const struct node *key, const struct node *value)
{
	if (!key || value->kind != NODE_MAP || !value->child || strpbrk(key->text, " \t") ||
		key->len > 40)
		return false;
	if (value->flow && !key->plain)
		code_report(load->diags, CODE_WRONG_SHAPE, key->place,
			"\"%s\" is a list, in brackets and not in braces; write \"{\"id\": "
			"\"%s\",\" in "
			"the place of \"\"%s\": {\", and so in each",
			name, key->text, key->text);
	else if (value->flow)
		code_report(load->diags, CODE_WRONG_SHAPE, key->place,
			"\"%s\" is a list; write \"- {id: %s, \" in the place of \"%s: {\", and so "
			"in each below",
			name, key->text, key->text);
	else
		code_report(load->diags, CODE_WRONG_SHAPE, key->place,
			"\"%s\" is a list; write \"%*s- id: %s\" in the place of this line, and so "
			"in that of each id below",
			name, (int)key->place.column - 1, "", key->text);
	return true;
}
