/* What stands in the file and is not in the record, or the other way round, because of a #: the
 * rest of a line that YAML takes for a remark, and a remark within a text, which is spoken. Private
 * to load/. */
#ifndef TRUCE_LOAD_LOST_H
#define TRUCE_LOAD_LOST_H

#include "load/loader.h"

/* Reports it of a field's value, or of one in its list; asked where node->remark is not 0. */
void lost_report(struct loader *, const struct form_field *, const struct node *);

/* Whether it was reported that somebody's exact words were cut. */
bool lost_words(struct loader *, const struct node *);

/* What is said of a value with nothing in it: "is empty: " and what to do, which is `otherwise`, or
 * that a # took it; or which character it is that nobody sees. Valid until the next call that uses
 * `buf`. */
const char *lost_empty(struct loader *, const struct node *, const char *otherwise);

#endif
