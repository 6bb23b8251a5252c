/* A cursor over the bytes that knows its line and column. A cell in quotation marks may hold ends of lines,
 * so a row is not a line. */
#include "base/csv.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { QUOTE_MOST = 20 }; /* how many slips of quotation marks are told */

struct csv {
	const char *at, *end;
	struct place place;
	char mark;
	bool faulty;
	struct diag_list *diags;
	struct arena arena; /* the texts of a row */
	struct buf text;
	struct csv_cell *cells;
	size_t room, slips;
};

/* Over a character, or an end of a line of any kind. */
static void step(struct csv *csv)
{
	char c = *csv->at++;
	if (c == '\n' || (c == '\r' && !(csv->at < csv->end && *csv->at == '\n'))) {
		csv->place.line++;
		csv->place.column = 1;
	} else if (c != '\r' && !text_is_inside(c)) {
		csv->place.column++;
	}
}

static bool ends_line(char c)
{
	return c == '\n' || c == '\r';
}

static void line_end(struct csv *csv)
{
	bool both = csv->end - csv->at > 1 && csv->at[0] == '\r' && csv->at[1] == '\n';
	if (csv->at < csv->end && ends_line(*csv->at))
		step(csv);
	if (both)
		step(csv);
}

static void refuse(struct csv *csv, struct place place, const char *code, const char *why)
{
	diag_add(csv->diags, DIAG_ERROR, place, code, "%s", why);
	csv->faulty = true;
	csv->end = csv->at;
}

/* ---- before the first row ---- */

/* The first byte that no table of text has. */
static void check(struct csv *csv)
{
	struct csv walk = *csv;
	size_t len = (size_t)(csv->end - csv->at), good = text_valid(csv->at, len);
	const char *stop = csv->at + good;
	for (; walk.at < stop; step(&walk)) {
		unsigned char c = (unsigned char)*walk.at;
		if (c >= ' ' ? c != 0x7f : c == '\t' || c == '\n' || c == '\r')
			continue;
		diag_add(csv->diags, DIAG_ERROR, walk.place, "control-character",
			"a control character (U+%04X); take it out, or save the table again", c);
		csv->faulty = true;
		csv->end = csv->at;
		return;
	}
	if (good < len)
		refuse(csv, walk.place, "not-utf8",
			"this is no UTF-8; in the spreadsheet choose Save As, \"CSV UTF-8\"");
}

static void mark_find(struct csv *csv)
{
	static const char marks[] = "\t;,";
	size_t counts[3] = {0};
	bool quoted = false;
	if (csv->end - csv->at > 4 && text_same_ascii(csv->at, "sep=", 4) &&
		memchr(",;\t|", csv->at[4], 4)) {
		csv->mark = csv->at[4];
		while (csv->at < csv->end && !ends_line(*csv->at))
			step(csv);
		line_end(csv);
		return;
	}
	for (const char *at = csv->at; at < csv->end && (quoted || !ends_line(*at)); at++) {
		quoted ^= *at == '"';
		const char *mark = !quoted && *at ? strchr(marks, *at) : NULL;
		if (mark)
			counts[mark - marks]++;
	}
	csv->mark = counts[0] ? '\t' : counts[1] > counts[2] ? ';' : ',';
}

struct csv *csv_open(const char *bytes, size_t len, uint32_t file, struct diag_list *diags)
{
	struct csv *csv = mem_zero(1, sizeof *csv);
	csv->at = bytes;
	csv->end = bytes + len;
	csv->place = (struct place){1, 1, file};
	csv->diags = diags;
	if (len >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3))
		csv->at += 3;
	check(csv);
	mark_find(csv);
	return csv;
}

/* ---- rows ---- */

/* The bytes between two quotation marks, of which two are one. Returns false where none closes. */
static bool quoted_read(struct csv *csv)
{
	for (step(csv); csv->at < csv->end;) {
		const char *from = csv->at;
		while (csv->at < csv->end && *csv->at != '"')
			step(csv);
		buf_add(&csv->text, from, (size_t)(csv->at - from));
		if (csv->at == csv->end)
			return false;
		step(csv);
		if (csv->at == csv->end || *csv->at != '"')
			return true;
		buf_char(&csv->text, '"');
		step(csv);
	}
	return false;
}

static void slip(struct csv *csv, struct place place, const char *why)
{
	csv->faulty = true;
	if (csv->slips++ < QUOTE_MOST)
		diag_add(csv->diags, DIAG_ERROR, place, "quotation-mark", "%s", why);
}

static void cell_read(struct csv *csv, struct csv_cell *cell)
{
	struct place place = csv->place;
	bool quoted = csv->at < csv->end && *csv->at == '"';
	buf_clear(&csv->text);
	if (quoted && !quoted_read(csv))
		slip(csv, place,
			"the quotation mark that this cell begins with is never closed; one that "
			"belongs to the text is written twice (\"\")");
	const char *from = csv->at;
	struct place behind = csv->place;
	while (csv->at < csv->end && *csv->at != csv->mark && !ends_line(*csv->at))
		step(csv);
	if (quoted && csv->at > from)
		slip(csv, behind,
			"this cell goes on behind its closing quotation mark; one that belongs to "
			"the text is written twice (\"\")");
	buf_add(&csv->text, from, (size_t)(csv->at - from));
	*cell = (struct csv_cell){arena_text(&csv->arena, buf_string(&csv->text), csv->text.len),
		csv->text.len, place};
}

bool csv_next(struct csv *csv, struct csv_row *row)
{
	arena_reset(&csv->arena);
	*row = (struct csv_row){.blank = true};
	if (csv->at >= csv->end)
		return false;
	for (;;) {
		csv->cells = mem_grow(csv->cells, &csv->room, row->count + 1, sizeof *csv->cells);
		struct csv_cell *cell = &csv->cells[row->count++];
		cell_read(csv, cell);
		row->blank &= strspn(cell->text, " ") == cell->len;
		if (csv->at >= csv->end || *csv->at != csv->mark)
			break;
		step(csv);
	}
	line_end(csv);
	row->cells = csv->cells;
	return true;
}

bool csv_complete(const struct csv *csv)
{
	return csv->at >= csv->end && !csv->faulty;
}

void csv_close(struct csv *csv)
{
	arena_free(&csv->arena);
	buf_free(&csv->text);
	free(csv->cells);
	free(csv);
}
