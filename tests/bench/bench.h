/* What the bench measures, room by room. Each prints its rows; a program that cannot be run ends the bench
 * with status 2. `brief` runs everything on tiny records, once, to see that it runs. */
#ifndef TRUCE_TESTS_BENCH_BENCH_H
#define TRUCE_TESTS_BENCH_BENCH_H

#include <stdbool.h>

enum bench_size { SMALL, MIDDLE, LARGE, SIZES };
enum { BENCH_PATH = 512 };

struct bench {
	const char *programs; /* where the floors lie */
	const char *truce;
	bool brief;
	long sizes[SIZES]; /* events */
	char files[SIZES][BENCH_PATH];
	double bytes[SIZES];
	char folder[BENCH_PATH]; /* for what else is written; removed at the end */
};

/* A record of so many of a kind (tests/bench/record.c) in the folder; its path is valid until the eighth call
 * after. */
const char *bench_record(const struct bench *, const char *kind, long count);

/* whole.c: from a command to its end. */
void whole_loading(const struct bench *);
void whole_printing(const struct bench *);
void whole_verifying(const struct bench *);

/* typed.c: in a terminal, from a key to the last byte of the answer. */
void typed_start(const struct bench *);
void typed_keys(const struct bench *, enum bench_size);
void typed_prompts(const struct bench *);
void typed_reload(const struct bench *);

/* growing.c: the same key in a small and in a large record. */
void growing_keys(const struct bench *);

/* peers.c: other programs at the same. */
void peers_measure(const struct bench *);

#endif
