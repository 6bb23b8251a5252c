/* Language tags and digests. */
#include "load/faults.h"

#include "base/text.h"

#include <string.h>

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
static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Takes the next subtag off the tag; one of length 0 at its end, of length 9 where it is
 * malformed. */
static struct subtag next(const char **tag)
{
	struct subtag subtag = {*tag, 0, 0};
	for (; is_letter(**tag) || text_is_figure(**tag); ++*tag, subtag.len++)
		subtag.digits += text_is_figure(**tag);
	if (subtag.len > 8 || (**tag && (**tag != '-' || !subtag.len || !(*tag)[1])))
		subtag.len = 9;
	else if (**tag)
		++*tag;
	return subtag;
}

static bool is_variant(struct subtag subtag)
{
	return (subtag.len >= 5 && subtag.len <= 8) ||
		(subtag.len == 4 && text_is_figure(*subtag.at));
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
