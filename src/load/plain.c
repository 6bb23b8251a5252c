/* One code point at a time; what is not in the table stays as it is. A run of dashes is one dash, as "--" is
 * how a typewriter writes a long one. */
#include "load/plain.h"

#include "base/text.h"

#include <stdbool.h>
#include <string.h>

/* U+2010-2015, 2212 and the like are dashes; soft hyphens are no words at all. */
static bool is_dash(int32_t code)
{
	return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212 ||
		code == 0x2e3a || code == 0x2e3b || code == 0xfe58 || code == 0xfe63 ||
		code == 0xff0d;
}

static bool is_white(int32_t code)
{
	return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0xa0 ||
		code == 0x1680 || (code >= 0x2000 && code <= 0x200a) || code == 0x2028 ||
		code == 0x2029 || code == 0x202f || code == 0x205f || code == 0x3000;
}

/* The plain form, or NULL where the code point stands for itself. */
static const char *plain_form(int32_t code)
{
	if (code == 0x2018 || code == 0x2019 || code == 0x201a || code == 0x201b ||
		code == 0x2039 || code == 0x203a)
		return "'";
	if ((code >= 0x201c && code <= 0x201f) || code == 0xab || code == 0xbb)
		return "\"";
	return code == 0x2026 ? "..." : NULL;
}

void plain_fold(struct buf *buf, const char *text, size_t len)
{
	size_t start = buf->len, bytes;
	bool space = false, dash = false;
	for (size_t at = 0; at < len; at += bytes) {
		int32_t code = text_decode(text + at, len - at, &bytes);
		if (is_white(code)) {
			space = buf->len > start;
			continue;
		}
		if (space)
			buf_char(buf, ' ');
		bool again = is_dash(code) && dash && !space;
		dash = is_dash(code);
		space = false;
		const char *plain = dash ? "-" : plain_form(code);
		if (again)
			continue;
		if (plain)
			buf_text(buf, plain);
		else
			buf_add(buf, text + at, bytes);
	}
}
