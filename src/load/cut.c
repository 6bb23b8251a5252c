/* Dots, and the brackets that people put around them. */
#include "load/cut.h"

#include <string.h>

/* Bytes of dots at `words`, and of a space before or behind them; *dots is how many. */
static size_t dots_len(const char *words, size_t *dots)
{
	size_t at = words[0] == ' ';
	*dots = strspn(words + at, ".");
	at += *dots;
	return at + (words[at] == ' ');
}

size_t cut_len(const char *words)
{
	size_t dots, len = *words == '[' ? dots_len(words + 1, &dots) : 0;
	return len && dots == 3 && words[1 + len] == ']' ? len + 2 : 0;
}

size_t cut_other_len(const char *words)
{
	static const struct {
		const char *open, *close;
	} pairs[] = {{"[", "]"}, {"(", ")"}, {"<", ">"}, {"{", "}"}, {"/", "/"},
		{"\uff3b", "\uff3d"}, {"\uff08", "\uff09"}, {"\u27e8", "\u27e9"},
		{"\u2329", "\u232a"}, {"\u3008", "\u3009"}, {"\u300a", "\u300b"},
		{"\u3010", "\u3011"}, {"\u3014", "\u3015"}};
	if (cut_len(words))
		return 0;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		size_t open = strlen(pairs[i].open), close = strlen(pairs[i].close), dots;
		if (strncmp(words, pairs[i].open, open) != 0)
			continue;
		size_t end = open + dots_len(words + open, &dots);
		if (dots >= 2 && strncmp(words + end, pairs[i].close, close) == 0)
			return end + close;
	}
	return 0;
}

size_t cut_dots_len(const char *words)
{
	size_t dots = strspn(words, ".");
	return dots >= 3 ? dots : 0;
}
