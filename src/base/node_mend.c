/* Where a first look (node_sign.h) finds something the file is gone through again, with a note of
 * what a line stands in: a block text, a text in quotation marks, a plain one that goes on. Before
 * the first field it is no record yet, and only what begins a field is mended. */
#include "base/node_mend.h"

#include "base/habit.h"
#include "base/look.h"
#include "base/memory.h"
#include "base/node_sign.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* Lines that are one problem. */
struct run {
	struct place place;
	uint32_t last, lines; /* the number of the last one; how many */
	int32_t code;
	const char *what, *advice; /* "in the indentation" */
	bool bullet;               /* in the place of an item's dash */
	int indent;        /* the columns that are to be before the line's first sign; or 0 */
	bool alike;        /* each of those spaces stands for one */
	const char *begun; /* what stands behind the bullet, up to `end` */
	const char *end;
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
	bool record;        /* a field has been seen */
	bool goes_on; /* the latest value is plain, and lines that are indented belong to it */
};

/* ---- what is told ---- */

static struct run *run_open(struct scan *scan)
{
	enum { APART = 4 };
	struct node_mend *all = scan->mend;
	struct run *run = all->run_count ? &all->runs[all->run_count - 1] : NULL;
	if (run && scan->place.line - run->last < APART) {
		run->lines += run->last != scan->place.line;
		run->last = scan->place.line;
		return NULL;
	}
	all->runs = mem_grow(all->runs, &all->run_capacity, all->run_count + 1, sizeof *all->runs);
	run = &all->runs[all->run_count++];
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
	run->code = sign_code(at, scan->end, &bytes);
	run->place = scan->place;
	run->place.column += (uint32_t)text_length(scan->line, (size_t)(at - scan->line));
	run->what = what;
	run->advice = advice;
}

/* What to write in the place of what is told. */
static void run_advise(struct buf *out, const struct run *run)
{
	enum { SHOWN_MOST = 60 };
	if (run->bullet && habit_is_entry(run->begun, run->end) &&
		run->end - run->begun < SHOWN_MOST && run->indent < SHOWN_MOST)
		buf_format(out, "write \"%*s%.*s\", without it", run->indent, "",
			(int)(run->end - run->begun), run->begun);
	else if (run->bullet && run->end - run->begun < SHOWN_MOST && run->indent < SHOWN_MOST)
		buf_format(out, "write \"%*s- %.*s\", with a hyphen and a space", run->indent, "",
			(int)(run->end - run->begun), run->begun);
	else if (run->bullet)
		buf_text(out, "write a hyphen, \"-\", in its place");
	else if (run->indent && run->lines > 1 && run->alike)
		buf_format(out, "put an ordinary space in the place of each, to line %u",
			(unsigned)run->last);
	else if (run->indent && run->lines > 1)
		buf_format(out, "put ordinary spaces in their place, %d in this line", run->indent);
	else if (run->indent)
		buf_format(out, "begin the line with %d ordinary spaces", run->indent);
	else
		buf_text(out, run->advice);
}

