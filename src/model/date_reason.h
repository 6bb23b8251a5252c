/* Private to model/date_reason*.c: questions to a text that is no date. */
#ifndef TRUCE_MODEL_DATE_REASON_H
#define TRUCE_MODEL_DATE_REASON_H

#include "model/date_parts.h"

enum { ADVICE_MOST = 60 }; /* a longer text is no way of writing a date */

/* The text, closed with NUL and in small letters, and a place for the answer. */
struct advice {
	char text[ADVICE_MOST + 1], low[ADVICE_MOST + 1];
	size_t len;
	struct date_problem *problem;
};

/* Writes the reason; returns true. */
bool advice_answer(struct advice *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Matches a pattern from the start of the text: 9 is a digit, a space is any number of spaces, a dot
 * is . / or -, anything else is itself. Returns the bytes matched, or 0. */
size_t advice_match(const char *text, const char *pattern);
/* Matches to the end of the text. */
bool advice_matches(const char *text, const char *pattern);
/* Whether the text is a single date. */
bool advice_is_date(const char *text);

/* The questions. Each knows the text, answers and returns true, or returns false. */
bool advice_open_end(struct advice *);
bool advice_era(struct advice *);
bool advice_prefixed(struct advice *);
bool advice_one_of(struct advice *);
bool advice_months(struct advice *);

#endif
