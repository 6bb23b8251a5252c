/* The first character says which pairs may be meant. Depth is counted along the text: when the pair
 * that was opened first closes before the end, the text only begins and ends with quotations of its
 * own. A mark between two letters is an apostrophe. */
#include "load/marks.h"

#include "base/text.h"

#include <stddef.h>
#include <string.h>

struct pair {
	const char *open, *close;
};

static const struct pair pairs[] = {{"\"", "\""}, {"'", "'"}, {"`", "`"}, {"`", "'"}, {"``", "''"},
	{"\u201c", "\u201d"}, {"\u201e", "\u201c"}, {"\u201e", "\u201d"}, {"\u201d", "\u201d"},
	{"\u201f", "\u201d"}, {"\u2018", "\u2019"}, {"\u201a", "\u2018"}, {"\u201a", "\u2019"},
	{"\u2019", "\u2019"}, {"\u201b", "\u2019"}, {"\u00ab", "\u00bb"}, {"\u00bb", "\u00ab"},
	{"\u00bb", "\u00bb"}, {"\u2039", "\u203a"}, {"\u203a", "\u2039"}, {"\u203a", "\u203a"},
	{"\u300c", "\u300d"}, {"\u300e", "\u300f"}, {"\ufe41", "\ufe42"}, {"\ufe43", "\ufe44"},
	{"\uff62", "\uff63"}, {"\u300a", "\u300b"}, {"\u3008", "\u3009"}, {"\u301d", "\u301e"},
	{"\u301d", "\u301f"}, {"\uff02", "\uff02"}, {"\uff07", "\uff07"}, {"\u275d", "\u275e"},
	{"\u275b", "\u275c"}, {"\u2e42", "\u201d"}};

/* True where a letter stands on either side of text[at..at + len). */
static bool is_apostrophe(const char *text, size_t at, size_t len)
{
	size_t bytes, end = strlen(text + at + len);
	return at && end && text_is_letter(text_last(text, at)) &&
		text_is_letter(text_decode(text + at + len, end, &bytes));
}

static bool pair_wraps(const struct pair *pair, const char *text, size_t len)
{
	size_t open = strlen(pair->open), close = strlen(pair->close), depth = 1;
	bool same = strcmp(pair->open, pair->close) == 0;
	if (len < open + close + 1 || memcmp(text, pair->open, open) != 0 ||
		memcmp(text + len - close, pair->close, close) != 0)
		return false;
	for (size_t at = open; at < len - close; at++) {
		if (strncmp(text + at, pair->close, close) == 0) {
			if (!is_apostrophe(text, at, close) && (same || !--depth))
				return false;
		} else if (strncmp(text + at, pair->open, open) == 0) {
			depth++;
		}
	}
	return depth == 1;
}

bool marks_wrap(const char *text)
{
	if (*text >= 'A' && *text <= 'z' && *text != '`') /* as most texts begin */
		return false;
	size_t len = strlen(text);
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (*text == *pairs[i].open && pair_wraps(&pairs[i], text, len))
			return true;
	return false;
}
