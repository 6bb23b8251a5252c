/* What truce promises whatever it is given. A promise that is broken is said, and ends the program,
 * so that the input which broke it is kept. */
#ifndef TRUCE_TESTS_FUZZ_PROMISE_H
#define TRUCE_TESTS_FUZZ_PROMISE_H

#include "load/load.h"
#include "print/print.h"
#include "ui/core/grid.h"

#define promise(kept) promise_keep(kept, #kept, __FILE__, __LINE__)
void promise_keep(bool kept, const char *what, const char *file, int line);

/* A copy of the bytes, closed by NUL and no longer than that, so that a read behind its end is
 * seen. Caller owns it. */
char *text_alone(const uint8_t *bytes, size_t len);

/* The text is UTF-8 with nothing in it that is harmful to a terminal but line feeds; of a form that
 * has them, and form feeds. */
void promise_harmless(const char *text, size_t len, bool pages);
/* The cells of a picture are whole and harmless, and its cursor is inside of it. */
void promise_picture(const struct grid *);

/* Loads the inputs as one record. What is refused says why, and whatever is said is harmless.
 * Caller owns the record, NULL where it is refused. */
struct record *record_loaded(const struct load_input *, size_t count);
/* What a format makes of a result. Caller owns the text. */
char *result_printed(const struct print_format *, const struct result *,
	const struct print_options *, size_t *len);
/* A stream into memory: the same one, empty again, each time. */
FILE *stream_begin(void);
/* What has been written to it since; borrowed until the next stream_begin. */
const char *stream_end(size_t *len);

#endif
