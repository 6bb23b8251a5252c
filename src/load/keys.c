/* Authors write most fields in the order of their form, so each is looked for from the one before
 * it on. */
#include "load/keys.h"

#include "base/hash.h"
#include "base/look.h"
#include "base/suggest.h"
#include "base/text.h"
#include "load/begun.h"
#include "load/comma.h"
#include "load/foreign_names.h"
#include "load/outside.h"
#include "load/values.h"

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

/* ---- the field of a form that is nearest ---- */

/* The same, but for capitals, and for what stands between words. */
static const struct form_field *folded_find(const struct form *form, const char *folded)
{
	struct buf name = {0};
	const struct form_field *found = NULL;
	for (uint8_t i = 0; i < form->count && !found; i++) {
		buf_clear(&name);
		name_fold(&name, form->fields[i].name);
		if (strcmp(buf_string(&name), folded) == 0)
			found = &form->fields[i];
	}
	buf_free(&name);
	return found;
}

/* A small word behind the last "_" is not one letter away from another: "said_on" is no "said_os". */
static bool is_other_word(const char *key, const char *name)
{
	static const char words[] = " on by at to in of is it up or an ns ";
	const char *end = strrchr(key, '_'), *name_end = strrchr(name, '_');
	if (!end || !name_end || strlen(end) != 3 || strcmp(end, name_end) == 0)
		return false;
	char word[] = {' ', end[1], end[2], ' ', '\0'};
	return strstr(words, word) != NULL;
}

/* By letters alone. A key may also be the beginning of a name: "lang". */
static const struct form_field *spelt_near(const struct form *form, const char *key)
{
	const struct form_field *near = NULL, *begun = NULL;
	struct suggest suggest;
	size_t len = strlen(key);
	if (foreign_name_is_word(key))
		return NULL;
	suggest_start(&suggest, key);
	for (const struct form_field *at = form->fields; at < form->fields + form->count; at++) {
		if (!is_other_word(key, at->name) && suggest_feed(&suggest, at->name))
			near = at;
		if (!begun && len > 2 && strncmp(at->name, key, len) == 0 && at->name[len])
			begun = at;
	}
	return near ? near : begun;
}

/* What a key that is no field was meant for. */
struct meant {
	const struct form_field *field; /* or NULL */
	const char *advice;             /* in words; NULL where the field says it */
};

/* By its words: without capitals, or as others call it. */
static bool meant_of_words(const struct form *form, const char *key, struct meant *meant)
{
	struct buf folded = {0};
	name_fold(&folded, key);
	const char *name = buf_string(&folded);
	const struct form_field *field = folded_find(form, name);
	const struct foreign_name *foreign = field ? NULL : foreign_name_find(form, name);
	if (strchr("@$", *key) && *key && !(field && strcmp(name, "id") == 0))
		*meant = (struct meant){NULL, "other programs need it; leave it out"};
	else if (foreign)
		*meant = (struct meant){
			foreign->field ? form_field_named(form, foreign->field) : NULL,
			foreign->advice};
	else
		*meant = (struct meant){field, NULL};
	buf_free(&folded);
	return meant->field || meant->advice;
}

/* The same, and what is spelt nearly so: remembered, since what is misspelt once is misspelt often. */
static const struct key_memo *memo_of(struct loader *load, const struct form *form, const char *key)
{
	uint64_t hash = hash_text(key, strlen(key)) + (uint64_t)(form - forms);
	struct key_memo *memo = &load->memos[hash % (sizeof load->memos / sizeof *load->memos)];
	if (memo->form == form && memo->hash == hash)
		return memo;
	struct meant meant;
	*memo = (struct key_memo){.hash = hash, .form = form};
	memo->by_words = meant_of_words(form, key, &meant);
	memo->field = memo->by_words ? meant.field : spelt_near(form, key);
	memo->advice = memo->by_words ? meant.advice : NULL;
	return memo;
}

const struct form_field *field_near(struct loader *load, const struct form *form, const char *key)
{
	const struct form_field *near = plain_near(form, key);
	return near ? near : memo_of(load, form, key)->field;
}

/* ---- a field that belongs elsewhere ---- */

