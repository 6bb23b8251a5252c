/* Any words behind the name of any command: what is refused is refused in one harmless line; what is
 * taken belongs to the command, and has a value where it needs one. */
#include "cli/options.h"
#include "cli/command.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/promise.h"

#include <fcntl.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORDS_MOST = 32, SAID_MOST = 4096 };

/* Standard error goes through a pipe while options are parsed. */
struct ear {
	int pipe[2], own;
};

static struct ear ear_open(void)
{
	struct ear ear;
	promise(!pipe(ear.pipe) && (ear.own = dup(STDERR_FILENO)) >= 0);
	promise(fcntl(ear.pipe[0], F_SETFL, O_NONBLOCK) == 0);
	return ear;
}

/* What has been said goes to `said`; returns how many bytes. */
static size_t ear_hear(const struct ear *ear, char said[SAID_MOST])
{
	ssize_t len = read(ear->pipe[0], said, SAID_MOST);
	return len > 0 ? (size_t)len : 0;
}

static void taken_keep(
	const struct command *command, int argc, char **argv, struct options *options)
{
	for (int id = 0; id < OPTION_COUNT; id++) {
		const struct option_row *row = option_row((enum option_id)id);
		promise(!options->given[id] || row->commands & command->bit);
		if (options->given[id])
			promise(!row->argument == !options->values[id]);
	}
	promise(options->files + options->file_count == argv + argc);
	for (int i = 0; i < options->file_count; i++)
		promise(options->files[i] != NULL);
}

static void parse_keep(const struct command *command, int argc, char **argv)
{
	static struct ear ear = {.own = -1};
	struct options options;
	char said[SAID_MOST];
	if (ear.own < 0)
		ear = ear_open();
	optind = 0; /* from the start again */
	dup2(ear.pipe[1], STDERR_FILENO);
	bool taken = options_parse("truce", command->bit, argc, argv, &options);
	dup2(ear.own, STDERR_FILENO);
	size_t len = ear_hear(&ear, said);
	promise(taken == !len);
	if (taken)
		taken_keep(command, argc, argv, &options);
	else
		promise(memchr(said, '\n', len) == said + len - 1);
	promise_harmless(said, len, false);
}

/* The first byte is the command, each line behind it a word. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	int count = 0, argc = 0;
	char *argv[WORDS_MOST + 2];
	while (command_at(count))
		count++;
	if (!len)
		return 0;
	char *text = text_alone(bytes + 1, len - 1), program[] = "truce";
	argv[argc++] = program;
	for (char *word = strtok(text, "\n"); word && argc <= WORDS_MOST; word = strtok(NULL, "\n"))
		argv[argc++] = word;
	argv[argc] = NULL;
	parse_keep(command_at(bytes[0] % count), argc, argv);
	free(text);
	return 0;
}
