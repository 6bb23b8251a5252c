/* truce: the command that is meant, and the locale it runs in. */
#include "base/buf.h"
#include "cli/builtin.h"
#include "cli/command.h"
#include "guard/guard.h"
#include "term/loading.h"
#include "term/locale.h"
#include "term/outlet.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void usage(const struct command *command, struct buf *out)
{
	buf_format(out, "%s %s%s[OPTION]... [FILE]...", command->name,
		command->needs ? command->needs : "", command->needs ? " " : "");
}

static int help(const struct command *command)
{
	struct buf line = {0};
	FILE *out = term_outlet();
	if (command == command_at(0)) {
		fputs("truce: a timeline explorer for negotiations and the words spoken about "
		      "them\n\n",
			out);
		for (int n = 0; command_at(n); n++) {
			buf_clear(&line);
			usage(command_at(n), &line);
			fprintf(out, "  %-46s %s\n", buf_string(&line), command_at(n)->help);
		}
		fputs("\nWithout FILE the built-in record opens; - is standard input.\n\n", out);
	} else {
		usage(command, &line);
		fprintf(out, "%s: %s\n\n", buf_string(&line), command->help);
	}
	buf_free(&line);
	options_print(out, command->bit);
	fputs("\nThe manual: man truce, and for the event file man 5 truce.\n", out);
	return command_end(command->name) ? DONE : NOT_DONE;
}

/* Whether the command may come to start an editor: the explorer, on a file. */
static bool may_edit(unsigned bits, const struct options *options)
{
	for (int i = 0; i < options->file_count; i++)
		if (strcmp(options->files[i], "-") != 0)
			return bits == COMMAND_EXPLORE && !options->given[OPTION_KIOSK];
	return false;
}

/* What is in force is seen by trying. */
static int version(const struct command *command, bool edits)
{
	struct buf line = {0};
	struct guard guard = {0};
	if (!edits)
		guard = guard_enter(command->bit == COMMAND_EXPLORE);
	guard_name(&guard, &line);
	fprintf(term_outlet(), "truce %s (%s)\nrestricted by: %s%s\n", builtin_version,
		builtin_released, buf_string(&line),
		edits ? ", since it may start an editor; --kiosk never does" : "");
	buf_free(&line);
	return command_end(command->name) ? DONE : NOT_DONE;
}

/* The first file that is opened must not become standard output. In the place of what is closed
 * comes an end of a pipe whose use fails as that would have. */
static void fill_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		int ends[2];
		if (fcntl(fd, F_GETFD) >= 0 || errno != EBADF || pipe(ends) != 0)
			continue; /* the first is `fd`, since those before are open */
		if (fd == STDIN_FILENO)
			dup2(ends[1], fd);
		close(ends[1]);
	}
}

int main(int argc, char **argv)
{
	fill_streams();
	term_locale_start();
	const char *program = argc > 0 ? argv[0] : NULL;
	const struct command *command = argc > 1 ? command_find(argv[1]) : NULL;
	if (command) {
		argc--;
		argv++;
	} else {
		if (argc > 1 && command_missed(argv[1]))
			return NOT_DONE;
		command = command_at(0);
	}
	struct options options;
	unsigned bits = command->bit;
	bool terminal = isatty(STDOUT_FILENO);
	if (bits == COMMAND_EXPLORE && !terminal)
		bits |= COMMAND_PRINT; /* it will behave as print does */
	if (!options_parse(command->name, bits, argc, argv, &options))
		return NOT_DONE;
	options.program = program;
	options.terminal = terminal;
	if (options.given[OPTION_HELP])
		return help(command);
	bool edits = may_edit(bits, &options);
	if (options.given[OPTION_VERSION])
		return version(command, edits);
	if (!edits)
		guard_enter(bits == COMMAND_EXPLORE);
	int status = command->run(command, &options);
	term_loading_end();
	return status;
}
