/* "Who said it?": a round of questions about what the explorer shows.
 *
 * A question is a window of rows: the words, the choices, and below them a hint, or the answer,
 * whose place is kept free from the start, so that nothing moves when it comes. Where the screen is
 * too low it scrolls. */
#include "layout/scene.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"
#include "query/questions.h"
#include "ui/core/filter.h"
#include "ui/core/frame.h"
#include "ui/core/keyboard.h"
#include "ui/core/spot.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

#include <stdio.h>
#include <string.h>

enum {
	MEASURE = 60,
	MEASURE_NARROW = 53,
	HANG = 2,
	CHOICE_TEXT = 4, /* columns from the number to the choice */
	GAP = 2,
	NARROW = 60, /* below it the score is short */
};

enum quiz_mark { QUIZ_OPEN, QUIZ_RIGHT, QUIZ_WRONG, QUIZ_PASSED };

struct quiz {
	struct lots lots; /* goes on from round to round */
	bool drawn;       /* it has begun */
	struct questions round;
	uint32_t at; /* the question at hand; the count of the round is the summary */
	enum quiz_mark marks[QUESTIONS_A_ROUND];
	uint32_t chosen;
	bool hint;
	bool paused; /* left for the explorer; `w` comes back */
	struct window window;
	bool reveal; /* the next picture shows what has just come */
};

static struct quiz *quiz_of(const struct app *app)
{
	return view_state(app, &quiz_view);
}

static const struct question *quiz_question(const struct quiz *quiz)
{
	return &quiz->round.at[quiz->at];
}

static bool quiz_is_over(const struct quiz *quiz)
{
	return quiz->at >= quiz->round.count;
}

static bool quiz_is_answered(const struct quiz *quiz)
{
	return !quiz_is_over(quiz) && quiz->marks[quiz->at] != QUIZ_OPEN;
}

/* ---- the round ---- */

static void round_begin(struct app *app)
{
	struct quiz *quiz = quiz_of(app);
	struct arena arena = {0};
	struct lots lots = quiz->drawn ? quiz->lots : (struct lots){app->options.seed};
	window_free(&quiz->window);
	*quiz = (struct quiz){.drawn = true, .lots = lots};
	questions_draw(&arena, app->result, filter_opened(app), &quiz->lots, &quiz->round);
	arena_free(&arena);
}

/* Begins a round, or comes back to the one that was left for the explorer. */
static bool quiz_open(struct app *app, const struct view_at *at)
{
	struct quiz *quiz = quiz_of(app);
	if (!quiz->paused)
		round_begin(app);
	quiz->paused = false;
	if (!quiz->round.count) {
		app_say(app,
			"nothing can be asked here: it takes the exact words of several speakers");
		return false;
	}
	if (quiz->round.count < QUESTIONS_A_ROUND && !quiz->at && !quiz_is_answered(quiz))
		app_say(app, "a short round, there is no more to ask: 1-4 answer, n pass, q leave");
	return true;
}

static void quiz_forget(struct app *app)
{
	struct quiz *quiz = quiz_of(app);
	window_free(&quiz->window);
	*quiz = (struct quiz){.drawn = quiz->drawn, .lots = quiz->lots};
}

static void question_go(struct quiz *quiz)
{
	quiz->at++;
	quiz->window.top = 0;
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
	view_close(app);
	quiz_forget(app);
}

static bool scroll_key(struct quiz *quiz, int32_t key)
{
	if (key == 'j' || key == INPUT_DOWN || key == INPUT_PAGE_DOWN)
		window_scroll(&quiz->window, 1);
	else if (key == 'k' || key == INPUT_UP || key == INPUT_PAGE_UP)
		window_scroll(&quiz->window, -1);
	else
		return false;
	return true;
}

static bool answered_key(struct app *app, int32_t key)
{
	struct quiz *quiz = quiz_of(app);
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
	struct quiz *quiz = quiz_of(app);
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
	struct quiz *quiz = quiz_of(app);
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

/* ---- the picture ---- */

static uint32_t count_of(const struct quiz *quiz, enum quiz_mark mark)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < quiz->round.count; i++)
		count += quiz->marks[i] == mark;
	return count;
}

