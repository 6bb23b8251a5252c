/* Another record in place of the old one, and what the ids of the old one lead to in it. */
#ifndef TRUCE_UI_RELOAD_H
#define TRUCE_UI_RELOAD_H

#include "ui/app.h"

#include <stdbool.h>

/* True where the record has files that can be edited and read again; else the message says how to get one. */
bool reload_asked(struct app *);

/* Where what is selected in the explorer stands in the files. */
struct app_place reload_place(const struct app *);

#endif
