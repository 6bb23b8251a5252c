/* A file is told by how it begins: by the first bytes that its kind always has, or by the first
 * line that is not blank. Where a record might begin so too (a table, JSON, days of a calendar),
 * several signs have to agree, and a section of a record anywhere speaks against it.
 *
 * memmem is in every C library, and in POSIX since 2024; older headers show it to GNU sources
 * only. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "load/other_file.h"

#include "base/text.h"

#include <string.h>

enum { LOOKED_MOST = 8 << 20, HEAD_MOST = 64 << 10, COLUMN_MOST = 40 };

static const char to_text[] = "copy its text into a plain text file saved as UTF-8, or begin one "
			      "with \"truce print --blank\"";
/* The words of each program's menus. */
static const char in_word[] = "in Word: Save As, Plain Text (.txt), with the encoding Unicode "
			      "(UTF-8); then check that file";
static const char in_writer[] = "in LibreOffice: Save As, Text - Choose Encoding (.txt), Unicode "
				"(UTF-8); then check that file";
static const char in_pages[] = "in Pages: Export To, Plain Text; then check that file";
static const char in_any[] =
	"open it, choose Save As, Plain Text (.txt), Unicode (UTF-8), and check "
	"that file";
static const char to_cells[] = "a record is no table: begin one with \"truce print --blank\", and "
			       "copy what is in the cells into its fields";
static const char to_fields[] =
	"a record has other fields: begin one with \"truce print --blank\", "
	"and copy dates and texts into them";
static const char to_sources[] = "begin a record with \"truce print --blank\", and write the "
				 "entries below its \"sources:\"";
static const char to_plain[] =
	"a record is a plain text file, which \"truce print --blank\" begins";
static const char to_unpack[] = "unpack it: a record is a plain text file";
static const char to_yaml[] =
	"what can be read again is printed with \"truce print --format yaml\"";

/* ---- bytes ---- */

struct bytes {
	const char *at;
	size_t len;
};

static bool has(struct bytes in, const char *wanted)
{
	return in.len && memmem(in.at, in.len, wanted, strlen(wanted));
}

static bool begins(struct bytes in, const char *wanted)
{
	size_t len = strlen(wanted);
	return in.len >= len && memcmp(in.at, wanted, len) == 0;
}

static bool begins_any_case(struct bytes in, const char *wanted)
{
	size_t len = strlen(wanted);
	return in.len >= len && text_same_ascii(in.at, wanted, len);
}

