/* libyaml says of such a line only what it expected there; the line it is to stand beside is looked for
 * here. */
#include "base/node_indent.h"

#include "base/look.h"
#include "base/node_sibling.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

void indent_explain_tab(const struct fault *fault)
{
	diag_add(fault->diags, DIAG_ERROR, fault->failure->place, "tab-indentation",
		"a tab in the indentation; use spaces");
}

void indent_explain_column(const struct fault *fault)
{
	static const char *const whats[] = {[BESIDE_FIELDS] = "fields of one item",
		[BESIDE_ITEMS] = "items of one list",
		[BESIDE_TEXT] = "lines of one text",
		[BESIDE_TEXT_OR_FIELDS] = "lines of one text, or the fields of one item,"};
	const struct node_failure *failure = fault->failure;
	struct line above = line_before(failure->bytes, fault->line);
	struct place place = fault_place(fault, fault->line, line_start(fault->line));
	if (!above.number) {
		diag_add(fault->diags, DIAG_ERROR, place, "indentation",
			"wrong indentation: the lines of one item begin in the same column");
		return;
	}
	struct node_sibling sibling[2] = {{above.number, line_column(above, line_field(above))}};
	enum node_beside beside = BESIDE_FIELDS;
	size_t count = node_siblings(failure->bytes, fault->line.text, fault->line.end,
		fault->line.number, sibling, &beside);
	char other[64] = "";
	if (count > 1)
		snprintf(other, sizeof other, " and line %u in column %u",
			(unsigned)sibling[1].line, (unsigned)sibling[1].column);
	diag_add(fault->diags, DIAG_ERROR, place, "indentation",
		"wrong indentation: this line begins in column %u, line %u above it in column "
		"%u%s; "
		"the %s begin in the same column",
		(unsigned)place.column, (unsigned)sibling[0].line, (unsigned)sibling[0].column,
		other, whats[beside]);
}

/* A line that begins with a space which is none of the keyboard's. */
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
