/* One table: what main runs, --help lists and shells complete. */
#include "cli/command.h"

#include "base/buf.h"
#include "base/suggest.h"
#include "base/text.h"
#include "term/outlet.h"
#include "term/stream.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The first is meant when none is named. */
static const struct command commands[] = {
	{"truce", "explore: walk through the record by keyboard", COMMAND_EXPLORE, explore_run,
		NULL},
	{"truce print", "print the record", COMMAND_PRINT, print_run, NULL},
	{"truce check", "report every problem in the files", COMMAND_CHECK, check_run, NULL},
	{"truce verify", "check quotations against the full texts of their sources", COMMAND_VERIFY,
		verify_run, "--texts DIR"},
	{"truce snapshot", "print the explorer's screen", COMMAND_SNAPSHOT, snapshot_run, NULL},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

const struct command *command_at(int n)
{
	return n >= 0 && n < COMMANDS ? &commands[n] : NULL;
}

const char *command_word(const struct command *command)
{
	const char *space = strchr(command->name, ' ');
	return space ? space + 1 : "";
}

const struct command *command_find(const char *word)
{
	for (int n = 1; n < COMMANDS; n++)
		if (strcmp(command_word(&commands[n]), word) == 0)
			return &commands[n];
	return NULL;
}

bool command_missed(const char *word)
{
	if (!*word || *word == '-' || strpbrk(word, "./") || access(word, F_OK) == 0 ||
		errno != ENOENT)
		return false;
	struct suggest suggest;
	struct buf hint = {0};
	suggest_start(&suggest, word);
	for (int n = 1; n < COMMANDS; n++)
		suggest_feed(&suggest, command_word(&commands[n]));
	if (!suggest_hint(&hint, word, suggest_best(&suggest), NULL))
		buf_text(&hint, "; truce --help names the commands");
	complaint_print(
		"truce", "there is no command and no file \"%s\"%s", word, buf_string(&hint));
	buf_free(&hint);
	return true;
}

void complaint_print(const char *name, const char *format, ...)
{
	struct buf message = {0}, shown = {0};
	va_list arguments;
	va_start(arguments, format);
	buf_format_list(&message, format, arguments);
	va_end(arguments);
	buf_format(&shown, "%s: ", name);
	struct text_form form = text_form_telling(term_stream_form(stderr));
	text_show(&form, &shown, buf_string(&message), message.len);
	buf_char(&shown, '\n');
	term_stream_put(stderr, shown.text, shown.len);
	buf_free(&message);
	buf_free(&shown);
}

bool command_end(const char *name)
{
	int error = term_outlet_end();
	if (error)
		complaint_print(name, "cannot write: %s", strerror(error));
	return !error;
}
