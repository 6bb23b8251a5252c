/* A question is a list of rows: the words, the choices, and below them a hint, or the answer, whose place is kept
 * free from the start, so that nothing moves when it comes. Where the screen is too low it scrolls. */
#include "ui/quiz.h"

#include "layout/scene.h"
#include "layout/words.h"
#include "ui/view.h"

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

static struct style plain(enum role role)
{
	return (struct style){.role = (uint8_t)role};
}

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
		date_display(choice->date, out);
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
	const struct quiz *quiz = &app->quiz;
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
		rows_text(rows, plain(is_right ? ROLE_FOCUS : ROLE_WARN),
			is_right ? app->signs->right : app->signs->wrong);
	rows_to(rows, left);
	rows_copy(rows, plain(ROLE_KEY), number);
	rows_wrap_beside(rows, plain(is_right ? ROLE_SPEAKER : ROLE_TEXT),
		arena_text(rows->arena, words.text, words.len), words.len, left + CHOICE_TEXT,
		right > left + CHOICE_TEXT ? right : left + CHOICE_TEXT + 1);
	buf_free(&words);
}

/* What helps without saying it: of a speaker the date, of a date the office, of talks the speaker. */
static void hint_words(struct buf *out, const struct app *app, const struct question *question)
{
	const struct quote *quote = &app->record->quotes[question->quote];
	if (question->kind == QUESTION_WHO) {
		buf_text(out, "said ");
		words_said(out, app->record, quote);
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
	const struct quiz *quiz = &app->quiz;
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
		rows_copy(rows, plain(ROLE_SPEAKER), buf_string(&words));
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
		rows_wrap(rows, plain(ROLE_NOTE), arena_text(rows->arena, words.text, words.len),
			words.len, left + CHOICE_TEXT, right, NULL, NULL);
	}
	buf_free(&words);
	return choices;
}

/* How many lines the answer will take. */
static uint32_t answer_lines(struct app *app, const struct paper *paper)
{
	const struct question *question = quiz_question(&app->quiz);
	struct rows rows;
	if (quiz_is_answered(&app->quiz))
		return 0;
	rows_begin(&rows, &app->draw, paper);
	scene_speaker_add(&rows, app->record, &app->record->quotes[question->quote], CHOICE_TEXT,
		paper->width < MEASURE ? paper->width - 1 : MEASURE_NARROW);
	return rows.count + 1;
}

/* The question, as roomy as the screen allows. Returns on which line of the window it begins; *choices is
 * the row of the first choice. */
static int question_lay(
	struct app *app, struct rows *rows, const struct paper *paper, int height, int *choices)
{
	uint32_t to_come = answer_lines(app, paper), room = (uint32_t)height;
	bool hint = app->quiz.hint;
	for (int tight = 0; tight < 3; tight++) {
		rows_begin(rows, &app->draw, paper);
		*choices = question_add(rows, app, tight < 1, tight < 2);
		if (rows->count + to_come <= room + (hint ? 2 : 0))
			break;
	}
	uint32_t all = rows->count + to_come - (hint && to_come > 2 ? 2 : 0);
	return all < room ? (int)(room - all) / 2 : 0;
}

