/* A speaker who is called by an office: "the minister". Private to load/. */
#ifndef TRUCE_LOAD_OFFICE_H
#define TRUCE_LOAD_OFFICE_H

#include "load/loader.h"

/* Appends who holds the office by a "role" of the record, and what to write; or, where nobody does,
 * how words are quoted of whom the source does not name. False where no speaker is called by an
 * office. *one is the only holder. */
bool office_tell(struct loader *, const struct pending *, const struct form_field *,
	struct buf *hint, struct ref *one);
bool office_unnamed(
	struct loader *, const struct pending *, const struct form_field *, struct buf *hint);

#endif
