/* A handout in one file: HTML that is well-formed XML, without a script, and without a request.
 *
 * What is written goes to page->out, and to the stream by html_flush. Elements that are open while
 * others follow (a section, an event, a list) are remembered here, and closed by what comes next.
 * The page owns its memory (html_end); it borrows the result, the options and the stream. */
#ifndef TRUCE_PRINT_HTML_PAGE_H
#define TRUCE_PRINT_HTML_PAGE_H

#include "base/arena.h"
#include "print/anchors.h"
#include "print/html_text.h"
#include "print/print.h"

struct html {
	const struct result *result;
	const struct record *record;
	const struct print_options *options;
	const struct signs *signs;
	const struct text_form *form;
	FILE *file;
	bool failed; /* a write failed: what follows is not written */
	struct buf out, words;
	struct arena arena; /* of the thing at hand: reset by html_flush */
	/* Says of an element that its words are the program's own: ` lang="en"`; "" where the record is
	 * in English as well. */
	const char *ours;
	const char *const *paper; /* lines of style behind all others, for paper; NULL is none */
	bool within; /* another page: it has the frame, and that has the head already */
	bool begun;  /* the head is there */
	/* What is open: tags to close, outermost first; none holds what belongs to the next. */
	const char *section, *article, *list, *item;
	struct anchors ids; /* on the page: each thing has its own once */
	uint32_t tables;    /* so far */
};

void html_begin(struct html *, const struct result *, const struct print_options *, FILE *);
/* Ends the page, or the element, if it was begun, and flushes the stream too. Returns false when a write failed. */
bool html_end(struct html *);
/* Writes what there is. Returns false when a write failed. */
bool html_flush(struct html *);

/* Appends the title and the style sheet: what belongs into the head of the page. */
void html_title(struct html *, const char *title);
/* Begins the page: all that stands before the first word that is seen. `kind` is a class. Within
 * another page, an element of it. */
void html_top(struct html *, const char *title, const char *kind);

/* Appends markup of the program's own; text of the record; a paragraph of it with a class, nothing for
 * NULL. */
void html_tag(struct html *, const char *markup);
void html_words(struct html *, const char *text);
void html_paragraph(struct html *, const char *class, const char *text);
/* The same of the program's own words. */
void html_paragraph_ours(struct html *, const char *class, const char *text);

/* Appends ` lang=""` of a tag of BCP 47; nothing for NULL. */
void html_language(struct html *, const char *tag);
/* Appends ` id=""` of an era, event or quotation where that is not on the page yet. */
void html_id(struct html *, struct ref);
/* Appends a link to it, of which the words are the text. */
void html_link(struct html *, struct ref, const char *text);
/* Appends ` class="name"`, and the colour of a speaker or party behind it. */
void html_class(struct html *, const char *name, uint8_t color);
/* Appends words for a date, as <time> where HTML can say what they mean: a plain day, month or year
 * from the year 1 on, of four digits. */
void html_time(struct html *, const struct date *, const char *words);

/* Close a list, an event or a section, with what is open inside of it. */
void html_close_list(struct html *);
void html_close_article(struct html *);
void html_close_section(struct html *);
/* Begins a list unless that one is open. */
void html_list(struct html *, const char *open, const char *close);

/* The style sheet, and what follows it where two pages stand on a side of paper, and for a class sheet, the
 * questions of which are to have room on one leaf: all ASCII, line by line; closed by NULL. */
extern const char *const html_style[], *const html_style_two_up[], *const html_style_leaf[];

#endif
