/* truce: the explorer in the terminal. Where standard output is none, the record is printed. */
#include "cli/command.h"
#include "cli/open.h"
#include "cli/screen.h"
#include "cli/selection.h"
#include "term/term.h"
#include "ui/app.h"

#include <unistd.h>

struct explore {
	struct app *app;
};

static enum term_next explore_apply(void *state, const struct input *input)
{
	static const enum term_next nexts[] = {
		[APP_NOTHING] = TERM_NOTHING,
		[APP_DRAW] = TERM_DRAW,
		[APP_REPAINT] = TERM_REPAINT,
		[APP_SUSPEND] = TERM_SUSPEND,
		[APP_COPY] = TERM_COPY,
		[APP_QUIT] = TERM_QUIT,
	};
	struct explore *explore = state;
	return nexts[app_apply(explore->app, input)];
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

static bool explore_in_terminal(
	struct explore *explore, const char *name, const struct screen *screen)
{
	const struct term_program program = {
		.state = explore,
		.apply = explore_apply,
		.draw = explore_draw,
		.clipboard = explore_clipboard,
		.wake = explore_wake,
	};
	const struct term_options options = {screen->theme, screen_in_color(screen, true)};
	struct buf problem = {0};
	bool ran = term_run(&program, &options, &problem);
	if (!ran)
		fprintf(stderr, "%s: %s\n", name, buf_string(&problem));
	buf_free(&problem);
	return ran;
}

static int explore_record(const struct command *command, const struct options *options,
	const struct screen *screen, struct selection_asked *asked)
{
	struct record *record = open_record(options);
	bool ran = false;
	if (record && screen_at(command->name, options, record) &&
		selection_view(command->name, options, record, asked)) {
		struct explore explore = {
			.app = app_create(record,
				&(struct app_options){
					.ascii = screen->ascii,
					.form = term_form(),
					.asked = asked->options,
					.at = options->values[OPTION_AT],
				}),
		};
		ran = explore_in_terminal(&explore, command->name, screen);
		app_free(explore.app);
	}
	record_free(record);
	return ran ? DONE : NOT_DONE;
}

int explore_run(const struct command *command, const struct options *options)
{
	struct screen screen;
	struct selection_asked asked;
	if (options->given[OPTION_LIST_THEMES])
		return screen_list_themes();
	if (!screen_options(command->name, options, &screen))
		return NOT_DONE;
	if (!isatty(STDOUT_FILENO))
		return print_run(command, options);
	int status = NOT_DONE;
	if (selection_options(command->name, options, &asked))
		status = explore_record(command, options, &screen, &asked);
	arena_free(&asked.arena);
	return status;
}
