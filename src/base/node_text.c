/* A text is looked for where its line has one: behind the name of its field, or between the commas
 * round it in braces. Where it goes on below it is not shown. */
#include "base/node_text.h"

#include "base/marks.h"
#include "base/node.h"
#include "base/node_head.h"
#include "base/node_row.h"
#include "base/node_sign.h"
#include "base/node_stray.h"
#include "base/node_values.h"
#include "base/remark.h"
#include "base/written.h"

#include <stdio.h>
#include <string.h>

/* ---- the text ---- */

/* Whether a brace is open in the line, where no block text can begin. */
static bool in_braces(const struct fault *fault)
{
	int open = 0;
	for (const char *at = fault->line.text; at < fault->at && at < fault->line.end; at++)
		open += (*at == '{') - (*at == '}' && open);
	return open > 0;
}

static bool is_quote(char c)
{
	return c == '"' || c == '\'';
}

static void name_set(struct written *written, const char *name, const char *colon)
{
	while (colon > name && colon[-1] == ' ')
		colon--;
	if (colon == name || memchr(name, ' ', (size_t)(colon - name)))
		return;
	written->field = name;
	written->field_len = (size_t)(colon - name);
}

/* The field above whose text the line goes on with. */
static void name_find(struct written *written, const struct fault *fault, struct line line)
{
	uint32_t column = line_column(line, line_start(line));
	while ((line = line_before(fault->failure->bytes, line)).number) {
		const char *name = line_field(line);
		const char *colon = line_colon(name, line.end, true);
		if (line_column(line, name) >= column)
			continue;
		if (colon)
			name_set(written, name, colon);
		return;
	}
}

/* The piece in braces that `at` is in: "name: Hale: Edmund". */
static void piece_find(struct written *written, struct line line, const char *at)
{
	const char *from = at, *to = at;
	while (from > line.text && !strchr("{,", from[-1]))
		from--;
	while (to < line.end && !strchr(",}", *to))
		to++;
	from = sign_blanks_skip(from, to);
	const char *colon = line_colon(from, to, true);
	written->in_braces = true;
	if (!colon || to == line.end)
		return;
	name_set(written, from, colon);
	written->text = sign_blanks_skip(colon + 1, to);
	while (to > written->text && to[-1] == ' ')
		to--;
	written->len = (size_t)(to - written->text);
}

/* The text of the line in which something stands at `at`. */
static struct written text_find(
	const struct fault *fault, struct line line, const char *at, bool in_braces)
{
	struct written written = {.field = NULL};
	const char *name = line_field(line), *end = line_words_end(line, name);
	const char *colon = line_colon(name, end, true);
	if (in_braces) {
		piece_find(&written, line, at);
		return written;
	}
	if (colon && colon < at)
		name_set(&written, name, colon);
	if (!written.field) {
		name_find(&written, fault, line);
		return written;
	}
	if (head_goes_on(fault, line))
		return written;
	written.text = sign_blanks_skip(colon + 1, end);
	end = line_quoted_end(line, written.text);
	written.len = (size_t)(end - written.text);
	return written;
}

static size_t count_of(const struct written *written, char sign)
{
	size_t count = 0;
	for (size_t i = 0; i < written->len; i++)
		count += written->text[i] == sign;
	return count;
}

/* Takes off the marks that were meant to be round the whole, as YAML has them. */
static void marks_take(struct written *written)
{
	struct buf closed = {0};
	size_t at;
	char mark = written->text && written->len ? *written->text : '\0';
	if (!is_quote(mark))
		return;
	size_t count = count_of(written, mark);
	/* ""Ink" dries too." */
	if (written->len > 4 && written->text[1] == mark && written->text[2] != mark &&
		count % 2 == 0 && written->text[written->len - 1] == mark) {
		written->text++;
		written->len -= 2;
		return;
	}
	if (mark == '\'' && count > 1)
		return; /* an apostrophe or a mark of its own: nobody can tell */
	bool ends = written->len > 1 && written->text[written->len - 1] == mark;
	buf_add(&closed, written->text, written->len);
	if (!ends)
		buf_char(&closed, mark);
	if (marks_own(closed.text, closed.len, &at) == MARKS_AROUND) {
		written->text++;
		written->len -= 1 + (size_t)ends;
	}
	buf_free(&closed);
}

static void report(const struct fault *fault, struct place place, const char *code,
	const char *what, const struct written *written)
{
	struct buf act = {0};
	written_advise(&act, written);
	diag_add(fault->diags, DIAG_ERROR, place, code, "%s; %s", what, buf_string(&act));
	buf_free(&act);
}

