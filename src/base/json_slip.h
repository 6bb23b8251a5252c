/* A sign that a record in JSON has lost, or has one too many or another for: which, and what to write. */
#ifndef TRUCE_BASE_JSON_SLIP_H
#define TRUCE_BASE_JSON_SLIP_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/node.h"

#include <stdbool.h>
#include <stddef.h>

struct json_slip {
	bool found;
	struct place stop;  /* what is read from here on is not what was meant */
	struct place place; /* where it is told */
	const char *code;   /* of the problem */
	struct buf text;
};

/* Looks through the bytes; false, with nothing in the slip, where they are no JSON, or nothing is wrong
 * with its signs, or not one alone would do. Borrows nothing; free the text. */
bool json_slip_find(struct json_slip *, const char *bytes, size_t len, uint32_t file,
	const struct node_known *);

#endif
