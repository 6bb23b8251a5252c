/* libyaml says what it expected next, which is seldom what is wrong: "did not find expected key"
 * stands for text behind a closing quotation mark as well as for a line indented by one space too
 * many. So each of its messages leads to a function that looks at the line and decides; the first
 * rule whose words match is taken. */
#include "base/node_error.h"

#include "base/habit.h"
#include "base/node.h"
#include "base/node_braces.h"
#include "base/node_colon.h"
#include "base/node_fault.h"
#include "base/node_flow.h"
#include "base/node_indent.h"
#include "base/node_json.h"
#include "base/node_sign.h"
#include "base/node_stray.h"
#include "base/node_tab.h"
#include "base/node_text.h"
#include "base/node_two.h"
#include "base/remark.h"
#include "base/table.h"

#include <string.h>

/* ---- what was meant ---- */

static bool at_start(const struct fault *fault)
{
	return fault->at == line_start(fault->line);
}

/* The last character before the problem that is no space; NUL when there is none in its line. */
static char before(const struct fault *fault)
{
	const char *at = fault->at;
	while (at > fault->line.text && (at[-1] == ' ' || at[-1] == '\t'))
		at--;
	return at > fault->line.text ? at[-1] : '\0';
}

/* "date:1918": looked for where a field was expected and none was seen. */
static bool missing_space_explain(const struct fault *fault, struct line line, const char *field)
{
	const char *colon = line_colon(field, line.end, false);
	if (!colon)
		return false;
	enum { NAME_MOST = 64, SHOWN_MOST = 80 };
	int name = (int)(colon - field > NAME_MOST ? NAME_MOST : colon - field);
	int rest = (int)(line_words_end(line, field) - colon) - 1;
	struct buf act = {0};
	if (name + rest < SHOWN_MOST)
		buf_format(&act, "; write \"%.*s: %.*s\"", name, field, rest, colon + 1);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, line, colon), "missing-space",
		"a space is missing after the colon of \"%.*s:\"%s", name, field, buf_string(&act));
	buf_free(&act);
	return true;
}

/* Whether the line goes on with a plain text that begins behind a name above it, and the word before
 * its colon is the name of no field. */
static bool text_goes_on(const struct fault *fault)
{
	const struct node_known *known = fault->failure->known;
	struct row row = row_of(fault->line), above = row;
	if (!known || row.dash || !row.name || known->stands_beside(row.name, row.len, NULL, 0))
		return false;
	do
		above = row_before(fault->failure->bytes, above);
	while (above.line.number && !above.dash && !above.name && above.column >= row.column);
	return above.name && !above.holds && above.field < row.column &&
		known->stands_beside(above.name, above.len, NULL, 0) &&
		!strchr("\"'[{|>&*#", *sign_blanks_skip(above.name + above.len + 1, above.end));
}

/* A field below a line that has no colon and begins in the same column, or is one word: that line
 * is a field too. */
static bool colon_above_explain(const struct fault *fault)
{
	struct line above = line_before(fault->failure->bytes, fault->line);
	const char *start = line_start(fault->line), *field = line_field(above);
	const char *end = line_words_end(above, field), *word = field;
	if (!above.number || !line_colon(line_field(fault->line), fault->line.end, true) ||
		line_colon(field, end, true) || field == end || strchr("\"'[{|>&*#", *field))
		return false;
	while (word < end && *word != ' ' && *word != '\t')
		word++;
	uint32_t here = line_column(fault->line, start), there = line_column(above, field);
	if (here != there && (word < end || here < there))
		return false;
	if (!missing_space_explain(fault, above, field) && !colon_explain_name(fault, above) &&
		!colon_explain_id(fault, above))
		diag_add(fault->diags, DIAG_ERROR, fault_place(fault, above, word), "missing-colon",
			"a colon is missing behind \"%.*s\"; a field is written \"name: value\"",
			(int)(word - field > 64 ? 64 : word - field), field);
	return true;
}

/* ---- what # has taken ---- */

/* Whether the value in the line of the remark is in quotation marks, or a list, before it, or begins
 * only below what looks like a remark: then it was not cut. */
static bool is_closed_before(const struct line line, const struct remark *remark)
{
	const char *colon = line_colon(line_field(line), remark->at, true);
	const char *value = sign_blanks_skip(colon ? colon + 1 : line_field(line), remark->at);
	if (value >= remark->at)
		return remark->likely && !remark->joined;
	return strchr("\"'[{|>", *value);
}

