/* Folding for search: every code point is folded by itself, so a folded text is its parts folded.
 *
 * ASCII goes through sixteen bytes at a time, in loops that the compiler turns into vector
 * instructions; Latin letters with a mark by a string, Russian and Ukrainian ones by arithmetic;
 * the rest through the Unicode database, the table of plain forms (text_cell.c) and that of letters
 * (text_letter.c). The output passes through a
 * small block, so that the buffer is asked for room once a block. */
#include "base/text.h"

#include "base/text_unicode.h"

#include <string.h>

enum {
	BLOCK = 1024,
	ROOM = TEXT_PARTS_MOST * 4, /* what one step may write */
	STEP = 16,
	IOTA_BELOW = 0x345,
};

struct folding {
	struct buf *buf;
	size_t len;
	char block[BLOCK];
};

static void flush(struct folding *fold)
{
	buf_add(fold->buf, fold->block, fold->len);
	fold->len = 0;
}

static char fold_byte(char c)
{
	unsigned char byte = (unsigned char)c;
	byte = (unsigned char)(byte + ((unsigned char)(byte - 'A') < 26) * 32);
	return (char)((unsigned char)(byte - '\t') < 5 ? ' ' : byte);
}

/* Takes sixteen bytes of ASCII at a time, and returns where it found something else. */
static const char *fold_ascii(struct folding *fold, const char *at, const char *end)
{
	while (end - at >= STEP) {
		uint64_t low, high;
		memcpy(&low, at, 8);
		memcpy(&high, at + 8, 8);
		if ((low | high) & 0x8080808080808080u)
			break;
		if (fold->len > BLOCK - STEP)
			flush(fold);
		char *out = fold->block + fold->len;
		for (int i = 0; i < STEP; i++)
			out[i] = fold_byte(at[i]);
		fold->len += STEP;
		at += STEP;
	}
	return at;
}

static void add_plain(struct folding *fold, const char *plain)
{
	while (*plain)
		fold->block[fold->len++] = *plain++;
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

static void fold_code(struct folding *fold, int32_t c)
{
	if (c >= 0xC0 && c < 0x180 && latin[c - 0xC0] != '.') {
		fold->block[fold->len++] = latin[c - 0xC0];
		return;
	}
	int32_t cyrillic = fold_cyrillic(c);
	if (cyrillic) {
		fold->len += text_encode(cyrillic, fold->block + fold->len);
		return;
	}
	if (text_is_unseen(c))
		return;
	const char *plain = text_plain_folded(c);
	if (plain) {
		add_plain(fold, plain);
		return;
	}
	int32_t parts[TEXT_PARTS_MOST];
	int count = fold_parts(c, parts);
	for (int i = 0; i < count; i++) {
		if (text_is_diacritic(parts[i]) || text_is_unseen(parts[i]))
			continue;
		plain = text_plain_folded(parts[i]);
		int32_t letter = text_letter_plain(parts[i]);
		if (plain)
			add_plain(fold, plain);
		else if (letter)
			fold->len += text_encode(letter, fold->block + fold->len);
	}
}

void text_fold(struct buf *buf, const char *text, size_t len)
{
	const char *at = text, *end = text + len;
	struct folding fold;
	fold.buf = buf;
	fold.len = 0;
	while (at < end) {
		at = fold_ascii(&fold, at, end);
		if (at == end)
			break;
		if (fold.len > BLOCK - ROOM)
			flush(&fold);
		if ((unsigned char)*at < 0x80) {
			fold.block[fold.len++] = fold_byte(*at++);
			continue;
		}
		size_t bytes;
		int32_t c = text_decode(at, (size_t)(end - at), &bytes);
		fold_code(&fold, c);
		at += bytes;
	}
	flush(&fold);
}
