/* To YAML each part behind a comma is a field without a value: `{name: Hale, Edmund}`. */
#include "load/comma.h"

#include "base/marks.h"
#include "base/written.h"

#include <string.h>

enum { SHOWN_MOST = 80 };

static bool is_bare(const struct node *value)
{
	return value->kind == NODE_SCALAR && value->plain && !value->len;
}

bool comma_cuts(const struct level *level, const struct node *key)
{
	const struct node *before = level->before;
	if (!before || before->kind != NODE_SCALAR || !level->map->flow)
		return false;
	return (is_bare(level->at) && (key->plain || strchr(key->text, ' ')) &&
		       (before->len || level->cut)) ||
		(key->plain && strchr(key->text, ' ') && before->plain);
}

bool comma_follows(const struct level *level, const struct node *value)
{
	return level && level->map->flow && value->next && is_bare(value->next);
}

void comma_report(struct loader *load, const struct level *level, const struct node *key)
{
	struct buf whole = {0}, text = {0}, act = {0};
	const struct node *before = level->before, *at;
	size_t mark;
	bool bare = true;
	buf_format(&whole, "%s", before->text);
	for (at = level->at; at && bare; at = at->next) {
		bare = is_bare(at);
		if (bare)
			buf_format(&whole, ", %s", at->key->text);
	}
	/* The mark at the end may have been taken off with those of the last key. */
	if (marks_own(whole.text, whole.len, &mark) == MARKS_NONE)
		buf_text(&text, whole.text);
	else
		marks_leave_out(&text, whole.text, whole.len);
	bool shown = !level->at->len && text.len <= SHOWN_MOST;
	struct written written = {.field = before->key->text,
		.field_len = before->key->len,
		.text = shown ? buf_string(&text) : NULL,
		.len = shown ? text.len : 0,
		.in_braces = true};
	written_advise(&act, &written);
	code_report(load->diags, CODE_UNKNOWN_FIELD, key->place,
		"in braces a comma begins the next field; %s",
		shown ? buf_string(&act) : "put the whole text in quotation marks");
	buf_free(&whole);
	buf_free(&text);
	buf_free(&act);
}

/* The field of the form whose name begins there, before a colon and a space. */
static const struct form_field *field_at(const struct form *form, const char *at, const char *end)
{
	for (uint8_t i = 0; i < form->count; i++) {
		size_t len = strlen(form->fields[i].name);
		if ((size_t)(end - at) > len + 1 && memcmp(at, form->fields[i].name, len) == 0 &&
			at[len] == ':' && at[len + 1] == ' ')
			return &form->fields[i];
	}
	return NULL;
}

static bool has_field(const struct node *map, const char *name)
{
	const struct node *at = map->child;
	while (at && strcmp(at->key->text, name) != 0)
		at = at->next;
	return at != NULL;
}

void comma_inside_report(struct loader *load, const struct form *form, const struct node *map,
	const struct node *value)
{
	const char *comma = value->text, *end = comma + value->len;
	const struct form_field *field = NULL;
	while (!field && (comma = memchr(comma, ',', (size_t)(end - comma)))) {
		const char *name = comma + 1;
		while (name < end && *name == ' ')
			name++;
		field = field_at(form, name, end);
		comma += !field;
	}
	if (!field || !value->key->plain || has_field(map, field->name))
		return;
	int len = (int)(comma - value->text);
	char mark = memchr(value->text, '"', (size_t)len) ? '\'' : '"';
	if (value->len > SHOWN_MOST)
		code_report(load->diags, CODE_FIELD_IN_TEXT, value->place,
			"\"%s: \" is part of this text; put its closing quotation mark before the "
			"comma there",
			field->name);
	else
		code_report(load->diags, CODE_FIELD_IN_TEXT, value->place,
			"\"%s: \" is part of this text; put its closing quotation mark before "
			"that: "
			"%s: %c%.*s%c%s",
			field->name, value->key->text, mark, len, value->text, mark, comma);
}
