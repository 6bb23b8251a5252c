/* CSL-JSON, as Zotero and others write bibliographies: each item is a source. Its variables have
 * the names that a record has for them; names and dates come in parts. */
#include "load/import_date.h"

#include "base/memory.h"
#include "base/text.h"
#include "load/languages.h"
#include "model/date.h"
#include "model/form.h"

#include <string.h>

/* What is said of an item in its note, since no field takes it. */
struct item {
	const struct node *node;
	struct making source;
	struct buf note;
};

static void note_add(struct item *item, const char *what, const char *text)
{
	if (item->note.len)
		buf_char(&item->note, '\n');
	buf_format(&item->note, "%s%s", what, text);
}

/* ---- texts ---- */

static void texts_read(struct import *import, struct item *item)
{
	static const char *const same[] = {"title", "container-title", "publisher",
		"publisher-place", "volume", "issue", "page", "edition", "archive",
		"archive_location", "URL", "DOI", "ISBN"};
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		const struct node *node = import_field(item->node, same[i]);
		if (import_plain(node))
			make_field(import, &item->source, same[i], import_line(import, node),
				node->place);
	}
	const struct node *shorter = import_field(item->node, "title-short");
	shorter = shorter ? shorter : import_field(item->node, "shortTitle");
	if (import_plain(shorter))
		make_field(import, &item->source, "short", import_line(import, shorter),
			shorter->place);
	const struct node *note = import_field(item->node, "note");
	if (!import_plain(note))
		return;
	note_add(item, "", note->text);
	import_take(import, note);
}

/* A tag of BCP 47, or what one was meant by; else it stands in the note. */
static void language_read(struct import *import, struct item *item)
{
	const struct node *node = import_field(item->node, "language");
	if (!import_plain(node))
		return;
	import_take(import, node);
	struct buf meant = {0};
	const char *rest = node->text;
	bool tag = text_ascii_len(rest, node->len) == node->len;
	for (size_t len; tag && *rest; rest += len + (rest[len] == '-')) {
		len = strcspn(rest, "-");
		tag = len && len <= 8 &&
			strspn(rest,
				"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") >=
				len;
		tag &= rest != node->text || (len > 1 && len < 4);
	}
	if (tag && node->text[node->len - 1] != '-')
		make_same(import, &item->source, "language", node);
	else if (language_meant(&meant, node->text))
		make_field(import, &item->source, "language", buf_string(&meant), node->place);
	else
		note_add(item, "Language: ", node->text);
	buf_free(&meant);
}

/* ---- names ---- */

static void part_add(struct import *import, struct buf *name, const struct node *person,
	const char *key, const char *before)
{
	const char *text = import_line(import, import_field(person, key));
	if (*text)
		buf_format(name, "%s%s", name->len ? before : "", text);
}

/* "Family, Given": particles as they are written in either place. */
static void name_add(struct import *import, struct buf *name, const struct node *person)
{
	struct buf given = {0};
	if (import_plain(person))
		buf_text(name, import_line(import, person));
	part_add(import, name, person, "literal", "");
	if (!name->len) {
		part_add(import, name, person, "non-dropping-particle", "");
		part_add(import, name, person, "family", " ");
		part_add(import, &given, person, "given", "");
		part_add(import, &given, person, "dropping-particle", " ");
		part_add(import, &given, person, "suffix", " ");
		if (given.len)
			buf_format(name, "%s%s", name->len ? ", " : "", buf_string(&given));
	}
	if (name->len && strchr(name->text, ';'))
		import_tell(import, CODE_TO_FINISH, person->place,
			"a semicolon parts names in a record: that in a name is a comma now");
	for (char *at = name->text; at && (at = strchr(at, ';')) != NULL;)
		*at = ',';
	buf_free(&given);
}

static void names_read(struct import *import, struct item *item, const char *key)
{
	const struct node *list = import_field(item->node, key);
	const struct node *person = list && list->kind == NODE_LIST ? list->child : list;
	struct buf names = {0};
	for (; person; person = list->kind == NODE_LIST ? person->next : NULL) {
		struct buf name = {0};
		name_add(import, &name, person);
		if (name.len)
			buf_format(&names, "%s%s", names.len ? "; " : "", buf_string(&name));
		buf_free(&name);
	}
	if (list)
		make_field(import, &item->source, key, buf_string(&names), list->place);
	buf_free(&names);
}

/* ---- dates ---- */

/* The numbers of [1918, 3, 3]; a month from 13 on is a season. False where there is no year, or a part is
 * no number; *none then says that there is nothing but zeros. */
