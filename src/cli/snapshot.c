/* truce snapshot: the explorer without a terminal. Keys go in, the last picture comes out, as text
 * or as a picture of it. */
#include "cli/command.h"
#include "cli/list.h"
#include "cli/open.h"
#include "cli/screen.h"
#include "cli/selection.h"
#include "term/stream.h"
#include "ui/core/app.h"
#include "ui/core/picture.h"

#include <string.h>

enum { SIZE_MOST = 1000 };

/* Reads digits, and steps behind the character that ends them. */
static bool parse_side(const char **text, char end, int *side)
{
	const char *at = *text;
	for (*side = 0; *at >= '0' && *at <= '9' && *side <= SIZE_MOST; at++)
		*side = *side * 10 + (*at - '0');
	*text = at + 1;
	return *at == end && *side >= 1 && *side <= SIZE_MOST;
}

static bool parse_size(const char *name, const char *text, int *cols, int *rows)
{
	const char *at = text;
	if (!text || (parse_side(&at, 'x', cols) && parse_side(&at, '\0', rows)))
		return true;
	complaint_print(name, "--size is COLSxROWS, as 80x24, each from 1 to %d; not \"%s\"",
		SIZE_MOST, text);
	return false;
}

/* Types the keys; false, with the fault on standard error, where one has no such name. */
static bool type_keys(const char *name, struct app *app, const char *keys)
{
	const char *end = keys + strlen(keys);
	while (keys < end) {
		struct input input = {.kind = INPUT_KEY};
		size_t used = input_key_parse(keys, (size_t)(end - keys), &input.key);
		if (!used) {
			complaint_print(name,
				"--keys has no key at \"%.20s\"; names are <Tab> <Enter> <Esc> "
				"<Space> <Backspace> <Up> <PgDn> <F1> <C-d> and the like, and < "
				"itself "
				"is <lt>",
				keys);
			return false;
		}
		keys += used;
		if (app_apply(app, &input) == APP_QUIT)
			break;
	}
	return true;
}

static void write_grid(const struct grid *grid, const struct screen *screen,
	const struct theme_look *theme, const char *title, const struct picture_format *format)
{
	bool paper = format->paper && screen->color != COLOR_WHEN_NEVER;
	struct picture picture = {.grid = grid,
		.theme = paper || screen_in_color(screen, false) ? theme : NULL,
		.colors = screen_colors(),
		.title = title};
	struct buf file = {0};
	format->write(&picture, &file);
	term_stream_put(stdout, buf_string(&file), file.len);
	buf_free(&file);
}

/* Opens the explorer, types the keys, and writes what it shows then. */
static int snapshot_write(const struct command *command, const struct options *options,
	const struct screen *screen, const struct app_options *how, const struct record *record,
	int cols, int rows, const struct picture_format *format)
{
	struct app *app = app_create(record, how);
	app_apply(app, &(struct input){.kind = INPUT_RESIZE, .rows = rows, .cols = cols});
	const char *keys = options->values[OPTION_KEYS];
	bool typed = type_keys(command->name, app, keys ? keys : "");
	if (typed) {
		struct grid grid = {0};
		grid_resize(&grid, rows, cols);
		app_draw(app, &grid);
		write_grid(&grid, screen, app_theme(app), record->title, format);
		grid_free(&grid);
	}
	app_free(app);
	return typed && command_end(command->name) ? DONE : NOT_DONE;
}

static int snapshot_record(const struct command *command, const struct options *options,
	const struct screen *screen, struct selection_request *request, int cols, int rows,
	const struct picture_format *format)
{
	struct record *record = open_record(options);
	struct result result;
	bool nothing = false;
	int status = NOT_DONE;
	if (record && selection_view(command->name, options, record, request) &&
		screen_at(command->name, options, record, request) &&
		selection_run(command->name, record, request, &result, &nothing)) {
		struct app_options app = screen_app(screen, options, &request->options);
		app.no_suspend = true;
		app.form = term_stream_form(stdout);
		status = snapshot_write(command, options, screen, &app, record, cols, rows, format);
	}
	record_free(record);
	return status == DONE && nothing ? DONE_NO : status;
}

/* The format that is asked for; NULL, with what is wrong said, where there is none. */
static const struct picture_format *format_asked(const char *name, const struct options *options)
{
	const char *asked = options->values[OPTION_FORMAT];
	const struct picture_format *format = asked ? picture_find(asked) : picture_at(0);
	if (!format)
		complaint_print(
			name, "there is no format \"%s\"; --list-formats names them", asked);
	return format;
}

int snapshot_run(const struct command *command, const struct options *options)
{
	struct screen screen;
	struct selection_request request;
	int cols = 80, rows = 24, status = NOT_DONE;
	if (list_asked(command, options, &status))
		return status;
	if (!screen_options(command->name, options, &screen) ||
		!parse_size(command->name, options->values[OPTION_SIZE], &cols, &rows))
		return NOT_DONE;
	const struct picture_format *format = format_asked(command->name, options);
	if (!format)
		return NOT_DONE;
	if (format->paper && strcmp(screen.theme->name, "auto") == 0)
		screen.theme = theme_find("dark");
	if (selection_options(command->name, options, &request))
		status = snapshot_record(command, options, &screen, &request, cols, rows, format);
	arena_free(&request.arena);
	return status;
}
