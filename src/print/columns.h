/* Tables of a result: a row for each quotation or each event, the same columns in every format that
 * has rows. */
#ifndef TRUCE_PRINT_COLUMNS_H
#define TRUCE_PRINT_COLUMNS_H

#include "base/buf.h"
#include "query/result.h"

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

/* Whether a program that takes cells for formulas might take this one. */
bool columns_is_formula(const struct column *, const char *cell);

#endif
