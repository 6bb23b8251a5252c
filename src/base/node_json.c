/* Whoever writes JSON by hand keeps a field to a line, and has a comma at the end of each but the last;
 * so lines are read alone, and what does not add up in one was lost in it. */
#include "base/node_json.h"

#include "base/node.h"
#include "base/node_row.h"
#include "base/node_sign.h"

#include <stdio.h>
#include <string.h>

enum { SHOWN_MOST = 160 };

/* What is wrong in a line, and where. */
enum slip { SLIP_NONE, SLIP_OPEN, SLIP_INNER, SLIP_NAME, SLIP_COLON, SLIP_COMMA };

struct found {
	enum slip slip;
	const char *at;          /* of it in the line */
	const char *open, *text; /* the mark that opens the text it is in; where a value ends */
};

static bool is_known(const struct fault *fault, const char *name, const char *end)
{
	const struct node_known *known = fault->failure->known;
	return known && end > name && known->stands_beside(name, (size_t)(end - name), NULL, 0);
}

/* The quotation mark that closes the text, or NULL. */
static const char *mark_find(const char *at, const char *end)
{
	for (; at < end && *at != '"'; at++)
		at += *at == '\\' && at + 1 < end;
	return at < end ? at : NULL;
}

/* Whether the mark may close a text: behind it the value, its list or the line ends, or a name's colon
 * follows. */
static bool is_closing(const char *mark, const char *end)
{
	const char *at = sign_blanks_skip(mark + 1, end);
	return at == end || strchr(",:}]", *at);
}

/* The mark that closes the text though others stand in it; NULL where there is none. */
static const char *last_mark(const char *at, const char *end)
{
	while ((at = mark_find(at, end)) && !is_closing(at, end))
		at++;
	return at;
}

/* What is wrong with the text that opens at the mark; *next is where the line goes on. */
static struct found text_look(
	const struct fault *fault, const char *from, const char *open, const char *end)
{
	const char *close = mark_find(open + 1, end), *back = open;
	struct found found = {SLIP_NONE, close, open, close};
	const char *name = sign_name_skip(open + 1, end);
	while (back > from && sign_is_blank(back[-1]))
		back--;
	bool key = back == from || strchr("{,", back[-1]);
	if (!close)
		return (struct found){SLIP_OPEN, open, open, end};
	const char *behind = sign_blanks_skip(close + 1, end);
	if (is_closing(close, end) || *behind == '/' || *behind == '#')
		return found;
	if (key && name < end && *name == ':' && is_known(fault, open + 1, name))
		return (struct found){SLIP_NAME, name, open, close};
	if (key && (*behind == '=' || is_known(fault, open + 1, close)))
		return (struct found){
			SLIP_COLON, *behind == '"' ? close + 1 : behind, open, behind};
	if (*behind == '"' && behind > close + 1 && !key)
		return (struct found){SLIP_COMMA, close + 1, open, close + 1};
	if (strchr(";.", *behind) && behind + 1 == end)
		return (struct found){SLIP_COMMA, behind, open, end};
	found.text = last_mark(close + 1, end);
	found.slip = found.text ? SLIP_INNER : SLIP_NONE;
	return found;
}

static struct found line_look(const struct fault *fault, struct row row)
{
	for (const char *at = row.at; at < row.end; at++) {
		if (*at != '"')
			continue;
		struct found found = text_look(fault, row.at, at, row.end);
		if (found.slip != SLIP_NONE)
			return found;
		at = found.at;
	}
	return (struct found){.slip = SLIP_NONE};
}

/* Before the brackets and the comma at the line's end. */
static const char *tail_find(struct row row, const char *from)
{
	const char *at = row.end;
	while (at > from && strchr(" \t,}]", at[-1]))
		at--;
	return at;
}

/* The marks within the text escaped. */
static void inner_add(struct buf *line, const char *from, const char *to)
{
	for (; from < to; from++)
		buf_format(line, "%s%c", *from == '"' && from[-1] != '\\' ? "\\" : "", *from);
}

