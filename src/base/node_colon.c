/* Which of the two it is the name tells that the line begins with, and what stands beside it: a field
 * that the item has already is hardly meant twice, and "source of all evil" is none. */
#include "base/node_colon.h"

#include "base/node.h"
#include "base/node_sign.h"
#include "base/node_values.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { NAME_MOST = 40, SHOWN_MOST = 80, LINES_MOST = 4000 };

static int shown(size_t len)
{
	return len > SHOWN_MOST ? SHOWN_MOST : (int)len;
}

/* ---- the lines beside it ---- */

static uint32_t field_column(struct line line)
{
	return line_column(line, line_field(line));
}

static struct line line_after(const struct fault *fault, struct line line)
{
	const char *end = fault->failure->bytes + fault->failure->len;
	while (line.end < end) {
		const char *text = sign_line_next(line.end, end);
		line = (struct line){text, sign_line_end(text, end), line.number + 1};
		const char *start = line_start(line);
		if (start < line.end && *start != '#')
			return line;
	}
	return (struct line){end, end, 0};
}

/* The next line of the same item, up or down, that stands in the same column; number 0 where the
 * item begins or ends before that. */
static struct line line_beside(
	const struct fault *fault, struct line line, uint32_t column, bool up)
{
	bool first = line_start(line) != line_field(line); /* it has the dash of its item */
	for (int i = 0; i < LINES_MOST && !(up && first); i++) {
		line = up ? line_before(fault->failure->bytes, line) : line_after(fault, line);
		if (!line.number || field_column(line) < column)
			break;
		first = line_start(line) != line_field(line);
		if (field_column(line) == column)
			return !up && first ? (struct line){.number = 0} : line;
	}
	return (struct line){.number = 0};
}

/* The name that a line begins with, without quotation marks; 0 bytes where no colon follows. */
static size_t name_of(struct line line, const char **name)
{
	const char *at = line_field(line), *colon = line_colon(at, line.end, true);
	*name = at;
	while (colon && colon > at && colon[-1] == ' ')
		colon--;
	if (!colon || colon - at > NAME_MOST)
		return 0;
	if (colon - at > 2 && (*at == '"' || *at == '\'') && colon[-1] == *at) {
		(*name)++;
		return (size_t)(colon - at) - 2;
	}
	return (size_t)(colon - at);
}

/* A line beside it that has a colon: the nearest one above, or else below. */
static struct line sibling_find(const struct fault *fault, struct line line, uint32_t column)
{
	const char *name;
	for (int up = 1; up >= 0; up--) {
		struct line at = line_beside(fault, line, column, up);
		while (at.number && !name_of(at, &name))
			at = line_beside(fault, at, column, up);
		if (at.number)
			return at;
	}
	return (struct line){.number = 0};
}

static bool has_sibling(
	const struct fault *fault, struct line line, uint32_t column, const char *name, size_t len)
{
	const char *other;
	for (int up = 1; up >= 0; up--)
		for (struct line at = line_beside(fault, line, column, up); at.number;
			at = line_beside(fault, at, column, up))
			if (name_of(at, &other) == len && memcmp(other, name, len) == 0)
				return true;
	return false;
}

/* ---- a name ---- */

/* The beginning of a line, taken for the name of a field. */
struct lost {
	char name[NAME_MOST + 1]; /* in small letters */
	size_t len;
	const char *name_at, *behind; /* in the line */
	const char *value, *end;      /* what there is of it; both at the line's end for nothing */
	bool marked;                  /* a sign stands in the place of the colon */
	bool colon;                   /* which is among the signs, and marks round the name */
	bool item;                    /* a sign stands in the place of the hyphen of its item */
};

static const char *signs_skip(const char *at, const char *end, const char *signs)
{
	while (at < end && *at && strchr(signs, *at))
		at++;
	return at;
}

