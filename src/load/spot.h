/* Where in the file a character of a text stands, for messages. Private to load/. */
#ifndef TRUCE_LOAD_SPOT_H
#define TRUCE_LOAD_SPOT_H

#include "load/loader.h"

/* The place of the byte at `offset` of a scalar's text; behind its last character where that is its
 * length. `place` is the scalar's. Exact in every way to write a text. What an escape made stands
 * where the escape does, and what a line break made, at the end of that line. To be asked until all
 * files are read; takes time with the length of the file, so it is asked for what will be shown
 * (diag_wanted). */
struct place spot_find(struct loader *, struct place, const char *text, size_t len, size_t offset);

/* Reports a problem there; looks for the place only where it will be shown. */
void spot_report(struct loader *, enum code, const struct node *, size_t offset, const char *format,
	...) __attribute__((format(printf, 5, 6)));

/* The texts of that file are not written as those of a record: each is at its own place as a whole. */
void spot_foreign(struct loader *, uint32_t file);

/* The byte of the file at a place, its end where there is none, NULL where its texts are foreign; and the
 * place of a byte. */
const char *spot_byte(struct loader *, struct place);
struct place spot_of_byte(struct loader *, uint32_t file, const char *byte);

#endif
