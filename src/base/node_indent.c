/* libyaml says of such a line only what it expected there; the line it is to stand beside, and which of
 * the two is out of step, is looked for here. */
#include "base/node_indent.h"

#include "base/look.h"
#include "base/node.h"
#include "base/node_row.h"
#include "base/node_sibling.h"
#include "base/node_sign.h"
#include "base/text.h"

#include <string.h>

/* ---- what goes by a name ---- */

static bool same_name(struct row a, struct row b)
{
	return a.name && b.name && a.len == b.len && memcmp(a.name, b.name, a.len) == 0;
}

/* Whether fields of both names are known to be of one item. */
static bool beside_known(const struct fault *fault, struct row row, struct row beside)
{
	const struct node_known *known = fault->failure->known;
	return known && row.name && beside.name &&
		known->stands_beside(row.name, row.len, beside.name, beside.len);
}

static struct row after(const struct fault *fault, struct row row)
{
	return row_after(fault->failure->bytes, fault->failure->len, row);
}

static struct row numbered(const struct fault *fault, uint32_t number)
{
	return row_numbered(fault->failure->bytes, fault->failure->len, number);
}

/* ---- what is said ---- */

/* "put two more spaces before it", or before each line up to the last. */
static void move_add(struct buf *act, struct row row, uint32_t column, uint32_t to, struct row last)
{
	row_move_text(act, column, to);
	if (last.line.number > row.line.number)
		buf_format(act, " before each of lines %u to %u", (unsigned)row.line.number,
			(unsigned)last.line.number);
	else
		buf_text(act, " before it");
}

static void column_report(const struct fault *fault, struct row row,
	const struct node_sibling *sibling, size_t count, enum node_beside beside, struct buf *act)
{
	static const char *const whats[] = {[BESIDE_FIELDS] = "fields of one item",
		[BESIDE_ITEMS] = "items of one list",
		[BESIDE_TEXT] = "lines of one text",
		[BESIDE_TEXT_OR_FIELDS] = "lines of one text, or the fields of one item,"};
	struct buf other = {0};
	if (count > 1)
		buf_format(&other, " and line %u in column %u", (unsigned)sibling[1].line,
			(unsigned)sibling[1].column);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, row.line, line_start(row.line)),
		"indentation",
		"wrong indentation: this line begins in column %u, line %u above it in column "
		"%u%s; the %s begin in the same column: %s",
		(unsigned)row.column, (unsigned)sibling->line, (unsigned)sibling->column,
		buf_string(&other), whats[beside], buf_string(act));
	buf_free(&other);
	buf_free(act);
}

static void hyphen_report(
	const struct fault *fault, struct row row, const struct row_list *list, const char *which)
{
	struct buf act = {0}, as = {0};
	row_item_text(&act, row, list->dash);
	if (list->item.dash)
		buf_format(&as, " as in line %u", (unsigned)list->item.line.number);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, row.line, line_start(row.line)),
		"indentation",
		"a hyphen is missing where %s item begins; %s, its hyphen in column %u%s", which,
		buf_string(&act), (unsigned)list->dash, buf_string(&as));
	buf_free(&as);
	buf_free(&act);
}

/* ---- an item out of step ---- */

/* Whether the field below the item shows that it is one of that list. */
static bool list_fits(struct row next, const struct row_list *list)
{
	return next.line.number && !next.dash && next.column == list->field;
}

static uint32_t apart(uint32_t a, uint32_t b)
{
	return a < b ? b - a : a - b;
}

/* A field that an item of an open list begins with: the hyphen before it is lost. */
static bool hyphen_explain(const struct fault *fault, struct row row)
{
	enum { APART = 2 };
	const char *bytes = fault->failure->bytes;
	struct row_list lists[ROW_LISTS_MOST];
	struct row above = row_before(bytes, row), next = after(fault, row);
	const struct row_list *best = NULL;
	uint32_t best_apart = APART + 1;
	if (!row.name || (above.holds && above.field < row.field))
		return false;
	size_t count = row_lists(bytes, row, lists);
	for (size_t i = 0; i < count; i++) {
		const struct row_list *list = &lists[i];
		uint32_t dash = apart(row.field, list->dash), field = apart(row.field, list->field);
		uint32_t by = list_fits(next, list) ? 0 : dash < field ? dash : field;
		if (!same_name(row, list->item) || by >= best_apart)
			continue;
		best = list;
		best_apart = by;
	}
	if (best)
		hyphen_report(fault, row, best, "another");
	return best;
}

/* What the list or mapping that an item is to stand in begins with; number 0 where that is not found.
 */
