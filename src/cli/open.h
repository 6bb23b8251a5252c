/* From the file names of a command line to a record. */
#ifndef TRUCE_CLI_OPEN_H
#define TRUCE_CLI_OPEN_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/patience.h"
#include "cli/options.h"
#include "load/load.h"
#include "model/record.h"

#include <stdbool.h>
#include <stddef.h>

/* The bytes of the files named, or of the built-in record where none is. */
struct open_files {
	struct load_input *inputs;
	struct file_bytes *bytes; /* NULL for the built-in record */
	size_t count;
};

/* What the built-in record is called where files are named. */
extern const char open_builtin_name[];

/* Reads the files; on failure adds what is wrong with each to the list, whose files they are, and
 * returns false with nothing to close. */
bool open_collect(const struct options *, struct diag_list *, struct open_files *);
/* The record in them, its problems added to the list; NULL when there is an error. Caller owns the
 * record. */
struct record *open_load(const struct open_files *, struct diag_list *);
void open_close(struct open_files *);

/* Reads and loads. NULL when there is an error; all problems are then on standard error, and else what is
 * said of files of other programs. Caller owns the record. */
struct record *open_record(const struct options *);

/* As open_record, but that the problems are appended to a text: a line each, or with `source` as a
 * terminal gets them. */
struct record *open_first(const struct options *, bool source, struct buf *problems);
/* Reads files again that are shown on standard output; problems as that terminal gets them, of which
 * one is that a name is no file any more, which is not waited for. NULL without a problem where the
 * patience, which may be NULL, is over. */
struct record *open_again(const struct options *, struct patience *, struct buf *problems);

#endif
