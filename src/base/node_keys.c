/* A list, or a table with linear probing, finds a key that was there before; what a key may not be
 * is looked for in all that are not made of ordinary letters. */
#include "base/node_keys.h"

#include "base/hash.h"
#include "base/look.h"
#include "base/node_row.h"
#include "base/text.h"

#include <string.h>

enum { KEYS_FEW = 16, KEYS_FIRST = 64 };

/* ---- which there were ---- */

static bool key_same(const struct node *a, const struct node *b)
{
	return a->len == b->len && !memcmp(a->text, b->text, a->len);
}

static uint64_t head_bit(const struct node *key)
{
	return UINT64_C(1) << (((unsigned char)key->text[0] + 5 * key->len) & 63);
}

/* The slot that holds the key, or the empty one where it belongs. */
static size_t slot_of(const struct node_keys *keys, const struct node *key)
{
	size_t slot = hash_text(key->text, key->len) & (keys->size - 1);
	while (keys->slots[slot] && !key_same(keys->slots[slot], key))
		slot = (slot + 1) & (keys->size - 1);
	return slot;
}

/* The key as it was there before; NULL where there is none. */
static const struct node *key_find(const struct node_keys *keys, const struct node *key)
{
	if (keys->size > KEYS_FEW)
		return keys->slots[slot_of(keys, key)];
	for (size_t i = 0; keys->heads & head_bit(key) && i < keys->count; i++)
		if (keys->slots[i]->text[0] == key->text[0] && key_same(keys->slots[i], key))
			return keys->slots[i];
	return NULL;
}

static void keys_grow(struct node_keys *keys, struct arena *arena)
{
	struct node_keys next = *keys;
	if (!keys->size) {
		keys->size = KEYS_FEW;
		keys->slots = arena_raw(arena, KEYS_FEW * sizeof *keys->slots);
		return;
	}
	next.size = keys->size > KEYS_FEW ? keys->size * 4 : KEYS_FIRST;
	next.slots = arena_alloc(arena, next.size, sizeof *next.slots);
	for (size_t i = 0; i < keys->size; i++)
		if (keys->slots[i])
			next.slots[slot_of(&next, keys->slots[i])] = keys->slots[i];
	*keys = next;
}

const struct node *node_keys_add(
	struct node_keys *keys, struct arena *arena, const struct node *key)
{
	if (keys->count >= (keys->size > KEYS_FEW ? keys->size / 2 : keys->size))
		keys_grow(keys, arena);
	bool few = keys->size == KEYS_FEW;
	const struct node *before = few ? key_find(keys, key) : NULL;
	size_t slot = few ? keys->count : slot_of(keys, key);
	if (before || (!few && (before = keys->slots[slot])))
		return before;
	keys->slots[slot] = key;
	keys->heads |= head_bit(key);
	keys->first = keys->count++ ? keys->first : key;
	keys->repeats = false;
	return NULL;
}

/* ---- what they may not be ---- */

/* Takes `len` bytes at `at` out of a key. */
static void key_cut(struct node *key, size_t at, size_t len)
{
	char *text = (char *)(key + 1);
	memmove(text + at, text + at + len, key->len - at - len + 1);
	key->len -= len;
}

/* Reports the first character of a key of which nothing is seen, and takes all of them out, so that
 * the key is told by what is seen of it. */
static void check_unseen(struct diag_list *diags, struct node *key)
{
	size_t bytes, before = 0;
	bool any = false;
	for (size_t at = 0; at < key->len;) {
		int32_t code = text_decode(key->text + at, key->len - at, &bytes);
		if (text_kind(code) == TEXT_SEEN) {
			at += bytes;
			before++;
			continue;
		}
		struct place place = key->place;
		place.column += key->plain ? (uint32_t)before : 0;
		struct buf name = {0};
		text_name(&name, code);
		if (!any)
			diag_add(diags, DIAG_ERROR, place, "control-in-key",
				"%s character, %s, in a key; delete it",
				text_is_harmful(code) ? "a control" : "an invisible",
				buf_string(&name));
		buf_free(&name);
		any = true;
		key_cut(key, at, bytes);
	}
}

static bool is_curly(int32_t code)
{
	return (code >= 0x2018 && code <= 0x201f) || code == 0xab || code == 0xbb;
}

/* The character that the key begins or ends with, where it is a wide space or a curly quotation
 * mark: reported unless one was told, and taken out. */