static struct row first_of(const struct fault *fault, struct row row)
{
	struct row above = row;
	while ((above = row_before(fault->failure->bytes, above)).line.number)
		if (above.holds && above.name && above.field <= row.column)
			return after(fault, above);
		else if (above.column < row.column)
			break;
	return (struct row){0};
}

/* An item where the first one above has no hyphen: it is lost there, or too many here. Of a section
 * that is none of a list load has told already. */
static bool first_explain(const struct fault *fault, struct row row)
{
	struct row first = first_of(fault, row);
	struct place place = fault_place(fault, row.line, line_start(row.line));
	if (!first.name || first.dash || first.line.number == row.line.number)
		return false;
	if (same_name(first, row)) {
		struct row_list list = {row.dash, row.field, row};
		bool told = row_before(fault->failure->bytes, first).column == 1 &&
			diag_count(fault->diags, DIAG_ERROR);
		if (!told)
			hyphen_report(fault, first, &list, "the first");
		return true;
	}
	if (first.column != row.column)
		return false;
	diag_add(fault->diags, DIAG_ERROR, place, "indentation",
		"a hyphen begins this line, and none line %u, which it stands beside; delete the "
		"hyphen and the space behind it",
		(unsigned)first.line.number);
	return true;
}

/* An item whose fields have come to stand in its own column, as after a paste. */
static bool flat_explain(
	const struct fault *fault, struct row row, struct row next, const struct row_list *list)
{
	struct row last;
	struct buf act = {0};
	if (!row.name || next.dash || next.column != row.column || !next.name)
		return false;
	row_run(fault->failure->bytes, fault->failure->len, next, &last);
	row_item_text(&act, row, list->dash);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, row.line, line_start(row.line)),
		"indentation",
		"wrong indentation: this line begins in column %u, line %u above it in column %u, "
		"and the indentation is lost below; %s, and the fields below, lines %u to %u, with "
		"%u spaces before them",
		(unsigned)row.column, (unsigned)list->item.line.number, (unsigned)list->dash,
		buf_string(&act), (unsigned)next.line.number, (unsigned)last.line.number,
		(unsigned)list->field - 1);
	buf_free(&act);
	return true;
}

/* The list that an item is of: the one whose fields begin where its own do, else in whose items the next
 * field is known, else the nearest. */
static const struct row_list *list_find(
	const struct fault *fault, struct row row, const struct row_list *lists, size_t count)
{
	struct row next = after(fault, row);
	const struct row_list *best = NULL;
	for (size_t i = 0; i < count; i++)
		if (list_fits(next, &lists[i]))
			return &lists[i];
	for (size_t i = 0; i < count; i++)
		if (beside_known(fault, next, after(fault, lists[i].item)))
			return &lists[i];
	for (size_t i = 0; i < count; i++)
		if (!best || apart(row.column, lists[i].dash) < apart(row.column, best->dash))
			best = &lists[i];
	return best;
}

/* The first item of a list that stands further left than the name of the list above it. */
static bool eldest_item_explain(const struct fault *fault, struct row row)
{
	const struct node_known *known = fault->failure->known;
	struct row above = row_before(fault->failure->bytes, row), next = after(fault, row);
	if (!known || !above.holds || above.dash || !above.name || row.column >= above.field ||
		!known->takes_lines(above.name, above.len))
		return false;
	struct row_list list = {above.field + 2, above.field + 4, above};
	if (flat_explain(fault, row, next, &list))
		return true;
	bool alone = !next.dash && next.column > above.field + 2;
	struct row last = row;
	for (struct row at = next; !alone && at.line.number && at.column > row.column;
		at = after(fault, at))
		last = at;
	struct buf act = {0};
	move_add(&act, row, row.column, alone ? next.column - 2 : list.dash, last);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, row.line, line_start(row.line)),
		"indentation",
		"wrong indentation: this line begins in column %u, and \"%.*s\" above it, which it "
		"belongs to, in column %u; %s",
		(unsigned)row.column, (int)above.len, above.name, (unsigned)above.field,
		buf_string(&act));
	buf_free(&act);
	return true;
}

