/* truce: the explorer in the terminal. Where standard output is none, the record is printed. */
#include "cli/command.h"
#include "cli/list.h"
#include "cli/open.h"
#include "cli/screen.h"
#include "cli/selection.h"
#include "term/loading.h"
#include "term/locale.h"
#include "term/stream.h"
#include "term/term.h"
#include "ui/core/app.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct explore {
	const struct options *options;
	struct record *record; /* of the app */
	struct app *app;
	struct term_watch *watch; /* of its files; NULL where they cannot be read again */
};

/* Reads the files again: the new record takes the place of the old one, or the problems are
 * shown. What is said first is seen only where it takes long. */
static void explore_reload(void *state, struct patience *patience)
{
	struct explore *explore = state;
	struct buf problems = {0};
	if (!explore->watch) {
		app_say(explore->app, "it came through a pipe, and cannot be read again");
		return;
	}
	app_say(explore->app, "%s",
		explore->options->given[OPTION_KIOSK]
			? "reading again"
			: "reading again; q quits, C-c keeps what is here");
	struct record *record = open_again(explore->options, patience, &problems);
	if (patience->over) {
		app_say(explore->app, "not read again: what is here was read before; R reads");
	} else if (record) {
		app_replace(explore->app, record);
		record_free(explore->record);
		explore->record = record;
	} else {
		app_problems(explore->app, buf_string(&problems));
	}
	buf_free(&problems);
}

static enum term_next explore_apply(void *state, const struct input *input)
{
	static const enum term_next nexts[] = {
		[APP_NOTHING] = TERM_NOTHING,
		[APP_DRAW] = TERM_DRAW,
		[APP_REPAINT] = TERM_REPAINT,
		[APP_SUSPEND] = TERM_SUSPEND,
		[APP_COPY] = TERM_COPY,
		[APP_EDIT] = TERM_EDIT,
		[APP_RELOAD] = TERM_WORK,
		[APP_QUIT] = TERM_QUIT,
	};
	struct explore *explore = state;
	return nexts[app_apply(explore->app, input)];
}

static enum term_next explore_meanwhile(const void *state, const struct input *input)
{
	const struct explore *explore = state;
	bool interrupts = input->kind == INPUT_KEY && input->key == INPUT_CTRL('c');
	if (interrupts && !explore->options->given[OPTION_KIOSK])
		return TERM_GIVE_UP;
	switch (app_meanwhile(explore->app, input)) {
	case APP_QUIT:
		return TERM_QUIT;
	case APP_SUSPEND:
		return TERM_SUSPEND;
	case APP_RELOAD:
		return TERM_WORK;
	default:
		return TERM_NOTHING;
	}
}

static void explore_draw(void *state, struct grid *grid)
{
	struct explore *explore = state;
	app_draw(explore->app, grid);
}

static const char *explore_clipboard(const void *state)
{
	const struct explore *explore = state;
	return app_clipboard(explore->app);
}

static int explore_wake(const void *state)
{
	const struct explore *explore = state;
	return app_wake(explore->app);
}

static const char *explore_place(const void *state, uint32_t *line)
{
	const struct explore *explore = state;
	struct app_place place = app_place(explore->app);
	*line = place.line;
	return place.file;
}

static void explore_edited(void *state, const char *problem)
{
	struct explore *explore = state;
	if (*problem)
		app_say(explore->app, "%s", problem);
}

static bool explore_mouse(const void *state)
{
	const struct explore *explore = state;
	return app_mouse(explore->app);
}

static const struct theme_look *explore_theme(const void *state)
{
	const struct explore *explore = state;
	return app_theme(explore->app);
}

static bool explore_in_terminal(struct explore *explore, const char *name,
	const struct screen *screen, struct term_watch *watch)
{
	const struct term_program program = {
		.state = explore,
		.apply = explore_apply,
		.draw = explore_draw,
		.clipboard = explore_clipboard,
		.wake = explore_wake,
		.theme = explore_theme,
		.mouse = explore_mouse,
		.place = explore_place,
		.edited = explore_edited,
		.work = explore_reload,
		.meanwhile = explore_meanwhile,
		.watch = watch,
	};
	const struct term_options options = {.theme = app_theme(explore->app),
		.color = screen_in_color(screen, true),
		.ask = strcmp(screen->theme->name, "auto") == 0};
	struct buf problem = {0};
	bool ran = term_run(&program, &options, &problem);
	if (!ran)
		complaint_print(name, "%s", buf_string(&problem));
	buf_free(&problem);
	return ran;
}

static bool explore_record(const struct command *command, struct explore *explore,
	const struct screen *screen, const struct selection_request *request,
	struct term_watch *watch)
{
	struct app_options app = screen_app(screen, explore->options, &request->options);
	app.form = term_form();
	app.ground = screen_ground();
	app.as_read = explore->options->given[OPTION_NO_BIDI] || screen_is_turned();
	explore->app = app_create(explore->record, &app);
	struct buf why = {0};
	if (term_locale_missing(&why))
		app_say(explore->app, "%s", buf_string(&why));
	buf_free(&why);
	bool ran = explore_in_terminal(explore, command->name, screen, watch);
	app_free(explore->app);
	return ran;
}

/* What can be watched: files, all of them, since they are read again together. */
static struct term_watch *watch_files(const struct options *options)
{
	for (int i = 0; i < options->file_count; i++)
		if (strcmp(options->files[i], "-") == 0)
			return NULL;
	return options->file_count ? term_watch_create((const char *const *)options->files,
					     (size_t)options->file_count)
				   : NULL;
}

/* As open_record, with a word where it takes long. */
static struct record *read_files(const struct options *options)
{
	struct buf problems = {0};
	bool keys = isatty(STDIN_FILENO);
	term_loading_begin(
		keys ? "truce: reading; q or C-c ends it" : "truce: reading; C-c ends it", keys);
	struct record *record = open_first(options, isatty(STDERR_FILENO), &problems);
	term_loading_end();
	term_stream_put(stderr, buf_string(&problems), problems.len);
	buf_free(&problems);
	return record;
}

static int explore_files(const struct command *command, const struct options *options,
	const struct screen *screen, struct selection_request *request)
{
	struct term_watch *watch = watch_files(options); /* before they are read */
	struct explore explore = {
		.options = options,
		.record = read_files(options),
		.watch = watch,
	};
	bool ran = explore.record &&
		selection_view(command->name, options, explore.record, request) &&
		screen_at(command->name, options, explore.record, request) &&
		explore_record(command, &explore, screen, request, watch);
	record_free(explore.record);
	term_watch_free(watch);
	return ran ? DONE : NOT_DONE;
}

int explore_run(const struct command *command, const struct options *options)
{
	struct screen screen;
	struct selection_request request;
	int status = NOT_DONE;
	if (list_asked(command, options, &status))
		return status;
	if (!screen_options(command->name, options, &screen))
		return NOT_DONE;
	if (!options->given[OPTION_SEED])
		screen.seed = screen_seed_drawn();
	if (!options->terminal)
		return print_run(command, options);
	/* What is said while the terminal is taken would be lost with the picture: see term_run. */
	static char held[BUFSIZ]; /* here already when memory is out */
	setvbuf(stderr, held, _IOFBF, sizeof held);
	if (selection_options(command->name, options, &request))
		status = explore_files(command, options, &screen, &request);
	arena_free(&request.arena);
	return status;
}
