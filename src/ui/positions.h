/* Who stood where: the table of positions, and where one stands in it. */
#ifndef TRUCE_UI_POSITIONS_H
#define TRUCE_UI_POSITIONS_H

#include "layout/positions.h"
#include "ui/list.h"

struct app;

struct stood {
	struct arena arena;
	struct position_table table;
	bool made;        /* the table */
	uint32_t *lines;  /* of the table, those that are shown */
	struct list list; /* of them */
	struct ref party; /* the only one shown; none for all */
	uint32_t meeting; /* the selected column */
	uint32_t nth;     /* and stand in the cell */
	uint32_t first;   /* the first column shown */
};

/* Opens the view. */
void positions_open(struct app *);

/* Forgets the table: when other events or quotations are shown, when the record goes, and at the end. */
void positions_forget(struct app *);

#endif
