/* Lines of a text that are none of it, but of the page, the mail or the file it was copied from: numbers of
 * pages and of lines, marks of a mail, bullets, "// remarks". Private to load/. */
#ifndef TRUCE_LOAD_PAGE_H
#define TRUCE_LOAD_PAGE_H

#include "load/loader.h"

/* Whether a line of the bytes of a file may be one. */
bool page_find(const char *bytes, size_t len);

/* Reports the first of each kind in a text that has lines of its own, and how many more there are; some
 * kinds only where it is the exact words of somebody. Returns whether that is a sign at the beginning of
 * a line. */
bool page_report(struct loader *, const struct form_field *, const struct node *, bool words);

#endif
