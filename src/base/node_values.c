/* What stands above or below tells a list from a text that goes on. */
#include "base/node_values.h"

#include "base/diag.h"
#include "base/node.h"
#include "base/node_blame.h"

#include <string.h>

enum { VALUES_MOST = 20, SHOWN_MOST = 60 };

static bool begins_plain(const char *at, const char *end)
{
	return at < end && !strchr("\"'[]{}#&*!|>%@`-", *at);
}

static bool is_value(struct row row)
{
	return row.line.number && !row.name && begins_plain(row.at, row.end);
}

/* An item that is a plain value in its line. */
static bool is_item(struct row row)
{
	return row.dash && is_value(row);
}

static bool is_word(struct row row)
{
	return is_value(row) && !row.dash && !memchr(row.at, ' ', (size_t)(row.end - row.at));
}

static int shown(struct row row)
{
	return row.end - row.at > SHOWN_MOST ? SHOWN_MOST : (int)(row.end - row.at);
}

static struct row after(const struct fault *fault, struct row row)
{
	return row_after(fault->failure->bytes, fault->failure->len, row);
}

static void hyphen_report(const struct fault *fault, struct row row, uint32_t dash)
{
	struct buf act = {0};
	row_item_text(&act, row, dash);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, row.line, row.at), "indentation",
		"a hyphen is missing before \"%.*s\"; %s", shown(row), row.at, buf_string(&act));
	buf_free(&act);
}

/* How many rows from this one on, in its column, are single words. */
static unsigned words_count(const struct fault *fault, struct row row)
{
	unsigned count = 0;
	for (uint32_t column = row.column; count < VALUES_MOST && row.column == column;
		row = after(fault, row)) {
		if (!is_word(row))
			break;
		count++;
	}
	return count;
}

/* Below "people:", in its column or left of it. */
static void below_report(const struct fault *fault, struct row row, struct row above)
{
	struct buf act = {0};
	const struct node_known *known = fault->failure->known;
	unsigned words = words_count(fault, row);
	if (words > 1 || row.column < above.field ||
		(known && known->takes_lines(above.name, above.len)))
		row_item_text(&act, row, above.field + 2);
	else
		buf_text(&act, "put two spaces before it");
	if (words == 2)
		buf_text(&act, ", and so in the next line");
	else if (words > 2)
		buf_format(&act, ", and so in the %u lines below it", words - 1);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, row.line, row.at), "indentation",
		"this is not \"field: value\", but belongs to \"%.*s:\" in line %u; %s",
		(int)above.len, above.name, (unsigned)above.line.number, buf_string(&act));
	buf_free(&act);
}

/* Whether a field that takes ids has nothing behind it, and this begins left of it. */
static bool is_left(const struct fault *fault, struct row row, struct row above)
{
	const struct node_known *known = fault->failure->known;
	return above.name && above.holds && row.column < above.field && is_word(row) && known &&
		known->takes_list(above.name, above.len);
}

bool values_explain_line(const struct fault *fault, struct line line)
{
	struct row row = row_of(line), above = row_before(fault->failure->bytes, row);
	if (!line.number || row.dash || !is_value(row) || !above.line.number)
		return false;
	if (is_item(above) && above.dash == row.column)
		hyphen_report(fault, row, row.column);
	else if ((above.name && above.holds && above.field == row.column && row.column > 1) ||
		is_left(fault, row, above))
		below_report(fault, row, above);
	else
		return false;
	return true;
}

/* ---- a text that is a list ---- */

/* The last of the items that follow in the column of this one, up to a line. */
static struct row run_last(const char *bytes, size_t len, struct row row, uint32_t line)
{
	struct row next = row;
	while (is_item(next) && next.dash == row.dash && next.line.number <= line) {
		row = next;
		next = row_after(bytes, len, row);
	}
	return row;
}

/* The items up to the line `last` are to begin where the one above them does. */
static void column_report(const struct fault *fault, struct row row, struct row head, uint32_t last)
{
	struct buf act = {0};
	struct node_sibling sibling = {head.line.number, head.dash};
	blame_move(&act, row, row.dash, head.dash,
		run_last(fault->failure->bytes, fault->failure->len, row, last));
	blame_column(fault, row, &sibling, 1, BESIDE_ITEMS, &act);
}

bool values_explain_column(const struct fault *fault, struct row row)
{
	struct row above = row_before(fault->failure->bytes, row);
	if (!is_item(row) || !is_item(above) || row.dash == above.dash)
		return false;
	column_report(fault, row, above, UINT32_MAX);
	return true;
}

bool values_explain_text(const struct node_failure *failure, struct line line, uint32_t last,
	struct diag_list *diags)
{
	enum { LINES_MOST = 4000 };
	struct fault fault = {.failure = failure, .diags = diags};
	struct row head = row_of(line), above = row_before(failure->bytes, head), row = head;
	if (!is_value(head) || line_column(head.line, head.at) != failure->opened.column)
		return false;
	for (int i = 0; i < LINES_MOST && (row.line.number == head.line.number || !row.dash); i++) {
		row = after(&fault, row);
		if (!row.line.number || row.line.number > last)
			return false;
	}
	if (!is_item(row))
		return false;
	fault.line = row.line;
	if (head.dash && row.dash != head.dash)
		column_report(&fault, row, head, last);
	else if (!head.dash && above.name && above.holds && above.field < row.dash)
		hyphen_report(&fault, head, row.dash);
	else
		return false;
	return true;
}

/* ---- left of the field they belong to ---- */

struct row values_field(const char *bytes, struct row row, struct row *first)
{
	struct row above = row;
	for (int i = 0; i < VALUES_MOST && is_item(above) && above.dash == row.dash; i++) {
		*first = above;
		above = row_before(bytes, above);
	}
	return is_item(row) && above.holds && above.name && above.field > row.dash
		? above
		: (struct row){0};
}

void values_move(struct buf *act, const char *bytes, size_t len, struct row first, struct row field,
	struct row *last)
{
	*last = run_last(bytes, len, first, UINT32_MAX);
	blame_move(act, first, first.dash, field.field + 2, *last);
}

bool values_explain_outside(const struct fault *fault, struct row row)
{
	const struct node_known *known = fault->failure->known;
	struct row first, last, field = values_field(fault->failure->bytes, row, &first);
	if (!field.line.number || !known || !known->takes_lines(field.name, field.len))
		return false;
	struct buf act = {0};
	values_move(&act, fault->failure->bytes, fault->failure->len, first, field, &last);
	blame_left(fault, first, field, &act);
	return true;
}

/* ---- behind a colon ---- */

bool values_explain_behind(
	const struct fault *fault, struct line line, const char *at, struct place place)
{
	struct row row = row_of(line), item = after(fault, row);
	if (!row.name || row.end - at < 3 || at[0] != '-' || at[1] != ' ' ||
		!begins_plain(at + 2, row.end) || !is_item(item) || item.dash <= row.column)
		return false;
	struct buf act = {0};
	uint32_t dash = row.field;
	row.at = at + 2;
	row_item_text(&act, row, dash + 2);
	buf_text(&act, " on a line of its own, and so each item below it");
	diag_add(fault->diags, DIAG_ERROR, place, "leading-character",
		"the items of a list stand below \"%.*s:\"; %s", (int)row.len, row.name,
		buf_string(&act));
	buf_free(&act);
	return true;
}
