/* What is selected in a table of positions: a line, a meeting, and a stand in that cell. */
#ifndef TRUCE_UI_CORE_STANDS_H
#define TRUCE_UI_CORE_STANDS_H

#include "query/positions.h"
#include "ui/core/list.h"

#include <stdbool.h>
#include <stdint.h>

/* The functions that select take a table with lines; a table without has nothing to select. */
struct stands {
	struct position_table table;
	uint32_t *lines;  /* of the table, those that are shown */
	struct list list; /* of them */
	struct ref party; /* the only one shown; none for all */
	uint32_t meeting; /* the selected column */
	uint32_t nth;     /* and stand in the cell; behind the last, that there are others */
	uint32_t first;   /* the first column shown */
};

/* Collects the table of a result in the arena; its first cell is selected. */
void stands_begin(struct stands *, struct arena *, const struct result *);
/* Shows, of `count` columns, the two rounds that one would lay side by side first (rounds_find),
 * or where only one fits the earlier; the first cell shown is selected. They are those of all that
 * was known, where the table has both, else those of the result. */
void stands_open(struct stands *, const struct result *, uint32_t count);
/* Selects the column of the meeting that an event is of; nothing where the table has none. */
void stands_to_event(struct stands *, const struct event *);
/* Selects the first line of an issue that a query names: as its theme, or by its words. */
void stands_to_asked(struct stands *, const struct record *, const char *query, size_t len);
/* Selects a line of the first of the themes that is an issue here: the first that has a stand in
 * the selected column, else the first. Nothing where none is. */
void stands_to_issue(struct stands *, const struct refs *themes);

/* The selected line of the table, and cell. */
uint32_t stands_line(const struct stands *);
struct position_cell stands_cell(const struct stands *);

/* Whether an item of the list begins an issue: the one above it is of another. */
bool stands_titled(const struct stands *, uint32_t item);

/* The next or previous stand of the column, cell by cell; false at the end. */
bool stands_step(struct stands *, int direction);
/* An item of the list, or a meeting; beyond an end, the last or first. */
void stands_to_line(struct stands *, int64_t item);
void stands_to_column(struct stands *, int64_t meeting);

/* Brings the selected column among the `count` that are shown. */
void stands_fit(struct stands *, uint32_t count);
/* Shows the next or previous columns, `count` of them: the last one shown, or the first, stays where there
 * are several. False where all are shown. */
bool stands_turn(struct stands *, uint32_t count, int direction);
/* Shows the party of the selected line alone, then the next one, then all again. */
void stands_turn_party(struct stands *);

#endif
