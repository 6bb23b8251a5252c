/* Each line is asked what stands where structure is written: before its first letter, and beside the
 * colon behind its first word. */
#include "base/node_sign.h"

#include "base/block.h"
#include "base/look.h"
#include "base/text.h"

#include <string.h>

int32_t sign_code(const char *at, const char *end, size_t *bytes)
{
	*bytes = 0;
	return at < end ? text_decode(at, (size_t)(end - at), bytes) : 0;
}

bool sign_is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A character that is seen as a space, or not at all. */
bool sign_is_odd_space(int32_t c)
{
	return c >= 0x80 && (look_is_space(c) || text_kind(c) >= TEXT_BIDI);
}

bool sign_is_odd_colon(int32_t c)
{
	return c == 0x02D0 || c == 0x0589 || c == 0x05C3 || c == 0x2236 || c == 0xA789 ||
		c == 0xFE13 || c == 0xFE55 || c == 0xFF1A;
}

bool sign_is_odd_dash(int32_t c)
{
	switch (c) {
	case 0xB7:
	case 0x58A:
	case 0x2022:
	case 0x2023:
	case 0x2043:
	case 0x2212:
	case 0x25AA:
	case 0x25CF:
	case 0x25E6:
	case 0xFE58:
	case 0xFE63:
	case 0xFF0D:
		return true;
	default:
		return c >= 0x2010 && c <= 0x2015;
	}
}

bool sign_is_odd_head(int32_t c)
{
	return c == 0xBB || c == 0x203A || c == 0x276F || c == 0xFE65 || c == 0xFF1E || c == 0xFF5C;
}

const char *sign_blanks_skip(const char *at, const char *end)
{
	while (at < end && sign_is_blank(*at))
		at++;
	return at;
}

/* Behind the name of a field, in quotation marks or not; `at` where there is none. */
const char *sign_name_skip(const char *at, const char *end)
{
	const char *from = at;
	size_t bytes;
	if (at < end && (*at == '"' || *at == '\'')) {
		for (at++; at < end && *at != *from; at++)
			if (*at == '\\')
				return from;
		return at < end ? at + 1 : from;
	}
	for (; at < end; at += bytes) {
		int32_t code = sign_code(at, end, &bytes);
		if (!text_is_word(code) && code != '-' && code != '_')
			break;
	}
	return at;
}

/* Behind the blanks of every kind; *odd is the first that is none of the keyboard's, or NULL, and
 * *columns how wide they are seen. */
const char *sign_spaces_skip(const char *at, const char *end, const char **odd, int *columns)
{
	size_t bytes;
	*odd = NULL;
	for (*columns = 0; at < end; at += bytes) {
		int32_t code = sign_code(at, end, &bytes);
		if (!sign_is_blank(*at) && !sign_is_odd_space(code))
			break;
		if (!sign_is_blank(*at) && !*odd)
			*odd = at;
		*columns += sign_is_blank(*at) ? 1
			: look_is_space(code)  ? text_code_width(code)
					       : 0;
	}
	return at;
}

/* A space; what is not seen at all is part of a name, and told of there. `at` may be NULL. */
bool sign_is_space_at(const char *at, const char *end)
{
	size_t bytes;
	return at && look_is_space(sign_code(at, end, &bytes));
}

/* ---- the first look ---- */

bool sign_is_odd_at(const char *at, const char *end)
{
	size_t bytes;
	return at < end && (unsigned char)*at >= 0x80 &&
		sign_is_odd_space(sign_code(at, end, &bytes));
}

/* Where fields and items stand in one line. */
static bool flow_is_odd(const char *at, const char *end)
{
	size_t bytes;
	for (; at < end; at += bytes ? bytes : 1) {
		int32_t code = sign_code(at, end, &bytes);
		if (code >= 0x80 ? sign_is_odd_colon(code)
				 : code && strchr("{[,:", code) && sign_is_odd_at(at + 1, end))
			return true;
	}
	return false;
}

/* The beginning of a block text with something in it that is none of YAML's. */
static bool head_is_odd(const char *at, const char *end)
{
	enum { LEN_MOST = 64 };
	size_t bytes;
	if (at == end || end - at > LEN_MOST)
		return false;
	if (*at != '|' && *at != '>')
		return sign_is_odd_head(sign_code(at, end, &bytes));
	for (at++; at < end && *at != '#'; at++)
		if ((unsigned char)*at >= 0x80)
			return true;
	return false;
}

