/* What a line belongs to is told by the lines above it. */
#include "base/node_stray.h"

#include "base/habit.h"
#include "base/node_sign.h"

#include <string.h>

enum { SHOWN_MOST = 160, LINES_MOST = 200 };

/* Whether there is a sign that no list of ids has. */
static bool has_sign(const char *at, const char *end)
{
	while (at < end && !strchr("\"'[]{}|>&*#:", *at))
		at++;
	return at < end;
}

/* Items on lines below "people: [hale]" or "people: hale". */
static bool items_explain(const struct fault *fault, struct row row)
{
	const struct node_failure *failure = fault->failure;
	struct row head = row_before(failure->bytes, row), last = row;
	const char *value = head.name ? sign_blanks_skip(head.name + head.len + 1, head.end)
				      : head.end;
	bool list = value < head.end && *value == '[' && head.end[-1] == ']';
	if (!failure->known || !row.dash || row.name || value == head.end ||
		(!list && has_sign(value, head.end)) ||
		!failure->known->takes_list(head.name, head.len))
		return false;
	struct buf line = {0}, more = {0};
	const char *to = head.end - list;
	while (to > value + 1 && strchr(" ,", to[-1]))
		to--;
	buf_add(&line, head.name, (size_t)(value - head.name));
	buf_format(&line, "%s%.*s", list ? "" : "[", (int)(to - value), value);
	for (struct row at = row; at.line.number && at.dash == row.dash && !at.name;
		at = row_after(failure->bytes, failure->len, at)) {
		const char *end = at.end;
		while (end > at.at && strchr(" ,", end[-1]))
			end--;
		buf_format(&line, "%s%.*s", line.text[line.len - 1] == '[' ? "" : ", ",
			(int)(end - at.at), at.at);
		last = at;
	}
	buf_char(&line, ']');
	if (last.line.number > row.line.number)
		buf_format(&more, "the lines %u to %u", (unsigned)row.line.number,
			(unsigned)last.line.number);
	bool shown = line.len <= SHOWN_MOST;
	if (shown)
		diag_add(fault->diags, DIAG_ERROR,
			fault_place(fault, row.line, line_start(row.line)), "indentation",
			"the list of line %u has begun there; write \"%s\" there, and delete %s",
			(unsigned)head.line.number, buf_string(&line),
			more.len ? buf_string(&more) : "this line");
	buf_free(&line);
	buf_free(&more);
	return shown;
}

bool stray_text_report(
	struct diag_list *diags, struct place place, const char *bytes, struct row row)
{
	struct row head = row, first = row;
	if (!row.dash || row.name || row.at == row.end)
		return false;
	for (int i = 0; i < LINES_MOST && head.line.number && (!head.name || !i); i++) {
		first = head;
		head = row_before(bytes, head);
	}
	const char *value = head.name ? sign_blanks_skip(head.name + head.len + 1, head.end)
				      : head.end;
	const char *start = line_start(row.line);
	if (value == head.end || !strchr("|>", *value) || head.end - value > 3 ||
		first.line.number == row.line.number || first.column <= row.column || first.dash ||
		row.end - start > SHOWN_MOST)
		return false;
	place.line = row.line.number;
	place.column = row.column;
	diag_add(diags, DIAG_ERROR, place, "indentation",
		"a line of a text begins where its first does; if this belongs to the text of line "
		"%u, write \"%*s%.*s\"",
		(unsigned)head.line.number, (int)first.column - 1, "", (int)(row.end - start),
		start);
	return true;
}

/* "-" in a line above "  - id: dawn". */
static bool alone_explain(const struct fault *fault, struct row row)
{
	struct row above = row_before(fault->failure->bytes, row);
	if (!above.line.number || !above.dash || above.at < above.end || !row.dash ||
		row.dash <= above.dash || row.end - row.at > SHOWN_MOST)
		return false;
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, above.line, line_start(above.line)),
		"indentation",
		"a hyphen stands alone in this line, and another below it; delete the line, and "
		"write the next as \"%*s- %.*s\"",
		(int)above.dash - 1, "", (int)(row.end - row.at), row.at);
	return true;
}

/* Words or empty brackets behind the name of what stands below. */
static bool head_explain(const struct fault *fault, struct row row)
{
	const struct node_known *known = fault->failure->known;
	struct row head = row_before(fault->failure->bytes, row);
	const char *value = head.name ? sign_blanks_skip(head.name + head.len + 1, head.end)
				      : head.end;
	if (!known || value == head.end || head.dash || head.column > 1 ||
		row.column <= head.field || !known->takes_lines(head.name, head.len) ||
		(!row.dash && !row.name) || strchr("|>\"'", *value) ||
		(strchr("[{", *value) && head.end - value > 2))
		return false;
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, head.line, value), "indentation",
		"what stands below \"%.*s:\" is all that it holds; write \"%.*s:\" in this line, "
		"with "
		"nothing behind it",
		(int)head.len, head.name, (int)head.len, head.name);
	return true;
}

