/* One poll for keys and signals, with a timeout only while the program asks to be woken: nothing is
 * done while nothing happens.
 *
 * A round reads all the input there is, lets the program answer each, and draws once at the end, so
 * that a key that repeats faster than frames are drawn, or a window that is being dragged, costs
 * frames only. */
#include "term/term.h"

#include "base/transfer.h"
#include "term/editor.h"
#include "term/kept.h"
#include "term/keyboard.h"
#include "term/output.h"
#include "term/refuse.h"
#include "term/screen.h"
#include "term/signal.h"
#include "term/wait.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* A flood of keys is drawn now and then. */
enum { KEYS_A_ROUND = 1000, WORK_QUIET = 200, WORK_LOOK = 50, LOOKS = 20, LOOK = 50, ANSWER = 300 };

struct loop {
	const struct term_program *program;
	struct grid grid;
	int64_t began; /* milliseconds, as all times */
	bool draw, quit;
	bool gone; /* the terminal */
	int looks; /* at whose the terminal is, still to come: a shell may take it back just now */
	int64_t asked; /* until when an answer about the terminal's ground may come; 0: none is awaited */
	bool timed;   /* the program asks to be woken */
	int64_t told; /* and when it was told last what time has passed */
	struct {
		int64_t due; /* when to look up from it next */
		bool shown;  /* it is said that it takes long */
		bool given_up;
	} work;           /* that is under way */
	struct kept kept; /* what came meanwhile and is still to be told */
};

static int64_t now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Tells the program, with the time that it is. */
static enum term_next loop_tell(struct loop *loop, struct input *input)
{
	input->at = now() - loop->began;
	return loop->program->apply(loop->program->state, input);
}

static void loop_resize(struct loop *loop)
{
	struct input input = {.kind = INPUT_RESIZE};
	term_screen_measure(&input.rows, &input.cols);
	if (input.rows == loop->grid.rows && input.cols == loop->grid.cols)
		return;
	term_screen_resize(input.rows, input.cols);
	grid_resize(&loop->grid, input.rows, input.cols);
	loop_tell(loop, &input);
	loop->draw = true;
}

static void loop_say_lost(void)
{
	static const char text[] =
		"truce: the terminal has gone to another program, and no shell is "
		"left to give it back; start truce in the foreground\n";
	(void)transfer_write(STDERR_FILENO, text, sizeof text - 1);
}

static _Noreturn void loop_hang_up(const struct loop *loop)
{
	term_screen_leave();
	bool lost = !term_signal_owns(STDOUT_FILENO);
	term_screen_abandon(loop->looks > 0);
	term_screen_stop();
	if (lost && !loop->gone)
		loop_say_lost();
	term_signal_hang_up();
}

/* After a time in which others had the terminal. */
static void loop_return(struct loop *loop)
{
	struct input input = {.kind = INPUT_REDRAW};
	loop->timed = false;
	if (!term_signal_await(STDOUT_FILENO))
		loop_hang_up(loop);
	term_screen_return();
	loop_resize(loop);
	loop_tell(loop, &input);
	loop->draw = true;
}

static void loop_suspend(struct loop *loop, bool group)
{
	term_screen_leave();
	term_signal_suspend(group);
	loop_return(loop);
}

static void loop_signals(struct loop *loop)
{
	unsigned told = term_signal_take();
	if (told & TERM_SIGNAL_STOP) {
		loop_suspend(loop, false);
	} else if (told & TERM_SIGNAL_CONTINUE) { /* after a stop that no one was told of */
		term_screen_leave();
		loop_return(loop);
	} else if (told & TERM_SIGNAL_RESIZE) {
		loop_resize(loop);
	}
}

static void loop_copy(struct loop *loop)
{
	const char *text = loop->program->clipboard(loop->program->state);
	struct buf out = {0};
	term_clipboard_add(&out, getenv("TERM"), text, strlen(text));
	term_output(buf_string(&out), out.len);
	buf_free(&out);
}

