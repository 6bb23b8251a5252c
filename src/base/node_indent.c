/* libyaml says of such a line only what it expected there; the line it is to stand beside, and which of
 * the two is out of step, is looked for here. */
#include "base/node_indent.h"

#include "base/look.h"
#include "base/node.h"
#include "base/node_head.h"
#include "base/node_item.h"
#include "base/node_sign.h"
#include "base/node_stray.h"
#include "base/node_values.h"
#include "base/text.h"

#include <string.h>

/* ---- any line ---- */

static void eldest_report(const struct fault *fault, struct row first, struct row row, uint32_t to)
{
	struct row child = blame_after(fault, first), last = first;
	for (; child.column > first.column && child.column != to + 2 &&
		child.line.number < row.line.number;
		child = blame_after(fault, child))
		last = child;
	struct buf act = {0};
	blame_move(&act, first, first.column, to, last);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, first.line, line_start(first.line)),
		"indentation",
		"wrong indentation: this line begins in column %u, line %u below it in column %u; "
		"%s",
		(unsigned)first.column, (unsigned)row.line.number, (unsigned)row.column,
		buf_string(&act));
	buf_free(&act);
}

/* The first line below a name is out of step, where the second begins two columns behind that name as
 * most do. */
static bool eldest_explain(const struct fault *fault, struct row row)
{
	struct row first = row, holder = row, at;
	while (holder.line.number &&
		!(holder.holds && holder.name && holder.field + 2 == row.column)) {
		if (holder.column == 1)
			return false;
		first = holder;
		holder = row_before(fault->failure->bytes, holder);
	}
	if (!holder.line.number || first.line.number >= row.line.number ||
		!first.dash != !row.dash || first.column == row.column ||
		first.column <= holder.field)
		return false;
	for (at = blame_after(fault, first); at.line.number < row.line.number;
		at = blame_after(fault, at))
		if (at.column <= first.column)
			return false;
	eldest_report(fault, first, row, row.column);
	return true;
}

/* An id that stands further right than the fields below it. */
static bool id_explain(const struct fault *fault, struct row row)
{
	const struct node_known *known = fault->failure->known;
	struct row above = row_before(fault->failure->bytes, row);
	if (!known || !above.holds || above.dash || !above.name || row.dash || !row.name ||
		above.field <= row.column || row.column < 4 ||
		known->stands_beside(above.name, above.len, NULL, 0) ||
		!known->stands_beside(row.name, row.len, NULL, 0))
		return false;
	eldest_report(fault, above, row, row.column - 2);
	return true;
}

/* The level that a field is of: that of the lines above and below, where they agree, else the nearest
 * one above whose field is known to stand beside it. */
static bool level_find(const struct fault *fault, struct row row, struct node_sibling *found)
{
	const char *bytes = fault->failure->bytes;
	struct row above = row_before(bytes, row), next = blame_after(fault, row);
	uint32_t limit = UINT32_MAX, best = UINT32_MAX;
	if (row.dash || !row.name)
		return false;
	if (!row.holds && next.name && !next.dash && above.name && next.column == above.field) {
		*found = (struct node_sibling){above.line.number, above.field};
		return above.field != row.column;
	}
	for (; above.line.number && limit > 1; above = row_before(bytes, above)) {
		uint32_t by = blame_apart(row.column, above.field);
		if (above.field < limit && by && by < best && blame_known(fault, row, above)) {
			*found = (struct node_sibling){above.line.number, above.field};
			best = by;
		}
		limit = above.column < limit ? above.column : limit;
	}
	return best < UINT32_MAX;
}

/* The first line of a record is indented, and those below are not. */
static bool top_explain(
	const struct fault *fault, struct row row, const struct node_sibling *sibling)
{
	struct row first = blame_numbered(fault, sibling->line);
	struct buf act = {0};
	if (row.column != 1 || first.dash || first.column == 1 ||
		row_before(fault->failure->bytes, first).line.number)
		return false;
	row_move_text(&act, first.column, 1);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, first.line, line_start(first.line)),
		"indentation",
		"wrong indentation: this line begins in column %u, line %u below it in column 1; "
		"%s before it",
		(unsigned)first.column, (unsigned)row.line.number, buf_string(&act));
	buf_free(&act);
	return true;
}

/* Whether a line that begins in that column stands beside one that is open above the row. */
static bool is_level(const struct fault *fault, struct row row, struct row beside)
{
	uint32_t limit = UINT32_MAX;
	while (limit > beside.column &&
		(row = row_before(fault->failure->bytes, row)).line.number) {
		if (row.column < limit && beside.dash && row.dash == beside.dash)
			return true;
		if (row.field < limit && !beside.dash && row.name && row.field == beside.field)
			return true;
		limit = row.column < limit ? row.column : limit;
	}
	return false;
}

/* The line above stands further left than the fields round it: it is the one out of step. Of one behind
 * the name of an empty section load has told already. */
