/* A character, and at most a word, is enough to know what a term is. */
#include "model/query_scan.h"

#include "base/text.h"

#include <string.h>

static bool code_is_space(int32_t code)
{
	return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0xA0 ||
		code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
		code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

size_t query_space(const char *at, const char *end)
{
	size_t bytes;
	return code_is_space(text_decode(at, (size_t)(end - at), &bytes)) ? bytes : 0;
}

size_t query_mark(const char *at, const char *end)
{
	size_t bytes;
	int32_t code = text_decode(at, (size_t)(end - at), &bytes);
	return code == '"' || (code >= 0x201C && code <= 0x201F) ? bytes : 0;
}

const char *query_word_end(const char *at, const char *end, bool comma)
{
	size_t bytes = 0;
	for (; at < end; at += bytes) {
		if (query_space(at, end) || query_mark(at, end) || (comma && *at == ','))
			break;
		text_decode(at, (size_t)(end - at), &bytes);
	}
	return at;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool query_is_year(const char *at, const char *end)
{
	return end - at >= 5 && *at == '-' && is_digit(at[1]) && is_digit(at[2]) &&
		is_digit(at[3]) && is_digit(at[4]);
}

const char *query_colon(const char *at, const char *end)
{
	size_t bytes;
	const char *start = at;
	for (; at < end && *at != ':'; at += bytes) {
		int32_t code = text_decode(at, (size_t)(end - at), &bytes);
		if (!text_is_letter(code) && code != '_' && code != '-')
			return NULL;
	}
	return at > start && at < end ? at : NULL;
}

/* What dates are made of; between brackets spaces too. */
static bool is_date_sign(char c)
{
	return is_digit(c) || strchr("X?~%.,/:-+YESTZ", c);
}

/* The bracket that closes a set of dates, or NULL: only signs of dates stand before it. */
static const char *set_close(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || is_date_sign(*at)))
		at++;
	return at < end && (*at == ']' || *at == '}') ? at : NULL;
}

const char *query_date_end(const char *at, const char *end)
{
	const char *to = query_word_end(at, end, false), *close = NULL;
	if (*at == '[' || *at == '{') {
		close = set_close(++at, end);
		to = close ? query_word_end(close, end, false) : to;
	}
	if (at >= to)
		return NULL;
	if (is_digit(*at) || query_is_year(at, to))
		return to;
	if (to - at >= 2 && at[0] == '.' && at[1] == '.' && (to - at == 2 || at[2] != '.'))
		return to;
	bool digits = false;
	for (const char *c = at; c < (close ? close : to); c++) {
		if (*c != ' ' && !is_date_sign(*c))
			return NULL;
		digits = digits || is_digit(*c);
	}
	return digits && strchr("X?~%/Y", *at) ? to : NULL;
}