/* Behind what may have been written for a colon; `at` where there is nothing. */
static const char *instead_skip(const char *at, const char *end)
{
	size_t bytes;
	const char *from = at;
	while (at < end && at - from < 8) {
		int32_t code = sign_code(at, end, &bytes);
		bool digit = at + 1 < end && at[1] >= '0' && at[1] <= '9';
		bool plain = code > 0 && code < 0x80 && strchr("-=;.,~|:>", (int)code) &&
			!(code == '-' && digit);
		if (!plain && !sign_is_odd_dash(code) && !sign_is_odd_colon(code) &&
			code != 0x2192 && code != 0xff1b)
			break;
		at += bytes;
	}
	return at;
}

static bool name_take(struct lost *lost, const char *name, size_t len)
{
	if (!len || len > NAME_MOST)
		return false;
	for (size_t i = 0; i < len; i++)
		lost->name[i] = text_small(name[i]);
	lost->name[len] = '\0';
	lost->len = len;
	lost->name_at = name;
	lost->behind = name + len;
	return true;
}

static bool is_known(const struct fault *fault, const struct lost *lost, struct line sibling)
{
	const struct node_known *known = fault->failure->known;
	const char *beside = NULL;
	size_t len = sibling.number ? name_of(sibling, &beside) : 0;
	return known && known->stands_beside(lost->name, lost->len, len ? beside : NULL, len);
}

/* Behind marks before a name, a number among them: "> ", "**", "1. ", "a) ". */
static const char *before_skip(const char *at, const char *end, const char *marks)
{
	const char *from = at, *to = at;
	at = sign_blanks_skip(signs_skip(at, end, marks), end);
	if (at > from)
		return at;
	while (to < end && to - from < 3 && *to >= '0' && *to <= '9')
		to++;
	to += to == from && to < end && ((*to | 0x20) >= 'a' && (*to | 0x20) <= 'z');
	if (to > from && to + 1 < end && (*to == '.' || *to == ')') && to[1] == ' ')
		return sign_blanks_skip(to + 1, end);
	return from;
}

static bool is_pair(char open, char close)
{
	return (open == '{' && close == '}') || (open == '[' && close == ']') ||
		(open == '(' && close == ')') || (open == '<' && close == '>');
}

/* The name, and what stands behind it. */
static bool lost_find(
	const struct fault *fault, struct line line, struct line sibling, struct lost *lost)
{
	static const char marks[] = "\"'*_`<>()[]{}#@";
	const char *name = before_skip(line_field(line), line.end, marks);
	const char *end = sign_name_skip(name, line.end);
	const char *hyphen = memchr(name, '-', (size_t)(end - name));
	*lost = (struct lost){.end = line_words_end(line, line_field(line))};
	if (!name_take(lost, name, (size_t)(end - name)) || !is_known(fault, lost, sibling)) {
		if (!hyphen || !name_take(lost, name, (size_t)(hyphen - name)) ||
			!is_known(fault, lost, sibling) ||
			memchr(hyphen, ' ', (size_t)(lost->end - hyphen)))
			return false;
	}
	const char *to = lost->end;
	const char *closed = signs_skip(lost->behind, to, marks);
	const char *blank = sign_blanks_skip(closed, to);
	const char *sign = instead_skip(blank, to);
	lost->marked = sign > blank || closed > lost->behind;
	lost->colon = memchr(lost->behind, ':', (size_t)(sign - lost->behind));
	/* "place. Karlsund" is two words, "place.Karlsund" one. */
	if (sign > blank && strchr(".,", *blank) && sign < to && *sign != ' ')
		return false;
	if (blank == lost->behind && !lost->marked && blank < to)
		return false;
	lost->value = sign_blanks_skip(signs_skip(sign, to, "*_`"), to);
	bool braces = name > line_field(line) && strchr("{[(", name[-1]);
	bool pair = lost->end > lost->value && braces && is_pair(name[-1], to[-1]);
	if (braces && lost->colon && memchr(lost->value, ',', (size_t)(to - lost->value)))
		return false; /* fields in braces, over several lines or in this one */
	if (braces && !pair && memchr(lost->value, ',', (size_t)(to - lost->value)))
		return false;
	lost->end -= pair;
	return true;
}

