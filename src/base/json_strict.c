/* The brackets that are open are bits, the innermost lowest: 1 is a mapping. */
#include "base/json_strict.h"

#include <stdint.h>
#include <string.h>

enum { DEPTH_MOST = 64 };

/* What may come next: a value, or what closes the list; a name, or what closes the mapping; a comma or
 * that. */
enum next { NEXT_VALUE, NEXT_ITEM, NEXT_NAME, NEXT_FIELD, NEXT_COMMA };

static const char *spaces_skip(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r'))
		at++;
	return at;
}

/* Behind a text; NULL where its line does not close it. */
static const char *text_skip(const char *at, const char *end)
{
	for (at++; at < end && *at != '"'; at++) {
		if (*at == '\\')
			at++;
		if (at < end && (*at == '\n' || *at == '\r'))
			return NULL;
	}
	return at < end ? at + 1 : NULL;
}

/* Behind a number or a word that is a value; NULL where it is none. */
static const char *plain_skip(const char *at, const char *end)
{
	static const char *const words[] = {"true", "false", "null"};
	for (int i = 0; i < 3; i++) {
		size_t len = strlen(words[i]);
		if ((size_t)(end - at) >= len && memcmp(at, words[i], len) == 0)
			return at + len;
	}
	const char *from = at;
	at += at < end && *at == '-';
	if (at == end || *at < '0' || *at > '9')
		return NULL;
	while (at < end && *at && strchr("0123456789+-.eE", *at))
		at++;
	return at > from ? at : NULL;
}

/* Behind a text and its colon. */
static const char *name_skip(const char *at, const char *end)
{
	at = *at == '"' ? text_skip(at, end) : NULL;
	at = at ? spaces_skip(at, end) : end;
	return at < end && *at == ':' ? at + 1 : NULL;
}

static const char *value_skip(const char *at, const char *end)
{
	return *at == '"' ? text_skip(at, end) : plain_skip(at, end);
}

bool json_is_strict(const char *bytes, size_t len)
{
	const char *at = bytes, *end = bytes + len;
	uint64_t open = 0;
	int depth = 0;
	enum next next = NEXT_VALUE;
	while ((at = spaces_skip(at, end)) < end) {
		bool closes = *at == (open & 1 ? '}' : ']');
		if (closes && depth && next != NEXT_VALUE && next != NEXT_NAME) {
			open >>= 1;
			depth--;
			at++;
			next = NEXT_COMMA;
		} else if (next == NEXT_COMMA) {
			if (*at++ != ',' || !depth)
				return false;
			next = open & 1 ? NEXT_NAME : NEXT_VALUE;
		} else if (next == NEXT_NAME || next == NEXT_FIELD) {
			at = name_skip(at, end);
			next = NEXT_VALUE;
		} else if (*at == '{' || *at == '[') {
			if (depth++ == DEPTH_MOST)
				return false;
			open = open << 1 | (*at == '{');
			next = *at++ == '{' ? NEXT_FIELD : NEXT_ITEM;
		} else {
			at = value_skip(at, end);
			next = NEXT_COMMA;
		}
		if (!at)
			return false;
	}
	return !depth && next == NEXT_COMMA;
}
