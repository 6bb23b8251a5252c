/* One pass over a text: a table says of what a byte may be the beginning, and only then is looked at what
 * stands beside it. What was found once is not looked for again. */
#include "load/traces.h"

#include "base/misread.h"
#include "base/text.h"
#include "load/leftovers.h"

#include <string.h>

enum {
	BESIDE = TRACE_HTML | TRACE_MARKDOWN | TRACE_DRAFT | TRACE_LOST,
	AT_ONCE = 8 /* bytes */
};

/* What controls are, but line feed. */
enum { C = TRACE_UNSEEN };

/* By what each byte may begin. */
static const unsigned char begins[256] = {
	/* clang-format off */
	C, C, C, C, C, C, C, C, C, C, 0, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,
	/* clang-format on */
	['<'] = TRACE_HTML,
	['&'] = TRACE_HTML,
	['*'] = TRACE_MARKDOWN,
	['_'] = TRACE_MARKDOWN | TRACE_LEFT,
	['~'] = TRACE_MARKDOWN,
	['`'] = TRACE_MARKDOWN | TRACE_LEFT,
	[']'] = TRACE_MARKDOWN,
	['?'] = TRACE_DRAFT | TRACE_LOST,
	['L'] = TRACE_DRAFT,
	['O'] = TRACE_DRAFT,
	['X'] = TRACE_DRAFT,
	['!'] = TRACE_DRAFT,
	['#'] = TRACE_SHARP,
	['['] = TRACE_LEFT,
	['{'] = TRACE_LEFT,
	['\''] = TRACE_LEFT,
	['"'] = TRACE_LEFT,
	['-'] = TRACE_LEFT,
	['%'] = TRACE_LEFT,
	['='] = TRACE_LEFT,
	['('] = TRACE_LEFT,
	['\\'] = TRACE_LEFT,
	[0x7f] = TRACE_UNSEEN,
	[0x85] = TRACE_LOST,
	[0xa0] = TRACE_MISREAD,
	[0xc2] = TRACE_LEFT | TRACE_UNSEEN,
	[0xc3] = TRACE_MISREAD,
	[0xcd] = TRACE_UNSEEN,
	[0xd8] = TRACE_UNSEEN,
	[0xe1] = TRACE_UNSEEN,
	[0xe2] = TRACE_LEFT | TRACE_UNSEEN,
	[0xe3] = TRACE_LEFT | TRACE_UNSEEN,
	[0xef] = TRACE_LOST | TRACE_LEFT | TRACE_UNSEEN,
	[0xf0] = TRACE_UNSEEN,
	[0xf1] = TRACE_UNSEEN,
	[0xf2] = TRACE_UNSEEN,
	[0xf3] = TRACE_UNSEEN,
	[0xf4] = TRACE_UNSEEN,
};

static bool is_letter(char c)
{
	return text_small(c) >= 'a' && text_small(c) <= 'z';
}

/* Whether the bytes from at + by on are these. */
static bool is_among(
	const char *bytes, const char *end, const char *at, ptrdiff_t by, const char *these)
{
	ptrdiff_t len = (ptrdiff_t)strlen(these);
	return at - bytes >= -by && end - at >= len + by && memcmp(at + by, these, len) == 0;
}

/* Whether the sign stands next to what makes it a trace of those of BESIDE. */
static bool is_begun(const char *at, const char *bytes, const char *end)
{
	char before = at > bytes ? at[-1] : ' ', after = end - at > 1 ? at[1] : ' ';
	switch (*at) {
	case '<':
		return is_letter(after) || after == '/' || after == '!';
	case '&':
		return (is_letter(after) || after == '#') &&
			(memchr(at, ';', end - at > 10 ? 10 : (size_t)(end - at)) ||
				strchr("nqalm", after));
	case '*':
	case '_':
	case '~':
	case '`':
		return traces_is_outside(before) && after != ' ' && after != '\n';
	case ']':
		return after == '(';
	case '\xef':
		return is_among(bytes, end, at, 0, "\ufffd") ||
			is_among(bytes, end, at, 0, "\ufffc");
	case '\x85':
		return is_among(bytes, end, at, -1, "\u0405");
	case '?': /* of a draft, or for a letter */
		return is_among(bytes, end, at, 0, "???") ||
			(is_letter(before) && is_letter(after));
	case 'O':
		return is_among(bytes, end, at, -1, "TODO");
	case 'X':
		return is_among(bytes, end, at, -2, "FIXME");
	case 'L':
		return is_among(bytes, end, at, 0, "Lorem ipsum");
	default:
		return is_among(bytes, end, at, -5, "Error! ");
	}
}

/* Which of those that the byte may begin are there. */
static unsigned found_at(unsigned may, const char *at, const char *bytes, const char *end)
{
	unsigned found = may & TRACE_SHARP;
	if (may & BESIDE && is_begun(at, bytes, end))
		found |= may & BESIDE;
	if (may & TRACE_LEFT && leftovers_begun(at, bytes, end))
		found |= TRACE_LEFT;
	if (may & TRACE_UNSEEN &&
		text_is_out_of_place(bytes, (size_t)(end - bytes), (size_t)(at - bytes)))
		found |= TRACE_UNSEEN;
	if (may & TRACE_MISREAD && misread_begun(at, bytes, end))
		found |= TRACE_MISREAD | TRACE_LOST;
	return found;
}

/* The next byte that may begin one of those wanted. */
static const char *next_find(const char *at, const char *end, unsigned wanted)
{
	const unsigned char *next = (const unsigned char *)at;
	for (; (const char *)next + AT_ONCE <= end; next += AT_ONCE)
		if ((begins[next[0]] | begins[next[1]] | begins[next[2]] | begins[next[3]] |
			    begins[next[4]] | begins[next[5]] | begins[next[6]] | begins[next[7]]) &
			wanted)
			break;
	while ((const char *)next < end && !(begins[*next] & wanted))
		next++;
	return (const char *)next;
}

unsigned traces_find(const char *text, size_t len)
{
	const char *end = text + len;
	unsigned found = 0;
	for (const char *at = text; (at = next_find(at, end, ~found)) < end; at++)
		found |= found_at(begins[(unsigned char)*at] & ~found, at, text, end);
	return found & TRACE_HTML ? found | TRACE_LEFT : found;
}