static bool numbers_read(
	struct import *import, const struct node *list, struct import_when *when, bool *none)
{
	int64_t parts[3] = {0}, count = 0;
	*when = (struct import_when){.hour = -1, .minute = -1, .second = -1, .given = true};
	const struct node *at;
	*none = false;
	if (!list || list->kind != NODE_LIST)
		return false;
	at = list->child;
	for (; at && count < 3; at = at->next, count++)
		if (at->kind != NODE_SCALAR ||
			(import_plain(at) && !import_number(at, &parts[count])))
			break;
	*none = (!at || count == 3) && !parts[0] && !parts[1] && !parts[2];
	when->year = parts[0];
	when->month = (int)(parts[1] >= 0 && parts[1] < 25 ? parts[1] : 99);
	when->month += when->month > 12 && when->month < 17 ? 8 : 0;
	when->day = (int)(parts[2] >= 0 && parts[2] < 32 ? parts[2] : 99);
	bool good = (!at || count == 3) && parts[0] && when->month < 25 && when->day < 32 &&
		(when->month <= 12 || when->month > 20);
	at = good || *none ? list->child : NULL;
	for (count = 0; at && count < 3; at = at->next, count++)
		import_take(import, at);
	if (when->month > 12)
		when->day = 0;
	return good;
}

/* "spring", "1", for a month of EDTF; 0 where it is none. */
static int season_of(const struct node *season)
{
	static const char *const names[] = {"spring", "summer", "autumn", "winter", "fall"};
	int64_t number;
	if (!import_plain(season))
		return 0;
	if (import_number(season, &number))
		return number >= 1 && number <= 4 ? 20 + (int)number : 0;
	for (int i = 0; i < 5; i++)
		if (strlen(names[i]) == season->len &&
			text_same_ascii(season->text, names[i], season->len))
			return i == 4 ? 23 : 21 + i;
	return 0;
}

static bool is_true(const struct node *node)
{
	return import_plain(node) && strcmp(node->text, "false") != 0 &&
		strcmp(node->text, "0") != 0;
}

/* [[1918, 3, 3], [1918, 4]]: an end of zeros is one that is not known. */
static bool parts_read(struct import *import, const struct node *date, struct buf *edtf)
{
	const struct node *parts = import_field(date, "date-parts");
	const struct node *first = parts && parts->kind == NODE_LIST ? parts->child : NULL;
	const struct node *named = import_field(date, "season"),
			  *circa = import_field(date, "circa");
	struct import_when from, to;
	bool none;
	if (!numbers_read(import, first, &from, &none))
		return false;
	int season = season_of(named);
	if (!from.month && season)
		from.month = season;
	if (season && from.month == season)
		import_take(import, named);
	import_when_add(edtf, &from, false);
	bool about = is_true(circa);
	if (import_plain(circa))
		import_take(import, circa);
	buf_text(edtf, about ? "~" : "");
	bool whole = first->next && numbers_read(import, first->next, &to, &none);
	if (whole || (first->next && none))
		buf_char(edtf, '/');
	if (whole) {
		import_when_add(edtf, &to, false);
		buf_text(edtf, about ? "~" : "");
	}
	return true;
}

/* What stands for a date in words, if it is one; what is none, or says more than the date that is known
 * already, is kept in the note. */
static void words_read(struct import *import, struct item *item, const char *key,
	const struct node *words, struct buf *edtf)
{
	struct date date;
	struct buf read = {0};
	const char *text = import_line(import, words);
	bool known = edtf->len > 0, told = false;
	if (date_parse_told(&import->arena, text, strlen(text), &date)) {
		date_edtf(&date, &read);
		told = !known || !strcmp(buf_string(&read), buf_string(edtf));
	}
	if (told && !known)
		buf_text(edtf, buf_string(&read));
	else if (!told && *text)
		note_add(item, strcmp(key, "issued") ? "Accessed: " : "Issued: ", text);
	buf_free(&read);
}

static void date_read(struct import *import, struct item *item, const char *key)
{
	static const char *const in_words[] = {"edtf", "literal", "raw"};
	const struct node *date = import_field(item->node, key);
	struct buf edtf = {0};
	if (!date)
		return;
	parts_read(import, date, &edtf);
	if (import_plain(date))
		words_read(import, item, key, date, &edtf);
	for (size_t i = 0; i < sizeof in_words / sizeof *in_words; i++) {
		const struct node *words = import_field(date, in_words[i]);
		if (import_plain(words))
			words_read(import, item, key, words, &edtf);
	}
	make_field(import, &item->source, key, buf_string(&edtf), date->place);
	buf_free(&edtf);
}

/* ---- items ---- */

static bool is_type(const char *text)
{
	for (int i = 0; i < form_types.count; i++)
		if (strcmp(form_types.at[i], text) == 0)
			return true;
	return false;
}

