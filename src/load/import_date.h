/* Dates in parts, as other programs keep them. Private to load/import*. */
#ifndef TRUCE_LOAD_IMPORT_DATE_H
#define TRUCE_LOAD_IMPORT_DATE_H

#include "load/import_form.h"

/* As far as it is given: a month of 0 is none, and so is a day; hours, minutes and seconds are -1. */
struct import_when {
	int64_t year; /* as historians count: -44 is 44 BCE */
	int month, day, hour, minute, second;
	bool given;       /* there is a year */
	const char *told; /* the date in EDTF, where it stood in other words; or NULL */
};

/* A whole number, perhaps with blanks, commas or ".0" as spreadsheets have it; false where it is none. */
bool import_number(const struct node *, int64_t *);

/* Appends it as EDTF, with its time or without; there must be a year. */
void import_when_add(struct buf *, const struct import_when *, bool timed);

/* The date from the one to the other, which may be NULL, at the place of the first; NULL where there is no
 * year, or it was reported what is wrong. Each is a mapping of year, month, day, hour, minute and second, or
 * "time" ("10:30 pm"); or a plain value: "1963,8,9", "8/9/1963" (month first), or what else is one date. */
struct node *import_span(struct import *, const struct node *start, const struct node *end);

/* The date that a text in a reader's words is, where it is the same as `date`: perhaps with a doubt that the
 * parts cannot say. Otherwise *words is the text, to be kept beside the date; else NULL. */
struct node *import_shown(
	struct import *, struct node *date, const struct node *shown, const char **words);

#endif
