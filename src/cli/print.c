/* truce print: the record as a document on standard output. */
#include "print/print.h"

#include "cli/command.h"
#include "cli/open.h"
#include "cli/screen.h"
#include "cli/selection.h"
#include "term/term.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WIDTH_DEFAULT = 80, WIDTH_LEAST = 20, WIDTH_MOST = 1000 };

static int list_formats(const char *name)
{
	const struct print_format *format;
	for (int n = 0; (format = print_at(n)); n++)
		printf("%-8s %s\n", format->name, format->help);
	return screen_flush(name) ? DONE : NOT_DONE;
}

static bool parse_width(const char *name, const char *text, int *width)
{
	if (!text) {
		*width = isatty(STDOUT_FILENO) ? term_width() : 0;
		if (*width < WIDTH_LEAST)
			*width = *width ? WIDTH_LEAST : WIDTH_DEFAULT;
		return true;
	}
	char *end;
	long number = strtol(text, &end, 10);
	if (*end || end == text || number < WIDTH_LEAST || number > WIDTH_MOST) {
		fprintf(stderr, "%s: --width is a number from %d to %d, not \"%s\"\n", name,
			WIDTH_LEAST, WIDTH_MOST, text);
		return false;
	}
	*width = (int)number;
	return true;
}

static int print_record(const struct command *command, const struct options *options,
	struct selection_asked *asked, const struct print_format *format,
	const struct print_options *print)
{
	struct record *record = open_record(options);
	struct result result;
	bool nothing = false;
	int status = NOT_DONE;
	if (record && selection_view(command->name, options, record, asked) &&
		selection_run(command->name, record, asked, &result, &nothing)) {
		bool written = nothing || format->print(&result, print, stdout);
		written = screen_flush(command->name) && written;
		status = !written ? NOT_DONE : nothing ? DONE_NO : DONE;
	}
	record_free(record);
	return status;
}

int print_run(const struct command *command, const struct options *options)
{
	struct screen screen;
	struct print_options print = {.colors = -1};
	const char *wanted = options->values[OPTION_FORMAT];
	if (options->given[OPTION_LIST_THEMES])
		return screen_list_themes();
	if (options->given[OPTION_LIST_FORMATS])
		return list_formats(command->name);
	const struct print_format *format = print_find(wanted ? wanted : "text");
	if (!format) {
		fprintf(stderr, "%s: there is no format \"%s\"; --list-formats names them\n",
			command->name, wanted);
		return NOT_DONE;
	}
	if (!screen_options(command->name, options, &screen) ||
		!parse_width(command->name, options->values[OPTION_WIDTH], &print.width))
		return NOT_DONE;
	bool terminal = isatty(STDOUT_FILENO);
	print.ascii = screen.ascii;
	print.form = terminal ? term_form() : NULL;
	print.brief = options->given[OPTION_BRIEF];
	print.quotes_only = options->given[OPTION_QUOTES_ONLY];
	if (screen_in_color(&screen, terminal)) {
		print.theme = screen.theme;
		print.colors = screen_colors();
	}
	struct selection_asked asked;
	int status = NOT_DONE;
	if (selection_options(command->name, options, &asked))
		status = print_record(command, options, &asked, format, &print);
	arena_free(&asked.arena);
	return status;
}
