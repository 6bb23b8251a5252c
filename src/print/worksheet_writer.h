/* What a worksheet is made of, and who writes it: one writer a format. Private to print/worksheet*.c.
 *
 * Strings are borrowed for the call; NULL is none, where it says so. */
#ifndef TRUCE_PRINT_WORKSHEET_WRITER_H
#define TRUCE_PRINT_WORKSHEET_WRITER_H

#include "print/print.h"

struct worksheet_writer {
	/* The head of the sheet, with lines for name and date; and of the key, on a page of its own. */
	void (*sheet)(void *to, const char *title, const char *number);
	void (*key)(void *to, const char *title, const char *number);
	/* A heading: its letter, what is asked, and what is to be done (NULL). */
	void (*section)(void *to, const char *letter, const char *asked, const char *task);
	/* A line for the answer, a number (NULL: items stand close), and words between marks ("" for none). */
	void (*item)(void *to, const char *number, const char *open, const char *text,
		const char *close);
	/* The names to choose from, lettered. */
	void (*names)(void *to, const char *const *names, uint32_t count);
	/* A label; and another with a line to write on. */
	void (*label)(void *to, const char *label);
	void (*line)(void *to, const char *label);
	/* In the key: what stands in its columns; each may be NULL. */
	void (*answer)(void *to, const char *number, const char *letter, const char *what,
		const char *date, const char *source);
	/* A paragraph; a command, whose lines are as long as they are. */
	void (*text)(void *to, const char *text);
	void (*command)(void *to, const char *command);
};

extern const struct worksheet_writer worksheet_text;
extern const struct worksheet_writer worksheet_man;

struct worksheet_text {
	struct page *page;
	int left;   /* where words begin */
	bool close; /* the last item stood close to the next */
	bool fresh; /* a heading of the key stands directly above */
};

struct worksheet_man {
	const struct result *result;
	struct buf out;
	bool fresh; /* a heading stands directly above: a paragraph needs no macro */
};

/* "____". */
#define WORKSHEET_BLANK "____"

#endif
