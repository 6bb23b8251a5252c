/* Authors write most fields in the order of their form, so each is looked for from the one before
 * it on. */
#include "load/keys.h"

#include "base/suggest.h"

#include <string.h>

static bool is_named(const struct form_field *field, const struct node *key)
{
	return field->name[0] == key->text[0] && strcmp(field->name, key->text) == 0;
}

/* Whether a key is the name of a kind of thing that the field refers to: "quote", "quotation". */
static bool is_kind(const struct form_field *field, const char *key)
{
	for (int thing = THING_ERA; thing < THING_EDITOR; thing++)
		if (field->things & THING_BIT(thing) &&
			(strcmp(forms[thing].word, key) == 0 ||
				strcmp(form_noun(&forms[thing]), key) == 0))
			return true;
	return false;
}

/* Where a plain value may stand for the mapping, its words and kinds are taken for keys as well. */
static const struct form_field *plain_near(const struct form *form, const char *key)
{
	const struct form_field *plain = form_plain(form);
	if (!plain || is_kind(plain, key))
		return plain;
	const struct form_field *of = form_plain_of(form, key);
	return of != plain ? of : NULL;
}

/* A key may also be the beginning of a name: "lang". */
const struct form_field *field_near(const struct form *form, const char *key)
{
	const struct form_field *near = plain_near(form, key), *begun = NULL;
	struct suggest suggest;
	size_t len = strlen(key);
	if (near)
		return near;
	suggest_start(&suggest, key);
	for (const struct form_field *at = form->fields; at < form->fields + form->count; at++) {
		if (suggest_feed(&suggest, at->name))
			near = at;
		if (!begun && len > 2 && strncmp(at->name, key, len) == 0 && at->name[len])
			begun = at;
	}
	return near ? near : begun;
}

const struct form_field *field_unknown(
	struct loader *load, const struct form *form, const struct node *key)
{
	const struct form_field *near = NULL;
	struct buf hint = {0};
	if (form->alone || diag_wanted(load->diags, DIAG_ERROR, key->place))
		near = field_near(form, key->text);
	if (near && near == form_plain_word(form) && form_plain_of(form, key->text) == near)
		buf_format(&hint, "; did you mean \"%s: %s\"?", near->name, key->text);
	else if (near)
		buf_format(&hint, "; did you mean \"%s\"?", near->name);
	code_report(load->diags, CODE_UNKNOWN_FIELD, key->place, "unknown field \"%s\" in %s%s",
		key->text, form->name, buf_string(&hint));
	buf_free(&hint);
	return near;
}

const struct form_field *field_named(const struct form *form, const struct node *key, size_t *last)
{
	for (size_t n = 0; n < form->count; n++) {
		size_t at = *last < form->count ? *last : 0;
		*last = at + 1;
		if (is_named(&form->fields[at], key))
			return &form->fields[at];
	}
	return NULL;
}

const struct form_field *field_find(
	struct loader *load, const struct form *form, const struct node *key, size_t *last)
{
	const struct form_field *field = field_named(form, key, last);
	if (!field)
		field_unknown(load, form, key);
	return field;
}