static bool check_end(struct diag_list *diags, struct node *key, bool first, bool *told)
{
	size_t bytes;
	int32_t code = first ? text_decode(key->text, key->len, &bytes)
			     : text_last(key->text, key->len);
	char encoded[4];
	bytes = text_encode(code, encoded);
	if ((!look_is_space(code) && !is_curly(code)) || bytes >= key->len)
		return false;
	key_cut(key, first ? 0 : key->len - bytes, bytes);
	struct buf name = {0};
	text_name(&name, code);
	/* With a space in it, it is no name, but words: told where it is looked for. */
	if (is_curly(code) && memchr(key->text, ' ', key->len))
		;
	else if (!*told && is_curly(code))
		diag_add(diags, DIAG_ERROR, key->place, "curly-marks",
			"%s at the name of a field; write it without quotation marks, or with "
			"straight ones",
			buf_string(&name));
	else if (!*told)
		diag_add(diags, DIAG_ERROR, key->place, "odd-space",
			"%s %s the name of a field; delete it", buf_string(&name),
			first ? "before" : "behind");
	*told = true;
	buf_free(&name);
	return true;
}

bool node_key_check(struct diag_list *diags, struct node *key)
{
	bool told = false;
	if (key->text[0] == '<' && key->plain && !strcmp(key->text, "<<")) {
		diag_add(diags, DIAG_ERROR, key->place, "merge-key",
			"a record has no merge keys (\"<<\"); write the fields out");
		return false;
	}
	if (!key->len) {
		diag_add(diags, DIAG_ERROR, key->place, "empty-key",
			"a key is missing before the colon");
		return false;
	}
	check_unseen(diags, key);
	while (key->plain && check_end(diags, key, true, &told))
		;
	while (key->plain && check_end(diags, key, false, &told))
		;
	return key->len > 0;
}

/* ---- that come again ---- */

/* Whether an item begins with the key's line, or with one below it that has the first key again; or
 * the second line of the item and more come again, so that the first line of another is lost. */
static enum keys_run run_find(struct node_keys *keys, const struct diag_list *diags,
	const struct node *key, const struct node *first)
{
	size_t len;
	const char *bytes = diag_file_bytes(diags, key->place.file, &len);
	if (first == keys->first)
		return KEYS_RUN_ITEM;
	struct row row = row_placed(diags, key->place);
	bool next = false, repeats = false;
	struct row above = row_before(bytes, row);
	uint32_t second = row_after(bytes, len, row_placed(diags, keys->first->place)).line.number;
	while ((row = row_after(bytes, len, row)).line.number && row.column >= key->place.column) {
		if (row.column > key->place.column)
			continue;
		if (!row.name)
			break;
		struct node named = {.text = row.name, .len = row.len};
		const struct node *same = key_find(keys, &named);
		if (same == keys->first)
			return KEYS_RUN_ITEM;
		repeats |= !next && same;
		next = true;
	}
	if (above.dash && above.name && above.line.number > first->place.line)
		return KEYS_RUN_STRAY;
	return repeats && first->place.line == second ? KEYS_RUN_HEADLESS : KEYS_RUN_NONE;
}

/* Lines that were looked at are not looked at again: they are noted where they go on from those that
 * were, or are more. */
static void looked_note(struct node_keys *keys, uint32_t from, uint32_t to)
{
	if (from > to)
		return;
	if (from <= keys->looked_to + 1 && to + 1 >= keys->looked_from && keys->looked_to) {
		keys->looked_from = from < keys->looked_from ? from : keys->looked_from;
		keys->looked_to = to > keys->looked_to ? to : keys->looked_to;
	} else if (!keys->looked_to || to - from > keys->looked_to - keys->looked_from) {
		keys->looked_from = from;
		keys->looked_to = to;
	}
}

/* Whether a line above the key, beside it and below the first one, is an id rather than a field: it has
 * nothing behind it, and no field is known by its name. */
static bool id_between(struct node_keys *keys, const struct diag_list *diags,
	const struct node *key, const struct node *first, const struct node_known *known)
{
	size_t len;
	const char *bytes = diag_file_bytes(diags, key->place.file, &len);
	struct place place = key->place;
	struct row row = {0};
	if (!bytes || !known || !diag_wanted(diags, DIAG_ERROR, place))
		return false;
	row = row_before(bytes, row_placed(diags, place));
	for (; row.line.number > first->place.line; row = row_before(bytes, row)) {
		place.line = keys->looked_from;
		if (row.line.number >= place.line && row.line.number <= keys->looked_to)
			row = row_placed(diags, place);
		else if (row.holds && row.name && !row.dash && row.column == key->place.column &&
			!known->stands_beside(row.name, row.len, NULL, 0))
			return true;
	}
	looked_note(keys, first->place.line + 1, key->place.line - 1);
	return false;
}

