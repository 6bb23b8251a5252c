/* Programs measured from outside: whole runs, and programs in a terminal. Numbers are collected and
 * answered with their median, since a machine with others on it has no steady second. */
#ifndef TRUCE_TESTS_BENCH_MEASURE_H
#define TRUCE_TESTS_BENCH_MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct numbers {
	double *at;
	size_t count, capacity;
};
void numbers_add(struct numbers *, double);
/* 0 of none. */
double numbers_median(const struct numbers *);
void numbers_free(struct numbers *);

/* Milliseconds on a clock that only goes forward. */
double measure_now(void);

/* One run from its start to its end, output thrown away. */
struct run {
	double wall, user; /* milliseconds */
	double peak;       /* KiB */
};
/* Ends the program where the run fails: there is nothing to measure then. */
struct run measure_run(const char *const *arguments);

/* A program in a terminal of 120 columns and 40 rows. */
struct terminal {
	int fd;
	pid_t program;
	double started;
};
struct terminal terminal_start(const char *const *arguments);
/* Takes its terminal away, and waits for its end. */
void terminal_end(struct terminal *);

/* What came until there was silence for so many milliseconds: when the first and the last of it, after
 * `since`. */
struct answer {
	double first, ms;
	size_t bytes;
};
struct answer terminal_settle(const struct terminal *, double since, int silence);
/* Waits until a program that has just begun has taken the whole screen, however much it says of its loading
 * before, and then is silent for so long. */
void terminal_opened(const struct terminal *, int silence);
struct answer terminal_type(const struct terminal *, const char *keys, int silence);
/* The same of keys that may have no answer. */
void terminal_pass(const struct terminal *, const char *keys, int silence);
struct answer terminal_resize(const struct terminal *, int rows, int cols, int silence);

/* The number behind `name` in a file of /proc of the program; NAN where it cannot be read. */
double terminal_number(const struct terminal *, const char *file, const char *name);

#endif