/* Whether what follows a word makes it one of a sentence. */
static bool is_prose(const char *value, const char *end)
{
	static const char *const words[] = {"of", "and", "or", "to", "in", "on", "at", "by", "for",
		"from", "with", "is", "are", "was", "were", "has", "have", "had", "be", "that",
		"which", "who", "where", "as", "but", "if", "than", "will", "would", "should",
		"can", "may", "must", "not", "do", "did"};
	const char *to = value;
	while (to < end && ((*to >= 'a' && *to <= 'z') || (*to >= 'A' && *to <= 'Z')))
		to++;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == (size_t)(to - value) && to < end &&
			memcmp(words[i], value, (size_t)(to - value)) == 0)
			return true;
	return false;
}

/* Shows the line as it is to be written: the value in `around`, "{name: }", where that is not "". */
static void line_report(const struct fault *fault, struct place place, const char *cause,
	const struct lost *lost, const char *around)
{
	size_t len = (size_t)(lost->end - lost->value);
	int open = (int)strcspn(around, "}");
	const char *hyphen = lost->item ? "- " : "", *head = lost->end;
	while (!len && head > lost->name_at && strchr("+-|>", head[-1]))
		head--;
	if (head < lost->end && strchr("|>", *head)) {
		diag_add(fault->diags, DIAG_ERROR, place, "missing-colon", "%s; write \"%s: %.*s\"",
			cause, lost->name, (int)(lost->end - head), head);
		return;
	}
	if (len > SHOWN_MOST)
		diag_add(fault->diags, DIAG_ERROR, place, "missing-colon",
			"%s; write \"%s%s: \" before the rest", cause, hyphen, lost->name);
	else
		diag_add(fault->diags, DIAG_ERROR, place, "missing-colon",
			"%s; write \"%s%s:%s%.*s%.*s%s\"", cause, hyphen, lost->name,
			len ? " " : "", open, around, (int)len, lost->value, around + open);
}

static void lost_report(
	const struct fault *fault, struct line line, const struct lost *lost, const char *around)
{
	char cause[NAME_MOST + 64];
	const char *from = line_field(line), *to = lost->name_at;
	struct place place = fault_place(fault, line, lost->behind);
	while (to > from && to[-1] == ' ')
		to--;
	if (lost->colon && to > from) {
		place = fault_place(fault, line, from);
		snprintf(cause, sizeof cause, "\"%.*s\" does not belong to a field",
			(int)(to - from > NAME_MOST ? NAME_MOST : to - from), from);
	} else if (lost->colon) {
		snprintf(cause, sizeof cause, "the colon of \"%s\" has its space before it",
			lost->name);
	} else {
		snprintf(cause, sizeof cause, "a colon is missing behind \"%s\"", lost->name);
	}
	line_report(fault, place, cause, lost, around);
}

/* "{ id: dusk" above "  date: 1856": the next line begins where the name does. */
static bool is_item(const struct fault *fault, struct line line, const struct lost *lost)
{
	const char *start = line_start(line);
	uint32_t column = line_column(line, lost->name_at);
	struct line below = line_after(fault, line);
	return start == line_field(line) && strchr("{[(", *start) &&
		column > line_column(line, start) && below.number && field_column(below) == column;
}

static bool name_explain(const struct fault *fault, struct line line, bool beside)
{
	struct lost lost;
	uint32_t column = field_column(line);
	struct line sibling = sibling_find(fault, line, column);
	if (!line.number || (beside && !sibling.number) || !lost_find(fault, line, sibling, &lost))
		return false;
	const char *name;
	lost.item = is_item(fault, line, &lost);
	if (lost.colon ? lost.name_at == line_field(line) &&
				(name_of(line, &name) || *lost.behind == ':')
		       : !lost.marked &&
				(is_prose(lost.value, lost.end) ||
					has_sibling(fault, line, column, lost.name, lost.len)))
		return false;
	lost_report(fault, line, &lost, "");
	return true;
}

bool colon_explain_name(const struct fault *fault, struct line line)
{
	return name_explain(fault, line, false);
}

bool colon_explain_marks(const struct fault *fault, struct line line)
{
	return line.number && name_explain(fault, line, true);
}