/* Of what stands in the place of a list its reader's user tells: there only an item has an "id". */
bool node_keys_repeat(struct node_keys *keys, const struct diag_list *diags, const struct node *key,
	const struct node *first, const struct node_known *known)
{
	bool below = key->place.column == first->place.column &&
		key->place.line > first->place.line;
	bool unlisted = !keys->listed && below && first == keys->first &&
		!strcmp(first->text, "id");
	if (keys->runs_on || (keys->listed && below && keys->repeats))
		return false;
	keys->repeats = keys->listed && below;
	if (!keys->listed && below && id_between(keys, diags, key, first, known)) {
		keys->runs_on = true;
		return false;
	}
	if (keys->repeats && diag_wanted(diags, DIAG_ERROR, key->place)) {
		size_t len;
		const char *bytes = diag_file_bytes(diags, key->place.file, &len);
		keys->run = bytes              ? run_find(keys, diags, key, first)
			: first == keys->first ? KEYS_RUN_ITEM
					       : KEYS_RUN_NONE;
	}
	keys->runs_on = unlisted || keys->run != KEYS_RUN_NONE ||
		(keys->repeats && first == keys->first);
	return !unlisted;
}

/* Of the line above, where an item begins that the key belongs to. */
static void stray_report(
	struct diag_list *diags, const struct node_keys *keys, const struct node *key)
{
	size_t len;
	const char *bytes = diag_file_bytes(diags, key->place.file, &len);
	struct row head = row_placed(diags, keys->first->place);
	struct row row = row_before(bytes, row_placed(diags, key->place));
	struct buf act = {0};
	row_move_text(&act, row.column, head.dash);
	diag_add(diags, DIAG_ERROR, (struct place){row.line.number, row.column, key->place.file},
		"indentation",
		"wrong indentation: this line begins in column %u, line %u above it in column %u; "
		"the items of one list begin in the same column: %s before it",
		(unsigned)row.column, (unsigned)head.line.number, (unsigned)head.dash,
		buf_string(&act));
	buf_free(&act);
}

/* "  - id: dusk", its hyphen below the one of the item before. */
static void hyphen_add(struct buf *act, const struct diag_list *diags, const struct node_keys *keys,
	const struct node *key)
{
	size_t len;
	const char *bytes = diag_file_bytes(diags, key->place.file, &len);
	struct row head = {0}, row = {0};
	if (bytes) {
		head = row_placed(diags, keys->first->place);
		row = row_placed(diags, key->place);
	}
	if (!head.dash || !row.name || row.dash)
		buf_text(act, "where another item begins, write \"- \" before it");
	else if (keys->run == KEYS_RUN_HEADLESS) {
		buf_text(act, "where another item begins, write \"");
		buf_repeat(act, " ", head.dash - 1);
		buf_format(act, "- %s: \" and its %s above this line, else keep one of the two",
			keys->first->text, keys->first->text);
	} else {
		buf_text(act, "another item begins here and its hyphen is missing: ");
		row_item_text(act, row, head.dash);
		buf_format(act, ", the hyphen in column %u as in line %u", (unsigned)head.dash,
			(unsigned)head.line.number);
	}
}

enum { LIST_MOST = 80 };

static bool is_there(const struct buf *list, const struct node *value)
{
	size_t len = value->len;
	const char *at = buf_string(list);
	for (; (at = strstr(at, value->text)); at++)
		if ((at == list->text || at[-1] == ' ') && (!at[len] || at[len] == ','))
			return true;
	return false;
}

static bool list_add(struct buf *list, const struct node *value)
{
	if (value->kind != NODE_SCALAR || !value->plain || !value->len ||
		list->len + value->len > LIST_MOST)
		return false;
	if (!is_there(list, value))
		buf_format(list, "%s%s", list->len ? ", " : "", value->text);
	return true;
}

/* Adds what a list holds, or a single value; false where not all of it can be written in a line. */
static bool list_join(struct buf *list, const struct node *value)
{
	if (value->kind != NODE_LIST)
		return list_add(list, value);
	for (const struct node *at = value->child; at; at = at->next)
		if (!list_add(list, at))
			return false;
	return true;
}

static bool is_short(const struct node *value)
{
	enum { SHORT_MOST = 40 };
	return value && value->kind == NODE_SCALAR && value->len && value->len <= SHORT_MOST &&
		!strchr(value->text, '\n');
}

