/* What is meant is told by what stands in the brackets: fields and ids are shown with the sign that is
 * missing, and anything else is a text that only begins with a bracket. */
#include "base/node_flow.h"

#include "base/node.h"
#include "base/node_braces.h"
#include "base/node_row.h"
#include "base/node_sign.h"
#include "base/node_text.h"
#include "base/remark.h"
#include "base/text.h"

#include <string.h>

enum { SHOWN_MOST = 120 };

/* Nothing of the file is left. */
static bool at_end(const struct fault *fault)
{
	return fault->at == fault->failure->bytes + fault->failure->len;
}

static char closing(char bracket)
{
	return bracket == '{' ? '}' : ']';
}

/* The last character before the problem that is no space; NUL when there is none in its line. */
static char before(const struct fault *fault)
{
	const char *at = fault->at;
	while (at > fault->line.text && sign_is_blank(at[-1]))
		at--;
	return at > fault->line.text ? at[-1] : '\0';
}

/* ---- never closed ---- */

/* A bracket that is open, and what stands behind it in its line. */
struct open {
	struct line line;
	struct place place;
	const char *at, *end; /* of the words in the line */
	const char *name;     /* of the field, or the dash's value, at the line's beginning */
	size_t name_len;
	char bracket;
};

static struct open open_of(struct line line, struct place place)
{
	struct open open = {.line = line, .place = place};
	open.at = line_at(line, place.column);
	open.end = line_words_end(line, open.at);
	open.name = line_field(line);
	open.bracket = open.at < line.end && *open.at == '{' ? '{' : '[';
	const char *colon = line_colon(open.name, open.at, true);
	while (colon && colon > open.name && colon[-1] == ' ')
		colon--;
	open.name_len = colon ? (size_t)(colon - open.name) : 0;
	return open;
}

/* Ids with commas between them. */
static bool is_ids(const char *at, const char *end)
{
	bool comma = false;
	while (at < end) {
		const char *to = sign_name_skip(at, end);
		if (to == at)
			return false;
		at = sign_blanks_skip(to, end);
		if (at < end && *at != ',')
			return false;
		comma |= at < end;
		at = sign_blanks_skip(at < end ? at + 1 : at, end);
	}
	return comma;
}

/* "name: value" at the beginning of the braces. */
static bool is_fields(const char *at, const char *end)
{
	const char *to = sign_name_skip(at, end);
	return to > at && to < end && *to == ':' && (to + 1 == end || to[1] == ' ');
}

/* Whether a line has the closing sign and none that opens. */
static bool ends_braces(const struct open *open, struct line line)
{
	size_t len = (size_t)(line.end - line.text);
	return memchr(line.text, closing(open->bracket), len) &&
		!memchr(line.text, open->bracket, len);
}

/* The last line that belongs to braces over several lines. */
static struct line last_line(const struct fault *fault, const struct open *open)
{
	const char *end = fault->failure->bytes + fault->failure->len;
	uint32_t column = line_column(open->line, open->name);
	struct line last = open->line, line = last;
	while (line.end < end) {
		const char *text = sign_line_next(line.end, end);
		line = (struct line){text, sign_line_end(text, end), line.number + 1};
		const char *start = line_start(line), *to = line_words_end(last, last.text);
		bool goes_on = (to > last.text && to[-1] == ',') || ends_braces(open, line);
		if (start < line.end && *start != '}' && *start != ']' && !goes_on &&
			line_column(line, start) <= column)
			break;
		if (start < line.end)
			last = line;
	}
	return last;
}

static void text_report(const struct fault *fault, const struct open *open)
{
	char what[] = "\"[\" is never closed";
	struct fault text = *fault;
	what[1] = open->bracket;
	text.line = open->line;
	text.at = open->at;
	text_explain(&text, open->place, "unclosed-bracket", what);
}

/* Where what the brackets hold ends, without signs that do not belong there: a mark that was never
 * opened among them. */
static const char *inside_end(const char *inside, const char *end)
{
	while (end > inside) {
		char last = end[-1];
		bool mark = last == '"' || last == '\'';
		if (mark && memchr(inside, last, (size_t)(end - 1 - inside)))
			break;
		if (!mark && !strchr(" \t,;:=.)}]>({[#", last))
			break;
		end--;
	}
	return end;
}

