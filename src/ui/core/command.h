/* The `:` prompt: where to go, by an id, a date or a number, or what to do, by its name. */
#ifndef TRUCE_UI_CORE_COMMAND_H
#define TRUCE_UI_CORE_COMMAND_H

#include "ui/core/view.h"

enum app_next command_open(struct app *, const struct request *);

#endif
