/* UTF-8, and what the Unicode database says of a character.
 *
 * The decoder is strict: no overlong forms, no surrogates, nothing above U+10FFFF. A byte that
 * begins nothing valid is one U+FFFD by itself, so that a reader of hostile bytes always moves on.
 *
 * utf8proc finds a code point's properties in two table look-ups. Most text is Latin, Greek or
 * Cyrillic, where the answer is known without them. */
#include "base/text.h"

#include "base/memory.h"
#include "base/text_unicode.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

int32_t text_decode(const char *text, size_t len, size_t *bytes)
{
	const unsigned char *b = (const unsigned char *)text;
	*bytes = len > 0;
	if (len > 0 && b[0] < 0x80)
		return b[0];
	if (len >= 2 && b[0] >= 0xC2 && b[0] < 0xE0 && text_is_inside(text[1])) {
		*bytes = 2;
		return (b[0] & 0x1F) << 6 | (b[1] & 0x3F);
	}
	if (len >= 3 && b[0] >= 0xE0 && b[0] < 0xF0 && text_is_inside(text[1]) &&
		text_is_inside(text[2])) {
		int32_t c = (b[0] & 0x0F) << 12 | (b[1] & 0x3F) << 6 | (b[2] & 0x3F);
		if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) {
			*bytes = 3;
			return c;
		}
	}
	if (len >= 4 && b[0] >= 0xF0 && b[0] < 0xF5 && text_is_inside(text[1]) &&
		text_is_inside(text[2]) && text_is_inside(text[3])) {
		int32_t c = (b[0] & 0x07) << 18 | (b[1] & 0x3F) << 12 | (b[2] & 0x3F) << 6 |
			(b[3] & 0x3F);
		if (c >= 0x10000 && c <= 0x10FFFF) {
			*bytes = 4;
			return c;
		}
	}
	return 0xFFFD;
}

int32_t text_last(const char *text, size_t len)
{
	size_t from = len, bytes;
	if (from)
		from--;
	while (from && len - from < 4 && text_is_inside(text[from]))
		from--;
	return text_decode(text + from, len - from, &bytes);
}

size_t text_length(const char *text, size_t len)
{
	size_t count = 0;
	for (size_t at = 0; at < len; at++)
		count += !text_is_inside(text[at]);
	return count;
}

bool text_same_ascii(const char *a, const char *b, size_t len)
{
	for (size_t at = 0; at < len; at++) {
		if (text_small(a[at]) != text_small(b[at]))
			return false;
		if (!a[at])
			break;
	}
	return true;
}

size_t text_encode(int32_t c, char *out)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

size_t text_ascii_len(const char *text, size_t len)
{
	size_t at = 0;
	for (uint64_t word; len - at >= sizeof word; at += sizeof word) {
		memcpy(&word, text + at, sizeof word);
		if (word & 0x8080808080808080u)
			break;
	}
	while (at < len && (unsigned char)text[at] < 0x80)
		at++;
	return at;
}

/* Eight at a time: in none of them the highest bit is set, nor by adding 1 (0x7F has it then), and all
 * have it when 0x60 is added. */
size_t text_seen_len(const char *text, size_t len)
{
	const uint64_t ones = 0x0101010101010101u, high = 0x80 * ones;
	size_t at = 0;
	for (uint64_t word; len - at >= sizeof word; at += sizeof word) {
		memcpy(&word, text + at, sizeof word);
		if ((word | (word + ones) | ~(word + 0x60 * ones)) & high)
			break;
	}
	while (at < len && text_is_seen_ascii(text[at]))
		at++;
	return at;
}

size_t text_valid(const char *text, size_t len)
{
	size_t at = 0;
	while ((at += text_ascii_len(text + at, len - at)) < len) {
		size_t bytes;
		text_decode(text + at, len - at, &bytes);
		if (bytes == 1 && (unsigned char)text[at] >= 0x80)
			return at;
		at += bytes;
	}
	return len;
}

