/* The one table of characters that are more, or less, than what is seen of them.
 *
 * It lists what no reader sees and what changes how the text around it is read: by Unicode's general
 * category Cf and its property Default_Ignorable_Code_Point, with the controls, the line breaks and
 * the noncharacters; the few signs of category Cf that are drawn (Arabic year and verse signs) are
 * not in it. What is not listed stands for itself, a private or unassigned character as well.
 *
 * Some of them are part of writing where they stand: joiners between letters that join and between
 * pictures, selectors behind what they select from, a mark of direction in a text with Hebrew or
 * Arabic in it, the tags that make the flags of England, Scotland and Wales. There they are at
 * home. IDNA asks the same of joiners (RFC 5892, appendix A); here the character before is enough,
 * since text is often shown in parts. */
#include "base/text.h"
#include "base/text_unicode.h"

#include <stdint.h>
#include <string.h>

struct range {
	int32_t first, last;
};

static const struct {
	int32_t first, last;
	enum text_kind kind;
} kinds[] = {
	{0x0000, 0x001F, TEXT_CONTROL},
	{0x007F, 0x009F, TEXT_CONTROL},
	{0x00AD, 0x00AD, TEXT_INVISIBLE}, /* soft hyphen */
	{0x034F, 0x034F, TEXT_JOINER},    /* grapheme joiner, between marks */
	{0x061C, 0x061C, TEXT_DIRECTION},
	{0x115F, 0x1160, TEXT_INVISIBLE}, /* Hangul fillers */
	{0x17B4, 0x17B5, TEXT_INVISIBLE}, /* vowels of Khmer that are not written */
	{0x180B, 0x180D, TEXT_SELECTOR},
	{0x180E, 0x180E, TEXT_INVISIBLE}, /* Mongolian vowel separator */
	{0x180F, 0x180F, TEXT_SELECTOR},
	{0x200B, 0x200B, TEXT_INVISIBLE}, /* zero-width space */
	{0x200C, 0x200D, TEXT_JOINER},
	{0x200E, 0x200F, TEXT_DIRECTION},
	{0x2028, 0x2029, TEXT_SEPARATOR},
	{0x202A, 0x202E, TEXT_BIDI},      /* embeddings and overrides */
	{0x2060, 0x2065, TEXT_INVISIBLE}, /* word joiner, invisible times and plus */
	{0x2066, 0x2069, TEXT_BIDI},      /* isolates */
	{0x206A, 0x206F, TEXT_SWITCH},    /* deprecated switches of form */
	{0x3164, 0x3164, TEXT_INVISIBLE}, /* Hangul filler */
	{0xFDD0, 0xFDEF, TEXT_NONCHARACTER},
	{0xFE00, 0xFE0F, TEXT_SELECTOR},
	{0xFEFF, 0xFEFF, TEXT_INVISIBLE}, /* byte order mark */
	{0xFFA0, 0xFFA0, TEXT_INVISIBLE}, /* halfwidth Hangul filler */
	{0xFFF0, 0xFFF8, TEXT_INVISIBLE}, /* unassigned, and never to be seen */
	{0xFFF9, 0xFFFB, TEXT_SWITCH},    /* interlinear annotation */
	{0x13430, 0x13440, TEXT_JOINER},  /* of hieroglyphs */
	{0x1BCA0, 0x1BCA3, TEXT_JOINER},  /* of shorthand */
	{0x1D173, 0x1D17A, TEXT_JOINER},  /* beams and slurs of music */
	{0xE0000, 0xE007F, TEXT_TAG},
	{0xE0080, 0xE00FF, TEXT_INVISIBLE},
	{0xE0100, 0xE01EF, TEXT_SELECTOR},
	{0xE01F0, 0xE0FFF, TEXT_INVISIBLE},
};

enum text_kind text_kind_look_up(int32_t c)
{
	size_t low = 0, high = sizeof kinds / sizeof *kinds;
	if ((c & 0xFFFE) == 0xFFFE)
		return TEXT_NONCHARACTER;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (c > kinds[middle].last)
			low = middle + 1;
		else if (c < kinds[middle].first)
			high = middle;
		else
			return kinds[middle].kind;
	}
	return TEXT_SEEN;
}

/* ---- where they are at home ---- */

static bool is_among(const struct range *ranges, size_t count, int32_t c)
{
	for (size_t i = 0; i < count && c >= ranges[i].first; i++)
		if (c <= ranges[i].last)
			return true;
	return false;
}

/* Scripts whose letters take another form beside each other, so that they spell with joiners:
 * Arabic and its neighbours, those that come from Brahmi, Mongolian, N'Ko, Adlam. */
static bool keeps_joiner(int32_t c)
{
	static const struct range scripts[] = {
		{0x0600, 0x085F},
		{0x0860, 0x0E00},
		{0x0F00, 0x109F},
		{0x1700, 0x18AF},
		{0x1900, 0x1CFF},
		{0xA800, 0xA8FF},
		{0xA930, 0xA9FF},
		{0xAA00, 0xAADF},
		{0xAAE0, 0xAAFF},
		{0xABC0, 0xABFF},
		{0xFB50, 0xFDFF},
		{0xFE70, 0xFEFE},
		{0x10A00, 0x10A5F},
		{0x10AC0, 0x10AFF},
		{0x10B80, 0x10BAF},
		{0x10D00, 0x10D3F},
		{0x10F30, 0x10FDF},
		{0x11000, 0x11FFF},
		{0x1E900, 0x1E95F},
	};
	return is_among(scripts, sizeof scripts / sizeof *scripts, c) &&
		(text_is_letter(c) || text_is_mark(c));
}

static bool is_han(int32_t c)
{
	return (c >= 0x3400 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) ||
		(c >= 0x20000 && c < 0x40000);
}

