/* "Who said it?": a round of questions about what the explorer shows.
 *
 * A question is a window of rows: the words, the choices, and below them a hint, or the answer,
 * whose place is kept free from the start, so that nothing moves when it comes. Where the screen is
 * too low it scrolls. */
#include "layout/question.h"

#include "query/scenes.h"
#include "ui/core/action_table.h"
#include "ui/core/filter.h"
#include "ui/core/frame.h"
#include "ui/core/keybar.h"
#include "ui/core/keyboard.h"
#include "ui/core/secret.h"
#include "ui/core/spot.h"
#include "ui/core/target.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

#include <stdio.h>
#include <string.h>

enum {
	NARROW = 60,          /* below it the score is short */
	LESSON = 3,           /* questions, with fewer of which no round begins over a scene */
	RULE_FROM = 12,       /* rows, for a rule under the title, */
	LOWER_RULE_FROM = 22, /* and for one above the keys */
	SUMMARY_ROW = 1       /* what was known, below an empty one */
};

struct quiz {
	struct lots lots; /* goes on from round to round */
	bool drawn;       /* it has begun */
	bool planned;     /* it is a scene of a lesson */
	bool early;       /* a lesson has told too little yet */
	struct questions round;
	uint32_t at; /* the question at hand; the count of the round is the summary */
	enum question_mark marks[QUESTIONS_A_ROUND];
	uint32_t chosen;
	bool hint;
	bool paused; /* left for the explorer; `w` comes back */
	/* Of the record and what is opened of it, from round to round; and the filter's `bases` when it was made. */
	struct questions_known known;
	uint32_t bases;
	struct window window;
	int begin;                  /* the line of the body on which the window begins */
	struct question_rows lines; /* of it */
	int tells;                  /* the row with what was answered or hinted, else the first */
	bool reveal;                /* the next picture shows what has just come */
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
	return !quiz_is_over(quiz) && quiz->marks[quiz->at] != QUESTION_OPEN;
}

/* ---- the round ---- */

/* Strikes out the words that a scene asks about, and what belongs to an event that tells whose they
 * are: the answer shows that. */
static void withhold(const struct app *app, struct questions *round)
{
	uint32_t kept = 0;
	for (uint32_t n = 0; n < round->count; n++) {
		uint32_t quote = round->at[n].quote;
		struct ref event = record_ref(THING_EVENT, app->record->quotes[quote].event);
		if (!secret_is(app, record_ref(THING_QUOTE, quote)) && !secret_is(app, event))
			round->at[kept++] = round->at[n];
	}
	round->count = kept;
}

static void known_forget(struct quiz *quiz)
{
	arena_free(&quiz->known.arena);
	quiz->known = (struct questions_known){.record = NULL};
}

/* Of a plan the choices are from all that was known: its own voices are of other times and offices. */
static void draw(struct app *app, const struct result *asked)
{
	struct quiz *quiz = quiz_of(app);
	struct arena arena = {0};
	if (quiz->bases != app->filter->bases)
		known_forget(quiz);
	quiz->bases = app->filter->bases;
	questions_draw_on(&arena, &quiz->known, asked, scenes_basis(filter_opened(app)),
		&quiz->lots, &quiz->round);
	arena_free(&arena);
}

/* Over a scene of a lesson it asks about what has been told. */
static void round_begin(struct app *app)
{
	struct quiz *quiz = quiz_of(app);
	const struct result told = secret_result(app, app->result);
	struct lots lots = quiz->drawn ? quiz->lots : (struct lots){app->options.seed};
	window_free(&quiz->window);
	*quiz = (struct quiz){.drawn = true,
		.planned = quiz->planned,
		.lots = lots,
		.known = quiz->known,
		.bases = quiz->bases};
	draw(app, &told);
	withhold(app, &quiz->round);
	if (!told.telling || quiz->round.count >= LESSON)
		return;
	/* A plan that asks before it has told enough asks about all that it shows. */
	draw(app, app->result);
	quiz->early = !quiz->planned && quiz->round.count;
	if (quiz->early)
		quiz->round.count = 0;
}

/* Over a presentation, to which it leads back. */
static bool is_presented(const struct app *app)
{
	return view_is_open(app, &present_view);
}

