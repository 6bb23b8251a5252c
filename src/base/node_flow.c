/* What is meant is told by what stands in the brackets: fields and ids are shown with the sign that is
 * missing, and anything else is a text that only begins with a bracket. */
#include "base/node_flow.h"

#include "base/node.h"
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

static bool is_name(const struct fault *fault, const char *name, size_t len)
{
	const struct node_known *known = fault->failure->known;
	return known && len && known->stands_beside(name, len, NULL, 0);
}

/* The last character before the problem that is no space; NUL when there is none in its line. */
static char before(const struct fault *fault)
{
	const char *at = fault->at;
	while (at > fault->line.text && sign_is_blank(at[-1]))
		at--;
	return at > fault->line.text ? at[-1] : '\0';
}

/* "cause; write "LINE"", or, where that is long, what it has instead. */
static void line_report(const struct fault *fault, struct place place, const char *code,
	const char *cause, const struct buf *line, const char *otherwise)
{
	if (line->len > SHOWN_MOST)
		diag_add(fault->diags, DIAG_ERROR, place, code, "%s; %s", cause, otherwise);
	else
		diag_add(fault->diags, DIAG_ERROR, place, code, "%s; write \"%s\"", cause,
			buf_string(line));
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

/* Adds what the brackets hold without signs that do not belong at its end. */
static void inside_add(struct buf *line, const struct open *open, const char *inside)
{
	const char *end = open->end;
	while (end > inside && strchr(" \t,;.)}]>", end[-1]))
		end--;
	buf_add(line, open->name, (size_t)(open->at - open->name));
	buf_char(line, open->bracket);
	buf_add(line, inside, (size_t)(end - inside));
	buf_char(line, closing(open->bracket));
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
	const char *last = open->end;
	while (last > inside && strchr(" \t,;.)}]>", last[-1]))
		last--;
	if (list && open->bracket == '{' && is_ids(inside, last))
		open->bracket = '[';
	bool meant = open->bracket == '[' ? list || is_ids(inside, last) : is_fields(inside, last);
	struct line line = last_line(fault, open);
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
	line_report(fault, open->place, "unclosed-bracket", cause, &shown, otherwise);
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

/* ---- between fields ---- */

/* The name that ends before a colon, or NULL. */
static const char *word_before(const char *from, const char *colon)
{
	const char *at = colon;
	while (at > from && ((at[-1] | 0x20) >= 'a' || at[-1] == '-' || at[-1] == '_') &&
		(unsigned char)at[-1] < 0x7f && at[-1] != '{')
		at--;
	return at < colon ? at : NULL;
}

/* Takes blanks and signs off the end that were written for a comma. */
static void signs_cut(struct buf *line)
{
	static const char *const wide[] = {
		"\uff0c", "\u3001", "\uff1b", "\u060c", "\u2013", "\u2014"};
	bool cut = true;
	while (cut && line->len) {
		cut = strchr(" \t;.|/&-", line->text[line->len - 1]) != NULL;
		line->len -= cut;
		for (size_t i = 0; !cut && i < sizeof wide / sizeof *wide; i++) {
			size_t len = strlen(wide[i]);
			cut = line->len >= len &&
				memcmp(line->text + line->len - len, wide[i], len) == 0;
			line->len -= cut ? len : 0;
		}
		line->text[line->len] = '\0';
	}
}

/* Adds the line with a comma before each field's name that has none; returns the first such name,
 * *twice where it is that of its own field. NULL where there is none. */
static const char *fields_mend(
	const struct fault *fault, struct buf *out, const char *brace, const char *end, bool *twice)
{
	const char *copied = brace, *first = NULL, *own = NULL;
	size_t own_len = 0;
	for (const char *at = brace; at < end; at++) {
		if (*at != ':' || (at + 1 < end && at[1] != ' '))
			continue;
		const char *word = word_before(copied, at), *before = word;
		while (before && before > brace && sign_is_blank(before[-1]))
			before--;
		bool begins = before && (before == brace || strchr("{,", before[-1]));
		if (begins) {
			own = word;
			own_len = (size_t)(at - word);
			continue;
		}
		if (!word || !is_name(fault, word, (size_t)(at - word)))
			continue;
		bool again = own && own_len == (size_t)(at - word) && !memcmp(own, word, own_len);
		if (again && before[-1] != ':')
			continue;
		*twice = first ? *twice : again;
		first = first ? first : word;
		buf_add(out, copied, (size_t)(word - copied));
		if (again) {
			copied = sign_blanks_skip(at + 1, end);
			continue;
		}
		signs_cut(out);
		buf_text(out, ", ");
		copied = own = word;
		own_len = (size_t)(at - word);
	}
	buf_add(out, copied, (size_t)(end - copied));
	return first;
}

/* A colon in braces: the name of the next field stands before it, or it is part of a text. */
static void colon_report(const struct fault *fault)
{
	struct line line = fault->line;
	const char *name = line_field(line), *end = line_words_end(line, name);
	const char *brace = memchr(name, '{', (size_t)(line.end - name)), *field;
	struct buf shown = {0}, cause = {0};
	bool twice = false;
	if (brace && brace < end) {
		buf_add(&shown, name, (size_t)(brace - name));
		field = fields_mend(fault, &shown, brace, end, &twice);
		const char *to = field ? sign_name_skip(field, end) : NULL;
		if (field)
			buf_format(&cause,
				twice ? "\"%.*s:\" stands twice"
				      : "a comma is missing before \"%.*s\"",
				(int)(to - field), field);
	}
	if (cause.len)
		line_report(fault, fault->failure->place, "missing-comma", cause.text, &shown,
			"put a comma and a space there");
	else
		text_explain(fault, fault->failure->place, "unquoted-colon",
			"a colon and a space inside a text");
	buf_free(&cause);
	buf_free(&shown);
}

/* Behind a sign like a brace that opens. */
static const char *opening_skip(const char *at, const char *end)
{
	static const char *const signs[] = {"(", "[", "{", "\uff5b", "\uff08", "\uff3b", "\u3010"};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t len = strlen(signs[i]);
		if ((size_t)(end - at) >= len && memcmp(at, signs[i], len) == 0)
			return sign_blanks_skip(at + len, end);
	}
	return at;
}

/* Before a sign like a brace that closes. */
static const char *closing_skip(const char *at, const char *end)
{
	static const char *const signs[] = {")", "]", "}", "\uff5d", "\uff09", "\uff3d", "\u3011"};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t len = strlen(signs[i]);
		if ((size_t)(end - at) > len && memcmp(end - len, signs[i], len) == 0)
			return end - len;
	}
	return end;
}