static const char *mark_sign(const struct app *app, enum quiz_mark mark)
{
	return mark == QUIZ_RIGHT    ? app->signs->right
		: mark == QUIZ_WRONG ? app->signs->wrong
				     : app->signs->dot;
}

static const char *question_words(enum question_kind kind)
{
	static const char *const words[QUESTION_KIND_COUNT] = {
		[QUESTION_WHO] = "Who said it?",
		[QUESTION_WHEN] = "When was it said?",
		[QUESTION_TALKS] = "About which talks?",
	};
	return words[kind];
}

static void choice_words(
	struct buf *out, const struct app *app, const struct question *question, uint32_t n)
{
	const struct question_choice *choice = &question->choices[n];
	if (question->kind == QUESTION_WHEN)
		words_date_one(out, app->dates, (struct when){choice->date, choice->old_style});
	else
		words_name(out, app->record, choice->what);
	if (choice->role) {
		buf_text(out, ", ");
		buf_text(out, choice->role);
	}
}

/* One choice: its number, and once it is answered a sign beside the right one and a wrong one. */
static void choice_add(struct rows *rows, const struct app *app, uint32_t n, int left, int right)
{
	const struct quiz *quiz = quiz_of(app);
	const struct question *question = quiz_question(quiz);
	enum quiz_mark mark = quiz->marks[quiz->at];
	bool is_right = mark != QUIZ_OPEN && n == question->right;
	bool is_wrong = mark == QUIZ_WRONG && n == quiz->chosen;
	struct buf words = {0};
	char number[16];
	snprintf(number, sizeof number, "%u", (unsigned)n + 1);
	choice_words(&words, app, question, n);
	rows_new(rows);
	rows_to(rows, left - HANG);
	if (is_right || is_wrong)
		rows_text(rows, style_of(is_right ? ROLE_FOCUS : ROLE_WARN),
			is_right ? app->signs->right : app->signs->wrong);
	rows_to(rows, left);
	rows_copy(rows, style_of(ROLE_KEY), number);
	rows_wrap_beside(rows, style_of(is_right ? ROLE_SPEAKER : ROLE_TEXT),
		buf_kept(&words, rows->arena), words.len, left + CHOICE_TEXT,
		right > left + CHOICE_TEXT ? right : left + CHOICE_TEXT + 1);
	buf_free(&words);
}

/* What helps without saying it: of a speaker the date, of a date the office, of talks the
 * speaker. */
static void hint_words(struct buf *out, const struct app *app, const struct question *question)
{
	const struct quote *quote = &app->record->quotes[question->quote];
	if (question->kind == QUESTION_WHO) {
		buf_text(out, "said ");
		words_said(out, app->dates, app->record, quote);
	} else if (question->kind == QUESTION_WHEN && quote->role) {
		buf_text(out, "then ");
		buf_text(out, quote->role);
	} else if (question->kind == QUESTION_WHEN) {
		buf_text(out, "at: ");
		buf_text(out, app->record->events[quote->event].title);
	} else {
		buf_text(out, "said by ");
		words_name(out, app->record, quote->speaker);
	}
}

/* The rows of the question, then the hint or the answer. Returns which row is the first choice. */
static int question_add(struct rows *rows, const struct app *app, bool spaced, bool roomy)
{
	const struct quiz *quiz = quiz_of(app);
	const struct question *question = quiz_question(quiz);
	const struct quote *quote = &app->record->quotes[question->quote];
	int width = rows->paper.width, measure = width * 2 / 3;
	measure = measure < MEASURE_NARROW ? MEASURE_NARROW : measure > MEASURE ? MEASURE : measure;
	measure = measure > width - HANG - 2 ? width - HANG - 2 : measure;
	int left = (width - measure) / 2 > HANG ? (width - measure) / 2 : HANG;
	int right = left + measure > left ? left + measure : left + 1;
	struct buf words = {0};
	scene_quote_add(rows, quote, left, right, false);
	if (question->kind == QUESTION_WHEN) {
		words_name(&words, app->record, quote->speaker);
		rows_new(rows);
		rows_to(rows, left + CHOICE_TEXT);
		rows_copy(rows, style_of(ROLE_SPEAKER), buf_string(&words));
		buf_clear(&words);
	}
	for (int i = 0; i < (roomy ? GAP : 1); i++)
		rows_new(rows);
	int choices = (int)rows->count;
	for (uint32_t n = 0; n < question->count; n++) {
		if (n && spaced)
			rows_new(rows);
		choice_add(rows, app, n, left, right);
	}
	if (quiz_is_answered(quiz)) {
		rows_new(rows);
		scene_speaker_add(rows, app->record, quote, left + CHOICE_TEXT, right);
	} else if (quiz->hint) {
		hint_words(&words, app, question);
		rows_new(rows);
		rows_phrase(rows, style_of(ROLE_NOTE), &words, left + CHOICE_TEXT, right);
	}
	buf_free(&words);
	return choices;
}