/* Begins a round, or comes back to the one that was left for the explorer. */
static bool quiz_open(struct app *app, const struct view_at *at)
{
	struct quiz *quiz = quiz_of(app);
	quiz->planned = at->planned;
	if (!quiz->paused || is_presented(app))
		round_begin(app);
	quiz->paused = false;
	if (!quiz->round.count) {
		app_say(app, "%s",
			quiz->early
				? "too little is told to ask yet; in the explorer w asks of the "
				  "whole plan"
				: "nothing to ask here: it takes exact words of two speakers");
		return false;
	}
	if (quiz->round.count < QUESTIONS_A_ROUND && !quiz->at && !quiz_is_answered(quiz))
		app_say(app, "a short round: 1-%u answer, Space a hint, n pass, q %s",
			(unsigned)quiz_question(quiz)->count,
			is_presented(app) ? "on with the lesson" : "leave");
	return true;
}

/* The round is over; the lots go on. */
static void round_end(struct quiz *quiz)
{
	window_free(&quiz->window);
	*quiz = (struct quiz){.drawn = quiz->drawn,
		.lots = quiz->lots,
		.known = quiz->known,
		.bases = quiz->bases};
}

static void quiz_forget(struct app *app)
{
	struct quiz *quiz = quiz_of(app);
	known_forget(quiz);
	round_end(quiz);
}

static void question_go(struct quiz *quiz)
{
	quiz->at++;
	quiz->window.top = 0;
	quiz->hint = quiz->reveal = false;
}

static void answer(struct quiz *quiz, enum question_mark mark, uint32_t chosen)
{
	quiz->chosen = chosen;
	quiz->marks[quiz->at] = mark;
	quiz->hint = false;
	quiz->reveal = true;
}

/* ---- keys ---- */

/* What was known until here, for whoever leaves before the summary says it. */
static void say_score(struct app *app)
{
	const struct quiz *quiz = quiz_of(app);
	uint32_t right = 0, answered = 0;
	for (uint32_t n = 0; n < quiz->round.count; n++) {
		right += quiz->marks[n] == QUESTION_RIGHT;
		answered += quiz->marks[n] == QUESTION_RIGHT || quiz->marks[n] == QUESTION_WRONG;
	}
	if (answered && !quiz_is_over(quiz))
		app_say(app, "%u of %u answered rightly", (unsigned)right, (unsigned)answered);
}

static void quiz_leave(struct app *app)
{
	view_close(app);
	say_score(app);
	round_end(quiz_of(app));
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
	} else if (key == 'g' && !is_presented(app)) {
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
		answer(quiz, chosen == question->right ? QUESTION_RIGHT : QUESTION_WRONG, chosen);
	} else if (key == 'n') {
		answer(quiz, QUESTION_PASSED, question->right);
	} else if (key == INPUT_SPACE) {
		quiz->hint = quiz->reveal = true;
	} else {
		return false;
	}
	return true;
}

static bool question_key(struct app *app, int32_t key)
{
	struct quiz *quiz = quiz_of(app);
	if (scroll_key(quiz, key))
		return true;
	if (quiz_is_over(quiz))
		return false;
	return quiz_is_answered(quiz) ? answered_key(app, key) : asked_key(app, key);
}

static void say_unbound(struct app *app, int32_t key)
{
	const struct quiz *quiz = quiz_of(app);
	if (quiz_is_over(quiz))
		app_say_unheard(app, key, "Enter another round, q leave");
	else if (quiz_is_answered(quiz))
		app_say_unheard(app, key, "Enter next, q leave");
	else
		app_say_unheard(app, key, "1-%u answer, Space a hint, n pass, q leave",
			(unsigned)quiz_question(quiz)->count);
}

static bool quiz_key(struct app *app, int32_t key, enum app_next *next)
{
	struct quiz *quiz = quiz_of(app);
	int32_t typed = key;
	key = keyboard_latin(key);
	*next = APP_DRAW;
	if (key == INPUT_CTRL('l') || key == INPUT_CTRL('z') || key == INPUT_CTRL('c') ||
		key == 'Q' || key == 'D' || action_for_key(key) == ACTION_HELP)
		return false;
	if (key == 'q' || key == INPUT_ESCAPE)
		quiz_leave(app);
	else if (quiz_is_over(quiz) && key == INPUT_ENTER)
		round_begin(app);
	else if (!question_key(app, key))
		say_unbound(app, typed);
	return true;
}

