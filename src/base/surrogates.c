/* The two escapes are twelve characters; so is \U0001f600\0, which stands for the same character and a
 * NUL. Handing on that moves no line and no column. A NUL is an error in a record, so one behind a
 * character above U+FFFF can only be ours, and is taken out of the text afterwards. Whether the escape
 * stood in double quotation marks is known only then; elsewhere it is plain text and is written back. */
#include "base/surrogates.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { PAIR = 12 };

/* The number of `count` hexadecimal digits; UINT32_MAX where they are none. */
static uint32_t hex_of(const unsigned char *digits, size_t count)
{
	uint32_t value = 0;
	for (size_t i = 0; i < count; i++) {
		unsigned char c = digits[i] | 0x20;
		if (digits[i] >= '0' && digits[i] <= '9')
			value = value << 4 | (uint32_t)(digits[i] - '0');
		else if (c >= 'a' && c <= 'f')
			value = value << 4 | (uint32_t)(c - 'a' + 10);
		else
			return UINT32_MAX;
	}
	return value;
}

/* Rewrites \ud83d\ude00 as \U0001f600\0. */
static bool pair_rewrite(unsigned char *at)
{
	if (at[1] != 'u' || at[6] != '\\' || at[7] != 'u')
		return false;
	uint32_t high = hex_of(at + 2, 4), low = hex_of(at + 8, 4);
	if (high < 0xd800 || high > 0xdbff || low < 0xdc00 || low > 0xdfff)
		return false;
	char escape[PAIR + 1];
	uint32_t code = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
	snprintf(escape, sizeof escape, "\\U%08x\\0", (unsigned)code);
	memcpy(at, escape, PAIR);
	return true;
}

/* Whether the escape at `offset` of the file is a NUL's, behind a character that a rewritten pair could
 * stand for: then the two cannot be told apart. */
static bool is_doubtful(const char *bytes, size_t len, size_t offset)
{
	const unsigned char *at = (const unsigned char *)bytes + offset;
	size_t left = len - offset;
	if (left < 2 || offset < 10)
		return false;
	size_t digits = at[1] == '0' ? 0 : at[1] == 'x' ? 2 : at[1] == 'u' ? 4 : 8;
	if ((digits == 8 && at[1] != 'U') || left < 2 + digits || hex_of(at + 2, digits))
		return false;
	return at[-4] >= 0xf0 || (at[-10] == '\\' && at[-9] == 'U');
}

size_t surrogates_join(struct surrogates *surrogates, const char *bytes, size_t len, size_t offset,
	unsigned char *buffer, size_t count)
{
	bool last = offset + count == len;
	unsigned char *end = buffer + count, *at = buffer;
	while (at < end && (at = memchr(at, '\\', (size_t)(end - at)))) {
		if (end - at < PAIR && !last)
			return (size_t)(at - buffer);
		if (is_doubtful(bytes, len, offset + (size_t)(at - buffer)))
			surrogates->doubtful = true;
		if (end - at >= PAIR && pair_rewrite(at)) {
			surrogates->joined = true;
			at += PAIR;
			continue;
		}
		at += 2;
	}
	return count;
}

/* Twelve bytes of plain text, \U0001f600\0, as they were. */
static void pair_restore(char *text)
{
	char escape[PAIR + 1];
	uint32_t code = hex_of((const unsigned char *)text + 2, 8) - 0x10000;
	snprintf(escape, sizeof escape, "\\u%04x\\u%04x", (unsigned)(0xd800 + (code >> 10 & 0x3ff)),
		(unsigned)(0xdc00 + (code & 0x3ff)));
	memcpy(text, escape, PAIR);
}

size_t surrogates_part(const struct surrogates *surrogates, char *text, size_t len, bool quoted)
{
	size_t to = 0, taken = 0;
	if (surrogates->doubtful)
		return len;
	for (size_t at = 0; at < len; at++) {
		if (quoted && !text[at] && to >= 4 && to != taken &&
			(unsigned char)text[to - 4] >= 0xf0) {
			taken = to;
			continue;
		}
		if (!quoted && len - at >= PAIR && text[at] == '\\' && text[at + 1] == 'U' &&
			text[at + PAIR - 2] == '\\' && text[at + PAIR - 1] == '0')
			pair_restore(text + at);
		text[to++] = text[at];
	}
	text[to] = '\0';
	return to;
}
