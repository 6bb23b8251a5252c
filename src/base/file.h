/* Reading a whole file, or standard input.
 *
 * Bytes are owned by the struct; file_release gives them back. On failure a diagnostic with
 * the file's name is added, false is returned, and the struct is untouched. */
#ifndef TRUCE_BASE_FILE_H
#define TRUCE_BASE_FILE_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct file_bytes {
	const char *bytes;
	size_t len;
	/* Of a large file: so many bytes at its beginning were given back, and so often fetched again. */
	size_t given;
	unsigned fetched;
	int fd; /* from which they come, where `large` */
	bool large;
	time_t changed; /* as it was read */
};

/* Reads `path` ("-" is standard input) of at most 1 GiB. `file` is the number from diag_file that
 * problems are reported under. A directory, a device without an end, a file that cannot be read or is
 * too large is an error with advice. Of what is no text only the beginning is read. */
bool file_read(const char *path, uint32_t file, struct diag_list *, struct file_bytes *);
/* As file_read, of a path that was a file before: what is another thing now is an error, and
 * nothing is waited for. */
bool file_read_again(const char *path, uint32_t file, struct diag_list *, struct file_bytes *);
/* As file_read_again, of any bytes, which are all read. */
bool file_read_text(const char *path, uint32_t file, struct diag_list *, struct file_bytes *);
void file_release(struct file_bytes *);

/* The bytes before `until` are hardly looked at again: of a large file their memory is given back, and they
 * must be fetched before anybody does. Of any other nothing happens. */
void file_give(struct file_bytes *, size_t until);
/* Makes the bytes from `from` on whole again; of a file that has changed meanwhile they are zeros. */
void file_fetch(struct file_bytes *, size_t from);

#endif
