/* Narrowing by letters: a needle fits a name when its characters stand there in order. What stands
 * together, or begins a word, fits better than what is strewn about; in a long text, where nearly any few
 * letters can be found in order, they must stand together. */
#include "query/voices.h"

#include <string.h>

enum { LONG_NAME = 40, FOUND = 100, INSIDE = 300, WORD = 600, START = 1000 };

static bool begins_word(const char *name, const char *at)
{
	return at == name || at[-1] == ' ' || at[-1] == '-' || at[-1] == '"' || at[-1] == '(';
}

/* The needle as one piece of the name; 0 where it is none. */
static int match_piece(const char *name, size_t len, const char *needle, size_t needle_len)
{
	int best = 0;
	for (const char *at = name; at + needle_len <= name + len; at++) {
		if (memcmp(at, needle, needle_len) != 0)
			continue;
		if (at == name)
			return START;
		best = begins_word(name, at) ? WORD : best ? best : INSIDE;
	}
	return best;
}

/* The needle's bytes in order, with gaps. */
static int match_strewn(const char *name, size_t len, const char *needle, size_t needle_len)
{
	int score = FOUND;
	const char *at = name, *end = name + len, *last = NULL;
	for (size_t i = 0; i < needle_len; i++) {
		while (at < end && *at != needle[i])
			at++;
		if (at == end)
			return 0;
		if (begins_word(name, at))
			score += 8;
		else if (last && last + 1 == at)
			score += 4;
		last = at++;
	}
	return score < INSIDE ? score : INSIDE - 1;
}

int voices_match(const struct voices_line *line, const char *needle)
{
	size_t needle_len = strlen(needle);
	int best = 0;
	if (!needle_len)
		return 1;
	for (const char *name = line->folded; name;) {
		const char *end = strchr(name, '\n');
		size_t len = end ? (size_t)(end - name) : strlen(name);
		int score = match_piece(name, len, needle, needle_len);
		if (!score && len <= LONG_NAME)
			score = match_strewn(name, len, needle, needle_len);
		if (score > best)
			best = score;
		name = end ? end + 1 : NULL;
	}
	return best;
}