static bool line_is_odd(const char *at, const char *end)
{
	size_t bytes;
	int columns;
	at = sign_blanks_skip(at, end);
	while (at + 1 < end && *at == '-' && sign_is_blank(at[1]))
		at = sign_blanks_skip(at + 1, end);
	if (sign_is_odd_at(at, end) || (at < end && *at == '-' && sign_is_odd_at(at + 1, end)))
		return true;
	if (at < end && (unsigned char)*at >= 0x80) {
		int32_t code = sign_code(at, end, &bytes);
		if (sign_is_odd_dash(code) || code == 0xFF03)
			return true;
	}
	if (at < end && (*at == '{' || *at == '['))
		return flow_is_odd(at, end);
	const char *odd, *colon = sign_spaces_skip(sign_name_skip(at, end), end, &odd, &columns);
	if (colon == end || *colon != ':')
		return sign_is_odd_colon(sign_code(colon, end, &bytes));
	const char *value = sign_blanks_skip(colon + 1, end);
	return sign_is_space_at(odd, colon) || sign_is_odd_at(colon + 1, end) ||
		sign_is_odd_at(value, end) || head_is_odd(value, end) ||
		(value < end && (*value == '{' || *value == '[') && flow_is_odd(value, end));
}

const char *sign_line_end(const char *at, const char *end)
{
	const char *feed = memchr(at, '\n', (size_t)(end - at));
	feed = feed ? feed : end;
	const char *back = memchr(at, '\r', (size_t)(feed - at));
	return back ? back : feed;
}

/* Behind the line's break. */
const char *sign_line_next(const char *at, const char *end)
{
	if (at == end)
		return end;
	return at + (end - at > 1 && at[0] == '\r' && at[1] == '\n' ? 2 : 1);
}

/* Bytes that an odd sign may begin with: no letter of Latin, Greek, Cyrillic and Armenian does. */
static bool may_be_odd(unsigned char c)
{
	return c >= 0xd6 || c == 0xc2 || c == 0xcb || c == 0xcd;
}

static block block_may_be_odd(const char *at)
{
	block c = block_at(at);
	return (block)((c >= 0xd6) | (c == 0xc2) | (c == 0xcb) | (c == 0xcd));
}

static const char *next_odd(const char *at, const char *end)
{
	while (end - at >= BLOCKS_BYTES &&
		!block_any(block_may_be_odd(at) | block_may_be_odd(at + BLOCK_BYTES) |
			block_may_be_odd(at + 2 * BLOCK_BYTES) |
			block_may_be_odd(at + 3 * BLOCK_BYTES)))
		at += BLOCKS_BYTES;
	while (at < end && !may_be_odd((unsigned char)*at))
		at++;
	return at;
}

/* Where the line begins that holds `at`; `from` is where one does. */
static const char *line_start(const char *from, const char *at)
{
	while (at > from && at[-1] != '\n' && at[-1] != '\r')
		at--;
	return at;
}

/* Whether a line is odd in which one of them stands. */
static bool any_odd_sign(const char *from, const char *end)
{
	for (const char *at = from; (at = next_odd(at, end)) < end; from = at) {
		const char *to = sign_line_end(at, end);
		if (line_is_odd(line_start(from, at), to))
			return true;
		at = sign_line_next(to, end);
	}
	return false;
}

/* Whether a line is odd in which anything but ASCII stands behind the sign of a block text. */
static bool any_odd_head(const char *from, const char *end, char sign)
{
	for (const char *at = from; (at = memchr(at, sign, (size_t)(end - at))); from = at) {
		const char *to = sign_line_end(at, end);
		if (at + text_ascii_len(at, (size_t)(to - at)) < to &&
			line_is_odd(line_start(from, at), to))
			return true;
		at = sign_line_next(to, end);
	}
	return false;
}

/* The file is brought into the cache once, some lines at a time. */
bool sign_any_odd(const char *at, const char *end)
{
	enum { SOME = 64 * 1024 };
	const char *to;
	for (; at < end; at = to) {
		to = end - at > SOME ? sign_line_next(sign_line_end(at + SOME, end), end) : end;
		if (any_odd_sign(at, to) || any_odd_head(at, to, '|') || any_odd_head(at, to, '>'))
			return true;
	}
	return false;
}