/* Adds what the brackets hold without signs that do not belong at its end. */
static void inside_add(struct buf *line, const struct open *open, const char *inside)
{
	const char *end = inside_end(inside, open->end);
	buf_add(line, open->name, (size_t)(open->at - open->name));
	buf_char(line, open->bracket);
	buf_add(line, inside, (size_t)(end - inside));
	buf_char(line, closing(open->bracket));
}

/* "- {id: dawn," above fields on lines of their own. */
static bool item_report(const struct fault *fault, const struct open *open, const char *inside)
{
	const struct node_known *known = fault->failure->known;
	struct row row = row_of(open->line);
	struct row next = row_after(fault->failure->bytes, fault->failure->len, row);
	const char *end = open->end;
	while (end > inside && strchr(" ,", end[-1]))
		end--;
	if (!known || open->bracket != '{' || row.at != open->at || !row.dash || !next.name ||
		next.dash || next.column != row.field || strchr(",}", next.end[-1]) ||
		!known->stands_beside(next.name, next.len, NULL, 0) || !is_fields(inside, end) ||
		memchr(inside, ',', (size_t)(end - inside)))
		return false;
	struct buf line = {0};
	buf_format(&line, "- %.*s", (int)(end - inside), inside);
	fault_show(fault, open->place, "unclosed-bracket",
		"\"{\" is never closed, and fields on lines of their own need none", &line,
		"delete it");
	buf_free(&line);
	return true;
}

static void unclosed_report(const struct fault *fault, struct open *open)
{
	const struct node_known *known = fault->failure->known;
	const char *inside = sign_blanks_skip(open->at + 1, open->end);
	bool doubled = inside < open->end && *inside == open->bracket;
	char cause[] = "\"[\" is never closed";
	char otherwise[] = "put \"]\" behind the last item";
	cause[1] = open->bracket;
	inside = doubled ? sign_blanks_skip(inside + 1, open->end) : inside;
	bool list = known && known->takes_list(open->name, open->name_len);
	const char *last = inside_end(inside, open->end);
	if (list && open->bracket == '{' && is_ids(inside, last))
		open->bracket = '[';
	bool meant = open->bracket == '[' ? list || is_ids(inside, last) : is_fields(inside, last);
	struct line line = last_line(fault, open);
	if (item_report(fault, open, inside))
		return;
	*strchr(otherwise, ']') = closing(open->bracket);
	if (!meant && !(open->bracket == '{' && inside == open->end)) {
		text_report(fault, open);
		return;
	}
	if (line.number > open->line.number) {
		diag_add(fault->diags, DIAG_ERROR, open->place, "unclosed-bracket",
			"%s; put \"%c\" at the end of line %u", cause, closing(open->bracket),
			(unsigned)line.number);
		return;
	}
	struct buf shown = {0};
	inside_add(&shown, open, inside);
	fault_show(fault, open->place, "unclosed-bracket", cause, &shown, otherwise);
	buf_free(&shown);
}

/* Fields in braces over several lines, of which one lacks the comma at its end. */
static bool comma_report(const struct fault *fault, const struct open *open)
{
	struct line last = last_line(fault, open);
	struct line above = line_before(fault->failure->bytes, fault->line);
	const char *field = line_start(above), *end = line_words_end(above, field);
	if (fault->line.number <= open->line.number || fault->line.number > last.number ||
		!memchr(last.text, closing(open->bracket), (size_t)(last.end - last.text)) ||
		end == field || end[-1] == ',' || end - field > SHOWN_MOST)
		return false;
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, above, end), "missing-comma",
		"a comma is missing at the end of this line; write \"%.*s,\"", (int)(end - field),
		field);
	return true;
}

/* ---- the wrong sign ---- */

/* The line with what stands at `at` in other words, up to `to`. */
static void sign_report(const struct fault *fault, const char *code, const char *cause,
	const char *at, const char *by, const char *to, const char *otherwise)
{
	struct buf shown = {0};
	const char *name = line_field(fault->line), *end = line_words_end(fault->line, name);
	if (at > name) {
		buf_add(&shown, name, (size_t)(at - name));
		buf_text(&shown, by);
	}
	if (to < end)
		buf_add(&shown, to, (size_t)(end - to));
	fault_show(fault, fault->failure->place, code, cause, &shown, otherwise);
	buf_free(&shown);
}

