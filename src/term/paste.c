/* Bytes are kept as they come, and read as characters when the end is there. */
#include "term/paste.h"

#include "base/text.h"

#include <stdint.h>
#include <wchar.h>

enum { MARK_DIGIT = 4 }; /* the byte in which the marks differ */

static const char mark[] = "\033[20?~";

static void bytes_add(struct paste *paste, const char *bytes, size_t len)
{
	size_t room = PASTE_MOST - paste->bytes.len;
	buf_add(&paste->bytes, bytes, len < room ? len : room);
}

void paste_begin(struct paste *paste)
{
	buf_clear(&paste->bytes);
	paste->mark = 0;
}

/* What was taken for a mark is text. */
static void mark_broken(struct paste *paste)
{
	bytes_add(paste, mark, (size_t)(paste->mark > MARK_DIGIT ? MARK_DIGIT : paste->mark));
	if (paste->mark > MARK_DIGIT)
		bytes_add(paste, paste->closes ? "1" : "0", 1);
	paste->mark = 0;
}

bool paste_add(struct paste *paste, unsigned char byte)
{
	const char text = (char)byte;
	bool digit = paste->mark == MARK_DIGIT && (byte == '0' || byte == '1');
	if (!digit && text != mark[paste->mark])
		mark_broken(paste);
	if (digit)
		paste->closes = byte == '1';
	if (!digit && text != mark[paste->mark]) {
		bytes_add(paste, &text, 1);
		return false;
	}
	if (++paste->mark < (int)sizeof mark - 1)
		return false;
	paste->mark = 0;
	return paste->closes;
}

/* Some libraries let halves of surrogate pairs pass, and numbers that are no code points. */
static bool is_character(wchar_t sign)
{
	return sign < 0x110000 && (sign < 0xd800 || sign > 0xdfff);
}

static void decode(struct buf *out, const char *bytes, size_t len)
{
	mbstate_t state = {0};
	size_t at = 0;
	while (at < len) {
		char text[8];
		wchar_t sign = 0;
		size_t got = mbrtowc(&sign, bytes + at, len - at, &state);
		if (got == (size_t)-2)
			return;
		if (got == (size_t)-1 || !is_character(sign)) {
			state = (mbstate_t){0};
			sign = 0xfffd;
			got = 1;
		}
		at += got > 0 ? got : 1; /* a NUL is one byte */
		buf_add(out, text, text_encode((int32_t)sign, text));
	}
}

bool paste_end(struct paste *paste)
{
	buf_clear(&paste->text);
	decode(&paste->text, buf_string(&paste->bytes), paste->bytes.len);
	buf_free(&paste->bytes);
	return paste->text.len > 0;
}

void paste_free(struct paste *paste)
{
	buf_free(&paste->bytes);
	buf_free(&paste->text);
}