static const struct form *form_inside(const struct form_field *field)
{
	return field->kind == FIELD_THINGS ? &forms[form_thing_kind(field)] : field->form;
}

void level_step(struct level *level, const struct node *child)
{
	level->before = level->at;
	level->at = child;
	if (level->inner && !form_field_named(level->inner_form, child->key->text))
		level->inner = NULL;
}

void level_enter(struct level *level, const struct form_field *field)
{
	const struct form *inside = form_inside(field);
	if (!inside)
		return;
	level->inner = level->at;
	level->inner_form = inside;
	level->told = false;
}

/* The last mapping of the value that the level has read. */
static const struct node *last_item(const struct node *value)
{
	const struct node *item = value->kind == NODE_LIST ? value->child : value;
	while (item && item != value && item->next)
		item = item->next;
	return item && item->kind == NODE_MAP && item->child ? item : NULL;
}

/* Whether a mapping is written in lines of its own, not in braces. */
static bool is_block(const struct node *map)
{
	return map && map->child && !map->flow;
}

/* The form inside this one to which several unknown keys of the mapping belong: a quotation that was
 * written right into its event. */
static const struct form *guest_find(struct level *level)
{
	if (level->scanned)
		return level->guest;
	level->scanned = true;
	for (uint8_t i = 0; i < level->form->count && !level->guest; i++) {
		const struct form *inside = form_inside(&level->form->fields[i]);
		const struct node *at = inside ? level->map->child : NULL;
		int count = 0, own = 0;
		struct meant meant;
		for (; at; at = at->next)
			if (form_field_named(inside, at->key->text) &&
				!form_field_named(level->form, at->key->text)) {
				count++;
				own += !meant_of_words(level->form, at->key->text, &meant);
			}
		if (own && count > 1)
			level->guest = inside;
	}
	return level->guest;
}

/* Whether a value could be what the field takes: sections are not told from lists of ids by name. */
static bool could_be(const struct form_field *field, const struct node *value)
{
	if (field->kind != FIELD_THINGS)
		return true;
	return value->kind == NODE_MAP ||
		(value->kind == NODE_LIST && value->child && value->child->kind == NODE_MAP);
}

/* The form further out that has the field; *map is its mapping, NULL for the record. */
static const struct form *outer_find(
	const struct level *level, const char *key, const struct node **map)
{
	const struct form_field *field;
	for (const struct level *outer = level->outer; outer; outer = outer->outer)
		if (form_field_named(outer->form, key)) {
			*map = outer->map;
			return outer->form;
		}
	field = form_field_named(&forms[FORM_RECORD], key);
	*map = NULL;
	return field && level->at && could_be(field, level->at) ? &forms[FORM_RECORD] : NULL;
}

/* Whether that form cannot do without the field, and has none. */
static bool lacks(const struct form *form, const struct node *map, const char *key)
{
	const struct form_field *field = form_field_named(form, key);
	bool needed = field->needs || field->flags & FIELD_EITHER;
	const struct node *at = needed && map ? map->child : NULL;
	while (at && strcmp(at->key->text, key) != 0)
		at = at->next;
	return needed && map && !at;
}

/* Any form that has the field: what is named most often first. */
static const struct form *other_find(const struct form *form, const char *key)
{
	static const uint8_t order[] = {THING_SOURCE, THING_PERSON, THING_QUOTE, THING_EVENT,
		THING_VIEW, THING_PARALLEL, FORM_POSITION, THING_PARTY};
	for (size_t i = 0; i < sizeof order; i++)
		if (&forms[order[i]] != form && form_field_named(&forms[order[i]], key))
			return &forms[order[i]];
	return NULL;
}

static const char *field_of(const struct form *form, const struct form *inside)
{
	for (uint8_t i = 0; i < form->count; i++)
		if (form_inside(&form->fields[i]) == inside)
			return form->fields[i].name;
	return NULL;
}

static void stray_report(struct loader *load, const struct level *level, const struct node *key)
{
	const struct node *item = last_item(level->inner);
	struct buf where = {0};
	if (is_block(item))
		buf_format(&where, "indent it to column %u, under \"%s\"",
			(unsigned)item->child->key->place.column, item->child->key->text);
	else
		buf_format(&where, "write it into \"%s\"", level->inner->key->text);
	code_report(load->diags, CODE_UNKNOWN_FIELD, key->place, "\"%s\" belongs to %s; %s",
		key->text, level->inner_form->name, buf_string(&where));
	buf_free(&where);
}

