/* A sentence ends with a full stop, a mark or a cut, behind which quotation marks and brackets may be
 * closed, and the next one does not begin with a small letter; between wide signs there are no spaces.
 * A full stop behind one or two letters of which the first is a capital, or before a figure, is that of
 * an abbreviation. */
#include "layout/parting.h"

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static bool is_lower(const char *at, const char *end)
{
	size_t bytes;
	return text_is_lower(text_decode(at, (size_t)(end - at), &bytes));
}

const char *parting_paragraph(const char *text, const char *end)
{
	static const char cut[] = "[…] ";
	const size_t len = sizeof cut - 1;
	for (const char *at = text + 1; at < end && len < (size_t)(end - at); at++)
		if (memcmp(at, cut, len) == 0 && !is_lower(at + len, end))
			return at + len;
	return end;
}

/* Whether what ends at *at is this sign, which is passed over then. */
static bool passed(const char *text, const char **at, const char *sign)
{
	size_t len = strlen(sign);
	if ((size_t)(*at - text) < len || memcmp(*at - len, sign, len) != 0)
		return false;
	*at -= len;
	return true;
}

static bool passed_any(const char *text, const char **at, const char *const *signs)
{
	for (; *signs; signs++)
		if (passed(text, at, *signs))
			return true;
	return false;
}

static bool opens_any(const char *at, const char *end, const char *const *signs)
{
	for (; *signs; signs++)
		if ((size_t)(end - at) >= strlen(*signs) && memcmp(at, *signs, strlen(*signs)) == 0)
			return true;
	return false;
}

/* Whether the word that ends here is short enough to be one that was cut short. */
static bool is_short(const char *text, const char *at)
{
	const char *begin = at;
	while (begin > text && at - begin < 4 && begin[-1] != ' ' && begin[-1] != '.')
		begin--;
	return at - begin <= 2 && begin < at && *begin >= 'A' && *begin <= 'Z';
}

static bool begins(const char *text, const char *at, const char *end)
{
	static const char *const closing[] = {"”", "’", "»", "“", "\"", "'", ")", "]", NULL};
	static const char *const marks[] = {"!", "?", "…", "։", "؟", "۔", "।", "॥", "။", "።", "។",
		"。", "！", "？", "．", NULL};
	static const char *const wide[] = {"。", "！", "？", "．", NULL};
	static const char *const wide_closing[] = {"”", "’", "」", "』", "）", NULL};
	const char *before = at;
	if (at == text || at == end || *at == ' ' || text_is_inside(*at))
		return false;
	if (at[-1] == '\n')
		return true;
	if (at[-1] != ' ')
		return passed_any(text, &before, wide) && !opens_any(at, end, wide_closing);
	if (is_lower(at, end))
		return false;
	while (before > text && before[-1] == ' ')
		before--;
	while (passed_any(text, &before, closing))
		;
	if (passed_any(text, &before, marks))
		return true;
	return !(*at >= '0' && *at <= '9') && passed(text, &before, ".") && !is_short(text, before);
}

const char *parting_last(const char *text, const char *from, const char *to, const char *end)
{
	for (const char *at = to; at > from; at--)
		if (begins(text, at, end))
			return at;
	return NULL;
}
