/* Any bytes as the name of a file: as a word of a command a shell reads the name back, and no
 * program takes it for an option. */
#include "base/shell.h"
#include "base/text.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/promise.h"

#include <stdlib.h>
#include <string.h>

/* What POSIX says a shell makes of one word; false where it would see more than the word: another
 * word, a variable, a pattern, a command. */
static bool word_read(const char *word, struct buf *out)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
				    "_./-+:,@%";
	for (; *word; word++) {
		if (*word == '\'') {
			size_t len = strcspn(word + 1, "'");
			if (!word[1 + len])
				return false;
			buf_add(out, word + 1, len);
			word += 1 + len;
		} else if (*word == '\\' && word[1] && word[1] != '\n') {
			buf_char(out, *++word);
		} else if (strchr(plain, *word)) {
			buf_char(out, *word);
		} else {
			return false;
		}
	}
	return true;
}

/* The same file: as it is, or by a way that says it begins here. */
static bool is_same(const char *word, const char *name)
{
	bool here = strncmp(word, "./", 2) == 0;
	return strcmp(word, name) == 0 || (here && strcmp(word + 2, name) == 0);
}

static void shell_keep(const char *name)
{
	struct buf word = {0}, read = {0};
	if (shell_file(&word, name)) {
		promise_harmless(word.text, word.len, false);
		promise(word_read(word.text, &read));
		promise(is_same(buf_string(&read), name));
		promise(read.text[0] != '-' || strcmp(name, "-") == 0); /* standard input */
	} else {
		promise(!word.len);
	}
	buf_free(&word);
	buf_free(&read);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	char *name = text_alone(bytes, len);
	shell_keep(name);
	free(name);
	return 0;
}