/* How many lines the answer will take. */
static uint32_t answer_lines(struct app *app, const struct paper *paper)
{
	const struct question *question = quiz_question(quiz_of(app));
	struct rows rows;
	if (quiz_is_answered(quiz_of(app)))
		return 0;
	rows_begin(&rows, &app->draw, paper);
	scene_speaker_add(&rows, app->record, &app->record->quotes[question->quote], CHOICE_TEXT,
		paper->width < MEASURE ? paper->width - 1 : MEASURE_NARROW);
	return rows.count + 1;
}

/* The question, as roomy as the screen allows. Returns on which line of the window it begins;
 * *choices is the row of the first choice. */
static int question_lay(
	struct app *app, struct window *window, const struct paper *paper, int height, int *choices)
{
	struct rows *rows = &window->rows;
	uint32_t to_come = answer_lines(app, paper), room = (uint32_t)height;
	bool hint = quiz_of(app)->hint;
	for (int tight = 0; tight < 3; tight++) {
		window_lay(window, paper);
		*choices = question_add(rows, app, tight < 1, tight < 2);
		if (rows->count + to_come <= room + (hint ? 2 : 0))
			break;
	}
	uint32_t all = rows->count + to_come - (hint && to_come > 2 ? 2 : 0);
	return all < room ? (int)(room - all) / 2 : 0;
}

static void summary_add(struct rows *rows, const struct app *app)
{
	const struct quiz *quiz = quiz_of(app);
	int width = rows->paper.width;
	char known[64];
	snprintf(known, sizeof known, "You knew %u of %u.", (unsigned)count_of(quiz, QUIZ_RIGHT),
		(unsigned)quiz->round.count);
	rows_new(rows);
	rows_new(rows);
	rows_to(rows, 3);
	rows_copy(rows, style_of(ROLE_TITLE), known);
	rows_new(rows);
	for (uint32_t i = 0; i < quiz->round.count; i++) {
		const struct question *question = &quiz->round.at[i];
		struct buf line = {0};
		choice_words(&line, app, question, question->right);
		rows_new(rows);
		rows_to(rows, 3);
		rows_text(rows, style_of(quiz->marks[i] == QUIZ_RIGHT ? ROLE_FOCUS : ROLE_WARN),
			mark_sign(app, quiz->marks[i]));
		rows_to(rows, 6);
		rows_cut(rows, style_of(ROLE_SPEAKER), buf_kept(&line, rows->arena),
			width / 2 - 8 > 1 ? width / 2 - 8 : 1);
		rows_to(rows, width / 2);
		words_quote_line(rows, &app->record->quotes[question->quote], NULL,
			width - width / 2 - 2 > 1 ? width - width / 2 - 2 : 1);
		buf_free(&line);
	}
}

struct quiz_hint {
	const char *keys, *what;
};

/* The last row: a message, else the keys. */
static void bar_draw(struct app *app, struct grid *grid, const struct quiz_hint *hints)
{
	struct area area = {grid->rows - 1, 0, 1, grid->cols};
	int col = 1;
	if (*app_said(app)) {
		area_text(grid, NULL, area, 0, 1, style_of(ROLE_WARN), app_said(app));
		return;
	}
	for (; hints->keys; hints++) {
		int room = (int)(text_width(NULL, hints->keys, strlen(hints->keys)) + 1 +
			text_width(NULL, hints->what, strlen(hints->what)));
		if (!*hints->keys || col + room > area.cols)
			continue;
		col += area_text(grid, app->form, area, 0, col, style_of(ROLE_KEY), hints->keys) +
			1;
		col += area_text(grid, app->form, area, 0, col, style_of(ROLE_HELP), hints->what) +
			3;
	}
}

