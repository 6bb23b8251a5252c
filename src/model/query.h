/* The query language: a text as terms, all of which must hold. What a term selects is decided in
 * query/; here is only its form, so that a view's query is checked when its file is read.
 *
 *     word  "two words"           in any text, name, alias or place
 *     by:hale  speaker:  person:  party:  source:  theme:  place:  era:  status:  kind:  lang:  id:
 *     answers:ID  has:quotes,variants,replies,parallels,positions
 *     1918  -0043  2022-03  1917..1918  ..1996  2022-03-29..  191X  [1917,1996]
 *     29 March 2022  Mar 2022  15–17 December 1917..  about 44 BCE  29 March, of any year
 *     -term                       not
 *
 * Terms stand between spaces; a field's values, and dates, between commas: either. A value may
 * stand in quotation marks. What begins with a digit is a date, and so are "..", a minus and four
 * digits, what is made of the signs of EDTF, and a date in the words in which truce shows it
 * (date_parse_typed), which has spaces; in quotation marks it is a word. AND, OR and NOT in
 * capitals are refused, and so are & and |.
 *
 * What is parsed is copied into the arena. On failure the query is untouched, the problem filled.
 *
 * A new field is a name here, a row in query.c, and a row in query/terms.c, which says what it
 * selects. */
#ifndef TRUCE_MODEL_QUERY_H
#define TRUCE_MODEL_QUERY_H

#include "base/arena.h"
#include "base/buf.h"
#include "model/date.h"
#include "model/form.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a term asks: the number of a row of query_field_row. */
enum { QUERY_WORDS, QUERY_DATES, QUERY_NAMED /* the first field with a name */ };

/* The values of `has`, in the order of its row. */
enum query_has { HAS_QUOTES, HAS_VARIANTS, HAS_REPLIES, HAS_PARALLELS, HAS_POSITIONS, HAS_COUNT };

/* Days from the first to the last; an open end is DATE_OPEN_START or DATE_OPEN_END. Where no year was
 * typed, or no century, days of many. */
struct query_span {
	const struct query_span *next;
	int64_t from, to;
	bool yearly; /* these are not looked at, but */
	struct date_yearly days;
};
/* Whether days from one to another, of a date of the record, have one of them. */
bool query_span_touches(const struct query_span *, int64_t from, int64_t to);

struct query_value {
	const struct query_value *next;
	const char *text; /* folded by query_fold, not empty */
	size_t len;
	size_t from, bytes; /* what was typed of it, without quotation marks: bytes of the text */
	uint32_t column;
};

struct query_term {
	const struct query_term *next;
	const struct query_value *values; /* not NULL but of dates and `has`; one where words */
	const struct query_span *spans;   /* of dates, not NULL */
	const char *season; /* of dates: "1917-21", which may be meant as years; else NULL */
	size_t from, bytes; /* what was typed of it: bytes of the text */
	uint32_t column;    /* where it begins, in code points from 1 */
	uint8_t field;      /* a row of query_field_row */
	uint8_t has;        /* bits of enum query_has */
	bool negative;
	bool minus; /* of dates: it begins with "-1918", which may be meant as "not 1918" */
};

/* Where a problem lies: in a query that was asked, in a day to stop at that was, in either of a
 * view of the record. */
enum query_origin { ORIGIN_QUERY, ORIGIN_AS_OF, ORIGIN_VIEW_QUERY, ORIGIN_VIEW_AS_OF };

struct query_problem {
	enum query_origin origin;
	uint32_t column;  /* in code points, from 1 */
	char reason[320]; /* one line that says what to do; may quote a few words of the query. That
			   * of a malformed query fits, with its column, a row of 80 columns */
};

/* The terms of a query, in order; *terms is NULL where the text is empty, and everything is
 * selected. */
bool query_parse(struct arena *, const char *text, size_t len, const struct query_term **terms,
	struct query_problem *);

/* Any EDTF, a date in words, with its year or a day without, and the ranges "1917..1918", "..1996"
 * and "2022-03-29.."; several between commas. Spans are in the arena; on failure *spans is
 * untouched and the problem filled. */
bool query_dates_parse(struct arena *, const char *text, size_t len,
	const struct query_span **spans, struct date_problem *);

/* The days that a date may be: one span, or several of a set. An end that is not known counts as
 * the one that is; NULL where the year is not known. Spans are in the arena. */
const struct query_span *query_spans(struct arena *, const struct date *);

/* Whether a date may lie in one of the spans. Empties the arena, of which it makes use. */
bool query_spans_touch(const struct query_span *, const struct date *, struct arena *scratch);

/* The last day that a date may be: a day to stop at. False where its year is not known, or it has
 * no end; *day is untouched then, the problem filled. */
bool query_day(const struct date *, int64_t *day, struct query_problem *);

/* A field: what stands before the colon of a term. */
struct query_field_row {
	const char *name;               /* "speaker"; "" for words and dates */
	const struct form_words *words; /* all that it takes; NULL where anything */
	const char *help;               /* a few words for who types a query */
};
/* The rows: words, dates, then the fields by their names; NULL behind the last. */
const struct query_field_row *query_field_row(int field);

/* Appends the text as words are compared: folded (text_fold), with one space for several, and
 * without the apostrophes and soft signs inside words. Never empty where the folded text is not. */
void query_fold(struct buf *, const char *text, size_t len);
/* The second half of it, for what was appended behind `from`. */
void query_squeeze(struct buf *, size_t from);
/* The same in place, of a text with a NUL behind it; returns its new length. Where `from` is given,
 * from[i] becomes where the byte that is now the ith stood; it has room for `len`. */
size_t query_squeeze_text(char *text, size_t len, uint32_t *from);

#endif
