/* Every text of a record passes here, so eight bytes are looked at together: none of them below a space,
 * none DEL, none that begins U+0080-00BF (0xC2) or U+2000-2FFF (0xE2). Only where one may be is the
 * text decoded. The tricks are those of "Bit Twiddling Hacks" (hasless, haszero). */
#include "load/control.h"

#include "base/text.h"

#include <stdbool.h>
#include <string.h>

static const uint64_t ones = UINT64_C(0x0101010101010101), tops = UINT64_C(0x8080808080808080);

/* Not zero where a byte of the word is zero. */
static uint64_t zeros(uint64_t word)
{
	return (word - ones) & ~word & tops;
}

static bool is_suspect(const char *bytes)
{
	uint64_t word;
	memcpy(&word, bytes, sizeof word);
	uint64_t low = (word - ones * 0x20) & ~word & tops;
	/* 0xC2 and 0xE2 differ in one bit: with it set both are 0xE2. */
	return (low | zeros(word ^ ones * 0x7f) | zeros((word | ones * 0x20) ^ ones * 0xe2)) != 0;
}

static int32_t look(const char *text, size_t from, size_t to, size_t len)
{
	for (size_t at = from; at < to; at++) {
		unsigned char byte = (unsigned char)text[at];
		if ((byte >= 0x20 && byte != 0x7f && byte != 0xc2 && byte != 0xe2) || byte == '\n')
			continue;
		size_t bytes;
		int32_t code = text_decode(text + at, len - at, &bytes);
		if (text_is_control(code))
			return code;
	}
	return -1;
}

int32_t control_find(const char *text, size_t len)
{
	size_t at = 0;
	int32_t code = -1;
	for (; at + 8 <= len && code < 0; at += 8)
		if (is_suspect(text + at))
			code = look(text, at, at + 8, len);
	return code < 0 ? look(text, at, len, len) : code;
}