/* ---- what is said ---- */

void text_explain(const struct fault *fault, struct place place, const char *code, const char *what)
{
	struct written written = text_find(fault, fault->line, fault->at, in_braces(fault));
	report(fault, place, code, what, &written);
}

void text_explain_else(
	const struct fault *fault, struct place place, const char *code, const char *what)
{
	struct written written = text_find(fault, fault->line, fault->at, in_braces(fault));
	struct buf act = {0};
	written_advise(&act, &written);
	diag_add(fault->diags, DIAG_ERROR, place, code, "%s %s", what, buf_string(&act));
	buf_free(&act);
}

/* In braces the text ends nobody knows where. */
void text_explain_cut(const struct fault *fault, const struct remark *remark, const char *rest)
{
	struct place place = {remark->line, remark->column, fault->failure->place.file};
	struct line line = line_find(fault->failure->bytes, fault->failure->len, remark->line);
	const char *at = line_at(line, remark->column);
	struct fault cut = {.failure = fault->failure, .line = line, .at = at};
	struct written written = text_find(&cut, line, at, in_braces(&cut));
	struct buf act = {0};
	const struct node_known *known = fault->failure->known;
	if (written.field && known && known->takes_list(written.field, written.field_len)) {
		diag_add(fault->diags, DIAG_ERROR, place, "cut-by-remark",
			"\"%.*s\" begins a comment here, so the rest of the line is lost%s; an id "
			"has no \"#\" before it: delete that",
			(int)remark->word, remark->at, rest);
		return;
	}
	written.text = NULL;
	written_advise(&act, &written);
	diag_add(fault->diags, DIAG_ERROR, place, "cut-by-remark",
		"\"%.*s\" begins a comment here, so the rest of the line is lost%s; %s",
		(int)remark->word, remark->at, rest, buf_string(&act));
	buf_free(&act);
}

/* ">- We have spent", where the text belongs below; behind the sign, or NULL. */
static const char *block_find(const struct written *written)
{
	const char *at = written->text;
	if (!at || written->in_braces || written->len < 4 || !strchr(">|", *at) ||
		!strchr("+-", at[1]) || at[2] != ' ')
		return NULL;
	return sign_blanks_skip(at + 2, at + written->len);
}

/* A hyphen or a bracket behind the name of a list whose items stand below, each with its hyphen. */
static bool items_explain(
	const struct fault *fault, struct line line, const char *at, struct place place)
{
	struct row row = row_of(line);
	struct row next = row_after(fault->failure->bytes, fault->failure->len, row);
	if (at < line.end && *at == '-' && at == line_start(line)) {
		next = row;
		row = row_before(fault->failure->bytes, row);
		at = row.line.number ? row.end - 1 : line.end;
	}
	const char *value = row.name ? sign_blanks_skip(row.name + row.len + 1, row.end) : row.end;
	if (!row.line.number || row.dash || value != at || value + 1 != row.end ||
		!strchr("-[{", *value) || next.dash < row.field || !next.dash)
		return false;
	place = fault_place(fault, row.line, value);
	diag_add(fault->diags, DIAG_ERROR, place, "leading-character",
		"each item below has its own hyphen; delete the \"%c\" behind \"%.*s:\"%s", *value,
		(int)row.len, row.name,
		*value == '['           ? ", and its \"]\" if it has one"
			: *value == '{' ? ", and its \"}\" if it has one"
					: "");
	return true;
}

void text_explain_leading(const struct fault *fault, struct place place, const char *at)
{
	char what[] = "a text cannot begin with \"?\"";
	struct line line = line_find(fault->failure->bytes, fault->failure->len, place.line);
	if (at != line.end && *at > ' ' && *at < 0x7f)
		*strchr(what, '?') = *at;
	if (values_explain_behind(fault, line, at, place) || head_explain(fault, line, at, place))
		return;
	if (items_explain(fault, line, at, place) ||
		(at < line.end && *at == '-' && stray_explain_hyphen(fault)))
		return;
	struct written written = text_find(fault, line, at, in_braces(fault));
	const char *block = block_find(&written);
	const struct node_known *known = fault->failure->known;
	if (at < line.end && strchr("@`%&", *at) && written.field && known &&
		known->takes_list(written.field, written.field_len)) {
		diag_add(fault->diags, DIAG_ERROR, place, "leading-character",
			"an id has no \"%c\" before it; delete that", *at);
		return;
	}
	if (written.text == at && head_is_signs(at, at + written.len))
		diag_add(fault->diags, DIAG_ERROR, place, "leading-character",
			"%s; write something, or leave the field out", what);
	else if (block)
		diag_add(fault->diags, DIAG_ERROR, place, "leading-character",
			"a text cannot stand behind \"%.2s\"; write it on the next line, two "
			"spaces deeper: %.*s",
			at, (int)(written.text + written.len - block), block);
	else
		report(fault, place, "leading-character", what, &written);
}

