/* An element that only one kind of document has tells it, else the one it begins with. */
#include "load/other_bytes.h"

#include <string.h>

bool other_markup(struct bytes in, struct other_file *other)
{
	static const struct {
		const char *inside, *what;
		const char *advice;
	} rows[] = {
		{"<html", "a web page (HTML)", advice_text},
		{"<HTML", "a web page (HTML)", advice_text},
		{"<TEI", "a text marked up in TEI (XML)", advice_text},
		{"<rdf:RDF", "a bibliography, as Zotero writes it (RDF)", advice_sources},
		{"<mods", "a bibliography (MODS)", advice_sources},
		{"<gedcomx", "a family tree (GEDCOM X)", advice_fields},
		{"<event ", "a timeline (XML), as SIMILE has them", advice_fields},
		{"<event>", "a timeline (XML)", advice_fields},
		{"<kml", "places on a map (KML)", advice_fields},
		{"<opml", "an outline (OPML)", advice_text},
		{"<svg", "a picture (SVG)", advice_plain},
		{"<office:document", "a document of a word processor (LibreOffice)", advice_writer},
		{"<w:document", "a document of a word processor (Word)", advice_word},
	};
	static const char *const pieces[] = {"<p>", "<p ", "<div", "<pre", "<span", "<table", "<h1",
		"<h2", "<h3", "<ul", "<ol", "<code", "<article", "<section", "<meta", "<body",
		"<br"};
	if (in.len < 2 || (!bytes_is_letter(in.at[1]) && in.at[1] != '!' && in.at[1] != '?'))
		return false;
	if (bytes_begin_any_case(in, "<!doctype html") || bytes_begin_any_case(in, "<html"))
		return other_tell(other, "a web page (HTML)", advice_text);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (bytes_have(in, rows[i].inside))
			return other_tell(other, rows[i].what, rows[i].advice);
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
		if (bytes_begin_any_case(in, pieces[i]))
			return other_tell(
				other, "a web page, or a part of one (HTML)", advice_text);
	if (bytes_begin(in, "<?xml"))
		return other_tell(other, "a file in XML", advice_text);
	struct bytes line = bytes_line(&in);
	return memchr(line.at, '>', line.len) && !bytes_have(line, ": ") &&
		other_tell(other, "a web page, or a part of one (HTML)", advice_text);
}
