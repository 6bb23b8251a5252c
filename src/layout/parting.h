/* Where a text may be parted so that it is easy to read aloud. */
#ifndef TRUCE_LAYOUT_PARTING_H
#define TRUCE_LAYOUT_PARTING_H

/* The end of the paragraph that begins at `text`, up to `end`: behind a cut of the source that ends a
 * sentence. Every word of the text stands in one paragraph or the next. */
const char *parting_paragraph(const char *text, const char *end);

/* The last place behind `from`, and no further than `to`, where a sentence or a line of a text up to `end`
 * begins; NULL where there is none. Looks at what lies between, and a few bytes before. */
const char *parting_last(const char *text, const char *from, const char *to, const char *end);

#endif