static bool above_explain(const struct fault *fault, struct row row)
{
	const char *bytes = fault->failure->bytes;
	struct row above = row_before(bytes, row), before = row_before(bytes, above);
	struct row section = {.name = "events", .len = 6};
	if (!before.line.number || above.dash || !above.name || above.column >= row.column)
		return false;
	if (before.holds && before.column == 1 && above.column == 1 && !row.dash &&
		!blame_known(fault, above, section) && fault->failure->known)
		return true;
	if (before.holds && !before.dash && !above.holds && above.column <= before.field &&
		row.column > before.field && !row.dash && blame_known(fault, row, above)) {
		eldest_report(fault, above, row, row.column);
		return true;
	}
	if (above.holds || !blame_known(fault, above, before) || !is_level(fault, above, row))
		return false;
	struct buf act = {0};
	struct node_sibling sibling = {before.line.number, before.field};
	blame_move(&act, above, above.column, before.field, above);
	blame_column(fault, above, &sibling, 1, BESIDE_FIELDS, &act);
	return true;
}

/* Which of two lines that are as near is meant; 2 where it may be both. */
static size_t sibling_find(const struct fault *fault, struct row row,
	const struct node_sibling sibling[2], enum node_beside *beside)
{
	if (*beside == BESIDE_TEXT_OR_FIELDS) {
		const struct node_known *known = fault->failure->known;
		bool field = known && row.name && known->stands_beside(row.name, row.len, NULL, 0);
		if (row.name && !known)
			return 2;
		*beside = field ? BESIDE_FIELDS : BESIDE_TEXT;
		return field;
	}
	bool first = blame_known(fault, row, blame_numbered(fault, sibling[0].line));
	bool second = blame_known(fault, row, blame_numbered(fault, sibling[1].line));
	if (first != second)
		return second;
	/* A name that is none of a section stands beside none. */
	const struct node_known *known = fault->failure->known;
	return known && !first && row.name && sibling[1].column == 1 &&
			!known->stands_beside(row.name, row.len, "events", 6)
		? 0
		: 2;
}

/* The line that it would go with, and what is below that, has come to stand further left than what both
 * are known to belong to. What begins so in column 1 load has told. */
static bool elder_explain(const struct fault *fault, struct row row, struct row elder)
{
	if (elder.column >= row.column || elder.dash || !elder.name ||
		!blame_known(fault, row, elder) || !is_level(fault, elder, row))
		return false;
	if (elder.column > 1 || !elder.holds || !diag_count(fault->diags, DIAG_ERROR))
		eldest_report(fault, elder, row, row.column);
	return true;
}

/* The id of a source, a person or the like, which the ids above tell the column of. Where it is the one
 * above that is out of step load tells, of one in column 1 always, else if it could read one of its
 * fields: the last is not read. */
static bool id_column_explain(const struct fault *fault, struct row row)
{
	struct row id = blame_id_above(fault, row), next = blame_after(fault, row), last = row;
	if (!blame_is_id(fault, row) || !id.line.number || id.column == row.column)
		return false;
	if (id.column > row.column || id.column == 1) {
		struct row second = blame_after(fault, blame_after(fault, id));
		if (id.column > 1 &&
			(second.line.number >= row.line.number ||
				!diag_count(fault->diags, DIAG_ERROR)))
			eldest_report(fault, id, row, row.column);
		return true;
	}
	bool alone = next.column == blame_after(fault, id).column || next.column <= row.column;
	for (; !alone && next.column > row.column; next = blame_after(fault, next))
		last = next;
	struct buf act = {0};
	struct node_sibling sibling = {id.line.number, id.column};
	blame_move(&act, row, row.column, id.column, last);
	blame_column(fault, row, &sibling, 1, BESIDE_IDS, &act);
	return true;
}

/* A section that is indented; "people" with a list below it may be a field. */
static bool section_explain(const struct fault *fault, struct row row)
{
	const struct node_known *known = fault->failure->known;
	struct row next = blame_after(fault, row);
	if (!known || !row.name || !row.holds || row.dash || row.column == 1 ||
		next.column < row.column || !known->stands_beside(row.name, row.len, "events", 6) ||
		(next.dash && known->stands_beside(row.name, row.len, "id", 2)))
		return false;
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, row.line, line_start(row.line)),
		"indentation", "\"%.*s\" belongs to a record; begin its line in column 1",
		(int)row.len, row.name);
	return true;
}

/* "- events:" below other sections. */
static bool section_item_explain(const struct fault *fault, struct row row)
{
	const struct node_known *known = fault->failure->known;
	if (!known || !row.name || !row.dash || row.column > 1 || !row.holds ||
		!known->takes_lines(row.name, row.len) ||
		!known->stands_beside(row.name, row.len, "events", 6))
		return false;
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, row.line, line_start(row.line)),
		"indentation", "\"%.*s\" is no item of a list; write \"%.*s:\" without the hyphen",
		(int)row.len, row.name, (int)row.len, row.name);
	return true;
}

