/* The options of all commands: one table that parsing and --help come from. */
#ifndef TRUCE_CLI_OPTIONS_H
#define TRUCE_CLI_OPTIONS_H

#include <stdbool.h>
#include <stdio.h>

/* Bits, so that an option can belong to several. */
enum {
	COMMAND_EXPLORE = 1,
	COMMAND_PRINT = 2,
	COMMAND_CHECK = 4,
	COMMAND_SNAPSHOT = 8,
	COMMAND_VERIFY = 16,
};

enum option_id {
	OPTION_QUERY,
	OPTION_VIEW,
	OPTION_AS_OF,
	OPTION_AT,
	OPTION_LIST_VIEWS,
	OPTION_LIST_IDS,
	OPTION_NO_MOUSE,
	OPTION_MOUSE,
	OPTION_NO_BIDI,
	OPTION_KIOSK,
	OPTION_THEME,
	OPTION_LIST_THEMES,
	OPTION_COLOR,
	OPTION_ASCII,
	OPTION_FORMAT,
	OPTION_LIST_FORMATS,
	OPTION_WIDTH,
	OPTION_BRIEF,
	OPTION_QUOTES_ONLY,
	OPTION_TWO_UP,
	OPTION_COMPARE,
	OPTION_POSITIONS,
	OPTION_WORKSHEET,
	OPTION_NO_KEY,
	OPTION_KEY_ONLY,
	OPTION_PLAN,
	OPTION_BLANK,
	OPTION_PRESENT,
	OPTION_QUIZ,
	OPTION_SEED,
	OPTION_QUESTIONS,
	OPTION_TEXTS,
	OPTION_QUIET,
	OPTION_STRICT,
	OPTION_SIZE,
	OPTION_KEYS,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_COUNT
};

struct option_row {
	const char *name;
	char letter;          /* 0 for none */
	const char *argument; /* NULL for none */
	const char *help;
	unsigned commands;
};

const struct option_row *option_row(enum option_id);

/* What was asked for. All borrowed from argv. */
struct options {
	bool given[OPTION_COUNT];
	const char *values[OPTION_COUNT]; /* of options with an argument */
	char **files;
	int file_count;
	const char *program; /* as it was called; main sets it */
	bool terminal;       /* standard output is one: main asks once, since all hangs on it */
};

/* Parses the words behind a command's name. `name` is what the user typed: "truce print". On
 * failure says on standard error what is wrong, and returns false. */
bool options_parse(const char *name, unsigned command, int argc, char **argv, struct options *);

/* Prints the options of a command, for --help. */
void options_print(FILE *, unsigned command);

#endif
