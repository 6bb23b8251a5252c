/* A page of Markdown: blocks, one after another, and what stands in their lines.
 *
 * What is written goes to page->out, and to the stream by markdown_flush. A block stands in what is
 * open around it (a quotation, an item of a list), whose signs begin each of its lines; it begins by
 * markdown_paragraph or one of its kind, and is ended by markdown_end. The page owns its memory
 * (markdown_close); it borrows the result, the options and the stream. */
#ifndef TRUCE_PRINT_MARKDOWN_PAGE_H
#define TRUCE_PRINT_MARKDOWN_PAGE_H

#include "base/arena.h"
#include "print/anchors.h"
#include "print/document.h"
#include "print/print.h"

struct markdown {
	const struct result *result;
	const struct record *record;
	const struct print_options *options;
	const struct signs *signs;
	const struct text_form *form;
	FILE *file;
	bool failed; /* a write failed: what follows is not written */
	struct buf out, words;
	struct arena arena; /* of the thing at hand: reset by markdown_flush */
	bool english;       /* pandoc takes the record for one in English */
	bool right;         /* it runs from right to left */
	/* private: of blocks */
	const char *around;     /* what begins each line: "", "> " */
	const char *inside;     /* what begins the next lines of the block at hand, behind that */
	bool first;             /* nothing stands above in what is open */
	bool tight;             /* the last block is an item of a list without air */
	struct ref anchor;      /* what the next block bears the id of, or none */
	struct anchors targets; /* of links, until each has its id */
	/* The sources as they are listed. */
	uint32_t *sources, source_count;
};

void markdown_open(struct markdown *, const struct result *, const struct print_options *, FILE *);
/* Ends the page, and flushes the stream too. Returns false when a write failed. */
bool markdown_close(struct markdown *);
/* Writes what there is. Returns false when a write failed. */
bool markdown_flush(struct markdown *);

/* The head: what pandoc, and wikis, know a page by. `subtitle` may be NULL. */
void markdown_top(struct markdown *, const char *title, const char *subtitle);

/* Begin a block: a paragraph; an item, close to the one before it, or below that one, or with air; a
 * heading of that level. */
void markdown_paragraph(struct markdown *);
void markdown_item(struct markdown *);
void markdown_item_below(struct markdown *);
void markdown_item_loose(struct markdown *, const char *sign);
void markdown_heading(struct markdown *, int level);
/* Ends it. */
void markdown_end(struct markdown *);
/* Opens what stands around the blocks that follow, a quotation ("> ") or the rest of an item ("  "),
 * and closes it. */
void markdown_around(struct markdown *, const char *signs);
void markdown_around_end(struct markdown *);

/* Append markup of the program's own, and text of the record. */
void markdown_tag(struct markdown *, const char *markup);
void markdown_words(struct markdown *, const char *text);
/* Begins another line of the block at hand. */
void markdown_break(struct markdown *);
/* Text on one line: of a heading, a link, a table. */
void markdown_line(struct markdown *, const char *text);
/* Text of that language (NULL: the record's), which is said where it is another. */
void markdown_foreign(struct markdown *, const char *language, const char *text);
/* Opens a block around words that run another way than the page; false where they do not. */
bool markdown_turned(struct markdown *, const char *language, const char *text);
void markdown_turned_end(struct markdown *);

/* A paragraph of a text; nothing for NULL. */
void markdown_block(struct markdown *, const char *text);
/* The same between marks of emphasis, "*" or "**". */
void markdown_stressed(struct markdown *, const char *marks, const char *text);

/* The next block bears the id of an era, event or quotation, if a link leads to it. */
void markdown_id(struct markdown *, struct ref);
const char *markdown_id_of(struct markdown *, struct ref);
/* Appends a link to it, of which the words are the text. */
void markdown_link(struct markdown *, struct ref, const char *text);
/* Appends a citation, for pandoc; nothing for NULL. */
void markdown_cite(struct markdown *, const struct citation *);
/* Appends the sign of a source in the text, "@brest-1918". */
void markdown_key(struct markdown *, struct ref source);

#endif
