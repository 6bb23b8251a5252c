/* $VISUAL and $EDITOR are lines for the shell, as everywhere: what is more than a word is given to
 * it with "$@" behind, so that the name of the file is never a part of its text. Most editors
 * understand +LINE; those that do not are named in a table. */
#include "term/editor.h"

#include "base/memory.h"
#include "base/text.h"
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

/* The status that a shell has where a program was not started, or was ended by signal N (128 + N). */
enum { SHELL_NOT_RUN = 126, SHELL_NOT_FOUND = 127, SHELL_SIGNAL = 128, SIGNAL_LAST = 64 };

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

/* ---- the program in a line ---- */

static const char *base_of(const char *program)
{
	const char *slash = strrchr(program, '/');
	return slash ? slash + 1 : program;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Reads the next word into `word`, without its quotation marks; what is behind it, or NULL where
 * there is none. */
static const char *word_take(const char *line, struct buf *word)
{
	char quote = '\0';
	buf_clear(word);
	while (is_blank(*line))
		line++;
	if (*line == '\0')
		return NULL;
	for (; *line != '\0' && (quote != '\0' || !is_blank(*line)); line++) {
		if (*line == quote)
			quote = '\0';
		else if (quote == '\0' && (*line == '"' || *line == '\''))
			quote = *line;
		else if (*line == '\\' && quote != '\'' && line[1] != '\0')
			buf_char(word, *++line);
		else
			buf_char(word, *line);
	}
	return line;
}

/* Words that stand before the program: NAME=value, a program that runs the one behind it, and its
 * options. */
static bool is_before_program(const char *word)
{
	static const char *const runners[] = {"command", "env", "exec", "nohup", "sudo"};
	size_t name = strcspn(word, "=/");
	if (word[name] == '=' || *word == '-')
		return true;
	for (size_t i = 0; i < sizeof runners / sizeof *runners; i++)
		if (strcmp(base_of(word), runners[i]) == 0)
			return true;
	return false;
}

static enum place_form form_of(const char *line)
{
	struct buf word = {0};
	enum place_form form = PLACE_PLUS;
	do
		line = word_take(line, &word);
	while (line && is_before_program(buf_string(&word)));
	for (size_t i = 0; line && i < sizeof forms / sizeof *forms; i++)
		if (strcmp(forms[i].editor, base_of(buf_string(&word))) == 0)
			form = forms[i].form;
	buf_free(&word);
	return form;
}

/* ---- the command ---- */

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

/* A name may begin as an option or a command does, or hold what an editor takes for a host or a
 * line: behind "./" it is none. */
static const char *path_begin(const char *file)
{
	bool is_path = *file == '/' || strncmp(file, "./", 2) == 0 || strncmp(file, "../", 3) == 0;
	return is_path ? "" : "./";
}

static void add_argument(struct buf *words, const char *word)
{
	buf_text(words, word);
	buf_char(words, '\0');
}

/* Where a name holds a colon, a column behind the line says where the name ends; with -g even that
 * does not, so that such a file is opened at its beginning. */
static void add_place(struct buf *words, enum place_form form, const char *file, uint32_t line)
{
	bool colon = strchr(file, ':') != NULL;
	if (form == PLACE_PLUS)
		buf_format(words, "+%u%c", (unsigned)line, '\0');
	else if (form == PLACE_GOTO && !colon)
		add_argument(words, "-g");
	buf_text(words, path_begin(file));
	buf_text(words, file);
	if (form == PLACE_COLON || (form == PLACE_GOTO && !colon))
		buf_format(words, ":%u%s", (unsigned)line, colon ? ":1" : "");
	buf_char(words, '\0');
}

/* One block: the pointers, then the words. */
static char **words_kept(const struct buf *words)
{
	size_t count = 0, n = 0;
	for (size_t at = 0; at < words->len; at++)
		count += words->text[at] == '\0';
	char **kept = mem_zero(1, (count + 1) * sizeof *kept + words->len);
	char *at = (char *)(kept + count + 1), *end = at + words->len;
	memcpy(at, words->text, words->len);
	for (; at < end; at += strlen(at) + 1)
		kept[n++] = at;
	return kept;
}

char **term_editor_command(const char *editor, const char *file, uint32_t line)
{
	struct buf words = {0};
	if (!editor)
		editor = editor_asked();
	if (strpbrk(editor, "|&;<>()$`\\\"' \t\n*?[#~=%")) {
		add_argument(&words, "sh");
		add_argument(&words, "-c");
		buf_text(&words, editor);
		add_argument(&words, " \"$@\"");
	}
	add_argument(&words, editor);
	add_place(&words, form_of(editor), file, line);
	char **kept = words_kept(&words);
	buf_free(&words);
	return kept;
}

/* What is started by the shell stands behind its line once more, alone. */
static bool is_by_shell(char *const *words)
{
	return words[1] && strcmp(words[1], "-c") == 0;
}

/* ---- running it ---- */

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

/* Whether the line holds what would steer the terminal: no command does, and the shell would write
 * it there when it complains. */
static bool holds_control(const char *editor)
{
	size_t bytes;
	for (size_t len = strlen(editor); len; editor += bytes, len -= bytes) {
		int32_t code_point = text_decode(editor, len, &bytes);
		if (text_is_harmful(code_point) && code_point != '\t' && code_point != '\n')
			return true;
	}
	return false;
}

/* The reason why it does not start; 0 where it did. A shell tells it by its status. */
static int start_error(int status)
{
	if (!WIFEXITED(status))
		return 0;
	if (WEXITSTATUS(status) == SHELL_NOT_FOUND)
		return ENOENT;
	return WEXITSTATUS(status) == SHELL_NOT_RUN ? EACCES : 0;
}

/* The signal that ended it, or 0. A shell that has waited for it tells that by its status as
 * well. */
static int end_signal(int status, bool by_shell)
{
	if (WIFSIGNALED(status))
		return WTERMSIG(status);
	int number = WEXITSTATUS(status) - SHELL_SIGNAL;
	return by_shell && number > 0 && number <= SIGNAL_LAST ? number : 0;
}

void term_editor_run(char *const *words, int keyboard, struct buf *problem)
{
	bool by_shell = is_by_shell(words);
	const char *editor = by_shell ? words[3] : words[0];
	pid_t child;
	int status = 0, error;
	if (holds_control(editor)) {
		buf_format(problem,
			"the editor \"%s\" is not started: it holds control characters; set "
			"VISUAL or EDITOR",
			editor);
		return;
	}
	term_signal_lend();
	error = editor_start(words, keyboard, &child);
	if (error == 0)
		status = editor_wait(child);
	term_signal_regain();
	if (error == 0 && by_shell)
		error = start_error(status);
	int signal = end_signal(status, by_shell);
	if (error != 0)
		buf_format(problem, "the editor \"%s\" does not start: %s; set VISUAL or EDITOR",
			editor, strerror(error));
	else if (signal != 0)
		buf_format(problem, "the editor \"%s\" was ended by signal %d", editor, signal);
	else if (WEXITSTATUS(status) != 0)
		buf_format(problem, "the editor \"%s\" ended with status %d", editor,
			WEXITSTATUS(status));
}
