/* The template that `print -f page` fills: made by `make page`, found beside the program that runs. */
#ifndef TRUCE_CLI_TEMPLATE_H
#define TRUCE_CLI_TEMPLATE_H

#include "print/template.h"

/* Caller owns the bytes: buf_free. */
struct template_file {
	struct buf bytes;
	struct template template; /* of these */
};

/* Reads it. `program` is how the program was called. On failure says what is to be done on standard
 * error, and returns false. */
bool template_find(const char *name, const char *program, struct template_file *);

#endif
