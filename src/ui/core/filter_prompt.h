/* The prompts `&`, for a query, and `@`, for a day. */
#ifndef TRUCE_UI_CORE_FILTER_PROMPT_H
#define TRUCE_UI_CORE_FILTER_PROMPT_H

#include "ui/core/view.h"

enum app_next filter_prompt(struct app *, const struct request *);
enum app_next filter_prompt_day(struct app *, const struct request *);

#endif