static void loop_edit(struct loop *loop)
{
	const struct term_program *program = loop->program;
	struct buf problem = {0};
	uint32_t line = 1;
	const char *file = program->place(program->state, &line);
	char **words = term_editor_command(NULL, file, line);
	term_screen_leave();
	term_editor_run(words, term_keyboard_fd(), &problem);
	free(words);
	program->edited(program->state, buf_string(&problem));
	buf_free(&problem);
	term_watch_doubt(program->watch, now());
	loop_return(loop);
}

static void loop_draw(struct loop *loop)
{
	const struct term_program *program = loop->program;
	program->draw(program->state, &loop->grid);
	if (program->theme)
		term_screen_theme(program->theme(program->state));
	if (program->mouse)
		term_screen_mouse(program->mouse(program->state));
	term_screen_show(&loop->grid);
	loop->draw = false;
}

/* Draws, where there is something new, and the terminal has not gone to another unsaid. */
static void loop_show(struct loop *loop)
{
	if ((loop->draw || loop->looks > 0) && !term_signal_owns(STDOUT_FILENO)) {
		term_screen_leave();
		loop_return(loop);
	}
	if (loop->draw)
		loop_draw(loop);
}

/* ---- work ---- */

/* A `q` that was typed before it was said what it does now is one of those that wait. */
static void loop_listen(struct loop *loop)
{
	const struct term_program *program = loop->program;
	struct input input;
	while (!loop->quit && !loop->work.given_up && !kept_full(&loop->kept) &&
		term_keyboard_input(&input)) {
		enum term_next next = program->meanwhile(program->state, &input);
		if (next == TERM_QUIT && loop->work.shown)
			loop->quit = true;
		else if (next == TERM_GIVE_UP)
			loop->work.given_up = true;
		else if (next == TERM_SUSPEND)
			loop_suspend(loop, true);
		else if (next != TERM_WORK)
			kept_add(&loop->kept, input);
	}
}

/* What the work asks whenever it can be left off. */
static bool loop_lasts(void *state)
{
	struct loop *loop = state;
	struct wait keyboard = {.fd = term_keyboard_fd()};
	if (now() < loop->work.due)
		return true;
	if (!wait_readable(&keyboard, 1, 0) || keyboard.gone)
		loop->gone = true;
	loop_signals(loop);
	term_keyboard_look(keyboard.ready, now());
	loop_listen(loop);
	loop->draw |= !loop->work.shown;
	loop->work.shown = true;
	if (!loop->quit && !loop->gone)
		loop_show(loop);
	loop->work.due = now() + WORK_LOOK;
	return !loop->quit && !loop->gone && !loop->work.given_up;
}

static void loop_work(struct loop *loop)
{
	struct patience patience = {.lasts = loop_lasts, .state = loop};
	loop->work.due = now() + WORK_QUIET;
	loop->work.shown = loop->work.given_up = false;
	loop->program->work(loop->program->state, &patience);
	loop->timed = false;
	loop->draw = true;
}

/* The next input: what came during work, then what comes. */
static bool loop_input(struct loop *loop, struct input *input)
{
	return kept_take(&loop->kept, input) || term_keyboard_input(input);
}

static void loop_answer(struct loop *loop, enum term_next next)
{
	switch (next) {
	case TERM_NOTHING:
		break;
	case TERM_REPAINT:
		term_screen_forget();
		loop->draw = true;
		break;
	case TERM_DRAW:
		loop->draw = true;
		break;
	case TERM_COPY:
		loop_copy(loop);
		loop->draw = true;
		break;
	case TERM_SUSPEND:
		loop_suspend(loop, true);
		break;
	case TERM_EDIT:
		loop_edit(loop);
		break;
	case TERM_WORK:
		loop_work(loop);
		break;
	case TERM_QUIT:
		loop->quit = true;
		break;
	case TERM_GIVE_UP:
		break;
	}
}

static void loop_keys(struct loop *loop, bool readable)
{
	struct input input;
	term_keyboard_look(readable, now());
	for (int keys = 0; !loop->quit && keys < KEYS_A_ROUND && loop_input(loop, &input); keys++) {
		if (input.kind == INPUT_GROUND)
			loop->asked = 0;
		loop_answer(loop, loop_tell(loop, &input));
	}
}

