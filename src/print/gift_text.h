/* The one output function for GIFT, the form of questions that Moodle reads: text of a record as a stem,
 * a choice or a feedback.
 *
 * The signs of the form are escaped, and a line feed is the form's own. What nothing escapes there is
 * full-width: a percent sign that a choice begins with, which would be a mark, and the point of an
 * arrow "->", which would make pairs of choices. What is not seen is as plain_text has it. */
#ifndef TRUCE_PRINT_GIFT_TEXT_H
#define TRUCE_PRINT_GIFT_TEXT_H

#include "base/text.h"

void gift_text(const struct text_form *, struct buf *, const char *text);

#endif