static bool ends(const char *name, const char *wanted)
{
	size_t len = strlen(name), of_end = strlen(wanted);
	return len > of_end && text_same_ascii(name + len - of_end, wanted, of_end);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static struct bytes behind(struct bytes in, size_t count)
{
	return (struct bytes){in.at + count, in.len - count};
}

/* Without a byte order mark and what is blank. */
static struct bytes trimmed(struct bytes in)
{
	if (begins(in, "\xef\xbb\xbf"))
		in = behind(in, 3);
	while (in.len && is_blank(*in.at))
		in = behind(in, 1);
	return in;
}

/* Takes the first line off, without its end. */
static struct bytes line_take(struct bytes *in)
{
	const char *end = memchr(in->at, '\n', in->len);
	struct bytes line = {in->at, end ? (size_t)(end - in->at) : in->len};
	*in = behind(*in, line.len + (end != NULL));
	if (line.len && line.at[line.len - 1] == '\r')
		line.len--;
	return line;
}

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_letter(char c)
{
	return is_small(c) || (c >= 'A' && c <= 'Z');
}

static bool tell(struct other_file *other, const char *what, const char *advice)
{
	*other = (struct other_file){what, advice};
	return true;
}

/* ---- what is no text ---- */

/* Programs that write ZIP files are told by the names in them, or by that of the file. */
static bool tell_zip(struct bytes in, const char *name, struct other_file *other)
{
	static const struct {
		const char *inside, *end, *what, *advice;
	} rows[] = {
		{"word/document", ".docx", "a document of a word processor (Word)", in_word},
		{"opendocument.text", ".odt", "a document of a word processor (LibreOffice)",
			in_writer},
		{"xl/workbook", ".xlsx", "a spreadsheet (Excel)", to_cells},
		{"opendocument.spreadsheet", ".ods", "a spreadsheet (LibreOffice)", to_cells},
		{"ppt/presentation", ".pptx", "a presentation (PowerPoint)", to_text},
		{"opendocument.presentation", ".odp", "a presentation (LibreOffice)", to_text},
		{"application/epub", ".epub", "an electronic book (EPUB)", to_text},
		{"Index/CalculationEngine", ".numbers", "a spreadsheet (Numbers)", to_cells},
		{"Index/Slide", ".key", "a presentation (Keynote)", to_text},
		{"Index/Document", ".pages", "a document of a word processor (Pages)", in_pages},
	};
	enum { COUNT = sizeof rows / sizeof *rows };
	size_t row = 0;
	while (row < COUNT && !has(in, rows[row].inside))
		row++;
	if (row == COUNT)
		for (row = 0; row < COUNT && !ends(name, rows[row].end);)
			row++;
	if (row < COUNT)
		return tell(other, rows[row].what, rows[row].advice);
	return tell(other,
		"a ZIP file, as word processors and spreadsheets write them, or an archive",
		"save what is in it as plain text (UTF-8)");
}

/* What Word, Excel and PowerPoint wrote before 2007 names its parts in UTF-16. */
static bool tell_office(struct bytes in, const char *name, struct other_file *other)
{
	static const char book[] = "W\0o\0r\0k\0b\0o\0o\0k";
	static const char word[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";
	if (memmem(in.at, in.len, book, sizeof book) || ends(name, ".xls"))
		return tell(other, "a spreadsheet (Excel)", to_cells);
	if (memmem(in.at, in.len, word, sizeof word) || ends(name, ".doc"))
		return tell(other, "a document of a word processor (Word)", in_word);
	return tell(other, "a document of an office program", to_text);
}

/* Kinds that always begin with the same bytes, which no text begins with. */
static bool tell_magic(struct bytes in, struct other_file *other)
{
	static const struct {
		const char *bytes;
		size_t len, at;
		const char *what, *advice;
	} rows[] = {
		{"%PDF-", 5, 0, "a PDF", to_text},
		{"\x89PNG", 4, 0, "a picture (PNG)", to_plain},
		{"\xff\xd8\xff", 3, 0, "a picture (JPEG)", to_plain},
		{"GIF8", 4, 0, "a picture (GIF)", to_plain},
		{"II*\0", 4, 0, "a picture (TIFF)", to_plain},
		{"MM\0*", 4, 0, "a picture (TIFF)", to_plain},
		{"WEBP", 4, 8, "a picture (WebP)", to_plain},
		{"WAVE", 4, 8, "a recording", to_plain},
		{"ftypheic", 8, 4, "a picture (HEIC)", to_plain},
		{"ftyp", 4, 4, "a film or a recording", to_plain},
		{"ID3\x03", 4, 0, "a recording (MP3)", to_plain},
		{"ID3\x04", 4, 0, "a recording (MP3)", to_plain},
		{"OggS\0", 5, 0, "a recording (Ogg)", to_plain},
		{"SQLite format 3\0", 16, 0, "a database (SQLite)", to_cells},
		{"\x1f\x8b", 2, 0, "a compressed file (gzip)", to_unpack},
		{"\xfd"
		 "7zXZ\0",
			6, 0, "a compressed file (xz)", to_unpack},
		{"\x28\xb5\x2f\xfd", 4, 0, "a compressed file (zstd)", to_unpack},
		{"BZh91AY", 7, 0, "a compressed file (bzip2)", to_unpack},
		{"7z\xbc\xaf\x27\x1c", 6, 0, "an archive (7z)", to_unpack},
		{"Rar!\x1a", 5, 0, "an archive (RAR)", to_unpack},
		{"ustar", 5, 257, "an archive (tar)", to_unpack},
		{"\x7f"
		 "ELF",
			4, 0, "a program", to_plain},
		{"bplist00", 8, 0, "a file of settings of macOS", to_plain},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (in.len >= rows[i].at + rows[i].len &&
			memcmp(in.at + rows[i].at, rows[i].bytes, rows[i].len) == 0)
			return tell(other, rows[i].what, rows[i].advice);
	return false;
}

/* ---- markup ---- */

static bool tell_markup(struct bytes in, struct other_file *other)
{
	static const struct {
		const char *inside, *what;
		const char *advice;
	} rows[] = {
		{"<html", "a web page (HTML)", to_text},
		{"<HTML", "a web page (HTML)", to_text},
		{"<TEI", "a text marked up in TEI (XML)", to_text},
		{"<rdf:RDF", "a bibliography, as Zotero writes it (RDF)", to_sources},
		{"<mods", "a bibliography (MODS)", to_sources},
		{"<gedcomx", "a family tree (GEDCOM X)", to_fields},
		{"<event ", "a timeline (XML), as SIMILE has them", to_fields},
		{"<event>", "a timeline (XML)", to_fields},
		{"<kml", "places on a map (KML)", to_fields},
		{"<opml", "an outline (OPML)", to_text},
		{"<svg", "a picture (SVG)", to_plain},
		{"<office:document", "a document of a word processor (LibreOffice)", in_writer},
		{"<w:document", "a document of a word processor (Word)", in_word},
	};
	static const char *const pieces[] = {"<p>", "<p ", "<div", "<pre", "<span", "<table", "<h1",
		"<h2", "<h3", "<ul", "<ol", "<code", "<article", "<section", "<meta", "<body",
		"<br"};
	if (in.len < 2 || (!is_letter(in.at[1]) && in.at[1] != '!' && in.at[1] != '?'))
		return false;
	if (begins_any_case(in, "<!doctype html") || begins_any_case(in, "<html"))
		return tell(other, "a web page (HTML)", to_text);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (has(in, rows[i].inside))
			return tell(other, rows[i].what, rows[i].advice);
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
		if (begins_any_case(in, pieces[i]))
			return tell(other, "a web page, or a part of one (HTML)", to_text);
	if (begins(in, "<?xml"))
		return tell(other, "a file in XML", to_text);
	struct bytes line = line_take(&in);
	return memchr(line.at, '>', line.len) && !has(line, ": ") &&
		tell(other, "a web page, or a part of one (HTML)", to_text);
}

/* ---- JSON ---- */

/* Whether a key of this name, in quotation marks, stands anywhere in it. */
static bool has_key(struct bytes in, const char *key)
{
	size_t len = strlen(key);
	const char *end = in.at + in.len;
	for (const char *at = in.at; (at = memmem(at, (size_t)(end - at), key, len)) != NULL;) {
		bool marked = at > in.at && at[-1] == '"' && at + len < end && at[len] == '"';
		at += len;
		if (!marked)
			continue;
		const char *colon = at + 1;
		while (colon < end && is_blank(*colon))
			colon++;
		if (colon < end && *colon == ':')
			return true;
	}
	return false;
}

/* Whether the first key is this one. */
static bool first_key(struct bytes in, const char *key)
{
	size_t len = strlen(key);
	in = trimmed(behind(in, 1));
	return in.len > len + 1 && *in.at == '"' && memcmp(in.at + 1, key, len) == 0 &&
		in.at[len + 1] == '"';
}

static bool tell_json_object(struct bytes in, struct other_file *other)
{
	if (has_key(in, "doc_id") || has(in, "docs.google.com/open"))
		return tell(other, "a link to a document of Google",
			"in Google Docs: File, Download, Plain Text (.txt); then check that file");
	if (first_key(in, "timeline") && has_key(in, "headline"))
		return tell(other, "a timeline of TimelineJS (JSON)", to_fields);
	if (first_key(in, "@context"))
		return tell(other, "data of a web page (JSON-LD)", to_fields);
	if (has_key(in, "FeatureCollection") ||
		(has_key(in, "features") && has_key(in, "geometry")))
		return tell(other, "places on a map (GeoJSON)", to_fields);
	if (has_key(in, "itemType") || has_key(in, "citationKey"))
		return tell(other, "a bibliography of Zotero (JSON)", to_sources);
	/* What truce has for every event and source speaks against what follows. */
	if (has_key(in, "date") || has_key(in, "quotes") || has_key(in, "sources") ||
		has_key(in, "people"))
		return false;
	if (has_key(in, "headline") && (has_key(in, "start_date") || has_key(in, "startDate")))
		return tell(other, "a timeline of TimelineJS (JSON)", to_fields);
	if (has_key(in, "dateTimeFormat") || (has_key(in, "events") && has_key(in, "isDuration")))
		return tell(other, "a timeline of SIMILE (JSON)", to_fields);
	if (has_key(in, "nbformat"))
		return tell(other, "a notebook of Jupyter", to_text);
	return false;
}

static bool tell_json_list(struct bytes in, struct other_file *other)
{
	struct bytes inside = trimmed(behind(in, 1));
	if (!inside.len || *inside.at != '{')
		return false;
	if (has_key(in, "itemType"))
		return tell(other, "a bibliography of Zotero (JSON)", to_sources);
	if (has_key(in, "date") || has_key(in, "quotes"))
		return false;
	if (has_key(in, "headline") && has_key(in, "start_date"))
		return tell(other, "a timeline of TimelineJS (JSON)", to_fields);
	if (has_key(in, "type") &&
		(has_key(in, "issued") || has_key(in, "date-parts") || has_key(in, "title")))
		return tell(other, "a bibliography (CSL-JSON), as Zotero writes it", to_sources);
	if (has_key(in, "content") && has_key(in, "start"))
		return tell(other, "a timeline of vis.js (JSON)", to_fields);
	return false;
}

/* ---- lines ---- */

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
	struct bytes first = line_take(&in);
	if (begins_any_case(first, "sep=") && first.len == 5) /* for Excel */
		first = line_take(&in);
	if (!first.len || strchr("{[#-%&*!|>'@`", *first.at) || memchr(first.at, ':', first.len))
		return false;
	struct bytes next = line_take(&in);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t count = columns(first, rows[i].mark);
		if (count < 2 || !names_columns(first, rows[i].mark))
			continue;
		if (columns(next, rows[i].mark) == count || (count > 2 && !trimmed(next).len))
			return tell(other, rows[i].what, to_cells);
		struct bytes text = next; /* a text of several lines in a cell */
		if (count > 2 && columns(next, rows[i].mark) == 0 && memchr(text.at, '"', text.len))
			return tell(other, rows[i].what, to_cells);
	}
	return false;
}

/* "@article{", in any case. */
static bool is_bibtex(struct bytes in)
{
	size_t len = 1;
	while (begins(in, "%")) { /* JabRef says the encoding */
		line_take(&in);
		in = trimmed(in);
	}
	if (!in.len || *in.at != '@')
		return false;
	while (len < in.len && is_letter(in.at[len]))
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
		{"{\\rtf", "a document of a word processor (RTF)", in_any},
		{"\\documentclass", "a document of LaTeX", to_text},
		{"TY  - ", "a bibliography (RIS)", to_sources},
		{"%0 ", "a bibliography (EndNote)", to_sources},
		{"0 HEAD", "a family tree (GEDCOM)", to_fields},
		{"BEGIN:VCALENDAR", "a calendar (iCalendar)", to_fields},
		{"BEGIN:VCARD", "addresses (vCard)", to_fields},
		{"MIME-Version:", "a letter or a web page as saved by a mail program or browser",
			to_text},
		{".\\\" -*- coding",
			"a page of the manual, as \"truce print --format man\" writes it", to_yaml},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (begins(in, rows[i].begin))
			return tell(other, rows[i].what, rows[i].advice);
	return is_bibtex(in) && tell(other, "a bibliography (BibTeX)", to_sources);
}

/* ---- lines of a text ---- */

/* "events:", perhaps behind "- ": a line that a record may have. */
static bool is_field(struct bytes line)
{
	size_t at = 0, from;
	while (at < line.len && (line.at[at] == ' ' || line.at[at] == '-'))
		at++;
	from = at;
	while (at < line.len && (is_small(line.at[at]) || line.at[at] == '_' || line.at[at] == '-'))
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
	return begins(line, "## ") || begins(line, "### ") || begins(line, "```");
}

static bool is_section(struct bytes line)
{
	static const char *const names[] = {"events:", "quotes:", "people:", "sources:", "parties:",
		"themes:", "eras:", "views:", "parallels:"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (begins(line, names[i]))
			return true;
	return false;
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
		struct bytes line = line_take(&in);
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
		return tell(other, "a listing, in which each line begins with its number",
			"delete the numbers, and behind each as many signs and spaces as stand "
			"behind the first");
	return quoted == lines
		? tell(other, "a text out of a letter, in which each line begins with \">\"",
			  "delete these, and the space behind each")
		: tell(other, "a comparison of files, in which each line begins with \"+\"",
			  "delete these");
}

/* Two more that only all of their lines tell: markwhen has dates for keys, and in Markdown no line
 * is a field. */
static bool tell_lines(struct bytes in, struct other_file *other)
{
	bool marked = begins(in, "# "), fields = false;
	size_t dated = 0, headings = 0;
	while (in.len) {
		struct bytes line = line_take(&in);
		if (!line.len)
			continue;
		if (is_section(line))
			return false;
		fields |= is_field(line);
		dated += is_dated(line);
		headings += is_heading(line);
	}
	if (dated > 1)
		return tell(other, "a timeline of dates and texts, as in markwhen", to_fields);
	return !fields && (headings > 1 || (marked && headings)) &&
		tell(other, "a text in Markdown", to_fields);
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
	struct bytes line = line_take(&in);
	size_t rulers = 1, fields = 0, prose = 0;
	if (line.len != 3 || !begins(line, "---"))
		return false;
	while (in.len) {
		line = line_take(&in);
		if (is_section(line))
			return false;
		rulers += line.len == 3 && begins(line, "---");
		fields += rulers == 1 && is_field(line);
		prose += rulers > 1 && (is_prose(line) || is_heading(line));
	}
	return fields && rulers > 1 && prose &&
		tell(other, "a page of a website (Markdown, with fields above it)", to_fields);
}

bool other_file(const char *bytes, size_t len, const char *name, struct other_file *other)
{
	struct bytes in = {bytes, len < LOOKED_MOST ? len : LOOKED_MOST};
	if (begins(in, "PK\3\4") || begins(in, "PK\5\6"))
		return tell_zip(in, name, other);
	if (begins(in, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
		return tell_office(in, name, other);
	if (tell_magic(in, other))
		return true;
	in = trimmed(in);
	if (in.len > HEAD_MOST)
		in.len = HEAD_MOST;
	if (!in.len)
		return false;
	if (tell_first_line(in, other))
		return true;
	switch (*in.at) {
	case '<':
		return tell_markup(in, other);
	case '{':
		return tell_json_object(in, other);
	case '[':
		return tell_json_list(in, other);
	case '-':
		return tell_page(in, other) || tell_prefixed(in, other) || tell_table(in, other) ||
			tell_lines(in, other);
	default:
		return tell_prefixed(in, other) || tell_table(in, other) || tell_lines(in, other);
	}
}
