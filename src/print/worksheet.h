/* A sheet for the class with questions drawn by lot, its key on the last page, or one without the other. What stands on
 * it, and in which order, is the same in every format; a format is a table of writers.
 *
 * Strings are borrowed for the call; NULL is none, where it says so. */
#ifndef TRUCE_PRINT_WORKSHEET_H
#define TRUCE_PRINT_WORKSHEET_H

#include "print/print.h"

#include <stdint.h>

struct worksheet_writer {
	/* The head of the sheet, with lines for name and date; and of the key, on a page of its own,
	 * or alone: then there was no head of a sheet. */
	void (*sheet)(void *to, const char *title, const char *number);
	void (*key)(void *to, const char *title, const char *number, bool alone);
	/* A heading: its letter, what is asked, and what is to be done (NULL). */
	void (*section)(void *to, const char *letter, const char *asked, const char *task);
	/* A line for the answer, a number (NULL: items stand close), and words between marks (""
	 * for none), with their language (NULL: the record's). */
	void (*item)(void *to, const char *number, const char *language, const char *open,
		const char *text, const char *close);
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

/* Writes the sheet of that number. The same result, options, number and width (columns of commands)
 * make the same calls. Returns false, and writes nothing, where the result has nothing that could
 * be asked. */
bool worksheet_write(const struct result *, const struct print_options *, uint64_t seed,
	const struct worksheet_writer *, void *to, int width);

/* What stands before each item. */
#define WORKSHEET_BLANK "____"

#endif
