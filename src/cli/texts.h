/* The texts of sources: a folder where each is a file SOURCE-ID.txt. */
#ifndef TRUCE_CLI_TEXTS_H
#define TRUCE_CLI_TEXTS_H

#include "base/file.h"
#include "base/sha256.h"
#include "load/verify.h"
#include "ui/core/texts.h"

#include <sys/stat.h>

/* Whether the folder (NULL where none is named) is one; else says what is wrong. */
bool texts_folder(const char *name, const char *folder);

/* The path of a source's text, valid until the buf changes. */
const char *texts_path(struct buf *, const char *folder, const struct record *, uint32_t source);

/* Reads a text, which may be empty; false, having said why, where it cannot be read. */
bool texts_read(const char *path, const struct stat *, struct diag_list *, struct file_bytes *);

/* Whether it is another text than the one that was verified, whose SHA-256 the record has; its own
 * is written to `digest` then. */
bool texts_differ(const struct source *, const struct file_bytes *, char digest[SHA256_DIGITS + 1]);

/* Appends why words are not found: texts/varga.txt:12 has "peace." where the quotation has
 * "bargain.": … let us call it a peace. … */
void texts_why_not(struct buf *, const char *path, const struct verify_finding *);

/* Appends what the cuts leave out: ", 2,100 words left out"; nothing where there are none. */
void texts_left_out(struct buf *, const struct reach *);
/* Appends the lines where words stand that do so more than once: "twice in line 12", "at lines 12
 * and 48". */
void texts_places(struct buf *, const struct reach *);

/* What the explorer looks words up with; `state` is the folder's name, or NULL. */
struct source_texts texts_source(const char *folder);

#endif
