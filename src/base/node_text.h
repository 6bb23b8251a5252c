/* What keeps a text from being read as it is written: a colon or bracket in it, quotation marks that
 * close too early or never, what it begins with. Each adds one diagnostic, which shows how the text is
 * written where it stands in one line. */
#ifndef TRUCE_BASE_NODE_TEXT_H
#define TRUCE_BASE_NODE_TEXT_H

#include "base/node_fault.h"

struct remark;

/* `what` is the cause, in the line of the fault. */
void text_explain(const struct fault *, struct place, const char *code, const char *what);
/* The same where `what` ends with what else may be done, and "else". */
void text_explain_else(const struct fault *, struct place, const char *code, const char *what);
/* A text that begins with the sign at `at`. */
void text_explain_leading(const struct fault *, struct place, const char *at);
/* Text behind the quotation mark that closed the latest value. */
void text_explain_after_quote(const struct fault *);
/* A quotation mark, where reading it began, that is never closed. */
void text_explain_unclosed(const struct fault *);
/* A text that a # cuts; `rest` is said behind that. */
void text_explain_cut(const struct fault *, const struct remark *, const char *rest);
/* A backslash in double quotation marks. */
void text_explain_escape(const struct fault *);
void text_explain_surrogate(const struct fault *);

#endif
