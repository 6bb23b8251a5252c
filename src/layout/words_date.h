/* Dates as words. All dates on the screen come from here, so that all are in the calendar asked
 * for.
 *
 * Each function appends plain text to a buf. What the record gives in one calendar alone is the
 * same in every mode. */
#ifndef TRUCE_LAYOUT_WORDS_DATE_H
#define TRUCE_LAYOUT_WORDS_DATE_H

#include "base/buf.h"
#include "layout/style.h"
#include "model/record.h"

/* When something was, as the record gives it. Borrows both. */
struct when {
	const struct date *date;      /* NULL: not known */
	const struct date *old_style; /* NULL where the record does not give it */
};

struct when when_of_event(const struct event *);
/* When the words were said: see quote_said. */
struct when when_of_quote(const struct record *, const struct quote *);
/* From when the words are: when they were said; a source's own view, when it was printed. */
struct when when_of_words(const struct record *, const struct quote *);

/* "7 November 1917 (25 October Old Style)", "7 November 1917", "25 October 1917 Old Style"; nothing
 * where the date is not known. */
void words_date(struct buf *, enum date_mode, struct when);
/* The same where there is room for one calendar: New Style, unless Old Style is asked for. */
void words_date_one(struct buf *, enum date_mode, struct when);

/* From when something is that stands below another date, where that is not the same day; its year
 * is left out where both lie in one: "7 March", "about May", "about 2022", "14 January 2022".
 * Nothing where it is the same, or not known. */
void words_date_below(struct buf *, enum date_mode, struct when, struct when above);

/* Whether a date is the day of another, or as much as is known of it, whatever the time of day. */
bool words_date_same(const struct date *, const struct date *);
/* Whether a text is a date, in words or EDTF, and that one; false where it is NULL. */
bool words_date_is(const char *text, const struct date *);
/* Whether a text is a date that is in no doubt, and the other lies within it: "2022" of 29 March 2022. */
bool words_date_holds(const char *text, const struct date *);

/* The date that is drawn where there is room for one, and whether in the Julian calendar. */
const struct date *words_date_drawn(enum date_mode, struct when, bool *julian);

/* The parts of the date for columns, in one calendar. The date is known. */
void words_date_columns(struct date_columns *, enum date_mode, struct when);
/* These parts in one piece: "c. 29 Mar 2022?". The year is left out behind a month where it is that
 * of `beside`, which may be unknown. */
void words_date_short(struct buf *, enum date_mode, struct when, struct when beside);

/* A year, counted as astronomers do: "2022", "900 CE", "44 BCE". */
void words_year(struct buf *, int64_t year);

/* The year alone where the date lies within one that is not in doubt, else all of the date. About a
 * day or month of the middle of a year is still of that year. */
void words_date_year(struct buf *, const struct date *);

/* When the words were said, with "looking back" where that was surely more than a year after the
 * event. Nothing where it is not known. */
void words_said(struct buf *, enum date_mode, const struct record *, const struct quote *);

/* "3 years, 48 days", "25 years", "17 days"; nothing for none. */
void words_apart(struct buf *, struct date_apart);

/* Time without an event between one date and the next, when it is over a year: "20 years",
 * "8 to 9 years", "about 57 years"; returns false, and appends nothing, where there is no such gap. */
bool words_gap(struct buf *, const struct date *from, const struct date *to);

#endif