enum {
	LETTERS = 1 << UTF8PROC_CATEGORY_LU | 1 << UTF8PROC_CATEGORY_LL |
		1 << UTF8PROC_CATEGORY_LT | 1 << UTF8PROC_CATEGORY_LM | 1 << UTF8PROC_CATEGORY_LO,
	MARKS = 1 << UTF8PROC_CATEGORY_MN | 1 << UTF8PROC_CATEGORY_MC | 1 << UTF8PROC_CATEGORY_ME,
	OPENINGS = 1 << UTF8PROC_CATEGORY_PS | 1 << UTF8PROC_CATEGORY_PI,
	CLOSINGS = 1 << UTF8PROC_CATEGORY_PE | 1 << UTF8PROC_CATEGORY_PF,
};

static bool is_in(int32_t c, int categories)
{
	return categories >> utf8proc_category(c) & 1;
}

bool text_is_letter(int32_t c)
{
	if (c < 0x80)
		return (c | 32) >= 'a' && (c | 32) <= 'z';
	return is_in(c, LETTERS);
}

bool text_is_lower(int32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z';
	return utf8proc_category(c) == UTF8PROC_CATEGORY_LL;
}

bool text_is_digit(int32_t c)
{
	if (c < 0x80)
		return c >= '0' && c <= '9';
	return utf8proc_category(c) == UTF8PROC_CATEGORY_ND;
}

bool text_is_mark(int32_t c)
{
	return c >= 0x300 && is_in(c, MARKS);
}

bool text_is_opening(int32_t c)
{
	return is_in(c, OPENINGS);
}

bool text_is_closing(int32_t c)
{
	return is_in(c, CLOSINGS);
}

bool text_is_ideograph(int32_t c)
{
	return c >= 0x1100 && text_code_width(c) == 2 && !is_in(c, MARKS | OPENINGS | CLOSINGS);
}

/* Where terminals, as the C library's wcwidth has it, differ from utf8proc: the signs that Arabic
 * and its neighbours write below a number, two spacing marks, numbers on black squares, and the
 * hexagrams. */
static const struct {
	int32_t first, last;
	int width;
} other_widths[] = {
	{0x0600, 0x0605, 1},
	{0x06DD, 0x06DD, 1},
	{0x070F, 0x070F, 1},
	{0x0890, 0x0891, 1},
	{0x08E2, 0x08E2, 1},
	{0x302E, 0x302F, 2},
	{0x3248, 0x324F, 2},
	{0x4DC0, 0x4DFF, 2},
	{0x110BD, 0x110BD, 1},
	{0x110CD, 0x110CD, 1},
	{0x16FF0, 0x16FF1, 2},
};

static int other_width(int32_t c)
{
	for (size_t i = 0; i < sizeof other_widths / sizeof *other_widths; i++) {
		if (c < other_widths[i].first)
			return -1;
		if (c <= other_widths[i].last)
			return other_widths[i].width;
	}
	return -1;
}

/* The vowels and finals of Hangul that join the syllable before them. */
static bool is_joining_jamo(int32_t c)
{
	return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
}

int text_code_width(int32_t c)
{
	if (c < 0x300)
		return c >= 0x20 && c != 0xAD && (c < 0x7F || c >= 0xA0);
	if (c >= 0x370 && c < 0x483)
		return 1;
	if ((c >= 0x4E00 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4))
		return 2;
	if ((c >= 0x2010 && c < 0x2028) || (c >= 0x2500 && c < 0x25FD))
		return 1; /* dashes and quotation marks; lines and bars, which every picture is full of */
	int other = other_width(c);
	if (other >= 0)
		return other;
	if (is_joining_jamo(c))
		return 0;
	const utf8proc_property_t *property = utf8proc_get_property(c);
	switch (property->category) {
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CO:
		return 1;
	default:
		return property->charwidth;
	}
}

bool text_is_right_to_left(int32_t c)
{
	int bidi = utf8proc_get_property(c)->bidi_class;
	return bidi == UTF8PROC_BIDI_CLASS_R || bidi == UTF8PROC_BIDI_CLASS_AL;
}

bool text_is_left_to_right(int32_t c)
{
	return utf8proc_get_property(c)->bidi_class == UTF8PROC_BIDI_CLASS_L;
}

