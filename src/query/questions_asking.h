/* What is known while questions are being asked. Private to query/questions*.c. */
#ifndef TRUCE_QUERY_QUESTIONS_ASKING_H
#define TRUCE_QUERY_QUESTIONS_ASKING_H

#include "query/questions.h"
#include "query/questions_pool.h"

#include <stdbool.h>
#include <stdint.h>

enum { ASKING_DATES = 512, ASKING_ERAS = 64 };

struct asking {
	const struct record *record;
	const struct result *wider;
	struct draw *draw;
	struct pool pool;
	bool used[POOL_MOST];
	struct buf folded; /* the words at hand */
	const struct date *dates[ASKING_DATES];
	uint32_t date_count;
	int64_t apart;
	uint32_t eras[ASKING_ERAS];
	uint32_t era_count;
};

/* Gather what there is to choose from: dates of all quotations, or of a draw from many, and how far apart they
 * are to be; the eras in which there is an event. */
void asking_dates(struct asking *);
void asking_eras(struct asking *);

/* Fill the question, of which kind and quotation are set; false where it cannot be asked in this way. The words
 * are in `folded`. */
bool asking_who(struct asking *, const struct quote *, struct question *);
bool asking_when(struct asking *, const struct quote *, struct question *);
bool asking_talks(struct asking *, const struct quote *, struct question *);

#endif
