/* What the views of a record come to: they are selected as --view would. */
#ifndef TRUCE_CLI_VIEWS_H
#define TRUCE_CLI_VIEWS_H

#include "base/diag.h"
#include "model/record.h"

/* Adds a problem for each view that opens, but shows nothing or hides what it is to show, and for
 * each value of its query that names nothing. In a huge record of many views only the first are
 * looked at, as many as a second or so allows. */
void views_check(const struct record *, struct diag_list *);

#endif
