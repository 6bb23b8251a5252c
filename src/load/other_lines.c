/* Where a record might begin so too (a table, days of a calendar), several signs have to agree, and a
 * section of a record anywhere speaks against it. */
#include "load/other_bytes.h"

#include "base/text.h"

#include <string.h>

enum { COLUMN_MOST = 40 };

/* ---- tables ---- */

/* Fields of a line with that mark between them; 0 where it is none of a table. */
static size_t columns(struct bytes line, char mark)
{
	bool quoted = false;
	size_t count = 1;
	for (size_t i = 0; i < line.len; i++) {
		if (line.at[i] == '"')
			quoted = !quoted;
		else if (line.at[i] == mark && !quoted)
			count++;
	}
	return quoted ? 0 : count;
}

/* Whether a first line names columns: short names, and none that ends a sentence. */
static bool names_columns(struct bytes line, char mark)
{
	size_t from = 0;
	for (size_t i = 0; i <= line.len; i++) {
		if (i < line.len && line.at[i] != mark)
			continue;
		size_t len = i - from;
		if (len > COLUMN_MOST || (len && strchr(".!?", line.at[i - 1])))
			return false;
		from = i + 1;
	}
	return true;
}

/* "End Year", "end_year" for "endyear". */
static bool is_named(const char *from, const char *to, const char *name)
{
	for (; from < to; from++) {
		if (!bytes_is_letter(*from))
			continue;
		if (text_small(*from) != *name)
			return false;
		name++;
	}
	return !*name;
}

/* The columns of the spreadsheet of TimelineJS: a headline, and a year or, in its first form, a date. */
static bool is_timeline(struct bytes line, char mark)
{
	bool dated = false, headed = false;
	const char *end = line.at + line.len;
	for (const char *from = line.at; from < end;) {
		const char *to = memchr(from, mark, (size_t)(end - from));
		to = to ? to : end;
		headed |= is_named(from, to, "headline");
		dated |= is_named(from, to, "year") || is_named(from, to, "startdate");
		from = to + 1;
	}
	return dated && headed;
}

/* A table: the first line names columns, and the next has as many. No line of a record that is not
 * within something is without a colon. */
static bool tell_table(struct bytes in, struct other_file *other)
{
	static const struct {
		char mark;
		const char *what;
	} rows[] = {
		{'\t', "a table, as spreadsheets write it (with tabs)"},
		{';', "a table, as spreadsheets write it (CSV, with semicolons)"},
		{',', "a table, as spreadsheets write it (CSV)"},
	};
	struct bytes first = bytes_line(&in);
	if (bytes_begin_any_case(first, "sep=") && first.len == 5) /* for Excel */
		first = bytes_line(&in);
	if (!first.len || strchr("{[#-%&*!|>'@`", *first.at) || memchr(first.at, ':', first.len))
		return false;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (is_timeline(first, rows[i].mark))
			return other_tell_read(other, "the spreadsheet of a timeline of TimelineJS",
				OTHER_TIMELINE_TABLE);
	struct bytes next = bytes_line(&in);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t count = columns(first, rows[i].mark);
		if (count < 2 || !names_columns(first, rows[i].mark))
			continue;
		if (columns(next, rows[i].mark) == count || (count > 2 && !bytes_trimmed(next).len))
			return other_tell(other, rows[i].what, advice_cells);
		struct bytes text = next; /* a text of several lines in a cell */
		if (count > 2 && columns(next, rows[i].mark) == 0 && memchr(text.at, '"', text.len))
			return other_tell(other, rows[i].what, advice_cells);
	}
	return false;
}

/* ---- a first line ---- */

/* "@article{", in any case. */
static bool is_bibtex(struct bytes in)
{
	size_t len = 1;
	while (bytes_begin(in, "%")) { /* JabRef says the encoding */
		bytes_line(&in);
		in = bytes_trimmed(in);
	}
	if (!in.len || *in.at != '@')
		return false;
	while (len < in.len && bytes_is_letter(in.at[len]))
		len++;
	while (len < in.len && in.at[len] == ' ')
		len++;
	return len > 1 && len < in.len && (in.at[len] == '{' || in.at[len] == '(');
}