static void mended_add(struct buf *line, struct row row, struct found found)
{
	const char *tail = tail_find(row, found.open + 1);
	const char *name = sign_name_skip(found.open + 1, row.end);
	const char *to = found.at;
	buf_add(line, row.at, (size_t)(to - row.at));
	switch (found.slip) {
	case SLIP_OPEN:
		buf_add(line, to, (size_t)(tail - to));
		buf_char(line, '"');
		to = tail;
		break;
	case SLIP_INNER:
		inner_add(line, to, found.text);
		to = found.text;
		break;
	case SLIP_NAME:
		buf_char(line, '"');
		to = name;
		break;
	case SLIP_COLON:
		while (sign_is_blank(line->text[line->len - 1]))
			line->text[--line->len] = '\0';
		while (found.text < row.end && strchr("=;-> \t", *found.text))
			found.text++;
		buf_text(line, ": ");
		to = found.text;
		break;
	default:
		buf_char(line, ',');
		to = found.text;
		break;
	}
	buf_add(line, to, (size_t)(row.end - to));
}

/* In the last place the sign that a line lacks. */
static bool line_report(const struct fault *fault, struct row row)
{
	static const char *const causes[] = {
		[SLIP_OPEN] = "a quotation mark is missing at the end of this text",
		[SLIP_INNER] = "a quotation mark in a text has a backslash before it",
		[SLIP_NAME] = "a quotation mark is missing behind the name of the field",
		[SLIP_COLON] = "a colon is missing behind the name of the field",
		[SLIP_COMMA] = "a comma is missing behind this text"};
	struct found found = row.line.number ? line_look(fault, row) : (struct found){0};
	struct buf line = {0};
	if (found.slip == SLIP_NONE)
		return false;
	const char *at = found.slip == SLIP_OPEN ? found.open : found.at;
	if (row.end - row.at <= SHOWN_MOST)
		mended_add(&line, row, found);
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, row.line, at),
		found.slip == SLIP_OPEN            ? "unclosed-quote"
			: found.slip == SLIP_INNER ? "text-after-quote"
			: found.slip == SLIP_COMMA ? "missing-comma"
						   : "missing-colon",
		row.end - row.at <= SHOWN_MOST ? "%s; write \"%s\"" : "%s; put it there",
		causes[found.slip], buf_string(&line));
	buf_free(&line);
	return true;
}

/* A line that ends with a value, above one that begins the next. */
static bool comma_report(const struct fault *fault, struct row above, struct row row)
{
	char last = above.line.number && above.end > above.at ? above.end[-1] : ',';
	if (!row.line.number || row.at == row.end || !strchr("\"{[", *row.at) ||
		fault->at > row.at || strchr(",{[:", last))
		return false;
	struct buf line = {0};
	buf_format(&line, "%.*s,", (int)(above.end - above.at), above.at);
	fault_show(fault, fault_place(fault, above.line, above.end), "missing-comma",
		"a comma is missing at the end of this line", &line, "put it there");
	buf_free(&line);
	return true;
}

/* How many brackets more open in a line than close. */
static int depth_of(struct row row)
{
	int deep = 0;
	for (const char *at = row.at; at < row.end; at++) {
		const char *close = *at == '"' ? mark_find(at + 1, row.end) : NULL;
		at = close ? close : at;
		deep += strchr("{[", *at) ? 1 : strchr("}]", *at) ? -1 : 0;
	}
	return deep;
}

