/* What the `:` prompt offers as one types: where one can go, and what can be done. */
#ifndef TRUCE_UI_CORE_PALETTE_H
#define TRUCE_UI_CORE_PALETTE_H

#include "ui/core/candidates.h"

struct app;

/* For `prompt_ops`. Nothing is offered that is not shown as of the day and under the filter. */
void palette_begin(struct app *, const char *text, size_t cursor, struct candidates *);
void palette_offer(struct app *, struct candidates *, uint32_t things);

/* Actions alone. */
void palette_offer_actions(struct app *, struct candidates *, uint32_t things);

/* 1 to 999, the number of an event, or 0. */
uint32_t palette_number(const char *text);

/* What quits, and "w", as other programs have it. */
bool palette_quits(const char *text);

#endif
