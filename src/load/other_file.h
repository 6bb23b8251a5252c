/* Files of other programs, which people hand over for a record: what they are, and what to do. */
#ifndef TRUCE_LOAD_OTHER_FILE_H
#define TRUCE_LOAD_OTHER_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct other_file {
	const char *what,
		*advice; /* "a web page (HTML)", "copy its text ...", of the program's own */
};

/* What the bytes surely are instead of a record; false, with nothing told, where they may be one,
 * however broken. `name` is that of the file, whose end tells the document in a ZIP file that is
 * not whole. Looks at the first megabytes. */
bool other_file(const char *bytes, size_t len, const char *name, struct other_file *);

#endif