bool colon_explain_quoted(const struct fault *fault, struct line line)
{
	const char *from = line.number ? line_start(line) : line.end;
	if (line.number && from + 1 < line.end && *from == '-' && from[1] == ' ')
		from = sign_blanks_skip(from + 1, line.end);
	const char *end = line_quoted_end(line, from), *name = from + 1;
	if (end - from < 4 || (*from != '"' && *from != '\'') || end[-1] != *from)
		return false;
	while (name + 1 < end && *name == '-' && name[1] == ' ')
		name = sign_blanks_skip(name + 1, end);
	const char *behind = sign_name_skip(name, end);
	if (behind == name || behind >= end || *behind != ':' ||
		(behind[1] != ' ' && behind + 2 != end))
		return false;
	int len = (int)(end - from) - 2;
	if (len > SHOWN_MOST)
		diag_add(fault->diags, DIAG_ERROR, fault_place(fault, line, from), "line-quoted",
			"quotation marks stand around the whole line; delete both");
	else
		diag_add(fault->diags, DIAG_ERROR, fault_place(fault, line, from), "line-quoted",
			"quotation marks stand around the whole line; delete both: %.*s", len,
			from + 1);
	return true;
}

bool colon_explain_id(const struct fault *fault, struct line line)
{
	if (line.number && values_explain_outside(fault, row_of(line)))
		return true;
	static const char id[] = "id";
	const char *at = line_field(line), *end = line_words_end(line, at), *name;
	struct line sibling = sibling_find(fault, line, field_column(line));
	size_t len = sibling.number ? name_of(sibling, &name) : 0;
	const struct node_known *known = fault->failure->known;
	if (at == line_start(line) || at == end || sign_name_skip(at, end) != end || !known ||
		!len || !known->stands_beside(id, 2, name, len) ||
		has_sibling(fault, line, field_column(line), id, 2))
		return false;
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, line, at), "missing-colon",
		"the name of the field is missing before \"%.*s\"; write \"id: %.*s\"",
		shown((size_t)(end - at)), at, shown((size_t)(end - at)), at);
	return true;
}

/* ---- other lines ---- */

/* "roe Ann Roe" below "hale: {name: Edmund Hale}": the fields of an item in braces, of which the first
 * is the one meant. */
static bool item_explain(const struct fault *fault, struct line line, struct line sibling)
{
	struct lost lost = {.end = line_words_end(line, line_field(line))};
	const char *name = line_field(line), *behind = sign_name_skip(name, lost.end), *own;
	const struct node_known *known = fault->failure->known;
	char around[NAME_MOST + 8] = "";
	size_t own_len = sibling.number ? name_of(sibling, &own) : 0;
	if (!own_len || (known && known->stands_beside(own, own_len, NULL, 0)) ||
		!name_take(&lost, name, (size_t)(behind - name)))
		return false;
	snprintf(lost.name, sizeof lost.name, "%.*s", (int)lost.len, name); /* in its own letters */
	lost.value = sign_blanks_skip(behind, lost.end);
	lost.value = sign_blanks_skip(instead_skip(lost.value, lost.end), lost.end);
	const char *colon = line_colon(line_field(sibling), sibling.end, true);
	const char *brace = sign_blanks_skip(colon + 1, sibling.end);
	bool braces = brace < sibling.end && *brace == '{';
	if (lost.value == lost.end && (braces || brace == sibling.end)) {
		lost_report(fault, line, &lost, "");
		return true;
	}
	const char *inner = braces ? line_colon(brace, sibling.end, true) : NULL;
	if (!inner || inner - brace > NAME_MOST)
		return false;
	snprintf(around, sizeof around, "%.*s: }", (int)(inner - brace), brace);
	lost_report(fault, line, &lost, around);
	return true;
}

/* Whether the field has a value that no line goes on with. */
static bool is_short(const char *name, size_t len)
{
	static const char *const names[] = {
		"id", "date", "date_os", "said", "said_os", "speaker", "source"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i]) == len && memcmp(names[i], name, len) == 0)
			return true;
	return false;
}