/* "[sic] at dawn", "we {all} came": no field begins behind the bracket. */
static bool is_bracket_in_text(const struct fault *fault)
{
	char last = before(fault);
	const char *at = fault->at, *end = fault->line.end;
	bool bracket = last == ']' || last == '}' ||
		(at < end && (*at == '{' || *at == '[' || *at == ']'));
	while (at < end && *at != ',' && *at != '}' &&
		!(*at == ':' && at + 1 < end && at[1] == ' '))
		at++;
	return bracket && (at == end || *at != ':');
}

/* "}" for "]" at the end of the line, or the other way round. */
static bool crossed_report(const struct fault *fault, const struct open *open)
{
	char cause[] = "\"[\" is closed with \"}\"", by[] = "]";
	const char *end = line_words_end(fault->line, fault->at);
	if (fault->at == end || (*fault->at != ']' && *fault->at != '}') ||
		fault->line.number != open->line.number ||
		sign_blanks_skip(fault->at + 1, end) != end)
		return false;
	cause[1] = open->bracket;
	*by = closing(open->bracket);
	cause[sizeof cause - 3] = *fault->at;
	sign_report(fault, "unclosed-bracket", cause, fault->at, by, fault->at + 1,
		"write the other sign");
	return true;
}

/* A comma or the closing bracket that was looked for stands in a remark. */
static bool taken_report(const struct fault *fault, struct place open, char bracket)
{
	const struct remark *remark = remarks_taker(
		fault->failure->remarks, open, fault->failure->place, closing(bracket));
	if (remark)
		text_explain_cut(fault, remark, "");
	return remark;
}

/* The ids of a list with other signs between them than commas, each in its own place. */
static bool ids_report(const struct fault *fault, struct line line)
{
	const struct node_known *known = fault->failure->known;
	const char *name = line_field(line), *end = line_words_end(line, name);
	const char *colon = line_colon(name, end, true);
	struct buf shown = {0};
	size_t count = 0;
	if (!known || !colon || !known->takes_list(name, (size_t)(colon - name)))
		return false;
	const char *value = sign_blanks_skip(colon + 1, end);
	if (value < end && *value == '{' && line_colon(value, end, true))
		return false; /* fields, as those of the section "parties" */
	buf_format(&shown, "%.*s: [", (int)(colon - name), name);
	for (const char *at = colon + 1; at < end;) {
		const char *to = *at == '"' || *at == '\'' ? at : sign_name_skip(at, end);
		if (to > at)
			buf_format(&shown, "%s%.*s", count++ ? ", " : "", (int)(to - at), at);
		else if (!strchr(" \t,;:=.|/+&()[]{}#\"'", *at))
			break;
		at = to > at ? to : at + 1;
		if (at == end)
			buf_char(&shown, ']');
	}
	bool whole = count && shown.text[shown.len - 1] == ']';
	if (whole)
		fault_show(fault, fault_place(fault, line, sign_blanks_skip(colon + 1, end)),
			"missing-comma",
			"a list stands in one pair of brackets, with a comma behind each id",
			&shown, "write it so");
	buf_free(&shown);
	return whole;
}

void flow_explain(const struct fault *fault)
{
	const struct node_failure *failure = fault->failure;
	struct open open = open_of(fault->opened, failure->opened);
	char last = before(fault);
	bool here = !at_end(fault), json = failure->flow;
	if (taken_report(fault, failure->opened, open.bracket))
		return;
	if ((last == '"' || last == '\'') && here && !json && *fault->at != '"' &&
		*fault->at != '\'')
		text_explain_after_quote(fault);
	else if (!json && here && comma_report(fault, &open))
		return;
	else if (!json && (!here || fault->line.number > fault->opened.number))
		unclosed_report(fault, &open);
	else if (!here)
		diag_add(fault->diags, DIAG_ERROR, open.place, "unclosed-bracket",
			"\"%c\" is never closed; put \"%c\" where it ends", open.bracket,
			closing(open.bracket));
	else if (*fault->at == ':' && !json)
		braces_explain_colon(fault);
	else if (!json && crossed_report(fault, &open))
		return;
	else if (!json && ids_report(fault, fault->line))
		return;
	else if (!json && is_bracket_in_text(fault))
		text_explain(
			fault, failure->place, "text-after-bracket", "a bracket inside a text");
	else
		diag_add(fault->diags, DIAG_ERROR, failure->place, "missing-comma",
			"a comma or \"%c\" is missing before this; \"%c\" was opened in line %u",
			closing(open.bracket), open.bracket, (unsigned)failure->opened.line);
}