static bool is_keycap(int32_t c)
{
	return (c >= '0' && c <= '9') || c == '#' || c == '*';
}

static bool joiner_is_home(int32_t before, int32_t c)
{
	switch (c) {
	case 0x034F:
		return text_is_mark(before) && text_kind(before) == TEXT_SEEN;
	case 0x200C:
		return keeps_joiner(before);
	case 0x200D: /* the parts of a picture may be of a colour */
		return keeps_joiner(before) || text_is_picture(before) ||
			(before >= 0x1F3FB && before <= 0x1F3FF);
	default:
		if (c < 0x13441)
			return before >= 0x13000 && before <= 0x13455;
		return c < 0x1BCA4 ? before >= 0x1BC00 && before < 0x1BCA4
				   : before >= 0x1D100 && before < 0x1D200;
	}
}

/* By the standardized variants of Unicode, roughly: Mongolian letters; Han; emoji; mathematics and
 * other signs, Phags-pa, Myanmar, full-width punctuation, and the nought with a stroke. */
static bool selector_is_home(int32_t before, int32_t c)
{
	static const struct range varied[] = {{0x1000, 0x109F}, {0x2010, 0x2027}, {0x2030, 0x205F},
		{0x2070, 0x30FF}, {0xA840, 0xA877}, {0xFF01, 0xFF1F}, {0x10AC0, 0x10AFF}};
	if (c < 0x1810)
		return before >= 0x1820 && before < 0x18AB;
	if (c >= 0xE0100)
		return is_han(before);
	if (c >= 0xFE0E)
		return text_is_picture(before) || is_keycap(before);
	return is_han(before) || (before == '0' && c == 0xFE00) ||
		is_among(varied, sizeof varied / sizeof *varied, before);
}

bool text_is_at_home(int32_t before, int32_t c)
{
	enum text_kind kind = text_kind(c);
	return kind == TEXT_JOINER ? joiner_is_home(before, c)
				   : kind == TEXT_SELECTOR && selector_is_home(before, c);
}

/* A black flag, the tags of "gbeng", "gbsct" or "gbwls", and the tag that ends them. */
static bool tag_is_home(const char *text, size_t len, size_t at)
{
	static const char *const flags[] = {"gbeng\x7f", "gbsct\x7f", "gbwls\x7f"};
	enum { TAG = 4, TAGS = 6 };
	size_t bytes, from = at;
	while (from >= TAG && at - from < TAGS * TAG &&
		text_decode(text + from, len - from, &bytes) != 0x1F3F4)
		from -= TAG;
	if (text_decode(text + from, len - from, &bytes) != 0x1F3F4)
		return false;
	from += TAG;
	for (size_t flag = 0; flag < sizeof flags / sizeof *flags; flag++) {
		size_t n = 0, step = TAG;
		while (n < TAGS && from + n * TAG < len &&
			text_decode(text + from + n * TAG, len - from - n * TAG, &step) ==
				0xE0000 + flags[flag][n])
			n++;
		if (n == TAGS)
			return true;
	}
	return false;
}

/* Whether such a letter may begin with this byte: Hebrew, Arabic and their neighbours, their
 * presentation forms, and the old scripts of the supplementary plane. */
static bool may_run_left(unsigned char byte)
{
	return (byte >= 0xD6 && byte <= 0xE0) || byte == 0xEF || byte == 0xF0;
}

/* Whether a letter near it is written from right to left. */
static bool direction_is_home(const char *text, size_t len, size_t at)
{
	enum { NEAR = 128 }; /* bytes: a text may be nothing but marks, and millions of them */
	size_t from = at > NEAR ? at - NEAR : 0, to = len - at > NEAR ? at + NEAR : len;
	for (size_t bytes = 1; from < to; from += bytes, bytes = 1) {
		if (!may_run_left((unsigned char)text[from]))
			continue;
		int32_t c = text_decode(text + from, len - from, &bytes);
		if (text_kind(c) == TEXT_SEEN && text_is_right_to_left(c))
			return true;
	}
	return false;
}

bool text_is_out_of_place(const char *text, size_t len, size_t at)
{
	size_t bytes;
	int32_t c = text_decode(text + at, len - at, &bytes);
	int32_t before = at ? text_last(text, at) : 0;
	if (c == 0x200D && before == 0xFE0F) /* "in colour", said of the picture before it */
		before = text_last(text, at - strlen("\ufe0f"));
	switch (text_kind(c)) {
	case TEXT_SEEN:
		return false;
	case TEXT_JOINER:
	case TEXT_SELECTOR:
		return !text_is_at_home(before, c);
	case TEXT_TAG:
		return !tag_is_home(text, len, at);
	case TEXT_DIRECTION:
		return !direction_is_home(text, len, at);
	default:
		return c != '\n';
	}
}

/* Whether any of the table begins with this byte; most letters of most texts do not. */
static bool may_begin(unsigned char byte)
{
	switch (byte) {
	case 0x7F:
	case 0xC2: /* C1, soft hyphen */
	case 0xCD: /* U+034F */
	case 0xD8: /* U+061C */
	case 0xE1:
	case 0xE2:
	case 0xE3: /* U+3164 */
	case 0xEF:
		return true;
	default:
		return (byte < 0x20 && byte != '\n') || byte >= 0xF0;
	}
}

size_t text_out_of_place(const char *text, size_t len, size_t from)
{
	while (from < len) {
		from += text_seen_len(text + from, len - from);
		for (; from < len && !text_is_seen_ascii(text[from]); from++)
			if (may_begin((unsigned char)text[from]) &&
				text_is_out_of_place(text, len, from))
				return from;
	}
	return len;
}
