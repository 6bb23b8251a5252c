/* Bytes of a file that may be another program's, how they are looked at, and what may be told of them.
 * Private to load/. */
#ifndef TRUCE_LOAD_OTHER_BYTES_H
#define TRUCE_LOAD_OTHER_BYTES_H

#include "load/other_file.h"

#include <stdbool.h>
#include <stddef.h>

struct bytes {
	const char *at;
	size_t len;
};

bool bytes_have(struct bytes, const char *wanted);
bool bytes_begin(struct bytes, const char *wanted);
bool bytes_begin_any_case(struct bytes, const char *wanted);
/* Without the first ones. */
struct bytes bytes_behind(struct bytes, size_t count);
/* Without a byte order mark and what is blank. */
struct bytes bytes_trimmed(struct bytes);
/* Takes the first line off, without its end. */
struct bytes bytes_line(struct bytes *);

bool bytes_is_blank(char);  /* or a line break */
bool bytes_is_small(char);  /* a letter of ASCII */
bool bytes_is_letter(char); /* of either case */

/* What to do with a file; the second row in the words of each program's menus. */
extern const char advice_text[], advice_cells[], advice_fields[], advice_sources[], advice_zotero[],
	advice_plain[], advice_unpack[], advice_yaml[];
extern const char advice_word[], advice_writer[], advice_pages[], advice_any[];

/* Fills the struct; true. */
bool other_tell(struct other_file *, const char *what, const char *advice);
/* The same of a file that can be read. */
bool other_tell_read(struct other_file *, const char *what, enum other_read);

/* What a file is that begins with bytes no text begins with, or is an archive; `name` is the file's. */
bool other_magic(struct bytes, const char *name, struct other_file *);
/* What begins with "<". */
bool other_markup(struct bytes, struct other_file *);
/* What begins with "{" or "[". */
bool other_json(struct bytes, struct other_file *);
/* What a first line tells, or all of them. */
bool other_lines(struct bytes, struct other_file *);

#endif