/* "The second meeting" below "id: second" and above "date: 1918": the name of a field that is not
 * there and would stand with that one. */
static bool named_explain(const struct fault *fault, struct line line, uint32_t column)
{
	static const char *const fields[] = {"title", "text", "name"};
	const struct node_known *known = fault->failure->known;
	const char *at = line_start(line), *end = line_words_end(line, at), *name, *own;
	struct line above = line_beside(fault, line, column, true), below = line_after(fault, line);
	if (!known || !above.number || at != line_field(line) || field_column(below) != column ||
		line_start(below) != line_field(below))
		return false;
	size_t own_len = name_of(above, &own), len = below.number ? name_of(below, &name) : 0;
	if (!is_short(own, own_len) || !len)
		return false;
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		size_t field = strlen(fields[i]);
		if (!known->stands_beside(fields[i], field, name, len) ||
			!known->stands_beside(fields[i], field, own, own_len) ||
			has_sibling(fault, line, column, fields[i], field))
			continue;
		diag_add(fault->diags, DIAG_ERROR, fault_place(fault, line, at), "missing-colon",
			"the name of the field is missing before \"%.*s\"; write \"%s: %.*s\"",
			shown((size_t)(end - at)), at, fields[i], shown((size_t)(end - at)), at);
		return true;
	}
	return false;
}

/* How many lines from this one on, in its column, have no colon. */
static unsigned lines_count(const struct fault *fault, struct line line, uint32_t column)
{
	const char *name;
	unsigned count = 0;
	while (line.number && field_column(line) == column &&
		line_start(line) == line_field(line) && !name_of(line, &name)) {
		count++;
		line = line_after(fault, line);
	}
	return count;
}

/* The line goes on with the text of the field above it. */
static bool text_explain(
	const struct fault *fault, struct line line, struct line sibling, uint32_t column)
{
	const char *name, *value;
	size_t len = sibling.number && sibling.number < line.number ? name_of(sibling, &name) : 0;
	struct line below = len ? line_after(fault, sibling) : sibling;
	if (!len || line_beside(fault, line, column, true).number == 0)
		return false;
	value = sign_blanks_skip(line_colon(name, sibling.end, true) + 1, sibling.end);
	if (strchr("[{", *line_start(line))) {
		diag_add(fault->diags, DIAG_ERROR, fault_place(fault, line, line_start(line)),
			"missing-colon",
			"the name of a field and a colon are missing before \"%c\"",
			*line_start(line));
		return true;
	}
	bool deeper = below.number < line.number && field_column(below) > column;
	uint32_t spaces = deeper ? field_column(below) - column : 2;
	bool block = value < sibling.end && (*value == '>' || *value == '|');
	if (value < sibling.end && strchr("[{\"'#", *value))
		return false;
	if (!block && (value == sibling.end && !deeper))
		return false;
	unsigned lines = lines_count(fault, line, column);
	char rest[64] = "", more[32] = "one more space";
	if (spaces > 1)
		snprintf(more, sizeof more, "%u more spaces", (unsigned)spaces);
	if (lines == 2)
		snprintf(rest, sizeof rest, " and before the next line");
	else if (lines > 2)
		snprintf(rest, sizeof rest, " and before the %u lines below", lines - 1);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, line, line_start(line)),
		"missing-colon",
		"this is not \"field: value\", but belongs to \"%.*s:\" in line %u; put %s "
		"before it%s, or \"# \" if it is a remark",
		shown(len), name, (unsigned)sibling.number, more, rest);
	return true;
}

void colon_explain_line(const struct fault *fault, struct line line)
{
	uint32_t column = field_column(line);
	struct line sibling = sibling_find(fault, line, column);
	if (colon_explain_name(fault, line) || item_explain(fault, line, sibling) ||
		values_explain_line(fault, line) || named_explain(fault, line, column) ||
		text_explain(fault, line, sibling, column))
		return;
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, line, line_start(line)),
		"missing-colon",
		"this is not \"field: value\"; a text that goes on from the line above is "
		"indented deeper, and a remark begins with \"# \"");
}
