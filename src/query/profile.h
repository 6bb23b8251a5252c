/* A profile: what a record says of one who speaks (a person, a party, a source), and who was at an
 * event.
 *
 * It is all that was known by the day, whatever a query hides: words and events that are not selected
 * are counted, not listed; and so is what a later scene of a lesson tells. Making one walks the record
 * once; everything is in its arena and borrows the record. Caller owns it: profile_free. */
#ifndef TRUCE_QUERY_PROFILE_H
#define TRUCE_QUERY_PROFILE_H

#include "query/result.h"
#include "query/threads.h"

enum profile_kind {
	PROFILE_ROLE,      /* of a person, a party: as what; where that is given first */
	PROFILE_SAYS,      /* their words */
	PROFILE_PRINTS,    /* of a source: the words of others that stand in it */
	PROFILE_PEOPLE,    /* of a party: a person of it */
	PROFILE_PART,      /* an event at which they were */
	PROFILE_SPOKEN_OF, /* words about them */
	PROFILE_PRINTED,   /* a source of their words */
	PROFILE_PRESENT,   /* of an event: a person */
	PROFILE_SPEAKS,    /* whose words it holds */
	PROFILE_HOST,
	PROFILE_MEDIATOR,
	PROFILE_SIDE, /* a party */
	PROFILE_KIND_COUNT
};

struct profile_row {
	enum profile_kind kind;
	struct ref to;    /* where it leads; none: so many of its kind are not selected, */
	bool to_come;     /* or are of later scenes */
	const char *role; /* or NULL */
	uint32_t count;   /* of a source the words that stand in it */
};

struct profile {
	struct arena arena;
	struct ref of;
	const struct profile_row *rows; /* words in the order of time */
	uint32_t count;
};

/* Of a person, party, source or event of the result's record. */
struct profile *profile_make(struct threads *, const struct result *, struct ref of);
void profile_free(struct profile *);

#endif