static bool item_explain(const struct fault *fault, struct row row)
{
	struct row_list lists[ROW_LISTS_MOST];
	size_t count = row_lists(fault->failure->bytes, row, lists);
	struct row next = after(fault, row), last = row;
	const struct row_list *list = list_find(fault, row, lists, count);
	if (first_explain(fault, row) || eldest_item_explain(fault, row))
		return true;
	if (!list)
		return false;
	if (list->dash == row.column) {
		diag_add(fault->diags, DIAG_ERROR,
			fault_place(fault, row.line, line_start(row.line)), "indentation",
			"wrong indentation: the list that this item belongs to, of line %u, is "
			"closed by line %u, which is not indented; indent that line like those "
			"above it",
			(unsigned)list->item.line.number,
			(unsigned)row_before(fault->failure->bytes, row).line.number);
		return true;
	}
	if (row.column < list->field && flat_explain(fault, row, next, list))
		return true;
	struct node_sibling sibling = {list->item.line.number, list->dash};
	struct row above = row_before(fault->failure->bytes, row);
	if (above.holds && !list_fits(next, list) && above.field > row.column &&
		above.field - row.column <= apart(row.column, list->dash))
		sibling = (struct node_sibling){above.line.number, above.field};
	if (row.name && !list_fits(next, list) && !(next.dash && next.column == sibling.column))
		for (struct row at = next; at.line.number && at.column > row.column;
			at = after(fault, at))
			last = at;
	struct buf act = {0};
	move_add(&act, row, row.column, sibling.column, last);
	column_report(fault, row, &sibling, 1, BESIDE_ITEMS, &act);
	return true;
}

/* ---- the line with the hyphen, and the fields below it ---- */

/* How many lines below have as many spaces too many behind their hyphen. */
static uint32_t wide_count(const struct fault *fault, struct row head)
{
	uint32_t count = 0;
	for (struct row at = after(fault, head), next; at.line.number; at = next) {
		next = after(fault, at);
		count += at.dash && at.field - at.dash == head.field - head.dash &&
			next.line.number && !next.dash && next.column == at.dash + 2;
	}
	return count;
}

/* Too many spaces behind the hyphen: the fields below stand where they should. */
static bool wide_explain(const struct fault *fault, struct row head, struct row row)
{
	uint32_t too_many = head.field - row.column, more;
	struct buf act = {0}, what = {0};
	if (row.column != head.dash + 2 || head.field <= row.column)
		return false;
	row_item_text(&act, head, head.dash);
	buf_format(&what, too_many > 1 ? "%u spaces" : "one space", (unsigned)too_many);
	if ((more = wide_count(fault, head)))
		buf_format(
			&act, ", and so in %u line%s below", (unsigned)more, more > 1 ? "s" : "");
	diag_add(fault->diags, DIAG_ERROR,
		fault_place(fault, head.line, line_at(head.line, row.column)), "indentation",
		"wrong indentation: %s too many after the hyphen%s; %s", buf_string(&what),
		more ? ", here and below" : "", buf_string(&act));
	buf_free(&what);
	buf_free(&act);
	return true;
}

/* Whether the line with the hyphen is the one out of step: no item of its list stands beside it, and
 * all fields below agree. */
static bool is_head_moved(const struct fault *fault, struct row head, struct row row)
{
	struct row last, next = row;
	struct row_list lists[ROW_LISTS_MOST];
	size_t count = row_lists(fault->failure->bytes, head, lists);
	struct row above = row_before(fault->failure->bytes, head);
	uint32_t to = head.dash + row.column - head.field;
	bool within = above.holds && !above.dash;
	if (head.dash + row.column <= head.field || (within && to < above.field))
		return false;
	if (within && to == above.field + 2)
		return true;
	while (next.line.number && next.column >= row.column &&
		!(next.dash && next.dash <= head.dash))
		next = after(fault, next);
	if (!next.dash && next.column == head.field)
		return false;
	for (size_t i = 0; i < count; i++)
		if (lists[i].dash == head.dash || lists[i].dash == to)
			return lists[i].dash == to;
	if (next.dash == head.dash || next.dash == to)
		return next.dash && next.dash == to;
	return row_run(fault->failure->bytes, fault->failure->len, row, &last) > 1;
}

static bool head_explain(
	const struct fault *fault, struct row row, const struct node_sibling *sibling)
{
	struct row head = row_before(fault->failure->bytes, row);
	struct buf act = {0};
	if (!head.dash || head.line.number != sibling->line || head.field != sibling->column ||
		row.dash)
		return false;
	if (wide_explain(fault, head, row))
		return true;
	if (head.column != head.dash || !is_head_moved(fault, head, row))
		return false;
	row_move_text(&act, head.field, row.column);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, head.line, line_start(head.line)),
		"indentation",
		"wrong indentation: behind its hyphen this line begins in column %u, the fields "
		"below it in column %u; %s before the hyphen",
		(unsigned)head.field, (unsigned)row.column, buf_string(&act));
	buf_free(&act);
	return true;
}