/* A bracket that the line above opens and never closes: the field below is then taken for an item. */
static bool above_report(const struct fault *fault, struct line line)
{
	struct line above = line_before(fault->failure->bytes, line);
	const char *name = line_field(above);
	const char *colon = above.number ? line_colon(name, above.end, true) : NULL;
	const char *value = colon ? sign_blanks_skip(colon + 1, above.end) : above.end;
	if (!colon || value == above.end || !strchr("[{", *value))
		return false;
	struct open open = open_of(above, fault_place(fault, above, value));
	if (memchr(value, closing(*value), (size_t)(open.end - value)))
		return false;
	if (!taken_report(fault, open.place, *value))
		unclosed_report(fault, &open);
	return true;
}

bool flow_explain_value(const struct fault *fault)
{
	const struct node_failure *failure = fault->failure;
	struct line line = line_find(failure->bytes, failure->len, failure->open.line);
	struct open open = open_of(line, failure->open);
	bool flow = open.at < line.end && (*open.at == '[' || *open.at == '{');
	if (!flow)
		return line.number && above_report(fault, line);
	if (taken_report(fault, failure->open, *open.at))
		return true;
	if (at_end(fault)) {
		unclosed_report(fault, &open);
		return true;
	}
	if (*fault->at != ',')
		return false;
	const char *from = fault->at;
	while (from > fault->line.text && (sign_is_blank(from[-1]) || from[-1] == ','))
		from--;
	const char *to = sign_blanks_skip(fault->at + 1, fault->line.end);
	bool first = from > fault->line.text && strchr("[{", from[-1]);
	sign_report(fault, "missing-comma", "a comma too many", from, first ? "" : ", ", to,
		"delete it");
	return true;
}

bool flow_explain_ids(const struct fault *fault)
{
	struct line line = fault->opened;
	const char *name = line_field(line), *end = line_words_end(line, name);
	const char *colon = line.number ? line_colon(name, end, true) : NULL;
	const char *value = colon ? sign_blanks_skip(colon + 1, end) : end;
	bool opened = value < end && strchr(",]{\"'", *value) && end[-1] == ']';
	bool closed = opened && memchr(value + 1, *value, (size_t)(end - 1 - value)) &&
		(*value == '"' || *value == '\'');
	return opened && !closed && !fault->failure->flow && ids_report(fault, line);
}

bool flow_explain_behind(const struct fault *fault)
{
	const char *end = line_words_end(fault->line, fault->at), *at = fault->at;
	char last = before(fault), cause[] = "one \"?\" too many";
	while (at < end && strchr("]}.", *at))
		at++;
	if (at < end || at == fault->at || (last != ']' && last != '}'))
		return last == ']' && ids_report(fault, fault->line);
	*strchr(cause, '?') = *fault->at;
	sign_report(fault, "text-after-bracket", cause, fault->at, "", end, "delete it");
	return true;
}

bool flow_explain_twice(const struct fault *fault)
{
	const char *at = fault->at, *back = at;
	while (back > fault->line.text && sign_is_blank(back[-1]))
		back--;
	if (at == fault->line.end || *at != '{' || back == fault->line.text || back[-1] != '{')
		return false;
	const char *end = line_words_end(fault->line, at), *to = end;
	if (end - at > 2 && end[-1] == '}' && end[-2] == '}')
		to--;
	struct buf shown = {0};
	const char *name = line_field(fault->line);
	buf_add(&shown, name, (size_t)(at - name));
	buf_add(&shown, at + 1, (size_t)(to - at - 1));
	fault_show(fault, fault->failure->place, "complex-key", "one \"{\" too many", &shown,
		"delete it");
	buf_free(&shown);
	return true;
}