bool flow_explain_bare(const struct fault *fault)
{
	struct line line = fault->line;
	const char *name = line_field(line), *end = line_words_end(line, name);
	const char *colon = line_colon(name, fault->at, true);
	if (!colon)
		return false;
	size_t len = (size_t)(colon - name);
	const char *value = sign_blanks_skip(colon + 1, end);
	const char *inside = opening_skip(value, end), *behind = sign_name_skip(inside, end);
	bool again = (size_t)(behind - inside) == len && text_same_ascii(inside, name, len);
	bool field = behind < end && *behind == ':' &&
		is_name(fault, inside, (size_t)(behind - inside));
	struct buf shown = {0}, cause = {0};
	buf_add(&shown, name, len);
	if (value < end && *value == ':') {
		buf_text(&cause, "a colon too many");
		value = sign_blanks_skip(value + 1, end);
	} else if (again && *behind == ':') {
		buf_format(&cause, "\"%.*s:\" stands twice", (int)len, name);
		value = sign_blanks_skip(behind + 1, end);
	} else if (field && !is_name(fault, name, len)) {
		bool twice;
		buf_text(&cause, "fields in one line stand in braces");
		buf_text(&shown, ": {");
		fields_mend(fault, &shown, inside, closing_skip(inside, end), &twice);
		buf_char(&shown, '}');
		value = NULL;
	}
	if (cause.len && value)
		buf_format(&shown, ": %.*s", (int)(end - value), value);
	if (cause.len)
		line_report(fault, fault->failure->place, "unquoted-colon", cause.text, &shown,
			"write it so");
	buf_free(&cause);
	buf_free(&shown);
	return value == NULL || value != sign_blanks_skip(colon + 1, end);
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
	line_report(fault, fault->failure->place, code, cause, &shown, otherwise);
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
		colon_report(fault);
	else if (!json && crossed_report(fault, &open))
		return;
	else if (!json && is_bracket_in_text(fault))
		text_explain(
			fault, failure->place, "text-after-bracket", "a bracket inside a text");
	else
		diag_add(fault->diags, DIAG_ERROR, failure->place, "missing-comma",
			"a comma or \"%c\" is missing before this; \"%c\" was opened in line %u",
			closing(open.bracket), open.bracket, (unsigned)failure->opened.line);
}

bool flow_explain_value(const struct fault *fault)
{
	const struct node_failure *failure = fault->failure;
	struct line line = line_find(failure->bytes, failure->len, failure->open.line);
	struct open open = open_of(line, failure->open);
	bool flow = open.at < line.end && (*open.at == '[' || *open.at == '{');
	if (!flow)
		return false;
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

bool flow_explain_behind(const struct fault *fault)
{
	const char *end = line_words_end(fault->line, fault->at), *at = fault->at;
	char last = before(fault), cause[] = "one \"?\" too many";
	while (at < end && strchr("]}.", *at))
		at++;
	if (at < end || at == fault->at || (last != ']' && last != '}'))
		return false;
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
	line_report(fault, fault->failure->place, "complex-key", "one \"{\" too many", &shown,
		"delete it");
	buf_free(&shown);
	return true;
}
