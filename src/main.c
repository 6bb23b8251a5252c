/* truce: which command is meant, and the locale it runs in. */
#include "cli/builtin.h"
#include "cli/command.h"
#include "cli/screen.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The first is meant when none is named. */
static const struct command commands[] = {
	{"truce", "explore: walk through the record by keyboard", COMMAND_EXPLORE, explore_run},
	{"truce print", "print the record", COMMAND_PRINT, print_run},
	{"truce check", "report every problem in the files", COMMAND_CHECK, check_run},
	{"truce snapshot", "print the explorer's screen as text", COMMAND_SNAPSHOT, snapshot_run},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

/* The command that a word names, or NULL. */
static const struct command *command_find(const char *word)
{
	for (int i = 1; i < COMMANDS; i++)
		if (strcmp(commands[i].name + strlen("truce "), word) == 0)
			return &commands[i];
	return NULL;
}

static int help(const struct command *command)
{
	if (command == &commands[0]) {
		puts("truce: a timeline explorer for negotiations and the words spoken about "
		     "them\n");
		for (int i = 0; i < COMMANDS; i++) {
			char usage[64];
			snprintf(usage, sizeof usage, "%s [OPTION]... [FILE]...", commands[i].name);
			printf("  %-38s %s\n", usage, commands[i].help);
		}
		puts("\nWithout FILE the built-in record opens; - is standard input.\n");
	} else {
		printf("%s [OPTION]... [FILE]...: %s\n\n", command->name, command->help);
	}
	options_print(stdout, command->bit);
	puts("\nThe manual: man truce, and for the event file man 5 truce.");
	return screen_flush(command->name) ? DONE : NOT_DONE;
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
	const struct command *command = argc > 1 ? command_find(argv[1]) : NULL;
	if (command) {
		argc--;
		argv++;
	} else {
		command = &commands[0];
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
		return screen_flush(command->name) ? DONE : NOT_DONE;
	}
	return command->run(command, &options);
}
