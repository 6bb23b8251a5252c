/* The fields below a hyphen say more of where its item belongs than its own column does. */
#include "base/node_item.h"

#include "base/diag.h"
#include "base/node.h"
#include "base/node_sign.h"
#include "base/node_values.h"

#include <string.h>

static bool same_name(struct row a, struct row b)
{
	return a.name && b.name && a.len == b.len && memcmp(a.name, b.name, a.len) == 0;
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

bool item_explain_twice(const struct fault *fault, struct row row)
{
	struct row head = row_before(fault->failure->bytes, row);
	if (!head.dash || head.dash == head.column || row.column >= head.field ||
		row.column <= head.column)
		return false;
	struct buf act = {0};
	row_item_text(&act, head, head.column);
	diag_add(fault->diags, DIAG_ERROR,
		fault_place(fault, head.line, line_at(head.line, head.dash)), "indentation",
		"a hyphen too many; %s", buf_string(&act));
	buf_free(&act);
	return true;
}

/* ---- an item out of step ---- */

/* Whether the field below the item shows that it is one of that list. */
static bool list_fits(struct row next, const struct row_list *list)
{
	return next.line.number && !next.dash && next.column == list->field;
}

/* A field that an item of an open list begins with: the hyphen before it is lost. */
bool item_explain_hyphen(const struct fault *fault, struct row row)
{
	enum { APART = 2 };
	const char *bytes = fault->failure->bytes;
	struct row_list lists[ROW_LISTS_MOST];
	struct row above = row_before(bytes, row), next = blame_after(fault, row);
	const struct row_list *best = NULL;
	uint32_t best_apart = APART + 1;
	if (!row.name || (above.holds && above.field < row.field))
		return false;
	size_t count = row_lists(bytes, row, lists);
	for (size_t i = 0; i < count; i++) {
		const struct row_list *list = &lists[i];
		uint32_t dash = blame_apart(row.field, list->dash),
			 field = blame_apart(row.field, list->field);
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
			return blame_after(fault, above);
		else if (above.column < row.column)
			break;
	return (struct row){0};
}

static bool is_events(struct row row)
{
	return row.column == 1 && row.name && row.len == 6 && !memcmp(row.name, "events", 6);
}

/* "- id: dawn" among entries that have their ids before a colon: the name of its own section is lost
 * above it, or it is an entry too. */
static bool orphan_explain(const struct fault *fault, struct row row, struct row first)
{
	enum { SHOWN_MOST = 60 };
	const struct node_known *known = fault->failure->known;
	const char *value = row.name ? sign_blanks_skip(row.name + row.len + 1, row.end) : row.end;
	struct row at = row_before(fault->failure->bytes, first);
	struct place place = fault_place(fault, row.line, line_start(row.line));
	if (!known || row.len != 2 || memcmp(row.name, "id", 2) != 0 || value == row.end ||
		row.end - value > SHOWN_MOST || at.column != 1 ||
		known->stands_beside(first.name, first.len, NULL, 0))
		return false;
	for (at = row; at.line.number; at = row_before(fault->failure->bytes, at))
		if (is_events(at))
			break;
	for (struct row next = row; !at.line.number && next.line.number;
		next = blame_after(fault, next))
		if (is_events(next))
			at = next;
	if (at.line.number)
		diag_add(fault->diags, DIAG_ERROR, place, "indentation",
			"what stands beside line %u begins with its id and a colon; write "
			"\"%*s%.*s:\" "
			"in the place of this line",
			(unsigned)first.line.number, (int)row.column - 1, "",
			(int)(row.end - value), value);
	else
		diag_add(fault->diags, DIAG_ERROR, place, "indentation",
			"an event begins here, but nothing above says so; put a line \"events:\" "
			"above this one");
	return true;
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
	if (orphan_explain(fault, row, first))
		return true;
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
	struct row next = blame_after(fault, row);
	const struct row_list *best = NULL;
	for (size_t i = 0; i < count; i++)
		if (list_fits(next, &lists[i]))
			return &lists[i];
	for (size_t i = 0; i < count; i++)
		if (blame_known(fault, next, blame_after(fault, lists[i].item)))
			return &lists[i];
	for (size_t i = 0; i < count; i++)
		if (!best ||
			blame_apart(row.column, lists[i].dash) <
				blame_apart(row.column, best->dash))
			best = &lists[i];
	return best;
}

/* The first item of a list that stands further left than the name of the list above it. */
static bool eldest_item_explain(const struct fault *fault, struct row row)
{
	const struct node_known *known = fault->failure->known;
	struct row above = row_before(fault->failure->bytes, row), next = blame_after(fault, row);
	if (!known || !above.holds || above.dash || !above.name || row.column >= above.field ||
		!known->takes_lines(above.name, above.len))
		return false;
	struct row_list list = {above.field + 2, above.field + 4, above};
	if (flat_explain(fault, row, next, &list))
		return true;
	bool alone = !next.dash && next.column > above.field + 2;
	struct row last = row;
	for (struct row at = next; !alone && at.line.number && at.column > row.column;
		at = blame_after(fault, at))
		last = at;
	struct buf act = {0};
	blame_move(&act, row, row.column, alone ? next.column - 2 : list.dash, last);
	blame_left(fault, row, above, &act);
	return true;
}

bool item_explain_dash(const struct fault *fault, struct row row)
{
	struct row_list lists[ROW_LISTS_MOST];
	size_t count = row_lists(fault->failure->bytes, row, lists);
	struct row next = blame_after(fault, row), last = row;
	const struct row_list *list = list_find(fault, row, lists, count);
	if (values_explain_outside(fault, row) || first_explain(fault, row) ||
		eldest_item_explain(fault, row))
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
		above.field - row.column <= blame_apart(row.column, list->dash))
		sibling = (struct node_sibling){above.line.number, above.field};
	if (row.name && !list_fits(next, list) && !(next.dash && next.column == sibling.column))
		for (struct row at = next; at.line.number && at.column > row.column;
			at = blame_after(fault, at))
			last = at;
	struct buf act = {0};
	blame_move(&act, row, row.column, sibling.column, last);
	blame_column(fault, row, &sibling, 1, BESIDE_ITEMS, &act);
	return true;
}

/* ---- the line with the hyphen, and the fields below it ---- */

/* How many lines below have as many spaces too many behind their hyphen. */
static uint32_t wide_count(const struct fault *fault, struct row head)
{
	uint32_t count = 0;
	for (struct row at = blame_after(fault, head), next; at.line.number; at = next) {
		next = blame_after(fault, at);
		count += at.dash && at.field - at.dash == head.field - head.dash &&
			next.line.number && !next.dash && next.column == at.dash + 2;
	}
	return count;
}

/* Too many spaces behind the hyphen: the fields below stand where they should. */
static bool wide_explain(const struct fault *fault, struct row head, struct row row)
{
	uint32_t more;
	struct buf act = {0};
	if (row.column != head.dash + 2 || head.field <= row.column)
		return false;
	row_move_text(&act, head.field, row.column);
	buf_text(&act, " after the hyphen: ");
	row_item_text(&act, head, head.dash);
	if ((more = wide_count(fault, head)))
		buf_format(
			&act, ", and so in %u line%s below", (unsigned)more, more > 1 ? "s" : "");
	diag_add(fault->diags, DIAG_ERROR,
		fault_place(fault, head.line, line_at(head.line, row.column)), "indentation",
		"wrong indentation: \"%.*s\" begins in column %u, the fields below it in column "
		"%u; %s",
		head.name ? (int)head.len : 4, head.name ? head.name : "this", (unsigned)head.field,
		(unsigned)row.column, buf_string(&act));
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
		next = blame_after(fault, next);
	if (!next.dash && next.column == head.field)
		return false;
	for (size_t i = 0; i < count; i++)
		if (lists[i].dash == head.dash || lists[i].dash == to)
			return lists[i].dash == to;
	if (next.dash == head.dash || next.dash == to)
		return next.dash && next.dash == to;
	return row_run(fault->failure->bytes, fault->failure->len, row, &last) > 1;
}

bool item_explain_head(
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

/* "  id: dawn" above fields that stand further right: an item without its hyphen, which
 * alone has a field "id". */
bool item_explain_id(const struct fault *fault, struct row row)
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

/* "dusk:" for "- id: dusk", and "{id: dusk, ...}" without its hyphen, beside or below the items of a list.
 */
bool item_explain_named(const struct fault *fault, struct row row)
{
	const struct node_known *known = fault->failure->known;
	struct row_list lists[ROW_LISTS_MOST];
	struct row next = blame_after(fault, row);
	bool braces = row.at < row.end && *row.at == '{' && !row.dash;
	bool named = known && row.name && row.holds && !row.dash && next.name && !next.dash &&
		next.column > row.column && !known->stands_beside(row.name, row.len, NULL, 0) &&
		known->stands_beside(next.name, next.len, "id", 2);
	if (!braces && !named)
		return false;
	size_t count = row_lists(fault->failure->bytes, row, lists);
	for (size_t i = 0; i < count; i++) {
		const struct row_list *list = &lists[i];
		if (braces && list->field == row.column && *list->item.at == '{') {
			hyphen_report(fault, row, list, "another");
			return true;
		}
		if (!named || (list->dash != row.column && list->field != row.column) ||
			!list_fits(next, list) || list->item.len != 2 ||
			memcmp(list->item.name, "id", 2) != 0)
			continue;
		diag_add(fault->diags, DIAG_ERROR,
			fault_place(fault, row.line, line_start(row.line)), "indentation",
			"an item begins with a hyphen, a space and its id; write \"%*s- id: %.*s\"",
			(int)list->dash - 1, "", (int)row.len, row.name);
		return true;
	}
	return false;
}