/* The line above, in column 1, is none of a record's: one of the text above it, or a remark. */
static bool foreign_explain(const struct fault *fault, struct row row)
{
	const struct node_known *known = fault->failure->known;
	struct row above = row_before(fault->failure->bytes, row);
	struct row before = row_before(fault->failure->bytes, above);
	if (!known || !above.name || above.column > 1 || above.dash || above.holds ||
		row.column == 1 || before.column < 2 ||
		known->stands_beside(above.name, above.len, NULL, 0) ||
		known->stands_beside(above.name, above.len, "events", 6))
		return false;
	if (row.dash || !indent_explain_text(fault, above.line))
		diag_add(fault->diags, DIAG_ERROR, fault_place(fault, above.line, above.at),
			"remark",
			"\"%.*s:\" is no field; begin the line with \"# \" if it is a remark, or "
			"indent it deeper if it goes on with the text above",
			(int)above.len, above.name);
	return true;
}

void indent_explain_column(const struct fault *fault)
{
	const struct node_failure *failure = fault->failure;
	struct row row = row_of(fault->line), above = row_before(failure->bytes, row), last;
	if (!above.line.number) {
		diag_add(fault->diags, DIAG_ERROR,
			fault_place(fault, fault->line, line_start(fault->line)), "indentation",
			"wrong indentation: the lines of one item begin in the same column");
		return;
	}
	if (!row.name && !row.dash && indent_explain_text(fault, fault->line))
		return;
	if (head_explain_quoted(fault) || stray_explain(fault, row) ||
		item_explain_twice(fault, row) || item_explain_named(fault, row) ||
		section_explain(fault, row) || section_item_explain(fault, row) ||
		foreign_explain(fault, row) || values_explain_column(fault, row) ||
		id_column_explain(fault, row) || above_explain(fault, row) ||
		item_explain_id(fault, row) || eldest_explain(fault, row) ||
		id_explain(fault, row) ||
		(row.dash ? item_explain_dash(fault, row) : item_explain_hyphen(fault, row)))
		return;
	struct node_sibling sibling[2] = {{above.line.number, above.field}};
	enum node_beside beside = BESIDE_FIELDS;
	size_t count = node_siblings(failure->bytes, fault->line.text, fault->line.end,
		fault->line.number, sibling, &beside);
	if (beside == BESIDE_FIELDS && level_find(fault, row, sibling))
		count = 1;
	size_t one = count > 1 ? sibling_find(fault, row, sibling, &beside) : 0;
	if (item_explain_head(fault, row, sibling) || top_explain(fault, row, sibling))
		return;
	if (one < 2 && elder_explain(fault, row, blame_numbered(fault, sibling[one].line)))
		return;
	struct buf act = {0};
	if (row_run(failure->bytes, failure->len, row, &last) < 2 || row.column == 1 || row.holds)
		last = row;
	if (one < 2) {
		blame_move(&act, row, row.column, sibling[one].column, last);
		blame_column(fault, row, &sibling[one], 1, beside, &act);
		return;
	}
	blame_move(&act, row, row.column, sibling[0].column, row);
	buf_format(&act, " where it goes with line %u, or ", (unsigned)sibling[0].line);
	blame_move(&act, row, row.column, sibling[1].column, row);
	buf_format(&act, " where it goes with line %u", (unsigned)sibling[1].line);
	blame_column(fault, row, sibling, count, beside, &act);
}

/* ---- a text that is to stand below its field ---- */

/* The field above with the sign of a block text, and the first line of that text; `row` where that is
 * the one in question. Number 0 where there is none. */
static struct row head_find(const struct fault *fault, struct row row, struct row *first)
{
	struct row head = row;
	do {
		*first = head;
		head = row_before(fault->failure->bytes, head);
	} while (head.line.number && !head.name);
	const char *value = head.name ? sign_blanks_skip(head.name + head.len + 1, head.end)
				      : head.end;
	bool sign = value < head.end && strchr("|>", *value) && head.end - value <= 3;
	return sign ? head : (struct row){0};
}

bool indent_explain_text(const struct fault *fault, struct line line)
{
	struct row row = row_of(line), first, last = row;
	struct row head = head_find(fault, row, &first);
	uint32_t to = first.line.number == row.line.number ? head.field + 2 : first.column;
	if (!head.line.number || row.column >= to)
		return false;
	for (struct row at = row; at.line.number && !at.name && !at.dash && at.column < to;
		at = blame_after(fault, at))
		last = at;
	struct buf act = {0};
	blame_move(&act, row, row.column, to, last);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, line, line_start(line)),
		"missing-colon",
		"this is not \"field: value\"; a text that goes on from line %u is indented "
		"deeper: %s, or \"# \" if it is a remark",
		(unsigned)head.line.number, buf_string(&act));
	buf_free(&act);
	return true;
}

/* ---- what is no ordinary space ---- */

bool indent_explain_space(const struct fault *fault, struct line line)
{
	size_t bytes;
	const char *start = line_start(line);
	int32_t code = text_decode(start, (size_t)(line.end - start), &bytes);
	struct buf name = {0};
	if (start == line.end || !look_is_space(code))
		return false;
	text_name(&name, code);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, line, start), "odd-space",
		"%s in the indentation; use ordinary spaces", buf_string(&name));
	buf_free(&name);
	return true;
}
