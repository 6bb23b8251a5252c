/* The lines above are without tabs, for the first one stops libyaml. The column that is meant is that
 * of the line above or below, or of an open list; where it is of several, known names decide. */
#include "base/node_tab.h"

#include "base/node.h"
#include "base/node_blame.h"
#include "base/node_row.h"
#include "base/node_sign.h"

#include <string.h>

/* What a line begins with. */
struct lead {
	size_t tabs, spaces;
};

static struct lead lead_of(struct line line)
{
	struct lead lead = {0};
	for (const char *at = line.text; at < line.end && sign_is_blank(*at); at++)
		*(*at == '\t' ? &lead.tabs : &lead.spaces) += 1;
	return lead;
}

static bool has_tab(struct row row)
{
	return lead_of(row.line).tabs > 0;
}

/* The nearest line below whose indentation has no tab. */
static struct row untabbed_after(const struct fault *fault, struct row row)
{
	do
		row = row_after(fault->failure->bytes, fault->failure->len, row);
	while (row.line.number && has_tab(row));
	return row;
}

static bool beside_known(const struct fault *fault, struct row row, struct row beside)
{
	const struct node_known *known = fault->failure->known;
	return !known || !row.name || !beside.name ||
		known->stands_beside(row.name, row.len, beside.name, beside.len);
}

/* The column of an item's hyphen; 0 where nothing tells it. */
static uint32_t item_column(const struct fault *fault, struct row row, struct row above,
	const struct row_list *lists, size_t count)
{
	struct row below = untabbed_after(fault, row);
	size_t tabs = lead_of(row.line).tabs;
	if (above.holds && !above.dash)
		return above.field + 2;
	for (size_t i = 0; i < count; i++)
		if (below.line.number &&
			(below.dash ? below.dash == lists[i].dash : below.column == lists[i].field))
			return lists[i].dash;
	return count ? lists[tabs < count ? count - tabs : 0].dash : 0;
}

/* The same of a field, or a line of a text. */
static uint32_t field_column(const struct fault *fault, struct row row, struct row above,
	const struct row_list *lists, size_t count)
{
	const char *value = above.name ? sign_blanks_skip(above.name + above.len + 1, above.end)
				       : above.end;
	struct row below = untabbed_after(fault, row), id = blame_id_above(fault, row);
	if (blame_is_id(fault, row) && id.line.number)
		return id.column;
	if (value < above.end && strchr("|>", *value))
		return above.field + 2;
	if (above.holds)
		return !row.holds && !below.dash && below.column > above.field ? below.column
									       : above.field + 2;
	if (beside_known(fault, row, above))
		return above.field;
	for (size_t i = 0; i < count; i++) {
		struct row second = row_after(
			fault->failure->bytes, fault->failure->len, lists[i].item);
		if (beside_known(fault, row, second))
			return lists[i].field;
	}
	return above.field;
}

/* How many lines below begin with tabs; *alike while all begin like the first, *plain while with
 * nothing else. */
static unsigned tabbed_count(const struct fault *fault, struct row row, bool *alike, bool *plain)
{
	struct lead first = lead_of(row.line);
	unsigned count = 0;
	*alike = true;
	*plain = !first.spaces;
	while ((row = row_after(fault->failure->bytes, fault->failure->len, row)).line.number) {
		struct lead lead = lead_of(row.line);
		if (!lead.tabs)
			continue;
		*alike = *alike && lead.tabs == first.tabs && lead.spaces == first.spaces;
		*plain = *plain && !lead.spaces;
		count++;
	}
	return count;
}

static void below_add(struct buf *out, unsigned count)
{
	if (count)
		buf_format(out, ", here and in %u line%s below", count, count > 1 ? "s" : "");
}

/* "write 4 spaces instead, as in line 15" */
static void act_add(struct buf *act, const struct fault *fault, struct row row, struct row above,
	uint32_t column)
{
	struct lead lead = lead_of(row.line);
	bool alike, plain;
	unsigned more = tabbed_count(fault, row, &alike, &plain), spaces = column - 1;
	if (plain && lead.tabs && spaces % lead.tabs == 0 && more && (lead.tabs > 1 || !alike))
		buf_format(act, "write %u space%s for each tab", spaces / (unsigned)lead.tabs,
			spaces == lead.tabs ? "" : "s");
	else if (plain && (lead.tabs == 1 || more))
		buf_format(act, "write %u spaces instead%s", spaces, more ? " of each" : "");
	else
		buf_format(act, "begin the line with %u spaces and no tab", spaces);
	if (!more && above.column == column)
		buf_format(act, ", as in line %u", (unsigned)above.line.number);
}

static bool is_tab_behind_hyphen(struct row row)
{
	return row.dash && !has_tab(row) && row.at < row.end &&
		line_at(row.line, row.dash)[1] == '\t';
}

/* Between a hyphen and what it begins. */
static void behind_hyphen_explain(const struct fault *fault, struct row row)
{
	struct buf act = {0}, below = {0};
	unsigned count = 0;
	for (struct row at = row;
		(at = row_after(fault->failure->bytes, fault->failure->len, at)).line.number;)
		count += is_tab_behind_hyphen(at);
	row_item_text(&act, row, row.dash);
	below_add(&below, count);
	diag_add(fault->diags, DIAG_ERROR, fault->failure->place, "tab-indentation",
		"a tab behind the hyphen%s; %s, with a space", buf_string(&below),
		buf_string(&act));
	buf_free(&below);
	buf_free(&act);
}

void tab_explain(const struct fault *fault)
{
	struct row row = row_of(fault->line), above = row_before(fault->failure->bytes, row);
	struct row_list lists[ROW_LISTS_MOST];
	bool alike, plain;
	if (!has_tab(row) && row.dash && row.at < row.end) {
		behind_hyphen_explain(fault, row);
		return;
	}
	size_t count = row_lists(fault->failure->bytes, row, lists);
	uint32_t column = !above.line.number ? 1
		: row.dash                   ? item_column(fault, row, above, lists, count)
					     : field_column(fault, row, above, lists, count);
	struct buf act = {0}, below = {0};
	if (!has_tab(row) || !column)
		buf_text(&act, "use spaces");
	else if (column == 1)
		buf_text(&act, "delete it");
	else
		act_add(&act, fault, row, above, column);
	below_add(&below, tabbed_count(fault, row, &alike, &plain));
	diag_add(fault->diags, DIAG_ERROR, fault->failure->place, "tab-indentation",
		"a tab in the indentation%s; %s", buf_string(&below), buf_string(&act));
	buf_free(&below);
	buf_free(&act);
}