bool text_is_picture(int32_t c)
{
	return utf8proc_get_property(c)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool text_joins(int32_t c, int32_t next)
{
	return !utf8proc_grapheme_break(c, next);
}

/* True where a code point and its neighbour of the same kind are always two clusters. */
static bool stands_alone(int32_t c)
{
	return c < 0x300 || (c >= 0x370 && c < 0x483) || (c >= 0x2010 && c <= 0x2027) ||
		(c >= 0x4E00 && c < 0xA000);
}

size_t text_cluster(const char *text, size_t len)
{
	const unsigned char *bytes = (const unsigned char *)text;
	if (len == 0)
		return 0;
	if (len == 1 || (bytes[0] < 0x80 && bytes[1] < 0x80))
		return len > 1 && bytes[0] == '\r' && bytes[1] == '\n' ? 2 : 1;
	size_t at, step;
	int32_t before = text_decode(text, len, &at);
	int32_t state = 0;
	for (; at < len; at += step) {
		int32_t next = text_decode(text + at, len - at, &step);
		if (stands_alone(before) && stands_alone(next))
			break;
		if (utf8proc_grapheme_break_stateful(before, next, &state))
			break;
		before = next;
	}
	return at;
}

int text_parts(int32_t c, bool fold, int32_t parts[TEXT_PARTS_MOST])
{
	int options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STABLE;
	if (fold)
		options |= UTF8PROC_CASEFOLD;
	int unused;
	utf8proc_ssize_t count = utf8proc_decompose_char(
		c, parts, TEXT_PARTS_MOST, (utf8proc_option_t)options, &unused);
	if (count >= 0 && count <= TEXT_PARTS_MOST)
		return (int)count;
	parts[0] = c;
	return 1;
}

/* By combining class: 9 is the virama, 84 to 132 the vowels of Telugu, Thai, Lao and Tibetan. */
bool text_is_diacritic(int32_t c)
{
	if (c < 0x300)
		return false;
	const utf8proc_property_t *property = utf8proc_get_property(c);
	if (property->category == UTF8PROC_CATEGORY_ME)
		return true;
	int class = property->combining_class;
	return class != 0 && class != 9 && (class < 84 || class > 132);
}

/* The end of the part at `text` that is put into normal form at once. Marks in a row are sorted,
 * which takes the square of their number: where there are more than anybody writes, they are sorted
 * in stretches. */
static size_t normal_part(const char *text, size_t len)
{
	enum { MARKS_MOST = 30 }; /* as in the stream-safe text format of UAX #15 */
	size_t at = 0, bytes;
	for (int marks = 0; at < len && marks < MARKS_MOST; at += bytes) {
		int32_t c = text_decode(text + at, len - at, &bytes);
		if (c == 0xFFFD &&
			bytes == 1) /* a stray byte: what stands before it, or it alone */
			return at ? at : 1;
		bool mark = c >= 0x300 && utf8proc_get_property(c)->combining_class;
		marks = mark ? marks + 1 : 0;
	}
	return at;
}

static void part_normal(struct buf *buf, const char *text, size_t len)
{
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
	utf8proc_option_t options = UTF8PROC_COMPOSE | UTF8PROC_STABLE;
	utf8proc_ssize_t count = utf8proc_decompose(bytes, (utf8proc_ssize_t)len, NULL, 0, options);
	if (count <= 0) { /* no UTF-8 at all */
		buf_add(buf, text, len);
		return;
	}
	int32_t *parts = mem_zero((size_t)count + 1, sizeof *parts);
	utf8proc_decompose(bytes, (utf8proc_ssize_t)len, parts, count, options);
	utf8proc_ssize_t out = utf8proc_reencode(parts, count, options);
	buf_add(buf, (const char *)parts, out > 0 ? (size_t)out : 0);
	free(parts);
}

void text_normal(struct buf *buf, const char *text, size_t len)
{
	size_t ascii = 0;
	while (ascii < len && (unsigned char)text[ascii] < 0x80)
		ascii++;
	if (ascii == len)
		buf_add(buf, text, len);
	for (size_t at = 0, part; ascii < len && at < len; at += part) {
		part = normal_part(text + at, len - at);
		part_normal(buf, text + at, part);
	}
}
