/* The one output function for HTML that is XML as well: text of a record between tags, in an
 * attribute, and as the address of a link.
 *
 * What is markup stands for itself. What is not seen and no part of writing where it stands is left
 * out, or shown by its number where it could do harm, as a non-character is, which XML forbids. Where the
 * target has not all of Unicode, only ASCII is written, and references for the rest. */
#ifndef TRUCE_PRINT_HTML_TEXT_H
#define TRUCE_PRINT_HTML_TEXT_H

#include "base/text.h"

/* Appends the text as content of an element. A line feed begins a new line: `<br/>`. */
void html_text(const struct text_form *, struct buf *, const char *text);
/* Appends the text as value of an attribute, between the quotation marks that are the caller's. */
void html_value(const struct text_form *, struct buf *, const char *text);
/* Appends the character at that offset of a text, which is none of ASCII; Markdown has the same references.
 * False, with nothing appended, where its number is to be shown instead. */
bool html_wide(const struct text_form *, struct buf *, const char *text, size_t len, size_t at,
	int32_t character);
/* Appends an address as such a value: what no address holds is percent-encoded. False, with nothing
 * appended, where following it could do anything but open a page: it is not of http or https. */
bool html_address(struct buf *, const char *url);

#endif