/* Where a text ends that is opened in braces: before the next field, or the brace. */
static const char *piece_end(const char *open, const char *end)
{
	const char *at = open + 1;
	for (; at < end && *at != '}'; at++) {
		const char *name = sign_blanks_skip(at + 1, end);
		const char *behind = *at == ',' ? sign_name_skip(name, end) : name;
		if (behind > name && behind < end && *behind == ':')
			break;
	}
	return at;
}

/* Whether only the closing mark of a text of one line is lost: it is then shown with it. */
static bool unclosed_report(const struct fault *fault, struct place place, struct line line,
	const char *open, const char *code, const char *what)
{
	enum { SHOWN_MOST = 120 };
	const char *name = line_field(line), *end = line_quoted_end(line, open);
	if (!line.number || open >= line.end || !is_quote(*open))
		return false;
	const char *brace = memchr(name, '{', (size_t)(open - name));
	for (const char *at = brace; at && at < open; at++)
		name = strchr("{,", *at) ? sign_blanks_skip(at + 1, open) : name;
	if (brace && (end = piece_end(open, end)) == line.end)
		return false;
	const char *colon = line_colon(name, open, true);
	bool whole = colon && sign_blanks_skip(colon + 1, open) == open;
	bool again = memchr(open + 1, *open, (size_t)(end - open - 1));
	if (!whole || again || end - name > SHOWN_MOST || (!brace && head_goes_on(fault, line)))
		return false;
	/* A mark of another kind at the end, and nowhere else, was meant for this one. */
	char other = *open == '"' ? '\'' : '"';
	bool odd = end - open > 2 && memchr(open, other, (size_t)(end - open)) == end - 1;
	struct buf inner = {0};
	if (!odd && end - open > 2)
		marks_close_leave_out(&inner, open + 1, (size_t)(end - open - 1));
	if (inner.len)
		diag_add(fault->diags, DIAG_ERROR, place, code,
			"%s; put a straight quotation mark at the end of this line: %.*s%s%c", what,
			(int)(open + 1 - name), name, buf_string(&inner), *open);
	else
		diag_add(fault->diags, DIAG_ERROR, place, code,
			"%s; put a quotation mark at the end of this line: %.*s%c", what,
			(int)(end - odd - name), name, *open);
	buf_free(&inner);
	return true;
}

void text_explain_after_quote(const struct fault *fault)
{
	const struct node_failure *failure = fault->failure;
	struct line line = line_find(failure->bytes, failure->len, failure->value.line);
	char what[] =
		"the text that is opened here is closed in line 4294967295, where more follows";
	if (!failure->value.line || failure->value.line >= failure->place.line) {
		struct written written = text_find(fault, fault->line, fault->at, in_braces(fault));
		marks_take(&written);
		report(fault, failure->place, "text-after-quote",
			"the text goes on after its closing quotation mark", &written);
		return;
	}
	snprintf(what, sizeof what,
		"the text that is opened here is closed in line %u, where more follows",
		(unsigned)failure->place.line);
	if (!unclosed_report(fault, failure->value, line, line_at(line, failure->value.column),
		    "text-after-quote", what))
		diag_add(fault->diags, DIAG_ERROR, failure->value, "text-after-quote",
			"%s; is a quotation mark missing before that?", what);
}

/* A mark behind a text that was closed: at the end of the line it is one too many. */
static void marks_extra(
	const struct fault *fault, struct line line, const char *open, struct written *written)
{
	struct place place = fault->failure->opened;
	const char *last = written->text + written->len - 1;
	if (open == last && is_quote(last[-1])) {
		diag_add(fault->diags, DIAG_ERROR, place, "text-after-quote",
			"a quotation mark too many after the closing quotation mark; write "
			"\"%.*s\"",
			(int)(last - line_field(line)), line_field(line));
		return;
	}
	marks_take(written);
	report(fault, place, "text-after-quote",
		"the text goes on after its closing quotation mark", written);
}

