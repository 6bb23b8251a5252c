/* Files of other programs that hold what a record holds: read as if they were records, item by item, each
 * value at its place in the file. What has no place in a record is told, in a note for each kind of it.
 * Private to load/. */
#ifndef TRUCE_LOAD_IMPORT_H
#define TRUCE_LOAD_IMPORT_H

#include "load/load.h"
#include "load/loader.h"
#include "load/other_file.h"

#include <stdbool.h>

struct import;

/* Borrows loader and input; `read_as` says what the file is (not OTHER_UNREAD), `what` in words. Caller
 * owns the result. */
struct import *import_open(
	struct loader *, const struct load_input *, uint32_t file, const struct other_file *);

/* As node_next. */
bool import_next(struct import *, struct node_item *);

/* What the record is called where no file says it; in the arena of the record. */
const char *import_title(struct import *);

/* Tells what the file was and what had no place. Returns whether it was read to its end. */
bool import_close(struct import *);

#endif