static void type_read(struct import *import, struct item *item)
{
	const struct node *type = import_field(item->node, "type");
	bool known = import_plain(type) && is_type(type->text);
	if (!known)
		import_tell(import, CODE_TO_FINISH, type ? type->place : item->node->place,
			"an item has no type of CSL: it is a \"document\" until you write another");
	if (import_plain(type) && !known)
		note_add(item, "Type: ", type->text);
	if (import_plain(type))
		import_take(import, type);
	make_field(
		import, &item->source, "type", known ? type->text : "document", item->node->place);
}

/* What it is cited by: its key, which may stand in a line of the note, or its id. */
static const struct node *key_of(struct import *import, const struct node *item)
{
	static const char line[] = "Citation Key: ";
	const struct node *key = import_field(item, "citation-key");
	const struct node *note = import_field(item, "note");
	const char *at = import_plain(note) && !key ? strstr(note->text, line) : NULL;
	if (at && (at == note->text || at[-1] == '\n')) {
		at += strlen(line);
		return make_text(import, at, strcspn(at, " \r\n"), note->place);
	}
	return key ? key : import_field(item, "id");
}

/* Its id. Where what it is cited by is none of a record ("http://zotero.org/..."), author and year. */
static const char *id_of(struct import *import, const struct node *own, const struct item *item)
{
	const struct node *author = import_field(item->node, "author");
	const struct node *issued = import_field(import_field(item->node, "issued"), "date-parts");
	struct buf name = {0};
	const char *text = import_plain(own) ? own->text : "";
	if (strstr(text, "://") || !*text || text_is_figure(*text)) {
		const struct node *first = author ? author->child : NULL;
		const char *family = import_line(import, import_field(first, "family"));
		family = *family ? family : import_line(import, import_field(first, "literal"));
		buf_text(&name,
			*family ? family : import_line(import, import_field(item->node, "title")));
		if (issued && issued->child && import_plain(issued->child->child))
			buf_format(&name, "-%s", issued->child->child->text);
		text = buf_kept(&name, &import->arena);
	}
	buf_free(&name);
	const struct node *id = import_field(item->node, "id");
	if (import_plain(id) && import_plain(own) && !strcmp(id->text, own->text))
		import_take(import, id);
	return import_id_own(import, SPACE_NAMES, own, text, "source");
}

static bool is_described(struct import *import, const struct node *own)
{
	return import_plain(own) &&
		ids_find(&import->load->ids, SPACE_NAMES, own->text).thing == THING_SOURCE;
}

static void source_read(struct import *import, const struct node *node)
{
	struct item item = {.node = node, .source = make_map(import, node->place)};
	const struct node *own = key_of(import, node);
	if (is_described(import, own)) {
		import_tell(import, CODE_LEFT_OUT, node->place,
			"an item has the id of a source that is described already: that holds");
		import_pass(import, node);
		return;
	}
	type_read(import, &item);
	texts_read(import, &item);
	names_read(import, &item, "author");
	names_read(import, &item, "editor");
	names_read(import, &item, "translator");
	date_read(import, &item, "issued");
	date_read(import, &item, "accessed");
	language_read(import, &item);
	const char *id = id_of(import, own, &item);
	if (!*import_line(import, import_field(node, "title")) &&
		!*import_line(import, import_field(node, "container-title"))) {
		make_field(import, &item.source, "title", id, node->place);
		import_tell(import, CODE_TO_FINISH, node->place,
			"an item has no title, and is called by its id: write one, or what it is");
	}
	make_field(import, &item.source, "note", buf_string(&item.note), node->place);
	import_give(import, "sources", id, item.source.node);
	buf_free(&item.note);
}

static void shelf_keep(struct loader *load, uint32_t file)
{
	if (load->shelf_count && load->shelves[load->shelf_count - 1].file == file)
		return;
	load->shelves = mem_grow(
		load->shelves, &load->shelf_room, load->shelf_count + 1, sizeof *load->shelves);
	load->shelves[load->shelf_count++] = (struct shelf){.file = file};
}

static void item_read(struct import *import, const struct node_item *item)
{
	shelf_keep(import->load, import->file);
	if (item->value && item->value->kind == NODE_MAP)
		source_read(import, item->value);
	else if (item->value)
		import_tell(import, CODE_LEFT_OUT, item->value->place,
			"what is no item of a bibliography is left out");
	if (item->value && item->value->kind == NODE_MAP)
		import_rest(import, item->value, item->section);
}

const struct import_form import_references = {
	.item = item_read,
	.advice = "makes a file of its sources; a record that is named before it can cite "
		  "them, as in \"truce lesson.yaml zotero.json\"",
};