/* An id in brackets: its mark belongs before the comma or the bracket behind it. */
static bool bracket_explain(
	const struct fault *fault, struct line line, const char *open, const char *what)
{
	const struct node_known *known = fault->failure->known;
	const char *name = line_field(line), *end = line_words_end(line, open), *to = open + 1;
	const char *colon = line_colon(name, open, true);
	const char *bracket = colon ? sign_blanks_skip(colon + 1, open) : open;
	while (to < end && !strchr(",]", *to))
		to++;
	while (to > open + 1 && sign_is_blank(to[-1]))
		to--;
	if (!known || bracket == open || *bracket != '[' || to == open + 1 || end[-1] != ']' ||
		!known->takes_list(name, (size_t)(colon - name)) ||
		memchr(to, *open, (size_t)(end - to)))
		return false;
	struct buf act = {0};
	buf_format(&act, "%.*s%c%.*s", (int)(to - name), name, *open, (int)(end - to), to);
	fault_show(fault, fault->failure->opened, "unclosed-quote", what, &act,
		"put another before the comma or the bracket behind it");
	buf_free(&act);
	return true;
}

/* A text of several lines ends before the next field or item. */
static void unclosed_lines_report(const struct fault *fault, struct line line, const char *what)
{
	const struct node_failure *failure = fault->failure;
	struct row row = row_of(line), last = row, at = row;
	while ((at = row_after(failure->bytes, failure->len, at)).line.number &&
		at.column > (row.name ? row.column : 1) && !at.dash &&
		!(at.name && failure->known &&
			failure->known->stands_beside(at.name, at.len, NULL, 0)))
		last = at;
	if (last.line.number > row.line.number || !row.name)
		diag_add(fault->diags, DIAG_ERROR, failure->opened, "unclosed-quote",
			"%s; put another at the end of line %u, if the text ends there", what,
			(unsigned)last.line.number);
	else
		diag_add(fault->diags, DIAG_ERROR, failure->opened, "unclosed-quote",
			"%s; put another at the end of the text", what);
}

void text_explain_unclosed(const struct fault *fault)
{
	static const char what[] = "the quotation mark that opens this text is never closed";
	struct line line = fault->opened;
	const char *open = line_at(line, fault->failure->opened.column);
	const char *end = line_words_end(line, open);
	struct written written = text_find(fault, line, open, false);
	if (written.text && written.text < open && is_quote(*written.text)) {
		marks_extra(fault, line, open, &written);
		return;
	}
	/* A backslash before the last mark, which is then part of the text. */
	if (end - open > 2 && *open == '"' && end[-1] == '"' && end[-2] == '\\' &&
		written.text == open) {
		written.text++;
		written.len -= 2;
		report(fault, fault->failure->opened, "unclosed-quote",
			"the quotation mark that opens this text is never closed, since the "
			"backslash makes the last one a part of the text",
			&written);
		return;
	}
	if (!unclosed_report(fault, fault->failure->opened, line, open, "unclosed-quote", what) &&
		!bracket_explain(fault, line, open, what))
		unclosed_lines_report(fault, line, what);
}

/* ---- backslashes ---- */

/* Where the escape begins that libyaml stopped in: the line may end there, and the file. */
static struct place escape_place(const struct fault *fault)
{
	const char *at = fault->at;
	while (at > fault->line.text && (at == fault->line.end || *at != '\\'))
		at--;
	return fault_place(fault, fault->line, at);
}

void text_explain_escape(const struct fault *fault)
{
	const char *open = line_at(fault->opened, fault->failure->opened.column);
	struct written written = text_find(fault, fault->opened, open, false);
	bool whole = written.text == open && written.len > 2 && *open == '"' &&
		written.text[written.len - 1] == '"' &&
		!memchr(written.text + 1, '"', written.len - 2);
	if (whole) {
		written.text++;
		written.len -= 2;
		report(fault, escape_place(fault), "bad-escape",
			"a backslash in double quotation marks begins an escape, and this is none",
			&written);
		return;
	}
	diag_add(fault->diags, DIAG_ERROR, escape_place(fault), "bad-escape",
		"a backslash in double quotation marks begins an escape, and this is none; write "
		"\"\\\\\" for a backslash, or use single quotation marks");
}

void text_explain_surrogate(const struct fault *fault)
{
	diag_add(fault->diags, DIAG_ERROR, escape_place(fault), "lone-surrogate",
		"this escape is no character: half of a surrogate pair, or beyond U+10FFFF");
}
