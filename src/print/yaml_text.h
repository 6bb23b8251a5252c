/* Text as a YAML value: the one way out for text into an event file.
 *
 * The calmest form that reads back as the same bytes: plain where YAML allows and no other reader
 * takes it for a number or a truth; a folded or literal block for what is long; double quotes with
 * escapes for the rest, and for every character that a terminal or YAML itself would trip over, or
 * that the target cannot show (its form; NULL is all). */
#ifndef TRUCE_PRINT_YAML_TEXT_H
#define TRUCE_PRINT_YAML_TEXT_H

#include "base/buf.h"

#include <stdbool.h>

struct text_form;

enum { YAML_WIDTH = 100 };

/* Appends the value and a line feed. `column` is where it begins, `indent` the column of lines that
 * follow it. */
void yaml_text(const struct text_form *, struct buf *, const char *text, int column, int indent);
/* Appends a value inside brackets: on one line, plain or quoted. */
void yaml_flow_text(const struct text_form *, struct buf *, const char *text);
/* Appends a date's EDTF: as taught, plain for 1918-03~, quoted for what YAML takes for more than
 * text, and for years that other readers take for octal numbers. */
void yaml_date_text(const struct text_form *, struct buf *, const char *edtf);

#endif
