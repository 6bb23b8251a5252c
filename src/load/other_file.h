/* Files of other programs, which people hand over for a record: what they are, and what to do. */
#ifndef TRUCE_LOAD_OTHER_FILE_H
#define TRUCE_LOAD_OTHER_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* What can be read as a record nevertheless (import.h). */
enum other_read {
	OTHER_UNREAD,
	OTHER_TIMELINE,       /* of TimelineJS, JSON */
	OTHER_TIMELINE_TABLE, /* its spreadsheet, CSV */
	OTHER_REFERENCES,     /* CSL-JSON */
	OTHER_ANNOTATIONS,    /* Hypothes.is */
	OTHER_READ_COUNT
};

struct other_file {
	enum other_read read_as;
	const char *what,
		*advice; /* "a web page (HTML)", "copy its text ...", of the program's own */
};

/* What the bytes surely are instead of a record; false, with nothing told, where they may be one,
 * however broken. `name` is that of the file, whose end tells the document in a ZIP file that is
 * not whole. Looks at the first megabytes. */
bool other_file(const char *bytes, size_t len, const char *name, struct other_file *);

#endif
