/* A paste may take the spaces of every line. Sections' names stand in column 1 anyway; what shows the
 * loss is that other names follow each other there, below what held them. */
#include "base/node_lost.h"

#include "base/node.h"
#include "base/node_row.h"
#include "base/node_sign.h"

#include <string.h>

static bool is_section(const struct node_failure *failure, struct row row)
{
	const struct node_known *known = failure->known;
	return row.name && !row.dash && known->stands_beside(row.name, row.len, "events", 6);
}

bool node_lost_report(const struct node_failure *failure, struct place key, struct diag_list *diags)
{
	enum { LINES_LEAST = 3, FOREIGN_LEAST = 2 };
	uint32_t lines = 0, foreign = 0;
	if (!failure->known || key.column != 1)
		return false;
	struct row row = row_numbered(failure->bytes, failure->len, key.line), last = row;
	struct row above = row_before(failure->bytes, row);
	if (!above.line.number || (above.column == 1 && !above.holds && !above.dash))
		return false;
	/* An item's hyphen may stand in column 1 where its fields do not. */
	if (above.dash && above.column == 1) {
		row = above;
		key.line = above.line.number;
	}
	while (row.line.number && row.column == 1) {
		struct row next = row_after(failure->bytes, failure->len, row);
		struct row second = row_after(failure->bytes, failure->len, next);
		if (row.holds && (next.column > 1 || (next.dash && second.column > 1)))
			break; /* a list's hyphens may stand in the column of its section */
		lines++;
		foreign += !is_section(failure, row);
		last = row;
		row = next;
	}
	if (lines < LINES_LEAST || foreign < FOREIGN_LEAST)
		return false;
	diag_add(diags, DIAG_ERROR, key, "indentation",
		"the indentation is lost from here to line %u; put the spaces back: 2 before the "
		"hyphen or the id that begins an item of a section, 4 before its fields, 6 before "
		"the hyphen of a quotation, 8 before its fields",
		(unsigned)last.line.number);
	return true;
}

/* Whether a value may have more lines with a colon in them: a block text, an open quotation mark or
 * bracket. */
static bool goes_on(const char *value, const char *end)
{
	static const char opening[] = "\"'[{", closing[] = "\"']}";
	const char *open = strchr(opening, *value);
	return strchr("|>", *value) ||
		(open && (end - value < 2 || end[-1] != closing[open - opening]));
}

bool node_lost_alone(const struct node_failure *failure, struct place key, struct line *from)
{
	const char *bytes = failure->bytes;
	struct line first = {bytes, bytes, 1};
	struct line line = line_below(from->number ? *from : first, bytes + failure->len, key.line);
	if (!line.number)
		return false;
	*from = line;
	struct row row = row_of(line);
	struct row above = row_before(failure->bytes, row);
	struct row next = row_after(failure->bytes, failure->len, row);
	if (!row.name || row.holds || !above.line.number || above.column == 1 || !next.name)
		return false;
	const char *value = sign_blanks_skip(row.name + row.len + 1, row.end);
	return value < row.end && !goes_on(value, row.end) && next.column > 1 &&
		(above.holds ? !above.dash && next.column > above.field
			     : next.column == above.field);
}
