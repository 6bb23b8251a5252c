/* How a text is written so that all of it is read, for messages: the one wording of it there is. */
#ifndef TRUCE_BASE_WRITTEN_H
#define TRUCE_BASE_WRITTEN_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct written {
	const char *field; /* the name of its field, or NULL where it has none of its own */
	size_t field_len;
	const char *text; /* of one line, as it is meant; NULL where that is not known */
	size_t len;
	bool in_braces; /* where nothing can stand on a line of its own */
};

/* Appends what to do: "put the text in quotation marks: title: "Peace: a respite"". A text that is
 * long is not shown. Somebody's exact words (the field "text") are shown without quotation marks of
 * their own. */
void written_advise(struct buf *, const struct written *);

#endif
