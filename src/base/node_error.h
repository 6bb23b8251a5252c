/* What libyaml has against a file, said in words that help, at the place where a person looks.
 *
 * Borrows everything; adds one diagnostic. */
#ifndef TRUCE_BASE_NODE_ERROR_H
#define TRUCE_BASE_NODE_ERROR_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct remarks;
struct node_known;

struct node_failure {
	const char *bytes; /* of the file, behind a byte order mark */
	size_t len;
	const char *problem, *context;  /* libyaml's words; either may be NULL */
	struct place place, opened;     /* of the problem; of what was being read */
	struct place value;             /* of the latest scalar that has quotation marks */
	struct place open;              /* of the innermost list or mapping */
	const struct remarks *remarks;  /* of the file */
	const struct node_known *known; /* of fields (node.h), or NULL */
	bool flow;                      /* the record is written in brackets, as JSON is */
};

void node_error_report(const struct node_failure *, struct diag_list *);

/* A key that no name of a field looks like: false, with nothing added, where nothing is known of what
 * it begins with. */
bool node_error_key(const struct node_failure *, struct diag_list *);

/* The top level is a scalar or a list. */
void node_error_root(const struct node_failure *, struct diag_list *, bool list);

#endif
