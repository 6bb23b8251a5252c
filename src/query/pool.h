/* The quotations that can be asked about, and a fair draw from them. For questions.c and sheet.c.
 *
 * A lot is a quotation: each that can be asked has the same chance. To be asked, words
 * must be exact and a person's or a source's (where more are wanted, a party's or reported), say
 * enough (POOL_WORDS words that carry meaning), have the form of a sentence, be no headline, and
 * be not known as altered by their source, and neither begin with somebody who is named outside of
 * them nor be nearly those of another voice.
 * What a class has heard need not say enough, and may be reported. Of a year of which nobody's
 * exact words can be asked, reports are, so that no year is missing only for its words being
 * reported. Where a result has none of all these, what it has is asked, and the pool says so. */
#ifndef TRUCE_QUERY_POOL_H
#define TRUCE_QUERY_POOL_H

#include "base/arena.h"
#include "query/lots.h"
#include "query/result.h"

#include <stdbool.h>
#include <stdint.h>

enum {
	POOL_MOST = 256,
	POOL_SAMPLE =
		256, /* of a result of more quotations than ECHOES_WHOLE, what is looked at first; */
	POOL_KEPT = 20, /* and of them, so many that nobody near has said too */
	POOL_WORDS = 7,
	POOL_DAYS_FAR = 40 * 365, /* from the words of one who could have spoken others */
};

/* What is wanted of a pool. */
struct pool_wants {
	bool views;    /* of sources, in the words of their authors, in place of words */
	bool nameless; /* not words that name their own speaker */
	bool more;     /* words of parties and reports, of all years */
	const uint8_t *
		also; /* bits of the record's: words of parties that are wanted none the less, or NULL */
	bool heard;   /* whoever is asked has heard all of them, and who said them */
	bool sampled; /* where there are very many, from some of all times, as long as those do */
	uint32_t words_most;    /* longer ones only where there is nothing else */
	uint32_t least, voices; /* so many quotations, and of so many names, or it is nothing */
};

/* A draw of quotations, in an order by lot. */
struct pool {
	uint32_t quotes[POOL_MOST];
	uint32_t count;
	const uint8_t *elsewhere; /* bits of the record's: said elsewhere too (echoes.h) */
	bool poor; /* there was nothing else: fragments, headlines, long ones are among them */
};

/* Looks at the result once, and at the texts of the record; where it is sampled and long, at what was
 * sampled and what stands near (echoes.h). False where it has not what is wanted at least, but may have
 * something. */
bool pool_draw(struct arena *, const struct result *, struct lots *, const struct pool_wants *,
	struct pool *);

/* Brings `front` of the pool to its front, or all where it has fewer, in an order by lot; the
 * others stand behind to replace them, in one as well. Each quotation has the same chance, and
 * sides (of views the sources), and the years of each, are among them as often as in the pool, to
 * within one. */
void pool_balance(const struct record *, struct lots *, struct pool *, uint32_t front);

/* Whose words or whose view it is: a person or source. */
struct ref pool_voice(const struct quote *);
/* On which side a quotation is for a fair draw: of a view its source, else the speaker's party. */
struct ref pool_side(const struct record *, const struct quote *);
/* Whether of two voices one might be taken for the other: both are called the same, or one is the
 * author of the other. A voice is itself. */
bool pool_same_voice(const struct record *, struct ref, struct ref);
/* Whether a name could be called right for a quotation: its voice, where it is printed, who handed
 * it on, the party of its speaker, a party of which a source's words tell, or of what a party tells
 * of three or more, another of them. */
bool pool_could_be(const struct record *, const struct quote *, struct ref);

/* How many words a text has, by its spaces. */
uint32_t pool_words(const char *text);
/* Whether two quotations have a theme in common. */
bool pool_share_theme(const struct quote *, const struct quote *);
/* Whether two views of the same time, or words of one side then, are on the same themes and no other, or any of
 * that time share a theme and many of their words: which of the two voices it was, they may not tell. */
bool pool_same_matter(const struct record *, const struct quote *, const struct quote *);
/* Whether words name who said them; of a view also where it came out. */
bool pool_names_its_speaker(const struct record *, const struct quote *);
/* Whether the speaker of the other words was heard in a result, or was where the first were said. */
bool pool_was_met(const struct result *heard, const struct quote *, const struct quote *other);
/* Whether the events of two quotations lie so far apart that nobody who heard the one could have spoken
 * the other. */
bool pool_is_far(const struct record *, const struct quote *, const struct quote *);
/* Whether two dates follow each other beyond doubt, with at least so many days between them, and
 * more than either is exact to. */
bool pool_lie_apart(const struct date *, const struct date *, int64_t days);
/* Whether a date can be asked for: it has days, and is not merely possible. */
bool pool_has_days(const struct date *);
/* Whether the day on which words were said can be: it has days, and their source did not come out before it. */
bool pool_has_day_said(const struct record *, const struct quote *);

#endif
