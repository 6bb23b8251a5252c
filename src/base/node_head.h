/* What stands behind the name of a field, above the deeper lines of its text, where the sign of a block
 * text belongs. */
#ifndef TRUCE_BASE_NODE_HEAD_H
#define TRUCE_BASE_NODE_HEAD_H

#include "base/node_fault.h"

/* Whether the text of the line's field goes on in the next line. */
bool head_goes_on(const struct fault *, struct line);

/* Whether signs without a word stand there: ">-\"", "->", "&gt;". */
bool head_is_signs(const char *at, const char *end);

/* Reports at `place` what stands at `at` behind a field whose text goes on below, and begins no text; or
 * false, with nothing added. */
bool head_explain(const struct fault *, struct line, const char *at, struct place);

/* Reports signs, or nothing, in quotation marks above the deeper line of the fault; or false, with nothing
 * added. */
bool head_explain_quoted(const struct fault *);

#endif