static void run_report(const struct run *run, struct diag_list *diags)
{
	struct buf name = {0}, more = {0}, act = {0};
	run_advise(&act, run);
	text_name(&name, run->code);
	if (run->lines > 1)
		buf_format(&more, ", here and in %u line%s below", (unsigned)run->lines - 1,
			run->lines > 2 ? "s" : "");
	diag_add(diags, DIAG_ERROR, run->place,
		sign_is_odd_space(run->code) ? "odd-space"
			: run->bullet        ? "bullet"
					     : "odd-sign",
		"%s %s%s; %s", buf_string(&name), run->what, buf_string(&more), buf_string(&act));
	buf_free(&act);
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

/* Both, of the one character that stands there. */
static void mend(
	struct scan *scan, const char *at, const char *what, const char *advice, const char *text)
{
	size_t bytes;
	sign_code(at, scan->end, &bytes);
	note(scan, at, what, advice);
	replace(scan, at, at + bytes, text);
}

/* Whether a field or an item begins at `at`. */
static bool is_begun(const char *at, const char *end)
{
	size_t bytes;
	const char *odd, *name = sign_name_skip(at, end);
	int columns;
	if (at < end && *at == '-')
		return at + 1 == end || sign_is_blank(at[1]) || sign_is_odd_at(at + 1, end);
	at = sign_spaces_skip(name, end, &odd, &columns);
	if (at < end && *at == ':')
		return at + 1 == end || sign_is_blank(at[1]) || sign_is_odd_at(at + 1, end);
	return sign_is_odd_colon(sign_code(at, end, &bytes));
}

/* The column at which the next line begins that has something; -1 where there is none. */
static int next_column(const struct scan *scan)
{
	const char *at = scan->end, *to, *odd;
	int columns;
	do {
		const char *line = sign_line_next(at, scan->file_end);
		to = sign_line_end(line, scan->file_end);
		at = sign_spaces_skip(line, to, &odd, &columns);
	} while (at == to && to < scan->file_end);
	return at < to ? columns : -1;
}

/* Whether a wide space alone stands before a name whose lines below are not indented deeper: then it
 * is none of them that the name stands beside. */
static bool is_at_margin(const struct scan *scan, const char *odd, const char *at, int column)
{
	size_t bytes;
	sign_code(odd, scan->end, &bytes);
	return scan->block < 0 && odd == scan->line && odd + bytes == at && at < scan->end &&
		scan->end[-1] == ':' && *at != '-' && next_column(scan) <= column;
}

/* Puts spaces for what indents the line up to `at`. A field one space beside those before it is
 * meant in their column. */
static void indentation_mend(struct scan *scan, const char *odd, const char *at, int *column)
{
	size_t bytes;
	bool seen = look_is_space(sign_code(odd, scan->end, &bytes));
	bool near = *column == scan->field + 1 || *column == scan->field - 1;
	if (scan->block < 0 && scan->goes_on && near && at < scan->end && *at != '-' &&
		is_begun(at, scan->end))
		*column = scan->field;
	if (seen && is_at_margin(scan, odd, at, *column)) {
		note(scan, odd, "before a line that begins in column 1", "delete it");
		replace(scan, scan->line, at, "");
		*column = 0;
		return;
	}
	size_t count = scan->mend->run_count;
	note(scan, odd, seen ? "in the indentation" : "at the beginning of the line",
		seen ? "use ordinary spaces" : "delete it");
	bool alike = text_length(scan->line, (size_t)(at - scan->line)) == (size_t)*column;
	if (seen && scan->mend->run_count > count) {
		scan->mend->runs[count].indent = *column;
		scan->mend->runs[count].alike = alike;
	} else if (scan->mend->run_count) {
		struct run *run = &scan->mend->runs[scan->mend->run_count - 1];
		run->alike = run->alike && alike;
	}
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

/* ">-", with or without a comment. Another dash or sign and spaces that are
 * none are mended where `scan` is given. */
static bool is_head(struct scan *scan, const char *at, const char *end)
{
	size_t bytes;
	const char *odd, *dash = NULL, *tail, *to;
	int columns;
	bool sign = sign_is_odd_head(sign_code(at, end, &bytes));
	if (at == end || (*at != '|' && *at != '>' && !sign))
		return false;
	for (tail = at + bytes; tail < end; tail += bytes) {
		int32_t code = sign_code(tail, end, &bytes);
		if (code < 0x80 ? !code || !strchr("+-0123456789", code) : !sign_is_odd_dash(code))
			break;
		dash = code < 0x80 ? dash : tail;
	}
	to = sign_spaces_skip(tail, end, &odd, &columns);
	if ((to < end && (*to != '#' || to == tail)) || (sign && to == at + bytes))
		return false;
	if (scan && sign)
		mend(scan, at, "where \">\" belongs", "write \">-\"", ">");
	if (scan && dash)
		mend(scan, dash, "where a hyphen belongs", "write \">-\"", "-");
	if (scan && odd) {
		note(scan, odd, "behind the sign of a text below", "delete it");
		replace(scan, tail, to, to < end ? " " : "");
	}
	return true;
}

/* What YAML has a sign for, so that a space before it is no part of a text. */
static bool is_sign(const char *at, const char *end)
{
	return at == end || (*at && strchr("\"'[{", *at)) || is_head(NULL, at, end);
}

/* What is beside a sign in brackets: a space of another kind, or a colon. Texts in quotation marks
 * are passed over. */
static void flow_mend(struct scan *scan, const char *at)
{
	size_t bytes;
	const char *odd;
	int columns;
	for (char sign = '\0'; at < scan->end && !scan->quote;) {
		const char *to = sign_spaces_skip(at, scan->end, &odd, &columns);
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
		if (named && (to = sign_name_skip(at, scan->end)) > at &&
			sign_is_odd_colon(sign_code(to, scan->end, &bytes))) {
			note(scan, to, "where a colon belongs", "write \":\" and a space");
			replace(scan, to, to + bytes, ": ");
			at = to + bytes;
		} else if (*at == '"' || (*at == '\'' && named)) {
			scan->quote = *at;
			at = quote_close(scan, at + 1);
		} else {
			sign = *at && strchr("{[,:", *at) ? *at : '\0';
			at++;
		}
	}
}

static void value_begin(struct scan *scan, const char *at)
{
	scan->goes_on = at < scan->end && *at != '#';
	if (is_head(scan, at, scan->end)) {
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
	const char *to = sign_spaces_skip(at, scan->end, &odd, &columns);
	if (odd && (odd == at || is_sign(to, scan->end))) {
		note(scan, odd, "behind the colon", "use an ordinary space");
		replace(scan, at, to, to < scan->end ? " " : "");
	} else if (odd) {
		to = odd;
	}
	value_begin(scan, to);
}

/* Behind the dash of an item, or what looks like one; `at` where there is none. */
static const char *dash_skip(const struct scan *scan, const char *at)
{
	size_t bytes;
	const char *odd;
	int columns;
	int32_t code = sign_code(at, scan->end, &bytes);
	const char *to = sign_spaces_skip(at + bytes, scan->end, &odd, &columns);
	if ((code != '-' && !sign_is_odd_dash(code)) || (to == at + bytes && to < scan->end))
		return at;
	return code == '-' || scan->record || is_begun(to, scan->end) ? at + bytes : at;
}

/* Behind the dashes that stand there, and their spaces. */
static const char *dashes_skip(const struct scan *scan, const char *at)
{
	const char *odd, *behind;
	int columns;
	while ((behind = dash_skip(scan, at)) > at)
		at = sign_spaces_skip(behind, scan->end, &odd, &columns);
	return at;
}

/* `to` is what stands behind it and its spaces, `column` that of the first dash of its line, which it
 * may be itself. Returns where an entry begins that the bullet stood before and has gone from; NULL
 * where it is an item. What is behind all dashes is looked for once a line. */
static const char *bullet_mend(
	struct scan *scan, const char *at, const char *to, int column, bool first)
{
	size_t count = scan->mend->run_count;
	const char *rest = first ? dashes_skip(scan, to) : to;
	bool entry = first && habit_is_entry(rest, scan->end);
	mend(scan, at, entry ? "before the name of an entry" : "where an item begins", "",
		entry ? "" : "-");
	if (scan->mend->run_count > count) {
		struct run *run = &scan->mend->runs[count];
		run->bullet = true;
		run->indent = column;
		run->begun = first ? rest : dashes_skip(scan, to);
		run->end = scan->end;
	}
	if (!entry)
		return NULL;
	replace(scan, scan->copied, rest, "");
	return rest;
}

/* Puts spaces up to `to`, so that what stands there begins where the next line does, `next` columns
 * behind the dash; returns how many. */
static int dash_mend(struct scan *scan, const char *at, const char *to, int next, int columns)
{
	enum { APART = 2 };
	if (next > 0 && next - columns <= APART && columns - next <= APART)
		columns = next;
	columns += !columns;
	replace(scan, at, to, "");
	for (int i = 0; i < columns && to < scan->end; i++)
		buf_char(&scan->mend->out, ' ');
	return columns;
}

/* Of an item that is one plain value a full-width colon may be part. */
static void field_mend(struct scan *scan, const char *at, int column, bool dashed)
{
	size_t bytes;
	const char *odd, *name = sign_name_skip(at, scan->end);
	int columns;
	const char *colon = sign_spaces_skip(name, scan->end, &odd, &columns);
	int32_t code = sign_code(colon, scan->end, &bytes);
	if (name == at || !bytes ||
		(code == ':' ? !is_begun(at, scan->end) : !sign_is_odd_colon(code)) ||
		(code != ':' && dashed && next_column(scan) != column)) {
		value_begin(scan, at);
		return;
	}
	scan->field = column;
	scan->record = true;
	if (sign_is_space_at(odd, scan->end)) {
		note(scan, odd, "before the colon", "delete it");
		replace(scan, name, colon, "");
	}
	if (code != ':') {
		note(scan, colon, "where a colon belongs", "write \":\" and a space");
		const char *to = colon + bytes;
		bool apart = to < scan->end &&
			(sign_is_blank(*to) || sign_is_odd_at(to, scan->end));
		replace(scan, colon, to, apart || to == scan->end ? ":" : ": ");
	}
	value_mend(scan, colon + bytes);
}

/* The dashes of items, and what they are followed by. */
static void item_mend(struct scan *scan, const char *at, int column)
{
	const char *odd, *behind, *to;
	int columns, next = 0, first = column;
	bool dashed = false;
	for (; (behind = dash_skip(scan, at)) > at; at = to, dashed = true) {
		if (!dashed) /* once: many empty lines may be between */
			next = next_column(scan);
		to = sign_spaces_skip(behind, scan->end, &odd, &columns);
		scan->field = column;
		const char *entry = *at != '-' ? bullet_mend(scan, at, to, first, !dashed) : NULL;
		if (entry) {
			field_mend(scan, entry, column, false);
			return;
		}
		if (*at == '-' && odd == behind && odd < to)
			note(scan, odd, "behind the dash", "use an ordinary space");
		if (*at != '-' || odd == behind)
			columns = dash_mend(scan, behind, to, next - column - 1, columns);
		column += 1 + columns;
	}
	if (at < scan->end && (*at == '{' || *at == '['))
		value_begin(scan, at);
	else
		field_mend(scan, at, column, dashed);
}

static void line_mend(struct scan *scan)
{
	const char *odd, *at = sign_blanks_skip(scan->line, scan->end);
	int plain = (int)(at - scan->line), column;
	size_t bytes;
	if (scan->quote) {
		quote_close(scan, scan->line);
		return;
	}
	bool inside = scan->block >= 0 ? plain > scan->block : scan->goes_on && plain > scan->field;
	if (at == scan->end || inside)
		return;
	at = sign_spaces_skip(scan->line, scan->end, &odd, &column);
	bool within = scan->block >= 0 && column > scan->block;
	if (odd && !scan->record && at < scan->end && !is_begun(at, scan->end))
		return;
	if (odd)
		indentation_mend(scan, odd, at, &column);
	if (at == scan->end || within)
		return;
	scan->block = -1;
	if (scan->record && sign_code(at, scan->end, &bytes) == 0xFF03)
		mend(scan, at, "where \"#\" belongs", "write \"#\" and a space", "#");
	else if (*at != '#' && (!scan->goes_on || column <= scan->field || is_begun(at, scan->end)))
		item_mend(scan, at, column);
}

/* ---- the file ---- */

static void file_mend(struct scan *scan, const char *bytes)
{
	while (bytes < scan->file_end) {
		scan->line = scan->copied = bytes;
		scan->end = sign_line_end(bytes, scan->file_end);
		line_mend(scan);
		bytes = sign_line_next(scan->end, scan->file_end);
		buf_add(&scan->mend->out, scan->copied, (size_t)(bytes - scan->copied));
		scan->place.line++;
	}
}

struct node_mend *node_mend(const char *bytes, size_t len, uint32_t file, struct diag_list *diags)
{
	const char *at = bytes, *end = bytes + len;
	if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		at += 3;
	if (!sign_any_odd(at, end))
		return NULL;
	struct node_mend *all = mem_zero(1, sizeof *all);
	struct scan scan = {.mend = all, .file_end = end, .place = {1, 1, file}, .block = -1};
	file_mend(&scan, at);
	for (size_t i = 0; i < all->run_count; i++)
		run_report(&all->runs[i], diags);
	if (all->run_count)
		return all;
	node_mend_free(all);
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
	size_t low = 0,
	       high = mend ? mend->run_count : 0; /* the first that begins behind the line */
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (mend->runs[middle].place.line <= line)
			low = middle + 1;
		else
			high = middle;
	}
	return low && line <= mend->runs[low - 1].last + 1;
}
