/* A sheet while it is written. For worksheet.c and worksheet_key.c. */
#ifndef TRUCE_PRINT_WORKSHEET_PARTS_H
#define TRUCE_PRINT_WORKSHEET_PARTS_H

#include "print/worksheet.h"
#include "query/sheet.h"

struct worksheet {
	const struct record *record;
	const struct result *result;
	const struct print_options *options;
	const struct signs *signs;
	const struct worksheet_writer *write;
	void *to;
	struct arena arena;
	struct sheet sheet;
	struct buf words;
	char number[24]; /* of the sheet */
	int width;       /* of commands */
};

/* The phrase at hand, kept in the arena; the buf is empty then. */
const char *worksheet_kept(struct worksheet *);
/* Phrases, kept: a number from 1 on; a name; "3 of A", words that stand there; "Neutrality: Ukraine". */
const char *worksheet_counted(struct worksheet *, uint32_t n);
const char *worksheet_name(struct worksheet *, struct ref);
const char *worksheet_asked(struct worksheet *, uint32_t quote);
const char *worksheet_issue(struct worksheet *, const struct sheet_change *);

/* The parts of the key. */
void worksheet_match_answer(struct worksheet *, const struct sheet_match *);
void worksheet_order_answer(struct worksheet *, const struct sheet_order *);
void worksheet_changes_answer(struct worksheet *);
/* What opens the words in the explorer, and what makes this very sheet again. */
void worksheet_commands(struct worksheet *);

#endif
