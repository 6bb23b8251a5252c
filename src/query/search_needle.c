/* memmem, which every C library has and POSIX since 2024; older headers show it to GNU sources only. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#ifdef __APPLE__
#define _DARWIN_C_SOURCE
#endif
#include "query/search_needle.h"

#include "base/text.h"

#include <string.h>

static bool is_word(int32_t code)
{
	return text_is_letter(code) || text_is_digit(code) || text_is_mark(code);
}

/* Folded text is UTF-8, and before the first byte of a search a line ends. */
static bool is_whole(const char *start, const char *at, const char *behind, const char *end)
{
	size_t bytes;
	if (behind < end && is_word(text_decode(behind, (size_t)(end - behind), &bytes)))
		return false;
	if (at == start)
		return true;
	const char *before = at - 1;
	while (before > start && ((unsigned char)*before & 0xc0) == 0x80)
		before--;
	return !is_word(text_decode(before, (size_t)(at - before), &bytes));
}

const char *search_needle(const struct search_needle *needle, const char *at, const char *end)
{
	const char *start = at;
	while ((at = memmem(at, (size_t)(end - at), needle->text, needle->len)) != NULL) {
		if (!needle->whole || is_whole(start, at, at + needle->len, end))
			return at;
		at++;
	}
	return NULL;
}
