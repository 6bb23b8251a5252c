/* The quotation mark that a name or text in JSON has lost. */
#ifndef TRUCE_BASE_JSON_MARK_H
#define TRUCE_BASE_JSON_MARK_H

#include "base/json_slip.h"
#include "base/json_tell.h"
#include "base/json_walk.h"

#include <stdbool.h>

/* Fills the slip but for `found`; `wrong` is where the signs cannot go on, and `whole` that they can; false,
 * with nothing in the slip, where no mark is missing. */
bool json_mark_find(
	struct json_slip *, const struct json_file *, const struct json_walk *wrong, bool whole);

#endif