/* A line that goes on where the text above it has been cut by a remark, or in which one stands. */
static bool cut_above_explain(const struct fault *fault, struct line line)
{
	struct line above = line_before(fault->failure->bytes, line);
	struct place start = {line.number, 1, 0};
	const struct remark *remark = remarks_before(fault->failure->remarks, start);
	if (!remark || !above.number || remark->kind == REMARK_WORDS ||
		line_start(line) - line.text <= line_field(above) - above.text)
		return false;
	if (remark->first ? remark->line < above.number
			  : remark->line != above.number || is_closed_before(above, remark))
		return false;
	text_explain_cut(fault, remark, ", and the text cannot go on below");
	return true;
}

/* "lee {name: Robert E. Lee, party: south}", or with the colon and no space behind it: the brace is
 * taken for a part of the name. `first` is the first colon. */
static bool brace_explain(const struct fault *fault, const char *field, const char *first)
{
	const char *brace = first ? memchr(field, '{', (size_t)(first - field)) : NULL;
	const char *end = brace;
	while (end && end > field && strchr(" :;=.,-", end[-1]))
		end--;
	if (!brace || end == field)
		return false;
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, fault->line, end), "missing-colon",
		"a colon and a space stand between a name and a brace; write \"%.*s: {\"",
		(int)(end - field > 64 ? 64 : end - field), field);
	return true;
}

/* A colon where no field may begin. */
static void colon_explain(const struct fault *fault)
{
	const char *field = line_field(fault->line);
	const char *first = line_colon(field, fault->at, true);
	struct line above = line_before(fault->failure->bytes, fault->line);
	if (stray_explain_entry(fault, fault->line) || brace_explain(fault, field, first) ||
		stray_explain_round(fault) ||
		(!first && !text_goes_on(fault) && colon_above_explain(fault)) ||
		cut_above_explain(fault, fault->line))
		return;
	if (!first && above.number && missing_space_explain(fault, above, line_field(above)))
		return;
	if (fault->at == field) {
		diag_add(fault->diags, DIAG_ERROR, fault->failure->place, "empty-key",
			"a key is missing before the colon");
		return;
	}
	bool words = memchr(field, ' ', (size_t)(fault->at - field));
	if (!first && !words && !text_goes_on(fault)) {
		indent_explain_column(fault);
		return;
	}
	if (!first && words && indent_explain_text(fault, fault->line))
		return;
	if (!braces_explain_bare(fault) && !two_explain(fault))
		text_explain(fault, fault->failure->place, "unquoted-colon",
			"a colon and a space inside a text");
}

/* Neither the next field or item, nor the end of the mapping or list. */
static void block_explain(const struct fault *fault)
{
	char last = before(fault), here = fault->at < fault->line.end ? *fault->at : '\0';
	if (at_start(fault) &&
		(stray_explain_entry(fault, fault->line) || colon_above_explain(fault) ||
			cut_above_explain(fault, fault->line)))
		return;
	if (at_start(fault) && here == ':')
		diag_add(fault->diags, DIAG_ERROR, fault->failure->place, "empty-key",
			"a key is missing before the colon");
	else if (at_start(fault) && here != ']' && here != '}' && here != ',')
		indent_explain_column(fault);
	else if (last && strchr("\"']}", last) && two_explain(fault))
		return;
	else if (last == '"' || last == '\'')
		text_explain_after_quote(fault);
	else if (flow_explain_behind(fault))
		return;
	else if (last == ']' || last == '}')
		text_explain(fault, fault->failure->place, "text-after-bracket",
			"the text goes on after a closing bracket");
	else
		text_explain(
			fault, fault->failure->place, "unexpected", "this does not belong here");
}

static void start_explain(const struct fault *fault)
{
	if (fault->at < fault->line.end && *fault->at == '\t')
		tab_explain(fault);
	else
		text_explain_leading(fault, fault->failure->place, fault->at);
}

/* What was being read is what the person wrote: "*", "&", "|", ">". */
static void opened_explain(const struct fault *fault)
{
	text_explain_leading(fault, fault->failure->opened,
		line_at(fault->opened, fault->failure->opened.column));
}

