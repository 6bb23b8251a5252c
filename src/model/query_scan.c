/* A date is what is made of the signs of EDTF, well-formed or not, or stands in the words in which truce
 * shows one. All of it is looked at once. */
#include "model/query_scan.h"

#include "base/text.h"
#include "model/date.h"

#include <string.h>

size_t scan_space(const char *at, const char *end)
{
	size_t bytes;
	return text_is_space(text_decode(at, (size_t)(end - at), &bytes)) ? bytes : 0;
}

size_t scan_mark(const char *at, const char *end)
{
	size_t bytes;
	int32_t code = text_decode(at, (size_t)(end - at), &bytes);
	return code == '"' || (code >= 0x201C && code <= 0x201F) ? bytes : 0;
}

const char *scan_word(const char *at, const char *end, bool comma)
{
	size_t bytes = 0;
	for (; at < end; at += bytes) {
		if (scan_space(at, end) || scan_mark(at, end) || (comma && *at == ','))
			break;
		text_decode(at, (size_t)(end - at), &bytes);
	}
	return at;
}

bool scan_is_year(const char *at, const char *end)
{
	return end - at >= 5 && *at == '-' && text_is_figure(at[1]) && text_is_figure(at[2]) &&
		text_is_figure(at[3]) && text_is_figure(at[4]);
}

const char *scan_letters(const char *at, const char *end)
{
	size_t bytes;
	for (; at < end; at += bytes) {
		int32_t code = text_decode(at, (size_t)(end - at), &bytes);
		if (!text_is_letter(code) && code != '_' && code != '-')
			break;
	}
	return at;
}

const char *scan_colon(const char *start, const char *end)
{
	const char *at = scan_letters(start, end);
	return at > start && at < end && *at == ':' ? at : NULL;
}

/* What dates are made of; between brackets spaces too. */
static bool is_date_sign(char c)
{
	return text_is_figure(c) || strchr("X?~%.,/:-+YESTZ", c);
}

/* The bracket that closes a set of dates, or NULL: only signs of dates stand before it. */
static const char *set_close(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || is_date_sign(*at)))
		at++;
	return at < end && (*at == ']' || *at == '}') ? at : NULL;
}

/* Where what is made of the signs of EDTF ends that begins here, well-formed or not; NULL where
 * nothing does. A set goes on to its bracket. */
static const char *edtf_end(const char *at, const char *end)
{
	const char *to = scan_word(at, end, false), *close = NULL;
	if (*at == '[' || *at == '{') {
		close = set_close(++at, end);
		to = close ? scan_word(close, end, false) : to;
	}
	if (at >= to)
		return NULL;
	if (text_is_figure(*at) || scan_is_year(at, to))
		return to;
	if (to - at >= 2 && at[0] == '.' && at[1] == '.' && (to - at == 2 || at[2] != '.'))
		return to;
	bool digits = false;
	for (const char *c = at; c < (close ? close : to); c++) {
		if (*c != ' ' && !is_date_sign(*c))
			return NULL;
		digits = digits || text_is_figure(*c);
	}
	return digits && strchr("X?~%/Y", *at) ? to : NULL;
}

const char *scan_dates(const char *at, const char *end)
{
	size_t words = date_typed_len(at, (size_t)(end - at));
	const char *to = words ? at + words : edtf_end(at, end);
	bool set = !words && (*at == '[' || *at == '{');
	while (to && !set && at < to) {
		if (words && (at += words) >= to) /* what hangs on it, as ".." */
			to = scan_word(at, end, false);
		for (; at < to && *at != ','; at++)
			if (*at == '.' && at + 1 < to && at[1] == '.') {
				at++;
				break;
			}
		at += at < to;
		words = at < to ? date_typed_len(at, (size_t)(end - at)) : 0;
	}
	return to;
}
