/* A question about the words of the record as rows: the words, the choices, the hint or the
 * answer. */
#ifndef TRUCE_LAYOUT_QUESTION_H
#define TRUCE_LAYOUT_QUESTION_H

#include "layout/rows.h"
#include "query/questions.h"

enum question_mark { QUESTION_OPEN, QUESTION_RIGHT, QUESTION_WRONG, QUESTION_PASSED };

/* A question, and how far it has been answered. */
struct question_page {
	const struct record *record;
	const struct question *question;
	enum question_mark mark;
	uint32_t chosen; /* where the mark is QUESTION_WRONG */
	bool hint;       /* is shown, until there is an answer */
};

/* "Who said it?" */
const char *question_title(enum question_kind);
/* The nth choice: a name with its office, a date in the calendar asked for, an era. */
void question_choice_words(
	struct buf *, enum date_mode, const struct record *, const struct question *, uint32_t n);
/* "✓", "✗", or the dot. */
const char *question_mark_sign(const struct signs *, enum question_mark);

/* What its hint is: "the date, as a hint". */
const char *question_hint_name(const struct record *, const struct question *);

/* Rows of a question: its choices, and behind them the end of the last; and what came last, the
 * choice that was made (the right one where it was passed) or the hint, else its first. */
struct question_rows {
	int choices[QUESTION_CHOICES + 1], tells;
};

/* Adds the question, then the hint or the answer. `spaced` sets choices apart, `roomy` the words
 * from the choices. */
struct question_rows question_add(
	struct rows *, const struct question_page *, bool spaced, bool roomy);

/* Adds what is still to come, as many rows as the answer will take; nothing where it has come. */
void question_answer_add(struct rows *, const struct question_page *);

/* Adds how many were known, and each question in a row: its mark, its answer, its words. */
void question_summary_add(
	struct rows *, const struct record *, const struct questions *, const enum question_mark *);

#endif
