/* What a query could go on with at the `&` prompt: fields, and behind them ids, names and words. */
#ifndef TRUCE_UI_CORE_COMPLETION_H
#define TRUCE_UI_CORE_COMPLETION_H

#include "ui/core/candidates.h"

struct app;

/* For `prompt_ops`: of the term, and of the value in it, that ends at the cursor. */
void completion_begin(struct app *, const char *text, size_t cursor, struct candidates *);
void completion_offer(struct app *, struct candidates *, uint32_t things);

#endif