static void summary_add(struct rows *rows, const struct app *app)
{
	const struct quiz *quiz = &app->quiz;
	int width = rows->paper.width;
	char known[64];
	snprintf(known, sizeof known, "You knew %u of %u.", (unsigned)count_of(quiz, QUIZ_RIGHT),
		(unsigned)quiz->round.count);
	rows_new(rows);
	rows_new(rows);
	rows_to(rows, 3);
	rows_copy(rows, plain(ROLE_TITLE), known);
	rows_new(rows);
	for (uint32_t i = 0; i < quiz->round.count; i++) {
		const struct question *question = &quiz->round.at[i];
		struct buf line = {0};
		choice_words(&line, app, question, question->right);
		rows_new(rows);
		rows_to(rows, 3);
		rows_text(rows, plain(quiz->marks[i] == QUIZ_RIGHT ? ROLE_FOCUS : ROLE_WARN),
			mark_sign(app, quiz->marks[i]));
		rows_to(rows, 6);
		rows_cut(rows, plain(ROLE_SPEAKER), arena_text(rows->arena, line.text, line.len),
			width / 2 - 8 > 1 ? width / 2 - 8 : 1);
		buf_clear(&line);
		buf_text(&line, app->signs->open);
		buf_text(&line, app->record->quotes[question->quote].text);
		if (text_width(app->form, line.text, line.len) < width - width / 2 - 2)
			buf_text(&line, app->signs->close);
		rows_to(rows, width / 2);
		rows_cut(rows, plain(ROLE_QUOTE), arena_text(rows->arena, line.text, line.len),
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
	if (app->message) {
		area_text(grid, NULL, area, 0, 1, plain(ROLE_WARN), app->message);
		return;
	}
	for (; hints->keys; hints++) {
		int room = (int)(text_width(NULL, hints->keys, strlen(hints->keys)) + 1 +
			text_width(NULL, hints->what, strlen(hints->what)));
		if (!*hints->keys || col + room > area.cols)
			continue;
		col += area_text(grid, app->form, area, 0, col, plain(ROLE_KEY), hints->keys) + 1;
		col += area_text(grid, app->form, area, 0, col, plain(ROLE_HELP), hints->what) + 3;
	}
}

static void bar_of_question(struct app *app, struct grid *grid)
{
	static const char *const helps[QUESTION_KIND_COUNT] = {
		[QUESTION_WHO] = "the date, as a hint",
		[QUESTION_WHEN] = "the office, as a hint",
		[QUESTION_TALKS] = "the speaker, as a hint",
	};
	const struct quiz *quiz = &app->quiz;
	const char *more = quiz->hidden > 0 ? "j" : "";
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
	const struct quiz *quiz = &app->quiz;
	if (!quiz_is_over(quiz))
		buf_format(out, "%s%u of %u", app->cols < NARROW ? "" : "question ",
			(unsigned)quiz->at + 1, (unsigned)quiz->round.count);
	for (uint32_t i = 0; i < quiz->round.count && quiz->marks[i] != QUIZ_OPEN; i++)
		buf_format(out, "%s%s", i ? " " : "   ", mark_sign(app, quiz->marks[i]));
}

void quiz_draw(struct app *app, struct grid *grid)
{
	struct quiz *quiz = &app->quiz;
	bool tiny = grid->rows < 6;
	struct area area = {tiny ? 0 : 1, 0, grid->rows - (tiny ? 0 : 2), grid->cols};
	const struct paper paper = {
		.width = grid->cols, .signs = app->signs, .form = app->form, .dates = app->dates};
	struct rows rows;
	int begin = 0, choices = 0;
	if (quiz_is_over(quiz)) {
		rows_begin(&rows, &app->draw, &paper);
		summary_add(&rows, app);
	} else {
		begin = question_lay(app, &rows, &paper, area.rows, &choices);
	}
	int most = (int)rows.count - (area.rows - begin);
	if (quiz->reveal)
		quiz->top = quiz->hint || most < choices ? most : choices;
	quiz->reveal = false;
	quiz->top = quiz->top > most ? most : quiz->top;
	quiz->top = quiz->top < 0 ? 0 : quiz->top;
	quiz->hidden = most - quiz->top;
	for (int line = 0; line < area.rows - begin && quiz->top + line < (int)rows.count; line++)
		area_row(grid, app->form, area, begin + line, &rows.at[quiz->top + line], 0);
	grid->cursor_row = area.row + begin;
	if (tiny)
		return;
	struct buf score = {0};
	score_words(app, &score);
	app_draw_title(app, grid,
		quiz_is_over(quiz) ? "Who said it?" : question_words(quiz_question(quiz)->kind),
		buf_string(&score));
	bar_of_question(app, grid);
	buf_free(&score);
}
