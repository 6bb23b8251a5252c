/* Every text of a record passes here, so 32 bytes are looked at together, in a loop that compilers turn into
 * vector instructions: none of them below a space, none DEL, none that begins U+0080-00BF (0xC2) or
 * U+2000-2FFF (0xE2). Only where one may be is the text decoded. */
#include "load/control.h"

#include "base/text.h"

#include <stdbool.h>

enum { BLOCK = 32 };

static bool is_suspect(const unsigned char *bytes)
{
	unsigned char any = 0;
	for (int i = 0; i < BLOCK; i++) {
		unsigned char byte = bytes[i];
		/* 0xC2 and 0xE2 differ in one bit. */
		any |= (unsigned char)((byte < 0x20) | (byte == 0x7f) | ((byte | 0x20) == 0xe2));
	}
	return any;
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
	for (; at + BLOCK <= len; at += BLOCK) {
		if (!is_suspect((const unsigned char *)text + at))
			continue;
		int32_t code = look(text, at, at + BLOCK, len);
		if (code >= 0)
			return code;
	}
	/* What is left is looked at together with bytes that were seen before, if there are enough. */
	if (len >= BLOCK && at < len && !is_suspect((const unsigned char *)text + len - BLOCK))
		return -1;
	return look(text, at, len, len);
}
