/* For the tests of the manual: pages as text, parts of them between two remarks, roff read back.
 * All fail the test when they cannot. */
#ifndef TRUCE_TESTS_MANUAL_H
#define TRUCE_TESTS_MANUAL_H

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The whole file. To be freed. */
static inline char *manual_file(const char *path)
{
	struct buf text = {0};
	char block[4096];
	FILE *file = fopen(path, "r");
	if (!file)
		fail_msg("%s cannot be read", path);
	for (size_t got; (got = fread(block, 1, sizeof block, file));)
		buf_add(&text, block, got);
	fclose(file);
	buf_char(&text, '\n');
	return text.text;
}

/* Where the line that begins with the remark begins. */
static inline char *manual_remark(char *text, const char *remark)
{
	char line[80];
	snprintf(line, sizeof line, "\n.\\\" %s", remark);
	char *at = strstr(text, line);
	if (!at)
		fail_msg("there is no line: %s", line + 1);
	return at + 1;
}

/* Cuts the text to what stands between two remarks. */
static inline char *manual_part(char *text, const char *from, const char *to)
{
	char *start = manual_remark(text, from);
	*manual_remark(start, to) = '\0';
	return strchr(start, '\n') + 1;
}

/* Ends the line at *text with a NUL, moves *text behind it and returns it; NULL at the end. */
static inline char *manual_line(char **text)
{
	char *line = *text;
	if (!*line)
		return NULL;
	char *end = strchr(line, '\n');
	*text = end ? end + 1 : line + strlen(line);
	if (end)
		*end = '\0';
	return line;
}

/* Appends roff as the text it shows, as far as the manual uses it. */
static inline void manual_plain(struct buf *out, const char *roff)
{
	static const struct {
		const char *roff, *text;
	} signs[] = {{"-", "-"}, {"&", ""}, {"e", "\\"}, {"(ti", "~"}, {"(aq", "'"}, {"(dq", "\""},
		{"[u2026]", "…"}, {NULL, NULL}};
	for (; *roff; roff++) {
		int sign = 0;
		if (*roff != '\\') {
			buf_char(out, *roff);
			continue;
		}
		while (signs[sign].roff &&
			strncmp(roff + 1, signs[sign].roff, strlen(signs[sign].roff)) != 0)
			sign++;
		if (!signs[sign].roff)
			fail_msg("unknown to this test: %s", roff);
		buf_text(out, signs[sign].text);
		roff += strlen(signs[sign].roff);
	}
}

/* Takes the next word of a macro's arguments: one between double quotes is one. NULL at the end. */
static inline char *manual_word(char **args)
{
	char *word = *args + strspn(*args, " ");
	bool quoted = *word == '"';
	word += quoted;
	size_t len = strcspn(word, quoted ? "\"" : " ");
	if (!*word)
		return NULL;
	*args = word[len] ? word + len + 1 : word + len;
	word[len] = '\0';
	return word;
}

#endif