static void outer_report(struct loader *load, const struct form *form, const struct node *map,
	const struct node *key)
{
	struct buf where = {0};
	if (!map)
		buf_text(&where, "; begin its line in column 1");
	else if (is_block(map))
		buf_format(&where, "; move it out to column %u, under \"%s\"",
			(unsigned)map->child->key->place.column, map->child->key->text);
	else
		buf_text(&where, "; move it out of the braces here");
	code_report(load->diags, CODE_UNKNOWN_FIELD, key->place, "\"%s\" belongs to %s%s",
		key->text, form->name, buf_string(&where));
	buf_free(&where);
}

/* Whether a value is a mapping with a field of the form. */
static bool has_fields(const struct form *form, const struct node *value)
{
	const struct node *at = value->kind == NODE_MAP ? value->child : NULL;
	while (at && !form_field_named(form, at->key->text))
		at = at->next;
	return at != NULL;
}

bool key_strays(struct loader *load, const struct node_item *item, const struct form *form,
	const struct node *before, bool *told)
{
	const struct node *key = item->key, *value = item->value;
	const struct form_field *section = form_field_named(&forms[FORM_RECORD], key->text);
	if (section && section->kind == FIELD_THINGS && could_be(section, value) &&
		!has_fields(form, value)) {
		outer_report(load, &forms[FORM_RECORD], NULL, key);
		return true;
	}
	bool strays = before && value->kind != NODE_MAP && form_field_named(form, key->text);
	if (strays && !*told && !strays_tell(load, key, form, before))
		code_report(load->diags, CODE_UNKNOWN_FIELD, key->place,
			"\"%s\" belongs to %s; indent it to column %u, under \"%s\"", key->text,
			form->name, (unsigned)key->place.column + 2, before->text);
	*told = strays;
	return strays;
}

/* ---- what to say ---- */

/* Names the fields that may stand there. */
static void fields_name(struct buf *hint, const struct form *form)
{
	const char *common = foreign_name_common(form);
	buf_text(hint, common ? "; common ones are " : "; there are ");
	if (common)
		buf_text(hint, common);
	for (uint8_t i = 0; !common && i < form->count; i++)
		buf_format(hint, "%s%s", i ? ", " : "", form->fields[i].name);
}

