/* What stands in the place of the colon tells such a key from words: a sign always does, a space where
 * the item has no such field otherwise. */
#include "load/begun.h"

#include "base/text.h"
#include "base/written.h"
#include "load/keys.h"
#include "load/shapes.h"
#include "load/unread.h"

#include <string.h>

/* The field whose name the key begins with, and where what is behind it begins. */
static const struct form_field *begun_find(
	const struct form *form, const char *key, const char **behind)
{
	const struct form_field *found = NULL;
	size_t most = 0;
	for (uint8_t i = 0; i < form->count; i++) {
		size_t len = strlen(form->fields[i].name);
		bool ends = len < strlen(key) && strchr(" =:;.,|", key[len]);
		if (len > most && ends && text_same_ascii(key, form->fields[i].name, len)) {
			found = &form->fields[i];
			most = len;
		}
	}
	*behind = key + most;
	return found;
}

static bool has_field(const struct node *map, const char *name)
{
	for (const struct node *at = map->child; at; at = at->next)
		if (strcmp(at->key->text, name) == 0)
			return true;
	return false;
}

/* Behind blanks and signs; *signs is how many. */
static const char *signs_skip(const char *at, size_t *signs)
{
	*signs = 0;
	for (; *at && strchr(" \t=:;>-.,|", *at); at++)
		*signs += *at != ' ' && *at != '\t';
	return at;
}

const struct form_field *begun_report(struct loader *load, const struct level *level,
	const struct form *form, const struct node *key)
{
	enum { SHOWN_MOST = 80 };
	const char *behind, *value;
	size_t signs;
	const struct form_field *field = key->plain ? begun_find(form, key->text, &behind) : NULL;
	if (!field || !level || level->at->key != key || level->at->kind != NODE_SCALAR)
		return NULL;
	const struct node *after = level->at;
	value = signs_skip(behind, &signs);
	if (!*value && signs && after->len) {
		code_report(load->diags, CODE_UNKNOWN_FIELD, key->place,
			"\"%s\" does not belong behind \"%s\"; write \"%s: \" before the rest",
			behind, field->name, field->name);
		return field;
	}
	bool comma = level->before && level->map->flow &&
		!after->len; /* may be "Hale, party man" */
	if (!*value ||
		(!signs && (has_field(level->map, field->name) || (comma && strchr(value, ' ')))))
		return NULL;
	struct buf whole = {0}, act = {0};
	struct place place = key->place;
	bool twice = strcmp(value, field->name) == 0 && after->len;
	place.column += (uint32_t)text_length(key->text, (size_t)(behind - key->text));
	buf_text(&whole, twice ? after->text : value);
	if (after->len && !twice)
		buf_format(&whole, ": %s", after->text);
	struct written written = {.field = field->name,
		.field_len = strlen(field->name),
		.text = whole.text,
		.len = whole.len,
		.in_braces = level->map->flow};
	bool inner = field->kind == FIELD_FORM && after->len &&
		form_field_named(field->form, value);
	if (inner && !strpbrk(after->text, ",:#[]{}\"'"))
		buf_format(&act, "write \"%s: {%s: %s}\"", field->name, value, after->text);
	else if (after->len && !twice)
		written_advise(&act, &written);
	else
		buf_format(&act, "write \"%s: %.*s\"", field->name,
			whole.len > SHOWN_MOST ? SHOWN_MOST : (int)whole.len, whole.text);
	if (twice)
		diag_add(load->diags, DIAG_ERROR, place, "missing-space",
			"\"%s:\" stands twice; %s", field->name, buf_string(&act));
	else if (*behind == ':' && signs == 1)
		diag_add(load->diags, DIAG_ERROR, place, "missing-space",
			"a space is missing after the colon of \"%s:\"; %s", field->name,
			buf_string(&act));
	else
		diag_add(load->diags, DIAG_ERROR, place, "missing-colon",
			"a colon is missing behind \"%s\"; %s", field->name, buf_string(&act));
	unread_word(load, value);
	buf_free(&act);
	buf_free(&whole);
	return field;
}

