/* Words or an event in full, over a scene: what Enter leads to elsewhere is unfolded here, and Esc leads
 * back to where it was asked for. */
#include "ui/views/passage.h"

#include "layout/scene_words.h"
#include "query/waits.h"
#include "ui/core/copy.h"
#include "ui/core/frame.h"
#include "ui/core/keybar.h"
#include "ui/core/secret.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

enum { LEFT = 3, INDENT = 3, ROOMY = 12 /* rows, for an empty one above */ };

static const char waits[] = "What it was waits for a later scene of the lesson.";

struct passage {
	struct ref of;
	struct window window;
};

static struct passage *passage_of(const struct app *app)
{
	return view_state(app, &passage_view);
}

static void passage_forget(struct app *app)
{
	window_free(&passage_of(app)->window);
	*passage_of(app) = (struct passage){0};
}

/* Other words may be of the event that tells, which is named below them. */
static bool is_held(struct app *app, struct ref of)
{
	if (secret_holds(app, of))
		return true;
	return of.thing == THING_QUOTE &&
		secret_holds(app, record_ref(THING_EVENT, app->record->quotes[of.index].event));
}

static bool passage_open(struct app *app, const struct view_at *at)
{
	if (is_held(app, at->of))
		return false;
	passage_forget(app);
	passage_of(app)->of = at->of;
	if (at->of.thing == THING_QUOTE || at->of.thing == THING_EVENT)
		return true;
	app_say(app, "there is nothing here to be shown in full");
	return false;
}

/* What it says of the event waits while it names who is heard only in a later scene. */
static void event_lay(
	struct app *app, struct rows *rows, const struct event *event, int left, int right)
{
	const struct result shown = secret_result(app, app->result);
	if (!waits_text(&shown, event->summary)) {
		scene_event_add(rows, app->record, event, left, right);
		return;
	}
	scene_event_head_add(rows, app->record, event, left, right);
	rows_new(rows);
	scene_summary_add(rows, waits, waits + sizeof waits - 1, left, right);
}

void passage_add(struct app *app, struct rows *rows, struct ref of, int left, int right)
{
	const struct record *record = app->record;
	if (of.thing == THING_EVENT) {
		event_lay(app, rows, &record->events[of.index], left, right);
		return;
	}
	const struct quote *quote = &record->quotes[of.index];
	scene_quote_add(rows, quote, left, right);
	rows_new(rows);
	scene_speaker_add(
		rows, record, quote, false, right > 8 * INDENT ? left + INDENT : left, right);
}

static void passage_fit(struct app *app)
{
	struct passage *passage = passage_of(app);
	struct window *window = &passage->window;
	struct rows *rows = &window->rows;
	struct paper paper = app_paper(app, app->cols);
	int left = paper.width > 2 * LEFT ? LEFT : 0;
	int right = paper.width - left < ROWS_FOOT ? paper.width - left : ROWS_FOOT;
	if (!window_is_laid(window, &paper)) {
		window_lay(window, &paper);
		if (app->rows >= ROOMY)
			rows_new(rows);
		passage_add(app, rows, passage->of, left, right);
		window_laid(window);
	}
	window_fit(window, frame_body(app, 0, 0).rows);
}

static void passage_move(struct app *app, struct motion motion)
{
	window_move(&passage_of(app)->window, motion);
}

static enum app_next passage_close(struct app *app, const struct request *request)
{
	view_close(app);
	return APP_DRAW;
}

static enum app_next copy(struct app *app, const struct request *request)
{
	struct ref of = passage_of(app)->of;
	if (of.thing != THING_QUOTE) {
		app_say(app, "only words are copied, with their citation");
		return APP_DRAW;
	}
	copy_quote(app, of.index, request->action == ACTION_CITE);
	return APP_COPY;
}

static enum app_next who(struct app *app, const struct request *request)
{
	view_open(app, &profile_view, &(struct view_at){.of = passage_of(app)->of});
	return APP_DRAW;
}

static const struct view_action actions[] = {
	{ACTION_INTO, passage_close},
	{ACTION_COPY, copy},
	{ACTION_CITE, copy},
	{ACTION_WHO, who},
	{ACTION_NONE, NULL},
};

static const struct hint hints[] = {
	{{ACTION_READ_ON, ACTION_READ_BACK}, "more, back"},
	{{ACTION_COPY, ACTION_CITE}, "copy, cite"},
	{{ACTION_WHO}, "who?"},
	{{ACTION_HELP}, "help"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_NONE}, NULL},
};

/* Of an event there is nothing to copy. */
static const struct hint event_hints[] = {
	{{ACTION_READ_ON, ACTION_READ_BACK}, "more, back"},
	{{ACTION_WHO}, "who?"},
	{{ACTION_HELP}, "help"},
	{{ACTION_ESCAPE}, "close"},
	{{ACTION_NONE}, NULL},
};

static void passage_draw(struct app *app, struct grid *grid)
{
	const struct passage *passage = passage_of(app);
	const struct window *window = &passage->window;
	bool whole = !window_above(window) && !window_below(window);
	bool event = passage->of.thing == THING_EVENT;
	struct area area = keybar_frame(app, grid, event ? "The event" : "The words",
		app->record->title, (event ? event_hints : hints) + whole);
	window_draw(window, grid, app->form, area);
	window_cursor(window, grid, area, window->top);
}

const struct view_ops passage_view = {
	.name = "in the words",
	.state_size = sizeof(struct passage),
	.hints = hints,
	.actions = actions,
	.open = passage_open,
	.forget = passage_forget,
	.fit = passage_fit,
	.move = passage_move,
	.draw = passage_draw,
};