bool stray_explain(const struct fault *fault, struct row row)
{
	const char *bytes = fault->failure->bytes;
	struct row above = row_before(bytes, row);
	struct place place = fault->failure->place;
	return head_explain(fault, row) || items_explain(fault, row) || alone_explain(fault, row) ||
		alone_explain(fault, above) || stray_text_report(fault->diags, place, bytes, row) ||
		stray_text_report(fault->diags, place, bytes, above);
}

bool stray_explain_round(const struct fault *fault)
{
	const struct node_known *known = fault->failure->known;
	const char *from = line_field(fault->line), *end = line_words_end(fault->line, from), *open;
	for (open = from; open < end && *open != '(' && *open != '<'; open++)
		if (*open == '"' || *open == '\'')
			return false;
	const char *name = open < end ? sign_blanks_skip(open + 1, end) : end;
	const char *behind = sign_name_skip(name, end);
	bool apart = open == from || (open > from + 1 && open[-1] == ' ' && open[-2] == ':');
	if (!known || !apart || behind == name || behind == end || *behind != ':' ||
		!known->stands_beside(name, (size_t)(behind - name), NULL, 0) ||
		end - from > SHOWN_MOST)
		return false;
	bool closed = end[-1] == (*open == '(' ? ')' : '>');
	if (closed && memchr(open, ';', (size_t)(end - open)))
		return false; /* braces_explain_bare mends that as well */
	struct buf line = {0};
	buf_format(&line, "%.*s{%.*s%s", (int)(open - from), from, (int)(end - open) - 1 - closed,
		open + 1, closed ? "}" : "");
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, fault->line, open),
		"unclosed-bracket", "fields of one item stand in braces; write \"%s\"%s",
		buf_string(&line),
		closed                 ? ""
			: *open == '(' ? ", and \"}\" for the \")\" below"
				       : ", and \"}\" at the end");
	buf_free(&line);
	return true;
}

/* "quotes: - id: ink", "people: - hale": the list begins behind its name. */
static bool inline_explain(const struct fault *fault, struct row row, const char *value)
{
	const struct node_failure *failure = fault->failure;
	const struct node_known *known = failure->known;
	if (!known || row.dash || row.end - value < 3 || value[0] != '-' || value[1] != ' ' ||
		row.end - row.at > SHOWN_MOST ||
		!(known->takes_lines(row.name, row.len) || known->takes_list(row.name, row.len)))
		return false;
	struct row next = row_after(failure->bytes, failure->len, row);
	uint32_t dash = next.dash >= row.field && next.dash ? next.dash
		: next.name && next.column > row.field + 2  ? next.column - 2
							    : row.field + 2;
	const char *text = sign_blanks_skip(value + 1, row.end);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, fault->line, value),
		"leading-character",
		"the first item of a list stands on a line of its own; write \"%.*s:\", and below "
		"it "
		"\"%*s- %.*s\"",
		(int)row.len, row.name, (int)dash - 1, "", (int)(row.end - text), text);
	return true;
}

bool stray_explain_entry(const struct fault *fault, struct line line)
{
	const struct node_known *known = fault->failure->known;
	struct row row = row_of(line), head = row_before(fault->failure->bytes, row);
	if (head_explain(fault, row))
		return true;
	if (!known || !row.name || row.dash || row.column < 2 || !head.name || head.column > 1 ||
		head.dash || head.holds || known->takes_lines(head.name, head.len) ||
		known->stands_beside(row.name, row.len, NULL, 0) ||
		!known->stands_beside(head.name, head.len, "events", 6) ||
		!habit_is_entry(row.at, row.end))
		return false;
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, row.line, row.at), "indentation",
		"the entry \"%.*s\" begins here, but nothing above says in which section; put a "
		"line "
		"like \"people:\" or \"sources:\" above this one",
		(int)row.len, row.name);
	return true;
}

bool stray_explain_hyphen(const struct fault *fault)
{
	struct row row = row_of(fault->line);
	const char *value = row.name ? sign_blanks_skip(row.name + row.len + 1, row.end) : row.end;
	bool id = row.len == 2 && !memcmp(row.name, "id", 2);
	if (row.name && inline_explain(fault, row, value))
		return true;
	if (!id || row.end - value < 3 || value[0] != '-' || value[1] != ' ' ||
		row.end - value > SHOWN_MOST)
		return false;
	uint32_t dash = row.dash ? row.dash : row.column > 2 ? row.column - 2 : 1;
	const char *text = sign_blanks_skip(value + 1, row.end);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, fault->line, value),
		"leading-character",
		"the hyphen of an item stands before its first field; write \"%*s- id: %.*s\"",
		(int)dash - 1, "", (int)(row.end - text), text);
	return true;
}
