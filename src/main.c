/* truce: the command that is meant, and the locale it runs in. */
#include "base/buf.h"
#include "cli/builtin.h"
#include "cli/command.h"
#include "term/locale.h"

#include <stdio.h>
#include <unistd.h>

static void usage(const struct command *command, struct buf *out)
{
	buf_format(out, "%s %s%s[OPTION]... [FILE]...", command->name,
		command->needs ? command->needs : "", command->needs ? " " : "");
}

static int help(const struct command *command)
{
	struct buf line = {0};
	if (command == command_at(0)) {
		puts("truce: a timeline explorer for negotiations and the words spoken about "
		     "them\n");
		for (int n = 0; command_at(n); n++) {
			buf_clear(&line);
			usage(command_at(n), &line);
			printf("  %-46s %s\n", buf_string(&line), command_at(n)->help);
		}
		puts("\nWithout FILE the built-in record opens; - is standard input.\n");
	} else {
		usage(command, &line);
		printf("%s: %s\n\n", buf_string(&line), command->help);
	}
	buf_free(&line);
	options_print(stdout, command->bit);
	puts("\nThe manual: man truce, and for the event file man 5 truce.");
	return command_flush(command->name) ? DONE : NOT_DONE;
}

int main(int argc, char **argv)
{
	term_locale_start();
	const struct command *command = argc > 1 ? command_find(argv[1]) : NULL;
	if (command) {
		argc--;
		argv++;
	} else {
		command = command_at(0);
	}
	struct options options;
	unsigned bits = command->bit;
	if (bits == COMMAND_EXPLORE && !isatty(STDOUT_FILENO))
		bits |= COMMAND_PRINT; /* it will behave as print does */
	if (!options_parse(command->name, bits, argc, argv, &options))
		return NOT_DONE;
	if (options.given[OPTION_HELP])
		return help(command);
	if (options.given[OPTION_VERSION]) {
		printf("truce %s\n", builtin_version);
		return command_flush(command->name) ? DONE : NOT_DONE;
	}
	return command->run(command, &options);
}
