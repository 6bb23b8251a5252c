/* Folding for search: every code point is folded by itself, so a folded text is its parts folded.
 *
 * ASCII goes through sixteen bytes at a time, in loops that the compiler turns into vector
 * instructions: all sixteen are folded, and those before the first that is none are kept. Latin letters
 * with a mark go by a string, Russian and Ukrainian ones by arithmetic; the rest through the Unicode
 * database, the table of plain forms (text_cell.c) and that of letters (text_letter.c). */
#include "base/text.h"

#include "base/text_unicode.h"

#include <string.h>

enum {
	ROOM = TEXT_PARTS_MOST * 4, /* what one step may write, of a code point or of ASCII */
	STEP = 16,
	IOTA_BELOW = 0x345,
};

static char fold_byte(char c)
{
	unsigned char byte = (unsigned char)c;
	byte = (unsigned char)(byte + ((unsigned char)(byte - 'A') < 26) * 32);
	return (char)((unsigned char)(byte - '\t') < 5 ? ' ' : byte);
}

/* Folds sixteen bytes, and returns how many of them are ASCII before the first that is not. */
static int fold_step(const char *at, char *out)
{
	char block[STEP];
	uint64_t low, high;
	int count = 0;
	memcpy(block, at, STEP);
	for (int i = 0; i < STEP; i++)
		block[i] = fold_byte(block[i]);
	memcpy(out, block, STEP);
	memcpy(&low, at, 8);
	memcpy(&high, at + 8, 8);
	if (!((low | high) & 0x8080808080808080u))
		return STEP;
	while ((unsigned char)at[count] < 0x80)
		count++;
	return count;
}

static char *put_plain(const char *plain, char *out)
{
	while (*plain)
		*out++ = *plain++;
	return out;
}

/* The letters of Russian and Ukrainian, with those that Unicode decomposes; 0 for others. */
static int32_t fold_cyrillic(int32_t c)
{
	switch (c) {
	case 0x419: /* Й */
	case 0x439:
		return 0x438;
	case 0x401: /* Ё */
	case 0x451:
		return 0x435;
	case 0x404: /* Є */
	case 0x454:
		return 0x454;
	case 0x406: /* І */
	case 0x407: /* Ї */
	case 0x456:
	case 0x457:
		return 0x456;
	default:
		if (c < 0x410 || c >= 0x450)
			return 0;
		return c < 0x430 ? c + 0x20 : c;
	}
}

/* U+00C0 to U+017F where they fold to one letter; the rest is asked of the database. */
static const char latin[] = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
			    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll."
			    ".llnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* The iota below a Greek letter is a mark like others; folding its case would make a letter of it,
 * as would folding that of a letter with it. */
static bool has_iota_below(int32_t c)
{
	return c == IOTA_BELOW || c == 0x37A || (c >= 0x1F80 && c <= 0x1FFF);
}

/* The parts of a code point, in small letters, without the iota below. */
static int fold_parts(int32_t c, int32_t parts[TEXT_PARTS_MOST])
{
	int32_t whole[TEXT_PARTS_MOST];
	int count = 0;
	if (!has_iota_below(c))
		return text_parts(c, true, parts);
	int whole_count = text_parts(c, false, whole);
	for (int i = 0; i < whole_count; i++)
		if (whole[i] != IOTA_BELOW && count < TEXT_PARTS_MOST / 2)
			count += text_parts(whole[i], true, parts + count);
	return count;
}

/* What is no letter of fold_two. Returns where it wrote to. */
static char *fold_code(int32_t c, char *out)
{
	if (text_is_unseen(c))
		return out;
	const char *plain = text_plain_folded(c);
	if (plain)
		return put_plain(plain, out);
	int32_t parts[TEXT_PARTS_MOST];
	int count = fold_parts(c, parts);
	for (int i = 0; i < count; i++) {
		if (text_is_diacritic(parts[i]) || text_is_unseen(parts[i]))
			continue;
		plain = text_plain_folded(parts[i]);
		int32_t letter = text_letter_plain(parts[i]);
		if (plain)
			out = put_plain(plain, out);
		else if (letter)
			out += text_encode(letter, out);
	}
	return out;
}

/* A letter of two bytes, Latin or Cyrillic; NULL of anything else. */
static char *fold_two(const char *at, const char *end, char *out)
{
	unsigned char lead = (unsigned char)*at;
	if (end - at < 2 || lead < 0xC3 || lead > 0xD1 || !text_is_inside(at[1]))
		return NULL;
	int32_t c = (lead & 0x1F) << 6 | ((unsigned char)at[1] & 0x3F);
	if (c < 0x180 && latin[c - 0xC0] != '.') {
		*out = latin[c - 0xC0];
		return out + 1;
	}
	int32_t cyrillic = c < 0x400 ? 0 : fold_cyrillic(c);
	if (!cyrillic)
		return NULL;
	out[0] = (char)(0xC0 | cyrillic >> 6);
	out[1] = (char)(0x80 | (cyrillic & 0x3F));
	return out + 2;
}

/* Mostly the folded text is no longer than the text. */
void text_fold(struct buf *buf, const char *text, size_t len)
{
	const char *at = text, *end = text + len;
	char *out = buf_room(buf, len + ROOM), *last = out + len;
	while (at < end) {
		if (out > last) {
			buf->len = (size_t)(out - buf->text);
			out = buf_room(buf, (size_t)(end - at) + ROOM);
			last = out + (end - at);
		}
		if ((unsigned char)*at < 0x80) {
			int count = end - at >= STEP ? fold_step(at, out) : 1;
			if (count == 1)
				*out = fold_byte(*at);
			at += count;
			out += count;
			continue;
		}
		size_t bytes;
		char *behind = fold_two(at, end, out);
		if (behind) {
			out = behind;
			at += 2;
			continue;
		}
		int32_t c = text_decode(at, (size_t)(end - at), &bytes);
		out = fold_code(c, out);
		at += bytes;
	}
	*out = '\0';
	buf->len = (size_t)(out - buf->text);
}
