/* Links: what leads on from one quotation, or from one event, in the order in which they are read.
 *
 * The list is short whatever the size of the record: of a long thread it holds what lies nearest, of the
 * places in print, people and themes of a thing the first, and a last link that says how many more
 * there are. Quotations that the result does not select are
 * no links, nor over a scene of a lesson what is later than it has come, or who is heard only later. Lists
 * are in the arena given and borrow the record. */
#ifndef TRUCE_QUERY_LINKS_H
#define TRUCE_QUERY_LINKS_H

#include "query/result.h"
#include "query/threads.h"

enum link_kind {
	LINK_ANSWERS,        /* the quotation that this one answers */
	LINK_SO_DO,          /* another that answers the same */
	LINK_ANSWERED_BY,    /* one that answers this */
	LINK_ANSWERED_THERE, /* one that answers it in another rendering alone */
	LINK_RENDERING,      /* another rendering of the same utterance */
	LINK_ORIGINAL,       /* the words as they were said, in a source: `also` */
	LINK_TRANSLATION,    /* the same in another language, as printed: `also` */
	LINK_WORDING,        /* the same words, printed otherwise: `also` */
	LINK_ALSO_IN,        /* the same words in another place: `also` */
	LINK_SPOKEN_OF,      /* a quotation about this event */
	LINK_ABOUT,          /* an event or person that this is about */
	LINK_SAID_TO,        /* a person or party */
	LINK_VIA,            /* who handed the words on: a person, party or source */
	LINK_ALSO_SAYS,      /* another quotation of the same voice */
	LINK_PRESENT,        /* a person at the event, with a role */
	LINK_HOST,           /* party or person */
	LINK_MEDIATOR,
	LINK_THEME,
	LINK_LIKENED,    /* the event or era at another end of `parallel` */
	LINK_PRINTED_IN, /* the source */
	LINK_KIND_COUNT
};

struct link {
	enum link_kind kind;
	struct ref to;                   /* where it leads; none: nothing claimed, said so */
	const struct attestation *also;  /* or NULL */
	const struct parallel *parallel; /* or NULL */
	const char *role;                /* of a person present, or NULL */
	const char *locator;             /* of a source, or NULL */
	uint32_t count;                  /* of a theme its entries */
	bool note_waits;                 /* over a scene its note tells of a later one */
	uint32_t more; /* above 0: this link stands for so many more of its kind */
};

struct link_list {
	struct ref of; /* an event or a quotation */
	struct link *at;
	uint32_t count;
};

/* The links of an event or a quotation; with `all`, of long threads as many as a list can hold. */
struct link_list links_find(
	struct arena *, struct threads *, const struct result *, struct ref of, bool all);

enum { ANSWERERS_MOST = 64 };

/* Who answers: voices, each once, by the first of their answers; parties and their people, then others who
 * spoke, then sources that think so. */
struct answerers {
	struct ref at[ANSWERERS_MOST];
	uint32_t count;
	uint32_t more; /* answers that were not looked at, or by yet others */
};

/* Those who answer a quotation, or `there`: its other renderings and not itself, among what the result
 * selects. False where nobody does. */
bool links_answerers(
	struct threads *, const struct result *, uint32_t quote, bool there, struct answerers *);
/* Whether anybody does, here or there: its links lead to them. */
bool links_answered(struct threads *, const struct result *, uint32_t quote);

/* The quotation by the same voice that comes after (direction above 0) or before this one, and is
 * selected; -1 where there is none. */
int64_t links_same_voice(struct threads *, const struct result *, uint32_t quote, int direction);

#endif