/* ---- the picture ---- */

/* The question at hand, as far as it has been answered. */
static struct question_page page_of(const struct app *app)
{
	const struct quiz *quiz = quiz_of(app);
	return (struct question_page){
		app->record, quiz_question(quiz), quiz->marks[quiz->at], quiz->chosen, quiz->hint};
}

/* The question, as roomy as the screen allows. Returns on which line of the window it begins. */
static int question_lay(struct app *app, struct window *window, const struct paper *paper,
	int height, struct question_rows *at)
{
	struct rows *rows = &window->rows;
	struct question_page page = page_of(app);
	struct rows answer;
	rows_begin(&answer, &app->draw, paper);
	question_answer_add(&answer, &page);
	uint32_t to_come = 0, room = (uint32_t)height;
	bool hint = page.hint;
	for (int tight = 0; tight < 3; tight++) {
		window_lay(window, paper);
		to_come = answer.count + (answer.count && tight < 1); /* which is further away */
		*at = question_add(rows, &page, tight < 1, tight < 2);
		if (rows->count + to_come <= room + (hint ? 2 : 0))
			break;
	}
	uint32_t all = rows->count + to_come - (hint && to_come > 2 ? 2 : 0);
	return all < room ? (int)(room - all + 1) / 2 : 0;
}

struct quiz_hint {
	const char *keys, *what;
};

/* The last row: a message, else the keys. */
static void bar_draw(struct app *app, struct grid *grid, const struct quiz_hint *hints)
{
	struct area area = {grid->rows - 1, 0, 1, grid->cols};
	int col = 1;
	if (app_draw_said(app, grid, ROLE_WARN))
		return;
	for (; hints->keys; hints++) {
		int room = (int)(text_width(NULL, hints->keys, strlen(hints->keys)) + 1 +
			text_width(NULL, hints->what, strlen(hints->what)));
		if (!*hints->keys || col + room > area.cols)
			continue;
		target_named(app, area, 0, col, room, hints->keys, strlen(hints->keys));
		col += area_text(grid, app->form, area, 0, col, style_of(ROLE_KEY), hints->keys) +
			1;
		col += area_text(grid, app->form, area, 0, col, style_of(ROLE_HELP), hints->what) +
			3;
	}
}

static void bar_of_question(struct app *app, struct grid *grid)
{
	const struct quiz *quiz = quiz_of(app);
	const char *more = window_below(&quiz->window) > 0 ? "j" : "";
	const char *leave = is_presented(app) ? "on with the lesson" : "leave";
	char keys[16];
	if (quiz_is_over(quiz)) {
		bar_draw(app, grid,
			(const struct quiz_hint[]){{"Enter", "another round"}, {"?", "help"},
				{"q", leave}, {NULL, NULL}});
		return;
	}
	const struct question *question = quiz_question(quiz);
	snprintf(keys, sizeof keys, "1%s%u", app->signs->dash, (unsigned)question->count);
	if (quiz_is_answered(quiz))
		bar_draw(app, grid,
			(const struct quiz_hint[]){{"Enter", "next"}, {more, "more"},
				{is_presented(app) ? "" : "g", "to its place in the timeline"},
				{"?", "help"}, {"q", leave}, {NULL, NULL}});
	else
		bar_draw(app, grid,
			(const struct quiz_hint[]){{keys, "answer"}, {more, "more"},
				{"Space", question_hint_name(app->record, question)}, {"n", "pass"},
				{"?", "help"}, {"q", leave}, {NULL, NULL}});
}

/* "question 4 of 10   ✓ ✓ ✗" */
static void score_words(const struct app *app, struct buf *out)
{
	const struct quiz *quiz = quiz_of(app);
	if (!quiz_is_over(quiz))
		buf_format(out, "%s%u of %u", app->cols < NARROW ? "" : "question ",
			(unsigned)quiz->at + 1, (unsigned)quiz->round.count);
	for (uint32_t i = 0; i < quiz->round.count && quiz->marks[i] != QUESTION_OPEN; i++)
		buf_format(out, "%s%s", i ? " " : "   ",
			question_mark_sign(app->signs, quiz->marks[i]));
}