/* Something other than a value. */
static void problem_explain(const struct fault *fault)
{
	if (!flow_explain_value(fault))
		text_explain_leading(fault, fault->failure->place, fault->at);
}

/* A line that should be a field and has no colon. */
static void field_explain(const struct fault *fault)
{
	const char *start = line_at(fault->opened, fault->failure->opened.column);
	if (stray_explain_entry(fault, fault->opened) || cut_above_explain(fault, fault->opened) ||
		indent_explain_text(fault, fault->opened))
		return;
	if (!missing_space_explain(fault, fault->opened, start))
		colon_explain_line(fault, fault->opened);
}

static void directive_explain(const struct fault *fault)
{
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, fault->line, fault->line.text),
		"directive",
		"a record has no directives; delete this line, or put a text that begins with "
		"\"%%\" "
		"in quotation marks");
}

static void tag_explain(const struct fault *fault)
{
	diag_add(fault->diags, DIAG_ERROR, fault->failure->opened, "tag",
		"a record has no tags; put a text that begins with \"!\" in quotation marks");
}

/* Something behind the record's end. */
static void end_explain(const struct fault *fault)
{
	if (fault->at < fault->line.end && *fault->at == '%')
		directive_explain(fault);
	else if (fault->failure->flow)
		diag_add(fault->diags, DIAG_ERROR, fault->failure->place, "text-after-record",
			"more follows where the record has been closed; is a bracket closed too "
			"early?");
	else if (line_start(fault->line) == fault->at && fault->failure->place.column == 1) {
		struct line above = line_before(fault->failure->bytes, fault->line);
		bool dots = above.number && above.end - above.text >= 3 &&
			!memcmp(above.text, "...", 3);
		if (dots)
			diag_add(fault->diags, DIAG_ERROR, fault->failure->place, "second-document",
				"a second document; a file holds one record");
		else
			indent_explain_column(fault);
	} else {
		block_explain(fault);
	}
}

static const struct rule {
	const char *context; /* what libyaml's words begin with; NULL for any */
	const char *problem;
	void (*explain)(const struct fault *);
} rules[] = {
	{"while scanning a directive", NULL, directive_explain},
	{"while scanning a %", NULL, directive_explain},
	{NULL, "found duplicate %", directive_explain},
	{NULL, "found incompatible YAML", directive_explain},
	{"while scanning a tag", NULL, tag_explain},
	{"while parsing a tag", NULL, tag_explain},
	{NULL, "found undefined tag handle", tag_explain},
	{"while scanning an alias", NULL, opened_explain},
	{"while scanning an anchor", NULL, opened_explain},
	{NULL, "found a tab character", tab_explain},
	{"while scanning a block scalar", NULL, opened_explain},
	{NULL, "mapping values are not allowed", colon_explain},
	{NULL, "did not find expected key", block_explain},
	{NULL, "did not find expected '-' indicator", block_explain},
	{NULL, "did not find expected ',' or", flow_explain},
	{NULL, "found character that cannot start", start_explain},
	{NULL, "block sequence entries are not", problem_explain},
	{NULL, "mapping keys are not allowed", problem_explain},
	{NULL, "did not find expected node content", problem_explain},
	{NULL, "could not find expected ':'", field_explain},
	{NULL, "found unexpected end of stream", text_explain_unclosed},
	{NULL, "found unexpected document indicator", text_explain_unclosed},
	{NULL, "found unknown escape character", text_explain_escape},
	{NULL, "did not find expected hexdecimal", text_explain_escape},
	{NULL, "found invalid Unicode character", text_explain_surrogate},
	{NULL, "did not find expected <document", end_explain},
};

static bool begins(const char *text, const char *with)
{
	return !with || (text && !strncmp(text, with, strlen(with)));
}

/* What other ways of writing begin a line with, where that is what stopped libyaml. */
static bool habit_explain(const struct fault *fault, struct line line, const char *at)
{
	const char *start = line_field(line);
	struct place place = fault_place(fault, line, start);
	return line.number && (at == start || at == line_start(line)) &&
		(colon_explain_marks(fault, line) ||
			habit_report(fault->diags, place, start, line.end) ||
			habit_assignment_report(fault->diags, place, start, line.end));
}

/* "- [ ] war", as lists of what is to be done have it. */
static bool box_explain(const struct fault *fault)
{
	struct line line = fault->line;
	const char *start = line_field(line);
	return line.number && start > line_start(line) &&
		habit_box_report(fault->diags, fault_place(fault, line, start), start, line.end);
}

