/* What other ways of writing put at the beginning of a line: bullets of word processors and of
 * Markdown, fences, remarks of programming languages. And signs that stand for a colon there, or
 * behind a value. */
#ifndef TRUCE_BASE_HABIT_H
#define TRUCE_BASE_HABIT_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* Reports what the text begins with that no field or item of a record begins with; false, with
 * nothing said, where there is none. */
bool habit_report(struct diag_list *, struct place, const char *text, const char *end);

/* "hale:" or "hale: {name: ...}": what is entered under a name, and no field of an item. */
bool habit_is_entry(const char *text, const char *end);

/* Reports "[ ] dawn" and "[x] dawn" behind the hyphen of an item. */
bool habit_box_report(struct diag_list *, struct place, const char *text, const char *end);

/* Reports "title = Dawn"; the text is a line without its indentation. */
bool habit_assignment_report(struct diag_list *, struct place, const char *text, const char *end);

/* Reports a comma or semicolon with nothing behind it, as lines of JSON and of programs end. */
bool habit_end_report(struct diag_list *, struct place, const char *text, const char *end);

#endif
