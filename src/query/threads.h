/* Threads: what runs through a record from quotation to quotation, the way back included.
 *
 * A record says of a quotation whom it answers, who speaks and what it is about; threads say the
 * reverse: who answers it, what else the speaker says, which words bear on an event. The first
 * question of a kind builds its index, in two passes over the quotations; from then on every answer is a
 * list that is already there. Lists are indices of quotations, rising, so they stand in the order of the
 * timeline. Caller owns the threads: threads_free. They borrow the record. */
#ifndef TRUCE_QUERY_THREADS_H
#define TRUCE_QUERY_THREADS_H

#include "model/record.h"

#include <stdbool.h>
#include <stdint.h>

struct thread {
	const uint32_t *at;
	uint32_t count;
};

struct threads;

/* Costs nothing yet. */
struct threads *threads_create(const struct record *);
void threads_free(struct threads *);

/* All that a person, party or source says; of none, what no one is named for. */
struct thread threads_of_voice(struct threads *, struct ref);
/* Whether a party, or somebody of it, has words; the first question goes through all people. */
bool threads_party_is_heard(struct threads *, uint32_t party);
/* The quotations under a theme. */
struct thread threads_of_theme(struct threads *, uint32_t theme);
/* The quotations printed in a source, as its own text or as another place in print. */
struct thread threads_of_source(struct threads *, uint32_t source);
/* The quotations that answer a quotation. */
struct thread threads_answering(struct threads *, uint32_t quote);
/* The quotations that say they are about an event or a person; empty for any other thing. */
struct thread threads_about(struct threads *, struct ref);

/* Where in a thread the first quotation stands that is not before this one; `count` where all
 * are. */
uint32_t thread_find(struct thread, uint32_t quote);

#endif
