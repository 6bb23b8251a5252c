/* Most editors understand +LINE; those that do not are named in a table. */
#include "term/editor.h"

#include "base/memory.h"
#include "term/signal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { LINE_SIZE = 16 };

enum place_form { PLACE_PLUS, PLACE_COLON, PLACE_GOTO };

static const struct {
	const char *editor;
	enum place_form form;
} forms[] = {
	{"hx", PLACE_COLON},
	{"helix", PLACE_COLON},
	{"subl", PLACE_COLON},
	{"zed", PLACE_COLON},
	{"code", PLACE_GOTO},
	{"code-insiders", PLACE_GOTO},
	{"codium", PLACE_GOTO},
	{"vscodium", PLACE_GOTO},
};

static enum place_form form_of(const char *program)
{
	const char *slash = strrchr(program, '/');
	if (slash)
		program = slash + 1;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (strcmp(forms[i].editor, program) == 0)
			return forms[i].form;
	return PLACE_PLUS;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Copies the next word of *text to *out, closed by NUL; both move on. */
static void word_take(const char **text, char **out)
{
	char quote = '\0';
	for (; **text != '\0' && (quote != '\0' || !is_blank(**text)); ++*text) {
		char c = **text;
		if (quote == '\0' && (c == '"' || c == '\'')) {
			quote = c;
			continue;
		}
		if (quote != '\0' && c == quote) {
			quote = '\0';
			continue;
		}
		if (c == '\\' && quote != '\'' && (*text)[1] != '\0')
			c = *++*text;
		*(*out)++ = c;
	}
	*(*out)++ = '\0';
}

static const char *editor_asked(void)
{
	static const char *const names[] = {"VISUAL", "EDITOR"};
	for (size_t i = 0; i < 2; i++) {
		const char *editor = getenv(names[i]);
		if (editor && editor[strspn(editor, " \t\n")] != '\0')
			return editor;
	}
	return "vi";
}

/* One block: the pointers, then the words. */
char **term_editor_command(const char *editor, const char *file, uint32_t line)
{
	if (!editor)
		editor = editor_asked();
	size_t most = strlen(editor) / 2 + 5, room = strlen(editor) + strlen(file) + 64;
	char **words = mem_zero(1, most * sizeof *words + room);
	char *out = (char *)(words + most);
	const char *here = *file == '-' || *file == '+' ? "./" : ""; /* no option, no command */
	size_t count = 0;
	for (;;) {
		while (is_blank(*editor))
			editor++;
		if (*editor == '\0')
			break;
		words[count++] = out;
		word_take(&editor, &out);
	}
	switch (form_of(count > 0 ? words[0] : "")) {
	case PLACE_PLUS:
		words[count++] = out;
		out += 1 + sprintf(out, "+%u", (unsigned)line);
		words[count] = out;
		sprintf(out, "%s%s", here, file);
		break;
	case PLACE_GOTO:
		words[count++] = out;
		out += 1 + sprintf(out, "-g");
		words[count] = out;
		sprintf(out, "%s%s:%u", here, file, (unsigned)line);
		break;
	case PLACE_COLON:
		words[count] = out;
		sprintf(out, "%s%s:%u", here, file, (unsigned)line);
		break;
	}
	return words;
}

/* The child has the signals that truce found, and keys where truce takes them. */
static int editor_start(char *const *words, int keyboard, pid_t *editor)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	sigset_t defaults = term_signal_defaults();
	posix_spawn_file_actions_init(&files);
	if (keyboard != STDIN_FILENO)
		posix_spawn_file_actions_adddup2(&files, keyboard, STDIN_FILENO);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	int error = posix_spawnp(editor, words[0], &files, &attributes, words, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	return error;
}

/* Whether a stopped editor is continued, or ends, within a moment. Where the terminal's key has
 * stopped both, the news of its stop may be read only when both go on again. */
static bool editor_goes_on(pid_t editor, int *status)
{
	const struct timespec moment = {.tv_nsec = 20000000};
	for (int i = 0; i < 5; i++) {
		if (waitpid(editor, status, WCONTINUED | WNOHANG) == editor)
			return true;
		nanosleep(&moment, NULL);
	}
	return false;
}

/* An editor that stops itself alone would leave truce waiting and the shell without its
 * terminal. */
static int editor_wait(pid_t editor)
{
	int status = 0;
	for (;;) {
		if (waitpid(editor, &status, WUNTRACED) < 0) {
			if (errno == EINTR)
				continue;
			return 0;
		}
		if (WIFSTOPPED(status) && !editor_goes_on(editor, &status)) {
			raise(SIGSTOP);
			kill(editor, SIGCONT);
		}
		if (WIFEXITED(status) || WIFSIGNALED(status))
			return status;
	}
}

void term_editor_run(char *const *words, int keyboard, struct buf *problem)
{
	pid_t editor;
	int status = 0, error;
	term_signal_lend();
	error = editor_start(words, keyboard, &editor);
	if (error == 0)
		status = editor_wait(editor);
	term_signal_regain();
	if (error != 0)
		buf_format(problem, "the editor \"%s\" does not start: %s; set VISUAL or EDITOR",
			words[0], strerror(error));
	else if (WIFSIGNALED(status))
		buf_format(problem, "the editor \"%s\" was ended by signal %d", words[0],
			WTERMSIG(status));
	else if (WEXITSTATUS(status) != 0)
		buf_format(problem, "the editor \"%s\" ended with status %d", words[0],
			WEXITSTATUS(status));
}
