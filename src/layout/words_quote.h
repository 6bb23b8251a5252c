/* How the words of a quotation look: exact ones between marks, a source's own view behind its sign,
 * a report bare; what another wording lacks between the signs ‹ and ›, and as a hit. */
#ifndef TRUCE_LAYOUT_WORDS_QUOTE_H
#define TRUCE_LAYOUT_WORDS_QUOTE_H

#include "layout/rows.h"
#include "model/record.h"
#include "query/wording.h"

struct quote_look {
	enum role role;
	const char *before, *after; /* "“" and "”"; "◇ " and ""; "" and "" */
};

struct quote_look words_quote_look(const struct signs *, const struct quote *);

struct quote_lines {
	int left, right; /* columns of the words; what stands before them hangs to the left */
	const struct attestation *at;  /* whose wording, if it has one; NULL: the quotation's own */
	const struct wording *wording; /* what is marked in it, or NULL */
	int most;                      /* lines, the last one cut; 0: all. Not with a wording */
};

/* Adds the words, wrapped. A view's sign takes a column more than a mark, and its words stand as
 * much further to the right. */
void words_quote(struct rows *, const struct quote *, const struct quote_lines *);
/* Adds them to the row at hand, cut to `width` columns. The place as above. */
void words_quote_line(struct rows *, const struct quote *, const struct attestation *, int width);

/* What is said before words that stand alone: "reported:" of a report, "view:" of a source's own
 * view; "" of exact words. */
const char *words_quote_label(const struct quote *);
/* Appends the text as a sentence takes it in: between marks where the quotation is exact. */
void words_quoted(struct buf *, const struct signs *, const struct quote *, const char *text);
/* Appends it between marks. */
void words_marked(struct buf *, const struct signs *, const char *text);
/* In which language the record says that they are, or those of such a place; NULL where it does not. */
const char *words_quote_language(const struct quote *, const struct attestation *);
/* How they are drawn, in that language. */
struct style words_quote_style(
	const struct signs *, const struct quote *, const struct attestation *);

/* Adds a text as rows_wrap does, its parts marked. Both signs belong to the part. */
void wording_add(struct rows *, struct style, const char *text, struct wording, int left, int right,
	const char *hang, const char *after);

#endif
