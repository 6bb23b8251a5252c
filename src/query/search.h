/* Searching the text of a record: what is typed at "/", and the words of a query.
 *
 * All the text of a record is folded once (case, diacritics and kinds of dashes and quotation
 * marks are off), piece behind piece in the order of the timeline, and then searched byte by byte.
 * It is folded from the front as far as an answer needs it, so the first answers come at once.
 *
 * What is found is a unit: an event, or one of its quotations. To an event's text belong title,
 * place, summary, outcome, note, duration, the document's own date, positions, and the titles,
 * names and aliases of themes, parties and people at the table with their roles; to a quotation's
 * its words with what stands around them, original, role, note, variants, and the titles, names
 * and aliases of speaker, addressees, themes, and of people and events it is about. To a name of a
 * person belongs the sentence on who that is. Whoever searches also finds the short names of sources as
 * they stand under words, without their dates; a query asks for sources and eras by source: and era:.
 *
 * Who types a name or alias of a person (all of it but for the last letters) means the person: the
 * other names, and the family name, are found with it, as whole words. So "zelenski" finds
 * "Zelenskyy".
 *
 * Where a pattern has days, the events that touch them are hits, too.
 *
 * An event that has the pattern in names alone, of who was there, of parties, themes and sources, is no
 * hit where words of it are hits that the result selects.
 *
 * Borrows the record. Caller owns the search: search_free. */
#ifndef TRUCE_QUERY_SEARCH_H
#define TRUCE_QUERY_SEARCH_H

#include "base/arena.h"
#include "model/form.h"
#include "model/record.h"
#include "query/pattern.h"
#include "query/result.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct search;

/* Costs nothing yet. */
struct search *search_create(const struct record *);
void search_free(struct search *);
/* Whether it is a search of that record; NULL is none of any. */
bool search_is_of(const struct search *, const struct record *);

enum search_way {
	SEARCH_AT,       /* the first hit that is not before `from` */
	SEARCH_NEXT,     /* the first hit behind it */
	SEARCH_PREVIOUS, /* the last hit before it */
};

/* Looks for the nearest hit among what the result selects. `from` is an event or a quotation; no
 * thing is the place before all, and to SEARCH_PREVIOUS behind all. Hits do not go round. False
 * where there is none, *hit untouched. */
bool search_find(struct search *, const struct pattern *, const struct result *, struct ref from,
	enum search_way, struct ref *hit);

/* Goes round, behind a search_find from there that found nothing: looks on from the other end up to where
 * that began; SEARCH_NEXT and SEARCH_PREVIOUS come to `from` itself last. Nothing is left of one from no
 * thing. */
bool search_find_round(struct search *, const struct pattern *, const struct result *,
	struct ref from, enum search_way, struct ref *hit);

/* The first hit behind a thing, in so many bytes of folded text. As search_find. */
bool search_find_near(struct search *, const struct pattern *, const struct result *,
	struct ref from, size_t bytes, struct ref *hit);

/* How many of the words that are hits were said in a year, in the new style; a source's own view is of
 * the year in which that was printed. */
struct search_year {
	int64_t year; /* astronomical */
	uint32_t hits;
};

enum { SEARCH_YEARS_MOST = 64 };

/* Hits of the whole result, counted bit by bit. A zeroed one stands at the start. */
struct search_count {
	uint32_t events, quotes; /* hits so far */
	uint32_t next;           /* where to go on */
	/* The years of the words among them, as they rise; hits of further years, and of what is dated
	 * no closer than to more than one, stand in none. */
	struct search_year years[SEARCH_YEARS_MOST];
	uint32_t year_count;
	/* Caller's, or NULL: a bit for each row of the result, set where the event or one of its
	 * quotations is a hit; and behind the last of those. */
	uint8_t *rows;
	uint32_t row_end;
};

/* Counts on, through about so many bytes of folded text (SIZE_MAX: to the end). True when all is
 * counted. */
bool search_count(struct search *, const struct pattern *, const struct result *,
	struct search_count *, size_t bytes);

/* A piece of the text of an event or a quotation: where a hit stands. */
struct search_piece {
	/* Whose text it is: of the event or quotation, and of what is nested in that, or NULL. The
	 * name of a source that speaks for itself stands in no field, and both are NULL. */
	const struct form_field *field, *within;
	const void *item; /* what is nested (struct position ...), or NULL */
	struct ref thing; /* whose name it is; none of a text of its own */
	const char *text; /* as it stands in the record */
	size_t len; /* of what is searched of a source's name under words; 0: all of the text */
};

/* The pieces of an event or a quotation in which the pattern stands, in the order of the form, of
 * each thing one name. At most so many go to `out`; returns how many there are, and stops counting
 * behind `most`. */
uint32_t search_pieces(struct search *, const struct pattern *, struct ref,
	struct search_piece *out, uint32_t most);

/* Whether it stands in a quotation's words, or in the name or role of who speaks, as it is shown. */
bool search_is_spoken(struct search *, const struct pattern *, struct ref);

/* Units by number, for the words of queries: event E with its quotations behind it. */
uint32_t search_unit_event(const struct record *, uint32_t event);
uint32_t search_unit_quote(const struct record *, uint32_t quote);
/* Sets the bit of every unit that is a hit, not by the sources under it alone; others are left. */
void search_units(struct search *, const struct pattern *, uint8_t *units);

#endif
