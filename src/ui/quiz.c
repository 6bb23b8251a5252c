/* A round: which question is at hand, what was answered, and what the keys do with it. */
#include "ui/quiz.h"

#include "ui/input.h"
#include "ui/keyboard.h"
#include "ui/view.h"

const struct question *quiz_question(const struct quiz *quiz)
{
	return &quiz->round.at[quiz->at];
}

bool quiz_is_over(const struct quiz *quiz)
{
	return quiz->at >= quiz->round.count;
}

bool quiz_is_answered(const struct quiz *quiz)
{
	return !quiz_is_over(quiz) && quiz->marks[quiz->at] != QUIZ_OPEN;
}

/* ---- the round ---- */

static void round_begin(struct app *app)
{
	struct quiz *quiz = &app->quiz;
	struct arena arena = {0};
	struct lots lots = quiz->drawn ? quiz->lots : (struct lots){app->seed};
	*quiz = (struct quiz){.drawn = true, .lots = lots};
	questions_draw(&arena, app->result, app_opened(app), &quiz->lots, &quiz->round);
	arena_free(&arena);
}

void quiz_open(struct app *app)
{
	struct quiz *quiz = &app->quiz;
	if (!quiz->paused)
		round_begin(app);
	quiz->paused = false;
	if (!quiz->round.count) {
		app->message = "nothing can be asked here: it takes the exact words of several "
			       "speakers";
		return;
	}
	if (quiz->round.count < QUESTIONS_A_ROUND && !quiz->at && !quiz_is_answered(quiz))
		app->message =
			"a short round, there is no more to ask: 1-4 answer, n pass, q leave";
	app_push(app, VIEW_QUIZ);
}

void quiz_forget(struct app *app)
{
	app->quiz = (struct quiz){.drawn = app->quiz.drawn, .lots = app->quiz.lots};
}

static void question_go(struct quiz *quiz)
{
	quiz->at++;
	quiz->top = 0;
	quiz->hint = quiz->reveal = false;
}

static void answer(struct quiz *quiz, enum quiz_mark mark, uint32_t chosen)
{
	quiz->chosen = chosen;
	quiz->marks[quiz->at] = mark;
	quiz->hint = false;
	quiz->reveal = true;
}

/* ---- keys ---- */

static void quiz_leave(struct app *app)
{
	app_pop(app);
	quiz_forget(app);
}

static bool scroll_key(struct quiz *quiz, int32_t key)
{
	if (key == 'j' || key == INPUT_DOWN || key == INPUT_PAGE_DOWN)
		quiz->top += quiz->hidden > 0;
	else if (key == 'k' || key == INPUT_UP || key == INPUT_PAGE_UP)
		quiz->top -= quiz->top > 0;
	else
		return false;
	return true;
}

static bool answered_key(struct app *app, int32_t key)
{
	struct quiz *quiz = &app->quiz;
	if (key == INPUT_ENTER || key == INPUT_SPACE || key == 'n') {
		question_go(quiz);
	} else if (key == 'g') {
		uint32_t quote = quiz_question(quiz)->quote;
		quiz->paused = spot_follow(app, record_ref(THING_QUOTE, quote));
	} else {
		return false;
	}
	return true;
}

static bool asked_key(struct app *app, int32_t key)
{
	struct quiz *quiz = &app->quiz;
	const struct question *question = quiz_question(quiz);
	if (key >= '1' && key < '1' + (int32_t)question->count) {
		uint32_t chosen = (uint32_t)(key - '1');
		answer(quiz, chosen == question->right ? QUIZ_RIGHT : QUIZ_WRONG, chosen);
	} else if (key == 'n') {
		answer(quiz, QUIZ_PASSED, question->right);
	} else if (key == INPUT_SPACE) {
		quiz->hint = quiz->reveal = true;
	} else {
		return false;
	}
	return true;
}

static bool quiz_key(struct app *app, int32_t key, enum app_next *next)
{
	struct quiz *quiz = &app->quiz;
	key = keyboard_latin(key);
	*next = APP_DRAW;
	if (key == INPUT_CTRL('l') || key == INPUT_CTRL('z') || key == INPUT_CTRL('c') ||
		key == 'Q')
		return false;
	if (key == 'q' || key == INPUT_ESCAPE)
		quiz_leave(app);
	else if (quiz_is_over(quiz) && key == INPUT_ENTER)
		round_begin(app);
	else if (scroll_key(quiz, key) || quiz_is_over(quiz) ||
		(quiz_is_answered(quiz) ? answered_key(app, key) : asked_key(app, key)))
		return true;
	return true;
}

static enum app_next quiz_apply(struct app *app, enum action action, uint32_t count, bool counted)
{
	(void)app, (void)action, (void)count, (void)counted;
	return APP_NOTHING;
}

const struct view_ops quiz_view = {.key = quiz_key, .apply = quiz_apply, .draw = quiz_draw};
