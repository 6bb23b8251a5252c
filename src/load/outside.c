/* What a line says of its place is asked of the lines round it: the nodes do not tell how deep they
 * were meant to stand. */
#include "load/outside.h"

#include "base/node.h"
#include "base/node_row.h"
#include "base/node_values.h"
#include "load/known.h"
#include "load/unread.h"

#include <string.h>

static struct row row_read(
	struct loader *load, const struct node *key, const char **bytes, size_t *len)
{
	*bytes = diag_file_bytes(load->diags, key->place.file, len);
	return *bytes && diag_wanted(load->diags, DIAG_ERROR, key->place)
		? row_placed(load->diags, key->place)
		: (struct row){0};
}

static bool is_section(struct row row)
{
	return row.name && known_fields.stands_beside(row.name, row.len, "events", 6);
}

static bool is_id(struct row row)
{
	return row.holds && row.name && !row.dash &&
		!known_fields.stands_beside(row.name, row.len, NULL, 0);
}

void outside_tell(struct loader *load, const struct node *key, const struct node *section)
{
	size_t len;
	const char *bytes = diag_file_bytes(load->diags, key->place.file, &len);
	struct row row = {0}, last, next;
	if (bytes && diag_wanted(load->diags, DIAG_ERROR, key->place))
		row = row_placed(load->diags, key->place);
	last = row;
	next = row.line.number ? row_after(bytes, len, row) : row;
	bool more = next.column == 1 || (row.holds && next.column <= 3);
	while (more && next.line.number && !(next.column == 1 && is_section(next)) &&
		!(row.holds && is_id(next) && next.column == 3)) {
		last = next;
		next = row_after(bytes, len, last);
	}
	buf_clear(&load->buf);
	if (last.line.number > row.line.number)
		buf_format(&load->buf, ", and what follows down to line %u,",
			(unsigned)last.line.number);
	code_report(load->diags, CODE_UNKNOWN_FIELD, key->place,
		"\"%s\" belongs to \"%s\" in line %u; indent it%s by two spaces", key->text,
		section->text, (unsigned)section->place.line, buf_string(&load->buf));
}

bool beside_tell(struct loader *load, const struct node *key)
{
	size_t len;
	const char *bytes = diag_file_bytes(load->diags, key->place.file, &len);
	if (!bytes || key->place.column != 1 || !diag_wanted(load->diags, DIAG_ERROR, key->place))
		return false;
	struct row row = row_placed(load->diags, key->place);
	struct row above = row_before(bytes, row);
	if (!above.name || above.field == 1 || !row.name ||
		!known_fields.stands_beside(row.name, row.len, above.name, above.len))
		return false;
	buf_clear(&load->buf);
	row_move_text(&load->buf, 1, above.field);
	code_report(load->diags, CODE_UNKNOWN_FIELD, key->place,
		"\"%s\" is no field of a record; it stands beside \"%.*s\" in line %u: %s before "
		"it",
		key->text, (int)above.len, above.name, (unsigned)above.line.number,
		buf_string(&load->buf));
	return true;
}

bool outside_items(struct loader *load, const struct node *list)
{
	size_t len;
	const char *bytes;
	if (!list->key || list->kind != NODE_SCALAR || list->len)
		return false;
	struct row row = row_read(load, list->key, &bytes, &len);
	if (!row.line.number || !row.holds)
		return false;
	struct row item = row_after(bytes, len, row), field = row_after(bytes, len, item);
	return item.dash && item.column < list->key->place.column && !item.holds && item.len == 2 &&
		!memcmp(item.name, "id", 2) && field.name && !field.dash &&
		field.column > row.field && field.column > item.field;
}

bool outside_values(struct loader *load, const struct node *empty)
{
	size_t len;
	const char *bytes;
	if (!empty->key || empty->kind != NODE_SCALAR || empty->len)
		return false;
	struct row row = row_read(load, empty->key, &bytes, &len), first, last;
	struct row item = row.line.number ? row_after(bytes, len, row) : row;
	struct row field = item.line.number ? values_field(bytes, item, &first) : item;
	if (!field.line.number || field.line.number != row.line.number)
		return false;
	buf_clear(&load->buf);
	values_move(&load->buf, bytes, len, first, field, &last);
	struct row next = row_after(bytes, len, last);
	if (next.line.number && !next.dash && next.column > first.dash)
		return true; /* it cannot be read, and that is told */
	code_report(load->diags, CODE_WRONG_SHAPE,
		(struct place){first.line.number, first.dash, empty->place.file},
		"this belongs to \"%s\" in line %u, but begins left of it: %s", empty->key->text,
		(unsigned)row.line.number, buf_string(&load->buf));
	return true;
}

bool outside_value(struct loader *load, const struct node *value)
{
	size_t len;
	const char *bytes;
	if (value->kind != NODE_SCALAR || !value->len)
		return false;
	struct row row = row_read(load, value, &bytes, &len), first;
	return row.line.number && values_field(bytes, row, &first).line.number;
}

