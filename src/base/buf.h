/* A string that grows.
 *
 * A zeroed struct buf is the empty string. `text` is NULL until something is added, then
 * always closed with NUL; it moves when the string grows. Caller owns it: buf_free. */
#ifndef TRUCE_BASE_BUF_H
#define TRUCE_BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct buf {
	char *text;
	size_t len, capacity;
};

/* Room behind the string for so many bytes and the NUL that closes it: who writes there adds to `len`, and
 * closes it. */
char *buf_room(struct buf *, size_t more);
void buf_add(struct buf *, const char *text, size_t len);
void buf_text(struct buf *, const char *text);
void buf_char(struct buf *, char);
void buf_repeat(struct buf *, const char *text, size_t times);
/* Appends what stands before the nth item (from 0) of a list of so many: nothing, ", " or " and
 * ". */
void buf_join(struct buf *, size_t n, size_t count);
/* As printf; the format is the program's own, never text from a file. */
void buf_format(struct buf *, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_format_list(struct buf *, const char *format, va_list)
	__attribute__((format(printf, 2, 0)));
/* Copies the string into the arena, "" where nothing was added; the buf stays as it is. */
char *buf_kept(const struct buf *, struct arena *);
/* Shortens the string to its first bytes. */
void buf_cut(struct buf *, size_t len);
/* Empties the string and keeps its memory. */
void buf_clear(struct buf *);
/* The string, "" where nothing was added. Valid until the next change. */
const char *buf_string(const struct buf *);
void buf_free(struct buf *);

#endif
