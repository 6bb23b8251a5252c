/* UTF-8, and what of it is harmful.
 *
 * The decoder is strict: no overlong forms, no surrogates, nothing above U+10FFFF. A byte that
 * begins nothing valid is one U+FFFD by itself, so that a reader of hostile bytes always moves on. */
#include "base/text.h"

#include <string.h>

int32_t text_decode(const char *text, size_t len, size_t *bytes)
{
	const unsigned char *b = (const unsigned char *)text;
	*bytes = len > 0;
	if (len > 0 && b[0] < 0x80)
		return b[0];
	if (len >= 2 && b[0] >= 0xC2 && b[0] < 0xE0 && text_is_inside(text[1])) {
		*bytes = 2;
		return (b[0] & 0x1F) << 6 | (b[1] & 0x3F);
	}
	if (len >= 3 && b[0] >= 0xE0 && b[0] < 0xF0 && text_is_inside(text[1]) &&
		text_is_inside(text[2])) {
		int32_t c = (b[0] & 0x0F) << 12 | (b[1] & 0x3F) << 6 | (b[2] & 0x3F);
		if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) {
			*bytes = 3;
			return c;
		}
	}
	if (len >= 4 && b[0] >= 0xF0 && b[0] < 0xF5 && text_is_inside(text[1]) &&
		text_is_inside(text[2]) && text_is_inside(text[3])) {
		int32_t c = (b[0] & 0x07) << 18 | (b[1] & 0x3F) << 12 | (b[2] & 0x3F) << 6 |
			(b[3] & 0x3F);
		if (c >= 0x10000 && c <= 0x10FFFF) {
			*bytes = 4;
			return c;
		}
	}
	return 0xFFFD;
}

size_t text_length(const char *text, size_t len)
{
	size_t count = 0;
	for (size_t at = 0; at < len; at++)
		count += !text_is_inside(text[at]);
	return count;
}

size_t text_encode(int32_t c, char *out)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

size_t text_valid(const char *text, size_t len)
{
	size_t at = 0;
	while (at < len) {
		uint64_t word;
		while (len - at >= sizeof word) {
			memcpy(&word, text + at, sizeof word);
			if (word & 0x8080808080808080u)
				break;
			at += sizeof word;
		}
		if (at == len)
			break;
		size_t bytes;
		text_decode(text + at, len - at, &bytes);
		if (bytes == 1 && (unsigned char)text[at] >= 0x80)
			return at;
		at += bytes;
	}
	return len;
}

bool text_is_control(int32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
		(c >= 0x2066 && c <= 0x2069);
}

/* Beyond the controls: the line breaks of Unicode, the deprecated switches of form, and the
 * characters that hide an annotation in a text. */
bool text_is_harmful(int32_t c)
{
	if (c < 0x2028)
		return c < 0x20 || (c >= 0x7F && c < 0xA0);
	return text_is_control(c) || c == 0x2028 || c == 0x2029 || (c >= 0x206A && c <= 0x206F) ||
		(c >= 0xFFF9 && c <= 0xFFFB);
}
