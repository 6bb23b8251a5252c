/* The one output function for Markdown: as pandoc reads it, and CommonMark does.
 *
 * What is markup there or here stands behind a backslash, where it would be markup and only there,
 * for a text is read as it stands too. So do straight quotation marks, dashes and dots of which
 * pandoc would make others: words stay as they are. What is not seen is treated as in html_text. */
#ifndef TRUCE_PRINT_MARKDOWN_TEXT_H
#define TRUCE_PRINT_MARKDOWN_TEXT_H

#include "base/text.h"

/* Appends the text to a paragraph, of which `out` holds the line at hand from its first letter. A
 * line feed is a break, and `prefix` begins the line behind it; NULL where there is but one line, of
 * a heading or a table: it is a space then. */
void markdown_text(const struct text_form *, struct buf *out, const char *text, const char *prefix);
/* The same within a citation, on one line. */
void markdown_cited(const struct text_form *, struct buf *out, const char *text);

/* Appends an address as a link that shows it; false, with nothing appended, where it is no page's
 * (html_address). */
bool markdown_address(
	const struct text_form *, struct buf *out, const char *url, const char *shown);

#endif
