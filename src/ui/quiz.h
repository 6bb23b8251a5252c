/* "Who said it?": a round of questions about what the explorer shows. */
#ifndef TRUCE_UI_QUIZ_H
#define TRUCE_UI_QUIZ_H

#include "query/questions.h"

#include <stdbool.h>
#include <stdint.h>

struct app;

enum quiz_mark { QUIZ_OPEN, QUIZ_RIGHT, QUIZ_WRONG, QUIZ_PASSED };

struct quiz {
	struct lots lots; /* goes on from round to round */
	bool drawn;       /* it has begun */
	struct questions round;
	uint32_t at; /* the question at hand; the count of the round is the summary */
	enum quiz_mark marks[QUESTIONS_A_ROUND];
	uint32_t chosen;
	bool hint;
	bool paused;     /* left for the explorer; `w` comes back */
	int top, hidden; /* rows scrolled off above; rows below the window */
	bool reveal;     /* the next picture shows what has just come */
};

/* Begins a round, or comes back to the one that was left for the explorer. Where nothing can be asked the
 * message says so. */
void quiz_open(struct app *);
/* The question at hand, where the round is not over; and whether it has been answered. */
const struct question *quiz_question(const struct quiz *);
bool quiz_is_over(const struct quiz *);
bool quiz_is_answered(const struct quiz *);

struct grid;
void quiz_draw(struct app *, struct grid *);
/* Forgets the round: before the record goes. */
void quiz_forget(struct app *);

#endif
