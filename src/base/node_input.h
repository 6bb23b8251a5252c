/* The bytes of a file on their way into libyaml: checked, and never more than an item may have.
 *
 * What libyaml would refuse without a place (a control character, a byte that is no UTF-8) is
 * reported here with one. Where that can be, reading goes on with another character in its place.
 * Borrows the bytes and the diagnostics. */
#ifndef TRUCE_BASE_NODE_INPUT_H
#define TRUCE_BASE_NODE_INPUT_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct node_input {
	const char *bytes;
	size_t len, at; /* all of them; how many libyaml has got */
	size_t start;   /* behind a byte order mark */
	size_t limit;   /* where it gets no more */
	bool too_large; /* it asked for more than that */
	bool refused;   /* the file is not UTF-8: nothing after that is read */
	bool altered;   /* a character was refused and replaced */
	bool paired;    /* an escape of two surrogates was rewritten: see node_input_unpair */
	bool doubtful;  /* a NUL was written where a rewritten pair would put one */
	struct diag_list *diags;
	struct place place; /* of the byte at `placed`, a cursor that only moves forward */
	size_t placed;
};

/* Skips a byte order mark; a file in UTF-16 is reported and left unread. */
struct node_input node_input_open(
	const char *bytes, size_t len, uint32_t file, struct diag_list *diags);

/* libyaml's read handler, with a struct node_input as its data. */
int node_input_read(void *input, unsigned char *buffer, size_t size, size_t *got);

/* Reports the byte at `offset` of the file, which is not UTF-8. */
void node_input_refuse(struct node_input *, size_t offset);

/* A scalar's text as the file has it: takes out of quoted text what was put there to keep the
 * columns, and gives other text its escapes back (in lower case). Changes `text` in place and
 * returns the new length. Only needed where `paired` is set. */
size_t node_input_unpair(const struct node_input *, char *text, size_t len, bool quoted);

#endif
