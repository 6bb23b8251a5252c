/* The bytes of a file on their way into libyaml: checked, and never more than an item may have.
 *
 * Borrows the bytes and the diagnostics. What libyaml would refuse without a place (a control
 * character, a byte that is no UTF-8) is reported here with one. */
#ifndef TRUCE_BASE_NODE_INPUT_H
#define TRUCE_BASE_NODE_INPUT_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct node_input {
	const char *bytes;
	size_t len, at; /* all of them; how many libyaml has got */
	size_t limit;   /* where it gets no more: the item is too large */
	bool too_large; /* it asked for more than that */
	bool refused;   /* the file is no UTF-8 */
	bool altered;   /* a character was refused, and replaced for libyaml */
	struct diag_list *diags;
	uint32_t file;
};

/* libyaml's read handler, with a struct node_input as its data. */
int node_input_read(void *input, unsigned char *buffer, size_t size, size_t *got);

#endif
