/* The problems that keep the files from being a record, above the record that was there before. */
#ifndef TRUCE_UI_PROBLEMS_H
#define TRUCE_UI_PROBLEMS_H

#include "base/buf.h"
#include "ui/app.h"

struct problems {
	struct buf text; /* a line each */
	int count;
	int selected, top; /* lines */
};

/* Where the selected problem stands in the files. */
struct app_place problems_place(const struct app *);

#endif