/* A line that opens a bracket and goes on behind it, above one that stands beside it. */
static bool bracket_report(const struct fault *fault, struct row row)
{
	const struct node_failure *failure = fault->failure;
	struct row next = row_after(failure->bytes, failure->len, row);
	const char *tail = row.line.number ? row.end : NULL, *at = row.at;
	while (tail && tail > row.at && strchr(" \t,", tail[-1]))
		tail--;
	if (!tail || tail == row.at || strchr("{[", tail[-1]) || depth_of(row) != 1 ||
		(next.line.number && next.column > row.column) || row.end - row.at > SHOWN_MOST)
		return false;
	struct buf line = {0}, cause = {0};
	int open[16], deep = 0;
	for (; at < row.end; at++) {
		const char *close = *at == '"' ? mark_find(at + 1, row.end) : NULL;
		at = close ? close : at;
		if (strchr("{[", *at) && deep < 16)
			open[deep++] = *at;
		else if (strchr("}]", *at))
			deep -= deep > 0;
	}
	char closing = deep && open[0] == '{' ? '}' : ']';
	buf_format(&cause, "\"%c\" is never closed in this line", closing == '}' ? '{' : '[');
	buf_format(&line, "%.*s%c%.*s", (int)(tail - row.at), row.at, closing,
		(int)(row.end - tail), tail);
	fault_show(fault, fault_place(fault, row.line, tail), "unclosed-bracket", cause.text, &line,
		"close it");
	buf_free(&cause);
	buf_free(&line);
	return true;
}

/* The first line that does so from the one where the bracket opens that is never closed. */
static bool unclosed_report(const struct fault *fault)
{
	enum { LINES_MOST = 100000 };
	const struct node_failure *failure = fault->failure;
	struct row row = row_numbered(failure->bytes, failure->len, failure->opened.line);
	for (int i = 0; row.line.number && i < LINES_MOST; i++) {
		if (bracket_report(fault, row))
			return true;
		row = row_after(failure->bytes, failure->len, row);
	}
	return false;
}

/* "}" for "]" below the line where the bracket opens, and in its column. */
static bool crossed_report(const struct fault *fault, struct row row)
{
	struct row open = row_of(fault->opened);
	const char *at = fault->opened.number
		? line_at(fault->opened, fault->failure->opened.column)
		: fault->line.end;
	if (!open.line.number || row.at == row.end || open.line.number >= row.line.number ||
		open.column != row.column || !strchr("}]", *row.at))
		return false;
	char cause[] = "\"[\" of line 4294967295 is closed with \"}\"";
	char closing = *at == '{' ? '}' : ']';
	struct buf line = {0};
	if (closing == *row.at)
		return false;
	snprintf(cause, sizeof cause, "\"%c\" of line %u is closed with \"%c\"", *at,
		(unsigned)open.line.number, *row.at);
	buf_format(&line, "%c%.*s", closing, (int)(row.end - row.at) - 1, row.at + 1);
	fault_show(fault, fault_place(fault, row.line, row.at), "unclosed-bracket", cause, &line,
		"write the other sign");
	buf_free(&line);
	return true;
}

/* The fields of an item whose brace is lost: above the first no line stands with the brace alone. */
static bool brace_report(const struct fault *fault, struct row row)
{
	struct row first = row, above = row;
	if (row.at == row.end || *row.at != '}' || row.line.number <= fault->opened.number)
		return false;
	while ((above = row_before(fault->failure->bytes, above)).line.number &&
		above.column > row.column)
		first = above;
	if (above.column == row.column && above.at < above.end && *above.at == '"')
		first = above;
	else if (first.line.number == row.line.number || !above.line.number ||
		strchr("{", above.end[-1]))
		return false;
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, first.line, first.at),
		"unclosed-bracket",
		"\"{\" is missing before this item, which line %u closes; write \"%*s{\" in a line "
		"above it",
		(unsigned)row.line.number, (int)row.column - 1, "");
	return true;
}

bool json_explain(const struct fault *fault)
{
	const struct node_failure *failure = fault->failure;
	if (!failure->flow)
		return false;
	if (fault->at == failure->bytes + failure->len)
		return line_report(fault, row_of(fault->opened)) || unclosed_report(fault);
	struct row row = row_of(fault->line);
	struct row above = row_before(failure->bytes, row);
	/* A text that is not closed goes on to the next mark, lines below. */
	struct row text = row_numbered(failure->bytes, failure->len, failure->value.line);
	return (failure->value.line && text.line.number < above.line.number &&
		       line_report(fault, text)) ||
		line_report(fault, above) || line_report(fault, row) ||
		comma_report(fault, above, row) || crossed_report(fault, row) ||
		(fault->opened.number < fault->line.number &&
			bracket_report(fault, row_of(fault->opened))) ||
		brace_report(fault, row);
}
