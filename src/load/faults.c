/* Quotation marks, language tags and digests. */
#include "load/faults.h"

#include "base/text.h"

#include <string.h>

/* ---- quotation marks that a quotation brings along ----
 *
 * The first character says which pairs may be meant. Depth is counted along the text: when the pair
 * that was opened first closes before the end, the text only begins and ends with quotations of its
 * own. A mark between two letters is an apostrophe. */

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

bool fault_marks(const char *text)
{
	if (*text >= 'A' && *text <= 'z' && *text != '`') /* as most texts begin */
		return false;
	size_t len = strlen(text);
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (*text == *pairs[i].open && pair_wraps(&pairs[i], text, len))
			return true;
	return false;
}

/* ---- language tags ----
 *
 * The grammar of RFC 5646, section 2.1, walked subtag by subtag: each has 1 to 8 letters or digits,
 * and its length and letters say which place it may take. */

/* The irregular tags of the registry, which the grammar does not cover. */
static const char *const irregular[] = {"en-GB-oed", "i-ami", "i-bnn", "i-default", "i-enochian",
	"i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu",
	"sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE"};

struct subtag {
	const char *at;
	int len;
	int digits; /* how many of them */
};

/* No locale is asked: a tag is ASCII. */
static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Takes the next subtag off the tag; one of length 0 at its end, of length 9 where it is
 * malformed. */
static struct subtag next(const char **tag)
{
	struct subtag subtag = {*tag, 0, 0};
	for (; is_letter(**tag) || is_digit(**tag); ++*tag, subtag.len++)
		subtag.digits += is_digit(**tag);
	if (subtag.len > 8 || (**tag && (**tag != '-' || !subtag.len || !(*tag)[1])))
		subtag.len = 9;
	else if (**tag)
		++*tag;
	return subtag;
}

static bool is_variant(struct subtag subtag)
{
	return (subtag.len >= 5 && subtag.len <= 8) || (subtag.len == 4 && is_digit(*subtag.at));
}

/* Behind the variants: extensions, each a single letter or digit and what follows it, then x-. */
static bool extensions_valid(struct subtag subtag, const char *tag)
{
	while (subtag.len == 1) {
		bool private = *subtag.at == 'x' || *subtag.at == 'X';
		int parts = 0;
		for (subtag = next(&tag); subtag.len >= (private ? 1 : 2) && subtag.len <= 8;
			parts++)
			subtag = next(&tag);
		if (!parts)
			return false;
	}
	return subtag.len == 0;
}

static bool is_language(const char *tag)
{
	for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++)
		if (text_same_ascii(tag, irregular[i], strlen(irregular[i]) + 1))
			return true;
	struct subtag subtag = next(&tag);
	if (subtag.len == 1)
		return (*subtag.at == 'x' || *subtag.at == 'X') && extensions_valid(subtag, tag);
	if ((subtag.len != 2 && subtag.len != 3) || subtag.digits)
		return false;
	subtag = next(&tag);
	for (int i = 0; i < 3 && subtag.len == 3 && !subtag.digits; i++)
		subtag = next(&tag);
	if (subtag.len == 4 && !subtag.digits)
		subtag = next(&tag);
	if ((subtag.len == 2 && !subtag.digits) || (subtag.len == 3 && subtag.digits == 3))
		subtag = next(&tag);
	while (is_variant(subtag))
		subtag = next(&tag);
	return extensions_valid(subtag, tag);
}

bool fault_language(const char *tag)
{
	return !is_language(tag);
}

bool fault_digest(const char *text)
{
	enum { DIGITS = 64 };
	return strlen(text) != DIGITS || strspn(text, "0123456789abcdefABCDEF") != DIGITS;
}