/* Of a field: what is to be made of both. */
static void act_add(struct buf *act, const struct node *key, const struct node *value,
	const struct node *first, const struct node_known *known)
{
	struct buf list = {0};
	bool same = value && first && value->len && key_same(value, first);
	bool lists = value && first && !same &&
		(value->kind == NODE_LIST || first->kind == NODE_LIST ||
			(known && known->takes_list(key->text, key->len)));
	if (lists && list_join(&list, first) && list_join(&list, value))
		buf_format(act, "write both in one list, in place of the two: %s: [%s]", key->text,
			buf_string(&list));
	else if (value && value->kind != NODE_SCALAR)
		buf_text(act, "put what stands below it under the first, and delete this line");
	else if (same)
		buf_text(act, "delete this line");
	else if (is_short(value) && is_short(first))
		buf_format(act, "keep \"%s\" there or \"%s\" here, and delete the other",
			first->text, value->text);
	else
		buf_text(act, "keep one of the two");
	buf_free(&list);
}

void node_keys_again(struct diag_list *diags, const struct node_keys *keys, const struct node *key,
	const struct node *first, enum node_again again, const struct node *value,
	const struct node *first_value, const struct node_known *known)
{
	struct buf act = {0};
	if (again == AGAIN_FIELD && keys->run == KEYS_RUN_STRAY) {
		stray_report(diags, keys, key);
		return;
	}
	if (key->place.line == first->place.line + 1 &&
		diag_wanted(diags, DIAG_ERROR, key->place) && row_is_doubled(diags, first->place)) {
		diag_add(diags, DIAG_ERROR, key->place, "duplicate-key",
			"duplicate key \"%s\": this line stands twice; delete one of the two",
			key->text);
		return;
	}
	if (again == AGAIN_FIELD && keys->run != KEYS_RUN_NONE)
		hyphen_add(&act, diags, keys, key);
	else if (again == AGAIN_ITEM)
		buf_text(&act, "give one of the two another id");
	else if (again == AGAIN_SECTION && known && known->takes_lines(key->text, key->len))
		buf_text(&act, "put what stands below it under the first, and delete this line");
	else
		act_add(&act, key, value, first_value, known);
	diag_add(diags, DIAG_ERROR, key->place, "duplicate-key",
		"duplicate key \"%s\"; the first is at line %u; %s", key->text,
		(unsigned)first->place.line, buf_string(&act));
	buf_free(&act);
}

/* Whether a field of the row's name stands above the holder, in the same item. */
static bool is_above(const char *bytes, struct row row, struct row holder)
{
	struct row at = row_before(bytes, holder);
	for (; at.line.number && at.field >= holder.field; at = row_before(bytes, at)) {
		if (at.field == holder.field && at.name && at.len == row.len &&
			!memcmp(at.name, row.name, row.len))
			return true;
		if (at.dash && at.field == holder.field)
			break;
	}
	return false;
}

/* The last line of what belongs to the holder, from the one below it on. */
static struct row outdented_last(const char *bytes, size_t len, struct row holder, uint32_t key)
{
	struct row from = row_after(bytes, len, holder), last = from;
	for (struct row at = from; at.line.number; at = row_after(bytes, len, at)) {
		bool beside = at.column == from.column;
		bool again = beside && at.name && !at.dash && is_above(bytes, at, holder);
		if (at.column < from.column || (beside && at.line.number > key && !again))
			break;
		last = at;
	}
	return last;
}

void node_keys_outdented(struct diag_list *diags, const struct node *holder, const struct node *key)
{
	size_t len;
	struct place place = key->place;
	uint32_t last = place.line;
	const char *bytes = diag_file_bytes(diags, place.file, &len);
	if (bytes && diag_wanted(diags, DIAG_ERROR, place)) {
		struct row row = row_placed(diags, holder->place);
		last = outdented_last(bytes, len, row, place.line).line.number;
		row = row_after(bytes, len, row);
		place = (struct place){row.line.number, row.column, place.file};
	}
	if (place.line == last)
		diag_add(diags, DIAG_ERROR, place, "indentation",
			"this belongs to \"%s\" in line %u; put two more spaces before it",
			holder->text, (unsigned)holder->place.line);
	else
		diag_add(diags, DIAG_ERROR, place, "indentation",
			"lines %u to %u belong to \"%s\" in line %u; put two more spaces before "
			"each",
			(unsigned)place.line, (unsigned)last, holder->text,
			(unsigned)holder->place.line);
}
