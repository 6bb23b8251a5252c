/* Rows of styled text: what layouts make, and what panes and printers show.
 *
 * A row is a list of spans; a span is text in one style at a column. Rows, spans and texts live in
 * the arena handed to rows_begin, except texts that are borrowed from the record or static; so
 * rows are valid while both are. Text is as it stands in the file: whoever puts a row on a grid or
 * a stream does so through base/text, which makes it harmless. */
#ifndef TRUCE_LAYOUT_ROWS_H
#define TRUCE_LAYOUT_ROWS_H

#include "base/arena.h"
#include "layout/style.h"

#include <stddef.h>
#include <stdint.h>

/* The widest measures in which running text is set, and a foot below a table: longer lines tire the
 * eye. */
enum {
	ROWS_MEASURE = 74,
	ROWS_FOOT = 76,
	ROWS_UNBROKEN = 1
		<< 28 /* no text is as wide: for a form that has its own marks of what is what */
};

/* Bytes of a text that are in a language (style.h). */
struct tongue {
	size_t from, to;
	uint8_t language;
};

struct span {
	const struct span *next;
	const char *text; /* not NUL-terminated */
	uint32_t len;
	int column, width; /* in columns, as shown */
	struct style style;
	bool goes_on;             /* the line above it goes on in it */
	const struct span *below; /* in which this line goes on, in a row below; or NULL */
	int from, to; /* the columns of its line, of a paragraph that begins at the right; 0, 0 */
	const struct tongue
		*tongue; /* of its bytes, in another language than its style says; or NULL */
};

struct row {
	const struct span *spans;
	/* What the row belongs to: stop 0 is the event, 1.. its quotations, as the pane counts; -1
	 * where the row belongs to none. */
	int stop;
};

struct rows {
	struct arena *arena;
	struct paper paper;
	struct row *at;
	uint32_t count;
	/* private */
	size_t capacity;
	struct span *last;
	int column;
	int stop;
};

/* Starts an empty list of rows. Nothing is to be freed but the arena. */
void rows_begin(struct rows *, struct arena *, const struct paper *);

/* Rows that follow belong to this stop, until the next call. */
void rows_stop(struct rows *, int stop);

/* A new, empty row; what is added next goes to it. */
void rows_new(struct rows *);
/* Ends the row at hand and adds an empty one as space between paragraphs, unless there is one. */
void rows_blank(struct rows *);
/* Moves to a column of the row at hand (never back). There must be one. */
void rows_to(struct rows *, int column);
/* Adds text to the row at hand, borrowed; no wrapping, no cutting. */
void rows_add(struct rows *, struct style, const char *text, size_t len);
void rows_text(struct rows *, struct style, const char *text); /* a string */
/* As rows_text, with the text copied into the arena. */
void rows_copy(struct rows *, struct style, const char *text);
/* Adds text that ends at `column` (exclusive), aligned right. */
void rows_right(struct rows *, int column, struct style, const char *text);
/* Adds text cut to `width` columns: with the sign for a cut at the end where something is missing.
 * No number is cut to another one. */
void rows_cut(struct rows *, struct style, const char *text, int width);
/* The same, behind a whole word where there is one. */
void rows_cut_words(struct rows *, struct style, const char *text, int width);

/* Adds a paragraph wrapped between columns `left` and `right` (exclusive), from new rows on. Line
 * feeds in the text begin new lines. `hang` is put on the first line so that it ends at `left` (the
 * opening quotation mark in the margin), `after` behind the last word without a break (the
 * closing one); either may be NULL. Text is borrowed. */
void rows_wrap(struct rows *, struct style, const char *text, size_t len, int left, int right,
	const char *hang, const char *after);

/* A string in the same way, with nothing before and behind it. */
void rows_paragraph(struct rows *, struct style, const char *text, int left, int right);
/* What has been put together in the buf, copied into the arena; nothing where that is empty.
 * Empties it. */
void rows_phrase(struct rows *, struct style, struct buf *, int left, int right);

/* What the rows from `first` on show of a text has this language in these bytes: words that stand among
 * others, of which each line has a stretch at most. */
void rows_tongue(struct rows *, uint32_t first, const char *text, struct tongue);
/* As rows_phrase, with words in a language among them. */
void rows_phrase_in(struct rows *, struct style, struct buf *, int left, int right, struct tongue);

/* As rows_wrap, but the first line goes on in the row at hand: for a sign or a word with a text
 * beside it. */
void rows_wrap_beside(
	struct rows *, struct style, const char *text, size_t len, int left, int right);

/* Leads over a gap with dots, from what the last row ends with to a column; those of rows stand below
 * each other. */
void rows_leader(struct rows *, int end);

/* An empty list in the same arena, for a narrower paper (1 or more columns). */
struct rows rows_part(const struct rows *, int width);

/* How many rows below one go on with what stands in it: a name or a title that was wrapped. */
int rows_going_on(const struct rows *, uint32_t row);

/* Where the text of a row begins, behind a sign in its margin; 0 where it has none. */
int row_text_column(const struct row *);

/* A list of rows, and the column it is to begin in. */
struct rows_column {
	const struct rows *rows;
	int left;
};
/* Adds lists beside each other, in as many rows as the highest has. Columns stand from left to
 * right. */
void rows_beside(struct rows *, const struct rows_column *, uint32_t count);

/* Appends rows as plain text, a line each, harmless to a terminal. */
void rows_plain(struct buf *, const struct rows *);

#endif
