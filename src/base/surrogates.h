/* Surrogates: JSON writes U+1F600 as "\ud83d\ude00", two escapes that libyaml refuses. They are rewritten
 * on the way into it, in as many bytes, and texts that come out of it are set right. */
#ifndef TRUCE_BASE_SURROGATES_H
#define TRUCE_BASE_SURROGATES_H

#include <stdbool.h>
#include <stddef.h>

/* What is known of a file. Zeroed at its beginning. */
struct surrogates {
	bool joined;   /* a pair was rewritten: texts need surrogates_part */
	bool doubtful; /* the file itself has what a rewritten pair would be */
};

/* Rewrites the pairs in a buffer, which holds `count` bytes of the file from `offset` on. An escape that
 * the buffer's end might cut is left for the next time; returns the number of bytes before it. */
size_t surrogates_join(struct surrogates *, const char *bytes, size_t len, size_t offset,
	unsigned char *buffer, size_t count);

/* A text as the file has it: takes out of quoted text what was put there to keep the columns, and gives
 * other text its escapes back (in lower case). Changes `text` in place and returns the new length. */
size_t surrogates_part(const struct surrogates *, char *text, size_t len, bool quoted);

#endif
