/* Tables of a result: a row for each quotation or each event, the same columns in every format that
 * has rows. */
#ifndef TRUCE_PRINT_COLUMNS_H
#define TRUCE_PRINT_COLUMNS_H

#include "base/buf.h"
#include "query/sequence.h"

#include <stdbool.h>
#include <stdint.h>

/* What a row is of, and how it says it. */
struct columns_row {
	const struct result *result;
	const struct event *event;
	const struct quote *quote; /* NULL in a row of an event */
	bool names;                /* for people: what is called by an id has its name */
};

struct column {
	const char *name;
	bool date; /* EDTF, or a day: it may begin with a sign */
	/* Appends the cell, as text of the record; nothing where there is nothing to say. */
	void (*fill)(struct buf *, const struct columns_row *);
};

struct columns {
	const char *title; /* "Quotations" */
	const struct column *at;
	uint32_t count;
};
extern const struct columns columns_quotes, columns_events;

/* The rows of a table, one after the other, in the order of the view that was asked for, else in that of
 * the timeline. Borrows the result. */
struct columns_walk {
	struct columns_row row;
	enum thing thing; /* that rows are of */
	struct sequence sequence;
};
void columns_begin(
	struct columns_walk *, const struct columns *, const struct result *, bool names);
/* On to the next row; false when there is none. */
bool columns_next(struct columns_walk *);
void columns_end(struct columns_walk *);

/* Whether a program that takes cells for formulas might take this one. */
bool columns_is_formula(const struct column *, const char *cell);

#endif
