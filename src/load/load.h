/* From event files to a checked record.
 *
 * Several files make one record. Every problem of every file is added to the diagnostics in one
 * run; a record comes back only when none of them is an error. */
#ifndef TRUCE_LOAD_LOAD_H
#define TRUCE_LOAD_LOAD_H

#include "base/diag.h"
#include "model/record.h"

#include <stdbool.h>
#include <stddef.h>

/* The bytes of one event file, and the name its problems are reported under. */
struct load_input {
	const char *name, *bytes;
	size_t len;
};

struct stored; /* base/node_stored.h */

/* Loads `count` inputs as one record. They are registered with `diags` (which borrows their bytes)
 * in this order, so the list should be fresh. Caller owns the result (record_free); nothing in it
 * points into the bytes. NULL when an error was added, or when nobody waits for it any more
 * (diag_waits). `built_in` is what is known of the record that is compiled in; NULL of all others. */
struct record *load_record(const struct load_input *inputs, size_t count,
	const struct stored *built_in, struct diag_list *diags);

/* Whether a problem of that code is for whoever only reads the record as well: what was made of a file of
 * another program, and what of it had no place. */
bool load_tells(const char *code);

#endif