bool begun_date(struct loader *load, const struct level *level, const struct node *key)
{
	const struct node *map = level ? level->map : NULL, *value = level ? level->at : NULL;
	if (!map || value->key != key || value->kind != NODE_SCALAR || !value->plain ||
		!value->len || value->len > 60 || !text_is_figure(*key->text) ||
		strspn(key->text, "0123456789-/.~?") < key->len ||
		!form_field_named(level->form, "date") || !form_field_named(level->form, "title") ||
		has_field(map, "date") || has_field(map, "title"))
		return false;
	code_report(load->diags, CODE_UNKNOWN_FIELD, key->place,
		"\"%s\" is no field of %s; write \"date: %s\" and \"title: %s\"%s", key->text,
		level->form->name, key->text, value->text,
		has_field(map, "id") ? "" : ", and an \"id:\" of your choice before them");
	return true;
}

bool begun_id(struct loader *load, const struct level *level, const struct node *key)
{
	const struct node *map = level ? level->map : NULL;
	if (!map || map->key || map->flow || level->at->key != key || level->before ||
		level->at->kind != NODE_SCALAR || level->at->len || !map->child->next ||
		strcmp(level->form->fields[0].name, "id") != 0 || has_field(map, "id") ||
		strpbrk(key->text, " \t"))
		return false;
	diag_add(load->diags, DIAG_ERROR, key->place, "missing-colon",
		"the name of the field is missing before \"%s\"; write \"id: %s\"", key->text,
		key->text);
	unread_word(load, key->text);
	return true;
}

bool begun_item(struct loader *load, const struct form *form, const struct node_item *item)
{
	const struct node *key = item->key, *value = item->value;
	const char *space = key->plain ? strrchr(key->text, ' ') : NULL;
	struct place place = value->place;
	if (value->kind == NODE_LIST && value->flow && value->child &&
		value->child->kind == NODE_MAP && value->child->flow) {
		code_report(load->diags, CODE_WRONG_SHAPE, place,
			"the fields of %s stand in braces; write \"{\" and \"}\" for \"[\" and "
			"\"]\"",
			form->name);
		return true;
	}
	if (!space || space == key->text || value->kind != NODE_SCALAR || !value->len ||
		!form_field_named(form, space + 1))
		return false;
	struct buf id = {0};
	buf_add(&id, key->text, (size_t)(space - key->text));
	while (id.len && strchr(" ;=.,-", id.text[id.len - 1]))
		id.text[--id.len] = '\0';
	code_report(load->diags, CODE_WRONG_SHAPE, key->place,
		"the fields of %s stand in braces; write \"%s: {%s: %s}\"", form->name,
		buf_string(&id), space + 1, value->text);
	unread_word(load, buf_string(&id));
	buf_free(&id);
	return true;
}

bool begun_text(struct loader *load, const struct level *level, const struct node *key)
{
	const struct node *before = level ? level->before : NULL, *after = level ? level->at : NULL;
	if (!before || !key->plain || !strchr(key->text, ' ') || level->map->flow ||
		before->kind != NODE_SCALAR || !before->len || !before->key || after->key != key ||
		after->kind != NODE_SCALAR)
		return false;
	/* A text that begins on the line below its name, or goes on there. */
	bool below = !before->plain && key->place.line > before->key->place.line + 1;
	if (!below && (!before->plain || key->place.line != before->place.line + 1))
		return false;
	size_t last = 0;
	const struct form_field *field = field_named(level->form, before->key, &last);
	if (!field || !shape_is_text(field))
		return false;
	if (below) {
		diag_add(load->diags, DIAG_ERROR, key->place, "unquoted-colon",
			"\"%s\" is no field; put two more spaces before this line if the text of "
			"\"%s\" goes on here, or \"# \" if it is a remark",
			key->text, before->key->text);
		return true;
	}
	struct buf whole = {0}, act = {0};
	buf_format(&whole, "%s %s: %s", before->text, key->text, after->text);
	struct written written = {.field = before->key->text,
		.field_len = before->key->len,
		.text = whole.text,
		.len = whole.len};
	written_advise(&act, &written);
	diag_add(load->diags, DIAG_ERROR, key->place, "unquoted-colon",
		"\"%s\" is no field; if the text of \"%s\" goes on here, %s", key->text,
		before->key->text, buf_string(&act));
	buf_free(&act);
	buf_free(&whole);
	return true;
}