/* Milliseconds until the program wants to be woken, -1 for never. */
static int loop_wake(struct loop *loop)
{
	const struct term_program *program = loop->program;
	int wake = program->wake ? program->wake(program->state) : -1;
	if (wake >= 0 && !loop->timed)
		loop->told = now();
	loop->timed = wake >= 0;
	return wake;
}

static void loop_tick(struct loop *loop)
{
	struct input input = {.kind = INPUT_TICK};
	int64_t then = loop->told;
	if (!loop->timed)
		return;
	loop->told = now();
	input.ms = loop->told - then > INT_MAX ? INT_MAX : (int)(loop->told - then);
	loop_answer(loop, loop_tell(loop, &input));
}

static void loop_files(struct loop *loop, bool told)
{
	struct input input = {.kind = INPUT_CHANGED};
	if (!loop->quit && term_watch_look(loop->program->watch, told, now()))
		loop_answer(loop, loop_tell(loop, &input));
}

/* The sooner of two waits, of which -1 is for ever. */
static int sooner(int a, int b)
{
	return a < 0 ? b : b < 0 || a < b ? a : b;
}

static void loop_wait(struct loop *loop)
{
	struct wait waits[] = {
		{.fd = term_keyboard_fd()},
		{.fd = term_signal_fd()},
		{.fd = term_watch_fd(loop->program->watch)},
	};
	int wait = sooner(loop_wake(loop), term_watch_wait(loop->program->watch, now()));
	wait = sooner(wait, kept_any(&loop->kept) ? 0 : term_keyboard_wait(now()));
	if (loop->looks > 0) {
		loop->looks--;
		wait = sooner(wait, LOOK);
	}
	if (!wait_readable(waits, 3, wait) || waits[0].gone)
		loop->gone = true;
	loop_tick(loop);
	if (waits[1].ready)
		loop_signals(loop);
	loop_keys(loop, waits[0].ready);
	loop_files(loop, waits[2].ready);
}

/* What the first picture does not wait for. */
static void loop_begin(struct loop *loop, bool ask)
{
	term_watch_start(loop->program->watch, now());
	if (ask && term_screen_ask_ground())
		loop->asked = now() + ANSWER;
}

/* An answer that is on its way would be typed into the shell. */
static void loop_await_answer(struct loop *loop)
{
	struct wait keyboard = {.fd = term_keyboard_fd()};
	struct input input;
	for (int64_t left; (left = loop->asked - now()) > 0;) {
		if (!wait_readable(&keyboard, 1, (int)left) || keyboard.gone)
			return;
		term_keyboard_look(keyboard.ready, now());
		while (loop->asked && term_keyboard_input(&input))
			loop->asked = input.kind == INPUT_GROUND ? 0 : loop->asked;
		if (term_keyboard_gone())
			return;
	}
}

static void loop_run(struct loop *loop, bool ask)
{
	bool begun = false;
	loop_return(loop);
	while (!loop->quit) {
		loop_show(loop);
		if (!begun)
			loop_begin(loop, ask);
		begun = true;
		loop_wait(loop);
		if (loop->gone || term_keyboard_gone())
			loop_hang_up(loop);
	}
}

bool term_run(
	const struct term_program *program, const struct term_options *options, struct buf *problem)
{
	static bool registered;
	struct loop loop = {
		.program = program, .began = now(), .looks = term_screen_in_doubt() ? LOOKS : 0};
	if (!term_signal_start()) {
		refuse_error(problem, errno);
		return false;
	}
	if (!registered)
		registered = atexit(term_signal_exit) == 0;
	if (!term_screen_start(options, problem)) {
		term_signal_stop();
		return false;
	}
	loop_run(&loop, options->ask);
	loop_await_answer(&loop);
	term_screen_stop();
	term_signal_stop();
	grid_free(&loop.grid);
	kept_free(&loop.kept);
	return true;
}
