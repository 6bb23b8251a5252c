/* The page that holds the explorer, before a record is in it: what `make page` makes, with a mark, on a
 * line of its own, where each part belongs that only a record has.
 *
 *     <!--truce:page VERSION-->   near the top: for which version of truce it was made
 *     <!--truce:head--> <!--truce:handout--> <!--truce:place--> <!--truce:record-->   each once, in this order
 *     <!--truce:whole DIGEST-->   the last line: the SHA-256 of all bytes before it */
#ifndef TRUCE_PRINT_TEMPLATE_H
#define TRUCE_PRINT_TEMPLATE_H

#include "base/buf.h"

#include <stdbool.h>

enum template_part {
	TEMPLATE_HEAD,
	TEMPLATE_HANDOUT,
	TEMPLATE_PLACE,
	TEMPLATE_RECORD,
	TEMPLATE_PARTS
};

struct template_piece {
	const char *at;
	size_t len;
};

/* What stands before each part, and behind the last; borrowed from the bytes of the template. */
struct template
{
	struct template_piece pieces[TEMPLATE_PARTS + 1];
};

/* Takes it apart. False, and what is wrong with it is appended, where it was made for another version,
 * or is not whole. */
bool template_read(
	struct template *, const char *bytes, size_t len, const char *version, struct buf *why);

/* Appends the line that closes a template, of the bytes that stand there. */
void template_close(struct buf *);

#endif