/* "}," in a line of its own value, and "= " behind a name in braces. */
static bool sign_explain(const struct fault *fault)
{
	char last = before(fault);
	const char *start = line_start(fault->line);
	if (strchr("\"']}", last) && last && !fault->failure->flow &&
		habit_end_report(fault->diags, fault->failure->place, fault->at, fault->line.end))
		return true;
	if (fault->line.end - fault->at > 1 && *fault->at == '/' && strchr("/*", fault->at[1]))
		return habit_report(
			fault->diags, fault->failure->place, fault->at, fault->line.end);
	return fault->at < fault->line.end && *fault->at == '=' &&
		(colon_explain_name(fault, fault->line) ||
			habit_assignment_report(fault->diags,
				fault_place(fault, fault->line, start), start, fault->line.end));
}

/* A row of a table in the place of fields. */
static bool table_explain(const struct fault *fault, struct line line)
{
	const struct node_failure *failure = fault->failure;
	return line.number && !failure->flow &&
		table_report(fault->diags, fault_place(fault, line, line_field(line)),
			failure->bytes, row_of(line), failure->known, NULL);
}

void node_error_report(const struct node_failure *failure, struct diag_list *diags)
{
	struct fault fault = fault_of(failure, diags);
	if (json_explain(&fault) || indent_explain_space(&fault, fault.line) ||
		colon_explain_quoted(&fault, fault.opened) ||
		colon_explain_quoted(&fault, fault.line) ||
		(at_start(&fault) &&
			colon_explain_quoted(&fault, line_before(failure->bytes, fault.line))) ||
		table_explain(&fault, fault.opened) || table_explain(&fault, fault.line) ||
		flow_explain_ids(&fault) || braces_explain_sign(&fault, fault.opened) ||
		braces_explain_sign(&fault, fault.line) ||
		habit_explain(
			&fault, fault.opened, line_at(fault.opened, failure->opened.column)) ||
		habit_explain(&fault, fault.line, fault.at) || box_explain(&fault) ||
		sign_explain(&fault))
		return;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (begins(failure->context, rules[i].context) &&
			begins(failure->problem, rules[i].problem)) {
			rules[i].explain(&fault);
			return;
		}
	diag_add(diags, DIAG_ERROR, failure->place, "unexpected", "this is not YAML: %s",
		failure->problem ? failure->problem : "it cannot be read");
}

bool node_error_key(const struct node_failure *failure, struct diag_list *diags)
{
	struct fault fault = fault_of(failure, diags);
	if (flow_explain_twice(&fault))
		return true;
	return fault.at == line_field(fault.line) &&
		(colon_explain_marks(&fault, fault.line) || box_explain(&fault) ||
			habit_report(diags, failure->place, fault.at, fault.line.end));
}

/* "- title: The Peace" above the sections of a record. */
static bool title_explain(const struct fault *fault)
{
	const struct node_known *known = fault->failure->known;
	struct row row = row_of(fault->line);
	struct row next = row_after(fault->failure->bytes, fault->failure->len, row);
	if (!known || !row.dash || !row.name || row.holds || !next.name || next.dash ||
		next.column != row.column ||
		!known->stands_beside(row.name, row.len, "events", 6) ||
		!known->stands_beside(next.name, next.len, "events", 6))
		return false;
	diag_add(fault->diags, DIAG_ERROR, fault->failure->place, "no-record",
		"a record is no list, and its fields have no hyphens; delete the hyphen before "
		"\"%.*s\" and the space behind it",
		(int)row.len, row.name);
	return true;
}

void node_error_root(const struct node_failure *failure, struct diag_list *diags, bool list)
{
	struct fault fault = fault_of(failure, diags);
	if (!list &&
		(missing_space_explain(&fault, fault.line, line_start(fault.line)) ||
			colon_explain_name(&fault, fault.line) ||
			habit_explain(&fault, fault.line, line_start(fault.line))))
		return;
	if (list && title_explain(&fault))
		return;
	diag_add(diags, DIAG_ERROR, failure->place, "no-record", "%s",
		list ? "a list stands alone; put a line \"events:\" above it, and \"title:\""
		     : "this is no record; a record begins with a line like \"title: The Peace\"");
}
