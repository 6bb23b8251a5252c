/* Any bytes as the name of a file. In a command to be copied a shell reads the name back, however
 * narrow the page is, and truce takes it for no option; an editor, and whatever else may be its
 * line, is given it as one word that is no option, command or place. */
#include "base/shell.h"
#include "base/text.h"
#include "term/editor.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/promise.h"

#include <stdlib.h>
#include <string.h>

/* ---- a command ---- */

/* What POSIX says a shell makes of a command, each of its words closed by NUL; false where it would
 * see more than words: a variable, a pattern, a second command. */
static bool command_read(const char *at, struct buf *words)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
				    "_./-";
	bool inside = false;
	for (; *at; at++) {
		if (*at == '\\' && at[1] == '\n') {
			at++;
			continue;
		}
		if (*at == ' ') {
			if (inside)
				buf_char(words, '\0');
			inside = false;
			continue;
		}
		inside = true;
		if (*at == '\'') {
			size_t len = strcspn(at + 1, "'");
			buf_add(words, at + 1, len);
			at += 1 + len;
			if (!*at)
				return false;
		} else if (*at == '\\' && at[1]) {
			buf_char(words, *++at);
		} else if (strchr(plain, *at)) {
			buf_char(words, *at);
		} else {
			return false;
		}
	}
	if (inside)
		buf_char(words, '\0');
	return true;
}

static void lines_keep(const struct buf *command, int width)
{
	for (const char *line = command->text; line;) {
		size_t len = strcspn(line, "\n");
		promise(text_width(NULL, line, len) < width);
		line = line[len] ? line + len + 1 : NULL;
	}
}

/* Whether the command is "truce print" and the name, as it is or behind "./". */
static bool is_read_back(const struct buf *words, const char *name)
{
	static const char head[] = "truce\0print";
	size_t len = strlen(name) + 1;
	const char *word = words->text + sizeof head;
	if (words->len < sizeof head || memcmp(words->text, head, sizeof head) != 0)
		return false;
	if (words->len == sizeof head + len + 2 && strncmp(word, "./", 2) == 0)
		word += 2;
	else if (words->len != sizeof head + len || (*name == '-' && name[1]))
		return false;
	return memcmp(word, name, len) == 0;
}

static void command_keep(const char *name, int width)
{
	struct buf word = {0}, command = {0}, words = {0};
	if (shell_file(&word, name)) {
		promise_harmless(word.text, word.len, false);
		buf_text(&command, "truce print");
		shell_add(&command, word.text, width);
		lines_keep(&command, width);
		promise(command_read(command.text, &words));
		promise(is_read_back(&words, name));
	} else {
		promise(!word.len);
	}
	buf_free(&word);
	buf_free(&command);
	buf_free(&words);
}

/* ---- an editor ---- */

static bool begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* The name in the word, behind what makes it a path. */
static const char *name_in(const char *word, const char *name)
{
	if (*name == '/' || begins(name, "./") || begins(name, "../"))
		return word;
	promise(begins(word, "./"));
	return word + 2;
}

static void editor_keep(const char *editor, const char *name)
{
	char **words = term_editor_command(editor, name, 12);
	size_t count = 0, len = strlen(editor);
	while (words[count])
		count++;
	if (strcmp(words[0], editor) != 0) { /* by a shell, which gets the file as an argument */
		promise(count >= 5 && count <= 6);
		promise(strcmp(words[0], "sh") == 0 && strcmp(words[1], "-c") == 0);
		promise(begins(words[2], editor) && strcmp(words[2] + len, " \"$@\"") == 0);
	} else {
		promise(count >= 2 && count <= 3 && !strpbrk(editor, " \t\n\"'$`;&|"));
	}
	const char *rest = name_in(words[count - 1], name);
	promise(begins(rest, name));
	promise(!rest[strlen(name)] || begins(rest + strlen(name), ":12"));
	free(words);
}

/* The first byte is the width of the page, and what stands before a line feed the editor. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	if (!len)
		return 0;
	char *text = text_alone(bytes + 1, len - 1), *feed = strchr(text, '\n');
	command_keep(text, 24 + bytes[0] % 100);
	if (feed) {
		*feed = '\0';
		command_keep(feed + 1, 24 + bytes[0] % 100);
		if (*text && feed[1])
			editor_keep(text, feed + 1);
	}
	free(text);
	return 0;
}
