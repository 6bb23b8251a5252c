/* What of a record is asked for: --query, --view and --as-of, which print, snapshot and the
 * explorer share. */
#ifndef TRUCE_CLI_SELECTION_H
#define TRUCE_CLI_SELECTION_H

#include "base/arena.h"
#include "cli/options.h"
#include "model/record.h"
#include "query/select.h"

#include <stdbool.h>

/* Zeroed, nothing is asked for. Caller owns the arena: arena_free. */
struct selection_request {
	struct select_options options; /* without view, until selection_view */
	struct date as_of;
	struct arena arena; /* of the date, and of what selection_run makes */
};

/* Reads what needs no record: on failure says what is wrong on standard error, and returns false.
 * The result is not to be copied. */
bool selection_options(const char *name, const struct options *, struct selection_request *);

/* Finds the view in the record; on failure says that there is none, and what is near, and returns
 * false. */
bool selection_view(const char *name, const struct options *, const struct record *,
	struct selection_request *);

/* The record as of the day that was asked for, or that the view has: what may be named where an id is
 * not found. In the request's arena. */
const struct record *selection_known(const struct record *, struct selection_request *);

/* Both of the above done, what is selected: false, said on standard error, where it is not done.
 * Values that name nothing in the record are told there too, and so it is that nothing is
 * selected, unless nothing was asked for. */
bool selection_run(const char *name, const struct record *, struct selection_request *,
	struct result *, bool *nothing);

#endif
