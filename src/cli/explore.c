/* truce: the explorer in the terminal. Where standard output is none, the record is printed. */
#include "cli/command.h"
#include "cli/open.h"
#include "cli/screen.h"
#include "query/result.h"
#include "term/term.h"
#include "ui/app.h"

#include <unistd.h>

static enum term_next explore_apply(void *state, const struct input *input)
{
	static const enum term_next nexts[] = {
		[APP_NOTHING] = TERM_NOTHING,
		[APP_DRAW] = TERM_DRAW,
		[APP_REPAINT] = TERM_REPAINT,
		[APP_SUSPEND] = TERM_SUSPEND,
		[APP_COPY] = TERM_DRAW,
		[APP_QUIT] = TERM_QUIT,
	};
	return nexts[app_apply(state, input)];
}

static void explore_draw(void *state, struct grid *grid)
{
	app_draw(state, grid);
}

static int explore_record(const struct command *command, const struct options *options,
	const struct screen *screen, const struct record *record)
{
	if (!screen_at(command->name, options, record))
		return NOT_DONE;
	struct result result = result_all(record);
	struct app *app = app_create(&result,
		&(struct app_options){
			.ascii = screen->ascii,
			.form = term_form(),
			.at = options->values[OPTION_AT],
		});
	struct buf problem = {0};
	bool ran = term_run(&(struct term_program){app, explore_apply, explore_draw},
		&(struct term_options){screen->theme, screen_in_color(screen, true)}, &problem);
	if (!ran)
		fprintf(stderr, "%s: %s\n", command->name, buf_string(&problem));
	buf_free(&problem);
	app_free(app);
	return ran ? DONE : NOT_DONE;
}

int explore_run(const struct command *command, const struct options *options)
{
	struct screen screen;
	if (options->given[OPTION_LIST_THEMES])
		return screen_list_themes();
	if (!screen_options(command->name, options, &screen))
		return NOT_DONE;
	if (!isatty(STDOUT_FILENO))
		return print_run(command, options);
	struct record *record = open_record(options);
	if (!record)
		return NOT_DONE;
	int status = explore_record(command, options, &screen, record);
	record_free(record);
	return status;
}