/* "Title" for "title"; the few fields with capitals are told as what they are. */
static bool is_written_large(const struct form_field *near, const char *key)
{
	size_t len = strlen(key);
	return strlen(near->name) == len && text_same_ascii(near->name, key, len) &&
		strpbrk(near->name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == NULL;
}

static void near_report(struct loader *load, const struct form *form, const struct node *key,
	const struct meant *meant)
{
	const struct form_field *near = meant->field;
	struct buf hint = {0};
	if (!code_wanted(load->diags, CODE_UNKNOWN_FIELD, key->place))
		; /* only counted */
	else if (meant->advice)
		buf_format(&hint, "; %s", meant->advice);
	else if (near && is_written_large(near, key->text))
		buf_format(&hint, "; fields are written small: \"%s\"", near->name);
	else if (near && near == form_plain_word(form) && form_plain_of(form, key->text) == near)
		buf_format(&hint, "; did you mean \"%s: %s\"?", near->name, key->text);
	else if (!suggest_hint(&hint, key->text, near ? near->name : NULL, NULL))
		fields_name(&hint, form);
	code_report(load->diags, CODE_UNKNOWN_FIELD, key->place, "unknown field \"%s\" in %s%s",
		key->text, form->name, buf_string(&hint));
	buf_free(&hint);
}

static void elsewhere_report(struct loader *load, const struct form *form, const struct form *other,
	const struct node *key)
{
	const char *section = form_section(other), *field = field_of(form, other);
	struct buf where = {0};
	if (field)
		buf_format(&where, "; put it into an item of \"%s\"", field);
	else if (section)
		buf_format(&where, ", under \"%s\"", section);
	code_report(load->diags, CODE_UNKNOWN_FIELD, key->place,
		"\"%s\" is no field of %s; it belongs to %s%s", key->text, form->name, other->name,
		buf_string(&where));
	buf_free(&where);
}

/* Where the key stands in the wrong mapping; false where it does not. What was said of one of several
 * such keys is not said of the next. */
static bool misplaced_report(
	struct loader *load, struct level *level, const struct node *key, bool always)
{
	const struct form *form = level->form, *other = NULL;
	const struct node *map = NULL;
	const char *name = key->text;
	if (level->inner || (other = guest_find(level), other && form_field_named(other, name))) {
		if (!level->told && level->inner)
			stray_report(load, level, key);
		else if (!level->told)
			elsewhere_report(load, form, other, key);
		level->told = true;
		return true;
	}
	other = outer_find(level, name, &map);
	if (other && (always || lacks(other, map, name))) {
		outer_report(load, other, map, key);
		return true;
	}
	other = always ? other_find(form, name) : NULL;
	if (other)
		elsewhere_report(load, form, other, key);
	return other != NULL;
}

/* The field whose name is the beginning of the key. */
static const struct form_field *begun_find(const struct form *form, const char *key, size_t len)
{
	for (uint8_t i = 0; i < form->count; i++)
		if (strlen(form->fields[i].name) == len && !memcmp(form->fields[i].name, key, len))
			return &form->fields[i];
	return NULL;
}

/* A byte order mark that was read as letters stands before the first key of a file. */
static const struct form_field *mark_report(
	struct loader *load, const struct form *form, const struct node *key)
{
	static const char mark[] = "\u00ef\u00bb\u00bf";
	size_t len = sizeof mark - 1;
	if (strncmp(key->text, mark, len) != 0 || !key->text[len])
		return NULL;
	code_report(load->diags, CODE_UNKNOWN_FIELD, key->place,
		"\"%s\" before \"%s\" is left of another encoding; take it out", mark,
		key->text + len);
	return form_field_named(form, key->text + len);
}

const struct form_field *field_unknown(
	struct loader *load, const struct form *form, const struct node *key)
{
	struct level *level = load->level && load->level->form == form ? load->level : NULL;
	struct meant meant = {plain_near(form, key->text), NULL};
	size_t name = value_brace(load, key, CODE_UNKNOWN_FIELD);
	if (name)
		return begun_find(form, key->text, name);
	const struct form_field *begun = mark_report(load, form, key);
	if (!begun)
		begun = begun_report(load, level, form, key);
	if (begun)
		return begun;
	if (level && comma_cuts(level, key)) {
		if (!level->cut)
			comma_report(load, level, key);
		level->cut = true;
		return NULL;
	}
	if (level)
		level->cut = false;
	if (level && !meant.field && misplaced_report(load, level, key, false))
		return NULL;
	const struct key_memo *memo = meant.field ? NULL : memo_of(load, form, key->text);
	if (memo && memo->by_words)
		meant = (struct meant){memo->field, memo->advice};
	if (memo && !memo->by_words) {
		if (level && misplaced_report(load, level, key, true))
			return NULL;
		const struct form *other = level || memo->field ? NULL
								: other_find(form, key->text);
		if (other) {
			elsewhere_report(load, form, other, key);
			return NULL;
		}
		meant.field = memo->field;
	}
	if (level && !meant.advice && among_tell(load, level, key))
		return NULL;
	if (!meant.field && !meant.advice &&
		(begun_text(load, level, key) || begun_date(load, level, key) ||
			begun_id(load, level, key)))
		return NULL;
	near_report(load, form, key, &meant);
	return meant.field;
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

const struct form_field *field_seen(
	struct loader *load, const struct form *form, const struct node *key)
{
	struct buf hint = {0};
	const struct form_field *field = form->fields, *end = field + form->count;
	while (field < end && !look_same(field->name, key->text))
		field++;
	if (field == end)
		return NULL;
	suggest_hint(&hint, key->text, field->name, NULL);
	if (!key->told)
		code_report(load->diags, CODE_UNKNOWN_FIELD, key->place,
			"unknown field \"%s\" in %s%s", key->text, form->name, buf_string(&hint));
	buf_free(&hint);
	return field;
}
