/* HTML, as other programs keep it in their texts, read as plain text. */
#ifndef TRUCE_BASE_HTML_H
#define TRUCE_BASE_HTML_H

#include "base/arena.h"

#include <stddef.h>

/* A <blockquote>: its words, and what its <cite> or <footer> says, "" where there is none. */
struct html_quote {
	const char *words, *cite;
};

/* What is in no text: bits. */
enum html_lost {
	HTML_SCRIPTS = 1 << 0, /* and pictures that stand in the text itself */
	HTML_REMARKS = 1 << 1, /* <!-- --> */
	HTML_TITLES = 1 << 2   /* what shows under a mouse */
};
enum { HTML_LOST_KINDS = 3 };

struct html {
	const char *text; /* without the quotes; a line for each paragraph; pictures as "[alt]" */
	size_t len;
	const struct html_quote *quotes;
	size_t quote_count;
	const char *const *addresses; /* of links, pictures, frames and quotes, in their order */
	size_t address_count;
	unsigned lost;
};

/* Reads any bytes of UTF-8 without NUL, in time with their length: what is no tag and no entity stays as
 * it is. No text that is given holds a NUL, or a control character that did not stand there. All of it is
 * in the arena. */
void html_read(struct arena *, const char *text, size_t len, struct html *);

/* All of its words in one text: the quotes stand behind the rest, each a line in quotation marks with what
 * its <cite> says. In the arena. */
const char *html_whole(struct arena *, const struct html *);

#endif
