#include "base/base64.h"

#include <stdint.h>

void base64_add(struct buf *out, const char *bytes, size_t len)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t at = 0; at < len; at += 3) {
		size_t left = len - at;
		uint32_t three = (uint32_t)(unsigned char)bytes[at] << 16;
		if (left > 1)
			three |= (uint32_t)(unsigned char)bytes[at + 1] << 8;
		if (left > 2)
			three |= (uint32_t)(unsigned char)bytes[at + 2];
		buf_char(out, digits[three >> 18]);
		buf_char(out, digits[three >> 12 & 63]);
		buf_char(out, left > 1 ? digits[three >> 6 & 63] : '=');
		buf_char(out, left > 2 ? digits[three & 63] : '=');
	}
}
