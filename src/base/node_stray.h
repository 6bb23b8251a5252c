/* Lines and brackets of a list or text that stand beside it: each adds one diagnostic; or false. */
#ifndef TRUCE_BASE_NODE_STRAY_H
#define TRUCE_BASE_NODE_STRAY_H

#include "base/node.h"
#include "base/node_fault.h"
#include "base/node_row.h"

#include <stdbool.h>
#include <stddef.h>

/* A line that cannot begin where it does: items below a list in brackets, a line of a text that begins with
 * a hyphen, what stands deeper below a hyphen alone. */
bool stray_explain(const struct fault *, struct row);

/* A line of the block text above that begins with a hyphen, and further left. */
bool stray_text_report(struct diag_list *, struct place, const char *bytes, struct row);

/* Fields in round brackets. */
bool stray_explain_round(const struct fault *);
/* An entry that is indented below no section, or one with words behind its name. */
bool stray_explain_entry(const struct fault *, struct line);
/* "id: - dawn", "quotes: - id: ink". */
bool stray_explain_hyphen(const struct fault *);

#endif
