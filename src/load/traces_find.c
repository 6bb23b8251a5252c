/* One pass over the bytes of a file: a table says of what a byte may be the beginning, and only then is
 * looked at what stands beside it. What was found once is not looked for again. */
#include "load/traces.h"

#include "base/misread.h"
#include "base/text.h"
#include "load/leftovers.h"
#include "load/page.h"

#include <string.h>

enum {
	ESCAPE = 128, /* a character written by its number, as programs write JSON */
	BESIDE = TRACE_HTML | TRACE_MARKDOWN | TRACE_DRAFT | TRACE_LOST,
	AT_ONCE = 8 /* bytes */
};

/* By what each byte may begin; a line break by what may stand behind it. */
static const unsigned char begins[256] = {
	['\n'] = TRACE_PAGE,
	['<'] = TRACE_HTML,
	['&'] = TRACE_HTML,
	['*'] = TRACE_MARKDOWN,
	['_'] = TRACE_MARKDOWN | TRACE_LEFT,
	['~'] = TRACE_MARKDOWN,
	['`'] = TRACE_MARKDOWN | TRACE_LEFT,
	[']'] = TRACE_MARKDOWN,
	['?'] = TRACE_DRAFT | TRACE_LOST,
	['O'] = TRACE_DRAFT,
	['X'] = TRACE_DRAFT,
	['!'] = TRACE_DRAFT,
	['['] = TRACE_LEFT,
	['{'] = TRACE_LEFT,
	['\''] = TRACE_LEFT,
	['"'] = TRACE_LEFT,
	['-'] = TRACE_LEFT,
	['%'] = TRACE_LEFT,
	['='] = TRACE_LEFT,
	['('] = TRACE_LEFT,
	['\\'] = TRACE_LEFT | ESCAPE,
	[0x85] = TRACE_LOST,
	[0xa0] = TRACE_MISREAD,
	[0xc2] = TRACE_LEFT,
	[0xc3] = TRACE_MISREAD,
	[0xe2] = TRACE_LEFT,
	[0xe3] = TRACE_LEFT,
	[0xef] = TRACE_LOST | TRACE_LEFT,
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
	default:
		return is_among(bytes, end, at, -5, "Error! ");
	}
}

/* Which of those that the byte may begin are there. */
static unsigned found_at(unsigned may, const char *at, const char *bytes, const char *end)
{
	unsigned found = 0;
	if (may & BESIDE && is_begun(at, bytes, end))
		found |= may & BESIDE;
	if (may & TRACE_LEFT && leftovers_begun(at, bytes, end))
		found |= TRACE_LEFT;
	if (may & TRACE_PAGE && page_begun(at + 1, end))
		found |= TRACE_PAGE;
	if (may & TRACE_MISREAD && misread_begun(at, bytes, end))
		found |= TRACE_MISREAD | TRACE_LOST;
	if (may & ESCAPE && end - at > 4 && (at[1] == 'u' || at[1] == 'x') && at[2] != '{')
		found = ~0U; /* what stands there as an escape is seen in the texts alone */
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

unsigned traces_find(const char *bytes, size_t len)
{
	const char *end = bytes + len;
	unsigned found = page_begun(bytes, end) ? TRACE_PAGE : 0;
	for (const char *at = bytes; (at = next_find(at, end, ~found)) < end; at++)
		found |= found_at(begins[(unsigned char)*at] & ~found, at, bytes, end);
	return found & TRACE_HTML ? found | TRACE_LEFT : found;
}