static void bar_of_question(struct app *app, struct grid *grid)
{
	static const char *const helps[QUESTION_KIND_COUNT] = {
		[QUESTION_WHO] = "the date, as a hint",
		[QUESTION_WHEN] = "the office, as a hint",
		[QUESTION_TALKS] = "the speaker, as a hint",
	};
	const struct quiz *quiz = quiz_of(app);
	const char *more = window_below(&quiz->window) > 0 ? "j" : "";
	char keys[16];
	if (quiz_is_over(quiz)) {
		bar_draw(app, grid,
			(const struct quiz_hint[]){
				{"Enter", "another round"}, {"q", "leave"}, {NULL, NULL}});
		return;
	}
	const struct question *question = quiz_question(quiz);
	snprintf(keys, sizeof keys, "1%s%u", app->signs->dash, (unsigned)question->count);
	if (quiz_is_answered(quiz))
		bar_draw(app, grid,
			(const struct quiz_hint[]){{"Enter", "next"}, {more, "more"},
				{"g", "to its place in the explorer"}, {"q", "leave"},
				{NULL, NULL}});
	else
		bar_draw(app, grid,
			(const struct quiz_hint[]){{keys, "answer"}, {more, "more"},
				{"Space", helps[question->kind]}, {"n", "pass"}, {"q", "leave"},
				{NULL, NULL}});
}

/* "question 4 of 10   ✓ ✓ ✗" */
static void score_words(const struct app *app, struct buf *out)
{
	const struct quiz *quiz = quiz_of(app);
	if (!quiz_is_over(quiz))
		buf_format(out, "%s%u of %u", app->cols < NARROW ? "" : "question ",
			(unsigned)quiz->at + 1, (unsigned)quiz->round.count);
	for (uint32_t i = 0; i < quiz->round.count && quiz->marks[i] != QUIZ_OPEN; i++)
		buf_format(out, "%s%s", i ? " " : "   ", mark_sign(app, quiz->marks[i]));
}

/* Lays the question or the summary out in the window; returns on which line of it the rows
 * begin. */
static int window_fill(struct app *app, struct area area)
{
	struct quiz *quiz = quiz_of(app);
	struct window *window = &quiz->window;
	struct paper paper = app_paper(app, area.cols);
	int begin = 0, choices = 0;
	window_lay(window, &paper);
	if (quiz_is_over(quiz))
		summary_add(&window->rows, app);
	else
		begin = question_lay(app, window, &paper, area.rows, &choices);
	window_laid(window);
	window_fit(window, area.rows - begin);
	if (quiz->reveal)
		window_scroll(
			window, (quiz->hint ? (int)window->rows.count : choices) - window->top);
	quiz->reveal = false;
	return begin;
}

static void quiz_draw(struct app *app, struct grid *grid)
{
	const struct quiz *quiz = quiz_of(app);
	bool bare = frame_is_bare(app);
	struct area area = {bare ? 0 : 1, 0, grid->rows - (bare ? 0 : 2), grid->cols};
	int begin = window_fill(app, area);
	area.row += begin;
	area.rows -= begin;
	window_draw(&quiz->window, grid, app->form, area);
	grid->cursor_row = area.row;
	if (bare)
		return;
	struct buf score = {0};
	score_words(app, &score);
	frame_title(app, grid,
		quiz_is_over(quiz) ? "Who said it?" : question_words(quiz_question(quiz)->kind),
		buf_string(&score));
	bar_of_question(app, grid);
	buf_free(&score);
}

const struct view_ops quiz_view = {
	.state_size = sizeof(struct quiz),
	.open = quiz_open,
	.forget = quiz_forget,
	.key = quiz_key,
	.draw = quiz_draw,
};
