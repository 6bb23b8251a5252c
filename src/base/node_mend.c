/* A first look passes over most files: it asks of each line what stands where its structure is
 * written. Where that is something odd the file is gone through again, with a note of what a line
 * stands in: a block text, a text in quotation marks, a plain one that goes on. */
#include "base/node_mend.h"

#include "base/look.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* Lines that are one problem. */
struct run {
	struct place place;
	uint32_t last, lines; /* the number of the last one; how many */
	int32_t code;
	const char *what, *advice; /* "in the indentation" */
};

struct node_mend {
	struct buf out;
	struct run *runs;
	size_t run_count, run_capacity;
};

/* The line at hand, and what it stands in. */
struct scan {
	struct node_mend *mend;
	const char *line, *end, *file_end;
	const char *copied; /* up to here the line is in `out` */
	struct place place; /* of the line's beginning */
	int field;          /* the column of the latest field, or dash without one, from 0 */
	int block;          /* that of the field whose text is a block; -1 outside of one */
	char quote;         /* the quotation mark that is open, or NUL */
	bool goes_on; /* the latest value is plain, and lines that are indented belong to it */
};

static int32_t code_at(const char *at, const char *end, size_t *bytes)
{
	*bytes = 0;
	return at < end ? text_decode(at, (size_t)(end - at), bytes) : 0;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A character that is seen as a space, or not at all. */
static bool is_odd_space(int32_t c)
{
	return c >= 0x80 && (look_is_space(c) || text_kind(c) >= TEXT_BIDI);
}

static bool is_odd_colon(int32_t c)
{
	return c == 0x02D0 || c == 0x0589 || c == 0x05C3 || c == 0x2236 || c == 0xA789 ||
		c == 0xFE13 || c == 0xFE55 || c == 0xFF1A;
}

static const char *blanks_skip(const char *at, const char *end)
{
	while (at < end && is_blank(*at))
		at++;
	return at;
}

/* Behind the name of a field, in quotation marks or not; `at` where there is none. */
static const char *name_skip(const char *at, const char *end)
{
	const char *from = at;
	size_t bytes;
	if (at < end && (*at == '"' || *at == '\'')) {
		for (at++; at < end && *at != *from; at++)
			if (*at == '\\')
				return from;
		return at < end ? at + 1 : from;
	}
	for (; at < end; at += bytes) {
		int32_t code = code_at(at, end, &bytes);
		if (!text_is_letter(code) && !text_is_digit(code) && !text_is_mark(code) &&
			code != '-' && code != '_')
			break;
	}
	return at;
}

/* Behind the blanks of every kind; *odd is the first that is none of the keyboard's, or NULL, and
 * *columns how wide they are seen. */
static const char *spaces_skip(const char *at, const char *end, const char **odd, int *columns)
{
	size_t bytes;
	*odd = NULL;
	for (*columns = 0; at < end; at += bytes) {
		int32_t code = code_at(at, end, &bytes);
		if (!is_blank(*at) && !is_odd_space(code))
			break;
		if (!is_blank(*at) && !*odd)
			*odd = at;
		*columns += is_blank(*at) ? 1 : look_is_space(code) ? text_code_width(code) : 0;
	}
	return at;
}

/* A space; what is not seen at all is part of a name, and told of there. `at` may be NULL. */
static bool is_space_there(const char *at, const char *end)
{
	size_t bytes;
	return at && look_is_space(code_at(at, end, &bytes));
}

/* ---- the first look ---- */

static bool is_odd_here(const char *at, const char *end)
{
	size_t bytes;
	return at < end && (unsigned char)*at >= 0x80 && is_odd_space(code_at(at, end, &bytes));
}

/* Where fields and items stand in one line. */
static bool flow_is_odd(const char *at, const char *end)
{
	size_t bytes;
	for (; at < end; at += bytes ? bytes : 1) {
		int32_t code = code_at(at, end, &bytes);
		if (code >= 0x80 ? is_odd_colon(code)
				 : strchr("{[,:", code) && is_odd_here(at + 1, end))
			return true;
	}
	return false;
}

static bool line_is_odd(const char *at, const char *end)
{
	size_t bytes;
	int columns;
	at = blanks_skip(at, end);
	while (at + 1 < end && *at == '-' && is_blank(at[1]))
		at = blanks_skip(at + 1, end);
	if (is_odd_here(at, end) || (at < end && *at == '-' && is_odd_here(at + 1, end)))
		return true;
	if (at < end && (*at == '{' || *at == '['))
		return flow_is_odd(at, end);
	const char *odd, *colon = spaces_skip(name_skip(at, end), end, &odd, &columns);
	if (colon == end || *colon != ':')
		return is_odd_colon(code_at(colon, end, &bytes));
	const char *value = blanks_skip(colon + 1, end);
	return is_space_there(odd, colon) || is_odd_here(colon + 1, end) ||
		is_odd_here(value, end) ||
		(value < end && (*value == '{' || *value == '[') && flow_is_odd(value, end));
}

static const char *line_end(const char *at, const char *end)
{
	const char *feed = memchr(at, '\n', (size_t)(end - at));
	feed = feed ? feed : end;
	const char *back = memchr(at, '\r', (size_t)(feed - at));
	return back ? back : feed;
}

/* Behind the line's break. */
static const char *line_next(const char *at, const char *end)
{
	if (at + 1 < end && at[0] == '\r' && at[1] == '\n')
		return at + 2;
	return at < end ? at + 1 : end;
}

static bool any_odd(const char *at, const char *end)
{
	while (at < end) {
		const char *to = line_end(at, end);
		if (line_is_odd(at, to))
			return true;
		at = line_next(to, end);
	}
	return false;
}

/* ---- what is told ---- */

static struct run *run_open(struct scan *scan)
{
	enum { APART = 4 };
	struct node_mend *mend = scan->mend;
	struct run *run = mend->run_count ? &mend->runs[mend->run_count - 1] : NULL;
	if (run && scan->place.line - run->last < APART) {
		run->lines += run->last != scan->place.line;
		run->last = scan->place.line;
		return NULL;
	}
	mend->runs = mem_grow(
		mend->runs, &mend->run_capacity, mend->run_count + 1, sizeof *mend->runs);
	run = &mend->runs[mend->run_count++];
	*run = (struct run){.last = scan->place.line, .lines = 1};
	return run;
}

/* Notes what stands at `at`; of lines that follow each other the first is told. */
static void note(struct scan *scan, const char *at, const char *what, const char *advice)
{
	size_t bytes;
	struct run *run = run_open(scan);
	if (!run)
		return;
	run->code = code_at(at, scan->end, &bytes);
	run->place = scan->place;
	run->place.column += (uint32_t)text_length(scan->line, (size_t)(at - scan->line));
	run->what = what;
	run->advice = advice;
}

static void run_report(const struct run *run, struct diag_list *diags)
{
	struct buf name = {0}, more = {0};
	text_name(&name, run->code);
	if (run->lines > 1)
		buf_format(&more, ", here and in %u line%s below", (unsigned)run->lines - 1,
			run->lines > 2 ? "s" : "");
	diag_add(diags, DIAG_ERROR, run->place, "odd-space", "%s %s%s; %s", buf_string(&name),
		run->what, buf_string(&more), run->advice);
	buf_free(&more);
	buf_free(&name);
}

/* ---- mending ---- */

static void copy_to(struct scan *scan, const char *at)
{
	buf_add(&scan->mend->out, scan->copied, (size_t)(at - scan->copied));
	scan->copied = at;
}

/* Puts `text` in the place of what stands up to `to`. */
static void replace(struct scan *scan, const char *at, const char *to, const char *text)
{
	copy_to(scan, at);
	buf_text(&scan->mend->out, text);
	scan->copied = to;
}

/* Whether a field or an item begins at `at`. */
static bool is_begun(const char *at, const char *end)
{
	size_t bytes;
	const char *odd, *name = name_skip(at, end);
	int columns;
	if (at < end && *at == '-')
		return at + 1 == end || is_blank(at[1]) || is_odd_here(at + 1, end);
	at = spaces_skip(name, end, &odd, &columns);
	if (at < end && *at == ':')
		return at + 1 == end || is_blank(at[1]) || is_odd_here(at + 1, end);
	return is_odd_colon(code_at(at, end, &bytes));
}

/* Puts spaces for what indents the line up to `at`. A field one space beside those before it is
 * meant in their column. */
static void indentation_mend(struct scan *scan, const char *odd, const char *at, int *column)
{
	size_t bytes;
	bool seen = look_is_space(code_at(odd, scan->end, &bytes));
	bool near = *column == scan->field + 1 || *column == scan->field - 1;
	if (scan->block < 0 && scan->goes_on && near && *at != '-' && is_begun(at, scan->end))
		*column = scan->field;
	note(scan, odd, seen ? "in the indentation" : "at the beginning of the line",
		seen ? "use ordinary spaces" : "delete it");
	replace(scan, scan->line, at, "");
	for (int i = 0; i < *column && at < scan->end; i++)
		buf_char(&scan->mend->out, ' ');
}

/* ---- what a line holds ---- */

/* Looks for the end of the text in quotation marks, and returns what is behind it. */
static const char *quote_close(struct scan *scan, const char *at)
{
	for (; at < scan->end; at++) {
		if (*at == '\\' && scan->quote == '"')
			at++;
		else if (*at == scan->quote && at + 1 < scan->end && at[1] == '\'' && *at == '\'')
			at++;
		else if (*at == scan->quote) {
			scan->quote = '\0';
			return at + 1;
		}
	}
	return scan->end;
}

/* ">-", with or without a comment. */
static bool is_block(const char *at, const char *end)
{
	if (at == end || (*at != '|' && *at != '>'))
		return false;
	for (at++; at < end && strchr("+-0123456789", *at);)
		at++;
	at = blanks_skip(at, end);
	return at == end || *at == '#';
}

/* What YAML has a sign for, so that a space before it is no part of a text. */
static bool is_sign(const char *at, const char *end)
{
	return at == end || strchr("\"'[{", *at) || is_block(at, end);
}

/* What is beside a sign in brackets: a space of another kind, or a colon. Texts in quotation marks
 * are passed over. */
static void flow_mend(struct scan *scan, const char *at)
{
	size_t bytes;
	const char *odd;
	int columns;
	for (char sign = '\0'; at < scan->end && !scan->quote;) {
		const char *to = spaces_skip(at, scan->end, &odd, &columns);
		if (sign && odd == at) {
			note(scan, odd,
				sign == ':'           ? "behind the colon"
					: sign == ',' ? "behind the comma"
						      : "behind the bracket",
				"use an ordinary space");
			replace(scan, at, to, " ");
		}
		at = sign ? to : at;
		bool named = sign && sign != ':';
		sign = '\0';
		if (at == scan->end)
			return;
		if (named && (to = name_skip(at, scan->end)) > at &&
			is_odd_colon(code_at(to, scan->end, &bytes))) {
			note(scan, to, "where a colon belongs", "write \":\" and a space");
			replace(scan, to, to + bytes, ": ");
			at = to + bytes;
		} else if (*at == '"' || (*at == '\'' && named)) {
			scan->quote = *at;
			at = quote_close(scan, at + 1);
		} else {
			sign = strchr("{[,:", *at) ? *at : '\0';
			at++;
		}
	}
}

static void value_begin(struct scan *scan, const char *at)
{
	scan->goes_on = at < scan->end && *at != '#';
	if (is_block(at, scan->end)) {
		scan->block = scan->field;
		scan->goes_on = false;
	} else if (at < scan->end && (*at == '"' || *at == '\'')) {
		scan->quote = *at;
		quote_close(scan, at + 1);
	} else if (at < scan->end && (*at == '{' || *at == '[')) {
		flow_mend(scan, at);
	}
}

/* Behind a colon. */
static void value_mend(struct scan *scan, const char *at)
{
	const char *odd;
	int columns;
	const char *to = spaces_skip(at, scan->end, &odd, &columns);
	if (odd && (odd == at || is_sign(to, scan->end))) {
		note(scan, odd, "behind the colon", "use an ordinary space");
		replace(scan, at, to, to < scan->end ? " " : "");
	} else if (odd) {
		to = odd;
	}
	value_begin(scan, to);
}

/* The column at which the next line begins that has something; -1 where there is none. */
static int next_column(const struct scan *scan)
{
	const char *at = scan->end, *to, *odd;
	int columns;
	do {
		const char *line = line_next(at, scan->file_end);
		to = line_end(line, scan->file_end);
		at = spaces_skip(line, to, &odd, &columns);
	} while (at == to && to < scan->file_end);
	return at < to ? columns : -1;
}

/* Puts spaces behind a dash, so that what follows begins where the next line does. */
static int dash_mend(struct scan *scan, const char *at, const char *to, int column, int columns)
{
	enum { APART = 2 };
	int next = next_column(scan) - column - 1;
	if (next > 0 && next - columns <= APART && columns - next <= APART)
		columns = next;
	columns += !columns;
	note(scan, at + 1, "behind the dash", "use an ordinary space");
	replace(scan, at + 1, to, "");
	for (int i = 0; i < columns && to < scan->end; i++)
		buf_char(&scan->mend->out, ' ');
	return columns;
}

/* Of an item that is one plain value a full-width colon may be part. */
static void field_mend(struct scan *scan, const char *at, int column, bool dashed)
{
	size_t bytes;
	const char *odd, *name = name_skip(at, scan->end);
	int columns;
	const char *colon = spaces_skip(name, scan->end, &odd, &columns);
	int32_t code = code_at(colon, scan->end, &bytes);
	if (name == at || !bytes ||
		(code == ':' ? !is_begun(at, scan->end) : !is_odd_colon(code)) ||
		(code != ':' && dashed && next_column(scan) != column)) {
		value_begin(scan, at);
		return;
	}
	scan->field = column;
	if (is_space_there(odd, scan->end)) {
		note(scan, odd, "before the colon", "delete it");
		replace(scan, name, colon, "");
	}
	if (code != ':') {
		note(scan, colon, "where a colon belongs", "write \":\" and a space");
		const char *to = colon + bytes;
		bool apart = to < scan->end && (is_blank(*to) || is_odd_here(to, scan->end));
		replace(scan, colon, to, apart || to == scan->end ? ":" : ": ");
	}
	value_mend(scan, colon + bytes);
}

/* The dashes of items, and what they are followed by. */
static void item_mend(struct scan *scan, const char *at, int column)
{
	const char *odd, *to;
	int columns;
	bool dashed = false;
	for (; at < scan->end && *at == '-'; at = to, dashed = true) {
		to = spaces_skip(at + 1, scan->end, &odd, &columns);
		if (to == at + 1 && to < scan->end)
			break;
		scan->field = column;
		if (odd && odd == at + 1)
			columns = dash_mend(scan, at, to, column, columns);
		column += 1 + columns;
	}
	if (at < scan->end && (*at == '{' || *at == '['))
		value_begin(scan, at);
	else
		field_mend(scan, at, column, dashed);
}

static void line_mend(struct scan *scan)
{
	const char *odd, *at = blanks_skip(scan->line, scan->end);
	int plain = (int)(at - scan->line), column;
	if (scan->quote) {
		quote_close(scan, scan->line);
		return;
	}
	bool inside = scan->block >= 0 ? plain > scan->block : scan->goes_on && plain > scan->field;
	if (at == scan->end || inside)
		return;
	at = spaces_skip(scan->line, scan->end, &odd, &column);
	bool within = scan->block >= 0 && column > scan->block;
	if (odd)
		indentation_mend(scan, odd, at, &column);
	if (at == scan->end || within)
		return;
	scan->block = -1;
	if (*at != '#' && (!scan->goes_on || column <= scan->field || is_begun(at, scan->end)))
		item_mend(scan, at, column);
}

/* ---- the file ---- */

static void file_mend(struct scan *scan, const char *bytes)
{
	while (bytes < scan->file_end) {
		scan->line = scan->copied = bytes;
		scan->end = line_end(bytes, scan->file_end);
		line_mend(scan);
		bytes = line_next(scan->end, scan->file_end);
		buf_add(&scan->mend->out, scan->copied, (size_t)(bytes - scan->copied));
		scan->place.line++;
	}
}

struct node_mend *node_mend(const char *bytes, size_t len, uint32_t file, struct diag_list *diags)
{
	const char *at = bytes, *end = bytes + len;
	if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		at += 3;
	if (!any_odd(at, end))
		return NULL;
	struct node_mend *mend = mem_zero(1, sizeof *mend);
	struct scan scan = {.mend = mend, .file_end = end, .place = {1, 1, file}, .block = -1};
	file_mend(&scan, at);
	for (size_t i = 0; i < mend->run_count; i++)
		run_report(&mend->runs[i], diags);
	if (mend->run_count)
		return mend;
	node_mend_free(mend);
	return NULL;
}

void node_mend_free(struct node_mend *mend)
{
	if (!mend)
		return;
	buf_free(&mend->out);
	free(mend->runs);
	free(mend);
}

const char *node_mend_bytes(const struct node_mend *mend, size_t *len)
{
	*len = mend->out.len;
	return buf_string(&mend->out);
}

bool node_mend_has(const struct node_mend *mend, uint32_t line)
{
	for (size_t i = 0; mend && i < mend->run_count; i++)
		if (line >= mend->runs[i].place.line && line <= mend->runs[i].last + 1)
			return true;
	return false;
}
