/* Two bytes of the needle are looked for, those that are rarest in folded text: where both stand as far
 * apart as in the needle, the rest is compared. "treaty" is looked for by its "y" and the "a" two before
 * it. A block of places is asked at once, in a loop that compilers make vectors of. A byte that is seldom, as
 * "z" in English, is looked for alone, which memchr does several times as quickly. What is rare differs from
 * record to record, by its languages and names, so a search counts the bytes of a sample of its text.
 *
 * memmem is in every C library, and in POSIX since 2024; older headers show it to GNU sources only. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "query/needle.h"

#include "base/text.h"

#include <stdint.h>
#include <string.h>

enum {
	BLOCK = 64,
	SELDOM = 5,   /* among a thousand: such a byte may be looked for by itself, */
	BEGIN = 1024, /* and how many bytes on it is told whether it is seldom here */
	PIECES = 16,  /* of a text are its sample, */
	PIECE = 4096, /* of so many bytes */
};

/* About how often a byte stands among a thousand; 0: seldom. The first bytes of letters of other
 * scripts are as common as those are, where they are written. */
/* clang-format off */
static const struct needle_bytes english = {{
	[' '] = 170, ['e'] = 100, ['t'] = 75, ['a'] = 70, ['o'] = 65, ['n'] = 60, ['i'] = 60,
	['s'] = 55, ['r'] = 50, ['h'] = 45, ['l'] = 35, ['d'] = 33, ['c'] = 25, ['u'] = 24,
	['m'] = 22, ['f'] = 18, ['p'] = 17, ['g'] = 16, ['w'] = 15, ['y'] = 14, ['b'] = 12,
	[','] = 12, ['.'] = 11, ['v'] = 9, ['k'] = 7, ['-'] = 5, ['\''] = 5, ['1'] = 4, ['9'] = 4,
	['0'] = 3, ['2'] = 3, ['x'] = 2, ['j'] = 2, ['q'] = 1, ['z'] = 1,
	[0xce] = 80, [0xcf] = 60, [0xd0] = 120, [0xd1] = 80, [0xd7] = 120, [0xd8] = 80, [0xd9] = 80,
	[0xe2] = 10, [0x80] = 20, [0x81] = 20, [0x82] = 20, [0xb0] = 20, [0xb5] = 20, [0xb8] = 20,
	[0xbd] = 20, [0xbe] = 20,
}};
/* clang-format on */

/* From places that lie as far apart as they can. A byte that is there is no rarer than one among a thousand. */
void needle_bytes_count(struct needle_bytes *bytes, const char *text, size_t len)
{
	uint32_t counts[256] = {0}, all = 0;
	size_t apart = len / PIECES > PIECE ? len / PIECES : PIECE;
	for (size_t at = 0; at < len; at += apart)
		for (size_t i = at; i < len && i < at + PIECE; i++, all++)
			counts[(unsigned char)text[i]]++;
	for (int i = 0; i < 256; i++) {
		uint32_t often = (uint32_t)(((uint64_t)counts[i] * 1000 + all) / (all + 1));
		bytes->of[i] = often < UINT8_MAX ? (uint8_t)often : UINT8_MAX;
	}
}

/* The places of the two rarest bytes; the same one twice in a needle of one. */
static struct needle_aim aim_of(const struct needle *needle, const struct needle_bytes *bytes)
{
	const unsigned char *text = (const unsigned char *)needle->text;
	size_t one = 0, other = needle->len - 1;
	for (size_t i = 0; i < needle->len; i++)
		if (bytes->of[text[i]] < bytes->of[text[one]])
			one = i;
	if (one == other)
		other = 0;
	for (size_t i = 0; i < needle->len; i++)
		if (i != one && bytes->of[text[i]] < bytes->of[text[other]])
			other = i;
	return (struct needle_aim){true, bytes->of[text[one]] <= SELDOM, one, other};
}

void needle_aim(struct needle *needle, const struct needle_bytes *bytes)
{
	needle->aim = aim_of(needle, bytes ? bytes : &english);
}

static bool block_has(const char *one, const char *other, char wanted, char wanted_other)
{
	uint8_t any = 0;
	for (int i = 0; i < BLOCK; i++)
		any |= (uint8_t)((one[i] == wanted) & (other[i] == wanted_other));
	return any;
}

/* The next place by its rarest byte alone, as long as that stands in fewer than one of so many blocks; *at is
 * then how far it has been looked for, else NULL. */
static const char *seldom_find(
	const struct needle *needle, size_t one, const char **at, const char *end)
{
	const char *begin = *at, *rare;
	size_t len = needle->len;
	for (size_t missed = 0; (size_t)(end - *at) >= len; missed++) {
		if (missed * BLOCK > (size_t)(*at - begin) + BEGIN)
			return NULL;
		rare = memchr(*at + one, needle->text[one], (size_t)(end - *at) - len + 1);
		if (!rare)
			break;
		if (memcmp(rare - one, needle->text, len) == 0)
			return rare - one;
		*at = rare - one + 1;
	}
	*at = NULL;
	return NULL;
}

static const char *place_find(const struct needle *needle, const char *at, const char *end)
{
	const struct needle_aim aim = needle->aim.known ? needle->aim : aim_of(needle, &english);
	const char *text = needle->text;
	size_t len = needle->len, one = aim.one, other = aim.other;
	if (aim.seldom) {
		const char *found = seldom_find(needle, one, &at, end);
		if (found || !at)
			return found;
	}
	for (; (size_t)(end - at) >= BLOCK + len; at += BLOCK) {
		if (!block_has(at + one, at + other, text[one], text[other]))
			continue;
		const char *last = at + one + BLOCK;
		for (const char *rare = at + one;
			(rare = memchr(rare, text[one], (size_t)(last - rare))) != NULL; rare++)
			if (rare[(ptrdiff_t)other - (ptrdiff_t)one] == text[other] &&
				memcmp(rare - one, text, len) == 0)
				return rare - one;
	}
	return memmem(at, (size_t)(end - at), text, len);
}

/* Folded text is UTF-8, and before the first byte of a search a line ends. */
static bool is_whole(const char *start, const char *at, const char *behind, const char *end)
{
	size_t bytes;
	if (behind < end && text_is_word(text_decode(behind, (size_t)(end - behind), &bytes)))
		return false;
	return !text_is_word(text_last(start, (size_t)(at - start)));
}

const char *needle_find(const struct needle *needle, const char *at, const char *end)
{
	const char *start = at;
	while ((at = place_find(needle, at, end)) != NULL) {
		if (!needle->whole || is_whole(start, at, at + needle->len, end))
			return at;
		at++;
	}
	return NULL;
}
