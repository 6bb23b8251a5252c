/* The words for columns are the same wherever they are said. */
#include "base/node_blame.h"

#include "base/node.h"

bool blame_known(const struct fault *fault, struct row row, struct row beside)
{
	const struct node_known *known = fault->failure->known;
	return known && row.name && beside.name &&
		known->stands_beside(row.name, row.len, beside.name, beside.len);
}

struct row blame_after(const struct fault *fault, struct row row)
{
	return row_after(fault->failure->bytes, fault->failure->len, row);
}

struct row blame_numbered(const struct fault *fault, uint32_t number)
{
	return row_numbered(fault->failure->bytes, fault->failure->len, number);
}

bool blame_is_id(const struct fault *fault, struct row row)
{
	const struct node_known *known = fault->failure->known;
	struct row next = blame_after(fault, row);
	return known && row.holds && row.name && !row.dash && next.name && !next.dash &&
		!known->stands_beside(row.name, row.len, NULL, 0) &&
		known->stands_beside(next.name, next.len, NULL, 0);
}

struct row blame_id_above(const struct fault *fault, struct row row)
{
	do
		row = row_before(fault->failure->bytes, row);
	while (row.line.number && !blame_is_id(fault, row) &&
		!(row.column == 1 && !row.dash && row.name));
	return row.line.number && blame_is_id(fault, row) ? row : (struct row){0};
}

uint32_t blame_apart(uint32_t a, uint32_t b)
{
	return a < b ? b - a : a - b;
}

void blame_move(struct buf *act, struct row row, uint32_t column, uint32_t to, struct row last)
{
	row_move_text(act, column, to);
	if (last.line.number > row.line.number)
		buf_format(act, " before each of lines %u to %u", (unsigned)row.line.number,
			(unsigned)last.line.number);
	else
		buf_text(act, " before it");
}

void blame_left(const struct fault *fault, struct row row, struct row field, struct buf *act)
{
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, row.line, line_start(row.line)),
		"indentation",
		"wrong indentation: this line begins in column %u, and \"%.*s\" above it, which it "
		"belongs to, in column %u; %s",
		(unsigned)row.column, (int)field.len, field.name, (unsigned)field.field,
		buf_string(act));
	buf_free(act);
}

void blame_column(const struct fault *fault, struct row row, const struct node_sibling *sibling,
	size_t count, enum node_beside beside, struct buf *act)
{
	static const char *const whats[] = {[BESIDE_FIELDS] = "fields of one item",
		[BESIDE_ITEMS] = "items of one list",
		[BESIDE_IDS] = "ids of one section",
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
