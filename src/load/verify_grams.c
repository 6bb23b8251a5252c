/* White space and dashes are not part of a gram, since at the end of a line the text may have others than
 * the words looked for. All other bytes are the same in both, so counting them back from a gram leads to where
 * the words must begin. */
#include "load/verify_grams.h"

#include "base/text.h"
#include "load/plain.h"

enum { GRAM = sizeof((struct verify_grams *)0)->ring / sizeof(size_t) };

bool verify_is_loose(char c)
{
	return c == ' ' || c == '-' || c == PLAIN_BREAK || c == PLAIN_HYPHEN;
}

/* ---- where words begin and end ---- */

static int32_t code_before(const char *text, size_t at)
{
	size_t from = at - 1, bytes;
	while (from && at - from < 4 && ((unsigned char)text[from] & 0xc0) == 0x80)
		from--;
	return text_decode(text + from, at - from, &bytes);
}

static bool is_ascii_letter(int32_t code)
{
	return (code | 32) >= 'a' && (code | 32) <= 'z';
}

/* Letters of a script that writes spaces between words. */
static bool is_spaced_letter(int32_t code)
{
	if (code < 0x80)
		return is_ascii_letter(code);
	if (code >= 0x400 && code < 0x482)
		return true;
	return (code < 0xe00 || (code >= 0x10a0 && code < 0x1100) ||
		       (code >= 0x1e00 && code < 0x2000)) &&
		text_is_letter(code);
}

bool verify_is_boundary(const char *text, size_t len, size_t at)
{
	size_t bytes;
	if (at == 0 || at >= len || verify_is_loose(text[at - 1]) || verify_is_loose(text[at]))
		return true;
	int32_t next = text_decode(text + at, len - at, &bytes), before = code_before(text, at);
	if (text_is_mark(next))
		return false;
	if (text_is_digit(before) && text_is_digit(next))
		return false;
	return !is_spaced_letter(before) || !is_spaced_letter(next);
}

/* ---- grams ---- */

bool verify_grams_next(struct verify_grams *grams, size_t *start, uint64_t *gram)
{
	while (grams->at < grams->len) {
		char c = grams->text[grams->at];
		if (verify_is_loose(c)) {
			grams->at++;
			continue;
		}
		/* Bit 5 tells capital letters from small ones, in Latin and mostly in Cyrillic. */
		grams->gram = grams->gram << 8 | ((unsigned char)c | 0x20);
		grams->ring[grams->count++ % GRAM] = grams->at++;
		size_t at = grams->ring[grams->count % GRAM];
		if (grams->count < GRAM || ((unsigned char)grams->text[at] & 0xc0) == 0x80 ||
			!verify_is_boundary(grams->text, grams->len, at))
			continue;
		*start = at;
		*gram = grams->gram;
		return true;
	}
	return false;
}

size_t verify_words_solid(const char *text, size_t len)
{
	size_t count = 0;
	for (size_t i = 0; i < len; i++)
		count += !verify_is_loose(text[i]);
	return count;
}
