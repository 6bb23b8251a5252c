/* Reading a whole file, or standard input.
 *
 * Bytes are owned by the struct; file_release gives them back. On failure a diagnostic with
 * the file's name is added, false is returned, and the struct is untouched. */
#ifndef TRUCE_BASE_FILE_H
#define TRUCE_BASE_FILE_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct file_bytes {
	const char *bytes;
	size_t len;
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

#endif
