/* Where something stands in a file, and its line as it is to be written. */
#ifndef TRUCE_BASE_JSON_TELL_H
#define TRUCE_BASE_JSON_TELL_H

#include "base/buf.h"
#include "base/diag.h"

#include <stddef.h>
#include <stdint.h>

struct json_file {
	const char *bytes, *end;
	uint32_t number;
};

struct place json_place(const struct json_file *, const char *at);

/* Adds "; write "LINE"", the line with signs in the place of what stands from `at` to `to`; of a long line
 * a part, and "in the place of" that. */
void json_line_add(
	struct buf *, const struct json_file *, const char *at, const char *to, const char *signs);

#endif