static bool tell_first_line(struct bytes in, struct other_file *other)
{
	static const struct {
		const char *begin, *what, *advice;
	} rows[] = {
		{"{\\rtf", "a document of a word processor (RTF)", advice_any},
		{"\\documentclass", "a document of LaTeX", advice_text},
		{"TY  - ", "a bibliography (RIS)", advice_sources},
		{"%0 ", "a bibliography (EndNote)", advice_sources},
		{"0 HEAD", "a family tree (GEDCOM)", advice_fields},
		{"BEGIN:VCALENDAR", "a calendar (iCalendar)", advice_fields},
		{"BEGIN:VCARD", "addresses (vCard)", advice_fields},
		{"MIME-Version:", "a letter or a web page as saved by a mail program or browser",
			advice_text},
		{".\\\" -*- coding",
			"a page of the manual, as \"truce print --format man\" writes it",
			advice_yaml},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (bytes_begin(in, rows[i].begin))
			return other_tell(other, rows[i].what, rows[i].advice);
	return is_bibtex(in) && other_tell(other, "a bibliography (BibTeX)", advice_sources);
}

/* ---- all lines ---- */

/* "events:", perhaps behind "- ": a line that a record may have. */
static bool is_field(struct bytes line)
{
	size_t at = 0, from;
	while (at < line.len && (line.at[at] == ' ' || line.at[at] == '-'))
		at++;
	from = at;
	while (at < line.len &&
		(bytes_is_small(line.at[at]) || line.at[at] == '_' || line.at[at] == '-'))
		at++;
	return at > from && at < line.len && line.at[at] == ':' &&
		(at + 1 == line.len || line.at[at + 1] == ' ');
}

/* "1918: The peace", as a timeline of markwhen has it, or "1918-03/1918-05: ...". */
static bool is_dated(struct bytes line)
{
	const char *colon = memchr(line.at, ':', line.len);
	return colon && text_is_figure(*line.at) && colon - line.at < COLUMN_MOST &&
		colon + 1 < line.at + line.len && colon[1] == ' ';
}

static bool is_heading(struct bytes line)
{
	return bytes_begin(line, "## ") || bytes_begin(line, "### ") || bytes_begin(line, "```") ||
		bytes_begin(line, "|--") || bytes_begin(line, "| --") || bytes_begin(line, "====");
}

/* "[events]" or "[[events]]" in TOML, "[The mill]" in INI. */
static bool is_part(struct bytes line)
{
	size_t at = 0, marks = line.len > 1 && line.at[0] == '[' ? 1 + (line.at[1] == '[') : 0;
	for (at = marks; at < line.len && !strchr("[]{},:\"", line.at[at]);)
		at++;
	return marks && at > marks && at + marks == line.len && line.at[at] == ']' &&
		line.at[line.len - 1] == ']';
}

/* "title = ...", "title=...". */
static bool is_setting(struct bytes line)
{
	size_t at = 0;
	while (at < line.len &&
		(bytes_is_letter(line.at[at]) || strchr("_-.", line.at[at]) ||
			text_is_figure(line.at[at])))
		at++;
	while (at < line.len && at > 0 && line.at[at] == ' ')
		at++;
	return at > 0 && at < line.len && line.at[at] == '=';
}

static bool is_section(struct bytes line)
{
	static const char *const names[] = {"events:", "quotes:", "people:", "sources:", "parties:",
		"themes:", "eras:", "views:", "parallels:"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (bytes_begin(line, names[i]))
			return true;
	return false;
}

/* A file of settings: its parts have names in brackets. */
static bool tell_settings(struct bytes in, struct other_file *other)
{
	size_t parts = 0, settings = 0, fields = 0;
	struct bytes rest = in;
	bool first = is_part(bytes_line(&rest));
	while (in.len) {
		struct bytes line = bytes_line(&in);
		if (!line.len)
			continue;
		if (is_section(line))
			return false;
		parts += is_part(line);
		settings += is_setting(line);
		fields += is_field(line);
	}
	return parts && (settings || (first && fields)) &&
		other_tell(other, "a file of settings (TOML or INI)", advice_fields);
}

/* Bytes of the number that a line begins with, where it is that of the line; or 0. */
static size_t number_len(struct bytes line, size_t number)
{
	size_t at = 0, value = 0;
	while (at < line.len && line.at[at] == ' ')
		at++;
	size_t from = at;
	while (at < line.len && at - from < 6 && text_is_figure(line.at[at]))
		value = value * 10 + (size_t)(line.at[at++] - '0');
	bool apart = at == line.len || (at < line.len && strchr(" :.|\t", line.at[at]));
	return at > from && apart && value == number ? at : 0;
}

/* Lines that all begin with what a mail program, a comparison of files or a listing puts there. */
static bool tell_prefixed(struct bytes in, struct other_file *other)
{
	enum { LEAST = 3 };
	size_t lines = 0, quoted = 0, added = 0, numbered = 0;
	while (in.len) {
		struct bytes line = bytes_line(&in);
		if (!line.len)
			continue;
		lines++;
		quoted += *line.at == '>';
		added += *line.at == '+';
		numbered += number_len(line, lines) > 0;
	}
	if (lines < LEAST || (quoted < lines && added < lines && numbered < lines))
		return false;
	if (numbered == lines)
		return other_tell(other, "a listing, in which each line begins with its number",
			"delete the numbers, and behind each as many signs and spaces as stand "
			"behind the first");
	return quoted == lines
		? other_tell(other, "a text out of a letter, in which each line begins with \">\"",
			  "delete these, and the space behind each")
		: other_tell(other, "a comparison of files, in which each line begins with \"+\"",
			  "delete these");
}

/* Two more that only all of their lines tell: markwhen has dates for keys, and in Markdown no line
 * is a field. */
static bool tell_lines(struct bytes in, struct other_file *other)
{
	bool marked = bytes_begin(in, "# "), fields = bytes_begin(in, "```");
	size_t dated = 0, headings = 0;
	struct bytes rest = in;
	bytes_line(&rest);
	bool ruled = bytes_begin(rest, "===");
	while (in.len) {
		struct bytes line = bytes_line(&in);
		if (!line.len)
			continue;
		if (is_section(line))
			return false;
		fields |= is_field(line);
		dated += is_dated(line);
		headings += is_heading(line);
	}
	if (dated > 1)
		return other_tell(
			other, "a timeline of dates and texts, as in markwhen", advice_fields);
	return !fields && (headings > 1 || (marked && headings) || (ruled && headings)) &&
		other_tell(other, "a text in Markdown", advice_fields);
}

/* Whether a line is words and no field: "The envoys met at dawn.", "# Dawn" aside. */
static bool is_prose(struct bytes line)
{
	return line.len && *line.at != '#' && *line.at != ' ' && *line.at != '-' &&
		*line.at != '}' && *line.at != ']' && *line.at != '.' &&
		memchr(line.at, ' ', line.len) && !memchr(line.at, ':', line.len);
}

/* A page of a website: fields between two lines "---", none of them a section, and below them the
 * text of the page. */
static bool tell_page(struct bytes in, struct other_file *other)
{
	struct bytes line = bytes_line(&in);
	size_t rulers = 1, fields = 0, prose = 0;
	if (line.len != 3 || !bytes_begin(line, "---"))
		return false;
	while (in.len) {
		line = bytes_line(&in);
		if (is_section(line))
			return false;
		rulers += line.len == 3 && bytes_begin(line, "---");
		fields += rulers == 1 && is_field(line);
		prose += rulers > 1 && (is_prose(line) || is_heading(line));
	}
	return fields && rulers > 1 && prose &&
		other_tell(other, "a page of a website (Markdown, with fields above it)",
			advice_fields);
}

bool other_lines(struct bytes in, struct other_file *other)
{
	if (tell_first_line(in, other) || (*in.at == '-' && tell_page(in, other)))
		return true;
	if (tell_settings(in, other))
		return true;
	return !strchr("<{[", *in.at) &&
		(tell_prefixed(in, other) || tell_table(in, other) || tell_lines(in, other));
}