/* Whether a rule under the title takes no row that the question needs more, and one above the keys. */
static bool has_rule(const struct app *app)
{
	return app->rows >= RULE_FROM;
}

static bool has_lower_rule(const struct app *app)
{
	return app->rows >= LOWER_RULE_FROM;
}

/* Below the title, above the keys. */
static struct area body_of(const struct app *app)
{
	int above = frame_is_bare(app) ? 0 : has_rule(app) ? 2 : 1;
	int below = has_lower_rule(app) ? 2 : above ? 1 : 0;
	return (struct area){above, 0, app->rows - above - below, app->cols};
}

/* Lays the question or the summary out in the window, which begins on the line `begin`. */
static void quiz_fit(struct app *app)
{
	struct quiz *quiz = quiz_of(app);
	struct window *window = &quiz->window;
	struct area area = body_of(app);
	struct paper paper = app_paper(app, area.cols);
	quiz->begin = 0;
	window_lay(window, &paper);
	if (quiz_is_over(quiz))
		question_summary_add(&window->rows, app->record, &quiz->round, quiz->marks);
	else
		quiz->begin = question_lay(app, window, &paper, area.rows, &quiz->lines);
	window_laid(window);
	window_fit(window, area.rows - quiz->begin);
	if (quiz->reveal)
		window_scroll(window,
			(quiz->hint ? (int)window->rows.count : quiz->lines.choices[0]) -
				window->top);
	quiz->tells = quiz_is_over(quiz) ? SUMMARY_ROW : quiz->lines.tells;
	quiz->reveal = false;
}

/* A click on a choice is its number, and on what was answered Enter. */
static void note_choices(struct app *app, struct area area)
{
	const struct quiz *quiz = quiz_of(app);
	if (quiz_is_over(quiz))
		return;
	if (quiz_is_answered(quiz)) {
		target_key(app, body_of(app), INPUT_ENTER);
		return;
	}
	for (uint32_t n = 0; n < quiz_question(quiz)->count; n++) {
		int first = quiz->lines.choices[n] - quiz->window.top,
		    end = quiz->lines.choices[n + 1] - quiz->window.top;
		first = first > 0 ? first : 0;
		end = end < area.rows ? end : area.rows;
		target_key(app, (struct area){area.row + first, 0, end - first, area.cols},
			(int32_t)('1' + n));
	}
}

static enum app_next quiz_wheel(struct app *app, const struct input *input, int rows)
{
	window_scroll(&quiz_of(app)->window, rows);
	return APP_DRAW;
}

static void quiz_draw(struct app *app, struct grid *grid)
{
	const struct quiz *quiz = quiz_of(app);
	struct area area = body_of(app);
	area.row += quiz->begin;
	area.rows -= quiz->begin;
	window_draw(&quiz->window, grid, app->form, area);
	note_choices(app, area);
	window_cursor(&quiz->window, grid, area, quiz->tells);
	if (frame_is_bare(app))
		return;
	struct buf score = {0};
	score_words(app, &score);
	frame_title(app, grid,
		quiz_is_over(quiz) ? "Who said it?" : question_title(quiz_question(quiz)->kind),
		buf_string(&score));
	if (has_rule(app))
		frame_rule(app, grid);
	if (has_lower_rule(app))
		frame_lower_rule(app, grid);
	bar_of_question(app, grid);
	buf_free(&score);
}

/* Its keys, for the help. */
static const struct hint hints[] = {
	{{ACTION_NONE}, "1-4 answer"},
	{{ACTION_NONE}, "Space a hint"},
	{{ACTION_NONE}, "n pass"},
	{{ACTION_NONE}, "Enter next; another round"},
	{{ACTION_NONE}, "j/k scroll"},
	{{ACTION_NONE}, "g to its place, once answered", ""},
	{{ACTION_NONE}, "q leave", "q on with the lesson"},
	{{ACTION_NONE}, NULL},
};

const struct view_ops quiz_view = {
	.name = "among the questions",
	.hints = hints,
	.state_size = sizeof(struct quiz),
	.open = quiz_open,
	.forget = quiz_forget,
	.fit = quiz_fit,
	.key = quiz_key,
	.wheel = quiz_wheel,
	.draw = quiz_draw,
};