/* ---- ids among fields ---- */

static bool is_field(const struct form *form, struct row row)
{
	for (uint8_t i = 0; row.name && !row.dash && i < form->count; i++)
		if (strlen(form->fields[i].name) == row.len &&
			!memcmp(form->fields[i].name, row.name, row.len))
			return true;
	return false;
}

/* Whether the fields that the form cannot do without are among a value's. */
static bool value_is_whole(const struct form *form, const struct node *value)
{
	for (uint8_t i = 0; i < form->count; i++) {
		const struct node *at = value->child;
		while (at && strcmp(at->key->text, form->fields[i].name) != 0)
			at = at->next;
		if (form->fields[i].needs && !at)
			return false;
	}
	return value->child != NULL;
}

/* The same of the lines that stand beside a row and below it. */
static bool run_is_whole(const struct form *form, const char *bytes, size_t len, struct row row)
{
	for (uint8_t i = 0; i < form->count; i++) {
		const char *name = form->fields[i].name;
		struct row at = row_after(bytes, len, row);
		if (!is_field(form, at))
			return false;
		while (at.column > row.column ||
			(at.column == row.column && !at.dash &&
				(at.len != strlen(name) || memcmp(at.name, name, at.len) != 0)))
			at = row_after(bytes, len, at);
		if (form->fields[i].needs && at.column != row.column)
			return false;
	}
	return true;
}

/* The last line of what stands deeper than the row. */
static struct row block_end(const char *bytes, size_t len, struct row row)
{
	struct row last = row;
	for (struct row at = row_after(bytes, len, row); at.column > row.column;
		at = row_after(bytes, len, at))
		last = at;
	return last;
}

static void lines_add(struct buf *act, struct row row, struct row last)
{
	if (last.line.number > row.line.number)
		buf_format(act, " before each of lines %u to %u", (unsigned)row.line.number,
			(unsigned)last.line.number);
	else
		buf_text(act, " before it");
}

bool among_tell(struct loader *load, const struct level *level, const struct node *key)
{
	size_t len;
	const char *bytes;
	const struct form *form = level->form;
	const struct node *value = level->at;
	if (!form->keyed || level->map->flow || value->key != key)
		return false;
	struct row row = row_read(load, key, &bytes, &len), id = row, last = row;
	while (id.line.number && (id.column >= row.column || !id.holds || id.dash))
		id = row_before(bytes, id);
	bool own = value->kind == NODE_MAP && value_is_whole(form, value);
	if (id.column < 2 || row.column != key->place.column ||
		!(own || (row.holds && run_is_whole(form, bytes, len, row))))
		return false;
	if (own)
		last = block_end(bytes, len, row);
	buf_clear(&load->buf);
	row_move_text(&load->buf, row.column, id.column);
	lines_add(&load->buf, row, last);
	diag_add(load->diags, DIAG_ERROR, key->place, "indentation",
		"wrong indentation: the id \"%s\" begins in column %u, the one in line %u above it "
		"in column %u; %s",
		key->text, (unsigned)row.column, (unsigned)id.line.number, (unsigned)id.column,
		buf_string(&load->buf));
	unread_word(load, key->text);
	return true;
}

/* Whether an id, the first of its section, has come to stand beside its fields: the next one does not. */
static bool is_moved(const char *bytes, size_t len, struct row id, struct row last)
{
	struct row above = row_before(bytes, id), next = row_after(bytes, len, last);
	return id.column > 3 && above.column == 1 && next.column < id.column;
}

bool strays_tell(struct loader *load, const struct node *key, const struct form *form,
	const struct node *before)
{
	size_t len;
	const char *bytes;
	struct row row = row_read(load, key, &bytes, &len), last = row, at = row;
	if (!row.line.number)
		return false;
	for (; at.column > row.column || (at.column == row.column && is_field(form, at));
		at = row_after(bytes, len, at))
		last = at;
	struct row id = row_placed(load->diags, before->place);
	buf_clear(&load->buf);
	if (is_moved(bytes, len, id, last)) {
		row_move_text(&load->buf, id.column, id.column - 2);
		diag_add(load->diags, DIAG_ERROR, before->place, "indentation",
			"wrong indentation: the id \"%s\" begins in column %u, as do its fields "
			"below it; %s before it",
			before->text, (unsigned)id.column, buf_string(&load->buf));
		return true;
	}
	if (last.line.number == row.line.number)
		return false;
	row_move_text(&load->buf, row.column, row.column + 2);
	lines_add(&load->buf, row, last);
	code_report(load->diags, CODE_UNKNOWN_FIELD, key->place,
		"\"%s\" belongs to %s, under \"%s\"; %s", key->text, form->name, before->text,
		buf_string(&load->buf));
	return true;
}
