/* Where sources lead: the addresses within the words for one, and where the words of a quotation
 * stand. */
#ifndef TRUCE_PRINT_ADDRESS_H
#define TRUCE_PRINT_ADDRESS_H

#include "print/print.h"

#include <stddef.h>

enum { SOURCE_ADDRESSES = 3 };

/* The words for a source (words_source_full), piece by piece. Borrows them and the source. */
struct source_pieces {
	const char *at;
	const char *words[SOURCE_ADDRESSES], *places[SOURCE_ADDRESSES]; /* of its addresses */
};

struct source_piece {
	const char *text; /* not closed by NUL */
	size_t len;
	const char *address; /* what stands before it in the link that it is; NULL: it is none */
};

void source_pieces_begin(struct source_pieces *, const struct source *, const char *words);
/* False behind the last piece. None is empty. */
bool source_pieces_next(struct source_pieces *, struct source_piece *);

/* The address of the quotation's source, NULL where it has none; *fragment leads to its words
 * there, NULL where they are not proved, or where the address itself leads to a place in its
 * page. */
const char *address_of_words(const struct print_options *, const struct record *,
	const struct quote *, const char **fragment);

#endif