/* ---- any line ---- */

static void eldest_report(const struct fault *fault, struct row first, struct row row, uint32_t to)
{
	struct row child = after(fault, first), last = first;
	for (; child.column > first.column && child.column != to + 2 &&
		child.line.number < row.line.number;
		child = after(fault, child))
		last = child;
	struct buf act = {0};
	move_add(&act, first, first.column, to, last);
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
	for (at = after(fault, first); at.line.number < row.line.number; at = after(fault, at))
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
	struct row above = row_before(bytes, row), next = after(fault, row);
	uint32_t limit = UINT32_MAX, best = UINT32_MAX;
	if (row.dash || !row.name)
		return false;
	if (!row.holds && next.name && !next.dash && above.name && next.column == above.field) {
		*found = (struct node_sibling){above.line.number, above.field};
		return above.field != row.column;
	}
	for (; above.line.number && limit > 1; above = row_before(bytes, above)) {
		uint32_t by = apart(row.column, above.field);
		if (above.field < limit && by && by < best && beside_known(fault, row, above)) {
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
	struct row first = numbered(fault, sibling->line);
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
		!beside_known(fault, above, section) && fault->failure->known)
		return true;
	if (before.holds && !before.dash && !above.holds && above.column <= before.field &&
		row.column > before.field && !row.dash && beside_known(fault, row, above)) {
		eldest_report(fault, above, row, row.column);
		return true;
	}
	if (above.holds || !beside_known(fault, above, before) || !is_level(fault, above, row))
		return false;
	struct buf act = {0};
	struct node_sibling sibling = {before.line.number, before.field};
	move_add(&act, above, above.column, before.field, above);
	column_report(fault, above, &sibling, 1, BESIDE_FIELDS, &act);
	return true;
}

/* "  id: dawn" above fields that stand further right: an item without its hyphen, which
 * alone has a field "id". */
static bool first_id_explain(const struct fault *fault, struct row row)
{
	struct row above = row_before(fault->failure->bytes, row);
	if (above.dash || !above.name || above.len != 2 || memcmp(above.name, "id", 2) != 0 ||
		(row.column != above.column + 2 && row.column != above.column + 1) ||
		row.column < 3)
		return false;
	struct row_list list = {row.column - 2, row.column, row};
	hyphen_report(fault, above, &list, "an");
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
	bool first = beside_known(fault, row, numbered(fault, sibling[0].line));
	bool second = beside_known(fault, row, numbered(fault, sibling[1].line));
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
		!beside_known(fault, row, elder) || !is_level(fault, elder, row))
		return false;
	if (elder.column > 1 || !elder.holds || !diag_count(fault->diags, DIAG_ERROR))
		eldest_report(fault, elder, row, row.column);
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
	if (above_explain(fault, row) || first_id_explain(fault, row) ||
		eldest_explain(fault, row) || id_explain(fault, row) ||
		(row.dash ? item_explain(fault, row) : hyphen_explain(fault, row)))
		return;
	struct node_sibling sibling[2] = {{above.line.number, above.field}};
	enum node_beside beside = BESIDE_FIELDS;
	size_t count = node_siblings(failure->bytes, fault->line.text, fault->line.end,
		fault->line.number, sibling, &beside);
	if (beside == BESIDE_FIELDS && level_find(fault, row, sibling))
		count = 1;
	size_t one = count > 1 ? sibling_find(fault, row, sibling, &beside) : 0;
	if (head_explain(fault, row, sibling) || top_explain(fault, row, sibling))
		return;
	if (one < 2 && elder_explain(fault, row, numbered(fault, sibling[one].line)))
		return;
	struct buf act = {0};
	if (row_run(failure->bytes, failure->len, row, &last) < 2 || row.column == 1 || row.holds)
		last = row;
	if (one < 2) {
		move_add(&act, row, row.column, sibling[one].column, last);
		column_report(fault, row, &sibling[one], 1, beside, &act);
		return;
	}
	move_add(&act, row, row.column, sibling[0].column, row);
	buf_format(&act, " where it goes with line %u, or ", (unsigned)sibling[0].line);
	move_add(&act, row, row.column, sibling[1].column, row);
	buf_format(&act, " where it goes with line %u", (unsigned)sibling[1].line);
	column_report(fault, row, sibling, count, beside, &act);
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
		at = after(fault, at))
		last = at;
	struct buf act = {0};
	move_add(&act, row, row.column, to, last);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, line, line_start(line)),
		"missing-colon",
		"this is not \"field: value\"; a text that goes on from line %u is indented "
		"deeper: "
		"%s",
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
